"""The files that ``invoke schema`` writes: a JSON Schema for each kind of file, and the handbook's
tables of fields and page of codes.
"""

from collections.abc import Mapping
from pathlib import Path

from plugins.checks.codes import read_families
from plugins.editing.codes_page import PAGE, render_codes_page
from plugins.editing.data_file import DATA_FILES
from plugins.editing.field_table import render_tables
from plugins.editing.json_schema import render_schema
from plugins.references.fields import KINDS

FOLDER = "docs/redactie"


def build_schema_files() -> Mapping[str, str]:
    """Return the texts by their path from the project."""
    schemas = {f"{FOLDER}/schema/{file.name}.json": render_schema(file) for file in DATA_FILES}
    return {f"{FOLDER}/velden.md": render_tables(DATA_FILES, KINDS), **schemas}


def write_schema_files(project: Path) -> tuple[str, ...]:
    """Write the files into `project`; return their paths from it.

    The page of codes is renewed where it is there: another hub may do without.
    """
    files = {**build_schema_files(), **_build_codes_page(project / PAGE)}
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tuple(files)


def _build_codes_page(path: Path) -> Mapping[str, str]:
    if not path.is_file():
        return {}
    return {PAGE: render_codes_page(path.read_text(encoding="utf-8"), read_families())}
