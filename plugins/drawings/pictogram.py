"""Who is meant, as a line drawing of 24 × 24. A pictogram never carries meaning alone: the word
stands beside it.
"""

# The first that has one of its words in the label counts, so who works in a place comes before it.
# Where the theme has an icon for the same, it is that icon.
_PERSON = "M12 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM4.5 20c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"
_GROUP = (
    "M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 19.5c.4-3.8 2.6-5.7 6-5.7s5.6 1.9 6 5.7"
    "M16.5 7.5a2.3 2.3 0 1 1 0 4.6M17 15c2.4.2 3.8 1.7 4 4.5"
)
_CHILD = (
    "M12 3.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM12 9v6.5M7 11.5h10M12 15.5 9 21M12 15.5l3 5.5"
)
_SCHOOL = (
    "M2.5 9.5 12 5l9.5 4.5L12 14zM6.5 11.5V16c0 1.5 2.5 3 5.5 3s5.5-1.5 5.5-3v-4.5M21.5 9.5V15"
)
_BOARD = "M4 4h16v10.5H4zM8 8h6M8 11h4M9 20l3-5.5L15 20"
_LIST = "M8.5 5H6v15.5h12V5h-2.5M8.5 3.5h7v3h-7zM9 13l2.2 2.2 4-4.2"
_SHIELD = "M12 3 5 5.8v5.4c0 4.4 2.9 7.7 7 9.8 4.1-2.1 7-5.4 7-9.8V5.8zM12 8.5v4M12 15.8v.1"
_SAFE_HOUSE = (
    "M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5"
    "M12 17.2l-2.6-2.6a1.8 1.8 0 0 1 2.6-2.5 1.8 1.8 0 0 1 2.6 2.5z"
)
_HOUSE = "M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20"
_HEART = "M12 20l-7.4-7.3a4.7 4.7 0 0 1 7.4-5.6 4.7 4.7 0 0 1 7.4 5.6z"
_TEMPLE = "M4 9h16L12 4zM6 9v8M10 9v8M14 9v8M18 9v8M3 20h18M4 17h16"
_TOWN = (
    "M12 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM5 15a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
    "M19 15a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM10.8 7.8 6.2 15.2M13.2 7.8l4.6 7.4M7.5 17.5h9"
)
_SCALES = (
    "M12 4v16M7.5 20h9M5 7h14M5 7l-2.7 6.2a2.8 2.8 0 0 0 5.4 0zM19 7l-2.7 6.2a2.8 2.8 0 0 0 5.4 0z"
)
_PLACE = (
    "M12 21c-4.2-4.5-6.5-7.8-6.5-11a6.5 6.5 0 0 1 13 0c0 3.2-2.3 6.5-6.5 11z"
    "M12 7.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z"
)
_LETTER = "M3.5 6h17v12.5h-17zM4 7l8 6 8-6"
_PHONE = (
    "M7 3.5h2.5l1.5 4.5-2 1.6a12 12 0 0 0 5.4 5.4l1.6-2 4.5 1.5V17a3 3 0 0 1-3 3.2"
    "A15.6 15.6 0 0 1 3.8 6.5 3 3 0 0 1 7 3.5z"
)

_PICTOGRAMS = (
    (("veilig thuis",), _SAFE_HOUSE),
    (("leerplicht", "rmc"), _LIST),
    (("contactpersoon", "functionaris", "coördinator", "projectleider", "collega"), _PERSON),
    (("leraar", "leerkracht", "docent", "mentor", "klas"), _BOARD),
    (("leerling", "kind", "jongere"), _CHILD),
    (("ouder", "gezin", "familie", "netwerk"), _GROUP),
    (("politie", "agent"), _SHIELD),
    (("justitie", "rechter", "officier", "openbaar"), _SCALES),
    (("raad", "bestuur", "college", "wethouder", "rijk", "minister", "kabinet"), _TEMPLE),
    (("gemeente", "vng"), _TOWN),
    (("school", "schol", "onderwijs"), _SCHOOL),
    (("regio", "provincie"), _PLACE),
    (("opvang", "crisis", "wonen"), _HOUSE),
    (("team", "groep", "partner"), _GROUP),
    (("zorg", "arts", "hulp", "ggd", "ggz", "jeugd", "reclassering"), _HEART),
    (("telefoon", "meldkamer", "112"), _PHONE),
    (("signaal", "bericht", "melding", "brief"), _LETTER),
    (("professional", "medewerker", "iedereen"), _PERSON),
)


def find_pictograms(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return an SVG path for each label; an empty one for all when one of them has none."""
    found = tuple(map(_find_pictogram, labels))
    return found if all(found) else ("",) * len(labels)


def _find_pictogram(label: str) -> str:
    folded = label.casefold()
    return next((path for words, path in _PICTOGRAMS if any(word in folded for word in words)), "")
