"""The exports are read again by other programs, and say there what the bibliography says."""

import json
import subprocess
from pathlib import Path

import pypandoc
import pytest
import rispy
from pybtex.database import parse_string

from plugins.core.source import Source
from plugins.references.bibliography import Bibliography, find_works, read_bibliography
from plugins.references.export import render_bib, render_csl_json, render_ris

TEXT = """@string{uitgever = "Uitgeverij"}
@report{a,
  author = {van der Veen, H. C. J. and van 't Land, H. and {Ministerie van VWS}},
  editor = {de Vries, Jr., K.},
  title = {Het {GHNT}-plan: 50\\% minder},
  year = 2018, month = apr, day = {25},
  institution = uitgever, type = {plan}, number = {3}, isbn = {9780306406157},
  url = {https://vng.nl/a%20b}, urldate = {2026-11-21}, doi = {10.1000/182},
  note = {Een opmerking}, gezien = {nee}, ontbreekt = {volume}
}
@article{b, author = {Smit and others}, title = {Artikel}, journal = {Tijdschrift},
  volume = {58}, number = {10}, pages = {706--711}, year = {2016}, gezien = {2026-11-21}}
@incollection{c, author = {Smit, A.}, title = {Hoofdstuk}, booktitle = {Boek},
  publisher = {X}, year = {2001}, month = {3}, edition = {2}}
@misc{d, title = {Een wet}, type = {wet}}
"""
BIBLIOGRAPHY = find_works(Source("bronnen.bib", TEXT))
REAL = read_bibliography(Path("content"))


def run_pandoc(text: str, *options: str) -> str:
    command = [pypandoc.get_pandoc_path(), *options]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return done.stdout


def read_csl(bibliography: Bibliography) -> dict[str, dict[str, object]]:
    return {item["id"]: item for item in json.loads(render_csl_json(bibliography))}


def read_ris(bibliography: Bibliography) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in rispy.loads(render_ris(bibliography))}


@pytest.mark.parametrize("bibliography", [BIBLIOGRAPHY, REAL])
def test_bibtex_is_read_again_by_pybtex_without_what_only_the_hub_uses(bibliography):
    entries = parse_string(render_bib(bibliography), "bibtex").entries

    assert list(entries) == [located.key for located in bibliography.works]
    for located in bibliography.works:
        kept = {
            name: value
            for name, value in located.work.fields.items()
            if name not in ("gezien", "ontbreekt")
        }
        assert dict(entries[located.key].fields.items()) == kept
        assert entries[located.key].persons == located.work.persons
        assert entries[located.key].type == located.work.type


def test_every_source_is_in_every_file_in_the_order_of_the_bibliography():
    keys = [located.key for located in REAL.works]

    assert list(read_csl(REAL)) == keys
    assert list(read_ris(REAL)) == keys


def test_csl_json_holds_names_dates_and_notes_apart():
    assert read_csl(BIBLIOGRAPHY)["a"] == {
        "id": "a",
        "type": "report",
        "title": "Het GHNT-plan: 50% minder",
        "author": [
            {"family": "Veen", "given": "H. C. J.", "non-dropping-particle": "van der"},
            {"family": "Land", "given": "H.", "non-dropping-particle": "van 't"},
            {"literal": "Ministerie van VWS"},
        ],
        "editor": [
            {"family": "Vries", "given": "K.", "non-dropping-particle": "de", "suffix": "Jr."}
        ],
        "issued": {"date-parts": [[2018, 4, 25]]},
        "accessed": {"date-parts": [[2026, 11, 21]]},
        "publisher": "Uitgeverij",
        "genre": "plan",
        "number": "3",
        "DOI": "10.1000/182",
        "ISBN": "9780306406157",
        "URL": "https://vng.nl/a%20b",
        "note": "Een opmerking",
        "language": "nl",
    }


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("b", {"type": "article-journal", "container-title": "Tijdschrift", "volume": "58",
               "issue": "10", "page": "706-711", "issued": {"date-parts": [[2016]]}}),
        ("b", {"author": [{"family": "Smit"}, {"literal": "others"}]}),
        ("c", {"type": "chapter", "container-title": "Boek", "edition": "2",
               "issued": {"date-parts": [[2001, 3]]}}),
        ("d", {"type": "legislation", "genre": "wet"}),
    ],
)  # fmt: skip
def test_csl_json_knows_the_types(key, expected):
    item = read_csl(BIBLIOGRAPHY)[key]

    assert {name: item[name] for name in expected} == expected


