"""What the preview's pane does beyond showing: places both ways, the inspector, views, ways out."""

import json
import re
import sys
from pathlib import Path

import pytest
from editor.app.document.renderer import Rendering
from editor.app.site.site import Site
from editor.core.base.edits import Edit
from editor.core.issue.issue import parse_issue
from editor.core.rendering.blocks import PageBlocks
from editor.core.rendering.omissions import find_omissions
from editor.core.rendering.page import render_body, render_page
from editor.ui.preview import page as pages
from editor.ui.preview.page import PagePosition
from editor.ui.preview.style_sheets import StyleSheetReader
from editor.ui.preview.view_factory import has_graphics_processor
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from helpers.browser import Counter, script
from helpers.corpus import OWN_ISSUES, REAL_ISSUES, SAMPLE, text_of
from helpers.qt_input import type_into


def element(selector):
    """Code for the first element of the page that a selector of CSS finds."""
    return f"document.querySelector({json.dumps(selector)})"


def strong_text(start):
    """Code for the first strong text of the page that begins so."""
    strong = "[...document.querySelectorAll('strong')]"
    return f"{strong}.find(strong => strong.textContent.startsWith({json.dumps(start)}))"


def send_mouse(qtbot, view, kind, target):
    """Let the page hear the mouse.

    Args:
        kind: "dblclick", "mouseover" or "mouseout".
        target: Code for an element of the page.
    """
    script(qtbot, view, f"{target}.dispatchEvent(new MouseEvent('{kind}', {{bubbles: true}})), 1")


def color_of_text(qtbot, view):
    return script(qtbot, view, "getComputedStyle(document.querySelector('p')).color")


# --- places ---------------------------------------------------------------------------------------


def test_every_line_of_real_issues_leads_to_the_page_and_back(shelf):
    total, lost = 0, []
    for path in [*OWN_ISSUES, *REAL_ISSUES[-8:]]:
        text = text_of(path)
        issue = parse_issue(text, shelf.choose(text, path))
        page = pages.Page(text, render_page(issue), Site(None, None), pages.PageLook())
        for item in re.finditer(r"^[ \t]*([*-] \S.*)$", text[issue.front.body :], re.MULTILINE):
            total += 1
            start, marker = (issue.front.body + item.start(group) for group in (0, 1))
            place = pages.find_place(page, start)
            line = text.count("\n", 0, marker)
            if place is None or text.count("\n", 0, pages.position_of_place(page, place)) != line:
                lost.append((path.name, line))
    assert total > (500 if REAL_ISSUES else 200)
    assert lost == []


@given(
    st.lists(st.sampled_from(["a", "b", "<ul>", "c"]), max_size=8),
    st.lists(st.sampled_from(["a", "b", "<ul>", "c"]), max_size=8),
)
def test_changes_lead_from_any_page_to_any_other(old, new):
    first, gone, new_blocks = pages.find_difference(old, new)
    assert old[:first] + new_blocks + old[first + gone :] == new


def change_between(old, new):
    """The change of the page between two texts."""
    return pages.find_change(*(render_body(parse_issue(text)) for text in (old, new)))


def test_a_change_in_a_list_swaps_one_item():
    change = change_between("a\n\n* eins\n* zwei\n* drei\n", "a\n\n* eins\n* zwei!\n* drei\n")
    assert change[:3] == (1, 1, 1)
    assert "zwei!" in change.new[0]
    assert change_between("* a\n* b\n", "* a\n\n* b\n").inside == 0
    assert change_between("* a\n", "1. a\n").inside == -1


def test_typing_in_a_list_keeps_the_other_items_and_the_scroll(shown, qtbot):
    window, view = shown("Oben\n\n" + "".join(f"* Punkt {i}\n  * tiefer {i}\n" for i in range(60)))
    items = "[...document.querySelectorAll('main > .block > ul > li')]"
    script(
        qtbot, view, "scrollTo(0, 900); document.querySelectorAll('li').forEach(l => l.old = 1); 1"
    )
    at = window.session.text.index("Punkt 30")
    with qtbot.waitSignal(window.preview_patched):
        window.session.apply([Edit(at, at, "Neu ")], "x")
    assert script(qtbot, view, f"{items}.filter(item => !item.old).length") == 0
    assert script(qtbot, view, f"{items}[30].textContent").startswith("Neu Punkt 30")
    assert script(qtbot, view, "scrollY") == 900


