"""The hub's own code: a folder is a room with one job. ARCHITECTURE.md is the map."""
