"""The help numbers: the same in the packs as on every page of the site."""

import re

from plugins.packs.help import HELP_NUMBERS
from tests.project import ROOT

THEME = ROOT / "theme" / "templates" / "components" / "help-numbers.html"
ENTRY = re.compile(r"\{'name': '(.*?)', 'number': '(.*?)', 'tel': '(.*?)', 'note': '(.*?)'\}")


def test_packs_and_pages_give_the_same_numbers():
    shown = ENTRY.findall(THEME.read_text(encoding="utf-8"))
    assert shown == [
        (help.name, help.number, help.number.replace("-", ""), help.note) for help in HELP_NUMBERS
    ]
