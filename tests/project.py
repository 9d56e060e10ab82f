"""A project of its own for a test: the hub's code with content that may be spoilt."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITES = ROOT / "tests" / "sites"
BASE = SITES / "base"

BUILD = """
import sys
from pathlib import Path
from plugins.publish.build import build_site
sys.exit(build_site(Path.cwd(), sys.argv[1]))
"""


def make_project(folder: Path, *contents: Path) -> Path:
    """Return `folder` as a project; its content is laid together, later over earlier."""
    for name in ("plugins", "theme"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder / name)
    for content in contents:
        shutil.copytree(content, folder / "content", dirs_exist_ok=True)
    return folder


# Some messages name years that can be; this keeps them as they are.
DAY = {"SOURCE_DATE_EPOCH": "1795219200"}  # 21 November 2026


def run_build(
    project: Path,
    environment: Mapping[str, str] | None = None,
    conf: str = "pelicanconf.py",
) -> subprocess.CompletedProcess[str]:
    """Build `project` as `invoke build` does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", BUILD, conf],
        cwd=project,
        env={**(os.environ if environment is None else environment), **DAY},
        capture_output=True,
        text=True,
        check=False,
    )
