"""From content to visitors in one go: build, verify, compare with what is there, send the rest."""

import sys
from pathlib import Path
from typing import Protocol

from plugins.core.manifest import MANIFEST, Manifest, find_manifest
from plugins.publish.build import Places, build_site
from plugins.publish.compressed import build_twins
from plugins.publish.lock import LockedError, hold_lock
from plugins.publish.plan import Plan, plan_sending
from plugins.publish.problem import PublishError
from plugins.publish.releases import Releases
from plugins.publish.rsync import Rsync
from plugins.publish.shipment import Say, Shipment
from plugins.publish.store import open_store
from plugins.region.region import Region, read_region

_NEEDED = ("eigenaar", "adres")
_SHOWN = 20  # names of each kind that a dry run lists


class Target(Protocol):
    """Where a site can go. `packs` tells that packed files go along."""

    @property
    def packs(self) -> bool: ...

    def check(self) -> None: ...

    def read_manifest(self) -> str: ...

    def send(self, shipment: Shipment, say: Say) -> None: ...


def publish_site(project: Path, where: str, *, dry: bool = False) -> int:
    """Build the site of `project` and send it to `where`: a folder, ``rsync:…`` or ``s3://…``.

    Returns the exit code: 1 when the content stands in the way, 2 when sending failed. A dry run
    builds, and says what it would send.
    """
    region = read_region(project / "content").region
    missing = [name for name in _NEEDED if not getattr(region, name)]
    if missing and not dry:
        return _refuse(missing)
    try:
        target = find_target(where)
        target.check()
    except PublishError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        code = build_site(project, _find_settings(region))
        return code or _send(project, target, dry=dry)
    except PublishError as error:
        print(error, file=sys.stderr)
    except LockedError:
        print("Er loopt al een bouw of publicatie. Probeer het zo opnieuw.", file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or where}: dit lukt niet ({error.strerror}).", file=sys.stderr)
    print(
        "Wat bezoekers zien, werkt nog. Een nieuwe poging stuurt alleen de rest.", file=sys.stderr
    )
    return 2


def go_back(where: str) -> int:
    """Let the release before the current one be seen again; return the exit code."""
    try:
        target = find_target(where)
        if not isinstance(target, Releases):
            raise PublishError(
                "Alleen een map bewaart eerdere versies. Publiceer een eerdere commit."
            )
        target.go_back(print)
    except LockedError:
        print("Er loopt al een publicatie. Probeer het zo opnieuw.", file=sys.stderr)
    except (PublishError, OSError) as error:
        print(error, file=sys.stderr)
    else:
        return 0
    return 2


def find_target(where: str) -> Target:
    """Return the target that `where` names; raises PublishError for none."""
    if where.startswith("s3://"):
        return open_store(where.removeprefix("s3://"))
    if where.startswith("rsync:"):
        return Rsync(where.removeprefix("rsync:"))
    if "://" in where or not where.strip():
        raise PublishError(f"«{where}» kan niet bij --naar: kies een map, rsync:… of s3://…")
    return Releases(Path(where).absolute())


def _refuse(missing: list[str]) -> int:
    names = " en ".join(f"«{name}»" for name in missing)
    told = (
        f"content/regio.yaml: nog leeg: {names}. Daarom wordt er niets gepubliceerd.",
        "Vul het in zodra een organisatie de site beheert. Met --proef ziet u wat er zou gebeuren.",
    )
    print("\n".join(told), file=sys.stderr)
    return 1


def _find_settings(region: Region) -> str:
    return "publishconf.py" if region.adres else "pelicanconf.py"


def _send(project: Path, target: Target, *, dry: bool) -> int:
    places = Places.of(project)
    with hold_lock(project / ".build" / "lock"):
        manifest = _read_manifest(places.output)
        plan = plan_sending(_find_old(target.read_manifest()), manifest)
        _say_plan(plan, dry=dry)
        if dry or plan.is_empty:
            return 0
        packed = project / ".build" / "packed"
        twins = build_twins(places.output, manifest, packed) if target.packs else {}
        target.send(Shipment(places.output, manifest, plan, twins), print)
    return 0


def _read_manifest(output: Path) -> Manifest:
    manifest = find_manifest((output / MANIFEST).read_text(encoding="utf-8"))
    assert manifest is not None, "the build wrote and verified it"
    return manifest


def _find_old(text: str) -> Manifest:
    return find_manifest(text) or Manifest({})


def _say_plan(plan: Plan, *, dry: bool) -> None:
    """Say what goes and what does not, by name in a dry run."""
    kinds = (
        ("Versturen", plan.assets), ("Daarna versturen", plan.pages), ("Verwijderen", plan.deleted),
    )  # fmt: skip
    for what, names in kinds:
        print(f"{what}: {len(names)}")
        if dry:
            print("".join(f"  {name}\n" for name in names[:_SHOWN]), end="")
            more = len(names) - _SHOWN
            print(f"  en nog {more}\n" if more > 0 else "", end="")
    print(f"Ongewijzigd: {len(plan.unchanged)}")
    if plan.is_empty:
        print("Er is niets veranderd.")
    elif dry:
        print("Dit was een proef: er is niets verstuurd.")
