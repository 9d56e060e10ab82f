"""One pack, made once for all tests that only look at it."""

import pytest

from plugins.packs.build import BuiltPack, build_pack
from tests.packs.sample import HUB, PACK, PAGES


@pytest.fixture(scope="session")
def built() -> BuiltPack:
    """The sample pack."""
    return build_pack(PACK, PAGES, HUB)


@pytest.fixture(scope="session")
def files(built: BuiltPack) -> dict[str, bytes]:
    """The bytes of the sample pack's files, by name."""
    return {file.name: file.data for file in built.files}