def test_the_page_follows_the_caret_to_the_very_item(shown, qtbot):
    window, view = shown("Oben\n\n" + "".join(f"* Punkt {i}\n  * tiefer {i}\n" for i in range(80)))
    window.workspace.show_page("source")
    window.workspace.source.setFocus()
    window.workspace.source.go_to(window.session.text.index("tiefer 70"))
    is_visible = """(() => {
        const items = [...document.querySelectorAll('li')]
        const item = items.find(item => item.textContent.trim() === 'tiefer 70')
        const area = item.getBoundingClientRect()
        return area.top > 0 && area.bottom < innerHeight
    })()"""
    qtbot.waitUntil(lambda: script(qtbot, view, is_visible))


def test_typing_far_from_what_is_seen_moves_the_page_only_there(shown, qtbot):
    window, view = shown("Oben\n\n" + "Absatz.\n\n" * 100 + "Ende\n")
    window.workspace.show_page("source")
    window.workspace.source.setFocus()
    window.workspace.source.go_to(2)
    script(qtbot, view, "scrollTo(0, 0); 1")
    with qtbot.waitSignal(window.preview_patched):
        type_into(window.workspace.source, "x")
    assert script(qtbot, view, "scrollY") == 0


def test_a_double_click_goes_to_the_source(shown, qtbot):
    window, view = shown("---\ntitle: T\n---\n\nEins\n\n* a\n* b\n  * tief\n")
    send_mouse(qtbot, view, "dblclick", element("li li"))
    qtbot.waitUntil(lambda: window.workspace.outline.current.page == "source")
    caret = window.workspace.source.textCursor().block().text()
    assert caret.strip() == "* tief"
    send_mouse(qtbot, view, "dblclick", element("h1"))
    qtbot.waitUntil(lambda: window.workspace.outline.current.page == "head")


def test_a_double_click_on_an_event_opens_its_form(shown, qtbot):
    window, view = shown()
    workspace = window.workspace
    send_mouse(qtbot, view, "dblclick", strong_text("Hackwochenende"))
    qtbot.waitUntil(workspace.middle.events.isVisible)
    qtbot.waitUntil(
        lambda: workspace.middle.events.fields.title.text() == "Hackwochenende Offener Nahverkehr"
    )
    send_mouse(qtbot, view, "dblclick", strong_text("OK Lab Leipzig"))
    qtbot.waitUntil(workspace.middle.meetings.isVisible)
    qtbot.waitUntil(lambda: "OK Lab Leipzig" in workspace.middle.meetings.raw.area.toPlainText())


# --- the inspector --------------------------------------------------------------------------------


def test_a_calendar_link_is_shown_beside_its_line_and_saved(shown, qtbot, tmp_path, monkeypatch):
    window, view = shown()
    inspector = window.workspace.pane.inspector
    script(qtbot, view, "document.querySelector('a[download]').click(); 1")
    qtbot.waitUntil(inspector.isVisible)
    assert "Digitale Sprechstunde" in inspector.title.text()
    cells = [cell for row in inspector.rows() for cell in row]
    assert "11.03.2026, 17:00–18:30 (Europe/Berlin)" in cells
    assert "⚠" not in cells
    assert inspector.verdict.text().startswith("✓")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.ics"), ""))
    inspector.save_button.click()
    data = (tmp_path / "x.ics").read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR")
    assert b"Digitale Sprechstunde" in data
    assert "x.ics" in window.bar.text
    inspector.event_button.click()
    assert not inspector.isVisible()
    assert window.workspace.middle.events.fields.title.text() == "Digitale Sprechstunde für Vereine"


def test_what_line_and_entry_disagree_about_is_flagged(shown, qtbot):
    text = SAMPLE.read_text(encoding="utf-8").replace("17:00-18:30", "18:00-18:30", 1)
    window, view = shown(text)
    inspector = window.workspace.pane.inspector
    send_mouse(qtbot, view, "mouseover", element("a[download]"))
    qtbot.waitUntil(inspector.isVisible)
    assert inspector.verdict.text().startswith("⚠")
    assert [row[3] for row in inspector.rows() if row[0] == "When"] == ["⚠"]
    send_mouse(qtbot, view, "mouseout", element("a[download]"))
    qtbot.waitUntil(lambda: not inspector.isVisible())


