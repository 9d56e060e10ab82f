"""Shapes: where their lines run."""

import pytest

from plugins.drawings import shape
from plugins.drawings.pictogram import find_pictograms


def lines(svg):
    return [tuple(line.get(name) for name in ("x1", "y1", "x2", "y2")) for line in svg.iter("line")]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [("50%", "50%", "50%", "50%")]),
        (2, [("16%", "50%", "50%", "50%"), ("84%", "50%", "50%", "50%")]),
        (
            3,
            [
                ("16%", "25%", "50%", "25%"),
                ("84%", "25%", "50%", "25%"),
                ("50%", "75%", "50%", "25%"),
            ],
        ),
        (
            4,
            [
                ("16%", "25%", "50%", "50%"),
                ("84%", "25%", "50%", "50%"),
                ("16%", "75%", "50%", "50%"),
                ("84%", "75%", "50%", "50%"),
            ],
        ),
    ],
)
def test_spokes_run_from_two_columns_to_the_middle_of_the_paired_rows(number, expected):
    assert lines(shape.render_spokes(number)) == expected


def test_the_last_branch_ends_at_its_item():
    assert lines(shape.render_branch(last=False)) == [
        ("1", "0", "1", "100%"),
        ("1", "50%", "100%", "50%"),
    ]
    assert lines(shape.render_branch(last=True))[0] == ("1", "0", "1", "50%")


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        (True, False, ("1.35em", "100%")),
        (False, False, ("0", "100%")),
        (False, True, ("0", "1.35em")),
    ],
)
def test_a_rail_runs_from_the_first_dot_to_the_last(first, last, ends):
    assert [line[1::2] for line in lines(shape.render_rail(first=first, last=last))] == [ends]


def test_an_arrow_keeps_its_head_at_its_end():
    across, down = shape.render_arrow_across(), shape.render_arrow_down()

    assert (across[1].get("x"), across[1].get("y")) == ("100%", "8")
    assert (down[1].get("x"), down[1].get("y")) == ("8", "100%")


def test_a_number_stands_on_an_empty_disc():
    assert [child.tag for child in shape.render_sign()] == ["circle"]
    assert [child.tag for child in shape.render_sign("M1 1")] == ["circle", "path"]


def test_who_works_somewhere_is_no_building():
    person, school, safe_house, house = find_pictograms(
        ("Contactpersoon school", "Basisschool", "VEILIG THUIS", "Opvang")
    )

    assert len({person, school, safe_house, house}) == 4
    assert find_pictograms(("Scholen", "Aandachtsfunctionaris")) == (school, person)


def test_one_label_without_a_pictogram_takes_them_all_away():
    assert find_pictograms(("Politie", "Vandaag")) == ("", "")
