"""The list of codes for editors: the same codes as elsewhere, and examples that are true."""

import ast
import re
import shutil
from datetime import date

import pytest

from plugins.checks.codes import read_codes, read_families
from plugins.checks.hub import check_hub
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from tests.project import ROOT, SITES
from tests.test_docs import find_codes

CODES = read_codes()
STOPS = {"yes": ("ja", "soms"), "advice": ("nee",)}
SPAN = re.compile(r"`([^`]+)`")
# Examples that someone writes on a page, and names of files: each has to bring its own code.
ON_A_PAGE = (
    "YML001", "VLD002", "PAG003", "PAG004", "PAG008", "PAG015", "PAG016", "PAG019", "PAG020",
    "PAG021", "TYP001", "LNK001", "LNK002", "LNK003", "LNK005", "LNK006", "IMG001", "REF001",
    "REF004", "REF007", "CYF014", "CYF015", "CYF016", "CYF017", "BGR006", "REG004", "REG005",
    "REG006", "KOS005", "COA007",
)  # fmt: skip
AS_A_NAME = ("BST006", "BST007", "BST009", "BST010")
FIELDS = {
    "titel": "Proef",
    "samenvatting": "Een proef.",
    "voor": "[iedereen]",
    "soort": "uitleg",
    "gecontroleerd": "2026-11-20",
    "herzien_voor": "2027-11-20",
}


def test_every_code_is_there_once_below_its_letters():
    named = [code.code for family in read_families() for code in family.codes]
    assert sorted(named) == sorted(find_codes())
    for family in read_families():
        own = [code.code for code in family.codes]
        assert own == sorted(own)
        assert {code[:3] for code in own} == {family.letters}
        assert family.about


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_each_says_what_is_wrong_how_it_looks_and_what_to_do(code):
    assert code.stops in ("ja", "nee", "soms")
    assert code.example
    assert re.match(r"[A-Z`].*[.?]\Z", code.fault)
    assert re.match(r"[A-Z`].*\.\Z", code.mend)
    assert code.example.count("`") % 2 == code.mend.count("`") % 2 == code.fault.count("`") % 2 == 0


def test_developers_read_of_the_same_codes_whether_they_stop():
    text = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z]{3}\d{3}) \|.*\| (\w+) \|$", text, re.M)
    assert len(rows) == len(CODES)
    for code, stops in rows:
        assert CODES[code].stops in STOPS[stops], code


def find_advised(tree: ast.AST):
    """Yield each code that a call hands to a Problem, with whether that one is sure to be advice,
    sure to stop, or None.
    """
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        codes = [one.value for one in call.args if isinstance(one, ast.Constant)]
        given = [one.value for one in call.keywords if one.arg == "stops"]
        for code in codes:
            if name in ("Problem", "problem") and isinstance(code, str) and code in CODES:
                yield code, getattr(given[0], "value", None) is False if given else False


def test_what_is_said_to_be_advice_is_so_in_the_code():
    found: dict[str, set[bool]] = {}
    for path in (ROOT / "plugins").rglob("*.py"):
        for code, advice in find_advised(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(code, set()).add(advice)
    assert len(found) > 100
    for code, advised in found.items():
        assert advised == {CODES[code].stops == "nee"} or CODES[code].stops == "soms", code


def test_what_is_said_to_be_advice_was_so_on_the_tiny_sites():
    told = "\n".join(path.read_text("utf-8") for path in SITES.glob("*/problems.txt"))
    seen = set(re.findall(r": ([A-Z]{3}\d{3})( \(advies\))? ", told))
    assert seen
    for code, advice in seen:
        assert CODES[code].stops in (("nee", "soms") if advice else ("ja", "soms")), code


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The codes that the hub's own checks tell of each example, put where it belongs."""
    root = tmp_path_factory.mktemp("voorbeelden") / "content"
    shutil.copytree(ROOT / "content", root)
    files = {code: write_example(root, code) for code in (*ON_A_PAGE, *AS_A_NAME)}
    problems = check_hub(render_hub(read_hub(root)), date(2026, 11, 21), frozenset(files.values()))
    return {code: {one.code for one in problems if one.file == files[code]} for code in files}


def write_example(root, code):
    example = SPAN.findall(CODES[code].example)[0]
    if code in AS_A_NAME:
        path, text = root.parent / example, "Tekst.\n"
    else:
        path, text = root / "pages" / f"proef-{code.lower()}.md", write_page(example)
    path.write_text(text, encoding="utf-8")
    return path.relative_to(root.parent).as_posix()


def write_page(example: str) -> str:
    name, colon, _ = example.partition(": ")
    is_field = colon and (name in FIELDS or name == "titl")
    fields = {key: f"{key}: {value}" for key, value in FIELDS.items()}
    if is_field:
        fields[name] = example
    head = "\n".join(("---", *fields.values(), "---"))
    return f"{head}\n\n## Kop\n\n{'Tekst.' if is_field else example}\n"


@pytest.mark.parametrize("code", [*ON_A_PAGE, *AS_A_NAME])
def test_an_example_brings_its_own_code(found, code):
    assert code in found[code]
