"""One pack, made once for all tests that only look at it, and opened by LibreOffice once."""

import io
import json
import subprocess
import zipfile

import pytest

from plugins.packs.build import BuiltPack, build_pack
from plugins.packs.download import build_download
from tests.packs.office import Opened, open_documents
from tests.packs.sample import HUB, PACK, PAGES, TYPED
from tests.programs import require_program
from tests.project import ROOT

FILL = """
import { readFileSync, writeFileSync } from 'node:fs';
const [module, source, target, values, ...leftOut] = process.argv.slice(1);
const { fillPack } = await import(module);
const pack = new Uint8Array(readFileSync(source));
writeFileSync(target, await fillPack(pack, new Map(Object.entries(JSON.parse(values))), leftOut));
"""


FILLER = ROOT / "theme" / "static" / "js" / "components" / "pack-fill.js"
CALL = """
const [module, name, values] = process.argv.slice(1);
const called = (await import(module))[name];
console.log(JSON.stringify(JSON.parse(values).map((value) => called(value))));
"""


@pytest.fixture(scope="session")
def built() -> BuiltPack:
    """The sample pack."""
    return build_pack(PACK, PAGES, HUB)


@pytest.fixture(scope="session")
def files(built: BuiltPack) -> dict[str, bytes]:
    """The bytes of the sample pack's files, by name."""
    return {file.name: file.data for file in built.files}


@pytest.fixture(scope="session")
def fill(tmp_path_factory: pytest.TempPathFactory):
    """Fill a ZIP as the page of downloads does, in node instead of a browser."""
    node = require_program("node")
    folder = tmp_path_factory.mktemp("ingevuld")

    def run(archive: bytes, values: dict[str, str], left_out: tuple[str, ...] = ()) -> bytes:
        source, target = folder / "pakket.zip", folder / "ingevuld.zip"
        source.write_bytes(archive)
        subprocess.run(
            [
                node, "--input-type=module", "--no-warnings", "--eval", FILL, FILLER.as_uri(),
                source, target, json.dumps(values), *left_out,
            ],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return target.read_bytes()

    return run


@pytest.fixture
def run_script():
    """Call a function of the filler on each of some values."""
    node = require_program("node")

    def run(name: str, values: list[str]) -> list[object]:
        command = [node, "--input-type=module", "--eval", CALL, FILLER.as_uri(), name]
        done = subprocess.run(
            [*command, json.dumps(values)], check=True, capture_output=True, text=True
        )
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def filled(built: BuiltPack, fill) -> dict[str, bytes]:
    """The files of the sample pack, filled in with TYPED."""
    data = fill(built.archive, TYPED, build_download(built).left_out)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def opened(
    files: dict[str, bytes], filled: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Opened]:
    """What LibreOffice reads in each editable file; the filled ones are called ``ingevuld-…``."""
    documents = {name: data for name, data in files.items() if not name.endswith(".pdf")}
    for name, data in filled.items():
        if name.endswith((".docx", ".odt")) and not name.startswith("gids"):
            documents[f"ingevuld-{name}"] = data
    return open_documents(documents, tmp_path_factory.mktemp("office"))
