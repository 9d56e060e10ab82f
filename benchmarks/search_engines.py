"""The three searches of the bench: how each makes its index of a built site, and asks it.

The two others come from the registries into a temporary folder; no lock file names them.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from plugins.search.document import read_documents

ROOT = Path(__file__).parents[1]
PAGEFIND, MINISEARCH = "pagefind[bin]==1.5.2", "minisearch@7.2.0"

OURS_ASK = """
const { load } = await import('/theme/search/search.js');
const search = await load('/zoeken/index/');
window.ask = async (text, first) => {
  const { hits } = await search.query(text, { prefix: true });
  if (first && hits.length) await hits[0].readExcerpts();
  return hits.map(({ url }) => url);
};
"""
PAGEFIND_ASK = """
const pagefind = await import('/pagefind/pagefind.js');
await pagefind.init();
window.ask = async (text, first) => {
  const { results } = await pagefind.search(text);
  const shown = await Promise.all(results.slice(0, first ? 1 : 10).map((hit) => hit.data()));
  return shown.map(({ url }) => url);
};
"""
MINISEARCH_ASK = """
const { default: MiniSearch } = await import('/minisearch/minisearch.js');
const text = await (await fetch('/minisearch/index.json')).text();
const options = { fields: ['title', 'text'], storeFields: ['title', 'text'] };
const search = MiniSearch.loadJSON(text, options);
const how = { prefix: true, fuzzy: 0.2, boost: { title: 3 } };
window.ask = async (query) => search.search(query, how).slice(0, 10).map(({ id }) => id);
"""
MINISEARCH_BUILD = """
import MiniSearch from 'minisearch';
import { readFileSync, writeFileSync } from 'node:fs';
const [, , pages, index] = process.argv;
const search = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title', 'text'] });
search.addAll(JSON.parse(readFileSync(pages, 'utf-8')));
writeFileSync(index, JSON.stringify(search));
"""
OURS_BUILD = """
import sys
from pathlib import Path
from plugins.glossary.markdown import find_synonyms
from plugins.glossary.term import read_glossary
from plugins.search.build import build_search
synonyms = find_synonyms(read_glossary(Path("content")).terms)
build_search(Path(sys.argv[1]), Path(sys.argv[2]), synonyms)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What it took to make an index: seconds by the clock and of all cores, megabytes at the peak.

    On a machine that does other work besides, only the second number says something.
    """

    seconds: float
    cpu: float
    megabytes: float


def install_peers(folder: Path) -> None:
    """Install both others into a folder that nothing else uses."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder / "py", PAGEFIND]
    subprocess.run(pip, check=True)
    subprocess.run(["npm", "install", "--silent", MINISEARCH], cwd=folder, check=True)


def build_ours(site: Path, index: Path) -> Cost:
    """This hub's search."""
    return _measure([sys.executable, "-c", OURS_BUILD, str(site), str(index)], ROOT)


def build_pagefind(site: Path, peers: Path) -> Cost:
    """Pagefind, told only where the text is."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "main"]
    return _measure(command, site, {"PYTHONPATH": str(peers / "py")})


def build_minisearch(site: Path, peers: Path) -> Cost:
    """MiniSearch, of the texts that ours reads too."""
    folder = site / "minisearch"
    folder.mkdir()
    rows = [
        {
            "id": document.url,
            "title": document.title,
            "text": " ".join(
                (document.summary, *(f"{s.heading} {s.text}" for s in document.sections))
            ),
        }
        for document in read_documents(site)
    ]
    (peers / "pages.json").write_text(json.dumps(rows), encoding="utf-8")
    (peers / "build.mjs").write_text(MINISEARCH_BUILD, encoding="utf-8")
    script = peers / "node_modules" / "minisearch" / "dist" / "es" / "index.js"
    (folder / "minisearch.js").write_bytes(script.read_bytes())
    return _measure(
        ["node", "build.mjs", str(peers / "pages.json"), str(folder / "index.json")], peers
    )


def _measure(command: list[str], folder: Path, more: dict[str, str] | None = None) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **(more or {})}, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(time.perf_counter() - start, cpu, usage.ru_maxrss / 1024)
