"""Signing in to networks, ticking what is asked, asking, and signing out."""

import pytest
from editor.app.inbox.known_posts import KnownPosts
from editor.app.inbox.store import InboxStore
from editor.app.networks.accounts import NetworkAccounts
from editor.app.services.tokens import find_token, keep_token
from editor.core.inbox.networks import Network, NetworkAccount, PostList, PostSource
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from helpers.network_stand_ins import BlueskyStandIn, MastodonStandIn, running

LINK = '<p><a href="https://a.example/{0}">Bericht {0}</a></p>'


@pytest.fixture
def mastodon():
    with running(MastodonStandIn()) as stand_in:
        yield stand_in
    assert stand_in.violations == []


@pytest.fixture
def bluesky():
    with running(BlueskyStandIn()) as stand_in:
        yield stand_in
    assert stand_in.violations == []


@pytest.fixture
def browser(monkeypatch):
    """What is done with the addresses that are opened."""
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    return opened


@pytest.fixture
def sources(page, qtbot):
    page.asking.choose()
    dialog = page.asking.dialog
    qtbot.waitExposed(dialog)
    return dialog


def test_a_month_of_bookmarks_comes_from_mastodon(page, sources, mastodon, browser, qtbot):
    for number in range(50):
        mastodon.keep("bookmarks", LINK.format(number))
    accounts = sources.accounts
    qtbot.mouseClick(accounts.mastodon_button, Qt.MouseButton.LeftButton)
    sign_in = accounts.dialog
    sign_in.server.setText(mastodon.server)
    sign_in.sign_in_button.click()
    qtbot.waitUntil(lambda: bool(browser), timeout=5000)
    assert sign_in.copy_button.isVisible()
    sign_in.copy_button.click()
    assert QGuiApplication.clipboard().text() == browser[0]
    mastodon.agree(browser[0])
    account = NetworkAccount(Network.MASTODON, "ada", mastodon.server)
    qtbot.waitUntil(lambda: account in accounts.sign_out_buttons, timeout=5000)
    assert "no keyring" in accounts.words.text()
    assert accounts.boxes[PostSource(account, PostList.BOOKMARKS)].isChecked()
    with qtbot.waitSignal(
        page.message_posted, timeout=10000, check_params_cb=lambda text, *_: "50 new" in text
    ):
        sources.buttons.button(sources.buttons.StandardButton.Ok).click()
    assert {each.source for each in page.inbox.bookmarks} == {account.handle}
    mastodon.keep("bookmarks", LINK.format("neu"))
    mastodon.requests.clear()
    with qtbot.waitSignal(
        page.message_posted, timeout=10000, check_params_cb=lambda text, *_: "1 new" in text
    ):
        page.ask_button.click()
    assert mastodon.asked("/api/v1/bookmarks") == 2


def test_what_is_missing_or_wrong_stays_in_its_field(sources, bluesky, qtbot):
    qtbot.mouseClick(sources.accounts.bluesky_button, Qt.MouseButton.LeftButton)
    sign_in = sources.accounts.dialog
    for name, password, server, said in (
        ("", "", "bsky.social", "Your name"),
        ("ada.example", "correct horse battery", bluesky.server, "no app password"),
        ("ada.example", "abcd-efgh-ijkl-mnop", "nowhere", "is no server"),
    ):
        sign_in.name.setText(name)
        sign_in.password.setText(password)
        sign_in.server.setText(server)
        sign_in.sign_in()
        assert said in sign_in.words.text()
        assert sign_in.sign_in_button.isEnabled()
    assert not bluesky.requests
    sign_in.server.setText(bluesky.server)
    sign_in.password.setText("aaaa-bbbb-cccc-dddd")
    sign_in.sign_in()
    qtbot.waitUntil(lambda: "does not know" in sign_in.words.text(), timeout=5000)
    assert sign_in.password.text() == "aaaa-bbbb-cccc-dddd"
    sign_in.reject()


def test_an_account_of_bluesky_is_signed_in_and_out(page, sources, bluesky, qtbot):
    qtbot.mouseClick(sources.accounts.bluesky_button, Qt.MouseButton.LeftButton)
    sign_in = sources.accounts.dialog
    sign_in.name.setText("@ada.example")
    sign_in.password.setText("abcd-efgh-ijkl-mnop")
    sign_in.server.setText(bluesky.server)
    sign_in.sign_in_button.click()
    account = NetworkAccount(Network.BLUESKY, "ada.example", bluesky.server)
    qtbot.waitUntil(lambda: account in sources.accounts.sign_out_buttons, timeout=5000)
    likes = PostSource(account, PostList.LIKES)
    sources.accounts.boxes[likes].setChecked(True)
    sources.lines.setPlainText("blog.example/feed")
    assert sources.addresses == [
        f"{account}/bookmarks",
        f"{account}/likes",
        "https://blog.example/feed",
    ]
    sources.accounts.sign_out_buttons[account].click()
    assert sources.addresses == ["https://blog.example/feed"]
    assert not NetworkAccounts(page.asking._settings).all()
    qtbot.waitUntil(lambda: not find_token(str(account)), timeout=5000)


def test_signing_out_revokes_even_when_the_dialog_is_closed_at_once(page, mastodon, qtbot):
    account = NetworkAccount(Network.MASTODON, "ada", mastodon.server)
    mastodon.apps["client"] = {"client_secret": "secret"}
    mastodon.tokens.add("token")
    keep_token(str(account), "client secret token")
    NetworkAccounts(page.asking._settings).keep(account)
    page.asking.choose()
    page.asking.dialog.accounts.sign_out_buttons[account].click()
    page.asking.dialog.reject()
    qtbot.waitUntil(lambda: not mastodon.tokens, timeout=5000)
    assert not find_token(str(account))


def test_a_server_that_does_not_revoke_says_so(page, qtbot):
    account = NetworkAccount(Network.MASTODON, "ada", "127.0.0.1:9")
    keep_token(str(account), "a b c")
    NetworkAccounts(page.asking._settings).keep(account)
    page.asking.choose()
    with qtbot.waitSignal(
        page.message_posted, timeout=10000, check_params_cb=lambda text, *_: "not revoked" in text
    ):
        page.asking.dialog.accounts.sign_out_buttons[account].click()
    assert not find_token(str(account))
    page.asking.dialog.reject()


def test_a_source_whose_account_is_signed_out_stays_to_be_seen(page):
    page.inbox.sources = ["mastodon:ada@chaos.example/bookmarks"]
    page.asking.choose()
    accounts = page.asking.dialog.accounts
    (box, _) = accounts.boxes.values()
    assert box.isChecked()
    assert not accounts.sign_out_buttons
    box.setChecked(False)
    assert page.asking.dialog.addresses == []
    page.asking.dialog.reject()


def test_posts_that_a_new_document_has_had_go_with_it_to_its_newsletter(tmp_path):
    store, source = InboxStore(tmp_path / "inbox.sqlite"), "mastodon:ada@chaos.example/bookmarks"
    known = KnownPosts(store.file)
    known.add(None, source, ["1"])
    store.open_newsletter(tmp_path)
    assert known.read(tmp_path, source) == {"1"}
    assert known.read(None, source) == set()
