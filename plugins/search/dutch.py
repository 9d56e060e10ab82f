"""Words in a Dutch text: how they are folded, found and joined. Knows no dictionary.

The browser mirrors `fold`, `write_dates` and `find_words` (js/search/fold.js), with LETTERS and
MONTHS out of the export; all else that is Dutch it finds in the exported word table.
"""

import re
import string
import unicodedata

# Letters that Unicode does not take apart, as people type them without.
LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
}  # fmt: skip
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_SPELLINGS = str.maketrans(LETTERS)
# Written out, because Python and JavaScript do not agree on what \w is.
_LETTER = "0-9a-zß-öø-ɏ\u0300-\u036f\u0370-\u1fff"
_WORD_OR_NUMBER = rf"[0-9]+(?:[.,][0-9]+)+|[{_LETTER}]+(?:['-][{_LETTER}]+)*"
_WORD = re.compile(_WORD_OR_NUMBER)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHE = re.compile("[‘’‛ʼ`]")
_HYPHEN = re.compile("[\u2010\u2011]")
_MARK = re.compile("[\u0300-\u036f]")
_DATE = re.compile(r"(?<![0-9.,/-])([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?![0-9/-])")
_WITH_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_WITH_DECIMAL_POINT = re.compile(r"[0-9]+\.[0-9]+")
_WORD_OR_END = re.compile(rf"{_WORD_OR_NUMBER}|[.,:;?!]+(?![0-9])|[()\u2013]+")
_SIGNS = frozenset(".,:;?!()\u2013")
# Only in these can folding turn one word into several, or a sign into letters.
_UNUSUAL = re.compile("[\u0300-\u1fff\u2c00-\U0010ffff]")
_WITHOUT_CENTS = re.compile(r",0+$")

# Words that stand in nearly every text or question; single letters come from o.a. and 's.
_STOP_WORDS = """
    aan al alle als bij ben bent daar dan dat de deden deed der deze die dit doen doet door dus
    een en er ga gaan gaat geen ging gingen had hadden heb hebben hebt heeft het hier hij hoe
    hoeveel iemand iets ik in is je jij jou jouw jullie kan kon konden kunnen kun kunt maar me
    mee met mij mijn mn mocht mochten moest moesten moet moeten mag mogen na naar nee niet nog
    nu of om omdat onder ons onze ook op over te toch tot u uit uw van via voor waar waarom
    wanneer waarmee waarvoor was waren wat we wel welk welke werd werden wie wij wil wilde
    wilden willen word worden wordt zal ze zich zij zijn zo zou zouden
"""
# Everyday words that say little of what a question is about: they count, but weakly.
_FILLER_WORDS = """
    alles altijd ander andere anders beetje best beste betekent bestaat bestaan bijvoorbeeld dag
    dagen ding dingen echt eens eerst eigenlijk even extra gauw gebeurt gebeuren gebruik gebruiken
    geef geven geeft gekregen geworden goed goede graag groot grote haal halen heel heet hele houden
    houdt ieder iedere iedereen inhoud inhoudt kijken kleine klein kom komt komen kopen krijg
    krijgen krijgt kwijt laat laten later leuk leuke liefst maak maakt maken makkelijk manier meer
    meest meeste mensen minder moeilijk mooi mooie morgen neem nemen nieuw nieuwe niks niets nodig
    nooit ongeveer onze oud oude over overal paar precies samen sinds snel soms soort staan staat
    steeds straks terug tijd tijdens tussen uitleg uitleggen vaak vandaag veel vind vinden vindt
    volgens vooral vraag vragen waarin waarop waaruit weer weg weinig wereld werkt werken weten weet
    zeg zeggen zegt zelf zet zetten ziet zien zit zitten zoals zoek zoeken zonder zullen
"""
# What stands apart from its verb in a main clause: "doet mee" is meedoen.
_PARTICLES = """
    aan achter af bij binnen buiten dicht door in langs los mee na neer om onder op over rond samen
    tegen terug thuis toe uit vast vol voor voort weg
"""
PARTICLES = frozenset(_PARTICLES.split())
# With these another part of the sentence begins: "doen mee | aan een proef".
_PART_STARTS = """
    aan als bij dan dat die door en in maar met na naar of om omdat op over tot uit van voor want
    zodat zonder
"""
PART_STARTS = frozenset(_PART_STARTS.split())
STOP_WORDS = frozenset(string.ascii_lowercase).union(_STOP_WORDS.split())
FILLER_WORDS = frozenset(_FILLER_WORDS.split()) - STOP_WORDS
# Small numbers are written both ways: "twee jaar" is "2 jaar". ("een" is a stop word.)
NUMBERS = {
    "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8",
    "negen": "9", "tien": "10", "elf": "11", "twaalf": "12",
}  # fmt: skip


def fold(text: str) -> str:
    """Text as everybody types it: lower case, no diacritics, no soft hyphens, one apostrophe."""
    normal = normalise(text)
    if normal.isascii():
        return normal
    return _MARK.sub("", unicodedata.normalize("NFKD", normal)).translate(_SPELLINGS)


def normalise(text: str) -> str:
    """Lower-case text with its diacritics kept, which the lemmas need."""
    if text.isascii():
        return text.replace("`", "'").lower()
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _HYPHEN.sub("-", _APOSTROPHE.sub("'", visible)).lower()


def write_dates(text: str) -> str:
    """1-7-2013 as 1 juli 2013; what is no date stays."""
    return _DATE.sub(_write_date, text)


def find_words(text: str) -> tuple[str, ...]:
    """The words of a normalised or folded text; 4,85 and e-learning and 0800-2000 are one each."""
    return tuple(_WORD.findall(write_dates(text)))


def find_clauses(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a normalised text as find_words has them, by what signs set apart."""
    clauses: list[list[str]] = [[]]
    for piece in _WORD_OR_END.findall(write_dates(text)):
        if piece[0] in _SIGNS:
            clauses.append([])
        else:
            clauses[-1].append(piece)
    return tuple(tuple(clause) for clause in clauses if clause)


def folds_by_word(text: str) -> bool:
    """Whether folding a text gives the same words as folding each of its normalised words."""
    return text.isascii() or not _UNUSUAL.search(normalise(text))


def find_marks(text: str) -> tuple[tuple[int, str], ...]:
    """The words of a text without dates, each with the place where it begins."""
    return tuple((match.start(), match.group()) for match in _WORD.finditer(text))


def find_keys(text: str) -> tuple[str, ...]:
    """The words of any text as the word table spells them: folded and joined."""
    return tuple(join(word) for word in find_words(fold(text)))


def join(word: str) -> str:
    """A word without its hyphens and apostrophes; a number without its points and zero cents."""
    if word.isalnum():
        return word
    if _WITH_THOUSANDS.fullmatch(word):
        return _WITHOUT_CENTS.sub("", word.replace(".", ""))
    if _WITH_DECIMAL_POINT.fullmatch(word):
        return word.replace(".", ",")
    return word.replace("-", "").replace("'", "")


def _write_date(match: re.Match[str]) -> str:
    day, month, year = (int(number) for number in match.groups())
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match.group()
    return f"{day} {MONTHS[month - 1]} {year}"
