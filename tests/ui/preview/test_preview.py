"""The real engine: what it shows, how it is patched, and that nothing leaves the machine."""

import json
import os
import random
import signal

import pytest
from editor.core.base.edits import Edit
from editor.ui.look.appearance import appearance
from editor.ui.preview import pane
from editor.ui.preview.page import find_difference, write_html
from editor.ui.preview.plain_view import PlainView
from editor.ui.preview.toolbar import PreviewToolbar
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from helpers.browser import Counter, blocks, script
from helpers.corpus import EVERYTHING
from helpers.qt_input import type_into


def test_the_sample_is_shown_with_its_image(shown, qtbot):
    _, view = shown()
    assert blocks(qtbot, view)[0].startswith("Frühjahrsputz – Out in the Open")
    qtbot.waitUntil(
        lambda: script(qtbot, view, "document.querySelector('img').naturalWidth") == 800,
    )


def test_typing_swaps_one_block_and_the_scroll_stays(shown, qtbot):
    window, view = shown()
    script(
        qtbot,
        view,
        "scrollTo(0, 300); document.querySelectorAll('.block').forEach((b, i) => b.old = i); 1",
    )
    count = len(blocks(qtbot, view))
    at = window.session.text.index("Der Februar")
    with qtbot.waitSignal(window.preview_patched):
        window.session.apply([Edit(at, at, "Ümlaut 😀 ")], "x")
    texts = blocks(qtbot, view)
    assert len([text for text in texts if text.startswith("Ümlaut 😀 Der Februar")]) == 1
    assert len(texts) == count
    kept = script(
        qtbot,
        view,
        "[...document.querySelectorAll('.block')].filter(b => b.old !== undefined).length",
    )
    assert kept == count  # its words change, not the elements around them
    assert script(qtbot, view, "scrollY") == 300


def test_patches_lead_to_the_same_page_as_a_fresh_one(shown, qtbot):
    window, view = shown("## Eins\n\na\n\n## Zwei\n\nb\n")
    for edit in (
        Edit(0, 0, "Neu\n\n"),
        Edit(0, 12, ""),
        Edit(2, 2, "*x*\n\n## Drei\n\n- l\n"),
        Edit(0, 5, "<div>"),
    ):
        with qtbot.waitSignal(window.preview_patched):
            window.session.apply([edit], "x")
    patched = script(qtbot, view, "document.querySelector('main').innerHTML")
    with qtbot.waitSignal(window.preview_patched):
        window.workspace.pane.new_document()
        window.workspace.preview_sync.request()
    assert script(qtbot, view, "document.querySelector('main').innerHTML") == patched


PIECES = (
    "a", " ", "\n", "\n\n", "* ", "**", "`", "## ", "[x](https://a.example)", "> ", "1. ", "---\n",
    "<b>", "</b>", "<div class='x'>", "</div>", "<svg><path d='M0 0'/></svg>", "| a | b |\n|-|-|\n",
    "* [ ] offen\n", "![](x.png)", "<details><summary>A</summary>", "ä", "😀", "* eins\n* zwei\n",
)  # fmt: skip
IS_FRESH = """(html => {
    const parse = html => new DOMParser().parseFromString(html, 'text/html');
    const tidy = main => parse(main.outerHTML.replace(/>\\s+</g, '><')).querySelector('main');
    const fresh = parse(html).querySelector('main');
    return tidy(document.querySelector('main')).isEqualNode(tidy(fresh));
})"""


@pytest.mark.parametrize("seed", [5, 12])
def test_random_patches_lead_to_the_same_page_as_a_fresh_one(shown, qtbot, seed):
    rng = random.Random(seed)
    window, view = shown("Oben\n\n* eins\n* zwei\n\n" + "* Punkt\n  * tiefer\n" * 9 + "\nUnten\n")
    for _ in range(60):
        text = window.session.text
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice((0, 0, 0, 1, 3, 12)))
        edit = Edit(start, end, rng.choice(PIECES))
        with qtbot.waitSignal(window.preview_patched):
            if not window.session.apply([edit], "x"):
                window.workspace.preview_sync.request()
        fresh = json.dumps(write_html(view._shown))
        assert script(qtbot, view, f"{IS_FRESH}({fresh})"), window.session.text


def test_no_request_leaves_the_machine(shown, qtbot, server, tmp_path):
    (tmp_path / "secret.txt").write_text("geheim")
    _, view = shown(
        f"![a]({server}/img.png)"
        f' <img src="{server}/raw.png" srcset="{server}/set.png 2x">'
        f' <iframe src="{server}/frame"></iframe>\n\n'
        f'<link rel="stylesheet" href="{server}/style.css">'
        f'<style>@import "{server}/import.css"; body {{ background: url({server}/bg.png) }}'
        "</style>\n\n"
        f'<script>fetch("{server}/script")</script>'
        f'<img src="x" onerror="fetch(\'{server}/handler\')">'
        f'<video src="{server}/video"></video>\n\n'
        f'<object data="{server}/object"></object><embed src="{server}/embed">'
        f'<p style="background:url({server}/inline.png)">p</p>\n\n'
        f'<meta http-equiv="refresh" content="0;url={server}/refresh">'
        f'<form action="{server}/form"><input type=submit></form>\n\n'
        "<img src='file:///etc/hostname'> <img src='secret.txt'>\n"
    )
    qtbot.wait(600)
    assert Counter.hits == []
    images = script(qtbot, view, "[...document.images].map(i => [i.naturalWidth, i.naturalHeight])")
    assert len(images) == 5
    # 800 x 120 is the sign for a missing picture
    assert [size for size in images if size[0] != 0 and size != [800, 120]] == []
    forbidden = "script, iframe, object, embed, link, form"
    assert script(qtbot, view, f"document.querySelectorAll('{forbidden}').length") == 0


