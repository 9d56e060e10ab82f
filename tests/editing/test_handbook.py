"""What the handbook says of the code is so."""

import re

from plugins.editing.kinds import DRAFTS
from plugins.region.mark import NAMES
from tests.project import ROOT
from tests.test_docs import find_codes

PAGES = ROOT / "content/pages/meeschrijven"


def read(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def test_the_letters_of_every_code_are_explained_and_no_others():
    explained = re.findall(r"^\| \[`([A-Z]{3})`\]", read("meldingen"), re.M)

    assert sorted({code[:3] for code in find_codes()}) == sorted(explained)


def test_every_code_that_is_named_exists():
    documented = set(
        re.findall(
            r"^\| ([A-Z]{3}\d{3}) \|", (ROOT / "docs/problems.md").read_text(encoding="utf-8"), re.M
        )
    )
    named = {
        code
        for path in PAGES.glob("*.md")
        for code in re.findall(r"\b[A-Z]{3}\d{3}\b", path.read_text(encoding="utf-8"))
    }

    assert named
    assert named <= documented


def test_everything_that_can_be_made_new_is_named():
    text = read("toevoegen")
    assert all(f"`{kind}`" in text or f"--soort {kind}`" in text for kind in DRAFTS)


def test_every_mark_of_the_region_is_named():
    text = read("eigen-regio")
    assert all(f"`{name}`" in text or f"[%{name}]" in text for name in NAMES)


def test_the_handbook_links_to_every_page_of_it():
    links = set(
        re.findall(
            r"meeschrijven/([\w-]+)\.md",
            (ROOT / "docs/redactie/README.md").read_text(encoding="utf-8"),
        )
    )
    assert links == {path.stem for path in PAGES.glob("*.md")}
