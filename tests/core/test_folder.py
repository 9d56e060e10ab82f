"""Whole folders: every plain file by its path, and all that is in it."""

from plugins.core.folder import link_same, list_files, read_file, remove


def test_every_file_below_is_listed_and_no_link(tmp_path):
    for name in ("b.html", "a/c.html", "a/.d/e"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (tmp_path / "f").symlink_to(tmp_path / "b.html")
    (tmp_path / "g").symlink_to(tmp_path / "a")

    assert list_files(tmp_path) == ("a/.d/e", "a/c.html", "b.html")
    assert list_files(tmp_path / "weg") == ()


def test_a_file_is_read_to_its_end(tmp_path):
    path = tmp_path / "groot"
    data = bytes(range(256)) * 4_000
    path.write_bytes(data)

    assert read_file(str(path)) == data


def test_a_file_or_a_folder_in_its_place_goes_and_what_a_link_leads_to_stays(tmp_path):
    (tmp_path / "map" / "onder").mkdir(parents=True)
    (tmp_path / "bestand").write_bytes(b"")
    (tmp_path / "er" / "in").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "er")
    for name in ("map", "bestand", "link", "weg"):
        remove(tmp_path / name)

    assert list_files(tmp_path) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["er"]
    assert (tmp_path / "er" / "in").is_dir()


def test_a_file_that_is_the_same_is_linked_and_no_other(tmp_path):
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    assert not link_same(old, new, b"tekst")
    old.write_bytes(b"tekst")
    assert not link_same(old, new, b"andere tekst")
    assert link_same(old, new, b"tekst")
    assert new.samefile(old)
    assert not link_same(old, new, b"tekst")
