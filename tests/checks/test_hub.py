"""The checks together: asked for some files, they tell the same of these as when asked for all."""

import shutil
from datetime import date

import pytest

from plugins.checks.hub import check_hub
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from tests.project import BASE, ROOT, SITES

TODAY = date(2026, 11, 21)
SPOILT = sorted(path.name for path in SITES.iterdir() if (path / "problems.txt").exists())


def find_problems(root, asked=None):
    return check_hub(render_hub(read_hub(root)), TODAY, asked)


@pytest.mark.parametrize("name", SPOILT)
def test_the_problems_of_one_file_are_the_same_alone(name, tmp_path):
    root = tmp_path / "content"
    for content in (BASE, SITES / name):
        shutil.copytree(content / "content", root, dirs_exist_ok=True)
    everything = find_problems(root)
    assert everything
    texts = {f"content/{path.relative_to(root).as_posix()}" for path in root.rglob("*.*")}
    for file in texts | {problem.file for problem in everything}:
        alone = find_problems(root, frozenset({file}))
        assert alone == tuple(one for one in everything if one.file == file)


@pytest.fixture(scope="module")
def hub():
    """The hub's own content, read once."""
    return read_hub(ROOT / "content")


def test_the_hub_itself_may_be_published_and_few_pages_are_rendered_to_know(hub):
    rendered = render_hub(hub)
    made = []
    make = rendered.renderings._make
    rendered.renderings._make = lambda path: made.append(path) or make(path)

    assert [one for one in check_hub(rendered, TODAY) if one.stops] == []

    assert len(made) < len(rendered.renderings) / 4


def test_no_page_is_rendered_to_know_that_nobody_cites_a_source(tmp_path):
    root = tmp_path / "content"
    shutil.copytree(BASE / "content", root)
    with (root / "bronnen.bib").open("a") as file:
        file.write("\n@misc{nergens-2018, title = {Nergens}, year = {2018}}\n")
    rendered = render_hub(read_hub(root))

    assert "nergens-2018" not in rendered.cited

    assert "_rendered" not in vars(rendered)


def test_what_texts_tell_of_the_hub_is_what_its_pages_show(hub):
    rendered = render_hub(hub)
    assert rendered.cited == frozenset(rendered.places)
    site = rendered.site
    for page in site.pages:
        assert site.told[page.path] <= site.anchors[page.path], page.path
        if page.template in ("begrippen", "cijfers"):
            assert site.told[page.path] <= rendered.renderings[page.path].anchors


def test_nothing_in_the_hub_looks_like_personal_data(hub):
    codes = {one.code for one in check_hub(render_hub(hub), TODAY)}
    assert not [code for code in codes if code.startswith("PRI")]
