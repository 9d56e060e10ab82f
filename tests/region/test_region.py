"""The region's data, read from its file."""

import pytest

from plugins.region.region import (
    ADDRESS,
    Exit,
    Municipality,
    Region,
    RegionFile,
    Signal,
    read_region,
)
from tests.region.sample import FULL


def read(tmp_path, text: str) -> RegionFile:
    (tmp_path / "regio.yaml").write_text(text, encoding="utf-8")
    return read_region(tmp_path)


def test_the_region_is_read_with_its_address_without_a_closing_slash(tmp_path):
    region = read(tmp_path, FULL).region

    assert region == Region(
        naam="Zuiderstreek",
        hub="Kennishub",
        voorbeeld="Voorbeeld.",
        eigenaar="GGD",
        adres="https://hub.example",
        uitweg=Exit("het weer", "https://www.knmi.nl/"),
        plaatsen=(
            Municipality(
                "Beek", Signal("via leerplicht", "leerplicht", "afdeling leerplicht, 14 000")
            ),
            Municipality(
                "Ommen",
                Signal("via leerplicht", "de politie", "afdeling leerplicht, 14 000"),
                "Eén school doet mee [@brief].",
            ),
        ),
        bron="brief",
        toelichting="Nagegaan.",
        contact="hub@ggd.example",
        beveiliging="https://ggd.example/lek",
        privacy="afdeling recht",
        klachten="afdeling klachten",
        overdracht="2027-01-31",
        broncode="https://code.example/hub",
    )
    assert region.gemeenten == ("Beek", "Ommen")


@pytest.mark.parametrize("text", ["", "# leeg\n", "- a\n", "los\n", "uitweg: x\ngemeenten: [a]\n"])
def test_what_is_missing_is_empty_and_left_to_the_checks(tmp_path, text):
    file = read(tmp_path, text)

    assert file.region == Region("", "", "", "", "", Exit("", ""))
    assert file.problems == ()


def test_yaml_that_cannot_be_read_is_reported_at_its_line(tmp_path):
    file = read(tmp_path, "naam: a\nhub: b: c\n")

    assert [(problem.line, problem.column, problem.code) for problem in file.problems] == [
        (2, 7, "YML001")
    ]


def test_a_missing_file_is_a_problem(tmp_path):
    file = read_region(tmp_path)

    assert [problem.code for problem in file.problems] == ["BST003"]
    assert file.source.path == f"{tmp_path.name}/regio.yaml"


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("https://www.knmi.nl/", True),
        ("https://hub.example/pad", True),
        ("https://hub.example:8443/pad", True),
        ("http://hub.example", False),
        ("https://", False),
        ("https://onzin", False),
        ("https://hub.example/?x=1", False),
        ("https://hub.example/#x", False),
        ("https://hub.example/mijn pad", False),
        ("https://[hub", False),
        ("javascript:alert(1)", False),
    ],
)
def test_an_address_has_a_host_and_nothing_that_a_path_cannot_hold(text, is_address):
    assert ADDRESS.accepts(text) is is_address
