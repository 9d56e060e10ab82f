"""One small whole site; each test gets a copy to spoil."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from plugins.core.manifest import write_manifest
from plugins.core.problem import Problem
from plugins.verify.site import verify_site
from tests.whole import whole

__all__ = ["whole"]

TODAY = date(2026, 11, 21)


@pytest.fixture
def site(whole, tmp_path) -> Path:
    """A copy of the whole site."""
    return shutil.copytree(whole, tmp_path / "site")


def verify(site: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a site."""
    return verify_site(site, "output", TODAY)


def verify_sealed(site: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a site whose list of files was made after it was spoilt."""
    write_manifest(site)
    return verify(site)
