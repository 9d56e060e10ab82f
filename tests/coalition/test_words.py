"""Sentences, words and slips, as the browser's scripts find them."""

from tests.coalition.conftest import SCRIPTS, call_script, run_node

SENTENCES = """
import { readFileSync } from 'node:fs';
const { findSentences } = await import(process.argv[1]);
const texts = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(texts.map((text) => [...findSentences(text)])));
"""


SPLIT = [
    ("Een. Twee! Drie?", ["een", "twee", "drie"]),
    ("In paragraaf 2.4 staat het, o.a. hier.", ["in paragraaf 2 4 staat het o a hier"]),
    ("kin-\n deren en wijk-\nteams", ["kinderen en wijkteams"]),
    ("Eén café, ’s avonds", ["een cafe s avonds"]),
    ("Kop\n\nTekst\nloopt door", ["kop", "tekst loopt door"]),
    ("- een\n- twee\n2. drie\nIV. vier\na) vijf", ["een", "twee", "drie", "vier", "vijf"]),
    ("95% van de 1.000", ["95 % van de 1 000"]),
    ("a;b; c", ["a b", "c"]),
    ("een-op-een één‑op‑één", ["een-op-een een-op-een"]),
]
PARTS = [
    ("dit niet, dat wel", [0, 0, 1, 1]),
    ("dit niet maar dat", [0, 0, 1, 1]),
    ("dit en dat", [0, 0, 1]),
    ("ouders en kinderen", [0, 0, 0]),
    ("niet gebeurde en welke verbetering", [0, 0, 0, 1, 1]),
]


def find_sentences(*texts: str):
    return run_node(SENTENCES, (SCRIPTS / "words.js").as_uri(), given=texts)


def test_a_text_falls_into_sentences_of_folded_words():
    found = find_sentences(*(text for text, _ in SPLIT))
    words = [[" ".join(word["form"] for word in one["words"]) for one in each] for each in found]
    assert words == [sentences for _, sentences in SPLIT]


def test_a_denial_reaches_to_the_end_of_its_part():
    found = find_sentences(*(text for text, _ in PARTS))
    assert [one["parts"] for (one,) in found] == [parts for _, parts in PARTS]


def test_each_word_knows_its_place():
    text = "Wij  helpen kin-\nderen."
    ((sentence,),) = find_sentences(text)
    places = [text[word["start"] : word["end"]] for word in sentence["words"]]
    assert places == ["Wij", "helpen", "kin-\nderen"]


def test_a_list_is_one_paragraph_and_a_blank_line_begins_another():
    (found,) = find_sentences("Kop\n\n- een\n\n- twee\n\nTekst")
    assert [one["paragraph"] for one in found] == [0, 0, 0, 1]


SLIPS = [
    ("kindern", "kinderen", True),
    ("gesteunt", "gesteund", True),
    ("appart", "apart", True),
    ("hiuselijk", "huiselijk", True),
    ("afzondelijk", "afzonderlijk", True),
    ("gezin", "gezien", False),
    ("gemeld", "geweld", False),
    ("stuur", "steun", False),
    ("steun", "steun", False),
    ("spreken", "spreken", False),
    ("behoord", "gehoord", False),
]


def test_slips_of_the_finger_are_told_from_other_words():
    found = call_script("slips.js", "isSlip", *([typed, meant] for typed, meant, _ in SLIPS))
    assert found == [slip for _, _, slip in SLIPS]
