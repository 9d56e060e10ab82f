"""System programs that some tests need: skipped with the install command where one is missing."""

import os
import shutil

import pytest

PACKAGES = {
    "chromium": "chromium",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "soffice": "libreoffice-writer",
}


def require_program(name: str) -> str:
    """Return the path of a program; skip the test without it, or fail under REQUIRE_ALL=1."""
    path = shutil.which(name)
    if path is None:
        reason = f"{name} ontbreekt: apt-get install {PACKAGES[name]}"
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path
