"""Everything this hub's search knows of Dutch: words in a text, and the terms a word stands for.

The browser holds no Dutch. It mirrors `fold` and `find_words` (js/search/fold.js), with LETTERS
out of the export, and finds the rest in the exported word table.
"""

import re
import string
import unicodedata

import simplemma
import snowballstemmer

# Letters that Unicode does not take apart, as people type them without.
LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
}  # fmt: skip
_SPELLINGS = str.maketrans(LETTERS)
# Written out, because Python and JavaScript do not agree on what \w is.
_LETTER = "0-9a-zß-öø-ɏ\u0300-\u036f\u0370-\u1fff"
_WORD = re.compile(rf"[0-9]+(?:[.,][0-9]+)+|[{_LETTER}]+(?:['-][{_LETTER}]+)*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHE = re.compile("[‘’‛ʼ`]")
_HYPHEN = re.compile("[\u2010\u2011]")
_MARK = re.compile("[\u0300-\u036f]")
_WITH_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_WITH_DECIMAL_POINT = re.compile(r"[0-9]+\.[0-9]+")
# A part of a hyphenated word shorter than this says nothing by itself: e-learning, op-en.
_SHORTEST_PART = 3

# Words that stand in nearly every text or question; single letters come from o.a. and 's.
_STOP_WORDS = """
    aan al alle als bij daar dan dat de der deze die dit doen door dus een en er ga geen had
    heb hebben hebt heeft het hier hij hoe hoeveel iets ik in is je jij jou jouw kan kunnen kun
    maar me mee met mij mijn moet moeten na naar nee niet nog nu of om omdat onder ons onze ook
    op over te toch tot u uit uw van via voor waar waarom wanneer was wat we wel welk welke werd
    wie wij wil word worden wordt zal ze zich zij zijn zo zou
"""
STOP_WORDS = frozenset(string.ascii_lowercase).union(_STOP_WORDS.split())
# Where lemma and stem go wrong together: "ouder" is not "oud", "leden" are not "lijden".
LEMMAS = {"ouder": "ouder", "leden": "lid", "meldcodes": "meldcode"}

_stemmer = snowballstemmer.stemmer("dutch_porter")


def fold(text: str) -> str:
    """Text as everybody types it: lower case, no diacritics, no soft hyphens, one apostrophe."""
    plain = _MARK.sub("", unicodedata.normalize("NFKD", normalise(text)))
    return plain.translate(_SPELLINGS)


def normalise(text: str) -> str:
    """Lower-case text with its diacritics kept, which the lemmas need."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _HYPHEN.sub("-", _APOSTROPHE.sub("'", visible)).lower()


def find_words(text: str) -> tuple[str, ...]:
    """The words of a normalised or folded text; 4,85 and e-learning and 0800-2000 are one each."""
    return tuple(_WORD.findall(text))


def find_keys(text: str) -> tuple[str, ...]:
    """The words of any text as the word table spells them: folded and joined."""
    return tuple(join(word) for word in find_words(fold(text)))


def join(word: str) -> str:
    """A word without its hyphens and apostrophes; a number without its thousands points."""
    if _WITH_THOUSANDS.fullmatch(word):
        return word.replace(".", "")
    if _WITH_DECIMAL_POINT.fullmatch(word):
        return word.replace(".", ",")
    return word.replace("-", "").replace("'", "")


def analyse(word: str) -> tuple[str, ...]:
    """The terms a normalised word stands for, sorted; none for a stop word."""
    whole = join(fold(word))
    if not whole or whole in STOP_WORDS:
        return ()
    stem = whole if whole[:1].isdigit() else _find_stem(word)
    return tuple(sorted({stem, *(term for part in _find_parts(word) for term in analyse(part))}))


def _find_parts(word: str) -> tuple[str, ...]:
    """school and gids, of school-gids; nothing of a word without a hyphen."""
    parts = word.split("-")
    return tuple(part for part in parts if len(part) >= _SHORTEST_PART and part != word)


def find_lemma(word: str) -> str:
    """The form a dictionary lists a normalised word under: kind for kinderen."""
    lemma = LEMMAS.get(word) or simplemma.lemmatize(word, lang="nl").lower()
    # The lemma of some compounds comes in pieces: raadsleden is raad_lid.
    return lemma.replace("_", "")


def _find_stem(word: str) -> str:
    """One form for kind, kinderen and kindje."""
    stem = join(fold(_stemmer.stemWord(find_lemma(word))))
    return _end_as_spoken(stem) or join(fold(word))


def _end_as_spoken(stem: str) -> str:
    """bewijz(en) is bewijs, stapp(en) is stap: the ends that Dutch spelling changes."""
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    if len(stem) > 2 and stem[-1] in "zv":
        stem = stem[:-1] + ("s" if stem[-1] == "z" else "f")
    return stem
