"""What goes, in which order, and what is taken away."""

from plugins.core.manifest import Manifest, find_manifest, render_manifest
from plugins.publish.plan import plan_sending

A, B, C = ("a" * 64, "b" * 64, "c" * 64)
OLD_STYLE, NEW_STYLE = "theme/aaaaaaaaaaaa/site.css", "theme/bbbbbbbbbbbb/site.css"


def test_all_goes_to_an_empty_place_what_others_point_at_first():
    new = Manifest({"index.html": A, "a.png": B, "zoeken/index/collection.json": C, "x.pdf": C})
    plan = plan_sending(Manifest({}), new)
    assert plan.assets == ("a.png", "x.pdf")
    assert plan.pages == ("index.html", "zoeken/index/collection.json")
    assert plan.deleted == ()


def test_only_what_changed_goes_and_what_is_gone_is_taken_away():
    plan = plan_sending(
        Manifest({"a.png": A, "b.png": A, "c.html": A}), Manifest({"a.png": A, "b.png": B})
    )
    assert plan.changed == ("b.png",)
    assert plan.deleted == ("c.html",)
    assert plan.unchanged == ("a.png",)


def test_files_of_the_version_before_stay_one_version_longer():
    first, second, third = (
        Manifest({"index.html": digest, style: digest})
        for digest, style in ((A, OLD_STYLE), (B, NEW_STYLE), (C, NEW_STYLE))
    )
    after_second = plan_sending(first, second)
    assert after_second.deleted == ()
    assert after_second.manifest.kept == {OLD_STYLE: A}

    after_third = plan_sending(after_second.manifest, third)
    assert after_third.deleted == (OLD_STYLE,)
    assert after_third.manifest.kept == {}


def test_the_same_site_again_changes_nothing():
    manifest = Manifest({"index.html": A}, {OLD_STYLE: B})
    plan = plan_sending(manifest, Manifest({"index.html": A}))
    assert plan.is_empty
    assert plan.manifest == manifest


def test_while_files_are_on_their_way_the_list_holds_only_what_is_sure():
    old, new = Manifest({"a.png": A, "b.png": A}), Manifest({"a.png": B, "c.png": C})
    interrupted = plan_sending(old, new).meanwhile

    back = plan_sending(interrupted, Manifest({"a.png": A, "b.png": A}))

    assert back.changed == ("a.png",), "half sent, so it goes again even if it was the same before"
    assert back.deleted == ("c.png",)


def test_a_list_can_be_read_again():
    manifest = Manifest({"b c/é.html": A, "a.html": B}, {OLD_STYLE: C})
    assert find_manifest(render_manifest(manifest)) == manifest


def test_what_is_no_list_is_none():
    for text in ("x", f"{A} a.html", f"{A}  a.html\n{B}  a.html", f"{A}  ", f"{A[1:]}  a", "\n"):
        assert find_manifest(text) is None, text
