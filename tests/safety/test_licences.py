"""Each locked package has a known licence, and each that we name ourselves a reason."""

import re

from tests.project import ROOT
from tests.safety.licences import find_licence, read_listed, read_locked


def test_every_locked_package_stands_in_the_list_and_no_other():
    listed = read_listed()

    assert {name: use for name, (_, use) in listed.items()} == read_locked()
    assert [name for name, (licence, _) in listed.items() if licence == "unknown"] == []


def test_the_list_says_what_the_packages_say():
    told = {name: find_licence(name) for name in read_locked()}

    assert {name: licence for name, licence in told.items() if licence} == {
        name: licence for name, (licence, _) in read_listed().items() if told[name]
    }


def test_every_package_that_we_name_has_its_reason():
    reasons = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    named = {
        match
        for file in ROOT.glob("requirements*.in")
        for match in re.findall(r"^([a-zA-Z0-9][\w.-]*)", file.read_text(encoding="utf-8"), re.M)
    }
    types = {name for name in named if name.startswith("types-")}  # "type stubs"
    assert {name for name in named - types if not re.search(rf"\b{name}\b", reasons)} == set()
