"""The Dutch author-year style, kind of work by kind of work."""

import pytest

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.style import DutchStyle


def html_of(entry: str, year: str = "2018a") -> str:
    (located,) = find_works(Source("bronnen.bib", entry)).works
    return str(DutchStyle({located.key: year}).render(located.work).render_as("html"))


PEOPLE = " and ".join(f"N{n}, A." for n in range(1, 23))


@pytest.mark.parametrize(
    ("fields", "opening"),
    [
        ("", "<em>T</em>. (2018a)."),
        ("author={{VWS}}", "VWS. (2018a). <em>T</em>."),
        ("author={{VWS} and {VNG}}", "VWS &amp; VNG. (2018a). <em>T</em>."),
        ("author={{VWS} and {JenV} and {VNG}}", "VWS, JenV, &amp; VNG. (2018a). <em>T</em>."),
        (
            "author={van der Veen, H. C. J. and Bogaerts, S.}",
            "Veen, H. C. J. van der, &amp; Bogaerts, S. (2018a). <em>T</em>.",
        ),
        (
            "author={A, B. and C, D. and E, F.}",
            "A, B., C, D., &amp; E, F. (2018a). <em>T</em>.",
        ),
        ("author={Vogt and van Arum}", "Vogt &amp; Arum, van. (2018a). <em>T</em>."),
        ("author={Synhaeve and others}", "Synhaeve et al. (2018a). <em>T</em>."),
        ("author={A, B. and others}", "A, B., et al. (2018a). <em>T</em>."),
        ("author={{NU.nl}}", "NU.nl. (2018a). <em>T</em>."),
        ("editor={de Cock, P.}", "Cock, P. de (Red.). (2018a). <em>T</em>."),
        (
            "editor={de Cock, P. and Smit, A.}",
            "Cock, P. de, &amp; Smit, A. (Reds.). (2018a). <em>T</em>.",
        ),
        ("author={{VWS}}, editor={Smit, A.}", "VWS. (2018a). <em>T</em>."),
        ("author={{VWS}}, month=4, day=9", "VWS. (2018a, 9 april). <em>T</em>."),
        ("month={04}", "<em>T</em>. (2018a, april)."),
        ("month=mar", "<em>T</em>. (2018a, maart)."),
        ("month={13}", "<em>T</em>. (2018a, 13)."),
        ("month={voorjaar}", "<em>T</em>. (2018a, voorjaar)."),
    ],
)
def test_an_entry_opens_with_who_and_when(fields, opening):
    assert html_of(f"@misc{{a, title={{T}}, {fields}}}") == opening


def test_of_more_than_twenty_authors_nineteen_and_the_last_are_named():
    assert "N19, A., … N22, A. (2018a)" in html_of(f"@misc{{a, title={{T}}, author={{{PEOPLE}}}}}")


def test_an_undated_work_has_no_month():
    assert html_of("@misc{a, title={T}, month=4}", "z.d.-a") == "<em>T</em>. (z.d.-a)."


def test_a_period_of_years_gets_a_dash():
    assert html_of("@misc{a, title={T}}", "2007--2010") == "<em>T</em>. (2007–2010)."


@pytest.mark.parametrize(
    ("title", "html"),
    [
        ("Plan", "<em>Plan</em>."),
        ("Plan.", "<em>Plan</em>."),
        ("Wat nu?", "<em>Wat nu?</em>"),
        ("Doe mee!", "<em>Doe mee!</em>"),
        ("En dan…", "<em>En dan…</em>"),
        ("Zij zei: ‘Wat nu?’", "<em>Zij zei: ‘Wat nu?’</em>"),
        ("Over (geweld)", "<em>Over (geweld)</em>."),
        ("[Plan van aanpak]", "[Plan van aanpak]."),
        ("<b>Plan</b>", "<em>&lt;b&gt;Plan&lt;/b&gt;</em>."),
    ],
)
def test_a_title_ends_with_one_sign(title, html):
    assert html_of(f"@misc{{a, author={{{{V}}}}, title={{{title}}}}}") == f"V. (2018a). {html}"


