"""Drawings: call-outs that become a flow, steps, a wheel of roles or a time line."""
