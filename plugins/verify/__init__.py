"""A stranger: reads a finished site from its folder alone, knows nothing of how it was made, and
says what is wrong with it. Never changes a file.
"""
