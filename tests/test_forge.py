"""What GitHub, GitLab and git get from the repository: sound by their own linters, and it works."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import BASE, ROOT, make_project

PROGRAMS = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOOKS = ROOT / ".ci" / "hooks"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS),
        ("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform",
         "gitlab-ci", ROOT / ".gitlab-ci.yml"),
        ("zizmor", "--offline", "--no-progress", ROOT / ".github"),
    ],
    ids=["GitHub's schema", "GitLab's schema", "zizmor"],
)  # fmt: skip
def test_a_workflow_is_sound(arguments):
    name, *rest = arguments
    done = subprocess.run([PROGRAMS / name, *rest], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_workflows_call_chores_that_exist():
    listed = subprocess.run(
        [PROGRAMS / "invoke", "--list"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    chores = set(re.findall(r"^  (\w+)", listed, re.M))
    assert find_called(r"bin/invoke (\w+)") >= {"check", "links"}
    assert find_called(r"bin/invoke (\w+)") <= chores


def test_workflows_make_what_the_makefile_knows():
    targets = set(re.findall(r"^([\w./]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    made = find_called(r"(?:run:|- |^) *make ([\w./]+)")
    # Publishing needs packages of its own, which only this target brings.
    assert made >= {"site", "publish", ".venv/site.stamp", ".venv/test.stamp"}
    assert made <= targets


def find_called(pattern):
    """Return what the workflows and the hook call by a pattern with one group."""
    files = [*WORKFLOWS, ROOT / ".gitlab-ci.yml", HOOKS / "pre-commit"]
    return {name for path in files for name in re.findall(pattern, path.read_text("utf-8"), re.M)}


def test_both_forges_ask_the_same_of_who_proposes_a_change():
    here = ROOT / ".github" / "pull_request_template.md"
    there = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert here.read_bytes() == there.read_bytes()


@pytest.fixture
def repository(tmp_path):
    """A repository with a small site, its hook switched on."""
    project = make_project(tmp_path, BASE / "content")
    shutil.copy(ROOT / "tasks.py", project)
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "invoke").symlink_to(PROGRAMS / "invoke")
    run_git(project, "init", "--quiet")
    run_git(project, "config", "core.hooksPath", str(HOOKS))
    return project


def run_git(project, *arguments):
    names = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Proef"), ("EMAIL", "proef@voorbeeld.example"))
    }
    return subprocess.run(
        ["git", *arguments],
        cwd=project,
        env=os.environ | names | {"GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_lets_a_good_page_through_and_stops_a_bad_one(repository):
    run_git(repository, "add", "content")
    assert run_git(repository, "commit", "-m", "goed").returncode == 0
    page = repository / "content" / "pages" / "meer.md"
    page.write_text(page.read_text("utf-8") + "\nEen bron [@die-er-niet-is].\n", "utf-8")
    run_git(repository, "add", "content")
    refused = run_git(repository, "commit", "-m", "stuk")
    assert refused.returncode != 0
    assert "content/pages/meer.md" in refused.stdout + refused.stderr
    assert "die-er-niet-is" in refused.stdout + refused.stderr
    assert run_git(repository, "log", "--format=%s").stdout == "goed\n"


def test_the_hook_leaves_a_commit_without_texts_alone(repository):
    (repository / "LEESMIJ").write_text("Niets.\n", "utf-8")
    run_git(repository, "add", "LEESMIJ")
    assert run_git(repository, "commit", "-m", "los").returncode == 0
