"""Images as content: only pictures, and nothing that says who made them, when or where."""
