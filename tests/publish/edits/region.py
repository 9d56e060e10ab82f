"""Edits of clauses, costs, the region, packs and pictures."""

from pathlib import Path

from PIL import Image

from tests.publish.edits.files import read, replace


def edit_clause(project: Path, number: int) -> None:
    """Change a clause, a deadline, or the name of a part."""
    options = (
        (r"gewoon: \[Twee gewoon.*?\]", f"gewoon: [Twee gewoon {number}.]"),
        (r"gevolg: Dat (is|wordt) .*?, bron", f"gevolg: Dat wordt {number}., bron"),
        (r"naam: (Twee|Deel).*", f"naam: Deel {number}"),
    )
    replace(project, "content/coalitietekst.yaml", *options[number % 3])


def edit_costs(project: Path, number: int) -> None:
    """Change an assumption of the sums."""
    replace(
        project,
        "content/kosten.yaml",
        r'waarde: "\d+", waarom',
        f'waarde: "{number % 52 + 1}", waarom',
    )


def edit_region(project: Path, number: int) -> None:
    """Change the region's name, owner, address, exit or municipalities."""
    options = (
        (r"^naam: .*", f"naam: Streek {number}"),
        (r"^eigenaar: .*", f"eigenaar: Gemeente {number}"),
        (r"^hub: .*", f"hub: Hub {number}"),
        (r"^adres: .*", f"adres: https://hub{number}.example/pad"),
        (r"^  adres: .*", f"  adres: https://weer{number}.example/"),
        (r"^gemeenten:\n", f"gemeenten:\n  - naam: Proefdorp {number}\n"),
        (r"^  route: .*", f"  route: via weg {number}"),
    )
    pattern, text = options[number % len(options)]
    if text in read(project, "content/regio.yaml"):  # a municipality stands there once
        pattern, text = options[0]
    replace(project, "content/regio.yaml", pattern, text)


def edit_pack(project: Path, number: int) -> None:
    """Change what a pack is called, what it holds, or its version."""
    name = "content/pakketten.yaml"
    if number % 3 == 0:
        replace(project, name, r"titel: .*", f"titel: Pakket {number}")
    elif number % 3 == 1:
        replace(project, name, r"wat: \[.*?\]", f"wat: [Wijziging {number}.]")
    elif "onderdelen" in read(project, name):
        replace(project, name, r"    onderdelen:\n.*\n", "")
    else:
        part = "    onderdelen:\n      - {bestand: brieven/brief.md, soort: brief, voor: ouders}\n"
        replace(project, name, r"    wijzigingen:\n", f"{part}    wijzigingen:\n")


def edit_image(project: Path, number: int) -> None:
    """Put another picture in the place of the one that a page shows."""
    path = project / "content/beelden/proef.png"
    Image.new("RGB", (20 + number % 5, 10), (number % 256, 90, 90)).save(path)
