"""What a stranger keeps between two looks, it never tells of another file."""

from plugins.core.memory import Memory
from plugins.verify.site import verify_site
from tests.verify.conftest import TODAY


def test_two_broken_files_of_the_same_bytes_are_each_told(site, tmp_path):
    for name in ("een.json", "twee.json"):
        (site / name).write_bytes(b'{"format":')

    for _ in range(2):
        memory = Memory(tmp_path / "cache")
        problems = verify_site(site, "output", TODAY, memory)
        memory.save()

        told = [one.file for one in problems if one.code == "VER024"]
        assert told == ["output/een.json", "output/twee.json"]


def test_a_search_that_moves_to_another_folder_is_told_as_if_it_were_new(site, tmp_path):
    memory = Memory(tmp_path / "cache")
    assert verify_site(site, "output", TODAY, memory) == ()

    (folder,) = (path for path in (site / "zoeken" / "index").iterdir() if path.is_dir())
    folder.rename(folder.with_name("elders"))

    assert verify_site(site, "output", TODAY, memory) == verify_site(site, "output", TODAY)
