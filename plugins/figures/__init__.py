"""The figure register: key figures with their provenance, and tables that must add up."""
