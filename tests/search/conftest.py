"""A small built site, its index and export; and a browser over it where one is installed."""

import functools
import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from plugins.core.memory import Memory
from plugins.search.answer import Reply, answer
from plugins.search.build import build_search
from plugins.search.index import IndexReader
from plugins.search.store import read_word_table
from plugins.search.table import WordTable
from tests.conftest import BuiltHub
from tests.programs import require_program

THEME = Path(__file__).parents[2] / "theme" / "static"

# (url, title, summary, body); the two pages "Tweeling" differ in nothing but their address.
PAGES = (
    ("", "Kennishub", "Over geweld thuis.", "<p>Voor raadsleden, scholen en gemeenten.</p>"),
    (
        "kosten/",
        "Wat kost het?",
        "De kosten voor een gemeente.",
        "<h2 id=per-gemeente>Per gemeente</h2><p>Het bedrag is € 4,85 per kind. In 2018 was het"
        " 1.500 euro.</p>"
        "<p>De begroting telt alle kosten van het programma.</p>",
    ),
    (
        "handle-with-care/",
        "Handle with Care",
        "Een signaal van de politie aan de school.",
        "<h2 id=signaal>Het signaal</h2><p>Na een melding van kindermishandeling weet de leraar dat"
        " een kind steun nodig heeft. De co&shy;ördinator volgt een e-learning.</p>",
    ),
    (
        "handle-with-care/scholen/",
        "Gids voor scholen",
        "Beginnen op een basisschool.",
        "<h2 id=stappen>Stappen</h2><h3 id=afspraken>Afspraken maken</h3><p>Spreek met"
        " leerkrachten af wie het signaal leest. Leg het vast in het schoolveiligheidsplan.</p>",
    ),
    (
        "hulp-nu/",
        "Hulp nu",
        "Bel 112 of Veilig Thuis 0800-2000.",
        "<p>Kinderen bellen de Kindertelefoon: 0800-0432. Ouders en buren kunnen ook bellen.</p>",
    ),
    (
        "begrippen/",
        "Begrippen",
        "Wat woorden betekenen.",
        "<h2 id=letter-m>M</h2><dl><dt id=meldcode>meldcode</dt><dd>De stappen bij een vermoeden"
        " van geweld. Meldcodes verschillen.</dd>"
        "<dt id=leerplichtambtenaar>leerplichtambtenaar</dt><dd>Let op verzuim, één keer"
        " per week.</dd></dl>",
    ),
    ("tweeling/b/", "Tweeling", "Twee gelijke pagina's.", "<p>Convenant over geweld.</p>"),
    ("tweeling/a/", "Tweeling", "Twee gelijke pagina's.", "<p>Convenant over geweld.</p>"),
    ("proef/", "<b>Proef</b>", "<img src=x onerror=alert(1)>", "<p>Ongevaarlijke opmaak.</p>"),
    # More words with one beginning than the rule takes: the shortest ones are on the first page.
    ("wijk/", "Kort", "", "".join(f"<p>wijk{'q' * n}</p>" for n in range(1, 11))),
    ("wijken/", "Lang", "", "".join(f"<p>wijk{'q' * n}</p>" for n in range(11, 31))),
)
SYNONYMS = (
    ("juf", "leraar"),
    ("blauw oog", "kindermishandeling"),
    ("HwC", "Handle with Care"),
    ("slaat", "hulp nu"),
    ("bang voor papa", "hulp nu"),
)

# What people type, in all the ways the rule knows; used wherever two answers must be equal.
QUERIES = (
    "kosten gemeente",
    "kosten gemente",
    "schoolveiligheidplannen",
    "school veiligheids plan",
    "papa slaat mama",
    "bang voor pappa",
    "helppp",
    '"stappen bij een vermoeden" meldcode',
    '"een signaal van de politie" -kosten',
    "geweld -hulp -",
    '"niet gesloten geweld',
    "„geweld thuis”",
    "1-7-2013 2/13/2020",
    "per kind 4.85",
    "constructor __proto__ toString",
    "wat kost het per kind",
    "4,85",
    "1500",
    "1.500 euro",
    "0800-2000",
    "112",
    "coordinator",
    "coördinator e-learning",
    "schoolveilig",
    "juf",
    "HwC",
    "kind met een blauw oog",
    "scholen stappen signaal",
    "raadsleden leerkracht",
    "veiligheids-plan school",
    "tweeling",
    "geweld",
    "meldcodes ouders",
    "kinderen bellen",
    "één",
    "wijk",
    "xyzzy",
    "de het een",
    "lee",
    "<img src=x onerror=alert(1)>",
    "\u0000\u0007geweld\u200b",
    "привет geweld 家",
    "İstanbul ŒUVRE straße ½ ﬁets",
)

