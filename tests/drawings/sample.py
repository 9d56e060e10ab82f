"""Pages with drawings, as the tests write them."""

from markdown import markdown

from plugins.drawings.markdown import DrawingExtension

FLOW = """\
!!! stroom "De route"
    1. **Politie** Meldt het bezoek.
    2. **Veilig Thuis** Toetst en stuurt het signaal.
    3. **School** De contactpersoon ontvangt het.
"""
LONG_FLOW = """\
!!! stroom "De lange route"
    1. **Politie** Meldt het bezoek bij Veilig Thuis.
    2. **Veilig Thuis** Weegt de melding en geeft het signaal door.
    3. **Leerplichtambtenaren** Zoeken op welke school het kind zit.
    4. **Contactpersoon school** Ontvangt het signaal en zegt het de mensen die het moeten weten.
    5. **Leerkracht** Let op het kind.
"""
STEPS = """\
!!! stappen "De meldcode"
    1. **In kaart** Zet op een rij welke signalen u ziet.
    2. **Overleg** Praat met een collega.
    3. **Gesprek** Praat met de ouders en het kind.
"""
ROLES = """\
!!! rollen "Handle with Care"
    - **Gemeente** Regie en afspraken.
    - **Veilig Thuis** Toetst en stuurt het signaal.
    - **Politie** Meldt elk bezoek waar een kind bij was, ook als het sliep of boven zat te spelen.
    - **Leerplicht** Weet op welke school het kind zit.
    - **School** Ontvangt en steunt.
"""
TIME_LINE = """\
!!! tijdlijn "Van plan naar praktijk"
    | Wanneer | Wat |
    |---|--:|
    | 2018 | Het programma begint. |
    | 2020 | Partijen leggen hun beeld vast. |
    | november 2025 | De Kamer vraagt om meer. |
    | april 2026 | Een brief geeft cijfers. |
"""
ALL = "\n".join((FLOW, LONG_FLOW, STEPS, ROLES, TIME_LINE))


def render(text: str) -> str:
    """Return the page's HTML, as the hub makes it, with drawings and nothing else of the hub."""
    extensions = ["tables", "attr_list", "admonition", "sane_lists", DrawingExtension()]
    return markdown(text, extensions=extensions, output_format="html")
