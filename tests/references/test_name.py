"""Names as Dutch readers write them."""

import pytest
from pybtex.database import Person

from plugins.references.name import filed_name, find_initials, full_name, surname


@pytest.mark.parametrize(
    ("name", "running", "filed"),
    [
        ("van der Veen, H. C. J.", "Van der Veen", "Veen, H. C. J. van der"),
        ("van den Berg, J.", "Van den Berg", "Berg, J. van den"),
        ("Bogaerts, S.", "Bogaerts", "Bogaerts, S."),
        ("Jan de Vries", "De Vries", "Vries, J. de"),
        ("De Vries, J.", "De Vries", "Vries, J. de"),
        ("Van der Veen, H.", "Van der Veen", "Veen, H. van der"),
        ("'t Hart, M.", "’t Hart", "Hart, M. ’t"),
        ("van 't Land, H.", "Van ’t Land", "Land, H. van ’t"),
        ("d'Ancona, H.", "D’Ancona", "Ancona, H. d’"),
        ("von der Leyen, U.", "Von der Leyen", "Leyen, U. von der"),
        ("de la Court, A.", "De la Court", "Court, A. de la"),
        ("Smits van Waesberghe, E.", "Smits van Waesberghe", "Smits van Waesberghe, E."),
        ("de Vries Robbé, M.", "De Vries Robbé", "Vries Robbé, M. de"),
        ("O'Neill, D.", "O’Neill", "O’Neill, D."),
        ("King, Jr., M. L.", "King", "King, M. L., Jr."),
        ("van Arum", "Van Arum", "Arum, van"),
        ("Augeo", "Augeo", "Augeo"),
        ("De", "De", "De"),
        ("{Ministerie van VWS}", "Ministerie van VWS", "Ministerie van VWS"),
        ("{de Rechtspraak}", "De Rechtspraak", "de Rechtspraak"),
        ("{GGD'en}", "GGD’en", "GGD’en"),
        ("{\\'E}tienne, Andr{\\'e}", "Étienne", "Étienne, A."),
    ],
)
def test_a_name_is_written_with_its_particle_and_filed_without(name, running, filed):
    assert (surname(Person(name)), filed_name(Person(name))) == (running, filed)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Majone", "M."), ("M.", "M."), ("M.J.", "M. J."), ("Jan-Willem", "J.-W."), ("Th.", "Th."),
        ("IJsbrand", "IJ."), ("Th", "Th."), ("Élise", "É."), ("(onbekend)", "(onbekend)"),
    ],
)  # fmt: skip
def test_a_given_name_becomes_its_initials(name, initials):
    assert find_initials(name) == initials


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("van der Berg, Jan", "J. van der Berg"),
        ("d'Ancona, H.", "H. d’Ancona"),
        ("{VNG}", "VNG"),
    ],
)
def test_initials_stand_in_front_where_no_list_is_sorted(name, full):
    assert full_name(Person(name)) == full
