"""What stands at the old address of a page."""

from plugins.sharing.moved import render_moved

PAGE = render_moved("../kosten/", 'Kosten & "baten"', "https://hub.example/kosten/").decode()


def test_the_page_leads_on_at_once_and_by_hand():
    assert '<meta http-equiv="refresh" content="0; url=../kosten/">' in PAGE
    assert '<a href="../kosten/">Kosten &amp; &quot;baten&quot;</a>' in PAGE


def test_search_engines_are_sent_to_the_new_address():
    assert '<meta name="robots" content="noindex">' in PAGE
    assert '<link rel="canonical" href="https://hub.example/kosten/">' in PAGE


def test_without_an_address_of_the_site_there_is_no_full_one_of_the_page():
    assert "canonical" not in render_moved("../kosten/", "Kosten").decode()


def test_the_help_numbers_are_on_it_and_the_browser_fetches_nothing():
    assert {"tel:112", "tel:08002000", "tel:08000432"} <= set(PAGE.split('"'))
    assert "default-src 'none'" in PAGE
