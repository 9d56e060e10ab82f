"""A Dutch dictionary for the build: the lemma of a word, its stem, and the parts of a compound."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import snowballstemmer
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

from plugins.search.dutch import NUMBERS, fold, join
from plugins.search.parts import Dictionary, read_dictionary, read_parts

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
class Found:
    """The stems, lemmas and halves of words that were asked for."""

    stems: dict[str, str] = field(default_factory=dict)
    lemmas: dict[str, str] = field(default_factory=dict)
    halves: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lemma of every word, and the words that begin and end compounds.

    `guesser` tries for words that `lemmas` lacks. `own` has the words that the collection itself
    uses: what it writes apart may be a part. `found` remembers what follows from them: parts of
    compounds come back all the time.
    """

    lemmas: Mapping[str, str]
    guesser: Lemmatizer
    firsts: frozenset[str]
    lasts: frozenset[str]
    own: frozenset[str] = frozenset()
    found: Found = field(default_factory=Found, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What simplemma looks words up in: the dictionary that was read before."""

    words: Mapping[str, str]

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The one dictionary, of Dutch."""
        return self.words


def read_lexicon() -> Lexicon:
    """The dictionary, the same for every site."""
    return build_lexicon(read_dictionary())


def build_lexicon(dictionary: Dictionary) -> Lexicon:
    """The lexicon with these words."""
    firsts, lasts = read_parts()
    words = _Kept(ChainMap(dictionary.lemmas, dictionary.others))
    guesser = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=words))
    firsts, lasts = firsts - _NO_PARTS | _MORE_FIRSTS, lasts - _NO_PARTS
    return Lexicon(dictionary.lemmas, guesser, firsts, lasts)


def add_own_words(lexicon: Lexicon, words: Iterable[str]) -> Lexicon:
    """The lexicon of a collection with these normalised words."""
    found = {word for word in words if len(word) >= SHORTEST_PART and word in lexicon.lemmas}
    own = found | {lexicon.lemmas[word] for word in found}
    return replace(lexicon, own=frozenset(own - _NO_PARTS), found=Found())


def find_stem(lexicon: Lexicon, word: str) -> str:
    """One folded form for kind, kinderen and kindje, of a normalised word."""
    stems = lexicon.found.stems
    if word not in stems:
        stems[word] = _find_stem(lexicon, word)
    return stems[word]


def _find_stem(lexicon: Lexicon, word: str) -> str:
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
    if (lemma := lexicon.lemmas.get(word)) is not None:
        return lemma
    lemmas = lexicon.found.lemmas
    if word not in lemmas:
        lemmas[word] = _guess_lemma(lexicon, word)
    return lemmas[word]


def _guess_lemma(lexicon: Lexicon, word: str) -> str:
    if halves := find_halves(lexicon, word):
        return word.removesuffix(halves[1]) + find_lemma(lexicon, halves[1])
    return lexicon.guesser.lemmatize(word, lang="nl").lower().replace("_", "")


def find_parts(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The words in a compound, longer ones too, without itself.

    school, veiligheidsplan, veiligheid and plan, of schoolveiligheidsplan.
    """
    if "-" in word:
        parts = tuple(piece for piece in word.split("-") if len(piece) > 2 or piece.isdigit())
    else:
        parts = find_halves(lexicon, word)
    inner = (part for piece in parts for part in find_parts(lexicon, piece))
    return tuple(dict.fromkeys((*parts, *inner)))


def find_halves(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The two halves of a compound, as even as can be, or nothing."""
    halves = lexicon.found.halves
    if word not in halves:
        halves[word] = _find_halves(lexicon, word) if _may_be_split(lexicon, word) else ()
    return halves[word]


def _find_halves(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The most even halves; each may be a compound of two itself that no dictionary has."""
    ends = _find_ends(lexicon, word)
    best: tuple[int, int, str, str] | None = None
    for place in _find_places(word) if ends else ():
        if place in ends or (place + 3 <= ends[-1] and _ends_in_two(lexicon, word, place, ends)):
            first, last = _find_first(lexicon, word[:place], deep=True), word[place:]
            even = (min(len(first), len(last)), len(first), first, last)
            if first and (best is None or even > best):
                best = even
    return () if best is None else best[2:]


def _find_ends(lexicon: Lexicon, word: str) -> list[int]:
    """Where a word begins, in a word, that may end a compound."""
    lemmas = lexicon.lemmas
    return [
        place
        for place in _find_places(word)
        # Few of these pieces are words at all.
        if (last := word[place:]) in lemmas or last in _SHORT_LASTS or last in LEMMAS
        if _is_last(lexicon, last)
    ]


def _find_places(word: str) -> range:
    """Where the second half may begin."""
    return range(3, len(word) - 2)


def _may_be_split(lexicon: Lexicon, word: str) -> bool:
    if word in _WHOLE or lexicon.lemmas.get(word) in _WHOLE:
        return False
    return word.isalpha() and len(word) <= _LONGEST


def _find_first(lexicon: Lexicon, word: str, *, deep: bool) -> str:
    """The word that the first half of a compound is, without what links it to the other."""
    for link in LINKS:
        if word.endswith(link) and _is_first(lexicon, base := word.removesuffix(link), deep):
            return base
    return ""


def _is_first(lexicon: Lexicon, word: str, deep: bool) -> bool:
    if len(word) < SHORTEST_PART:
        return word in _MORE_FIRSTS
    if word in lexicon.firsts:
        return True
    if word in lexicon.own and lexicon.lemmas.get(word) == word:
        return True
    return deep and _is_two(lexicon, word)


def _is_last(lexicon: Lexicon, word: str) -> bool:
    if len(word) < SHORTEST_PART:
        return word in _SHORT_LASTS
    lemma = LEMMAS.get(word) or lexicon.lemmas.get(word)
    if lemma is None:
        return False
    known = lemma in lexicon.lasts or word in lexicon.own or len(word) > 7
    return known and not (word in _NO_PARTS or lemma in _NO_PARTS)


def _is_two(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is made of two that a dictionary has."""
    return _may_be_split(lexicon, word) and any(
        _find_first(lexicon, word[:place], deep=False) for place in _find_ends(lexicon, word)
    )


def _ends_in_two(lexicon: Lexicon, word: str, start: int, ends: Sequence[int]) -> bool:
    """Whether a word ends, from `start`, in two others; `ends` are where a last part begins."""
    last = word[start:]
    if len(last) < SHORTEST_PART or last in LEMMAS or last in lexicon.lemmas or last in _WHOLE:
        return False
    return any(
        _find_first(lexicon, word[start:place], deep=False) for place in ends if place >= start + 3
    )


def end_as_spoken(stem: str) -> str:
    """bewijz(en) is bewijs, stapp(en) is stap: the ends that Dutch spelling changes."""
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    if len(stem) > 2 and stem[-1] in "zv":
        stem = stem[:-1] + ("s" if stem[-1] == "z" else "f")
    return stem
