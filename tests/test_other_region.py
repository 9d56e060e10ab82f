"""Another region starts: with its own region file and tokens, nothing it publishes speaks as the
first region.

What sources say of the first region stays in the texts, as an example from elsewhere. To tell the
two apart, the names in those texts are written differently here: what is left would be a trace.
"""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.region.region import read_region
from tests.circle import NOT_AT_THE_DESK
from tests.programs import require_program
from tests.project import ROOT, make_project, run_build

CONTENT = ROOT / "content"
FIRST = read_region(CONTENT).region
# The names that only the first region has; how they stand in an address comes with them.
NAMES = (FIRST.naam, *FIRST.gemeenten, FIRST.uitweg.naam, FIRST.uitweg.adres.split("/")[2])
NAMED = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in NAMES), re.I)
ELSEWHERE = "Elders"
ORDINARY = {"beek"}  # a brook: the search knows it from the dictionary

REGION = """naam: Noordoever
hub: Kennishub Noordoever
voorbeeld: Voorbeeld.
eigenaar: Samenwerking Noordoever
adres: https://noordoever.example
contact: hub@noordoever.example
beveiliging: lek@noordoever.example
beveiliging_tot: 2027-11-01
privacy: privacy@noordoever.example
klachten: klachten@noordoever.example
overdracht: 2026-11-20
broncode: https://code.example/noordoever
uitweg:
  naam: het spoorboekje
  adres: https://reis.example/
signaal:
  route: via leerplicht
  afzender: leerplicht Noordoever
  contact: afdeling leerplicht
gemeenten:
  - naam: Oeverzijl
  - naam: Duinhorst
    afzender: de politie van Noordoever
gemeenten_bron: ghnt-2018
"""
TOKENS = ":root { --hub-brand-background-color: #123456; }\n"


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    """The whole hub of the second region, built."""
    project = make_project(tmp_path_factory.mktemp("regio"), CONTENT)
    for path in sorted((project / "content").rglob("*")):
        if path.suffix in (".md", ".yaml", ".bib"):
            text = path.read_text(encoding="utf-8")
            path.write_text(NAMED.sub(rename, text), encoding="utf-8")
    (project / "content/regio.yaml").write_text(REGION, encoding="utf-8")
    (project / "theme").unlink()
    shutil.copytree(ROOT / "theme", project / "theme")
    (project / "theme/static/css/tokens-regio.css").write_text(TOKENS, encoding="utf-8")
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    assert "REG001" not in done.stderr
    return project / "output"


def rename(match: re.Match[str]) -> str:
    """Return another name, in a form that fits an address where the first did."""
    return ELSEWHERE.lower() if match.group().islower() else ELSEWHERE


def find_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a site by name, and every file within its ZIP, DOCX and ODT files."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from unpack(path.relative_to(folder).as_posix(), path.read_bytes())


def unpack(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inside in archive.namelist():
                yield from unpack(f"{name}/{inside}", archive.read(inside))


def find_traces(name: str, text: str) -> list[str]:
    found = (match.group() for match in NAMED.finditer(f"{name}\n{text}"))
    return [f"{name}: {trace}" for trace in found if trace not in ORDINARY]


def test_the_names_that_would_be_traces_are_found_where_they_stand():
    assert find_traces("a", f"In {FIRST.naam} ligt {FIRST.gemeenten[0]}.")
    assert find_traces("zuid-limburg.html", "")
    assert not find_traces("a", "Duinhorst en Steinweg")


@NOT_AT_THE_DESK
def test_no_file_of_the_second_region_names_the_first(output):
    traces = [
        trace
        for name, data in find_files(output)
        for trace in find_traces(name, data.decode(errors="replace"))
    ]
    assert traces == []


@NOT_AT_THE_DESK
def test_no_document_of_the_second_region_names_the_first(output):
    pdftotext = require_program("pdftotext")
    documents = sorted(output.rglob("*.pdf"))
    assert documents
    for path in documents:
        command = [pdftotext, str(path), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert find_traces(path.name, text) == []


@NOT_AT_THE_DESK
def test_every_page_bears_the_name_of_the_second_region_and_its_way_out(output):
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        html = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html:
            assert "Kennishub Noordoever</title>" in html
            assert 'href="https://reis.example/"' in html
            assert "Een site van Samenwerking Noordoever." in html


@NOT_AT_THE_DESK
def test_the_texts_the_finder_and_the_look_are_those_of_the_second_region(output):
    about = (output / "over/index.html").read_text(encoding="utf-8")
    finder = (output / "uw-gemeente/index.html").read_text(encoding="utf-8")
    styles = "".join(path.read_text() for path in output.rglob("site.css"))

    assert "voorbeeldinrichting voor Noordoever" in about
    assert "mailto:lek@noordoever.example" in about
    assert finder.count('<th scope="row">') == 2
    assert "de politie van Noordoever" in finder
    assert "#123456" in styles


@NOT_AT_THE_DESK
def test_feed_map_and_packs_come_from_the_second_region(output):
    assert "Kennishub Noordoever" in (output / "feed.atom").read_text(encoding="utf-8")
    assert "https://noordoever.example/" in (output / "sitemap.xml").read_text(encoding="utf-8")
    inside = dict(find_files(output / "downloads"))
    guides = [name for name in inside if name.endswith("gids.docx/word/document.xml")]
    assert guides
    assert all("Kennishub Noordoever" in inside[name].decode() for name in guides)


def test_what_the_texts_say_of_the_first_region_is_said_by_a_source():
    """All else about it belongs in regio.yaml: a mark, [%naam], names the region in a text."""
    unsourced = [
        f"{path.relative_to(ROOT)}: {block.strip()[:80]}"
        for path in sorted(CONTENT.rglob("*.md"))
        for block in re.split(r"\n\s*\n(?!#)|\n(?=\||\s*[-*] )", path.read_text(encoding="utf-8"))
        if FIRST.naam in block and not re.search(r"\[[@#]|@\w", block)
    ]
    assert unsourced == []
