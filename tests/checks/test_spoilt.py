"""Spoilt files, by class: always Problems at the right line, never a traceback, never a wait.

The classes are those that editors meet: another encoding, what a word processor or a chat leaves
behind, half a file, YAML that means something else than it looks like.
"""

import shutil
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.checks.hub import check_hub
from plugins.core.problem import Problem
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from tests.circle import count
from tests.project import BASE

TODAY = date(2026, 11, 21)
PAGE = "pages/meer.md"
DATA = ("regio.yaml", "begrippen.yaml", "cijfers.yaml", "pakketten.yaml")
FILES = (PAGE, "bronnen.bib", *DATA, "openbaar.yaml", "coalitietekst.yaml", "kosten.yaml")
_GUARD = 20  # seconds: only a hang takes as long


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """The content of a tiny good hub; each test puts back what it changes."""
    root = tmp_path_factory.mktemp("spoilt") / "content"
    shutil.copytree(BASE / "content", root)
    for name in FILES:
        if not (root / name).exists():
            (root / name).write_bytes(b"[]\n" if name == "openbaar.yaml" else b"")
    return root


def check(root: Path) -> tuple[Problem, ...]:
    """Return the problems; fail when they do not come."""
    found: list[object] = []

    def act() -> None:
        try:
            found.append(check_hub(render_hub(read_hub(root)), TODAY))
        except BaseException as error:
            found.append(error)

    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    thread.join(_GUARD)
    assert found, "the checks hang"
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]  # type: ignore[return-value]


def check_spoilt(root: Path, name: str, data: bytes) -> list[Problem]:
    """Return the problems of one file, when it holds `data`."""
    path = root / name
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        return [one for one in check(root) if one.file == f"content/{name}"]
    finally:
        path.write_bytes(before)


def good(name: str) -> bytes:
    path = BASE / "content" / name
    return path.read_bytes() if path.exists() else b"- a: 1\n- b: 2\n- c: 3\n"


def spoil_line(name: str, line: int, sign: bytes) -> bytes:
    """Return a good file with `sign` at the end of a line."""
    lines = good(name).split(b"\n")
    lines[line - 1] += sign
    return b"\n".join(lines)


def codes(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in problems]


SIGNS = (
    (b"\xe9", "BST001"),  # Latin-1
    ("\u202e".encode(), "BST002"),  # turns the text around
    (b"\x80", "BST001"),  # Windows-1252
    (b"\xc0\xaf", "BST001"),  # more bytes than a sign needs
    (b"\xed\xa0\x80", "BST001"),  # half a sign of UTF-16
    (b"\0", "BST002"),
    (b"\x1b[31m", "BST002"),
    ("\u2067".encode(), "BST002"),
    ("\u200f".encode(), "BST002"),
    ("\u200b".encode(), "BST002"),  # no width
    ("\ufeff".encode(), "BST002"),  # a byte order mark of a file that was pasted
    ("\u2028".encode(), "BST002"),
)


@pytest.mark.parametrize(
    ("name", "sign", "code"),
    [
        *((PAGE, *one) for one in SIGNS),
        *((name, *one) for name in FILES[1:] for one in SIGNS[:2]),
    ],
)
def test_a_sign_that_does_not_belong_is_told_at_its_line(root, name, sign, code):
    assert codes(check_spoilt(root, name, spoil_line(name, 2, sign))) == [(2, code)]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        *((PAGE, encoding) for encoding in ("utf-16-be", "utf-32", "cp037")),
        *((name, "utf-16") for name in FILES),
    ],
)
def test_another_encoding_is_told_and_nothing_else(root, name, encoding):
    text = "# één\n" + good(name).decode()
    (problem,) = check_spoilt(root, name, text.encode(encoding))
    assert (problem.line, problem.code) == (1, "BST001")


@pytest.mark.parametrize("name", FILES[:6])
@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        lambda data: data + b"\n\n\n",
    ],
    ids=["crlf-bom", "blank-lines"],
)
def test_line_ends_and_a_byte_order_mark_are_innocent(root, name, change):
    assert check_spoilt(root, name, change(good(name))) == []


