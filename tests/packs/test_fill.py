"""A pack that a reader filled in, made by the browser's own code: whole, escaped, and readable."""

import io
import re
import subprocess
import zipfile
from hashlib import sha256
from xml.etree import ElementTree

import pytest

from tests.packs.sample import TYPED

LETTERS = ("brief-ouders.docx", "brief-ouders.odt")


@pytest.mark.parametrize("name", LETTERS)
def test_libreoffice_reads_what_was_typed_in_its_place(opened, name):
    text = opened[f"ingevuld-{name}"].text
    assert f"Op {TYPED['naam school']} <vragen>. Bel {TYPED['naam contactpersoon']}." in text
    # An empty field leaves its blank, and what is no blank of this hub is left alone.
    assert "[plaats], [datum]" in text


def test_every_file_stays_but_a_pdf_with_blanks(files, filled):
    assert list(filled) == ["LEESMIJ.html", *(name for name in files if name != "kaart-dag.pdf")]


def test_what_holds_no_blanks_keeps_its_bytes(files, filled):
    same = {name for name in files if name in filled and filled[name] == files[name]}
    assert same == {
        "gids.pdf", "gids.docx", "gids.odt", "poster-hal.pdf", "poster-hal.docx", "poster-hal.odt",
    }  # fmt: skip


@pytest.mark.parametrize("name", [*LETTERS, "kaart-dag.docx", "kaart-dag.odt"])
def test_a_filled_document_is_a_sound_package(files, filled, name):
    with (
        zipfile.ZipFile(io.BytesIO(filled[name])) as package,
        zipfile.ZipFile(io.BytesIO(files[name])) as before,
    ):
        assert package.testzip() is None
        facts = [(part.filename, part.compress_type, part.date_time) for part in package.infolist()]
        assert facts == [
            (part.filename, part.compress_type, part.date_time) for part in before.infolist()
        ]
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(part))


def test_what_was_filled_in_loses_the_mark_of_a_blank(filled):
    with zipfile.ZipFile(io.BytesIO(filled["brief-ouders.docx"])) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.count('"Ingevuld"') == 2
    assert re.findall(r'"Invulplek"[^[]*\[([^]]*)\]', xml) == ["plaats", "datum"]


def test_the_index_says_what_was_filled_in_and_vouches_for_the_rest(files, filled):
    index = filled["LEESMIJ.html"].decode()
    assert "kaart-dag.pdf" not in index
    assert '<p class="ingevuld">' in index
    assert "De &quot;Zon&quot; &amp; &lt;Maan&gt; $&amp; \\1</td>" in index
    assert '<td data-plek="datum">[datum]</td>' in index
    digests = dict(re.findall(r'<th scope="row">(.*?)</th><td><code>(.*?)</code>', index))
    assert digests == {
        name: sha256(data).hexdigest() for name, data in filled.items() if data == files.get(name)
    }


def test_equal_words_give_equal_bytes_and_no_words_change_no_file(built, fill, files):
    values = {"naam school": "De Zon"}
    assert fill(built.archive, values) == fill(built.archive, values)
    with zipfile.ZipFile(io.BytesIO(fill(built.archive, {}))) as archive:
        assert {name: archive.read(name) for name in files} == files


def test_what_cannot_stand_in_a_document_is_refused(built, fill):
    with pytest.raises(subprocess.CalledProcessError) as caught:
        fill(built.archive, {"naam school": "regel\nregel"})
    assert "cannot stand in a document" in caught.value.stderr


def test_control_signs_and_half_signs_are_known_from_words(run_script):
    wrong = ["a\x00b", "a\tb", "\x7f", "\u2028", "\ud800", "\ufffe", "x" * 501]
    right = ["", "De Zon", "é" * 500, "\N{GRINNING FACE}", "<&>\"'", "’s-Gravenhage"]
    assert run_script("isSound", wrong + right) == [False] * len(wrong) + [True] * len(right)


def test_spaces_around_and_double_spaces_are_dropped(run_script):
    assert run_script("tidy", ["  De   Zon ", "a\tb"]) == ["De Zon", "a\tb"]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda data: b"", "Offset|no ZIP"),
        (lambda data: data[:-30], "no ZIP"),
        (lambda data: data[: len(data) // 2] + data[len(data) // 2 + 9 :], "damaged|bounds"),
    ],
)
def test_a_damaged_pack_is_refused(built, fill, damage, reason):
    with pytest.raises(subprocess.CalledProcessError) as caught:
        fill(damage(built.archive), {"naam school": "De Zon"})
    assert re.search(reason, caught.value.stderr)
