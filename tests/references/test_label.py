"""How works are cited and in which order they are listed."""

import pytest

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.label import build_labels, filing_key


def labels_of(*entries: str) -> dict[str, str]:
    text = "\n".join(f"@misc{{{key}, {fields}}}" for key, fields in enumerate(entries))
    bibliography = find_works(Source("bronnen.bib", text))
    assert bibliography.problems == ()
    return {key: str(label) for key, label in sorted(build_labels(bibliography).items())}


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ("author={Bogaerts, S.}, title={X}, year=2018", "Bogaerts, 2018"),
        ("author={van der Veen, H. and Bogaerts, S.}, year=2018", "Van der Veen & Bogaerts, 2018"),
        ("author={A, B. and C, D. and E, F.}, year=2018", "A et al., 2018"),
        ("author={A, B. and others}, year=2018", "A et al., 2018"),
        ("author={{Ministerie van VWS} and {VNG}}, year=2018", "Ministerie van VWS & VNG, 2018"),
        ("editor={Smit, P.}, title={X}, year=2018", "Smit, 2018"),
        ("author={Bos, C.}, editor={Smit, P.}, year=2018", "Bos, 2018"),
        ("title={De {GHNT}-site}", "De GHNT-site, z.d."),
        ("title={Praten helpt. Het verhaal van velen}", "Praten helpt, z.d."),
        ("title={[Plan van aanpak]}", "[Plan van aanpak], z.d."),
        ("year=2018", "0, 2018"),
        (
            "author={Jansen, P.}, type={Kamerstuk}, howpublished={Kamerstukken II 2017/18},"
            "number={28345, nr. 185}, year=2018",
            "Kamerstukken II 2017/18, 28345, nr. 185, 2018",
        ),
        ("type={kamerstuk}, number={28345, nr. 185}", "Kamerstukken 28345, nr. 185, z.d."),
        ("type={Kamerstuk}, title={Zonder nummer}", "Zonder nummer, z.d."),
        ("type={rapport}, number={12}, title={X}", "X, z.d."),
    ],
)
def test_a_work_goes_by_its_authors_and_year(fields, label):
    assert labels_of(fields) == {"0": label}


@pytest.mark.parametrize(
    ("authors", "narrative"),
    [
        ("van der Veen, H. and Bogaerts, S.", "Van der Veen en Bogaerts"),
        ("{Jeugd & Zorg} and {VNG}", "Jeugd & Zorg en VNG"),
        ("A, B. and C, D. and E, F.", "A et al."),
    ],
)
def test_a_sentence_says_en_where_brackets_have_an_ampersand(authors, narrative):
    bibliography = find_works(Source("bronnen.bib", f"@misc{{a, author={{{authors}}}}}"))

    assert build_labels(bibliography)["a"].narrative == narrative


def test_works_of_one_author_and_year_get_letters_by_title():
    assert labels_of(
        "author={{VWS}}, title={Beta}, year=2018",
        "author={{VWS}}, title={Alfa}, year=2018",
        "author={{VWS}}, title={Alfa}, year=2019",
    ) == {"0": "VWS, 2018b", "1": "VWS, 2018a", "2": "VWS, 2019"}


def test_letters_follow_the_day_before_the_title():
    assert labels_of(
        "author={{VWS}}, title={A}, year=2018, month=11, day=2",
        "author={{VWS}}, title={B}, year=2018, month=4, day=25",
        "author={{VWS}}, title={C}, year=2018, month=4, day=9",
        "author={{VWS}}, title={D}, year=2018",
    ) == {"0": "VWS, 2018d", "1": "VWS, 2018c", "2": "VWS, 2018b", "3": "VWS, 2018a"}


def test_letters_without_a_year_stand_apart_from_the_words():
    assert labels_of("author={{VWS}}, title={B}", "author={{VWS}}, title={A}") == {
        "0": "VWS, z.d.-b",
        "1": "VWS, z.d.-a",
    }


def test_letters_go_on_after_the_alphabet():
    labels = labels_of(*(f"author={{{{VWS}}}}, title={{{n:03}}}, year=2018" for n in range(703)))

    assert [labels[str(n)] for n in (0, 25, 26, 51, 52, 701, 702)] == [
        f"VWS, 2018{letter}" for letter in ("a", "z", "aa", "az", "ba", "zz", "aaa")
    ]


def test_people_of_one_surname_get_their_initials():
    assert labels_of(
        "author={de Vries, J.}, year=2018",
        "author={de Vries, P. and Bos, C.}, year=2019",
        "author={Bos, C.}, year=2018",
        "author={de Vries, J.}, year=2020",
    ) == {
        "0": "J. de Vries, 2018",
        "1": "P. de Vries & Bos, 2019",
        "2": "Bos, 2018",
        "3": "J. de Vries, 2020",
    }


def test_teams_with_one_first_author_and_year_show_more_names():
    assert labels_of(
        "author={A, A. and B, B. and C, C. and D, D.}, year=2018",
        "author={A, A. and B, B. and E, E. and F, F. and G, G.}, year=2018",
        "author={A, A. and H, H. and I, I.}, year=2018",
        "author={A, A. and B, B. and C, C.}, year=2019",
        "author={A, A.}, year=2018",
    ) == {
        "0": "A, B, C & D, 2018",
        "1": "A, B, E, et al., 2018",
        "2": "A, H & I, 2018",
        "3": "A et al., 2019",
        "4": "A, 2018",
    }


def test_sources_are_filed_by_last_name_then_day_then_title():
    bibliography = find_works(
        Source(
            "bronnen.bib",
            "@misc{later, author={van den Berg, A.}, title={A}, year=2019}"
            "@misc{zonder-jaar, author={van den Berg, A.}, title={A}}"
            "@misc{eerder-b, author={van den Berg, A.}, title={é}, year=2018}"
            "@misc{eerder-a, author={van den Berg, A.}, title={E}, year=2018}"
            "@misc{met-dag, author={van den Berg, A.}, title={A}, year=2018, month=2, day=10}"
            "@misc{samen, author={van den Berg, A. and Aap, B.}, title={A}, year=2010}"
            "@misc{titel, title={[Aap]}}"
            "@misc{c, author={de Cock, B.}, title={A}}"
            "@misc{stuk, title={A}, type={Kamerstuk}, number={28345, nr. 1}}",
        )
    )
    filed = [located.key for located in sorted(bibliography.works, key=filing_key)]

    assert filed == [
        "titel", "zonder-jaar", "eerder-a", "eerder-b", "met-dag", "later", "samen", "c", "stuk",
    ]  # fmt: skip
