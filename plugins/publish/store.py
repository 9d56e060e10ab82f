"""A site in an object store that speaks S3: where a national hub outgrows one machine.

The store says type and age of each file; the other headers are for the CDN before it.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from plugins.core.manifest import MANIFEST
from plugins.publish.headers import find_cache_rule, find_type
from plugins.publish.in_place import send_in_place
from plugins.publish.problem import PublishError
from plugins.publish.shipment import Progress, Say, Shipment

_WORKERS = 8
_AT_ONCE = 1000  # what one call can take away
_ABSENT = ("NoSuchKey", "404")


@dataclass(frozen=True, slots=True)
class Store:
    """A bucket, and the start of every name in it: empty, or it ends with a slash.

    Where the store is and who may write there, boto3 reads from the environment and its own files
    (``AWS_ENDPOINT_URL``, ``AWS_PROFILE``, …).
    """

    bucket: str
    prefix: str
    client: Any

    packs = False

    def check(self) -> None:
        """Nothing to check before the first question."""

    def read_manifest(self) -> str:
        """Return the list of files in the store; empty without one."""
        from botocore.exceptions import ClientError

        with _explain():
            try:
                answer = self.client.get_object(Bucket=self.bucket, Key=self.prefix + MANIFEST)
            except ClientError as error:
                if error.response["Error"]["Code"] in _ABSENT:
                    return ""
                raise
            text: str = answer["Body"].read().decode("utf-8")
            return text

    def send(self, shipment: Shipment, say: Say) -> None:
        """Send what changed, and take away what is gone."""
        send_in_place(self, shipment, say)
        say(f"Verstuurd naar s3://{self.bucket}/{self.prefix}")

    def put(self, names: Sequence[str], shipment: Shipment, progress: Progress) -> None:
        """Send files, some at a time."""

        def put_one(name: str) -> None:
            self._put(name, shipment.find(name).read_bytes())

        with _explain(), ThreadPoolExecutor(_WORKERS) as pool:
            for _ in pool.map(put_one, names):
                progress.step()

    def put_manifest(self, text: str) -> None:
        """Send the list of files."""
        with _explain():
            self._put(MANIFEST, text.encode())

    def delete(self, names: Sequence[str]) -> None:
        """Take files away."""
        for start in range(0, len(names), _AT_ONCE):
            keys = [{"Key": self.prefix + name} for name in names[start : start + _AT_ONCE]]
            with _explain():
                answer = self.client.delete_objects(
                    Bucket=self.bucket, Delete={"Objects": keys, "Quiet": True}
                )
            if answer.get("Errors"):
                first = answer["Errors"][0]
                raise PublishError(f"{first['Key']}: niet verwijderd ({first['Code']}).")

    def _put(self, name: str, data: bytes) -> None:
        self.client.put_object(
            Bucket=self.bucket,
            Key=self.prefix + name,
            Body=data,
            ContentType=find_type(name),
            CacheControl=find_cache_rule(name),
        )


def open_store(place: str) -> Store:
    """Return the store that ``bucket/prefix`` names; raises PublishError without boto3."""
    try:
        import boto3
    except ImportError as error:
        raise PublishError("Hiervoor ontbreekt boto3. Draai: make publish NAAR=…") from error
    bucket, _, prefix = place.partition("/")
    if not bucket:
        raise PublishError("Schrijf een naam na «s3://», zoals s3://mijn-hub.")
    with _explain():
        return Store(bucket, f"{prefix.strip('/')}/".lstrip("/"), boto3.client("s3"))


@contextmanager
def _explain() -> Iterator[None]:
    """Turn what boto3 raises into one sentence."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except (BotoCoreError, ClientError, ValueError) as error:
        raise PublishError(f"De opslag weigert: {error}") from error
