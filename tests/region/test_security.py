"""Where a leak in the site can be reported, and until when."""

from datetime import date

import pytest

from plugins.core.source import Source
from plugins.region.check_security import check_security
from plugins.region.region import find_region
from plugins.region.security import find_contact, render_security

TODAY = date(2026, 11, 21)
REGION = """\
eigenaar: {owner}
adres: {address}
beveiliging: {contact}
beveiliging_tot: {until}
"""


def region(owner="Proef", address="https://hub.example", contact="a@b.example", until="2027-06-01"):
    text = REGION.format(owner=owner, address=address, contact=contact, until=until)
    return find_region(Source("content/regio.yaml", text))


def test_the_file_says_whom_to_tell_and_until_when():
    assert render_security(region().region) == (
        "Contact: mailto:a@b.example\n"
        "Expires: 2027-06-01T00:00:00Z\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://hub.example/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(
    "lacking",
    [
        {"owner": '""'}, {"address": '""'}, {"contact": '""'}, {"until": '""'},
        {"contact": "de balie"}, {"until": "morgen"}, {"address": "https://stad.example/hub"},
    ],
)  # fmt: skip
def test_without_an_owner_a_contact_a_day_or_a_host_of_its_own_there_is_no_file(lacking):
    assert render_security(region(**lacking).region) == ""


@pytest.mark.parametrize(
    ("text", "uri"),
    [
        ("a@b.example", "mailto:a@b.example"),
        ("043-123 45 67", "tel:0431234567"),
        ("https://b.example/melden", "https://b.example/melden"),
        ("http://b.example", ""),
        ("a@b", ""),
        ("de balie", ""),
        ("112", ""),
    ],
)
def test_a_contact_is_a_mailbox_a_number_or_a_page(text, uri):
    assert find_contact(text) == uri


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"contact": '""', "until": '""'}, []),
        ({"contact": "de balie"}, [("BEV001", 3, True)]),
        ({"until": "2026-11-20"}, [("BEV002", 4, True)]),
        ({"until": "2026-11-21"}, [("BEV003", 4, False)]),
        ({"until": "2026-12-21"}, [("BEV003", 4, False)]),
        ({"until": "2026-12-22"}, []),
        ({"until": "2027-11-22"}, []),
        ({"until": "2027-11-23"}, [("BEV004", 4, False)]),
        ({"until": '""'}, [("REG001", 4, False)]),
        ({"until": "morgen"}, []),
    ],
)
def test_the_contact_and_its_day_are_watched(changed, expected):
    found = [(one.code, one.line, one.stops) for one in check_security(region(**changed), TODAY)]
    assert found == expected
