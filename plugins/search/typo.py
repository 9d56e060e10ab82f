"""How far two words lie apart for somebody who types: one rule here and in js/search/typo.js."""

# Two spellings of one sound, as people mix them up; written as the first of each pair.
SOUNDS = (("ei", "ij"), ("au", "ou"), ("f", "ph"), ("t", "th"), ("k", "ck"), ("ks", "x"))
# The length from which a word may hold one error, and two.
ONE_ERROR, TWO_ERRORS = 4, 10


def find_sound(word: str) -> str:
    """A word with one spelling for each sound."""
    for spelling, other in SOUNDS:
        word = word.replace(other, spelling)
    return word


def count_allowed(word: str) -> int:
    """How many errors a word of this length may hold."""
    return (len(word) >= ONE_ERROR) + (len(word) >= TWO_ERRORS)


def count_errors(one: str, other: str, most: int) -> int:
    """Letters left out, added, changed or swapped with a neighbour; `most + 1` if there are more.

    Two words that only sound alike differ by one.
    """
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most + 1:  # no sound makes up for more
        return most + 1
    return max(1, _count(find_sound(one), find_sound(other), most))


def find_deletions(word: str) -> set[str]:
    """A word, and the word without each of its letters: near words share one of these."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _count(one: str, other: str, most: int) -> int:
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, sign in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != sign))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)
