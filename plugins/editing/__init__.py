"""What helps an editor write: new pages and entries that are complete from the start, and the
fields of every file as tables and as JSON Schema. Makes text; the checks judge it.
"""