@pytest.mark.parametrize("name", FILES[:6])
def test_with_them_a_problem_still_stands_at_its_line(root, name):
    data = b"\xef\xbb\xbf" + spoil_line(name, 2, b"\0").replace(b"\n", b"\r\n")
    assert codes(check_spoilt(root, name, data)) == [(2, "BST002")]


@pytest.mark.parametrize(
    ("name", "code"),
    [(PAGE, "PAG001"), ("regio.yaml", "VLD001"), ("cijfers.yaml", ""), ("begrippen.yaml", "")],
)
@pytest.mark.parametrize("data", [b"", b"\n", b"  \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_what_is_missing_or_that_it_is_empty(root, name, code, data):
    found = check_spoilt(root, name, data)
    assert all(one.line == 1 or one.code.startswith("YML") for one in found)
    if code:
        assert found


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        *((name, b"a") for name in FILES),
        *((PAGE, unit) for unit in (b"\n", b"[", b"'", b"\xc3\xa9 ", b"`a` ")),
        *(("regio.yaml", unit) for unit in (b"a: b\n", b"- a\n", b"{")),
        *(("bronnen.bib", unit) for unit in (b"@report{a,\n", b"{", b'"')),
    ],
)
def test_ten_megabytes_are_refused_and_not_read(root, name, unit):
    found = check_spoilt(root, name, unit * (10_000_000 // len(unit)))
    assert [one.code for one in found] == ["BST004"]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        *((PAGE, unit) for unit in ("`a` ", "\n", "- a\n\n", "a\n\n")),
        *(("regio.yaml", unit) for unit in ("a: b\n", "- [", "#a\n")),
        *(("bronnen.bib", unit) for unit in ("{", "@", "%\n")),
    ],
)
def test_what_is_just_small_enough_to_read_is_checked_soon(root, name, unit):
    data = good(name).decode() + unit * (190_000 // len(unit))
    assert len(check_spoilt(root, name, data.encode())) >= 0


YAML = (
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "YML003"),
    ("a: b\n\tc: d\n", 2, "YML001"),
    ("a: 1\nb: 2\na: 3\n", 3, "YML002"),
    ("a: !!python/object:os.system x\n", 1, "YML003"),
    ("a: [b\n", 1, "YML001"),
    ('a: "b\n', 1, "YML001"),
    ("a: b\n---\nc: d\n", 2, "YML001"),
    ("a: b: c\n", 1, "YML001"),
    ("<<: *x\n", 1, "YML003"),
    ("? [a, b]\n: c\n", 1, ""),
    ("a: |\n  b\n c\n", 3, "YML001"),
    (200 * "- " + "a\n", 1, ""),
    ("%YAML 9.9\n---\na: b\n", 1, ""),
)


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        *(("regio.yaml", *one) for one in YAML),
        *((name, *one) for name in DATA[1:] for one in YAML[:3]),
    ],
)
def test_yaml_that_means_something_else_is_told_at_its_line(root, name, text, line, code):
    found = check_spoilt(root, name, text.encode())
    assert found
    assert not code or (line, code) in codes(found)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("gecontroleerd", "2026-02-30", "VLD003"),
        ("gecontroleerd", "21-11-2026", "VLD003"),
        ("gecontroleerd", "2026-11-21T10:00:00", "VLD003"),
        ("gecontroleerd", "morgen", "VLD003"),
        ("soort", "no", "VLD003"),
        ("soort", "Uitleg", "VLD003"),
        ("voor", "no", "VLD003"),
        ("voor", "[]", "VLD001"),
        ("soort", "[uitleg]", "VLD003"),
        ("soort", "{a: b}", "VLD003"),
    ],
)
def test_a_value_that_yaml_would_bend_is_told_as_it_was_typed(root, field, value, code):
    lines = good(PAGE).decode().split("\n")
    place = next(number for number, line in enumerate(lines) if line.startswith(f"{field}:"))
    lines[place] = f"{field}: {value}"
    found = check_spoilt(root, PAGE, "\n".join(lines).encode())
    assert [one for one in codes(found) if one[1] != "PAG005"] == [
        (2 if code == "VLD001" else place + 1, code)
    ]


