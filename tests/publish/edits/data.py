"""Edits of sources, figures and terms."""

import re
from pathlib import Path

from tests.publish.edits.files import choose, read, replace, write
from tests.publish.edits.sentence import find_key


def edit_source(project: Path, number: int) -> None:
    """Change the title, the year or the author of a source: where it stands in lists changes."""
    options = (
        (r"title = \{Een plan.*\}", f"title = {{Een plan {number}}}"),
        (r"year = \{20\d\d\}", f"year = {{20{number % 26:02}}}"),
        (r"author = \{.*, Anna\}", f"author = {{{choose(('Aarts', 'Zwart'), number)}, Anna}}"),
    )  # fmt: skip
    replace(project, "content/bronnen.bib", *options[number % len(options)])


def add_source(project: Path, number: int) -> None:
    """Add a source that a page cites, or take it away again."""
    bib, page = "content/bronnen.bib", "content/pages/over.md"
    if "{extra," in read(project, bib):
        replace(project, bib, r"\n@report\{extra,[^@]*\Z", "\n")
        replace(project, page, r" Zie ook \[@extra\]\.", "")
        return
    entry = (
        f"@report{{extra,\n  author = {{{{Raad {number}}}}},\n  title = {{Erbij}},\n"
        "  year = {2020},\n  gezien = {2026-11-21}\n}\n"
    )
    write(project, bib, f"{read(project, bib).rstrip()}\n\n{entry}")
    replace(project, page, r"^(Deze hub is een proef\..*)$", r"\1 Zie ook [@extra].")


def rename_source(project: Path, number: int) -> None:
    """Give a source another key, everywhere."""
    old = find_key(project)
    new = "brief-2026" if old == "brief-26" else "brief-26"
    for path in sorted((project / "content").rglob("*")):
        if path.suffix in (".md", ".bib", ".yaml"):
            name = path.relative_to(project).as_posix()
            write(project, name, re.sub(rf"\b{old}\b", new, read(project, name)))


def edit_figure(project: Path, number: int) -> None:
    """Change a figure's value, its unit's number, its note, or a cell of a table with its sum."""
    # No two figures may be alike, and there are always 35 municipalities.
    name, value = "content/cijfers.yaml", number % 30 + 1
    if number % 4 == 0:
        replace(project, name, r"(id: scholen\n(?:.*\n){2}    waarde: ).*", rf'\1"{value + 100}"')
    elif number % 4 == 1:
        replace(project, name, r"opmerking: .*", f"opmerking: Geteld in {number}.")
    elif number % 4 == 2:
        replace(project, name, r"(id: uren\n(?:.*\n){2}    waarde: ).*", rf'\1"{value}"')
    else:
        replace(project, name, r'waarden: \["\d+", "20"\]', f'waarden: ["{value}", "20"]')
        replace(project, name, r'waarden: \["\d+", "23"\]', f'waarden: ["{value + 2}", "23"]')


def add_figure(project: Path, number: int) -> None:
    """Add a figure that a page shows, or take it away again."""
    name, page = "content/cijfers.yaml", "content/pages/meer.md"
    if "id: extra" in read(project, name):
        replace(project, name, r"  - id: extra\n(?:    .*\n)*", "")
        replace(project, page, r" Het gaat om \[#extra\]\.", "")
        return
    figure = (
        f'  - id: extra\n    wat: extra scholen\n    groep: Proef\n    waarde: "{number + 1000}"\n'
        '    eenheid: scholen\n    jaar: "2018"\n    soort: gemeten\n    bron: plan-2018\n'
        "    status: actueel\n"
    )  # fmt: skip
    replace(project, name, r"\ntabellen:", f"{figure}\ntabellen:")
    replace(project, page, r"^(Wat het .*)$", r"\1 Het gaat om [#extra].")


def edit_term(project: Path, number: int) -> None:
    """Change what a term means, or what visitors call it."""
    options = (
        (r"uitleg: Vijf.*", f"uitleg: Vijf stappen, of {number}, die een school zet [@plan-2018]."),
        (r"zoekwoorden: \[(wat|woord).*", f"zoekwoorden: [woord {number}, meldplicht]"),
    )
    replace(project, "content/begrippen.yaml", *options[number % 2])


def add_term(project: Path, number: int) -> None:
    """Add a term that many texts use, or take it away again."""
    name = "content/begrippen.yaml"
    if "term: school" in read(project, name):
        replace(project, name, r"\n- term: school\n(?:  .*\n)*", "")
        return
    term = f"\n- term: school\n  uitleg: Waar kinderen leren, {number}.\n  zoekwoorden: [klas]\n"
    write(project, name, read(project, name) + term)
