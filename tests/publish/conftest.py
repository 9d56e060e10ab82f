"""A small site to send, and what a test says to whoever watches."""

from pathlib import Path

import pytest

from plugins.core.manifest import Manifest, find_manifest, write_manifest
from plugins.publish.compressed import build_twins
from plugins.publish.plan import plan_sending
from plugins.publish.shipment import Shipment
from tests.whole import whole

__all__ = ["whole"]

FIRST = {
    "index.html": "een",
    "kosten/index.html": "kosten",
    "weg/index.html": "gaat weg",
    "theme/aaaaaaaaaaaa/site.css": "p{}",
    "zoeken/index/aaaaaaaaaaaa/words-0.json": "{}",
    "zoeken/index/collection.json": '{"build":"aaaaaaaaaaaa"}',
    "delen.png": "beeld",
}
SECOND = {
    "index.html": "twee",
    "kosten/index.html": "kosten",
    "nieuw/index.html": "nieuw",
    "theme/bbbbbbbbbbbb/site.css": "p{color:red}",
    "zoeken/index/bbbbbbbbbbbb/words-0.json": "{}",
    "zoeken/index/collection.json": '{"build":"bbbbbbbbbbbb"}',
    "delen.png": "beeld",
}
THIRD = SECOND | {"index.html": "drie"}


@pytest.fixture
def make_shipment(tmp_path):
    """Return a function that makes a site of texts by name, ready for a target."""

    def make(texts: dict[str, str], target) -> Shipment:
        site = tmp_path / f"site-{len(list(tmp_path.glob('site-*')))}"
        for name, text in texts.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        manifest = write_manifest(site)
        plan = plan_sending(find_manifest(target.read_manifest()) or Manifest({}), manifest)
        twins = build_twins(site, manifest, tmp_path / "packed") if target.packs else {}
        return Shipment(site, manifest, plan, twins)

    return make


def read_texts(root: Path) -> dict[str, str]:
    """Return the texts of a site by name, without its list of files and what is packed."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix not in (".gz", ".br") and path.name != "SHA256SUMS"
    }


def quiet(text: str) -> None:
    """Say nothing."""
