"""Packs in Pelican: made from the pages of this build, written beside them, listed for themes."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import PagesGenerator

from plugins.core.problem import Problem, render_problem
from plugins.packs.build import write_pack
from plugins.packs.cache import build_cached
from plugins.packs.check import check_packs, find_conversion_problem
from plugins.packs.conversion import ConversionError
from plugins.packs.download import DOWNLOADS, Download, build_download
from plugins.packs.guide import PageSource
from plugins.packs.images import inline_images
from plugins.packs.pack import Pack, read_packs
from plugins.packs.plan import Hub


def _make_packs(generators: Iterable[Any]) -> None:
    """Make the packs and give every template the tuple `packs`; empty when PACKS is False."""
    generators = tuple(generators)
    packs: tuple[Download, ...] = ()
    for generator in generators:
        if isinstance(generator, PagesGenerator) and generator.settings.get("PACKS", True):
            packs = _build_packs(generator)
    for generator in generators:
        generator.context["packs"] = packs


def _page_sources(generator: PagesGenerator) -> dict[str, PageSource]:
    root = Path(generator.settings["PATH"])
    sources = (
        (page.relative_source_path, PageSource(page.title, page.content, page.url))
        for page in generator.pages
    )
    return {path: inline_images(source, root) for path, source in sources}


def _build_packs(generator: PagesGenerator) -> tuple[Download, ...]:
    settings = generator.settings
    pages = _page_sources(generator)
    reading = read_packs(Path(settings["PATH"]))
    if reading.problems or any(check_packs(reading, pages)):
        return ()  # the checks report it and stop a strict build; a preview goes on without packs
    hub = _hub(generator.context, settings)
    downloads = []
    for pack in reading.packs:
        try:
            downloads.append(_build_pack(pack, pages, hub, settings))
        except ConversionError as error:
            _report(find_conversion_problem(reading, pack.id, str(error)), settings)
    return tuple(downloads)


def _build_pack(
    pack: Pack, pages: Mapping[str, PageSource], hub: Hub, settings: Mapping[str, Any]
) -> Download:
    cache = Path(settings["PACKS_CACHE"]) if settings.get("PACKS_CACHE") else None
    built = build_cached(pack, pages, hub, cache)
    write_pack(built, Path(settings["OUTPUT_PATH"]) / DOWNLOADS / pack.id)
    return build_download(built)


def _report(problem: Problem, settings: Mapping[str, Any]) -> None:
    """Stop a strict build; a preview only says it and goes on without the pack."""
    if settings.get("STRICT", True):
        raise SystemExit(render_problem(problem))
    print(render_problem(problem), file=sys.stderr)


def _hub(context: Mapping[str, Any], settings: Mapping[str, Any]) -> Hub:
    region = context.get("REGIO")
    if region is None:
        return Hub(settings["SITENAME"], settings["SITEURL"])
    address = region.adres or settings["SITEURL"]
    return Hub(region.hub, address, "" if region.eigenaar else region.voorbeeld)


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(_make_packs)