def test_javascript_of_the_page_is_off(shown, qtbot):
    _, view = shown("Text\n")
    title = script(qtbot, view, "document.title")
    script(
        qtbot,
        view,
        """document.body.innerHTML += '<img src=x onerror="document.title = 1">'
            + '<a id=a href="javascript:document.title=2">x</a>'; 1""",
    )
    script(qtbot, view, "document.querySelector('#a').click(); 1")
    qtbot.wait(200)
    assert script(qtbot, view, "document.title") == title


def test_links_are_shown_not_followed(shown, qtbot):
    window, view = shown("[weg](https://w.example/x) [neu](https://n.example){target=_blank}\n")
    script(qtbot, view, "document.querySelector('a').click(); 1")
    qtbot.waitUntil(lambda: window.bar.text == "https://w.example/x")
    assert view.url() == QUrl("preview://page/")


class Opener(QObject):
    """Stands in for the programs that the desktop would start."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def note(self, url):
        self.opened.append(url)


@pytest.fixture
def opener():
    stand_in = Opener()
    for scheme in ("mailto", "tel", "ttps", "https"):
        QDesktopServices.setUrlHandler(scheme, stand_in, "note")
    yield stand_in
    for scheme in ("mailto", "tel", "ttps", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_no_other_program_is_started(shown, qtbot, opener):
    """Addresses of other programs would leave the engine by a door of its own."""
    _, view = shown("[m](mailto:a@b.example) [t](tel:123) [x](ttps://c.example)\n")
    for number in range(3):
        script(qtbot, view, f"document.querySelectorAll('main a')[{number}].click(); 1")
        script(
            qtbot, view, f"location.href = document.querySelectorAll('main a')[{number}].href; 1"
        )
    qtbot.wait(300)
    assert opener.opened == []
    assert view.url() == QUrl("preview://page/")


def test_the_preview_follows_the_event_that_is_chosen(shown, qtbot):
    window, view = shown()
    window.workspace.show_page("event")
    window.workspace.middle.events.select(4)
    qtbot.waitUntil(lambda: script(qtbot, view, "scrollY") > 0)


def test_windows_open_and_close_again_and_again(make_window, qtbot):
    for _ in range(50 if EVERYTHING else 8):
        window = make_window(preview=True)
        window.open_sample()
        qtbot.waitUntil(lambda window=window: window.workspace.pane.view is not None)
        window.close()
        assert window.workspace.pane.view is None
        window.deleteLater()
        qtbot.wait(5)


def test_without_webengine_there_is_a_plain_preview(make_window, qtbot, monkeypatch):
    monkeypatch.setattr(pane, "make_view", PlainView)
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched):
        window.open_sample()
    assert "Frühjahrsputz" in window.workspace.pane.view.toPlainText()
    window.workspace.show_page("head")
    with qtbot.waitSignal(window.preview_patched):
        type_into(window.workspace.head.fields["author"].line, "Ö")
    window.workspace.pane.view.show_position(len(window.session.text) - 5)
    assert "simpl" in window.status.engine.text()


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [
        ("abc", "abc", (3, 0, [])),
        ("abc", "ac", (1, 1, [])),
        ("", "ab", (0, 0, ["a", "b"])),
        ("aa", "aaa", (2, 0, ["a"])),
        ("abc", "xbz", (0, 3, ["x", "b", "z"])),
    ],
)
def test_the_difference_is_one_range(old, new, steps):
    assert find_difference(list(old), list(new)) == steps


def test_a_page_loaded_again_has_what_was_typed(shown, qtbot):
    window, view = shown("Eins\n")
    with qtbot.waitSignal(window.preview_patched):
        window.session.apply([Edit(4, 4, " zwei")], "")
    view.page().triggerAction(view.page().WebAction.Reload)
    qtbot.waitUntil(lambda: "Eins zwei" in blocks(qtbot, view))
    with qtbot.waitSignal(window.preview_patched):
        window.session.apply([Edit(9, 9, " drei")], "")
    qtbot.waitUntil(lambda: "Eins zwei drei" in blocks(qtbot, view))


def test_the_page_comes_back_when_its_process_dies(shown, qtbot):
    _, view = shown("Eins\n")
    with qtbot.waitSignal(view.renderProcessTerminated):
        os.kill(view.page().renderProcessPid(), signal.SIGKILL)
    qtbot.wait(500)
    qtbot.waitUntil(lambda: "Eins" in blocks(qtbot, view))


def test_the_message_bar_shows_markup_as_text(make_window):
    bar, markup = make_window().bar, "<h1>groß</h1><img src='/etc/x.png'>"
    bar.say(markup)
    [label] = [label for label in bar.findChildren(QLabel) if label.text() == markup]
    assert label.textFormat() == Qt.TextFormat.PlainText
    bar.say("https://" + "a" * 5000)
    assert bar.minimumSizeHint().width() < 600


def test_the_toolbar_is_set_off_from_the_window(qtbot):
    """The line below it comes from the style sheet."""
    appearance().start(QApplication.instance())
    appearance().finish()
    holder, toolbar = QWidget(), PreviewToolbar()
    appearance().dress(holder)
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 8)
    column.addWidget(toolbar)
    holder.show()
    picture, bottom = holder.grab().toImage(), toolbar.height() - 1
    window_color = picture.pixelColor(1, picture.height() - 1)
    assert picture.pixelColor(1, bottom) not in (window_color, picture.pixelColor(1, 1))
