"""What the documents promise is there."""

import re
from pathlib import Path

from tests.project import ROOT

CODE = re.compile(r'"([A-Z]{3}\d{3})"')


def read_all(folder: Path, *endings: str) -> str:
    paths = sorted(path for path in folder.rglob("*") if path.suffix in endings)
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def find_codes() -> set[str]:
    return set(CODE.findall(read_all(ROOT / "plugins", ".py")))


def test_every_problem_code_is_documented_and_no_other():
    documented = re.findall(
        r"^\| ([A-Z]{3}\d{3}) \|", (ROOT / "docs/problems.md").read_text(encoding="utf-8"), re.M
    )
    assert sorted(documented) == sorted(set(documented))
    assert set(documented) == find_codes()


def test_every_problem_code_stands_in_a_test():
    tested = set(re.findall(r"\b[A-Z]{3}\d{3}\b", read_all(ROOT / "tests", ".py", ".txt")))
    assert find_codes() - tested == set()


def test_every_file_that_the_documents_link_to_exists():
    for document in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        text = re.sub(r"`[^`\n]*`", "", document.read_text(encoding="utf-8"))
        for link in re.findall(r"\]\(([^)#:\s]+)\)", text):
            assert (document.parent / link).exists(), f"{document.name}: {link}"


def test_every_chore_in_the_readme_is_a_task():
    tasks = re.findall(
        r"@task.*?\ndef (\w+)", (ROOT / "tasks.py").read_text(encoding="utf-8"), re.S
    )
    named = re.findall(r"^\| `invoke (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(named) == sorted(tasks)


def test_the_lock_files_hold_hashes_and_name_no_host():
    for lock in ROOT.glob("requirements*.txt"):
        text = lock.read_text(encoding="utf-8")
        packages = re.findall(r"^([a-z0-9][\w.-]*)==", text, re.M)
        blocks = re.split(r"^(?=[a-z0-9][\w.-]*==)", text, flags=re.M)[1:]
        assert packages
        assert all("--hash=sha256:" in block for block in blocks)
        assert "://" not in text


def test_whoosh_is_pinned_exactly():
    assert "\nwhoosh-reloaded==" in (ROOT / "requirements.in").read_text(encoding="utf-8")
