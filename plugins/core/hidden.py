"""Signs that nobody sees in a text, and that no content needs."""

import re

# Control characters, half characters, and marks that turn the direction of the text around.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def describe_hidden(character: str) -> tuple[str, str, str]:
    """Return code, message and hint of the Problem that a hidden sign is."""
    return (
        "BST002",
        f"hier staat een onzichtbaar teken (U+{ord(character):04X})",
        "Verwijder het teken: wis het woord en typ het opnieuw.",
    )
