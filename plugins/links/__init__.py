"""Addresses of other sites: asked by LinkChecker now and then, remembered, and never a reason to
stop a build.
"""
