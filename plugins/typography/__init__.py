"""How the hub writes signs: typographic quotes, no soft hyphens, a line end at the end."""
