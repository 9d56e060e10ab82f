"""Pictures of the hub to look at, README's among them: `--schermbeelden FOLDER` keeps them.

Without that option nothing here runs (conftest.py).
"""

from pathlib import Path

import pytest

PAGES = {
    "start": "", "raadsleden": "raadsleden/", "handle-with-care": "handle-with-care/",
    "gids": "handle-with-care/scholen/", "kosten": "kosten/", "coalitietekst": "coalitietekst/",
    "begrippen": "begrippen/", "bronnen": "bronnen/", "downloads": "downloads/",
    "zoeken": "zoeken/", "hulp-nu": "hulp-nu/", "niet-gevonden": "404.html",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(request) -> Path:
    """Where the pictures go."""
    path = Path(request.config.getoption("--schermbeelden"))
    path.mkdir(parents=True, exist_ok=True)
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_each_kind_of_page_can_be_pictured(browser, hub_address, folder, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for name, address in PAGES.items():
        page.goto(hub_address + address)
        picture = page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        assert len(picture) > 10_000
    context.close()


def test_the_start_page_can_be_pictured_as_readme_shows_it(page, hub_address, folder):
    page.goto(hub_address)
    assert len(page.screenshot(path=folder / "start.png")) > 10_000


def test_each_kind_of_page_can_be_pictured_as_it_prints(page, hub_address, folder):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 672, "height": 950})  # an A4 within its margins
    for name, address in PAGES.items():
        page.goto(hub_address + address)
        assert len(page.screenshot(path=folder / f"{name}-druk.png", full_page=True)) > 10_000
        page.pdf(path=folder / f"{name}-druk.pdf", format="A4", prefer_css_page_size=True)
