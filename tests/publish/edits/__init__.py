"""What editors and builders change in a project, one function an edit; each keeps the hub right.

An edit takes the project's folder and a number that chooses among pages, words and values: the same
number makes the same change. The project is one of ``tests/sites/bewerkt``.
"""

from collections.abc import Callable
from pathlib import Path

from tests.publish.edits import data, fields, region, texts, theme

Edit = Callable[[Path, int], None]

EDITS: dict[str, Edit] = {
    name: edit
    for room in (texts, fields, data, region, theme)
    for name, edit in vars(room).items()
    if name.startswith(("add_", "delete_", "edit_", "rename_", "touch_"))
}
