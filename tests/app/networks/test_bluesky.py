"""What an account keeps at Bluesky: app passwords, pages, and every kind of post."""

import threading

import pytest
from editor.app.inbox.sources import ask_sources
from editor.app.networks import bluesky
from editor.app.networks.accounts import read_posts
from editor.app.services.api import HostRefused, NotSignedIn
from editor.app.services.tokens import keep_token
from editor.core.inbox.networks import Network, NetworkAccount, PostList, PostSource

from helpers.network_stand_ins import DID, BlueskyStandIn, Refusal, running

PASSWORD = "abcd-efgh-ijkl-mnop"


@pytest.fixture
def host():
    with running(BlueskyStandIn()) as stand_in:
        yield stand_in
    assert stand_in.violations == []


@pytest.fixture
def source(host):
    account = NetworkAccount(Network.BLUESKY, "ada.example", host.server)
    keep_token(str(account), f"{DID} {PASSWORD}")
    return PostSource(account, PostList.BOOKMARKS)


def read(source, known=()):
    return read_posts(source, known, threading.Event())


def facet(text, part, uri):
    start = text.encode().index(part.encode())
    return {
        "index": {"byteStart": start, "byteEnd": start + len(part.encode())},
        "features": [{"$type": "app.bsky.richtext.facet#link", "uri": uri}],
    }


def page(uri, title):
    return {
        "$type": "app.bsky.embed.external#view",
        "external": {"uri": uri, "title": title, "description": ""},
    }


def test_an_app_password_signs_in_and_its_session_is_closed(host):
    signed_in = bluesky.sign_in(host.server, "ada.example", PASSWORD, threading.Event())
    assert signed_in.account.handle == "ada.example"
    assert signed_in.secret == f"{DID} {PASSWORD}"
    assert not host.sessions


def test_a_wrong_one_is_told(host):
    with pytest.raises(NotSignedIn, match="does not know “bo.example”"):
        bluesky.sign_in(host.server, "bo.example", PASSWORD, threading.Event())


def test_500_bookmarks_come_in_pages_and_the_second_time_only_what_is_new(host, source):
    for number in range(500):
        text = f"Größe {number}: lies unseren Bericht"
        link = facet(text, "unseren Bericht", f"https://a.example/{number}")
        host.keep(host.make_view(text, facets=[link]))
    found = read(source)
    assert len(found.posts) == 500
    assert (found.posts[0].links[0].address, found.posts[0].links[0].title) == (
        "https://a.example/499",
        "unseren Bericht",
    )
    path = "/xrpc/app.bsky.bookmark.getBookmarks"
    assert host.asked(path) == 5
    host.requests.clear()
    assert read(source, found.names).posts == []
    assert host.asked(path) == 1
    assert not host.sessions


def test_deleted_and_blocked_posts_are_counted_once(host, source):
    host.keep(host.make_view("Da"))
    for kind, more in (
        ("notFoundPost", {"notFound": True}),
        ("blockedPost", {"blocked": True, "author": {"did": "did:plc:x"}}),
    ):
        uri = f"at://did:plc:x/app.bsky.feed.post/{kind}"
        host.keep({"$type": f"app.bsky.feed.defs#{kind}", "uri": uri, **more})
    found = read(source)
    assert [post.words for post in found.posts] == ["Da"]
    assert found.gone == 2
    assert read(source, found.names).gone == 0
    (answer,) = ask_sources([str(source)], threading.Event())
    assert [str(note) for note in answer.notes] == [
        "Kept by ada.example, and deleted or blocked since: 2."
    ]


def test_previews_quotes_and_pictures_are_read(host, source):
    quoted = host.make_view("Der Bericht")
    record = {
        "$type": "app.bsky.embed.record#viewRecord",
        "uri": "at://did:plc:x/app.bsky.feed.post/q",
        "cid": "bafyreib",
        "author": quoted["author"],
        "value": quoted["record"],
        "embeds": [page("https://a.example/bericht", "Bericht")],
        "indexedAt": "2026-11-01T09:00:01.000Z",
    }
    host.keep(host.make_view("Seht", embed=page("https://a.example/karte", "Karte")))
    host.keep(
        host.make_view("Genau", embed={"$type": "app.bsky.embed.record#view", "record": record})
    )
    both = {
        "$type": "app.bsky.embed.recordWithMedia#view",
        "record": {"record": record},
        "media": page("https://a.example/beides", "Beides"),
    }
    host.keep(host.make_view("Und", embed=both))
    gone = {
        "$type": "app.bsky.embed.record#viewNotFound",
        "uri": "at://did:plc:x/app.bsky.feed.post/weg",
        "notFound": True,
    }
    host.keep(host.make_view("Weg", embed={"$type": "app.bsky.embed.record#view", "record": gone}))
    weg, und, genau, seht = read(source).posts
    assert [link.title for link in seht.links] == ["Karte"]
    assert [link.address for link in genau.links] == ["https://a.example/bericht"]
    assert genau.words == "Genau\nDer Bericht"
    assert [link.address for link in und.links] == ["https://a.example/beides"]
    assert weg.links == ()
    assert weg.address.startswith("https://bsky.app/profile/bo.example/post/")
    assert weg.moment.isoformat() == "2026-11-20T08:00:00+00:00"


def test_likes_are_a_list_of_their_own(host, source):
    host.like(host.make_view("Gut"))
    host.like({"uri": "at://did:plc:x/app.bsky.feed.post/odd"})
    found = read(PostSource(source.account, PostList.LIKES))
    assert [post.words for post in found.posts] == ["", "Gut"]
    assert found.posts[0].address == "https://bsky.app/profile/did:plc:x/post/odd"
    host.violations.clear()


@pytest.mark.parametrize(
    "part",
    [
        {"tags": None},
        {"tags": ["gut", 7]},
        {"createdAt": None},
        {"facets": [{"features": []}]},
        {"facets": [{"index": {"byteStart": 0, "byteEnd": 2}, "features": [{"uri": 7}]}]},
    ],
    ids=str,
)
def test_odd_parts_take_no_other_along(host, source, part):
    view = host.make_view("Gut", embed=page("https://a.example/karte", "Karte"))
    view["record"] |= part
    host.keep(view)
    (post,) = read(source).posts
    assert (post.words, post.links[0].title) == ("Gut", "Karte")
    host.violations.clear()


def test_an_app_password_that_was_deleted_is_told(host, source):
    keep_token(str(source.account), f"{DID} aaaa-bbbb-cccc-dddd")
    (answer,) = ask_sources([str(source)], threading.Event())
    assert "app password" in str(answer.problem)


def test_too_many_requests_name_the_time(host, source):
    until = {"ratelimit-remaining": "0", "ratelimit-reset": "1800000000"}
    said = {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}
    host.refuse = lambda request: Refusal(429, said, **until)
    with pytest.raises(HostRefused, match=r"until \d\d:\d\d"):
        read(source)
