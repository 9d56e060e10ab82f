"""Each kind of fault, planted once in a whole site, is found: its code, its file and its line."""

import gzip
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import ROOT
from tests.verify.conftest import verify, verify_sealed

PAGE = "meer/index.html"


def edit(name: str, old: str, new: str) -> Callable[[Path], str]:
    """Return a fault: in the file of this name the first `old` becomes `new`."""

    def plant(site: Path) -> str:
        path = find(site, name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path.relative_to(site).as_posix()

    return plant


def find(site: Path, name: str) -> Path:
    """Return the file of this name; parts of it may be a star."""
    paths = sorted(site.glob(name))
    assert paths, f"there is no {name}"
    return paths[0]


def body(html: str) -> Callable[[Path], str]:
    """Return a fault: markup in the text of a page."""
    return edit(PAGE, "<h1>", f"{html}<h1>")


def write(name: str, data: bytes) -> Callable[[Path], str]:
    """Return a fault: a file of these bytes."""

    def plant(site: Path) -> str:
        path = find(site, name) if "*" in name else site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path.relative_to(site).as_posix()

    return plant


def remove(name: str) -> Callable[[Path], str]:
    """Return a fault: a file that is gone."""

    def plant(site: Path) -> str:
        path = find(site, name)
        path.unlink()
        return path.relative_to(site).as_posix()

    return plant


def cut(name: str) -> Callable[[Path], str]:
    """Return a fault: a file of which the second half is gone."""

    def plant(site: Path) -> str:
        path = find(site, name)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        return path.relative_to(site).as_posix()

    return plant


def link(site: Path) -> str:
    (site / "geheim.txt").symlink_to("/etc/passwd")
    return "geheim.txt"


def twin(site: Path) -> str:
    (site / "DELEN.PNG").write_bytes(b"x")
    return "delen.png"


def repack(change: Callable[[str, bytes], tuple[str, bytes] | None]) -> Callable[[Path], str]:
    """Return a fault: a ZIP with a part that is another, or is gone."""

    def plant(site: Path) -> str:
        path = find(site, "downloads/*/*.zip")
        with zipfile.ZipFile(path) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
        with zipfile.ZipFile(path, "w") as package:
            for part in parts:
                changed = change(*part)
                if changed:
                    package.writestr(*changed)
        return path.relative_to(site).as_posix()

    return plant


def spoil_collection(
    change: Callable[[dict], object], told: str = "collection.json"
) -> Callable[[Path], str]:
    """Return a fault in the file from which the search starts."""

    def plant(site: Path) -> str:
        path = site / "zoeken/index/collection.json"
        value = json.loads(path.read_bytes())
        change(value)
        path.write_text(json.dumps(value), encoding="utf-8")
        return f"zoeken/index/{told}"

    return plant


def unlist(site: Path) -> str:
    files = {path: path.read_text(encoding="utf-8") for path in site.glob("zoeken/index/*/pages-*")}
    ((path, text),) = ((path, text) for path, text in files.items() if '"/meer/"' in text)
    path.write_text(text.replace('"/meer/"', '"/weg/"'), encoding="utf-8")
    return "zoeken/index/collection.json"


POLICY = "default-src 'none'; "
SCRIPT = "theme/*/js/main.js"
STYLE = "theme/*/css/site.css"
FAULTS = {
    # Links, images and downloads
    "a link to no page": (body('<a href="../weg/">x</a>'), "VER001"),
    "a link out of the site": (body('<a href="../../../etc/passwd">x</a>'), "VER001"),
    "a link from the root to no page": (body("<a href='/weg/'>x</a>"), "VER001"),
    "a full link to no page of this site": (
        body('<a href="https://hub.example/weg/">x</a>'), "VER001",
    ),
    "a download that is gone": (body('<a href="../downloads/school/weg.pdf">x</a>'), "VER001"),
    "a link to no anchor": (body('<a href="../#weg">x</a>'), "VER002"),
    "a link to no anchor of its own page": (body('<a href="#weg">x</a>'), "VER002"),
    "an image that is gone": (body('<img src="weg.png" alt="x">'), "VER003"),
    "a picture of several that is gone": (
        body('<img srcset="../delen.png 1x, weg.png 2x" alt="x">'), "VER003",
    ),
    "a style sheet that is gone": (body('<link rel="stylesheet" href="weg.css">'), "VER003"),
    "a font that is gone": (edit(STYLE, "@", "p { src: url(weg.woff2) }\n@"), "VER003"),
    "a module that is gone": (edit(SCRIPT, "const", "import './weg.js';\nconst"), "VER003"),
    # Ids
    "an id that stands twice": (body('<i id="inhoud"></i>'), "VER004"),
    "an id without a name": (body('<i id=""></i>'), "VER004"),
    # Requests to others
    "an image of another": (body('<img src="https://x.example/a.png" alt="">'), "VER005"),
    "an image of another without its scheme": (body('<img src="//x.example/a" alt="">'), "VER005"),
    "an image of another behind backslashes": (body(r'<img src="\\x.example/a" alt="">'), "VER005"),
    "an image of another behind a line end": (
        body('<img src="\thtt\nps://x.example/a" alt="">'), "VER005",
    ),
    "a script of another": (body('<script src="https://x.example/a.js"></script>'), "VER005"),
    "a style sheet of another": (body('<link rel=stylesheet href=//x.example/a>'), "VER005"),
    "a name looked up early": (body('<link rel="dns-prefetch" href="//x.example">'), "VER005"),
    "a form to another": (body('<form action="https://x.example/"></form>'), "VER005"),
    "a button to another": (body('<button formaction="https://x.example/">x</button>'), "VER005"),
    "a link that tells another": (body('<a href="../" ping="https://x.example/">x</a>'), "VER005"),
    "a drawing of another": (body('<svg><use href="https://x.example/a#b"/></svg>'), "VER005"),
    "a fill of another": (
        body('<svg><path fill="url(https://x.example/a#b)"/></svg>'), "VER005",
    ),
    "a page that leads to another": (
        body('<meta http-equiv="refresh" content="0; url=https://x.example/">'), "VER005",
    ),
    "a style that asks another": (edit(STYLE, "@", "p{background:url(//x.example/a)}@"), "VER005"),
    "a style that asks another in signs": (
        edit(STYLE, "@", r"p{background:\75 rl('https\3a //x.example/a')}@"), "VER005",
    ),
    "a style that fetches another": (edit(STYLE, "@", '@import "https://x.example/a";@'), "VER005"),
    "a script that asks another": (
        edit(SCRIPT, "import", "fetch('https://x.example/');\nimport"), "VER005",
    ),
    "a module of another": (
        edit(SCRIPT, "const", "import '//x.example/a.js';\nconst"), "VER005",
    ),
    "an own address that is another's": (
        edit(PAGE, 'canonical" href="https://hub.example', 'canonical" href="https://x.example'),
        "VER005",
    ),
    # What runs inside the page
    "a script inside the page": (body("<script>alert(1)</script>"), "VER006"),
    "a style inside the page": (body("<style>p{}</style>"), "VER007"),
    "a style on an element": (body('<i style="color:red">x</i>'), "VER007"),
    "a handler": (body("<img src=../delen.png alt='' onerror=alert(1)>"), "VER008"),
    "a handler in capitals": (body("<SVG OnLoad=alert(1)></SVG>"), "VER008"),
    "a link that runs": (body('<a href="javascript:alert(1)">x</a>'), "VER009"),
    "a link that runs, in signs": (body('<a href="&#106;ava&Tab;script:alert(1)">x</a>'), "VER009"),
    "an image that is text": (body('<img src="data:image/svg+xml,x" alt="">'), "VER009"),
    # The policy
    "no policy": (edit(PAGE, "Content-Security-Policy", "Niets"), "VER010"),
    "a policy after a script": (
        edit(PAGE, '<meta http-equiv="C', '<script src="../x.js"></script><meta http-equiv="C'),
        "VER010",
    ),
    "a policy that lets code in": (
        edit(PAGE, "script-src 'self'", "script-src 'unsafe-inline'"), "VER010",
    ),
    "a policy that lets a host in": (edit(PAGE, "img-src 'self'", "img-src https:"), "VER010"),
    "a policy that begins open": (edit(PAGE, POLICY, ""), "VER010"),
    # Markup
    "a loose sign": (body("<p>1 < 2</p>"), "VER011"),
    "a tag without its end": (body('<img src="../delen.png" alt="x"<p>'), "VER011"),
    "a handler behind a slash": (body("<svg/onload=alert(1)>"), "VER011"),
    "a comment that ends early": (body("<!--><img src=x onerror=alert(1)>-->"), "VER011"),
    "a tag in a value": (body('<p title="</noscript><img src=x>">x</p>'), "VER011"),
    "a tag in a title": (edit(PAGE, "<title>", "<title><b>"), "VER011"),
    "another page inside": (body('<iframe src="../"></iframe>'), "VER012"),
    "another start for all links": (body('<base href="../">'), "VER012"),
    "a page inside a value": (body('<p srcdoc="x">x</p>'), "VER012"),
    # Search
    "a search without its start": (remove("zoeken/index/collection.json"), "VER013"),
    "a search that starts elsewhere": (
        spoil_collection(lambda one: one.update(build="0"), "0/words-0.json"), "VER013",
    ),
    "a search that cannot be read": (spoil_collection(lambda one: one.pop("words")), "VER013"),
    "a search that leads to no page": (unlist, "VER013"),
    "a search file that is gone": (remove("zoeken/index/*/terms-0.json"), "VER013"),
    "a search file that is cut": (cut("zoeken/index/*/words-0.json"), "VER013"),
    "a search file of another version": (
        edit("zoeken/index/*/pages-0.json", '"format":', '"format":9'), "VER014",
    ),
    "a search file of another build": (
        write("zoeken/index/0123456789ab/words-0.json", b"{}"), "VER014",
    ),
    "a script that reads another version": (
        edit("theme/*/js/search/search.js", "FORMAT = ", "FORMAT = 9"), "VER014",
    ),
    # Packs
    "a document that does not open": (cut("downloads/*/gids.docx"), "VER015"),
    "a PDF that does not open": (cut("downloads/*/gids.pdf"), "VER015"),
    "a pack that does not open": (cut("downloads/*/*.zip"), "VER015"),
    "a pack with another file": (
        repack(lambda name, data: (name, data + b" " if name.endswith(".pdf") else data)), "VER016",
    ),
    "a pack without a file": (
        repack(lambda name, data: None if name.endswith(".odt") else (name, data)), "VER016",
    ),
    "a pack that says another fingerprint": (
        repack(lambda name, data: (name, data.replace(b"<code>", b"<code>" + b"0" * 64))), "VER016",
    ),
    # For programs
    "a feed that is none": (write("feed.atom", b"<rss/>"), "VER017"),
    "a feed with a message without a moment": (edit("feed.atom", "T00:00:00Z", ""), "VER017"),
    "a feed that leads nowhere": (
        edit("feed.atom", 'href="https://hub.example/meer/', 'href="https://hub.example/weg/'),
        "VER017",
    ),
    "a map that leads nowhere": (
        edit("sitemap.xml", "https://hub.example/meer/", "https://hub.example/weg/"), "VER018",
    ),
    "a map without a page": (
        edit("sitemap.xml", "<loc>https://hub.example/meer/</loc>", ""), "VER018",
    ),
    "a map that is gone": (remove("sitemap.xml"), "VER018"),
    "rules that cannot be read": (edit("robots.txt", "Allow", "Laat maar"), "VER019"),
    "rules that are gone": (remove("robots.txt"), "VER019"),
    "a place for leaks that has expired": (
        edit(".well-known/security.txt", "2027-", "2025-"), "VER025",
    ),
    "a place for leaks without an address": (
        edit(".well-known/security.txt", "mailto:", ""), "VER025",
    ),
    # Files
    "a page that is too large": (edit(PAGE, "<h1>", "x" * 250_001 + "<h1>"), "VER020"),
    "an empty file": (write("delen.png", b""), "VER020"),
    "a file of a kind that no site has": (write("woorden.pickle", b"x"), "VER023"),
    "a hidden file": (write(".git/config.txt", b"x"), "VER023"),
    "a link to a file elsewhere": (link, "VER023"),
    "two names that are one": (twin, "VER023"),
    "a page that is no text": (write(PAGE, b"\xff\xfe"), "VER024"),
    "a drawing that is no drawing": (write("theme/*/beelden/icoon.svg", b"<svg>"), "VER024"),
    "a packed file of something else": (
        write(f"{PAGE}.gz", gzip.compress(b"iets anders")), "VER029",
    ),
    "a packed file that does not open": (write(f"{PAGE}.gz", b"x"), "VER029"),
    "a packed file of nothing": (write("weg.html.gz", b"x"), "VER023"),
    "no start page": (remove("index.html"), "VER026"),
}  # fmt: skip


# What is found when the files are set against their list, and what only a server can do wrong
# (tests/publish/test_servers.py).
ELSEWHERE = {"VER021", "VER022", "VER027", "VER028"}


def test_every_kind_of_fault_that_can_be_told_is_planted():
    documented = re.findall(
        r"^\| (VER\d{3}) \|", (ROOT / "docs/problems.md").read_text("utf-8"), re.M
    )
    assert {code for _, code in FAULTS.values()} == set(documented) - ELSEWHERE


def test_nothing_is_wrong_with_the_whole_site(whole):
    assert verify(whole) == ()


@pytest.mark.parametrize(("plant", "code"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_in_its_file(site, plant, code):
    name = plant(site)

    found = {(problem.code, problem.file) for problem in verify_sealed(site)}

    assert (code, f"output/{name}") in found


def test_a_fault_is_told_at_its_line_with_what_to_do(site):
    path = site / PAGE
    path.write_text(path.read_text().replace("<h1>", '\n<a href="../hulp-un/">x</a>\n<h1>', 1))
    line = path.read_text().splitlines().index('<a href="../hulp-un/">x</a>') + 1

    problems = verify_sealed(site)

    assert [(one.file, one.line, one.column, one.code) for one in problems] == [
        (f"output/{PAGE}", line, 1, "VER001")
    ]
    assert problems[0].message == "«../hulp-un/»: deze link leidt nergens heen"
    assert problems[0].hint.startswith("Bedoelt u «hulp-nu/»?")


@pytest.mark.parametrize(
    ("plant", "code"),
    [
        (edit("robots.txt", "Allow", "Disallow"), "VER022"),
        (remove("delen.png"), "VER022"),
        (write("extra.txt", b"x"), "VER022"),
        (remove("SHA256SUMS"), "VER021"),
        (write("SHA256SUMS", b"geen lijst\n"), "VER021"),
    ],
    ids=["a file changed", "a file gone", "a file too many", "no list", "a list that is none"],
)
def test_a_site_that_was_changed_after_the_build_is_told(site, plant, code):
    plant(site)
    assert code in {problem.code for problem in verify(site)}


def test_an_empty_folder_is_no_site(tmp_path):
    codes = {problem.code for problem in verify(tmp_path)}
    assert {"VER026", "VER021", "VER013", "VER019"} <= codes
