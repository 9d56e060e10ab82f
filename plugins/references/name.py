"""Names as Dutch readers write them: particle first in a sentence, last in a list."""

import re
from dataclasses import dataclass

from pybtex.database import Person

from plugins.references.entry import plain_text

# What BibTeX cannot tell from a last name when it is written with a capital.
_PARTICLES = frozenset(
    ("aan", "af", "bij", "da", "dal", "das", "de", "degli", "del", "della", "den", "der", "des",
     "di", "do", "dos", "du", "el", "in", "la", "le", "les", "lo", "los", "onder", "op", "over",
     "s", "t", "te", "ten", "ter", "tot", "uit", "van", "vanden", "vander", "voor", "von", "zu",
     "zum", "zur")
)  # fmt: skip
_ELISION = re.compile(r"(?P<particle>[DdLlSs]’)(?P<rest>[^\W\d_].*)")
_INITIAL = re.compile(r"[^\W\d_]")
_SEVERAL = {"Ch", "Chr", "IJ", "Ph", "Sj", "St", "Th", "Tj"}  # initials of more than one letter


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name: "H. C. J.", "van der", "Veen", "jr."; only the last name is never
    empty.
    """

    initials: str
    particle: str
    last: str
    suffix: str

    @property
    def running(self) -> str:
        """The name after initials, or in the middle of a list of them: "van der Veen"."""
        space = "" if not self.particle or self.particle.endswith(("d’", "l’")) else " "
        return f"{self.particle}{space}{self.last}"


def is_organisation(person: Person) -> bool:
    """Tell whether the name is one braced whole, as ``{{Ministerie van VWS}}``."""
    names = person.first_names + person.middle_names + person.prelast_names
    return not names and all(name.startswith("{") for name in person.last_names)


def find_name(person: Person) -> Name:
    """Return the parts of a person's name, or all of an organisation's as the last name."""
    given = " ".join(map(find_initials, person.first_names + person.middle_names))
    suffix = _plain(person.lineage_names)
    if is_organisation(person):
        return Name(given, "", _plain(person.last_names), suffix)
    particles, last = _split(person.prelast_names, person.last_names)
    elision = _ELISION.fullmatch(_plain(last))
    if elision:
        particles = (*particles, elision["particle"].lower())
    return Name(given, _plain(particles), elision["rest"] if elision else _plain(last), suffix)


def _split(prelast: list[str], last: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return particles and last names: BibTeX takes "Smits van" for a particle, and "De" for a
    name.
    """
    names = (*prelast, *last)
    count = 0
    while count < len(names) - 1 and _is_particle(names[count]):
        count += 1
    return tuple(name.lower() for name in names[:count]), names[count:]


def _is_particle(name: str) -> bool:
    return name.islower() or name.strip("'’").casefold() in _PARTICLES


def find_initials(name: str) -> str:
    """Return the initials of a given name: "Jan-Willem" gives "J.-W.", "M.J." gives "M. J."."""
    plain = _plain([name])
    if "." in plain:
        return re.sub(r"\.(?=[^\W\d_])", ". ", plain)
    return "-".join(map(_initial, plain.split("-")))


def _initial(name: str) -> str:
    if not _INITIAL.match(name):
        return name
    size = 2 if name in _SEVERAL or name.startswith("IJ") else 1
    return f"{name[:size]}."


def surname(person: Person) -> str:
    """Return the name for running text, particle first: "Van der Veen"."""
    name = find_name(person).running
    return name[:1].upper() + name[1:]


def full_name(person: Person) -> str:
    """Return the name with its initials in front: "H. van der Veen"."""
    name = find_name(person)
    return " ".join(filter(None, (name.initials, name.running)))


def filed_name(person: Person) -> str:
    """Return the name for a list, filed under the last name: "Veen, H. C. J. van der"."""
    name = find_name(person)
    rest = " ".join(filter(None, (name.initials, name.particle)))
    return ", ".join(filter(None, (name.last, rest, name.suffix)))


def _plain(parts: list[str] | tuple[str, ...]) -> str:
    """Return name parts as plain text, with the apostrophe that Dutch readers know."""
    return plain_text(" ".join(parts)).replace("'", "’")
