"""How people speak who tell of home: a child, a partner, a relative. A closed class of words.

What the glossary lists for a page of help are acts (slaat, bedreigt). Who tells of home often names
none: "mijn oom komt steeds op mijn kamer". These words lead to the page of help as well.
"""

from collections.abc import Iterator

# Nobody but their children and grandchildren calls them so.
_NEAR_ONES = "papa mama pappa mamma papa's mama's stiefpapa stiefmama opa oma"
NEAR_ONES = tuple(_NEAR_ONES.split())
OWN = ("mijn", "mn", "me", "m'n")
# They are one's own with one of OWN before them.
_RELATIVES = """
    vader moeder stiefvader stiefmoeder pap mam pa ma ouders pleegvader pleegmoeder pleegouders
    broer broertje zus zusje stiefbroer stiefzus oom tante neef nicht man vrouw vriend vriendin
    vriendje vriendinnetje verloofde partner echtgenoot echtgenote ex exman exvrouw exvriend
    expartner schoonvader schoonmoeder schoonouders familie
"""
RELATIVES = tuple(_RELATIVES.split())
# Words in this order, whatever stands between them, tell what somebody else does to who types, or
# what who types cannot bear: "hij heeft mijn telefoon", "ik wil echt niet meer". A question has
# another order: "mag ik niet weten wat er was?"
STORIES = (
    (("hij", "zij", "ze"), ("mij", "me")),
    (("hij",), ("mijn", "mn")),
    (
        ("ik",),
        ("durf", "kan", "mag", "moet", "wil"),
        ("geen", "nergens", "niemand", "niet", "nooit"),
    ),
)


def find_home_phrases() -> Iterator[str]:
    """Words and phrases that only somebody says who tells of home."""
    yield from NEAR_ONES
    yield from (f"{own} {relative}" for own in OWN for relative in RELATIVES)
