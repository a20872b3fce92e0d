"""What an account keeps at Mastodon: signing in by the browser, pages, what is new."""

import threading
import time
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
import pytest
from editor.app.inbox.sources import ask_sources
from editor.app.networks import mastodon
from editor.app.networks.accounts import read_posts, revoke, sign_out
from editor.app.networks.post_pages import MOST_POSTS
from editor.app.services.api import HostRefused, NotSignedIn
from editor.app.services.fetch import FetchFailed
from editor.app.services.tokens import find_token, keep_token
from editor.core.inbox.networks import Network, NetworkAccount, PostList, PostSource

from helpers.network_stand_ins import MastodonStandIn, Refusal, Request, running

LINK = '<p>Lest <a href="https://a.example/{0}" rel="nofollow">unseren Bericht</a> Nr. {0}</p>'


@pytest.fixture
def host():
    with running(MastodonStandIn()) as stand_in:
        yield stand_in
    assert stand_in.violations == []


@pytest.fixture
def source(host):
    """The bookmarks of Ada, who is signed in."""
    signed_in = sign_in(host)
    keep_token(str(signed_in.account), signed_in.secret)
    return PostSource(signed_in.account, PostList.BOOKMARKS)


def sign_in(host, agree=None):
    return mastodon.sign_in(
        host.server, agree or host.agree, "Zurück zu Rundbrief", threading.Event()
    )


def read(source, known=()):
    return read_posts(source, known, threading.Event())


def test_the_user_agrees_in_the_browser_to_reading_alone(host):
    signed_in = sign_in(host)
    assert signed_in.account == NetworkAccount(Network.MASTODON, "ada", host.server)
    assert signed_in.secret.split()[-1] in host.tokens
    (app,) = host.apps.values()
    assert app["scopes"] == "read:accounts read:bookmarks read:favourites"
    assert app["redirect_uris"].startswith("http://127.0.0.1:")


def test_who_does_not_agree_is_not_signed_in(host):
    with pytest.raises(HostRefused, match="not allowed"):
        sign_in(host, lambda address: host.agree(address, refuses=True))
    assert not host.tokens


def test_an_answer_that_somebody_else_sends_is_none(host):
    def attack(address):
        with pytest.raises(AssertionError):
            host.agree(address.replace("state=", "state=x"))
        host.agree(address)

    assert sign_in(host, attack).account.name == "ada"


def test_waiting_for_the_browser_can_be_stopped(host):
    stop = threading.Event()
    started = time.monotonic()
    with pytest.raises(HostRefused, match="Nobody"):
        mastodon.sign_in(host.server, lambda _: stop.set(), "", stop)
    assert time.monotonic() - started < 5


def test_500_bookmarks_come_in_pages_and_the_second_time_only_what_is_new(host, source):
    for number in range(500):
        host.keep("bookmarks", LINK.format(number))
    found = read(source)
    assert len(found.posts) == 500
    assert found.posts[0].links[0].address == "https://a.example/499"
    assert host.asked("/api/v1/bookmarks") == 13
    host.requests.clear()
    assert read(source, found.names).posts == []
    assert host.asked("/api/v1/bookmarks") == 1
    host.keep("bookmarks", LINK.format("neu"))
    host.requests.clear()
    (new,) = read(source, found.names).posts
    assert new.links[0].address == "https://a.example/neu"
    assert host.asked("/api/v1/bookmarks") == 2


def test_an_old_post_that_is_kept_once_more_hides_no_new_one(host, source):
    for number in range(3):
        host.keep("bookmarks", LINK.format(number))
    known = read(source).names
    for number in range(45):
        host.keep("bookmarks", LINK.format(f"neu-{number}"))
    host.kept["bookmarks"].insert(0, host.kept["bookmarks"].pop())
    assert len(read(source, known).posts) == 45


def test_the_newest_come_first_where_there_are_too_many(host, source):
    for number in range(MOST_POSTS + 50):
        host.keep("bookmarks", LINK.format(number))
    found = read(source)
    assert found.has_more
    assert MOST_POSTS <= len(found.posts) < MOST_POSTS + 40
    assert found.posts[0].links[0].address.endswith(str(MOST_POSTS + 49))


def test_favorites_are_a_list_of_their_own(host, source):
    host.keep("favourites", LINK.format(1))
    assert read(source).posts == []
    (post,) = read(PostSource(source.account, PostList.LIKES)).posts
    assert (post.author, post.moment.isoformat()) == ("Bo", "2026-11-02T10:00:00+00:00")


def test_previews_quotes_and_warnings_are_read(host, source):
    card = {
        "url": "https://a.example/karte",
        "title": "Die Karte",
        "description": "",
        "type": "link",
    }
    host.keep("bookmarks", "<p>Seht nur</p>", card=card, tags=[{"name": "offen", "url": ""}])
    quoted = host.keep("bookmarks", LINK.format("zitat"))
    quote = {"state": "accepted", "quoted_status": host._make("Status", quoted)}
    host.kept["bookmarks"].pop(0)
    host.keep("bookmarks", "<p>Genau.</p>", quote=quote, spoiler_text="Politik")
    host.keep("bookmarks", "<p>Weg</p>", quote={"state": "deleted", "quoted_status": None})
    gone, quoting, previewed = read(source).posts
    assert [link.address for link in quoting.links] == ["https://a.example/zitat"]
    assert quoting.words.split("\n")[:2] == ["Politik", "Genau."]
    assert (previewed.links[0].title, previewed.tags) == ("Die Karte", ("offen",))
    assert gone.links == ()


