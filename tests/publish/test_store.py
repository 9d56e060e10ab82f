"""Sending to a real server that speaks S3."""

from zlib import crc32

import boto3
import pytest

from plugins.core.manifest import MANIFEST, render_manifest
from plugins.publish.problem import PublishError
from plugins.publish.publish import find_target
from plugins.publish.store import open_store
from tests.publish.conftest import FIRST, SECOND, THIRD, quiet

KEPT = {name: text for name, text in FIRST.items() if "/aaaaaaaaaaaa/" in name}


@pytest.fixture(scope="module")
def server():
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(server, monkeypatch, request):
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "proef")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "proef")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    name = f"hub-{crc32(request.node.name.encode())}"
    boto3.client("s3").create_bucket(
        Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    return name


def read_bucket(bucket: str, prefix: str = "") -> dict[str, str]:
    client = boto3.client("s3")
    listed = client.list_objects_v2(Bucket=bucket).get("Contents", [])
    return {
        one["Key"].removeprefix(prefix): client.get_object(Bucket=bucket, Key=one["Key"])["Body"]
        .read()
        .decode()
        for one in listed
        if not one["Key"].endswith(MANIFEST)
    }


def test_a_site_goes_whole_then_only_what_changed_and_what_is_gone_goes(bucket, make_shipment):
    store = find_target(f"s3://{bucket}")
    store.send(make_shipment(FIRST, store), quiet)
    assert read_bucket(bucket) == FIRST

    second = make_shipment(SECOND, store)
    assert "kosten/index.html" not in second.plan.changed
    store.send(second, quiet)
    assert read_bucket(bucket) == SECOND | KEPT

    store.send(make_shipment(THIRD, store), quiet)
    assert read_bucket(bucket) == THIRD


def test_a_site_can_stand_under_a_path_beside_what_is_of_others(bucket, make_shipment):
    boto3.client("s3").put_object(Bucket=bucket, Key="anders.html", Body=b"van iemand")
    store = open_store(f"{bucket}/regio/hub/")
    store.send(make_shipment(FIRST, store), quiet)
    store.send(make_shipment(SECOND, store), quiet)
    found = read_bucket(bucket, "regio/hub/")
    assert found == SECOND | KEPT | {"anders.html": "van iemand"}


@pytest.mark.parametrize(
    ("name", "kind", "cache"),
    [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        (
            "theme/aaaaaaaaaaaa/site.css",
            "text/css; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        (
            "zoeken/index/aaaaaaaaaaaa/words-0.json",
            "application/json",
            "public, max-age=31536000, immutable",
        ),
        ("zoeken/index/collection.json", "application/json", "no-cache"),
        ("delen.png", "image/png", "no-cache"),
        (MANIFEST, "text/plain; charset=utf-8", "no-cache"),
    ],
)
def test_each_file_says_what_it_is_and_how_long_it_holds(bucket, make_shipment, name, kind, cache):
    store = open_store(bucket)
    store.send(make_shipment(FIRST, store), quiet)
    head = boto3.client("s3").head_object(Bucket=bucket, Key=name)
    assert (head["ContentType"], head["CacheControl"]) == (kind, cache)


def test_pages_go_after_what_they_point_at_and_all_before_anything_is_taken_away(
    bucket, make_shipment, monkeypatch
):
    store = open_store(bucket)
    store.send(make_shipment(FIRST, store), quiet)
    calls: list[str] = []

    def note(params, **_):
        keys = [one["Key"] for one in params.get("Delete", {}).get("Objects", [])]
        calls.extend(f"weg {key}" for key in keys)
        if not keys:
            calls.append(params["Key"])

    store.client.meta.events.register("before-parameter-build.s3.*", note)
    shipment = make_shipment(SECOND, store)
    calls.clear()
    store.send(shipment, quiet)

    places = {name: calls.index(name) for name in shipment.plan.changed}
    assert calls[0] == calls[-1] == MANIFEST
    assert max(map(places.get, shipment.plan.assets)) < min(map(places.get, shipment.plan.pages))
    assert calls[-2] == "weg weg/index.html"


def test_after_a_broken_try_the_next_sends_the_rest(bucket, make_shipment):
    store = open_store(bucket)
    store.send(make_shipment(FIRST, store), quiet)
    plan = make_shipment(SECOND, store).plan
    store.put_manifest(render_manifest(plan.meanwhile))
    store.client.put_object(Bucket=bucket, Key="index.html", Body=b"half")

    store.send(make_shipment(FIRST, store), quiet)

    assert read_bucket(bucket) == FIRST


def test_a_bucket_that_is_not_there_is_told(bucket, make_shipment):
    store = open_store("nergens-te-vinden")
    with pytest.raises(PublishError, match="De opslag weigert"):
        store.send(make_shipment(FIRST, store), quiet)


def test_a_store_that_does_not_answer_is_told(bucket, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with pytest.raises(PublishError, match="De opslag weigert"):
        open_store("hub").read_manifest()


def test_a_store_without_a_name_is_refused():
    with pytest.raises(PublishError, match="Schrijf een naam"):
        open_store("")
