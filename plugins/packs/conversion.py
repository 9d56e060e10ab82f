"""When a converter does not do what it should."""


class ConversionError(Exception):
    """A converter refused a document or warned about it; the message says why, for editors.

    `path` is the letter it was made from, from content/; empty for a guide.
    """

    path = ""
