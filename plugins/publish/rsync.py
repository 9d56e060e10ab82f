"""A site on a host that rsync reaches, over SSH or on a disk: the program does the sending."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.core.manifest import MANIFEST
from plugins.publish.in_place import send_in_place
from plugins.publish.problem import PublishError
from plugins.publish.shipment import Progress, Say, Shipment

# A file of a list is not there: to rsync, half a fault.
_ABSENT = 23
_RIGHTS = "--chmod=D755,F644"  # a server reads the files as another user


@dataclass(frozen=True, slots=True)
class Rsync:
    """A destination as rsync writes it: ``host:/srv/www/hub/``, ``/mnt/hub``."""

    destination: str

    packs = True

    def check(self) -> None:
        """Raise PublishError without the program, or for what it would take for an option."""
        if shutil.which("rsync") is None:
            raise PublishError(
                "Hiervoor ontbreekt rsync. Installeer het met: apt-get install rsync"
            )
        if not self.destination or self.destination.startswith("-"):
            raise PublishError("Schrijf een plek na «rsync:», zoals rsync:server:/srv/www/hub.")

    def read_manifest(self) -> str:
        """Return the list of files at the host; empty without one."""
        self.check()
        with tempfile.TemporaryDirectory() as folder:
            done = self._run("", self._at(MANIFEST), f"{folder}/", fine=(_ABSENT,))
            path = Path(folder, MANIFEST)
            return path.read_text(encoding="utf-8") if done == 0 and path.is_file() else ""

    def send(self, shipment: Shipment, say: Say) -> None:
        """Send what changed, and take away what is gone."""
        self.check()
        send_in_place(self, shipment, say)
        say(f"Verstuurd naar {self.destination}.")

    def put(self, names: Sequence[str], shipment: Shipment, progress: Progress) -> None:
        """Send files from a folder in which they all stand in their place."""
        with tempfile.TemporaryDirectory() as folder:
            for name in names:
                link = Path(folder, name)
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(shipment.find(name).resolve())
            self._run(
                "\0".join(names), "--copy-links", "--ignore-times", "--mkpath", "--from0",
                "--files-from=-", f"{folder}/", self._at(""),
            )  # fmt: skip
        progress.step(len(names))

    def put_manifest(self, text: str) -> None:
        """Send the list of files."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, MANIFEST)
            path.write_text(text, encoding="utf-8")
            self._run("", "--ignore-times", "--mkpath", str(path), self._at(""))

    def delete(self, names: Sequence[str]) -> None:
        """Take files away that the site no longer has; nothing else at the host is touched."""
        with tempfile.TemporaryDirectory() as folder:
            for name in names:
                Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            self._run(
                "\0".join(names), "--delete-missing-args", "--from0", "--files-from=-",
                f"{folder}/", self._at(""),
            )  # fmt: skip

    def _at(self, name: str) -> str:
        return f"{self.destination.rstrip('/')}/{name}"

    def _run(self, given: str, *arguments: str, fine: Sequence[int] = ()) -> int:
        done = subprocess.run(
            ["rsync", _RIGHTS, *arguments], input=given, capture_output=True, text=True
        )
        if done.returncode not in (0, *fine):
            told = done.stderr.strip().splitlines()
            raise PublishError(f"rsync stopte ({done.returncode}): {told[0] if told else ''}")
        return done.returncode
