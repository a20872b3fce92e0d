"""Sources that are asked: feeds, pages that name theirs, and what goes wrong."""

import http.server
import threading

import pytest
from editor.app.inbox.sources import ask_sources
from editor.app.inbox.store import InboxStore

from helpers.loopback import serving

FEED = (
    '<rss version="2.0"><channel><title>A blog</title>'
    "<item><title>Eins</title><link>https://blog.example/1</link></item>"
    "<item><title>Zwei</title><link>https://blog.example/2</link></item></channel></rss>"
)
PAGES = {
    "/feed.xml": FEED,
    "/blog": '<html><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
    "/page": "<html><body>no feed</body></html>",
    "/slow": '<rss version="2.0"><channel>' + "<item>" * 300_000,
}


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        text = PAGES.get(self.path)
        self.send_response(200 if text else 404)
        self.end_headers()
        self.wfile.write((text or "").encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def address():
    with serving(Server) as address:
        yield address


def ask(*addresses):
    return ask_sources(addresses, threading.Event(), private=True)


def test_feeds_are_read_and_found(address):
    feed, blog = ask(f"{address}/feed.xml", f"{address}/blog")
    assert [each.title for each in feed.bookmarks] == ["Eins", "Zwei"]
    assert feed.bookmarks == blog.bookmarks
    assert feed.problem is blog.problem is None


def test_what_fails_says_why_and_takes_no_other_along(address):
    missing, page, feed = ask(f"{address}/missing", f"{address}/page", f"{address}/feed.xml")
    assert "404" in str(missing.problem)
    assert "no feed" in str(page.problem)
    assert len(feed.bookmarks) == 2


def test_a_feed_that_is_made_to_hurt_is_given_up(address, monkeypatch):
    monkeypatch.setattr("editor.app.inbox.sources._SECONDS", 3.0)
    (slow,) = ask(f"{address}/slow")
    assert "too long" in str(slow.problem)


def test_hosts_of_this_machine_are_not_asked_unless_allowed(address):
    (answer,) = ask_sources([f"{address}/feed.xml"], threading.Event())
    assert answer.problem is not None
    assert not answer.bookmarks


def test_what_is_stopped_asks_no_more(address):
    stop = threading.Event()
    stop.set()
    assert ask_sources([f"{address}/feed.xml"], stop, private=True) == []


def test_a_second_time_brings_only_what_is_new(address, tmp_path):
    store, site = InboxStore(), tmp_path
    (answer,) = ask(f"{address}/feed.xml")
    assert store.add(site, answer.bookmarks, again=False) == 2
    store.remove(site, answer.bookmarks[:1])
    assert store.add(site, answer.bookmarks, again=False) == 0
    assert [each.title for each in store.read(site)] == ["Zwei"]


def test_sources_are_kept_for_each_newsletter(tmp_path):
    store = InboxStore()
    store.set_sources(tmp_path, ["https://b.example/feed", "https://a.example/feed"])
    assert store.sources(tmp_path) == ["https://b.example/feed", "https://a.example/feed"]
    assert store.sources(tmp_path / "other") == []
    store.set_sources(tmp_path, [])
    assert store.sources(tmp_path) == []
