"""A councillor looks for a municipality, with and without JavaScript."""

import pytest

ROWS = ".gemeenten tbody tr:visible"


@pytest.fixture
def municipalities(page, hub_address):
    page.goto(f"{hub_address}uw-gemeente/", wait_until="networkidle")
    return page


def names(page) -> list[str]:
    return page.locator(f"{ROWS} th").all_inner_texts()


def test_the_first_letters_leave_one_row_and_say_how_many(municipalities):
    everything = names(municipalities)
    field = municipalities.get_by_label("Zoek uw gemeente")

    field.press_sequentially("heer")

    status = municipalities.locator(".municipality-filter__status")
    status.get_by_text(f"1 van {len(everything)} gemeenten.").wait_for()
    assert names(municipalities) == ["Heerlen"]
    field.fill("zzz")
    status.get_by_text("Geen gemeente in").wait_for()
    assert names(municipalities) == []
    field.fill("")
    status.get_by_text(f"{len(everything)} gemeenten.", exact=True).wait_for()
    assert names(municipalities) == everything


def test_what_is_typed_stays_out_of_the_address_and_enter_sends_nothing(municipalities):
    address = municipalities.url
    asked = []
    municipalities.on("request", lambda request: asked.append(request.url))

    field = municipalities.get_by_label("Zoek uw gemeente")
    field.fill("<b>heer</b>")
    field.press("Enter")

    assert municipalities.url == address
    assert asked == []


def test_without_javascript_the_table_is_whole_and_no_field_is_shown(browser, hub_address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hub_address}uw-gemeente/")

    assert len(names(page)) > 10
    assert page.locator(".municipality-filter").is_hidden()
    context.close()


def test_on_paper_a_filtered_table_is_whole_again(municipalities):
    everything = names(municipalities)
    municipalities.get_by_label("Zoek uw gemeente").fill("heer")
    municipalities.emulate_media(media="print")

    assert names(municipalities) == everything


def test_on_a_phone_every_answer_fits_in_the_width_of_the_screen(municipalities):
    municipalities.set_viewport_size({"width": 320, "height": 800})

    frame = municipalities.locator(".gemeenten .tabel")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    label = "cell => getComputedStyle(cell, '::before').content"
    first = municipalities.locator(f"{ROWS} td").nth(1)
    assert first.evaluate(label) == '"Route: "'
