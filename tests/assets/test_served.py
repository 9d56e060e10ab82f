"""What is served of the theme, and the digest that names its folder."""

import pytest

from plugins.assets.served import find_digest, read_made

FILES = {
    "css/base.css": "p { color: red }\n",
    "js/main.js": "import { go } from './go.js';\ngo();\n",
    "js/go.js": "/** Goes. */\nexport const go = () => {};\n",
    "beelden/a.svg": "<svg/>",
}


@pytest.fixture
def static(tmp_path):
    return write(tmp_path, FILES)


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_one_style_sheet_is_served_and_no_script_that_another_takes_in(static):
    assert sorted(read_made(static)) == ["css/site.css", "js/main.js"]


def test_the_digest_is_the_same_for_the_same_files(static, tmp_path_factory):
    backwards = dict(reversed(FILES.items()))

    assert find_digest(write(tmp_path_factory.mktemp("copy"), backwards)) == find_digest(static)
    assert len(find_digest(static)) == 12


def test_the_digest_changes_with_what_is_served(static):
    digests = {find_digest(static)}
    for name, text in {
        "css/base.css": "p { color: blue }\n",
        "js/go.js": "export const go = () => 1;\n",
        "beelden/a.svg": "<svg></svg>",
        "beelden/b.svg": "<svg></svg>",
    }.items():
        write(static, {name: text})
        digests.add(find_digest(static))
    (static / "beelden/b.svg").rename(static / "beelden/c.svg")

    assert len(digests | {find_digest(static)}) == 6


def test_the_digest_does_not_change_with_a_comment_that_nobody_is_served(static):
    before = find_digest(static)
    write(static, {"js/go.js": "/**\n * Goes on.\n */\nexport const go = () => {};\n"})

    assert find_digest(static) == before
