"""The pages on paper: letters on one sheet, help numbers on, nothing only a screen can use."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.circle import NOT_AT_THE_DESK
from tests.programs import require_program

pytestmark = NOT_AT_THE_DESK

HELP_NUMBERS = ("112", "0800-2000", "0800-0432")


@dataclass(frozen=True, slots=True)
class Print:
    """A printed page: the texts of its sheets, and what the page itself has to say on paper."""

    sheets: tuple[str, ...]
    links: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def text(self) -> str:
        return squeeze("".join(self.sheets))


def squeeze(text):
    """Return `text` however paper breaks it: without spaces, hyphens and case."""
    return re.sub(r"[\s\u00ad-]", "", text).casefold()


LINKS = "all => all.filter(one => one.checkVisibility()).map(one => one.getAttribute('href'))"


@pytest.fixture(scope="module")
def prints(browser, hub_address, hub, kinds, tmp_path_factory) -> dict[str, Print]:
    """A page of each kind and every letter, printed from the dark scheme, by address."""
    pdftotext = require_program("pdftotext")
    path = tmp_path_factory.mktemp("print") / "page.pdf"
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print")
    found = {}
    for address in sorted({*kinds.values(), *(address for address, _ in find_letters(hub))}):
        page.goto(hub_address + address)
        page.pdf(path=path, format="A4", prefer_css_page_size=True)
        found[address] = Print(
            read_sheets(pdftotext, path),
            tuple(page.locator(".tekst a[href^=http]").evaluate_all(LINKS)),
            tuple(page.locator(".bronnenlijst li").all_inner_texts()),
        )
    context.close()
    return found


def read_sheets(pdftotext: str, path: Path) -> tuple[str, ...]:
    command = [pdftotext, "-layout", str(path), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(done.stdout.removesuffix("\f").split("\f"))


def find_letters(hub):
    """Yield the address of each letter or sheet of the packs, and how many A4 it may have."""
    text = (hub.project / "content" / "pakketten.yaml").read_text(encoding="utf-8")
    for pack in yaml.safe_load(text)["pakketten"]:
        for part in pack["onderdelen"]:
            # A card and a poster do not say it: they are one sheet.
            yield part["bestand"].removesuffix(".md") + "/", int(part.get("bladzijden", 1))


def test_every_letter_card_and_sheet_keeps_to_the_pages_that_its_pack_promises(prints, hub):
    most = dict(find_letters(hub))
    assert 1 in most.values()
    assert [address for address in most if len(prints[address].sheets) > most[address]] == []


def test_every_first_sheet_holds_the_help_numbers(prints):
    for address, printed in prints.items():
        first = squeeze(printed.sheets[0])
        assert all(squeeze(number) in first for number in HELP_NUMBERS), address


def test_no_sheet_holds_the_exit_link(prints):
    for address, printed in prints.items():
        assert "verlaatdezesite" not in printed.text, address


def test_links_are_written_out_on_paper(prints):
    assert any(printed.links for printed in prints.values())
    for address, printed in prints.items():
        missing = [link for link in printed.links if squeeze(link) not in printed.text]
        assert missing == [], address


def test_sources_are_printed_as_full_text(prints):
    assert any(printed.sources for printed in prints.values())
    for address, printed in prints.items():
        missing = [source for source in printed.sources if squeeze(source) not in printed.text]
        assert missing == [], address


ON_SCREENS = "main button, main summary, .menu, input, .skip-link, .exit-link"

SEEN = """all => all
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 2)
    .map(one => one.outerHTML.slice(0, 80))"""


def test_nothing_that_only_works_on_a_screen_is_printed(page, hub_address, kinds):
    page.emulate_media(media="print")
    for address in kinds.values():
        page.goto(hub_address + address)
        assert page.locator(ON_SCREENS).evaluate_all(SEEN) == [], address


def test_a_tested_text_prints_its_outcome_and_an_untested_one_no_bare_title(page, hub_address):
    title = page.locator("#toets")
    outcome = page.locator(".coalition-verdict")
    page.goto(hub_address + "toets-uw-tekst/")
    page.emulate_media(media="print")
    assert not title.is_visible()
    assert not outcome.first.is_visible()
    page.emulate_media(media="screen")
    page.locator("main textarea").fill("Wij bouwen een brug.")
    page.get_by_role("button", name="Toets deze tekst").click()
    outcome.first.wait_for()
    page.emulate_media(media="print")
    assert title.is_visible()
    assert all(one.is_visible() for one in outcome.all())
    assert page.locator(ON_SCREENS + ", main textarea").evaluate_all(SEEN) == []
