"""The fields of every file as tables and JSON Schema: up to date, and true to the checks."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from plugins.checks.codes import Code, Family, read_families
from plugins.core.schema import Field, check_fields
from plugins.core.source import Source
from plugins.core.yaml import read_yaml
from plugins.editing.codes_page import PAGE, render_codes_page
from plugins.editing.data_file import DATA_FILES, DataFile
from plugins.editing.json_schema import render_schema
from plugins.editing.schema_files import build_schema_files, write_schema_files
from tests.project import ROOT

FILES = {file.name: file for file in DATA_FILES}


class Reader(yaml.SafeLoader):
    """Reads YAML as editors' programs do, by YAML 1.2: a date is a text, and so is "nee"."""


Reader.yaml_implicit_resolvers = {
    first: [(tag, sign) for tag, sign in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def walk(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from walk(field.fields)


def find_texts(name: str) -> Iterator[tuple[Path, str]]:
    """Yield the YAML of every file of one kind."""
    if name != "pagina":
        path = ROOT / "content" / f"{name}.yaml"
        yield path, path.read_text(encoding="utf-8")
        return
    for folder in ("pages", "nieuws", "brieven"):
        for path in sorted((ROOT / "content" / folder).rglob("*.md")):
            yield path, path.read_text(encoding="utf-8").split("---")[1]


def find_faults(name: str, text: str) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema", reason="pip install jsonschema")
    schema = json.loads(render_schema(FILES[name]))
    jsonschema.Draft7Validator.check_schema(schema)
    found = jsonschema.Draft7Validator(schema).iter_errors(yaml.load(text, Reader))
    return [error.message for error in found]


@pytest.mark.parametrize("name", sorted(build_schema_files()))
def test_what_is_committed_is_what_the_checks_say_now(name):
    """When this fails, the fields changed: run `invoke schema`."""
    assert (ROOT / name).read_text(encoding="utf-8") == build_schema_files()[name]


def test_no_file_stands_in_the_folder_that_is_not_made():
    found = (ROOT / "docs/redactie/schema").iterdir()
    assert {f"docs/redactie/schema/{path.name}" for path in found} < set(build_schema_files())


def test_the_task_writes_every_file(tmp_path):
    assert set(write_schema_files(tmp_path)) == set(build_schema_files())
    for name, text in build_schema_files().items():
        assert (tmp_path / name).read_text(encoding="utf-8") == text


def test_the_page_of_codes_is_what_the_list_of_codes_says_now(tmp_path):
    """When this fails, codes.yaml or the page changed: run `invoke schema`."""
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    assert render_codes_page(text, read_families()) == text
    page = tmp_path / PAGE
    page.parent.mkdir(parents=True)
    page.write_text(text[: text.index("## ")], encoding="utf-8")
    assert PAGE in write_schema_files(tmp_path)
    assert page.read_text(encoding="utf-8") == text


def test_what_someone_wrote_above_the_codes_stays_and_all_below_is_made_anew():
    codes = Code("ABC001", "Fout.", "`x`", "Doe y.", "nee"), Code("ABC002", "Ook.", "z", "W.", "ja")
    families = [Family("ABC", "Letters", "Let op.", codes)]
    assert render_codes_page("Eigen tekst.\n\n## Oud\n\nWeg.\n", families) == (
        "Eigen tekst.\n\n## Letters (`ABC`) {#abc}\n\nLet op.\n\n"
        "### ABC001 {#abc001}\n\n**Advies.** Fout.\n\n- Bijvoorbeeld: `x`\n- Herstellen: Doe y.\n\n"
        "### ABC002 {#abc002}\n\n**Probleem.** Ook.\n\n- Bijvoorbeeld: z\n- Herstellen: W.\n"
    )


@pytest.mark.parametrize("name", FILES)
def test_each_file_of_the_hub_is_right_by_its_schema(name):
    for path, text in find_texts(name):
        assert find_faults(name, text) == [], path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pagina", "titel: A\nsamenvatting: B\nvoor: [raadslid]\nsoort: uitleg\n"),
        ("begrippen", "- uitleg: x\n"),
        ("begrippen", "- {term: x, uitleg: y, verklaar: misschien}\n"),
        ("begrippen", "- {term: x, uitleg: y, stand: '18'}\n"),
        ("begrippen", "term: x\n"),
        ("cijfers", "bijgewerkt: gisteren\n"),
        ("cijfers", "bijgewerkt: 2026-11-21\ncijfers:\n- id: Groot\n"),
        ("regio", "naam: A\nhub: B\nvoorbeeld: C\nuitweg: {naam: D}\n"),
        ("regio", "naam: A\nhub: B\nvoorbeeld: C\nuitweg: {naam: D, adres: 'http://x.nl'}\n"),
        ("regio", "naam: A\nhub: B\nvoorbeeld: C\nnam: x\nuitweg: {naam: D, adres: 'https://x.nl'}"),
        ("pakketten", "pakketten: [{id: a}]\n"),
    ],
)  # fmt: skip
def test_what_the_checks_stop_the_schema_stops_too(name, text):
    assert find_faults(name, text) != []
    assert list(_check(FILES[name], text))


def _check(file: DataFile, text: str) -> Iterator[object]:
    value = read_yaml(Source(file.name, text)).value
    items = getattr(value, "items", (value,)) if file.is_list else (value,)
    for item in items:
        yield from check_fields(item, file.fields, file.name)


@pytest.mark.parametrize("file", DATA_FILES, ids=lambda file: file.name)
def test_each_pattern_says_what_its_kind_accepts(file):
    for field in walk(file.fields):
        kind = field.kind
        if kind.pattern:
            assert re.fullmatch(kind.pattern, kind.example), kind.name
            assert kind.accepts(kind.example), kind.name
            for wrong in ("", " ", "É", "a b", "<b>", f"{kind.example}\n"):
                assert bool(re.fullmatch(kind.pattern, wrong)) == kind.accepts(wrong), (kind, wrong)


def test_the_tables_name_every_field_and_whether_it_is_needed():
    tables = build_schema_files()["docs/redactie/velden.md"]
    for file in DATA_FILES:
        for field in walk(file.fields):
            needed = "ja" if field.required else ""
            assert f"| `{field.name}` | {needed} | {field.help} |" in tables
