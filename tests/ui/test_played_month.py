"""A month as an editor has it: from 60 links of four sources to the accepted issue.

Nothing is installed but the program: the site comes from its code host. All is done by clicks and
keys, which are counted: at five seconds each they fit into a quarter of an hour. With the name of a
folder in ``PICTURES`` it leaves a picture of each step there, in the language of
``PICTURES_LANGUAGE``.
"""

import http.server
import os
from pathlib import Path

import pytest
from editor.app.hosting.accounts import Accounts
from editor.app.services import tokens
from editor.core.base.edits import Edit
from editor.ui.wording.translation import install_translation
from editor.ui.workspace.pages import Page
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.code_hosts import Remark
from helpers.code_hosts import running as running_host
from helpers.forgejo_stand_in import ForgejoStandIn
from helpers.loopback import serving
from helpers.network_stand_ins import BlueskyStandIn, MastodonStandIn
from helpers.network_stand_ins import running as running_network
from helpers.qt_input import type_into

SECONDS_EACH = 5
NAME = "content/blog/2026-11-02-neues.md"
TOPICS = {
    "Offene Daten": ("daten.example", "offene Daten im Haushalt"),
    "Software": ("code.example", "freie Software für Ämter"),
    "Mobilität": ("bahn.example", "Fahrpläne und Radwege"),
}
HEAD = "---\ntitle: {0}\ndate: {1}\n---\n"
EARLIER = HEAD.format("Oktober", "2026-10-05") + "".join(
    f"\n## {title}\n\n"
    + "".join(f"* [{words} {number}](https://{host}/alt-{number})\n" for number in range(9))
    for title, (host, words) in TOPICS.items()
)
PAGE = HEAD.format("Neues", "2026-11-02") + "".join(
    f"\n## {title}\n\n* [{words}](https://{host}/start)\n"
    for title, (host, words) in TOPICS.items()
)


def link(number):
    """The address and title of one of 60 links, a third of them on each topic."""
    host, words = list(TOPICS.values())[number % 3]
    return f"https://{host}/neu-{number}", f"{words}, Teil {number}"


def post(number):
    address, title = link(number)
    return f'<p>Lesenswert: <a href="{address}">{title}</a></p>'


def view(stand_in, number):
    address, title = link(number)
    external = {"uri": address, "title": title, "description": ""}
    embed = {"$type": "app.bsky.embed.external#view", "external": external}
    return stand_in.make_view("Lesenswert", embed=embed)


