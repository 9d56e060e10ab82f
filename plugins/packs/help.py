"""The numbers to call, as the guides, the letters and the index of a pack give them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """Whom to call, the number as people read it, and what to know of it."""

    name: str
    number: str
    note: str = ""


# The theme has the same ones (components/help-numbers.html); a test holds the two together.
HELP_NUMBERS = (
    HelpNumber("Direct gevaar", "112"),
    HelpNumber("Veilig Thuis", "0800-2000", "dag en nacht, gratis"),
    HelpNumber("Kindertelefoon", "0800-0432"),
)
