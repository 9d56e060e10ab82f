"""The style sheets as one file, and the digest that names their folder."""

import pytest

from plugins.assets.stylesheet import find_digest, find_stylesheets, read_stylesheet


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


def test_the_digest_is_the_same_for_the_same_files(css, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy")
    for path in sorted(css.rglob("*.*"), reverse=True):
        target = copy / path.relative_to(css)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())

    assert find_digest(copy) == find_digest(css)
    assert len(find_digest(css)) == 12


def test_the_digest_changes_with_the_text_the_name_and_the_place_of_a_file(css):
    digests = {find_digest(css)}
    (css / "base.css").write_text("anders")
    digests.add(find_digest(css))
    (css / "los.css").rename(css / "vast.css")
    digests.add(find_digest(css))
    (css / "vast.css").rename(css / "components" / "vast.css")
    digests.add(find_digest(css))

    assert len(digests) == 4
