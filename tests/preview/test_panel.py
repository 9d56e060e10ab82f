"""The panel of the preview in a real browser: what is wrong with this page, and a fresh page."""

import io
import struct
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.preview.running import read_address, run_preview, wait_for
from tests.project import ROOT

PANEL = ".preview-panel"
CODES = "meeschrijven/alle-meldingen"
EXPLAINED = "## Kosten", "## REF001 {#ref001}"
NO_MENU = "menu: Meer\n", ""
LARGEST = 60_000  # bytes of a picture in the handbook


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    with run_preview(tmp_path_factory.mktemp("paneel")) as (project, address, _):
        page = project / "content" / "pages" / "meer.md"
        long = "".join(f"\nAlinea {number}.\n" for number in range(200))
        codes = project / "content" / "pages" / f"{CODES}.md"
        codes.parent.mkdir()
        codes.write_text(page.read_text("utf-8").replace(*EXPLAINED).replace(*NO_MENU), "utf-8")
        page.write_text(page.read_text("utf-8") + long, encoding="utf-8")
        wait_for("Alinea 199", lambda: read_address(f"{address}meer/"))
        yield page, address


def test_an_editor_sees_what_is_wrong_with_the_page_and_when_it_is_right_again(page, preview):
    file, address = preview
    good = file.read_text(encoding="utf-8")
    page.goto(f"{address}meer/")
    expect(page.locator(PANEL)).to_contain_text("Voorbeeld: geen problemen.")
    file.write_text(good.replace("@plan-2018", "@plan-2081"), encoding="utf-8")
    expect(page.locator(PANEL)).to_contain_text("Op deze pagina: 1", timeout=30_000)
    told = page.locator(f"{PANEL} li").inner_text()
    assert "REF001 de bron «plan-2081» staat niet in bronnen.bib" in told
    assert "content/pages/meer.md, regel 13, kolom 34" in told
    page.locator(f"{PANEL} li").get_by_role("link", name="REF001").click()
    expect(page).to_have_url(f"{address}{CODES}/#ref001")
    page.goto(address)
    expect(page.locator(PANEL)).to_contain_text("Op andere plekken: 1")
    page.goto(f"{address}meer/")
    file.write_text(good, encoding="utf-8")
    expect(page.locator(PANEL)).to_contain_text("Voorbeeld: geen problemen.", timeout=30_000)


def test_a_fresh_page_stays_where_the_reader_was(page, preview):
    file, address = preview
    good = file.read_text(encoding="utf-8")
    page.goto(f"{address}meer/")
    place = "Math.round(document.getElementsByTagName('p')[120].getBoundingClientRect().top)"
    page.evaluate("document.getElementsByTagName('p')[120].scrollIntoView()")
    before = page.evaluate(place)
    file.write_text(good.replace("Alinea 199", "Alinea tweehonderd"), encoding="utf-8")
    expect(page.get_by_text("Alinea tweehonderd")).to_be_attached(timeout=30_000)
    page.wait_for_load_state("load")
    assert abs(page.evaluate(place) - before) <= 2
    file.write_text(good, encoding="utf-8")


def test_a_page_that_cannot_be_read_says_so_at_its_own_address(page, preview):
    file, address = preview
    broken = file.with_name("kapot.md")
    broken.write_bytes(b"\xe9")
    page.goto(f"{address}kapot/")
    expect(page.locator(PANEL)).to_contain_text("BST001", timeout=30_000)
    broken.unlink()


@pytest.mark.parametrize(
    ("name", "key", "told"),
    [
        ("voorbeeld-met-probleem.png", "@plan-2081", "Op deze pagina: 1"),
        ("voorbeeld-zonder-probleem.png", "@plan-2018", "Voorbeeld: geen problemen."),
    ],
)
def test_the_handbook_shows_the_panel_as_it_is(page, preview, request, name, key, told):
    """With `--schermbeelden FOLDER` the pictures are made anew, to be put in content/beelden/."""
    file, address = preview
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("@plan-2018", key), encoding="utf-8")
    page.set_viewport_size({"width": 1000, "height": 640})
    page.goto(f"{address}meer/")
    expect(page.locator(PANEL)).to_contain_text(told, timeout=30_000)
    picture = page.screenshot()
    file.write_text(good, encoding="utf-8")
    folder = request.config.getoption("--schermbeelden")
    if folder:
        shrink(picture).save(Path(folder) / name, optimize=True)
    kept = (ROOT / "content" / "beelden" / name).read_bytes()
    assert find_size(kept) == find_size(picture)
    assert len(kept) <= LARGEST


def shrink(png: bytes) -> Image.Image:
    """Return the picture in 64 colours: a screen of text needs no more."""
    return Image.open(io.BytesIO(png)).convert("RGB").quantize(64, dither=Image.Dither.NONE)


def find_size(png: bytes) -> tuple[int, int]:
    """Return width and height, which stand at the start of a PNG."""
    return struct.unpack(">II", png[16:24])
