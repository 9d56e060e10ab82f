"""What to send, in which order, and what to take away: from what is there to what should be."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.core.manifest import Manifest
from plugins.publish.headers import is_immutable

# They point at other files, and so come when those are there.
_POINTING = (".html", ".atom", ".xml", ".txt")
_POINTING_NAMES = ("zoeken/index/collection.json",)
# The digest of a file that is on its way: of it nothing is sure.
_UNSURE = "0" * 64


@dataclass(frozen=True, slots=True)
class Plan:
    """`assets` go first, `pages` after, and `deleted` files last.

    `manifest` is what is there when all is done, with files of the version before that pages which
    are open now may still ask for; `meanwhile` is what is sure while sending goes on.
    """

    assets: tuple[str, ...]
    pages: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: tuple[str, ...]
    manifest: Manifest
    meanwhile: Manifest

    @property
    def changed(self) -> tuple[str, ...]:
        """All that goes, in order."""
        return (*self.assets, *self.pages)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.changed and not self.deleted


def plan_sending(old: Manifest, new: Manifest) -> Plan:
    """Return what turns a site of `old` files into one of `new` files."""
    there = {**old.kept, **old.files}
    changed = sorted(name for name, digest in new.files.items() if there.get(name) != digest)
    kept = {
        name: digest
        for name, digest in old.files.items()
        if is_immutable(name) and name not in new.files and digest != _UNSURE
    }
    if old.files == new.files:
        kept = {**old.kept}
    pages = tuple(name for name in changed if _points(name))
    return Plan(
        assets=tuple(name for name in changed if not _points(name)),
        pages=pages,
        deleted=tuple(sorted(there.keys() - new.files.keys() - kept.keys())),
        unchanged=tuple(sorted(new.files.keys() - set(changed))),
        manifest=Manifest(new.files, kept),
        meanwhile=Manifest(there | dict.fromkeys(changed, _UNSURE)),
    )


def _points(name: str) -> bool:
    return PurePosixPath(name).suffix in _POINTING or name in _POINTING_NAMES
