"""The addresses of other sites that a hub names."""

from plugins.hub.hub import read_hub
from plugins.hub.outward import find_outward
from tests.project import BASE, make_project

PAGE = """---
titel: Uit
samenvatting: Naar buiten.
voor: [iedereen]
soort: uitleg
gecontroleerd: 2026-11-21
herzien_voor: 2027-11-21
---

Lees [dit](https://een.example/stuk#deel) en [dat](meer.md), bel [112](tel:112).

`[code](https://code.example/)` en nog eens [dit](https://een.example/stuk).
"""


def test_every_address_of_another_site_is_found_with_its_places(tmp_path):
    content = make_project(tmp_path, BASE / "content") / "content"
    (content / "pages" / "uit.md").write_text(PAGE, encoding="utf-8")
    found = find_outward(read_hub(content))
    assert found["https://een.example/stuk"] == (
        "content/pages/uit.md:10:12",
        "content/pages/uit.md:12:51",
    )
    assert found["https://weer.example/"] == ("content/regio.yaml",)
    assert not any(url.startswith(("tel:", "https://code.example")) for url in found)
