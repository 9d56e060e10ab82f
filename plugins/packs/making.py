"""The packs of one build: made from its pages, or taken from the cache, and written beside them."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.core.problem import Problem, render_problem
from plugins.packs.build import write_pack
from plugins.packs.cache import build_cached
from plugins.packs.check import check_packs, find_conversion_problem
from plugins.packs.conversion import ConversionError
from plugins.packs.download import DOWNLOADS, Download, build_download
from plugins.packs.guide import PageSource
from plugins.packs.images import inline_images
from plugins.packs.pack import Hub, Pack, read_packs


def build_packs(generator: Any) -> tuple[Download, ...]:
    """Make and write the packs of the pages that `generator` holds; without the files of any that
    the checks stop.
    """
    settings = generator.settings
    pages = {
        page.relative_source_path: PageSource(page.title, page.content, page.url)
        for page in generator.pages
    }
    reading = read_packs(Path(settings["PATH"]))
    if reading.problems or any(check_packs(reading, pages)):
        return ()  # the checks report it and stop a strict build; a preview goes on without packs
    hub = _hub(generator.context)
    downloads, problems = [], []
    for pack in reading.packs:
        try:
            downloads.append(_build_pack(pack, pages, hub, settings))
        except ConversionError as error:
            problems.append(find_conversion_problem(reading, pack.id, error))
    _report(problems, settings)
    return tuple(downloads)


def _build_pack(
    pack: Pack, pages: Mapping[str, PageSource], hub: Hub, settings: Mapping[str, Any]
) -> Download:
    root, cache = Path(settings["PATH"]), settings.get("PACKS_CACHE")
    named = {path: inline_images(pages[path], root) for path in pack.paths}
    built = build_cached(pack, named, hub, Path(cache) if cache else None)
    write_pack(built, Path(settings["OUTPUT_PATH"]) / DOWNLOADS / pack.id)
    return build_download(built)


def _report(problems: list[Problem], settings: Mapping[str, Any]) -> None:
    """Tell all problems, then stop a strict build; a preview goes on without those packs."""
    for problem in problems:
        print(render_problem(problem), file=sys.stderr)
    if problems and settings["STRICT"]:
        raise SystemExit(1)


def _hub(context: Mapping[str, Any]) -> Hub:
    region = context["REGIO"]
    return Hub(region.hub, region.adres, "" if region.eigenaar else region.voorbeeld)