class Feed(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        items = "".join(
            f"<item><title>{title}</title><link>{address}</link></item>"
            for address, title in map(link, range(35, 50))
        )
        data = f'<rss version="2.0"><channel><title>Blog</title>{items}</channel></rss>'.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def hosts(tmp_path):
    tokens._session.clear()
    with (
        running_host(ForgejoStandIn(tmp_path / "host")) as site,
        running_network(MastodonStandIn()) as mastodon,
        running_network(BlueskyStandIn()) as bluesky,
        serving(Feed) as feed,
    ):
        earlier = "content/blog/2026-10-05-oktober.md"
        site.site.put("main", {"hugo.toml": b"", earlier: EARLIER.encode(), NAME: PAGE.encode()})
        for number in range(20):
            mastodon.keep("bookmarks", post(number))
        for number in range(20, 35):
            bluesky.keep(view(bluesky, number))
        yield site, mastodon, bluesky, feed
        assert not site.violations + mastodon.violations + bluesky.violations
    tokens._session.clear()


class Hand:
    """Clicks and types, and counts it."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.acts, self.pictures = window, qtbot, 0, 0

    def click(self, widget):
        self.until(lambda: widget.isVisible() and widget.isEnabled())
        self.acts += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type(self, widget, text):
        self.acts += 1
        type_into(widget, text)

    def choose(self, act, *arguments):
        """Do what an item of a menu does."""
        self.acts += 2
        return act(*arguments)

    def press(self, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.acts += 1
        QTest.keyClick(widget, key, modifier)

    def drop(self, widget, file):
        self.acts += 1
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        widget.dropEvent(QDropEvent(QPointF(QPoint(9, 9)), copy, data, buttons, keys))

    def until(self, is_so):
        self.qtbot.waitUntil(is_so, timeout=20_000)

    def take(self, name, widget=None):
        if folder := os.environ.get("PICTURES"):
            QApplication.processEvents()
            self.pictures += 1
            language = os.environ.get("PICTURES_LANGUAGE", "en")
            place = Path(folder, f"{self.pictures:02}-{name}-{language}.png")
            (widget or self.window).grab().save(str(place))


@pytest.fixture
def hand(make_window, qtbot):
    language = os.environ.get("PICTURES_LANGUAGE")
    if language:
        install_translation(QApplication.instance(), language)
    return Hand(make_window(), qtbot)


def open_site(hand, host):
    hand.choose(hand.window.front.hosted.open)
    dialog = hand.window.front.hosted.dialog
    hand.type(dialog.repository, f"http://{host.host}/verein/seite")
    hand.click(dialog.who.sign_in_button)
    sign_in = dialog.who.dialog
    hand.type(sign_in.token, "token-of-ada")
    hand.click(sign_in.sign_in_button)
    hand.until(lambda: dialog.who.account is not None)
    hand.take("get-site", dialog)
    hand.click(dialog.get_button)
    hand.until(lambda: hand.window.front.sites.shown is not None)
    root = hand.window.front.sites.shown
    hand.until(lambda: len(hand.window.front.home.library.pages) >= 2)
    hand.take("home")
    hand.choose(hand.window.open_path, root / NAME)
    return root


def collect(hand, mastodon, bluesky, feed, folder, browser):
    window = hand.window
    hand.choose(window.workspace.show_page, Page.INBOX)
    page = window.workspace.middle.inbox
    page.asking._settings.keep(private_addresses=True)
    hand.choose(page.asking.choose)
    dialog = page.asking.dialog
    hand.click(dialog.accounts.mastodon_button)
    sign_in = dialog.accounts.dialog
    hand.type(sign_in.server, mastodon.server)
    hand.click(sign_in.sign_in_button)
    hand.until(lambda: bool(browser))
    hand.take("mastodon", sign_in)
    mastodon.agree(browser[0])
    hand.until(lambda: len(dialog.accounts.sign_out_buttons) == 1)
    hand.click(dialog.accounts.bluesky_button)
    sign_in = dialog.accounts.dialog
    hand.type(sign_in.name, "ada.example")
    hand.type(sign_in.password, "abcd-efgh-ijkl-mnop")
    hand.type(sign_in.server, bluesky.server)
    hand.click(sign_in.sign_in_button)
    hand.until(lambda: len(dialog.accounts.sign_out_buttons) == 2)
    hand.type(dialog.lines, f"{feed}/feed.xml")
    hand.take("sources", dialog)
    hand.click(dialog.buttons.button(dialog.buttons.StandardButton.Ok))
    hand.until(lambda: len(page.inbox.bookmarks) == 50)
    file = folder / "bookmarks.html"
    rows = "".join(
        f'<DT><A HREF="{address}">{title}</A>' for address, title in map(link, range(50, 60))
    )
    file.write_text(f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>{rows}</DL>", encoding="utf-8")
    hand.drop(page, file)
    hand.until(lambda: page.table.rows_model.rowCount() == 60)
    hand.until(lambda: bool(page.inbox._sorter.past.uses))
    hand.take("inbox")
    return page


def sort_in(hand, page):
    """Look at each topic, take one out, and write the others where they are proposed."""
    for host, _ in TOPICS.values():
        hand.type(page.search, host)
        hand.until(lambda: page.table.rows_model.rowCount() in (19, 20))
        hand.click(page.table.viewport())
        hand.press(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        hand.take("chosen")
        hand.click(page.insert_button)
        hand.until(lambda: page.table.rows_model.rowCount() == 0)
    hand.type(page.search, "")
    hand.take("used")


def submit(hand):
    hand.choose(hand.window.publishing.export)
    dialog = hand.window.publishing.dialog
    hand.until(lambda: dialog.complete)
    if not dialog.box.host_button.isChecked():
        hand.click(dialog.box.host_button)
    hand.until(lambda: dialog.write_button.isEnabled())
    hand.take("publish", dialog)
    hand.click(dialog.write_button)
    return dialog


def answer_both(hand, host):
    window = hand.window
    hand.choose(window.publishing.reviews.show)
    review = window.publishing.reviews.dialog
    hand.until(lambda: len(review.cards) == 2)
    hand.take("reviews", review)
    hand.click(review.cards[0].go_button)
    for number, words in enumerate(("Gern", "Danke")):
        card = review.cards[number]
        hand.type(card.answer, words)
        hand.click(card.done_button)
        hand.until(lambda card=card, number=number: review.cards[number] is not card)
    hand.take("answered", review)
    review.close()
    said = [text for remark in host.remarks for text in (*remark.answers, remark.text)]
    assert any("Gern" in text for text in said)
    assert any("Danke" in text for text in said)


def test_a_month(hand, hosts, tmp_path, monkeypatch):
    browser = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: browser.append(url.toString()))
    host, mastodon, bluesky, feed = hosts
    root = open_site(hand, host)
    page = collect(hand, mastodon, bluesky, feed, tmp_path, browser)
    sort_in(hand, page)
    session = hand.window.session
    section = session.text.index
    for number in range(60):
        address, title = link(number)
        at = section(f"* [{title}]({address})")
        heads = [section(f"## {topic}") for topic in TOPICS]
        assert max(head for head in heads if head < at) == heads[number % 3]

    dialog = submit(hand)
    hand.until(lambda: dialog.publication is not None)
    branch = host.pulls[-1].branch
    assert host.site.files(branch)[NAME].decode() == session.text

    # a reviewer says two things, and mends a title
    head = host.site.head(branch)
    host.remarks = [
        Remark(41, "cleo", "Kürzer?", NAME, 9, head),
        Remark(42, "cleo", "Sonst gut"),
    ]
    theirs = session.text.replace("title: Neues", "title: Ganz Neues")
    host.site.put(branch, {NAME: theirs.encode()})
    answer_both(hand, host)

    # one link goes again, which brings both texts together
    hand.choose(hand.window.workspace.show_page, Page.INBOX)
    address, title = link(59)
    start = session.text.index(f"* [{title}]({address})\n")
    session.apply([Edit(start, start + len(f"* [{title}]({address})\n"), "")], "")
    hand.acts += 2
    dialog = submit(hand)
    hand.until(lambda: "Ganz Neues" in session.text)
    hand.take("merged", dialog)
    hand.until(lambda: dialog.complete and dialog.write_button.isEnabled())
    hand.click(dialog.write_button)
    hand.until(lambda: dialog.publication is not None)
    assert host.site.files(branch)[NAME].decode() == session.text
    host.merge(host.pulls[0])

    # what was accepted comes back into the folder
    hand.choose(hand.window.files.save)
    hand.choose(hand.window.front.refresh_site)
    hand.until(lambda: not hand.window.front.hosted.busy)
    hand.take("done")
    assert (root / NAME).read_text(encoding="utf-8") == session.text
    assert host.site.files("main")[NAME].decode() == session.text
    assert Accounts(hand.window.settings).find(host.host)
    assert hand.acts * SECONDS_EACH <= 15 * 60, hand.acts
    print(f"{hand.acts} clicks and entries")
