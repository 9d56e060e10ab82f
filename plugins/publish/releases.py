"""A folder with releases of the site, of which ``current`` is the one that visitors see.

A release is a whole folder of its own; files that did not change are the same on disk. Which one is
current changes in one step, so that there is always one whole site, also when a publish is killed.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.core.manifest import MANIFEST, find_digest, render_manifest
from plugins.publish.lock import hold_lock
from plugins.publish.problem import PublishError
from plugins.publish.shipment import Progress, Say, Shipment

CURRENT = "current"
_RELEASES = "releases"
_NAME = re.compile(r"(?P<number>[0-9]{6})-[0-9a-f]{12}")
_KEPT = 5
_LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases in the folder `root`."""

    root: Path

    packs = True

    def check(self) -> None:
        """Raise PublishError when the folder is somebody else's, or cannot be written."""
        near = next(path for path in (self.root, *self.root.parents) if path.exists())
        if not near.is_dir() or not os.access(near, os.W_OK | os.X_OK):
            raise PublishError(f"{near}: hier kunt u geen versies van de site neerzetten.")
        if (self.root / CURRENT).exists() and not (self.root / CURRENT).is_symlink():
            raise PublishError(f"{self.root / CURRENT}: dit moet een koppeling zijn, geen map.")
        ours = (self.root / _RELEASES).is_dir()
        if not ours and self.root.is_dir() and any(self.root.iterdir()):
            raise PublishError(f"{self.root}: deze map is niet leeg, en er staan geen versies in.")

    def read_manifest(self) -> str:
        """Return the list of files of the current release; empty without one."""
        path = self.root / CURRENT / MANIFEST
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def send(self, shipment: Shipment, say: Say) -> None:
        """Make a release, and let it be the current one."""
        self.check()
        (self.root / _RELEASES).mkdir(parents=True, exist_ok=True)
        (self.root / _RELEASES).chmod(0o755)
        with hold_lock(self.root / _LOCK), self._make_room() as new:
            self._fill(new, shipment, say)
            name = self._name(find_digest(render_manifest(shipment.manifest).encode()))
            new.rename(self.root / _RELEASES / name)
            self._switch(name)
            self._forget(name)
        say(f"Nu te zien: {self.root / CURRENT}, versie {name}.")

    def go_back(self, say: Say) -> None:
        """Let the release before the current one be current again."""
        self.check()
        current = self._find_current()
        older = [name for name in self._list() if current and name < current]
        if not older:
            raise PublishError(f"{self.root}: er is geen eerdere versie om naar terug te gaan.")
        with hold_lock(self.root / _LOCK):
            self._switch(older[-1])
        say(f"Terug naar versie {older[-1]}; {current} staat er nog.")

    @contextmanager
    def _make_room(self) -> Iterator[Path]:
        """Give a new release a folder; what an earlier try left behind goes."""
        for left in (self.root / _RELEASES).glob(".new-*"):
            shutil.rmtree(left, ignore_errors=True)
        new = Path(tempfile.mkdtemp(prefix=".new-", dir=self.root / _RELEASES))
        try:
            yield new
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def _fill(self, new: Path, shipment: Shipment, say: Say) -> None:
        plan, before = shipment.plan, self.root / CURRENT
        sent = shipment.spread(plan.changed)
        progress = Progress(say, "Geschreven", len(sent))
        for name in shipment.spread(plan.unchanged):
            source = before / name
            _take_over(source if source.is_file() else shipment.find(name), _place(new, name))
        for name in shipment.spread(plan.manifest.kept):
            if (before / name).is_file():
                _take_over(before / name, _place(new, name))
        for name in sent:
            _copy(shipment.find(name), _place(new, name))
            progress.step()
        (new / MANIFEST).write_text(render_manifest(plan.manifest), encoding="utf-8")
        _check_copies(new, shipment)
        _open_up(new)

    def _list(self) -> list[str]:
        folders = (self.root / _RELEASES).glob("*")
        return sorted(path.name for path in folders if _NAME.fullmatch(path.name))

    def _find_current(self) -> str:
        with suppress(OSError):
            return Path(os.readlink(self.root / CURRENT)).name
        return ""

    def _name(self, digest: str) -> str:
        last = max((int(name[:6]) for name in self._list()), default=0)
        return f"{last + 1:06d}-{digest[:12]}"

    def _switch(self, name: str) -> None:
        link = self.root / _RELEASES / ".new-link"
        link.unlink(missing_ok=True)
        link.symlink_to(Path(_RELEASES, name))
        link.replace(self.root / CURRENT)

    def _forget(self, current: str) -> None:
        old = [name for name in self._list() if name != current]
        for name in old[: max(0, len(old) + 1 - _KEPT)]:
            shutil.rmtree(self.root / _RELEASES / name)


def _place(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _take_over(source: Path, target: Path) -> None:
    """Let a file of the release before be in the new one too: the same on disk, where that can."""
    try:
        os.link(source.resolve(), target)
    except OSError:
        _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _check_copies(new: Path, shipment: Shipment) -> None:
    """Raise PublishError when a file did not arrive as it was."""
    for name in shipment.plan.changed:
        if find_digest((new / name).read_bytes()) != shipment.manifest.files[name]:
            raise PublishError(f"{name}: dit bestand kwam anders aan dan het is. Probeer het weer.")


def _open_up(new: Path) -> None:
    """Let a server, which is another user, into all folders."""
    for folder in (new, *(path for path in new.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    (new / MANIFEST).chmod(0o644)