SEARCH_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Zoeken</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';
 connect-src 'self'; base-uri 'none'; form-action 'self'">
<script type="module" src="../theme/js/main.js"></script>
<main><form data-module="search" data-index="../zoeken/index/" data-root=".."
 data-text-count-one="1 resultaat" data-text-count-many="{n} resultaten"
 data-text-none="Niets gevonden." data-text-error="Zoeken lukt nu niet."
 data-text-loading="Bezig met zoeken…"><label>Zoek <input type="search"></label></form>
<p role="status"></p><ol data-search-results></ol></main></html>"""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The folders of a small site, after a build."""

    output: Path
    index: Path

    @property
    def export(self) -> Path:
        return self.output / "zoeken" / "index"


def render_page(title: str, summary: str, body: str, kind: str = "gids") -> str:
    """A page in the markup that the theme promises to search."""
    return (
        "<!doctype html><html lang=nl><body><nav>Menu</nav><main><article data-search-document"
        f' data-audience="raadslid school" data-kind="{kind}"><h1>{escape(title)}</h1>'
        f'<p class="inleiding">{escape(summary)}</p><div class="tekst">{body}'
        "<p data-search-skip>Overgeslagen.</p></div></article></main></body></html>"
    )


def write_site(output: Path) -> None:
    """Write the small site as a build would leave it."""
    for url, title, summary, body in PAGES:
        folder = output / url
        folder.mkdir(parents=True, exist_ok=True)
        kind = "hulp" if url == "hulp-nu/" else "gids"
        html = render_page(title, summary, body, kind)
        (folder / "index.html").write_text(html, encoding="utf-8")
    (output / "404.html").write_text(render_page("Niet gevonden", "", ""), encoding="utf-8")
    (output / "zoeken").mkdir()
    (output / "zoeken" / "index.html").write_text(SEARCH_PAGE, encoding="utf-8")


def build_small_site(folder: Path, memory: Memory | None = None) -> BuiltSite:
    """Build the small site in an empty folder."""
    site = BuiltSite(folder / "output", folder / "index")
    write_site(site.output)
    build_search(site.output, site.index, SYNONYMS, memory)
    return site


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a memory: to read the dictionary takes longer than all else of a small site."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> BuiltSite:
    """The small site, for tests that change nothing."""
    return build_small_site(tmp_path_factory.mktemp("site"), Memory(kept))


@pytest.fixture
def own_site(site: BuiltSite, tmp_path: Path) -> BuiltSite:
    """The small site, for a test that changes it."""
    own = BuiltSite(tmp_path / "own" / "output", tmp_path / "own" / "index")
    shutil.copytree(site.output, own.output)
    shutil.copytree(site.index, own.index)
    return own


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """An index that stays open for many queries."""

    table: WordTable
    reader: IndexReader

    def ask(self, query: str, *, limit: int = 10, prefix: bool = False) -> Reply:
        return answer(self.reader, self.table, query, limit=limit, prefix=prefix)


@contextmanager
def open_index(folder: Path) -> Iterator[OpenIndex]:
    with closing(IndexReader(folder)) as reader:
        yield OpenIndex(read_word_table(folder), reader)


@pytest.fixture(scope="session")
def hub_index(hub: BuiltHub) -> Iterator[OpenIndex]:
    """The index of the hub itself."""
    with open_index(hub.project / ".build" / "index") as opened:
        yield opened


@pytest.fixture(scope="session")
def site_index(site: BuiltSite) -> Iterator[OpenIndex]:
    """The index of the small site."""
    with open_index(site.index) as opened:
        yield opened


@pytest.fixture(scope="session")
def ask_browser() -> Callable[[Path, Sequence[tuple[str, bool]]], list[dict[str, Any]]]:
    """Gives the answers of the browser's scripts, run by Node, to (query, prefix) pairs."""
    node = require_program("node")

    def ask(export: Path, asked: Sequence[tuple[str, bool]]) -> list[dict[str, Any]]:
        script = Path(__file__).with_name("ask.mjs")
        done = subprocess.run(
            [node, str(script), str(THEME / "js" / "search"), str(export)],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(done.stdout)

    return ask


@pytest.fixture(scope="session")
def queries() -> tuple[str, ...]:
    return QUERIES


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves the site, and the theme's scripts below /theme/."""

    def translate_path(self, path: str) -> str:
        if path.startswith("/theme/"):
            return str(THEME / path.removeprefix("/theme/").partition("?")[0])
        return super().translate_path(path)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve() -> Iterator[Callable[[BuiltSite], str]]:
    """Serves a site on a free port; gives its address."""
    servers = []

    def start(site: BuiltSite) -> str:
        handler = functools.partial(QuietHandler, directory=str(site.output))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
