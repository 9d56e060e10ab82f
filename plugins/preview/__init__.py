"""The preview: the site rebuilt on every change, leniently, with its problems on each page."""
