"""Edits of what is not content: the theme, the settings, the hub's own program."""

from pathlib import Path

from tests.publish.edits.files import choose, own, read, replace, write

_MARK = ' data-proef="{}"'
# A template, what to find there, and what comes there, with a number.
TEMPLATES = (
    ("base.html", r'(<html lang="nl")[^>]*', rf"\1{_MARK}"),
    ("page.html", r'(<div class="tekst")[^>]*', rf"\1{_MARK}"),
    ("bron.html", r'(<p class="source__text")[^>]*', rf"\1{_MARK}"),
    ("begrippen.html", r'(<nav class="letters").*?(?= aria)', rf"\1{_MARK}"),
    ("components/review-note.html", r"Deze pagina is .*?(?=gec)", "Deze pagina is {} keer "),
    ("components/page-list.html", r"<ul[^>]*", f"<ul{_MARK}"),
    ("components/source-entry.html", r'(<li class="source").*?(?= id)', rf"\1{_MARK}"),
    ("components/news-list.html", r'(<li class="news__item")[^>]*', rf"\1{_MARK}"),
)


def edit_template(project: Path, number: int) -> None:
    """Change a template, or a component of several."""
    own(project, "theme")
    name, old, new = TEMPLATES[number % len(TEMPLATES)]
    replace(project, f"theme/templates/{name}", old, new.format(number))


def edit_style(project: Path, number: int) -> None:
    """Change a style sheet or a script: the address of all static files follows."""
    own(project, "theme")
    names = ("css/base.css", "css/components/toc.css", "js/main.js", "js/components/toc.js")
    name = f"theme/static/{choose(names, number)}"
    write(project, name, f"{read(project, name)}\n/* proef {number} */\n")


def edit_settings(project: Path, number: int) -> None:
    """Change a setting that shows in every page."""
    name, option = "pelicanconf.py", choose(("trim_blocks", "lstrip_blocks"), number)
    value = f'JINJA_ENVIRONMENT["{option}"]'
    write(project, name, f"{read(project, name)}\n{value} = not {value}\n")


def edit_program(project: Path, number: int) -> None:
    """Let the hub's own program say something else, as an update of it does."""
    own(project, "plugins")
    replace(project, "plugins/core/dutch.py", r'"mei\w*"', f'"mei{"i" * (number % 4 + 1)}"')
