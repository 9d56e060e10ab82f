"""The fields of a file as JSON Schema, for editors' programs that suggest and check while someone
types. It says what such a schema can; the checks know more.
"""

import json
from collections.abc import Iterable
from typing import Any

from plugins.core.schema import Field
from plugins.editing.data_file import DataFile

# The hub takes every scalar as text, also what a program reads as a number.
_SCALAR = ("string", "number", "boolean")


def render_schema(file: DataFile) -> str:
    """Return the JSON Schema of one kind of file."""
    described = _describe_mapping(file.fields)
    body = {"type": "array", "items": described} if file.is_list else described
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Velden: {file.where}",
    }
    return json.dumps({**head, **body}, ensure_ascii=False, indent=2) + "\n"


def _describe_mapping(fields: Iterable[Field]) -> dict[str, Any]:
    fields = tuple(fields)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.required],
        "properties": {field.name: _describe_field(field) for field in fields},
    }


def _describe_field(field: Field) -> dict[str, Any]:
    value = _describe_mapping(field.fields) if field.fields else _describe_scalar(field)
    if field.many:
        items: dict[str, Any] = {"type": "array", "items": value}
        if field.required:
            items["minItems"] = 1
        value = {"anyOf": [items, value]} if not field.fields else items
    elif not field.required:
        value = {"anyOf": [value, {"enum": ["", None]}]}
    return {"description": field.help, **value}


def _describe_scalar(field: Field) -> dict[str, Any]:
    if field.choices:
        numbers = [int(choice) for choice in field.choices if choice.isdecimal()]
        return {"enum": [*field.choices, *numbers]}
    value: dict[str, Any] = {"type": list(_SCALAR), "minLength": 1}
    if field.kind.pattern:
        value |= {"pattern": f"^({field.kind.pattern})$", "examples": [field.kind.example]}
    return value
