"""What the site offers to feed readers, search engines and whoever shares a link. Plain files: the
hub writes them.
"""