@pytest.mark.parametrize("value", ["no", "nee", "null", "~", "1e3", "0o17", "12:30", "yes"])
def test_a_word_that_yaml_would_bend_is_a_title_like_any_other(root, value):
    text = good(PAGE).decode().replace("titel: Meer", f"titel: {value}")
    assert check_spoilt(root, PAGE, text.encode()) == []


@pytest.mark.parametrize(
    ("name", "word", "twin"),
    [(PAGE, "titel:", "tit\u0435l:"), ("regio.yaml", "naam:", "n\u0430am:")],
)
def test_a_key_with_a_letter_of_another_alphabet_is_named(root, name, word, twin):
    text = good(name).decode()
    line = text[: text.index(word)].count("\n") + 1
    found = check_spoilt(root, name, text.replace(word, twin, 1).encode())
    unknown = next(one for one in found if one.code == "VLD002")
    assert unknown.line == line
    assert unknown.hint.startswith(f"Typ «{word[:-1]}» opnieuw: hier is «")


def test_a_citation_with_a_letter_of_another_alphabet_is_named(root):
    text = good(PAGE).decode().replace("@plan-2018", "@pl\u0430n-2018")
    (problem,) = check_spoilt(root, PAGE, text.encode())
    assert (problem.line, problem.code) == (13, "REF001")
    assert "(U+0430)" in problem.hint


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Mail naar info@proef.nl of bel 112.", []),
        ("Met \\@niemand en \\[@niets].", []),
        ("`[@sleutel-in-code]` en `@ook`", []),
        ("```\n[@sleutel]\n<script>\n```", []),
        ("Nummer 249566758 is een zaak.", []),
        ("Het kost 4,85 per kind, 1.500 in totaal \\[ongeveer].", []),
        ("5 < 6 en 7 > 3 & zo.", []),
        ("Een lege `[]` en [tekst](index.md).", []),
    ],
)
def test_innocent_twins_are_left_alone(root, body, found):
    assert codes(check_spoilt(root, PAGE, good(PAGE) + f"\n{body}\n".encode())) == found


@pytest.mark.parametrize("name", FILES[:3])
def test_a_file_cut_anywhere_is_problems_or_a_shorter_file(root, name):
    data = good(name)
    for size in range(0, len(data), max(1, len(data) // count(desk=8, ci=40, long=len(data)))):
        lines = data[:size].count(b"\n") + 1
        assert all(1 <= one.line <= lines for one in check_spoilt(root, name, data[:size]))


NASTY = st.sampled_from(
    (
        "\0", "\t", "\r", "\r\n", "\u202e", "\u200b", "\ufeff", "\u00ad", "e\u0301", "\U0001f600",
        "\ud800", "---\n", "...\n", "- ", ": ", " #", "&a ", "*a", "!!x ", "[", "]", "{", "}", "{{",
        "'", '"', "`", "```\n", "|", ">", "%", "@", "@{", "[@", "[#", "[%", "](", "!!! x\n", "\\",
        "@report{", "=", ",", "\n", "\n\n", "    ", "<x>", "2026-02-30", "no", "~", "1,500", "€",
    )
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 30), st.lists(NASTY, max_size=6)),
    min_size=1, max_size=3,
)  # fmt: skip


@pytest.mark.parametrize("name", FILES[:6])
@given(edits=EDITS)
@settings(
    max_examples=count(desk=10, ci=40, long=500),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_however_a_file_is_spoilt_its_problems_stand_in_it(root, name, edits):
    text = good(name).decode()
    for place, length, signs in edits:
        start = place % (len(text) + 1)
        text = text[:start] + "".join(signs) + text[start + length :]
    data = text.encode(errors="surrogatepass")
    lines = data.count(b"\n") + 1
    for problem in check_spoilt(root, name, data):
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message
        assert problem.hint
