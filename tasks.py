"""The chores, one command each; they only call what lives in a room of plugins/."""

import os
import sys
from pathlib import Path

from invoke import Collection, Context, task
from invoke.exceptions import Exit

PROJECT = Path(__file__).parent


def _run(context: Context, command: str) -> None:
    """Run a command with this Python's programs first on the path; end with its exit code."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    result = context.run(command, env={"PATH": path}, warn=True, pty=sys.stdout.isatty())
    if result is None or not result.ok:
        raise Exit(code=result.exited if result else 1)


@task(help={"publicatie": "weiger te bouwen zolang de site geen openbaar adres heeft"})
def build(context: Context, publicatie: bool = False) -> None:
    """Bouw de hele site, streng: bij een probleem blijft de vorige staan."""
    from plugins.publish.build import build_site

    code = build_site(PROJECT, "publishconf.py" if publicatie else "pelicanconf.py")
    if code:
        raise Exit(code=code)


@task(help={"poort": "poort op deze computer"})
def serve(context: Context, poort: int = 8000) -> None:
    """Laat de site zien op deze computer en bouw haar opnieuw bij elke wijziging."""
    from plugins.preview.serve import serve_preview

    code = serve_preview(PROJECT, poort)
    if code:
        raise Exit(code=code)


@task(
    iterable=["pad", "eerst"],
    help={
        "pad": "alleen de problemen van dit bestand of deze map (mag vaker)",
        "eerst": "de problemen van dit bestand eerst, zoals wat u gewijzigd hebt (mag vaker)",
        "format": "text, json, github, gitlab of sarif",
        "fix": "verbeter wat een programma mag verbeteren, en laat de verschillen zien",
    },
)
def check(
    context: Context,
    pad: list[str],
    eerst: list[str],
    format: str = "text",
    fix: bool = False,
) -> None:
    """Controleer alle inhoud zonder te bouwen."""
    from plugins.checks.command import Question, run_check
    from plugins.core.today import find_today

    question = Question(tuple(pad), tuple(eerst), format, fix)
    code = run_check(PROJECT, question, find_today(os.environ))
    if code:
        raise Exit(code=code)


@task(
    iterable=["veld"],
    help={
        "soort": "pagina, nieuws, begrip, bron of cijfer",
        "veld": "een antwoord vooraf, als naam=waarde (mag vaker); de rest wordt gevraagd",
    },
)
def new(context: Context, soort: str, veld: list[str]) -> None:
    """Maak een pagina, of een begrip, bron of cijfer, dat meteen door de controle komt."""
    from plugins.core.today import find_today
    from plugins.editing.command import run_new

    code = run_new(PROJECT / "content", soort, veld, find_today(os.environ))
    if code:
        raise Exit(code=code)


@task
def schema(context: Context) -> None:
    """Schrijf de velden van alle bestanden op, als tabellen en als JSON Schema."""
    from plugins.editing.schema_files import write_schema_files

    for path in write_schema_files(PROJECT):
        print(path)


@task(help={"alles": "vraag ook de adressen die kort geleden nog werkten"})
def links(context: Context, alles: bool = False) -> None:
    """Vraag de webadressen van andere sites op; houdt nooit een bouw tegen."""
    from plugins.core.today import find_today
    from plugins.hub.hub import read_hub
    from plugins.hub.outward import find_outward
    from plugins.links.command import run_links

    places = find_outward(read_hub(PROJECT / "content"))
    code = run_links(places, PROJECT / ".build" / "links", find_today(os.environ), every=alles)
    if code:
        raise Exit(code=code)


@task(
    help={
        "vraag": "de zoekvraag, tussen aanhalingstekens",
        "format": "text of json",
        "explain": "zeg bij elke pagina waarom zij daar staat",
    }
)
def search(context: Context, vraag: str, format: str = "text", explain: bool = False) -> None:
    """Stel een vraag aan de zoekindex."""
    if format not in ("text", "json"):
        raise Exit(f"«{format}» kan niet bij --format: kies text of json.", code=2)
    from plugins.publish.build import Places
    from plugins.search.answer import ask, render_json, render_text
    from plugins.search.store import NoIndexError

    try:
        reply = ask(Places.of(PROJECT).index, vraag, explained=explain)
    except NoIndexError as error:
        raise Exit(str(error), code=2) from error
    print(render_json(reply) if format == "json" else render_text(reply))


@task(
    help={"map": "map met een site", "url": "of een site op deze computer: http://127.0.0.1:8000/"}
)
def verify(context: Context, map: str = "output", url: str = "") -> None:
    """Bekijk een gebouwde site als een buitenstaander: klopt alles wat erin staat?"""
    from plugins.core.today import find_today
    from plugins.publish.inspection import inspect_folder, inspect_served

    today = find_today(os.environ)
    code = inspect_served(url, today) if url else inspect_folder(PROJECT / map, today)
    if code:
        raise Exit(code=code)


@task(
    help={
        "naar": "een map, rsync:server:/srv/www/hub of s3://emmer/pad",
        "proef": "zeg wat er zou gebeuren, en verstuur niets",
        "terug": "laat in een map de vorige versie weer zien",
    }
)
def publish(context: Context, naar: str, proef: bool = False, terug: bool = False) -> None:
    """Bouw de site en breng wat veranderd is naar een host, in een veilige volgorde."""
    from plugins.publish.publish import go_back, publish_site

    code = go_back(naar) if terug else publish_site(PROJECT, naar, dry=proef)
    if code:
        raise Exit(code=code)


@task(help={"voor": "nginx of caddy", "map": "waar de site op de server staat"})
def headers(context: Context, voor: str = "nginx", map: str = "/srv/www/hub/current") -> None:
    """Print de instelling van een server: kopregels, bewaartijd, de pagina voor wat er niet is."""
    from plugins.publish.hosting import print_settings

    code = print_settings(PROJECT, voor, map)
    if code:
        raise Exit(code=code)


@task(help={"long": "met de volle aantallen; duurt lang", "opties": "gaan naar pytest"})
def test(context: Context, long: bool = False, opties: str = "") -> None:  # noqa: PT028
    """Draai alle tests, op elke kern een deel."""
    if long:
        os.environ |= {"TEST_CIRCLE": "long", "REQUIRE_ALL": "1"}
    # A file goes to a process whole, and in the order of tests/order.py.
    spread = "--numprocesses auto --dist loadfile --no-loadscope-reorder"
    _run(context, f"python -m pytest {spread} {opties}")


@task
def lint(context: Context) -> None:
    """Controleer stijl, typen en de regels tussen de kamers."""
    for command in ("ruff check .", "ruff format --check .", "mypy", "lint-imports"):
        _run(context, command)


@task(
    iterable=["wat", "paginas"],
    help={
        "wat": "bouw, wijziging, controle of voorbeeld, en anders die vier; of bronnen, pakketten "
        "of schermen (mag vaker)",
        "paginas": "het aantal pagina's van een proef, en anders 200, 1000 en 5000 (mag vaker)",
        "keer": "hoe vaak elk ding wordt gemeten",
        "groot": "meet deze hub ook met 10.000 pagina's",
        "alleen": "zonder andere generators",
        "erbij": "voeg toe aan wat de vorige keer gemeten is",
        "kant": "map waarin de andere generators blijven staan voor een volgende keer",
        "plot": "schrijf de uitkomst in docs/benchmarks.md, met een plaatje",
    },
)
def bench(
    context: Context,
    wat: list[str],
    paginas: list[str],
    keer: int = 3,
    groot: bool = False,
    alleen: bool = False,
    erbij: bool = False,
    kant: str = "",
    plot: bool = False,
) -> None:
    """Meet hoe snel de hub bouwt, controleert en laat zien, naast andere generators."""
    from benchmarks.run import OTHERS, OptionError, Options, read_options, run_bench

    others = [name for name in wat if name in OTHERS]
    parts = [name for name in wat if name not in OTHERS]
    kept = Path(kant) if kant else None
    asked = Options(rounds=keer, large=groot, alone=alleen, more=erbij, kept=kept, plot=plot)
    try:
        options = read_options(parts, paginas, asked)
    except OptionError as error:
        raise Exit(str(error), code=2) from error
    for name in others:
        _run(context, f"python -m benchmarks.{OTHERS[name]}")
    code = run_bench(options) if parts or not others else 0
    if code:
        raise Exit(code=code)


if Path(sys.argv[0]).stem in ("invoke", "inv"):  # not when a test imports this file
    from plugins.core.command_line import refuse_unreadable

    refuse_unreadable(Collection.from_module(sys.modules[__name__]), sys.argv[1:])
