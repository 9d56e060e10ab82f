"""A finished site looked at on demand: one in a folder, or one that is served on this computer."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from plugins.checks.report import render_closing, stops_publish
from plugins.core.problem import Problem, render_problem, sort_problems
from plugins.verify.served import NotServedError, fetch_site
from plugins.verify.site import verify_site

_SHOWN = 100  # one fault in the frame of all pages is told often


def inspect_folder(folder: Path, today: date) -> int:
    """Say what is wrong with the site in `folder`; return the exit code, 2 without a folder."""
    if not folder.is_dir():
        print(f"{folder}: deze map is er niet. Bouw eerst de site: invoke build", file=sys.stderr)
        return 2
    return _tell(verify_site(folder, folder.name, today))


def inspect_served(address: str, today: date) -> int:
    """Say what is wrong with the site that is served at `address`, and with how it is served."""
    with tempfile.TemporaryDirectory() as name:
        try:
            problems = fetch_site(address, Path(name))
        except NotServedError as error:
            print(error, file=sys.stderr)
            return 2
        found = verify_site(Path(name), address.rstrip("/"), today)
    return _tell(sort_problems((*problems, *found)))


def _tell(problems: tuple[Problem, ...]) -> int:
    for problem in problems[:_SHOWN]:
        print(render_problem(problem))
    if len(problems) > _SHOWN:
        print(f"… en nog {len(problems) - _SHOWN}")
    print(render_closing(problems, "De site is"))
    return 1 if stops_publish(problems) else 0
