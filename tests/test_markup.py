"""The markup of everything built, by the checker that browsers' makers and W3C use."""

import json
import subprocess

from tests.circle import count
from tests.programs import require_vnu

KINDS = {".html", ".css", ".svg"}

# What browsers know, or skip without harm, and this checker of styles does not know yet.
NEW_STYLES = {
    "CSS: “container”: Property “container” doesn't exist.",
    "CSS: Unrecognized at-rule “@container”",
    "CSS: “animation-timeline”: Property “animation-timeline” doesn't exist.",
}


def test_the_nu_html_checker_finds_no_error_in_pages_styles_and_drawings(hub):
    found = sorted(str(path) for path in hub.output.rglob("*") if path.suffix in KINDS)
    pages = [path for path in found if path.endswith(".html")]
    rest = set(found).difference(pages)
    files = sorted(rest.union(pages[:: count(desk=10, ci=1, long=1)]))
    options = ("--also-check-css", "--also-check-svg", "--errors-only", "--format", "json")
    command = (*require_vnu(), *options, "--exit-zero-always", "--stdout", *files)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    errors = {
        (message["url"].partition("/output/")[2], message.get("lastLine"), message["message"])
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info" and message["message"] not in NEW_STYLES
    }
    assert sorted(errors, key=str) == []
