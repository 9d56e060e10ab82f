"""What LinkChecker's report means."""

import pytest

from plugins.links.answer import Answer, find_answers

HEAD = "urlname;result;warningstring;valid\n"


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("u;200 OK;;True", Answer("works")),
        (
            "u;200 OK;Redirected to `https://nieuw/' status: 301 Moved Permanently.;True",
            Answer("moved", "https://nieuw/"),
        ),
        ("u;200 OK;Redirected to `https://elders/' status: 302 Found.;True", Answer("works")),
        ("u;403 Forbidden;;False", Answer("guarded", "antwoordt 403 Forbidden")),
        (
            "u;429 Too Many Requests;Rate limited (Retry-After: None);True",
            Answer("guarded", "antwoordt 429 Too Many Requests"),
        ),
        ("u;404 Not Found;;False", Answer("broken", "antwoordt 404 Not Found")),
        ("u;500 Oops;;False", Answer("broken", "antwoordt 500 Oops")),
        ("u;ReadTimeout: te laat;;False", Answer("broken", "geen antwoord binnen de tijd")),
        ("u;TooManyRedirects: 10;;False", Answer("broken", "stuurt steeds door")),
        ('u;"SSLError: ""x""; y";;False', Answer("broken", "het certificaat klopt niet")),
        ("u;200 OK;Access denied by robots.txt;True", Answer("guarded", "antwoordt 200 OK")),
    ],
)  # fmt: skip
def test_an_answer_is_understood(row, answer):
    assert list(find_answers(HEAD + row)) == [("u", answer)]


@pytest.mark.parametrize("report", ["", HEAD])
def test_a_report_without_rows_holds_no_answers(report):
    assert list(find_answers(report)) == []
