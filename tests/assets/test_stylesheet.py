"""The style sheets as one file."""

import pytest

from plugins.assets.stylesheet import find_stylesheets, read_stylesheet


@pytest.fixture
def css(tmp_path):
    (tmp_path / "components").mkdir()
    for name in (
        "print.css", "layout.css", "base.css", "tokens.css", "layers.css",
        "components/b.css", "components/a.css", "los.css", "components/notes.txt",
    ):  # fmt: skip
        (tmp_path / name).write_text(f"/* {name} é */\n\n", encoding="utf-8")
    return tmp_path


ORDER = [
    "layers.css", "tokens.css", "base.css", "layout.css",
    "components/a.css", "components/b.css", "print.css",
]  # fmt: skip


def test_layers_come_first_and_print_comes_last(css):
    found = [path.relative_to(css).as_posix() for path in find_stylesheets(css)]

    assert found == ORDER


def test_all_style_sheets_are_one_text(css):
    assert read_stylesheet(css) == "".join(f"/* {name} é */\n" for name in ORDER)


def test_a_style_sheet_that_is_missing_is_left_out(css):
    (css / "print.css").unlink()

    assert read_stylesheet(css).endswith("/* components/b.css é */\n")


def test_the_tokens_of_a_region_stand_in_a_layer_that_print_wins_from(css):
    (css / "tokens-regio.css").write_text(":root { --nl-link-color: red }\n")

    text = read_stylesheet(css)

    assert "@layer region {\n:root { --nl-link-color: red }\n}\n/* base.css" in text
