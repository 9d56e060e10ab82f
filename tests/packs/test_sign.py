"""What the fonts of a PDF have: the table says so, and Typst agrees."""

import typst

from plugins.packs.sign import find_unknown_signs
from tests.packs.signs import MEASURE, list_signs, measure_signs


def test_the_table_is_what_typst_measures():
    known = {chr(code) for code in list_signs()}
    unknown = {sign for sign, _ in find_unknown_signs("".join(sorted(known)))}
    assert known - unknown == set(map(chr, measure_signs()))


def test_typst_prints_every_sign_of_the_table(tmp_path):
    everything = "".join(map(chr, list_signs()))
    unknown = {sign for sign, _ in find_unknown_signs(everything)}
    fonts = MEASURE[MEASURE.index("#set text") : MEASURE.index("#context")]
    shown = " ".join(f"a{sign}" for sign in everything if sign not in unknown)
    (tmp_path / "shown.txt").write_text(shown, encoding="utf-8")
    source = tmp_path / "shown.typ"
    head = f'#set document(title: "x")\n{fonts}\n#set text(lang: "nl", size: 8pt)\n'
    source.write_text(head + '#read("shown.txt")', encoding="utf-8")
    assert typst.compile(source, ignore_system_fonts=True, pdf_standards=["ua-1"])


def test_dutch_and_its_typography_can_be_printed():
    assert list(find_unknown_signs("Één coördinatrice, ‘zo’ – € 4,85 … → ✓ ½ ≥ ij\n\t")) == []


def test_a_sign_is_told_once_where_it_first_stands():
    assert list(find_unknown_signs("a \N{ROCKET} b 日 \N{ROCKET}")) == [
        ("\N{ROCKET}", 2),
        ("日", 6),
    ]