@pytest.mark.parametrize(
    ("entry", "html"),
    [
        ("@report{a, title={Plan}, institution={Rijk}}", "<em>Plan</em>. (2018a). Rijk."),
        ("@report{a, title={Plan}, number=12}", "<em>Plan</em> (nr. 12). (2018a)."),
        (
            "@report{a, author={{Rijk}}, title={Plan}, institution={Rijk}}",
            "Rijk. (2018a). <em>Plan</em>.",
        ),
        (
            "@book{a, author={Smit, A.}, title={Boek}, edition={2}, volume={3}, publisher={B.V.}}",
            "Smit, A. (2018a). <em>Boek</em> (2e druk, deel 3). B.V.",
        ),
        ("@book{a, title={Boek}, edition={2e herziene druk}}",
         "<em>Boek</em> (2e herziene druk). (2018a)."),
        ("@misc{a, author={{Augeo}}, title={Verzoek}, type={brief}}",
         "Augeo. (2018a). <em>Verzoek</em> [Brief]."),
        ("@misc{a, title={Wat nu?}, type={brief}}", "<em>Wat nu?</em> [Brief]. (2018a)."),
        ("@misc{a, title={Motie over hulp}, type={motie}}", "<em>Motie over hulp</em>. (2018a)."),
        ("@misc{a, title={Jeugdwet}, type={wet}}", "<em>Jeugdwet</em>. (2018a)."),
        ("@misc{a, title={[Omschrijving]}, type={advies}}", "[Omschrijving]. (2018a)."),
        (
            "@misc{a, title={Wet seksuele misdrijven}, type={wet}, number={Stb. 2024, 59}}",
            "<em>Wet seksuele misdrijven</em> (Stb. 2024, 59). (2018a).",
        ),
        (
            "@misc{a, author={Jansen, P.}, title={Brief over hulp}, type={Kamerstuk}, month=4,"
            "howpublished={Kamerstukken II 2017/18}, number={28345, nr. 185}}",
            "Kamerstukken II 2017/18, 28345, nr. 185. (2018a, april). <em>Brief over hulp</em>.",
        ),
        (
            "@misc{a, title={Hulp}, type={motie}, number={28345, nr. 185},"
            "howpublished={Kamerstukken II 2017/18}}",
            "Kamerstukken II 2017/18, 28345, nr. 185. (2018a). <em>Hulp</em> [Motie].",
        ),
        (
            "@misc{a, title={Hulp}, type={Kamerstuk}, number={28345, nr. 185}}",
            "Kamerstukken 28345, nr. 185. (2018a). <em>Hulp</em>.",
        ),
        (
            "@phdthesis{a, author={Smit, A.}, title={Hulp}, school={Universiteit Utrecht}}",
            "Smit, A. (2018a). <em>Hulp</em> [Proefschrift, Universiteit Utrecht].",
        ),
        (
            "@misc{a, author={Smit, A.}, title={Hulp}, type={oratie}, institution={Leiden}}",
            "Smit, A. (2018a). <em>Hulp</em> [Oratie, Leiden].",
        ),
        ("@misc{a, author={Smit, A.}, title={Hulp}, type={oratie}}",
         "Smit, A. (2018a). <em>Hulp</em> [Oratie]."),
    ],
)  # fmt: skip
def test_a_work_by_itself_tells_what_it_is(entry, html):
    assert html_of(entry) == html


@pytest.mark.parametrize(
    ("fields", "html"),
    [
        ("url={https://x.nl/?a=1&b=2}",
         '<a href="https://x.nl/?a=1&amp;b=2">https://x.nl/?a=1&amp;b=2</a>'),
        ("url={https://x.nl/}, urldate={2026-11-21}",
         'Geraadpleegd op 21 november 2026, van <a href="https://x.nl/">https://x.nl/</a>'),
        ("urldate={2026-11-21}", "Geraadpleegd op 21 november 2026."),
        ("publisher={Sociaalweb}, url={https://x.nl/}",
         'Sociaalweb. <a href="https://x.nl/">https://x.nl/</a>'),
        ("doi={10.1000/x}, url={https://x.nl/}",
         '<a href="https://doi.org/10.1000/x">https://doi.org/10.1000/x</a>'),
        ("doi={https://doi.org/10.1000/x}",
         '<a href="https://doi.org/10.1000/x">https://doi.org/10.1000/x</a>'),
        ("url={https://x.nl/\"onclick=x}",
         '<a href="https://x.nl/&quot;onclick=x">https://x.nl/"onclick=x</a>'),
    ],
)  # fmt: skip
def test_an_entry_closes_with_its_address(fields, html):
    assert html_of(f"@online{{a, title={{T}}, {fields}}}") == f"<em>T</em>. (2018a). {html}"


def test_what_is_no_web_address_or_day_is_left_out():
    entry = "@online{a, title={T}, url={javascript:x}, urldate={gisteren}}"

    assert html_of(entry) == "<em>T</em>. (2018a)."


@pytest.mark.parametrize(
    ("fields", "html"),
    [
        ("journal={JHV}, volume=12, number=3, pages={4--9}", "<em>JHV</em>, <em>12</em>(3), 4–9."),
        ("journal={JHV}, number=3", "<em>JHV</em>, (3)."),
        ("journal={JHV}", "<em>JHV</em>."),
        ("journal={JHV}, doi={10.1/x}",
         '<em>JHV</em>. <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>'),
    ],
)  # fmt: skip
def test_an_article_stands_in_its_journal(fields, html):
    entry = f"@article{{a, author={{A, B.}}, title={{Titel}}, {fields}}}"

    assert html_of(entry) == f"A, B. (2018a). Titel. {html}"


@pytest.mark.parametrize("kind", ["incollection", "inbook", "inproceedings"])
@pytest.mark.parametrize(
    ("fields", "html"),
    [
        (
            "editor={van den Berg, J. and Cock, P.}, edition=2, pages={3--9}, publisher={Boom}",
            "In J. van den Berg &amp; P. Cock (Reds.), <em>Boek</em> (2e druk, pp. 3–9). Boom.",
        ),
        ("editor={Cock, P.}, pages=3", "In P. Cock (Red.), <em>Boek</em> (p. 3)."),
        ("", "In <em>Boek</em>."),
    ],
)
def test_a_chapter_stands_in_its_book(kind, fields, html):
    entry = f"@{kind}{{a, author={{A, B.}}, title={{Titel}}, booktitle={{Boek}}, {fields}}}"

    assert html_of(entry) == f"A, B. (2018a). Titel. {html}"
