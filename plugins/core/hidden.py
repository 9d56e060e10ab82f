"""Signs that nobody sees in a text, and that no content needs."""

import re

# Control characters, half characters, marks that turn the direction of the text around, line ends
# that no editor shows as such, and signs without width. Not those that join letters or pictures.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


def describe_hidden(character: str) -> tuple[str, str, str]:
    """Return code, message and hint of the Problem that a hidden sign is."""
    return (
        "BST002",
        f"hier staat een onzichtbaar teken (U+{ord(character):04X})",
        "Verwijder het teken: wis het woord en typ het opnieuw.",
    )