def test_an_odd_post_takes_no_other_along_and_keeps_its_address(host, source):
    odd = [host.keep("bookmarks", LINK.format(number)) for number in range(3)]
    host.odd = {
        odd[0]["id"]: {"id": odd[0]["id"], "url": "https://a.example/odd", "content": 7},
        odd[1]["id"]: ["?"],
        odd[2]["id"]: {"id": 7, "uri": "https://a.example/number", "content": "<p>Ja</p>"},
    }
    host.keep("bookmarks", LINK.format(3))
    found = read(source)
    assert [post.address for post in found.posts[1:]] == [
        "https://a.example/number",
        "https://a.example/odd",
    ]
    assert found.posts[0].links[0].address == "https://a.example/3"
    assert read(source, found.names).posts == []
    host.violations.clear()


@pytest.mark.parametrize(
    "part",
    [
        {"quote": False},
        {"quote": {"state": "accepted", "quoted_status": {"id": "1"}}},
        {"spoiler_text": None},
        {"tags": None},
        {"tags": [{"name": "gut"}, {"name": None}, 7]},
        {"card": {"url": "https://a.example/karte", "title": None}},
        {"account": {"username": "bo", "acct": None, "display_name": None}},
        {"created_at": None},
    ],
    ids=str,
)
def test_odd_parts_take_no_other_along(host, source, part):
    status = host.keep("bookmarks", LINK.format(1))
    host.odd = {status["id"]: host._make("Status", status) | part}
    (post,) = read(source).posts
    assert post.links[0].address == "https://a.example/1"
    host.violations.clear()


def test_a_handle_may_name_another_server_than_the_account_is_at(host):
    with running(MastodonStandIn()) as other:
        there = f"http://{host.server}/.well-known/host-meta"
        other.refuse = lambda request: Refusal(302, {}, Location=there)
        host.refuse = lambda request: (
            Refusal(200, {}) if request.path.endswith("host-meta") else None
        )
        signed_in = mastodon.sign_in(other.server, host.agree, "Rundbrief", threading.Event())
    assert signed_in.account.server == host.server


def test_a_server_that_repeats_a_page_is_asked_no_more(host, source):
    for number in range(90):
        host.keep("bookmarks", LINK.format(number))
    page = host._page
    host._page = lambda request: page(
        Request("GET", request.path, {"limit": "40"}, None, request.token)
    )
    found = read(source)
    assert (len(found.posts), found.has_more) == (40, False)
    assert host.asked("/api/v1/bookmarks") == 2


def test_rights_that_a_server_does_not_know_are_named(host):
    def refuse(address):
        query = dict(parse_qsl(urlsplit(address).query))
        said = {"error": "invalid_scope", "error_description": "The scope is invalid"}
        fields = urlencode({**said, "state": query["state"]})
        httpx.get(f"{query['redirect_uri']}?{fields}", timeout=10)

    with pytest.raises(HostRefused, match="The scope is invalid"):
        sign_in(host, refuse)


def test_a_token_that_was_revoked_says_so(host, source):
    host.tokens.clear()
    with pytest.raises(NotSignedIn, match="Sign in again"):
        read(source)


def test_signing_out_revokes_the_token_at_the_server(host, source):
    assert host.tokens
    signed_in = sign_out(source.account)
    assert signed_in
    revoke(signed_in, threading.Event())
    assert not host.tokens
    assert not find_token(str(source.account))
    with pytest.raises(NotSignedIn, match="@ada@127"):
        read(source)


def test_too_many_requests_name_the_time(host, source):
    until = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2026-11-29T18:30:00.000Z"}
    host.refuse = lambda request: Refusal(429, {"error": "Too many requests"}, **until)
    with pytest.raises(HostRefused, match=r"until \d\d:30"):
        read(source)


def test_a_server_of_another_kind_says_so(host):
    host.refuse = lambda request: Refusal(404, {})
    with pytest.raises(HostRefused):
        sign_in(host)
    with pytest.raises(FetchFailed):
        mastodon.sign_in("127.0.0.1:9", print, "", threading.Event())


def test_a_page_that_breaks_off_is_asked_again_as_a_whole(host, source):
    for number in range(90):
        host.keep("bookmarks", LINK.format(number))
    broken = iter([None, Refusal(500, {"error": "down"})])
    host.refuse = lambda request: next(broken, None)
    (answer,) = ask_sources([str(source)], threading.Event())
    assert "down" in str(answer.problem)
    assert answer.posts == ()
    (answer,) = ask_sources([str(source)], threading.Event())
    assert (len(answer.bookmarks), len(answer.posts)) == (90, 90)
    assert answer.bookmarks[0].source == source.account.handle


def test_the_server_cannot_lead_to_another_one(host, source):
    """Its addresses of further pages name elsewhere.example (see the stand-in)."""
    for number in range(50):
        host.keep("bookmarks", LINK.format(number))
    assert len(read(source).posts) == 50