def test_a_broken_link_is_a_sentence(shown, qtbot):
    window, view = shown('x <a href="data:text/calendar;base64,%%%">k</a>\n')
    script(qtbot, view, "document.querySelector('a').click(); 1")
    qtbot.waitUntil(lambda: "base64" in window.bar.text)


# --- views ----------------------------------------------------------------------------------------


def test_phone_dark_and_zoom(shown, qtbot):
    window, view = shown()
    pane = window.workspace.pane
    pane.toggle_phone()
    qtbot.waitUntil(lambda: script(qtbot, view, "innerWidth") <= 390)
    pane.toggle_phone()
    for wanted in ("dark", "light"):
        with qtbot.waitSignal(window.preview_patched):
            pane.toggle_dark()
        assert script(qtbot, view, "document.documentElement.className") == wanted
    window.workspace.zoom(10)
    assert view.zoomFactor() == 1.1
    assert pane.bar.original.text() == "110 %"
    window.workspace.zoom(0)
    assert view.zoomFactor() == 1.0


def test_words_are_found_in_the_page(shown, qtbot):
    window, _ = shown("Hier steht ein Wort, noch ein Wort.\n")
    pane = window.workspace.pane
    pane.find_in_page()
    type_into(pane.find_bar.words, "nirgends")
    qtbot.waitUntil(lambda: pane.find_bar.answer == "not found")
    type_into(pane.find_bar.words, "Wort")
    qtbot.waitUntil(lambda: pane.find_bar.answer == "1 of 2")
    pane.find_bar.find_next()
    qtbot.waitUntil(lambda: pane.find_bar.answer == "2 of 2")


def test_a_style_sheet_of_the_user_dresses_the_page(shown, qtbot, tmp_path, monkeypatch):
    window, view = shown("Text\n")
    css = tmp_path / "s.css"
    css.write_text("p { color: rgb(1, 2, 3) } </style><script>x</script>", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(css), ""))
    with qtbot.waitSignal(window.preview_patched):
        window.workspace.pane.looks.choose_css()
    assert color_of_text(qtbot, view) == "rgb(1, 2, 3)"
    assert script(qtbot, view, "document.querySelectorAll('script').length") == 0
    css.unlink()
    with qtbot.waitSignal(window.preview_patched):
        window.workspace.pane.apply_style()
    assert "s.css" in window.bar.text


def test_a_style_sheet_is_read_again_only_when_it_has_changed(tmp_path, monkeypatch):
    css, reader = tmp_path / "s.css", StyleSheetReader()
    css.write_text("p {}", encoding="utf-8")
    assert reader.read(css) == "p {}"
    with monkeypatch.context() as unreadable:
        unreadable.setattr(Path, "read_text", lambda *_, **__: 1 / 0)
        assert reader.read(css) == "p {}"
    css.write_text("p { color: red }", encoding="utf-8")
    assert reader.read(css) == "p { color: red }"


def test_the_sites_own_style_sheet_dresses_the_page(tmp_path, make_window, qtbot):
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p { color: rgb(4, 5, 6) }")
    (tmp_path / "a.md").write_text("Text\n")
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched):
        window.open_path(tmp_path / "a.md")
    with qtbot.waitSignal(window.preview_patched):
        window.session.set_profile(replace(window.session.profile, css="static/site.css"))
    assert color_of_text(qtbot, window.workspace.pane.view) == "rgb(4, 5, 6)"


# --- ways out -------------------------------------------------------------------------------------


def test_a_pdf_is_written(shown, qtbot, tmp_path, monkeypatch):
    window, _ = shown()
    target = tmp_path / "a.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.workspace.pane.page_output.save_pdf()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF-")
    qtbot.waitUntil(lambda: "a.pdf" in window.bar.text)


