"""The packs of one build: made from its pages, or taken from the cache, and written beside them."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Order:
    """All that packs are made from, and where they go. A preview hands it to another process."""

    pages: Mapping[str, PageSource]
    hub: Hub
    root: Path
    output: Path
    cache: Path | None
    strict: bool


def find_order(generator: Any) -> Order:
    """Return what the packs of the pages that `generator` holds are made from."""
    settings, cache = generator.settings, generator.settings.get("PACKS_CACHE")
    pages = {
        page.relative_source_path: PageSource(page.title, page.content, page.url)
        for page in generator.pages
    }
    return Order(
        pages,
        _hub(generator.context),
        Path(settings["PATH"]),
        Path(settings["OUTPUT_PATH"]),
        Path(cache) if cache else None,
        settings["STRICT"],
    )


def build_packs(order: Order) -> tuple[Download, ...]:
    """Make and write the packs, without the files of any that the checks stop."""
    reading = read_packs(order.root)
    if reading.problems or any(check_packs(reading, order.pages)):
        return ()  # the checks report it and stop a strict build; a preview goes on without packs
    downloads, problems = [], []
    for pack in reading.packs:
        try:
            downloads.append(_build_pack(pack, order))
        except ConversionError as error:
            problems.append(find_conversion_problem(reading, pack.id, error))
    _report(problems, order.strict)
    return tuple(downloads)


def _build_pack(pack: Pack, order: Order) -> Download:
    named = {path: inline_images(order.pages[path], order.root) for path in pack.paths}
    built = build_cached(pack, named, order.hub, order.cache)
    write_pack(built, order.output / DOWNLOADS / pack.id)
    return build_download(built)


def _report(problems: list[Problem], strict: bool) -> None:
    """Tell all problems, then stop a strict build; a preview goes on without those packs."""
    for problem in problems:
        print(render_problem(problem), file=sys.stderr)
    if problems and strict:
        raise SystemExit(1)


def _hub(context: Mapping[str, Any]) -> Hub:
    region = context["REGIO"]
    return Hub(region.hub, region.adres, "" if region.eigenaar else region.voorbeeld)
