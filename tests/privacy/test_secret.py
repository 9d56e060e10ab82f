"""Personal data that a report has to leave out, while every other sign keeps its place."""

import pytest

from plugins.privacy.secret import find_secrets, hide_repeated, hide_secrets, mask

NOTHING = frozenset()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Haar BSN is 249566758.", "Haar BSN is 2•••••••8."),
        ("Bel [06 48213975](tel:0648213975).", "Bel [0•••••••••5](tel:0••••••••5)."),
        ("noor@gmail.com en noor\\@hotmail.nl", "n••••••••••••m en n••••••••••••••l"),
        ("Op NL20 INGB 0001 2345 67 t.n.v.", "Op N••••••••••••••••••••7 t.n.v."),
        ("geboren op 3 mei 2018", "geboren op 3••••••••8"),
        ("Kerkstraat 12, 6211 AB Maastricht", "K•••••••••••2, 6•••••B Maastricht"),
        ("Kerkstraat 12\n6211 AB", "K•••••••••••2\n6•••••B"),
        ("Zij woont op Kerkstraat 12.", "Zij woont op K•••••••••••2."),
        ("`06-48213975` in code", "`0•••••••••5` in code"),
        ("6211 AB 12", "6•••••B 12"),
        ("112, 0800-2000 en 06-12345678", "112, 0800-2000 en 06-12345678"),
        ("", ""),
    ],
)
def test_a_datum_is_masked_at_its_place(text, shown):
    assert hide_secrets(text, find_secrets(text, NOTHING)) == shown
    assert len(shown) == len(text)


def test_what_is_declared_public_is_shown():
    known = frozenset({("phone", "0434821397")})
    text = "Bel 043-4821397 of 06-48213975"
    assert hide_secrets(text, find_secrets(text, known)) == "Bel 043-4821397 of 0•••••••••5"


@pytest.mark.parametrize(
    "message",
    ["«06 48213975»", "«0648213975»", "de link belt 0648213975", "«+31 6 48213975»: 31648213975"],
)
def test_a_message_repeats_a_datum_in_no_form(message):
    secrets = find_secrets("06 48213975 of +31 6 48213975", NOTHING)
    assert "48213" not in hide_repeated(message, secrets)


@pytest.mark.parametrize(("text", "shown"), [("", ""), ("ab", "ab"), ("abc", "a•c")])
def test_the_first_and_the_last_sign_stay(text, shown):
    assert mask(text) == shown
