"""The preview, run for real: it serves, follows every change, and never stops on a problem."""

import os
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.request

import pytest

from tests.preview.running import (
    PATIENCE,
    find_free_port,
    read_address,
    run_preview,
    start,
    wait_for,
)
from tests.project import BASE, make_project


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    with run_preview(tmp_path_factory.mktemp("preview")) as running:
        wait_for("<h1>Meer</h1>", lambda: read_address(f"{running[1]}meer/"))
        yield running


def test_the_preview_follows_a_change_tells_its_problems_and_goes_on(preview):
    project, address, log = preview
    page = project / "content" / "pages" / "meer.md"
    good = page.read_text(encoding="utf-8")
    spoilt = good.replace("Meer", "Anders").replace("plan-2018", "plan-2081")
    page.write_text(spoilt, encoding="utf-8")
    wait_for("<h1>Anders</h1>", lambda: read_address(f"{address}meer/"))
    told = "content/pages/meer.md:13:34: REF001 de bron «plan-2081» staat niet in bronnen.bib"
    assert told in log.read_text(encoding="utf-8")

    broken = project / "content" / "pages" / "kapot.md"
    broken.write_bytes(b"\xe9")
    wait_for("BST001", lambda: log.read_text("utf-8"))
    broken.unlink()
    page.write_text(good.replace("Meer", "Weer goed"), encoding="utf-8")
    wait_for("<h1>Weer goed</h1>", lambda: read_address(f"{address}meer/"))
    page.write_text(good, encoding="utf-8")
    wait_for("<h1>Meer</h1>", lambda: read_address(f"{address}meer/"))
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_no_change_is_missed_while_the_preview_builds(preview):
    project, address, _ = preview
    page = project / "content" / "pages" / "haast.md"
    good = (project / "content" / "pages" / "meer.md").read_text(encoding="utf-8")
    for number in range(40):  # some of them fall within a build, and none is saved again
        page.write_text(good.replace("Meer", f"Haast {number}"), encoding="utf-8")
        read_address(address)
    wait_for("<h1>Haast 39</h1>", lambda: read_address(f"{address}haast/"))


def test_a_page_that_was_deleted_is_gone(preview):
    project, address, _ = preview
    page = project / "content" / "pages" / "even.md"
    good = (project / "content" / "pages" / "meer.md").read_text(encoding="utf-8")
    page.write_text(good.replace("Meer", "Even"), encoding="utf-8")
    wait_for("<h1>Even</h1>", lambda: read_address(f"{address}even/"))
    page.unlink()
    wait_for("<h1>Deze pagina is er niet</h1>", lambda: read_address(f"{address}even/"))


def test_only_what_has_its_digest_in_its_address_is_kept_by_a_browser(preview):
    _, address, _ = preview
    page = read_address(f"{address}meer/")
    style = re.search(r"theme/[0-9a-f]+/css/site\.css", page)[0]

    def ask(path):
        try:
            with urllib.request.urlopen(address + path, timeout=PATIENCE) as answer:
                return answer.headers["Cache-Control"]
        except urllib.error.HTTPError as error:
            return error.headers["Cache-Control"]

    assert "immutable" in ask(style)
    never = (
        "meer/",
        "theme/000000000000/css/site.css",
        "theme/000000000000/",
        "_voorbeeld/panel.js",
    )
    assert [ask(path) for path in never] == ["no-store"] * len(never)


def test_the_search_of_the_preview_follows(preview):
    project, address, _ = preview
    page = project / "content" / "pages" / "meer.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good.replace("## Kosten", "## Lantaarnpaal"), encoding="utf-8")
    index = project / ".build" / "preview" / "site" / "zoeken" / "index"

    def read_index():
        try:
            return "".join(path.read_text(encoding="utf-8") for path in index.rglob("*.json"))
        except FileNotFoundError:  # a newer one came in its place
            return ""

    wait_for("Lantaarnpaal", read_index)
    page.write_text(good, encoding="utf-8")
    wait_for('<h2 id="kosten"', lambda: read_address(f"{address}meer/"))


def test_one_idle_connection_holds_up_nobody(preview):
    _, address, _ = preview
    port = int(address.rpartition(":")[2].strip("/"))
    with socket.create_connection(("127.0.0.1", port)):
        assert "<h1>Meer</h1>" in read_address(f"{address}meer/")


def test_a_port_in_use_is_told_in_dutch(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(project, port, subprocess.PIPE)
        told, _ = process.communicate(timeout=PATIENCE)
    assert told.decode() == (
        f"Poort {port} is niet vrij. Kies een andere: invoke serve --poort 8001\n"
    )
    assert process.returncode == 2


def test_a_folder_without_content_is_told_in_dutch(tmp_path):
    process = start(make_project(tmp_path), find_free_port(), subprocess.PIPE)
    told, _ = process.communicate(timeout=PATIENCE)
    assert told.decode() == (
        "content/: deze map ontbreekt. Start het voorbeeld in de map van het project.\n"
    )
    assert process.returncode == 2


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_preview_ends_quietly_and_takes_its_builder_along(tmp_path, sign):
    project = make_project(tmp_path, BASE / "content")
    port = find_free_port()
    with (tmp_path / "log").open("w") as log:
        process = start(project, port, log)
        wait_for("<h1>Meer</h1>", lambda: read_address(f"http://127.0.0.1:{port}/meer/"))
        process.send_signal(sign)
        assert process.wait(timeout=PATIENCE) == 0
    with pytest.raises(ProcessLookupError):  # nobody is left in its process group
        os.killpg(process.pid, 0)
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
