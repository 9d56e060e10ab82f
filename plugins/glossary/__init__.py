"""The glossary: its page, its terms explained where they are used, and words for the search."""
