"""The download page: one click gives a school its pack, and a form gives it filled in."""

import re
import zipfile

import pytest
from playwright.sync_api import expect

TYPED = 'De "Zon" & <Maan> 🙂'


@pytest.fixture
def downloads(page, hub_address):
    page.goto(hub_address + "downloads/")
    return page


def open_form(page):
    """Open the form of the first pack; return it."""
    form = page.locator("form.pack-form").first
    form.locator("summary").click()
    expect(form.locator("input").first).to_be_visible()
    return form


def save(page, click, folder):
    """Click, and return the name that the browser gives the download, and the download."""
    with page.expect_download() as waiting:
        click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def read_texts(path):
    """Return the XML of every document in a pack, by name."""
    texts = {}
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None
        for name in pack.namelist():
            if name.endswith((".docx", ".odt")):
                with pack.open(name) as inner, zipfile.ZipFile(inner) as document:
                    part = "content.xml" if name.endswith("odt") else "word/document.xml"
                    texts[name] = document.read(part).decode()
        return {**texts, "LEESMIJ.html": pack.read("LEESMIJ.html").decode()}


def test_one_click_downloads_a_whole_pack(downloads, tmp_path):
    button = downloads.get_by_role("link", name="Download alles").first
    with zipfile.ZipFile(save(downloads, button.click, tmp_path)) as pack:
        assert pack.testzip() is None
        names = pack.namelist()
    for ending in (".pdf", ".docx", ".odt", ".html"):
        assert any(name.endswith(ending) for name in names), names


def test_each_file_of_each_pack_is_a_download_of_its_own(downloads, hub_address):
    links = downloads.locator(".pack__files .formats a")
    expect(links).not_to_have_count(0)
    for link in links.all():
        answer = downloads.request.get(hub_address + "downloads/" + link.get_attribute("href"))
        assert answer.status == 200


def test_each_part_says_what_it_is_how_long_it_takes_and_how_large_it_is(downloads):
    for part in downloads.locator(".pack__part").all():
        assert re.search(r"\d+ min lezen", part.inner_text())
        for size in part.locator(".format__size").all():
            assert re.fullmatch(r"\d+ kB", size.inner_text())


def test_cards_and_posters_have_a_link_to_print_them(downloads):
    links = downloads.get_by_role("link", name=re.compile("^Print\\b"))
    assert links.count()
    for link in links.all():
        assert link.get_attribute("href").endswith(".pdf")


def test_a_pack_is_filled_in_with_what_was_typed(downloads, hub_address, tmp_path):
    requests = []
    form = open_form(downloads)
    form.get_by_label("Naam van de school").fill(TYPED)
    downloads.on("request", lambda request: requests.append((request.method, request.url)))
    path = save(downloads, form.get_by_role("button").click, tmp_path)
    assert path.name.endswith("-ingevuld.zip")
    texts = read_texts(path)
    escaped = "De &quot;Zon&quot; &amp; &lt;Maan&gt; 🙂"
    assert any(escaped in xml for name, xml in texts.items() if name.endswith(".docx"))
    assert any(escaped in xml for name, xml in texts.items() if name.endswith(".odt"))
    assert escaped in texts["LEESMIJ.html"]
    assert not any("[naam school]" in xml for xml in texts.values())
    expect(form.get_by_role("status")).to_have_text(
        f"Klaar. Het bestand {path.name} staat bij uw downloads."
    )
    # The pack is fetched, and nothing else; the file itself is of this page alone.
    sent = [request for request in requests if not request[1].startswith("blob:")]
    assert [method for method, _ in sent] == ["GET"]
    assert sent[0][1].endswith(".zip")


def test_a_long_word_stays_within_the_index_of_a_pack(downloads, tmp_path):
    form = open_form(downloads)
    form.locator("input").first.fill("x" * 500)
    with zipfile.ZipFile(save(downloads, form.get_by_role("button").click, tmp_path)) as pack:
        pack.extract("LEESMIJ.html", tmp_path)
    downloads.set_viewport_size({"width": 360, "height": 800})
    downloads.goto((tmp_path / "LEESMIJ.html").as_uri())
    assert "x" * 500 in downloads.locator("td[data-plek]").first.inner_text()
    assert downloads.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (900, False)])
def test_on_a_wide_screen_the_files_stand_beside_what_the_pack_is(downloads, width, beside):
    downloads.set_viewport_size({"width": width, "height": 800})
    about = downloads.locator(".pack__about").first.bounding_box()
    contents = downloads.locator(".pack__contents").first.bounding_box()
    assert (contents["x"] >= about["x"] + about["width"]) is beside
    assert (contents["y"] >= about["y"] + about["height"]) is not beside


def test_nothing_that_was_typed_is_kept(downloads, hub_address, tmp_path):
    form = open_form(downloads)
    form.get_by_label("Naam van de school").fill(TYPED)
    save(downloads, form.get_by_role("button").click, tmp_path)
    kept = downloads.evaluate("[location.href, document.cookie, {...localStorage}, history.state]")
    assert kept == [f"{hub_address}downloads/", "", {}, None]
    downloads.evaluate("document.dispatchEvent(new Event('hub:leave'))")
    assert {field.input_value() for field in form.locator("input").all()} == {""}
    assert form.locator("input[name]").count() == 0


def test_enter_fills_in_and_stays_on_the_page(downloads, hub_address, tmp_path):
    form = open_form(downloads)
    field = form.get_by_label("Naam van de school")
    field.fill("De Zon")
    save(downloads, lambda: field.press("Enter"), tmp_path)
    assert downloads.url == f"{hub_address}downloads/"


def test_an_empty_form_asks_for_a_word(downloads):
    form = open_form(downloads)
    form.get_by_role("button").click()
    expect(form.get_by_role("status")).to_have_text("Vul ten minste één veld in.")
    expect(form.locator("input").first).to_be_focused()


def test_a_sign_that_cannot_stand_in_a_document_is_told_at_its_field(downloads):
    form = open_form(downloads)
    field = form.locator("input").nth(1)
    field.fill("a\tb")
    form.get_by_role("button").click()
    expect(form.get_by_role("status")).to_contain_text("teken dat niet in een document kan")
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"


def test_a_pack_that_cannot_be_fetched_is_told(downloads):
    downloads.route("**/*.zip", lambda route: route.abort())
    form = open_form(downloads)
    form.locator("input").first.fill("De Zon")
    form.get_by_role("button").click()
    expect(form.get_by_role("status")).to_contain_text("Het invullen lukt nu niet.")


def test_without_javascript_the_pack_is_a_link_and_there_is_no_form(browser, hub_address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(hub_address + "downloads/")
    assert page.get_by_role("link", name="Download alles").first.is_visible()
    assert not page.locator("form.pack-form").first.is_visible()
    context.close()
