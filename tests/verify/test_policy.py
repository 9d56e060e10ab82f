"""Which policies hold."""

import pytest

from plugins.verify.policy import find_faults

GOOD = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'self'"


def test_a_policy_of_this_site_alone_holds():
    assert list(find_faults(GOOD)) == []


@pytest.mark.parametrize(
    ("policy", "fault"),
    [
        (GOOD + "; style-src 'unsafe-inline'", "style-src 'unsafe-inline'"),
        (GOOD.replace("script-src 'self'", "script-src *"), "script-src *"),
        (GOOD.replace("script-src 'self'", "script-src 'self' data:"), "script-src 'self' data:"),
        (GOOD.replace("script-src 'self'", "script-src"), "script-src"),
        (GOOD.replace("default-src 'none'", "default-src 'self'"), "default-src is niet 'none'"),
        (GOOD.replace("base-uri 'none'; ", ""), "base-uri is niet 'none'"),
        (GOOD.replace("; form-action 'self'", ""), "form-action ontbreekt"),
        ("", "default-src is niet 'none'"),
    ],
)  # fmt: skip
def test_a_policy_that_lets_too_much_through_is_told(policy, fault):
    assert fault in list(find_faults(policy))


def test_a_page_without_a_form_need_not_say_where_forms_go():
    assert list(find_faults("default-src 'none'; base-uri 'none'", forms=False)) == []
