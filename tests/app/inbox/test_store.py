"""The inbox on disk."""

import sqlite3
import threading
from datetime import UTC, datetime

import pytest
from editor.app.inbox.store import InboxStore
from editor.core.inbox.bookmark import Bookmark, make_bookmark
from msgspec.structs import replace

ONE = Bookmark(
    "https://a.example/1", "One", "Firefox", datetime(2026, 3, 1, 12, tzinfo=UTC), "A note",
    ("open data", "wörter"), "The post",
)  # fmt: skip
TWO = Bookmark("https://a.example/2")


@pytest.fixture
def store():
    return InboxStore()


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


def test_what_was_added_comes_back_the_newest_first(store, site):
    assert store.read(site) == []
    assert store.add(site, [ONE]) == 1
    assert store.add(site, [TWO]) == 1
    assert store.read(site) == [TWO, ONE]
    assert store.read(site.with_name("other")) == []


def test_a_page_is_there_once_and_learns(store, site):
    store.add(site, [TWO])
    same = replace(TWO, address="http://www.a.example/2/?utm_source=x", title="Two", tags=("a",))
    assert store.add(site, [same]) == 0
    assert store.read(site) == [replace(TWO, title="Two", tags=("a",))]


def test_what_was_removed_comes_back_only_by_the_user(store, site):
    store.add(site, [ONE, TWO])
    store.remove(site, [ONE])
    assert store.read(site) == [TWO]
    assert store.add(site, [ONE], again=False) == 0
    assert store.read(site) == [TWO]
    assert store.add(site, [ONE]) == 1
    assert store.read(site) == [ONE, TWO]


def test_removing_is_undone(store, site):
    store.add(site, [ONE, TWO])
    store.remove(site, [ONE])
    store.bring_back(site, [ONE])
    assert store.read(site) == [TWO, ONE]


def test_what_waits_for_any_newsletter_goes_to_the_one_that_is_opened(store, site):
    store.add(None, [ONE])
    assert store.newsletters() == []
    store.open_newsletter(site)
    assert store.read(site) == [ONE]
    assert store.read(None) == []
    assert store.newsletters() == [site]


def test_the_words_of_a_bookmark_are_changed(store, site):
    store.add(site, [ONE])
    store.change(site, replace(ONE, note="Another", tags=("#b", "b", "")))
    [changed] = store.read(site)
    assert (changed.note, changed.tags) == ("Another", ("b",))


def test_a_damaged_store_is_moved_aside(store, site):
    store.add(site, [ONE])
    store.file.write_bytes(b"no database" * 100)
    with pytest.raises(OSError):
        store.read(site)
    assert store.add(site, [TWO]) == 1
    assert len(list(store.file.parent.glob("inbox.*.damaged"))) == 1


def test_two_programs_may_add_at_once(store, site):
    store.add(site, [ONE])
    with sqlite3.connect(store.file) as other:
        other.execute("SELECT * FROM bookmarks").fetchall()
        assert store.add(site, [TWO]) == 1


def test_there_is_an_end_of_what_is_taken(store, site, monkeypatch):
    monkeypatch.setattr("editor.app.inbox.store.MOST_BOOKMARKS", 3)
    many = [Bookmark(f"https://a.example/{number}") for number in range(9)]
    assert store.add(site, many) == 3


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://a b.example",
        "a.example",
        "https://a.example/" + "x" * 5000,
        "https://a.example/\u2028x",
    ],
)
def test_only_addresses_of_the_web_are_bookmarks(address):
    assert make_bookmark(address) is None


def test_words_from_elsewhere_are_lines_within_limits():
    made = make_bookmark(
        "https://a.example/?utm_source=x&id=3", "A\n title\x00 ", note="n" * 9000, tags=("#x", "x")
    )
    assert made.address == "https://a.example/?id=3"
    assert made.title == "A title"
    assert len(made.note) == 5000
    assert made.tags == ("x",)


def test_what_waited_for_any_newsletter_is_added_as_by_the_user(store, site):
    store.add(site, [ONE, TWO])
    store.remove(site, [ONE])
    store.add(None, [replace(ONE, note="important"), replace(TWO, title="Two")])
    store.set_sources(None, ["https://a.example/feed"])
    store.open_newsletter(site)
    assert {(each.address, each.title) for each in store.read(site)} == {
        (ONE.address, "One"),
        (TWO.address, "Two"),
    }
    assert store.sources(site) == ["https://a.example/feed"]


def test_many_programs_add_the_same_pages_at_once(store, site):
    store.add(site, [ONE])
    pages = [Bookmark(f"https://q.example/{number}") for number in range(40)]
    threads = [threading.Thread(target=store.add, args=(site, pages)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.read(site)) == 41
    assert not list(store.file.parent.glob("*.damaged"))


def test_a_wrapped_address_is_looked_at_as_any_other():
    wrapped = "https://www.google.com/url?q=https%3A%2F%2Fa.example%2F%0Ahttps%3A%2F%2Fb.example"
    assert make_bookmark(wrapped) is None
    assert make_bookmark("https://www.google.com/url?q=https%3A%2F%2F") is None
