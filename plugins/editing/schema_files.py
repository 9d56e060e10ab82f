"""The files that ``invoke schema`` writes: a JSON Schema for each kind of file, and the handbook's
tables of fields.
"""

from collections.abc import Mapping
from pathlib import Path

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
    """Write the files into `project`; return their paths from it."""
    files = build_schema_files()
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tuple(files)
