"""The Dutch author-year style, kind of work by kind of work."""

import pytest

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.style import DutchStyle


def html_of(entry: str) -> str:
    (located,) = find_works(Source("bronnen.bib", entry)).works
    html = DutchStyle({located.key: "2018a"}).render(located.work).render_as("html")
    return str(html)


@pytest.mark.parametrize(
    ("entry", "html"),
    [
        ("@misc{a, title={Plan}}", "<em>Plan</em> (2018a)."),
        (
            "@report{a, author={{Ministerie van VWS}}, title={Plan}, institution={Rijk}}",
            "Ministerie van VWS (2018a). <em>Plan</em>. Rijk.",
        ),
        (
            "@book{a, author={van der Veen, H. C. J. and Bogaerts, S.}, title={Plan}}",
            "Veen, H. C. J. van der &amp; Bogaerts, S. (2018a). <em>Plan</em>.",
        ),
        (
            "@misc{a, author={A, B. and C, D. and E, F.}, title={Plan}}",
            "A, B., C, D. &amp; E, F. (2018a). <em>Plan</em>.",
        ),
        (
            "@misc{a, author={A, B. and others}, title={Plan}}",
            "A, B., e.a. (2018a). <em>Plan</em>.",
        ),
        (
            "@misc{a, title={Plan}, type={Kamerstuk}, number={28345, nr. 185}}",
            "<em>Plan</em> (Kamerstuk; 28345, nr. 185) (2018a).",
        ),
        ("@misc{a, title={Plan}, month=4, day=9}", "<em>Plan</em> (2018a, 9 april)."),
        ("@misc{a, title={Plan}, month={04}}", "<em>Plan</em> (2018a, april)."),
        ("@misc{a, title={Plan}, month=mar}", "<em>Plan</em> (2018a, maart)."),
        (
            "@misc{a, author={{\\'E}tienne, Andr{\\'e}}, title={Plan}}",
            "Étienne, André (2018a). <em>Plan</em>.",
        ),
        ("@misc{a, title={Plan}, month={13}}", "<em>Plan</em> (2018a, 13)."),
        ("@misc{a, title={Plan}, month={0}}", "<em>Plan</em> (2018a, 0)."),
        ("@misc{a, title={Plan}, month={voorjaar}}", "<em>Plan</em> (2018a, voorjaar)."),
        (
            "@online{a, title={Site}, url={https://x.nl/?a=1&b=2}, urldate={2026-11-21}}",
            "<em>Site</em> (2018a). Geraadpleegd op 21 november 2026. "
            '<a href="https://x.nl/?a=1&amp;b=2">https://x.nl/?a=1&amp;b=2</a>',
        ),
        ("@online{a, title={Site}, url={javascript:x}, urldate={gisteren}}",
         "<em>Site</em> (2018a)."),
        (
            "@online{a, title={Site}, url={https://x.nl/\"onclick=x}}",
            '<em>Site</em> (2018a). <a href="https://x.nl/&quot;onclick=x">https://x.nl/"onclick=x</a>',
        ),
        ("@misc{a, title={<b>Plan</b>}}", "<em>&lt;b&gt;Plan&lt;/b&gt;</em> (2018a)."),
    ],
)  # fmt: skip
def test_a_work_by_itself(entry, html):
    assert html_of(entry) == html


@pytest.mark.parametrize(
    ("fields", "html"),
    [
        (
            "journal={JHV}, volume=12, number=3, pages={4--9}",
            "A, B. (2018a). Titel. <em>JHV</em>, <em>12</em>(3), 4–9.",
        ),
        ("journal={JHV}", "A, B. (2018a). Titel. <em>JHV</em>."),
        ("", "A, B. (2018a). Titel."),
    ],
)
def test_an_article_stands_in_its_journal(fields, html):
    assert html_of(f"@article{{a, author={{A, B.}}, title={{Titel}}, {fields}}}") == html
