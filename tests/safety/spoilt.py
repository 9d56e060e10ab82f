"""The hub's own content with markup in every text that it holds, built as a preview builds it:
whatever the checks say.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.project import ROOT, make_project

# Out of attributes, comments, scripts, titles and Markdown; what stays text shows as it is.
PAYLOAD = (
    "\"'>--></script></title></textarea><img src=x onerror=alert(1)><script>alert(1)</script>"
    "<svg/onload=alert(1)>[a](javascript:alert(1))"
)
SIGN = "onerror=alert(1)"
_BODY = """

## Kop {payload}

Tekst {payload} met [een link {payload}](index.md "{payload}")
en ![beeld {payload}](x.png "{payload}").

[Klik](javascript:alert(1)), [klik][k], <javascript:alert(1)>,
[klik](data:text/html,<script>alert(1)</script>),
*nadruk*{{: onclick=alert(1) }} en [klik](index.md){{: onmouseover=alert(1) style=x }}.

[k]: javascript:alert(1) "{payload}"

| kop {payload} | b |
|---|---|
| cel {payload} | `code {payload}` |

!!! kern "Titel {payload}"
    Inhoud {payload}

!!! stappen "Titel {payload}"
    1. **Stap {payload}** en tekst {payload}
    2. **Twee** en tekst

!!! rollen "Rollen {payload}"
    - **Rol {payload}** doet {payload}
    - **Twee** doet niets

Begrip {payload}
:   Uitleg {payload}

> Citaat {payload}

```
code {payload}
```
"""
LETTER = "brieven/agenda-startoverleg.md"  # the first, which thinning out leaves
FORMULA = "=HYPERLINK(1)+"  # before each remark on a figure, which becomes a cell of a table
_KEPT = 4  # of each list: the others are spoilt alike
_BIB_FIELD = re.compile(r"(= *\{[^{}]* [^{}]*)\}")
_FRONT = re.compile(r"\A---\n(?P<fields>.*?)^---\n", re.S | re.M)


def build_spoilt(folder: Path) -> Path:
    """Return the output folder of the spoilt hub, built in `folder`."""
    project = make_project(folder, ROOT / "content")
    content = project / "content"
    _thin_out(content)
    for path in sorted(content.rglob("*.*")):
        if path.is_file() and path.suffix != ".png":
            _spoil_file(path)
    _change(content / "pakketten.yaml", _keep_one_pack)
    _change(content / "cijfers.yaml", _begin_with_formulas)
    _change(content / "regio.yaml", lambda region: {**region, "adres": "https://hub.example"})
    command = [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py"]
    options = ["--output", "output", "--extra-settings", "STRICT=false"]
    done = subprocess.run(
        [*command, *options], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    (project / "checked.txt").write_text(done.stderr, encoding="utf-8")
    return project / "output"


def _thin_out(content: Path) -> None:
    """Leave the pages right in pages/, which have the templates, and one of each other folder."""
    for folder in sorted(path for path in content.rglob("*") if path.is_dir()):
        pages = sorted(folder.glob("*.md"))
        for path in pages[1:] if folder.name != "pages" else ():
            path.unlink()


def _spoil_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        text = _spoil_yaml(text)
    elif path.suffix == ".bib":
        entries = "\n@".join(text.split("\n@")[: _KEPT + 1])
        text = _BIB_FIELD.sub(rf"\1 {_escape(PAYLOAD)}}}", entries)
    elif path.suffix == ".md":
        front = _FRONT.match(text)
        assert front
        fields = _spoil_yaml(front["fields"])
        text = f"---\n{fields}\n---\n{text[front.end() :]}{_BODY.format(payload=PAYLOAD)}"
    path.write_text(text, encoding="utf-8")


def _escape(text: str) -> str:
    return text.replace("\\", r"\\")


def _spoil_yaml(text: str) -> str:
    return json.dumps(_spoil(yaml.load(text, yaml.BaseLoader)), ensure_ascii=False, indent=1)


def _spoil(value: Any) -> Any:
    """Return the value with the payload behind every text of more than one word."""
    if isinstance(value, dict):
        return {key: _spoil(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_spoil(child) for child in value[:_KEPT]]
    return f"{value} {PAYLOAD}" if " " in value else value


def _change(path: Path, change: Callable[[Any], Any]) -> None:
    path.write_text(json.dumps(change(json.loads(path.read_text(encoding="utf-8")))), "utf-8")


def _begin_with_formulas(figures: Any) -> Any:
    """Return the figures with texts that a spreadsheet would work out."""
    for figure in figures["cijfers"]:
        figure["wat"] = FORMULA + figure["wat"]
    return figures


def _keep_one_pack(packs: Any) -> Any:
    """Return the packs with the first alone, of one letter that is still there."""
    first = {**packs["pakketten"][0]}
    sheet = {"bestand": LETTER, "soort": "blad", "bladzijden": "9", "voor": f"team {PAYLOAD}"}
    first["onderdelen"] = [sheet]
    first.pop("gids", None)
    original = yaml.load((ROOT / "content" / "pakketten.yaml").read_text("utf-8"), yaml.BaseLoader)
    return {"invulplekken": original["invulplekken"], "pakketten": [first]}