def test_what_is_not_known_is_left_out():
    assert set(read_csl(BIBLIOGRAPHY)["d"]) == {"id", "type", "title", "genre", "language"}
    assert set(read_ris(BIBLIOGRAPHY)["d"]) == {
        "id", "type_of_reference", "title", "type_of_work", "language"
    }  # fmt: skip


def test_ris_is_read_again_by_rispy():
    assert read_ris(BIBLIOGRAPHY)["a"] == {
        "type_of_reference": "RPRT",
        "id": "a",
        "authors": ["van der Veen, H. C. J.", "van 't Land, H.", "Ministerie van VWS"],
        "secondary_authors": ["de Vries, K., Jr."],
        "title": "Het GHNT-plan: 50% minder",
        "year": "2018",
        "date": "2018/04/25",
        "publisher": "Uitgeverij",
        "type_of_work": "plan",
        "number": "3",
        "doi": "10.1000/182",
        "issn": "9780306406157",
        "urls": ["https://vng.nl/a%20b"],
        "access_date": "2026/11/21",
        "notes": ["Een opmerking"],
        "language": "nl",
    }


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("b", {"type_of_reference": "JOUR", "secondary_title": "Tijdschrift", "volume": "58",
               "number": "10", "start_page": "706", "end_page": "711", "year": "2016"}),
        ("b", {"authors": ["Smit", "others"]}),
        ("c", {"type_of_reference": "CHAP", "secondary_title": "Boek", "date": "2001/03"}),
        ("d", {"type_of_reference": "STAT", "type_of_work": "wet"}),
    ],
)  # fmt: skip
def test_ris_knows_the_types(key, expected):
    reference = read_ris(BIBLIOGRAPHY)[key]

    assert {name: reference[name] for name in expected} == expected


def test_pandoc_makes_the_same_names_and_titles_of_csl_json():
    made = parse_string(
        run_pandoc(render_csl_json(REAL), "-f", "csljson", "-t", "biblatex"), "bibtex"
    )

    assert set(made.entries) == {located.key for located in REAL.works}
    for located in REAL.works:
        if "author" in located.work.persons:
            expected = [str(person) for person in located.work.persons["author"]]
            found = [str(person) for person in made.entries[located.key].persons["author"]]
            # pandoc makes apostrophes its own, and puts braces around what is no name.
            assert [name.strip("{}").replace("’", "'") for name in found] == (
                [name.strip("{}").replace("’", "'") for name in expected]
            )
    assert made.entries["speetjens-2016"].fields["date"] == "2016"
    assert made.entries["augeo-brief-2026"].fields["date"] == "2026-04-09"


@pytest.mark.parametrize(("extension", "name"), [("json", "van der Veen"), ("bib", "Veen")])
def test_pandoc_cites_from_the_files(tmp_path, extension, name):
    render = {"json": render_csl_json, "bib": render_bib}[extension]
    (tmp_path / f"b.{extension}").write_text(render(REAL), encoding="utf-8")
    options = ("-f", "markdown", "-t", "plain", "--citeproc", "--wrap=none", "-M", "lang=nl")
    text = run_pandoc(
        "[@vanderveen-bogaerts, p. 3; @motie-synhaeve-2025]",
        *options, f"--bibliography={tmp_path / f'b.{extension}'}",
    )  # fmt: skip

    assert text.startswith(f"({name} en Bogaerts, z.d., 3; Synhaeve e.a. 2025)")
    assert "Veen, H. C. J. van der, en S. Bogaerts. z.d." in text


def test_the_same_sources_give_the_same_files():
    again = read_bibliography(Path("content"))

    for render in (render_bib, render_ris, render_csl_json):
        assert render(REAL) == render(again)


def test_without_sources_the_files_are_empty():
    nothing = Bibliography(())

    assert (render_bib(nothing), render_ris(nothing), render_csl_json(nothing)) == ("", "", "[]\n")
