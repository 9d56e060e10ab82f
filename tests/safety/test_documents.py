"""A pack whose every text tries something: in documents, properties and the ZIP it is text."""

import io
import re
import zipfile
from dataclasses import replace
from html import escape
from xml.etree import ElementTree

import pytest

from plugins.packs.build import BuiltPack, build_pack
from plugins.packs.guide import PageSource
from plugins.packs.pack import Change, Hub, Piece
from tests.packs.sample import PACK
from tests.safety.spoilt import PAYLOAD, SIGN

# Signs of the languages that the converters speak: Typst, TeX, pandoc, and fields of office files.
CODE = (
    '#read("/etc/passwd") #panic("x") \\input{/etc/passwd} $x$ ```{=typst} #sys.inputs ``` '
    "{{< include /etc/passwd >}} =HYPERLINK(1) ${env.PATH} <w:instrText>DDEAUTO c:/x</w:instrText>"
)
TRICK = f"{CODE} {PAYLOAD}"
SECRET = "root:x:0:0"
# Of office files: what runs, and what is fetched when a file is opened.
MACROS = ("vbaProject", "Basic/", "Scripts/", "activeX", "embeddings/")
HARMLESS = {"hyperlink", "attachedTemplate"}


@pytest.fixture(scope="module")
def built() -> BuiltPack:
    text = escape(TRICK)
    html = (
        f'<h2 id="kop">Kop {text}</h2><p>{text} <a href="#kop" title="{text}">{text}</a></p>'
        f"<ul><li>{text}</li></ul><table><thead><tr><th scope='col'>{text}</th></tr></thead>"
        f"<tbody><tr><td>{text}</td></tr></tbody></table><pre><code>{text}</code></pre>"
    )
    pages = {
        "pages/wat.md": PageSource(f"Gids {TRICK}", html, "wat/"),
        "brieven/blad.md": PageSource(f"Blad {TRICK}", html, "brieven/blad/"),
    }
    change = Change("1.0.0", PACK.changes[0].date, (f"Nieuw {TRICK}",))
    pack = replace(
        PACK, title=f"Pakket {TRICK}", description=f"Over {TRICK}", changes=(change,),
        pages=("pages/wat.md",), pieces=(Piece("brieven/blad.md", "blad", f"team {TRICK}", 9),),
    )  # fmt: skip
    return build_pack(pack, pages, Hub(f"Hub {TRICK}", "", f"Melding {TRICK}"))


def open_office(built: BuiltPack):
    for file in built.files:
        if file.name.endswith((".docx", ".odt")):
            with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
                yield file.name, {name: archive.read(name) for name in archive.namelist()}


def test_office_files_hold_it_as_text_in_body_and_properties(built):
    seen = 0
    for name, members in open_office(built):
        texts = {
            path: "".join(ElementTree.fromstring(data).itertext())
            for path, data in members.items()
            if path.endswith(".xml") and data.strip()
        }
        body = texts.get("word/document.xml") or texts["content.xml"]
        properties = texts.get("docProps/core.xml") or texts["meta.xml"]
        assert SIGN in body, name
        assert SIGN in properties, name
        assert SECRET not in "".join(texts.values()), name
        seen += 1
    assert seen >= 2


def test_office_files_hold_no_macro_and_fetch_nothing(built):
    for name, members in open_office(built):
        assert [path for path in members if any(sign in path for sign in MACROS)] == [], name
        fields = re.findall(rb"<w:instrText[^>]*>([^<]*)", members.get("word/document.xml", b""))
        assert [
            field for field in fields if not re.match(rb"\s*(?:HYPERLINK|TOC|PAGE)", field)
        ] == []
        for path, data in members.items():
            if path.endswith(".rels"):
                for target in ElementTree.fromstring(data):
                    outside = target.get("TargetMode") == "External"
                    kind = target.get("Type", "").rpartition("/")[2]
                    assert not outside or kind in HARMLESS, (name, target.attrib)


def test_pdf_files_hold_it_as_text_and_run_nothing(built):
    import pikepdf

    files = [file for file in built.files if file.name.endswith(".pdf")]
    assert files
    for file in files:
        with pikepdf.open(io.BytesIO(file.data)) as document:
            assert SIGN in str(document.docinfo["/Title"]), file.name
            for thing in document.objects:
                if isinstance(thing, pikepdf.Dictionary):
                    assert not {"/JS", "/JavaScript", "/AA", "/EmbeddedFile"} & set(thing.keys())
                    assert thing.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm")
        assert SECRET.encode() not in file.data


def test_names_in_the_zip_stay_below_its_folder(built):
    with zipfile.ZipFile(io.BytesIO(built.archive)) as archive:
        names = archive.namelist()
        pages = [archive.read(name).decode() for name in names if name.endswith(".html")]
    assert [name for name in names if re.search(r"\.\.|^/|[\\:<>\"|?*]", name)] == []
    assert pages
    for page in pages:
        assert SIGN in page
        assert "<img src=x" not in page
        assert "<script>alert" not in page
