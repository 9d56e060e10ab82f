"""The chores, one command each; they only call what lives in a room of plugins/."""

import os
import sys
from pathlib import Path

from invoke import Context, task
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
    from plugins.publish.preview import serve_preview

    code = serve_preview(PROJECT, poort)
    if code:
        raise Exit(code=code)


@task
def check(context: Context) -> None:
    """Controleer alle inhoud zonder te bouwen."""
    from plugins.checks.hub import check_hub
    from plugins.checks.report import render_report, stops_publish
    from plugins.core.today import find_today
    from plugins.hub.hub import read_hub
    from plugins.hub.rendering import render_hub

    problems = check_hub(render_hub(read_hub(PROJECT / "content")), find_today(os.environ))
    print(render_report(problems))
    if stops_publish(problems):
        raise Exit(code=1)


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


@task(help={"long": "met de volle aantallen; duurt lang", "opties": "gaan naar pytest"})
def test(context: Context, long: bool = False, opties: str = "") -> None:  # noqa: PT028
    """Draai alle tests, op elke kern een deel."""
    if long:
        os.environ |= {"TEST_CIRCLE": "long", "REQUIRE_ALL": "1"}
    _run(context, f"python -m pytest --numprocesses auto --dist loadfile {opties}")


@task
def lint(context: Context) -> None:
    """Controleer stijl, typen en de regels tussen de kamers."""
    for command in ("ruff check .", "ruff format --check .", "mypy", "lint-imports"):
        _run(context, command)


@task
def bench(context: Context) -> None:
    """Meet de bouw, de controle van bronnen en de pakketten, als verhoudingen in dezelfde ronde."""
    for name in ("build", "bibliography", "packs"):
        _run(context, f"python -m benchmarks.{name}")
