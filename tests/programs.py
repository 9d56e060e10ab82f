"""Programs that some tests need: skipped with the install command where one is missing."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parents[1]

PACKAGES = {
    "caddy": "caddy",
    "chromium": "chromium",
    "java": "default-jre-headless",
    "nginx": "nginx",
    "node": "nodejs",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "rsync": "rsync",
    "setpriv": "util-linux",
    "soffice": "libreoffice-writer",
}


VNU = ROOT / ".ci" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def require_program(name: str) -> str:
    """Return the path of a program; skip the test without it, or fail under REQUIRE_ALL=1."""
    path = shutil.which(name)
    if path is None:
        _miss(f"{name} ontbreekt: apt-get install {PACKAGES[name]}")
    return str(path)


def require_vnu() -> tuple[str, ...]:
    """Return the command of the Nu Html Checker, which npm brings and Java runs."""
    java = require_program("java")
    if not VNU.is_file():
        _miss("vnu.jar ontbreekt: npm ci --prefix .ci --ignore-scripts")
    return (java, "-jar", str(VNU))


def _miss(reason: str) -> NoReturn:
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
