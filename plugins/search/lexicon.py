"""A Dutch dictionary for the build: the lemma of a word, its stem, and the parts of a compound."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import simplemma
import snowballstemmer

from plugins.search.dutch import NUMBERS, fold, join
from plugins.search.parts import read_lemmas, read_parts

# Where lemma and stem go wrong together: "ouder" is not "oud", "leden" are not "lijden".
LEMMAS = {"ouder": "ouder", "leden": "lid", "meldcodes": "meldcode", "kinder": "kind"}
SHORTEST_PART = 4
_LONGEST = 45
# Letters between the parts: veiligheid-s-plan, vrouw-en-opvang.
LINKS = ("", "s", "en", "e", "n")
# Shorter words, and verbs, that begin compounds in this field: wettekst, meldpunt.
_FIRSTS = "bel eer gas kas kinder leer lees les lijk meld spreek steun stuur wet woon zoek"
_MORE_FIRSTS = frozenset(_FIRSTS.split())
_SHORT_LASTS = frozenset({"app", "dag", "gas", "kas", "les", "lid", "wet"})
# Productive, but no nouns by themselves: they make another word, not a compound.
_UNFIT = """
    aan aangaan aantal achter achtig baar balie been beter binnen boven bren buiten chap chip delen
    door echt eens eigen elen enen ente eren erij even gaan geven gevend goed haar halen heden heid
    heren houden houder ieder ingen isch jarig komen laat laten leggen ligging lijks ling loos
    maal maken manier maten meer mede mengen mini naar nemen noemen onder onze over rijk samen
    schap scheid schrift sleden slag staan staat standig stel stellen stelling ster steren tegen
    teken telen telling terug tijdig tuk tussen uiten vast ver vol volg voor voort vormig vrij waar
    waardig weer wege werpen wijs wijze zaam zeggen zetten zich zijn zijde zinnig zoeken
"""
_NO_PARTS = frozenset(_UNFIT.split())
# Words that look like two but are one to every reader.
_LOOKS_LIKE_TWO = """
    aanspreken afspraak antwoord avond behandelen behandeling belangrijk burgemeester doodslag
    driehoek eerlijk geheimhouding gemeente grondslag handeling huwelijk inwoner kanttekening
    kwartaal leerkracht leerling maatregel maatschappelijk maatschappij minister misbruik misdrijf
    onderwijs onderzoek oordeel oorzaak overheid paragraaf personeel persoon principe seconde
    signaal slachtoffer student titel tijdschrift tijdstip vakantie verhaal voordeel voorbeeld
    voorkomen wethouder wetenschap
"""
_WHOLE = frozenset(_LOOKS_LIKE_TWO.split())

_stemmer = snowballstemmer.stemmer("dutch_porter")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lemma of every word, and the words that begin and end compounds.

    `own` has the words that the collection itself uses: what it writes apart may be a part.
    """

    lemmas: Mapping[str, str]
    firsts: frozenset[str]
    lasts: frozenset[str]
    own: frozenset[str] = frozenset()


def read_lexicon() -> Lexicon:
    """The dictionary, the same for every site."""
    firsts, lasts = read_parts()
    return Lexicon(read_lemmas(), firsts - _NO_PARTS | _MORE_FIRSTS, lasts - _NO_PARTS)


def add_own_words(lexicon: Lexicon, words: Iterable[str]) -> Lexicon:
    """The lexicon of a collection with these normalised words."""
    found = {word for word in words if len(word) >= SHORTEST_PART and word in lexicon.lemmas}
    own = found | {lexicon.lemmas[word] for word in found}
    return replace(lexicon, own=frozenset(own - _NO_PARTS))


def find_stem(lexicon: Lexicon, word: str) -> str:
    """One folded form for kind, kinderen and kindje, of a normalised word."""
    whole = join(fold(word))
    if whole[:1].isdigit():
        return whole
    if whole in NUMBERS:
        return NUMBERS[whole]
    stem = join(fold(_stemmer.stemWord(find_lemma(lexicon, word))))
    return end_as_spoken(stem) or whole


def find_lemma(lexicon: Lexicon, word: str) -> str:
    """The form a dictionary lists a normalised word under: kind for kinderen.

    A compound that no dictionary lists takes the lemma of its last part.
    """
    if word in LEMMAS:
        return LEMMAS[word]
    if word not in lexicon.lemmas and (halves := _split(lexicon, word)):
        return word.removesuffix(halves[1]) + find_lemma(lexicon, halves[1])
    return simplemma.lemmatize(word, lang="nl").lower().replace("_", "")


def find_parts(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The words in a compound, longer ones too, without itself.

    school, veiligheidsplan, veiligheid and plan, of schoolveiligheidsplan.
    """
    pieces = tuple(piece for piece in word.split("-") if len(piece) > 2 or piece.isdigit())
    parts = pieces if "-" in word else _split(lexicon, word)
    inner = (part for piece in parts for part in find_parts(lexicon, piece))
    return tuple(dict.fromkeys((*parts, *inner)))


def _split(lexicon: Lexicon, word: str, deep: bool = True) -> tuple[str, ...]:
    """The two halves of a compound, as even as can be, or nothing.

    With `deep` a half may be a compound of two that no dictionary has.
    """
    if word in _WHOLE or lexicon.lemmas.get(word) in _WHOLE or not word.isalpha():
        return ()
    if len(word) > _LONGEST:
        return ()
    found = (
        (min(len(first), len(last)), len(first), first, last)
        for first, last in _find_halves(lexicon, word, deep)
    )
    best = max(found, default=None)
    return () if best is None else best[2:]


def _find_halves(lexicon: Lexicon, word: str, deep: bool) -> Iterator[tuple[str, str]]:
    for place in range(3, len(word) - 2):
        first, last = word[:place], word[place:]
        if not _is_last(lexicon, last, deep):
            continue
        bases = (first.removesuffix(link) for link in LINKS if first.endswith(link))
        base = next((base for base in bases if _is_first(lexicon, base, deep)), "")
        if base:
            yield base, last


def _is_first(lexicon: Lexicon, word: str, deep: bool) -> bool:
    if len(word) < SHORTEST_PART:
        return word in _MORE_FIRSTS
    if word in lexicon.firsts:
        return True
    own = word in lexicon.own and lexicon.lemmas.get(word) == word
    return own or (deep and bool(_split(lexicon, word, deep=False)))


def _is_last(lexicon: Lexicon, word: str, deep: bool) -> bool:
    if len(word) < SHORTEST_PART:
        return word in _SHORT_LASTS
    lemma = LEMMAS.get(word) or lexicon.lemmas.get(word)
    if lemma is None:
        return deep and bool(_split(lexicon, word, deep=False))
    known = lemma in lexicon.lasts or word in lexicon.own or len(word) > 7
    return known and not _NO_PARTS.intersection((word, lemma))


def end_as_spoken(stem: str) -> str:
    """bewijz(en) is bewijs, stapp(en) is stap: the ends that Dutch spelling changes."""
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    if len(stem) > 2 and stem[-1] in "zv":
        stem = stem[:-1] + ("s" if stem[-1] == "z" else "f")
    return stem