@pytest.fixture
def folded(make_window):
    """A window on the sample whose preview is folded."""
    window = make_window(preview=True)
    window.settings.keep(folded=("preview",))
    window.open_path(SAMPLE)
    return window


def test_an_engine_starts_when_its_pane_is_seen(folded, qtbot):
    QApplication.processEvents()
    QApplication.processEvents()
    assert folded.workspace.pane.view is None
    with qtbot.waitSignal(folded.preview_patched):
        folded.actions_by_name["toggle_preview"].trigger()
    assert folded.workspace.pane.shows(folded.session.text)
    sizes = folded.workspace.panes.sizes()
    assert all(sizes), sizes


def test_a_page_that_nobody_has_seen_becomes_a_pdf_too(folded, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "a.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    folded.workspace.pane.page_output.save_pdf()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "a.pdf" in folded.bar.text)
    assert not folded.workspace.pane.isVisible()


def test_a_page_is_not_written_before_it_is_there(folded, qtbot, tmp_path, monkeypatch):
    target, asked = tmp_path / "a.pdf", []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: asked.append(True) or (str(target), "")
    )
    folded.workspace.pane.page_output.save_pdf()
    folded.workspace.pane.page_output.save_pdf()  # impatient
    assert not asked
    qtbot.waitUntil(target.exists)
    assert asked == [True]


def test_a_page_that_waits_is_forgotten_with_its_document(folded, qtbot, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(True) or ("", ""))
    folded.workspace.pane.page_output.save_pdf()
    (tmp_path / "b.md").write_text("B\n")
    with qtbot.waitSignal(folded.preview_patched):
        folded.open_path(tmp_path / "b.md")
    assert not asked


def test_a_page_that_nobody_has_seen_goes_to_the_browser_too(folded, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url)) or True)
    folded.workspace.pane.page_output.open_in_browser()
    qtbot.waitUntil(lambda: bool(opened))
    assert "<body" in Path(opened[0].toLocalFile()).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("devices", "has_one"),
    [((), False), (("dri/card0",), False), (("dri/renderD128",), True), (("nvidia0",), True)],
)
def test_a_graphics_processor_is_a_device_of_linux(tmp_path, monkeypatch, devices, has_one):
    monkeypatch.setattr(sys, "platform", "linux")
    for device in devices:
        (tmp_path / device).parent.mkdir(exist_ok=True)
        (tmp_path / device).touch()
    assert has_graphics_processor(tmp_path) is has_one
    monkeypatch.setattr(sys, "platform", "darwin")
    assert has_graphics_processor(tmp_path)


def test_the_browser_gets_a_page_that_stands_alone(shown, monkeypatch):
    window, _ = shown()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url)) or True)
    window.workspace.pane.page_output.open_in_browser()
    page = Path(opened[0].toLocalFile()).read_text(encoding="utf-8")
    assert 'src="data:image/jpeg;base64,' in page
    assert "data-line" not in page
    assert not re.search(r'<img[^>]*src="/', page)


# --- what is not shown ----------------------------------------------------------------------------


def test_the_badge_says_what_is_not_shown(shown):
    window, _ = shown(
        "{{< figure a >}}\n\n"
        '[x]({{< ref "/y" >}})\n\n'
        '<iframe src="https://v.example"></iframe>\n\n'
        "<script>x</script>\n\n"
        "![i](https://i.example/i.png)\n"
    )
    words = window.status.engine.text()
    for part in ("the site (Hugo)", "2 shortcode", "1 embedded page", "1 script", "1 picture"):
        assert part in words


def test_a_shortcodes_address_is_explained(shown, qtbot):
    window, view = shown('[x]({{< ref "/ulm" >}})\n')
    script(qtbot, view, "document.querySelector('main a').click(); 1")
    qtbot.waitUntil(lambda: 'ref "/ulm"' in window.bar.text)


def test_remote_images_load_when_they_are_allowed(shown, server, qtbot):
    window, _ = shown(f'![a]({server}/a.png)\n\n<iframe src="{server}/frame"></iframe>\n')
    qtbot.waitUntil(lambda: "1 picture" in window.bar.text)
    qtbot.wait(300)
    assert Counter.hits == []
    window.workspace.pane.looks.allow_images()
    qtbot.waitUntil(lambda: Counter.hits == ["/a.png"])
    qtbot.wait(300)
    assert Counter.hits == ["/a.png"]
    with qtbot.waitSignal(window.preview_patched):
        window.open_path(SAMPLE)
    _, page = window.workspace.pane.shown_page()
    assert not page.look.remote_images


