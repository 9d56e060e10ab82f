"""Sending to a host that holds one copy of the site: in an order in which no page ever points at
what is not there.
"""

from collections.abc import Sequence
from typing import Protocol

from plugins.core.manifest import render_manifest
from plugins.publish.shipment import Progress, Say, Shipment


class Host(Protocol):
    """A place where files can be put and taken away."""

    def put(self, names: Sequence[str], shipment: Shipment, progress: Progress) -> None:
        """Send the files of these names."""

    def put_manifest(self, text: str) -> None:
        """Put the list of files there."""

    def delete(self, names: Sequence[str]) -> None:
        """Take files away; one that is gone already is no fault."""


def send_in_place(host: Host, shipment: Shipment, say: Say) -> None:
    """Send what changed: first what others point at, then pages, and only then take away.

    Until all is there, the list of files at the host holds only what is sure, so that a next try
    after a broken one sends the rest.
    """
    plan = shipment.plan
    progress = Progress(say, "Verstuurd", len(shipment.spread(plan.changed)))
    host.put_manifest(render_manifest(plan.meanwhile))
    for names in (plan.assets, plan.pages):
        if names:
            host.put(shipment.spread(names), shipment, progress)
    if plan.deleted:
        host.delete(shipment.spread(plan.deleted))
    host.put_manifest(render_manifest(plan.manifest))
