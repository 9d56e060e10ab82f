"""A scale of years: which moments it can place, and which years it names."""

import pytest

from plugins.drawings.scale import find_named, find_years, render_scale


@pytest.mark.parametrize(
    ("moments", "years"),
    [
        (("2018", "vanaf 2020"), (2018, 2020)),
        (("juli 2018", "Januari 2019"), (2018.5, 2019)),
        (("maandag 3 juli 2018",), (2018.5,)),
        (("2018–2021",), (2018,)),
        (("2018", "maandag"), ()),
        (("12018", "2018"), ()),
        ((), ()),
    ],
)
def test_a_moment_is_its_first_year_and_month(moments, years):
    assert find_years(moments) == years


@pytest.mark.parametrize(
    ("years", "room", "named"),
    [
        ((2018, 2020, 2025, 2026), 5, (2018, 2020, 2025, 2026)),
        ((2018, 2020, 2025, 2026), 14, (2018, 2020, 2026)),
        ((2018, 2019, 2026), 14, (2018, 2026)),
        ((2018.5, 2018.9, 2022), 14, (2018, 2022)),
        (tuple(range(2000, 2027)), 14, (2000, 2005, 2010, 2015, 2020, 2026)),
    ],
)
def test_years_are_named_where_there_is_room_the_first_and_last_always(years, room, named):
    assert find_named(years, room) == named


@pytest.mark.parametrize("years", [(), (2018,), (2018, 2020), (2018.5, 2018.9)])
def test_less_than_three_years_need_no_scale(years):
    assert render_scale(years) is None


def test_each_moment_has_a_dot_at_its_distance_and_each_year_a_mark():
    scale = render_scale((2018, 2020, 2022, 2022))

    assert [circle.get("cx") for circle in scale.iter("circle")] == ["7%", "50%", "93%"]
    assert [line.get("x1") for line in scale.iter("line")] == [
        "0", "7%", "28.5%", "50%", "71.5%", "93%",
    ]  # fmt: skip


def test_a_year_without_room_on_a_phone_is_named_on_a_wide_screen_alone():
    scale = render_scale((2018, 2025, 2026))
    names = {text.text: text.get("class") for text in scale.iter("text")}

    assert names == {
        "2018": "drawing__year",
        "2025": "drawing__year drawing__year--wide",
        "2026": "drawing__year",
    }