def test_places_that_are_gone_are_no_fault():
    empty = pages.Page("", PageBlocks(), Site(None, None), pages.PageLook())
    assert pages.find_place(empty, 3) is None
    assert pages.position_of_place(empty, PagePosition(5, 2, 7)) == 0
    assert pages.find_change(PageBlocks(), PageBlocks()) == (-1, 0, 0, [])


def test_a_click_after_pointing_keeps_every_row(shown, qtbot):
    window, view = shown()
    pane, inspector = window.workspace.pane, window.workspace.pane.inspector
    event = window.session.issue.events[1]
    _, page = pane.shown_page()
    place = pages.find_place(page, event.span.start)
    href = event.href.of(window.session.text)
    view.calendar_pointed.emit(place, href, False)
    qtbot.waitUntil(inspector.isVisible)
    height = inspector.height()
    assert height > 120
    view.calendar_pointed.emit(place, href, True)
    assert inspector.height() >= height
    qtbot.wait(50)
    assert len(inspector.rows()) >= 4
    headings = [label for label in inspector.findChildren(QLabel) if label.text() == "In the line"]
    assert [label.isVisible() for label in headings] == [True]


def test_another_width_keeps_the_place(shown, qtbot):
    window, view = shown("".join(f"## Teil {i}\n\n{'Wort ' * 60}\n\n" for i in range(40)))
    script(qtbot, view, "document.querySelectorAll('h2')[20].scrollIntoView(); 1")
    qtbot.wait(100)
    top = "[...document.querySelectorAll('h2')].findIndex(h => h.getBoundingClientRect().top > -5)"
    window.workspace.pane.toggle_phone()
    qtbot.waitUntil(lambda: script(qtbot, view, "innerWidth") < 420)
    qtbot.waitUntil(lambda: script(qtbot, view, top) in (20, 21))


def test_a_double_click_finds_the_word_and_the_picture(shown, qtbot):
    window, view = shown("Oben\n\nein Wort, zwei Wort, **drei** Wort und mehr\n")
    double_click = """(() => {
        const paragraph = document.querySelectorAll('p')[1], text = paragraph.lastChild
        getSelection().setBaseAndExtent(text, 1, text, 5)
        paragraph.dispatchEvent(new MouseEvent('dblclick', {bubbles: true}))
    })() || 1"""
    script(qtbot, view, double_click)
    source, third = window.workspace.source, window.session.text.index("Wort und")
    qtbot.waitUntil(source.isVisible)
    qtbot.waitUntil(lambda: source.textCursor().position() == third)
    window, view = shown()
    send_mouse(qtbot, view, "dblclick", element(".header-image img"))
    qtbot.waitUntil(window.workspace.image.isVisible)


def test_what_is_found_in_the_text_is_shown_on_the_page(shown, qtbot):
    window, view = shown("".join(f"Absatz {i}.\n\n" for i in range(200)) + "Nadel\n")
    window.workspace.find_words()
    type_into(window.workspace.find_bar.words, "Nadel")
    qtbot.waitUntil(lambda: script(qtbot, view, "scrollY") > 1000)


def test_a_missing_picture_says_so(shown, qtbot):
    window, view = shown("![x](/blog/fehlt.png)\n")
    qtbot.waitUntil(lambda: script(qtbot, view, "document.images[0].naturalHeight") == 120)
    assert "1 picture(s) that were not found" in window.status.engine.text()


def test_a_rendering_of_the_document_before_is_not_shown(window, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("Text\n", encoding="utf-8")
    window.open_path(path)
    issue = parse_issue("![x](https://x.example/a.png)\n")
    blocks = render_page(issue)
    earlier = window.workspace.pane.document - 1
    window.renderer.rendered.emit(Rendering(issue, blocks, find_omissions(issue, blocks), earlier))
    assert window.bar.text == ""
    assert window.workspace.pane.omitted is None
