"""Names and labels as Dutch readers write them."""

import pytest
from pybtex.database import Person

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.label import build_labels, filed_name, filing_key, surname


def labels_of(*entries: str) -> dict[str, str]:
    text = "\n".join(f"@misc{{{key}, {fields}}}" for key, fields in enumerate(entries))
    bibliography = find_works(Source("bronnen.bib", text))
    assert bibliography.problems == ()
    return {key: str(label) for key, label in sorted(build_labels(bibliography).items())}


@pytest.mark.parametrize(
    ("name", "running", "filed"),
    [
        ("van der Veen, H. C. J.", "Van der Veen", "Veen, H. C. J. van der"),
        ("Bogaerts, S.", "Bogaerts", "Bogaerts, S."),
        ("Jan de Vries", "De Vries", "Vries, Jan de"),
        ("{Ministerie van VWS}", "Ministerie van VWS", "Ministerie van VWS"),
        ("{de Rechtspraak}", "De Rechtspraak", "de Rechtspraak"),
        ("'t Hart, M.", "'t Hart", "Hart, M. 't"),
        ("Augeo", "Augeo", "Augeo"),
    ],
)
def test_a_name_is_written_with_its_particle_and_filed_without(name, running, filed):
    assert (surname(Person(name)), filed_name(Person(name))) == (running, filed)


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ("author={Bogaerts, S.}, title={X}, year=2018", "Bogaerts, 2018"),
        ("author={van der Veen, H. and Bogaerts, S.}, year=2018", "Van der Veen & Bogaerts, 2018"),
        ("author={A, B. and C, D. and E, F.}, year=2018", "A e.a., 2018"),
        ("author={A, B. and others}, year=2018", "A e.a., 2018"),
        ("author={{Ministerie van VWS} and {VNG}}, year=2018", "Ministerie van VWS & VNG, 2018"),
        ("title={De {GHNT}-site}", "De GHNT-site, z.d."),
        ("year=2018", "0, 2018"),
    ],
)
def test_a_work_goes_by_its_authors_and_year(fields, label):
    assert labels_of(fields) == {"0": label}


def test_works_of_one_author_and_year_get_letters_by_title():
    assert labels_of(
        "author={{VWS}}, title={Beta}, year=2018",
        "author={{VWS}}, title={Alfa}, year=2018",
        "author={{VWS}}, title={Alfa}, year=2019",
    ) == {"0": "VWS, 2018b", "1": "VWS, 2018a", "2": "VWS, 2019"}


def test_letters_without_a_year_stand_apart_from_the_words():
    assert labels_of("author={{VWS}}, title={B}", "author={{VWS}}, title={A}") == {
        "0": "VWS, z.d.-b",
        "1": "VWS, z.d.-a",
    }


def test_sources_are_filed_by_last_name_then_year_then_title():
    bibliography = find_works(
        Source(
            "bronnen.bib",
            "@misc{zonder-jaar, author={van den Berg, A.}, title={A}}"
            "@misc{later, author={van den Berg, A.}, title={A}, year=2019}"
            "@misc{eerder-b, author={van den Berg, A.}, title={é}, year=2018}"
            "@misc{eerder-a, author={van den Berg, A.}, title={E}, year=2018}"
            "@misc{titel, title={Aap}}"
            "@misc{c, author={de Cock, B.}, title={A}}",
        )
    )
    filed = [located.key for located in sorted(bibliography.works, key=filing_key)]

    assert filed == ["titel", "eerder-a", "eerder-b", "later", "zonder-jaar", "c"]
