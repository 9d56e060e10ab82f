"""Pictures of the hub to look at, README's among them: `--schermbeelden FOLDER` keeps them."""

from pathlib import Path

import pytest

PAGES = {
    "start": "", "raadsleden": "raadsleden/", "handle-with-care": "handle-with-care/",
    "scholen": "handle-with-care/scholen/", "kosten": "kosten/", "coalitietekst": "coalitietekst/",
    "begrippen": "begrippen/", "bronnen": "bronnen/", "downloads": "downloads/",
    "zoeken": "zoeken/", "hulp-nu": "hulp-nu/", "niet-gevonden": "404.html",
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_each_kind_of_page_can_be_pictured(browser, hub_address, tmp_path, request, width, scheme):
    folder = Path(request.config.getoption("--schermbeelden") or tmp_path)
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, device_scale_factor=1
    )
    page = context.new_page()
    for name, address in PAGES.items():
        page.goto(hub_address + address)
        target = folder / f"{name}-{width}-{scheme}.png"
        page.screenshot(path=target, full_page=name != "start", caret="initial")
        assert target.stat().st_size > 10_000
    context.close()
