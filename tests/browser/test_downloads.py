"""The download page: one click gives a school its pack."""

import zipfile

from playwright.sync_api import expect


def test_one_click_downloads_the_pack_for_schools(page, hub_address, tmp_path):
    page.goto(hub_address + "downloads/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download alles").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None
        names = pack.namelist()
    for ending in (".pdf", ".docx", ".odt", ".html"):
        assert any(name.endswith(ending) for name in names), names


def test_each_file_of_the_pack_is_a_download_of_its_own(page, hub_address):
    page.goto(hub_address + "downloads/")
    links = page.locator(".pack__files a")
    expect(links.first).to_be_visible()
    for link in links.all():
        answer = page.request.get(hub_address + "downloads/" + link.get_attribute("href"))
        assert answer.status == 200
