"""The browser's arithmetic, run by Node."""

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.programs import require_program
from tests.project import ROOT

SCRIPTS = ROOT / "theme" / "static" / "js" / "components"


@pytest.fixture(scope="session")
def ask_script() -> Callable[[Sequence[Sequence[Any]]], list[Any]]:
    """Gives the script's answers to a list of questions, in one run."""
    node = require_program("node")

    def ask(questions: Sequence[Sequence[Any]]) -> list[Any]:
        script = Path(__file__).with_name("ask.mjs")
        done = subprocess.run(
            [node, str(script), str(SCRIPTS)],
            input=json.dumps(questions),
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(done.stdout)

    return ask
