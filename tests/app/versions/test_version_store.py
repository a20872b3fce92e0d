"""Versions of documents are kept once each, within limits, and read back byte for byte."""

import os
import threading

import pytest
from editor.app.versions.version_store import Limits, VersionStore

DAY = 24 * 3600


@pytest.fixture
def store(tmp_path):
    return VersionStore(tmp_path / "state" / "versions.sqlite")


def contents(store, path):
    """The versions of a document, the latest first."""
    return [store.read(version) for version in store.list(path)]


def test_versions_come_back_byte_for_byte(store, tmp_path):
    texts = [b"", b"\xef\xbb\xbfx\r\n", b"\0\xff", b"x" * 100_000]
    for moment, data in enumerate(texts):
        store.keep(tmp_path / "a.md", data, Limits(), float(moment) + 1e9)
    assert contents(store, tmp_path / "a.md") == texts[::-1]
    assert contents(store, tmp_path / "b.md") == []


def test_an_equal_text_is_kept_once(store, tmp_path):
    for moment, data in enumerate([b"a", b"a", b"b", b"a"]):
        store.keep(tmp_path / "a.md", data, Limits(), float(moment))
    store.keep(tmp_path / "b.md", b"a", Limits(), 9.0)
    assert contents(store, tmp_path / "a.md") == [b"a", b"b", b"a"]
    with store._opened() as connection:
        assert connection.execute("SELECT count(*) FROM texts").fetchone() == (2,)


def test_limits_hold(store, tmp_path):
    for number in range(10):
        store.keep(tmp_path / "a.md", b"%d" % number, Limits(count=3), float(number))
    assert contents(store, tmp_path / "a.md") == [b"9", b"8", b"7"]
    for number in range(20):
        store.keep(tmp_path / "b.md", b"%d" % number, Limits(), float(number))
    store.keep(tmp_path / "b.md", b"new", Limits(days=90), 100.0 * DAY)
    assert contents(store, tmp_path / "a.md") == [b"9", b"8", b"7"]
    assert contents(store, tmp_path / "b.md") == [b"new", *(b"%d" % n for n in range(19, 10, -1))]


def test_a_damaged_store_is_set_aside_and_a_new_one_begun(store, tmp_path):
    store.keep(tmp_path / "a.md", b"x", Limits(), 1.0)
    store.file.write_bytes(b"no database at all " * 100)
    with pytest.raises(OSError):
        store.keep(tmp_path / "a.md", b"y", Limits(), 2.0)
    store.keep(tmp_path / "a.md", b"y", Limits(), 3.0)
    assert contents(store, tmp_path / "a.md") == [b"y"]
    (damaged,) = store.file.parent.glob("*.damaged")
    assert damaged.read_bytes() == b"no database at all " * 100


def test_threads_may_keep_at_once(store, tmp_path):
    def keep_some(name):
        for number in range(10):
            store.keep(tmp_path / name, f"{name}{number}".encode(), Limits(), float(number))

    threads = [threading.Thread(target=keep_some, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(len(store.list(tmp_path / name)) == 10 for name in "abc")


def test_a_document_is_one_whatever_link_leads_to_it(store, tmp_path):
    (tmp_path / "a.md").write_bytes(b"x")
    os.symlink("a.md", tmp_path / "link.md")
    store.keep(tmp_path / "link.md", b"x", Limits(), 1.0)
    assert contents(store, tmp_path / "a.md") == [b"x"]
