"""LinkChecker, the program that asks: few questions at a time, no page read further than itself."""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.links.answer import Answer, find_answers

_SETTINGS = """\
[checking]
threads=4
timeout={patience}
recursionlevel=0
maxrequestspersecond={pace}
useragent=kennishub (controle van links)

[filtering]
checkextern=1

[output]
log=csv
verbose=1
status=0

[csv]
encoding=utf-8
parts=urlname,result,warningstring,valid
"""


class MissingError(Exception):
    """LinkChecker is not installed."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How many seconds to wait for an answer, and how often a second to ask one host, from 1."""

    patience: int = 20
    pace: int = 1


def ask(addresses: Iterable[str], folder: Path, manners: Manners) -> Mapping[str, Answer]:
    """Ask each address once; `folder` is where the settings may stand."""
    program = Path(sys.executable).parent / "linkchecker"
    if not program.exists():
        raise MissingError
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "linkchecker.ini"
    settings.write_text(
        _SETTINGS.format(patience=manners.patience, pace=manners.pace), encoding="utf-8"
    )
    done = subprocess.run(
        [str(program), "--config", str(settings), "--stdin"],
        input="\n".join(addresses),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    return dict(find_answers(done.stdout))
