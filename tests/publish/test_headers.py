"""What servers say with each file, from one source."""

import re

import pytest

from plugins.publish.headers import (
    ASK_FIRST,
    FOREVER,
    HEADERS,
    find_cache_rule,
    find_type,
    render_headers_file,
)
from plugins.publish.hosting import print_settings
from tests.project import BASE, ROOT, SITES, make_project


def test_the_policy_is_that_of_the_pages_and_keeps_them_out_of_frames():
    base = (ROOT / "theme/templates/base.html").read_text(encoding="utf-8")
    in_pages = re.search(r'Content-Security-Policy" content="([^"]*)"', base)
    assert in_pages
    assert HEADERS["Content-Security-Policy"] == f"{in_pages[1]}; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("theme/0123456789ab/css/site.css", FOREVER),
        ("zoeken/index/0123456789ab/texts/1-0.json", FOREVER),
        ("zoeken/index/collection.json", ASK_FIRST),
        ("theme/los.css", ASK_FIRST),
        ("bronnen/0123456789ab/index.html", ASK_FIRST),
        ("pagina/theme/0123456789ab/x.css", ASK_FIRST),
        ("index.html", ASK_FIRST),
    ],
)
def test_only_what_is_named_after_its_bytes_holds_forever(name, rule):
    assert find_cache_rule(name) == rule


def test_every_kind_of_file_in_the_hub_has_its_type(hub):
    plain = {
        path.relative_to(hub.output).as_posix()
        for path in hub.output.rglob("*")
        if path.is_file() and find_type(path.name).startswith("text/plain")
    }
    assert {name for name in plain if not name.endswith(".txt")} == {"SHA256SUMS", "_headers"}


def test_the_file_for_hosts_names_each_folder_that_holds_forever():
    text = render_headers_file(
        ["index.html", "theme/0123456789ab/a.css", "theme/0123456789ab/b.css", "a/theme/x.css"]
    )
    blocks = re.split(r"\n(?=/)", text.strip())
    assert [block.splitlines()[0] for block in blocks] == ["/*", "/theme/0123456789ab/*"]
    assert [line.strip() for line in blocks[0].splitlines()[1:]] == [
        f"{name}: {value}" for name, value in HEADERS.items()
    ]
    assert blocks[1].splitlines()[1:] == [f"  Cache-Control: {FOREVER}"]


@pytest.mark.parametrize(
    ("program", "root", "told"),
    [
        ("apache", "/srv", "«apache» kan niet bij --voor: kies nginx of caddy."),
        ("nginx", '/srv/"; x', "kies een map zonder bijzondere tekens"),
        ("nginx", "/srv/$uri", "kies een map zonder bijzondere tekens"),
    ],
)
def test_settings_that_cannot_be_made_are_refused(tmp_path, capsys, program, root, told):
    project = make_project(tmp_path, BASE / "content", SITES / "heel/content")
    assert print_settings(project, program, root) == 2
    assert told in capsys.readouterr().err


def test_a_hub_under_the_path_of_another_site_gets_no_settings_of_its_own(tmp_path, capsys):
    project = make_project(tmp_path, BASE / "content")
    assert print_settings(project, "nginx", "/srv/hub") == 2
    assert "onder het pad «/proef»" in capsys.readouterr().err
