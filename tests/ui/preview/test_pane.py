"""What the preview's pane does beyond showing: places both ways, the inspector, views, ways out."""

import json
import re
from pathlib import Path

from editor.app.document.renderer import Rendering
from editor.core.base.edits import Edit
from editor.ui.preview import page as pages
from editor.ui.preview.page import PagePosition
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel

from helpers.browser import Counter, script
from helpers.corpus import ISSUES, SAMPLE, needs_corpus, text_of
from helpers.qt_input import type_into


def hit(qtbot, view, what, code="document.querySelector('{}')"):
    """A double click on an element, as the page's listener hears it."""
    script(
        qtbot,
        view,
        f"{code.format(what)}.dispatchEvent(new MouseEvent('dblclick', {{bubbles: true}})), 1",
    )


# --- places ---------------------------------------------------------------------------------------


@needs_corpus
def test_every_line_of_real_issues_leads_to_the_page_and_back(shelf):
    from editor.app.site.site import Site
    from editor.core.issue.issue import parse_issue
    from editor.core.rendering.page import render_page

    lost = total = 0
    for path in ISSUES[-8:]:
        text = text_of(path)
        issue = parse_issue(text, shelf.choose(text, path))
        page = pages.Page(text, render_page(issue), Site(None, None), pages.PageLook())
        for match in re.finditer(r"^\s*[*-] \S.*$", text[issue.front.body :], re.MULTILINE):
            at = issue.front.body + match.start()
            place = pages.find_place(page, at)
            total += 1
            if place is None or text.count(
                "\n", 0, pages.position_of_place(page, place)
            ) != text.count("\n", 0, at + len(match[0]) - len(match[0].lstrip())):
                lost += 1
    assert total > 500
    assert lost == 0


@given(
    st.lists(st.sampled_from(["a", "b", "<ul>", "c"]), max_size=8),
    st.lists(st.sampled_from(["a", "b", "<ul>", "c"]), max_size=8),
)
def test_changes_lead_from_any_page_to_any_other(old, new):
    first, gone, put = pages.find_difference(old, new)
    assert old[:first] + put + old[first + gone :] == new


def test_a_change_in_a_list_swaps_one_item(shelf):
    from editor.core.issue.issue import parse_issue
    from editor.core.rendering.page import render_body

    def made(text):
        return render_body(parse_issue(text))

    change = pages.find_change(
        made("a\n\n* eins\n* zwei\n* drei\n"), made("a\n\n* eins\n* zwei!\n* drei\n")
    )
    assert change[:3] == (1, 1, 1) and "zwei!" in change.new[0]
    assert pages.find_change(made("* a\n* b\n"), made("* a\n\n* b\n")).inside in (0, -1)
    assert pages.find_change(made("* a\n"), made("1. a\n")).inside == -1


def test_typing_in_a_list_keeps_the_other_items_and_the_scroll(shown, qtbot):
    window, view = shown("Oben\n\n" + "".join(f"* Punkt {i}\n  * tiefer {i}\n" for i in range(60)))
    script(
        qtbot, view, "scrollTo(0, 900); document.querySelectorAll('li').forEach(l => l.old = 1); 1"
    )
    at = window.session.text.index("Punkt 30")
    with qtbot.waitSignal(window.preview_patched, timeout=10_000):
        window.session.apply([Edit(at, at, "Neu ")], "x")
    assert (
        script(
            qtbot,
            view,
            "[...document.querySelectorAll('main > .block > ul > li')].filter(l => !l.old).length",
        )
        == 1
    )
    assert script(
        qtbot, view, "document.querySelectorAll('main > .block > ul > li')[30].textContent"
    ).startswith("Neu Punkt 30")
    assert script(qtbot, view, "scrollY") == 900


def test_the_page_follows_the_caret_to_the_very_item(shown, qtbot):
    window, view = shown("Oben\n\n" + "".join(f"* Punkt {i}\n  * tiefer {i}\n" for i in range(80)))
    window.workspace.show_source()
    window.workspace.source.setFocus()
    window.workspace.source.go_to(window.session.text.index("tiefer 70"))
    visible = "(() => {const r = [...document.querySelectorAll('li')].find(l => l.textContent.trim() === 'tiefer 70').getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight})()"
    qtbot.waitUntil(lambda: script(qtbot, view, visible), timeout=5_000)


def test_typing_far_from_what_is_seen_moves_the_page_only_there(shown, qtbot):
    window, view = shown("Oben\n\n" + "Absatz.\n\n" * 100 + "Ende\n")
    window.workspace.show_source()
    window.workspace.source.setFocus()
    window.workspace.source.go_to(2)
    script(qtbot, view, "scrollTo(0, 0); 1")
    with qtbot.waitSignal(window.preview_patched, timeout=10_000):
        type_into(window.workspace.source, "x")
    assert script(qtbot, view, "scrollY") == 0


def test_a_double_click_goes_to_the_source(shown, qtbot):
    window, view = shown("---\ntitle: T\n---\n\nEins\n\n* a\n* b\n  * tief\n")
    hit(qtbot, view, "li li")
    qtbot.waitUntil(lambda: window.workspace.outline.current.page == "source", timeout=5_000)
    caret = window.workspace.source.textCursor().block().text()
    assert caret.strip() == "* tief"
    hit(qtbot, view, "h1")
    qtbot.waitUntil(lambda: window.workspace.outline.current.page == "head", timeout=5_000)


def test_a_double_click_on_an_event_opens_its_form(shown, qtbot):
    window, view = shown()
    hit(
        qtbot,
        view,
        "",
        "[...document.querySelectorAll('strong')].find(s => s.textContent.startsWith('Hackwochenende')){}",
    )
    qtbot.waitUntil(
        lambda: (
            window.workspace.events.isVisible()
            and window.workspace.events.fields.title.text() == "Hackwochenende Offener Nahverkehr"
        ),
        timeout=5_000,
    )
    hit(
        qtbot,
        view,
        "",
        "[...document.querySelectorAll('strong')].find(s => s.textContent === 'OK Lab Leipzig'){}",
    )
    qtbot.waitUntil(
        lambda: (
            window.workspace.meetings.isVisible()
            and "OK Lab Leipzig" in window.workspace.meetings.raw.area.toPlainText()
        ),
        timeout=5_000,
    )


# --- the inspector --------------------------------------------------------------------------------


def test_a_calendar_link_is_shown_beside_its_line_and_saved(shown, qtbot, tmp_path, monkeypatch):
    window, view = shown()
    inspector = window.workspace.pane.inspector
    script(qtbot, view, "document.querySelector('a[download]').click(); 1")
    qtbot.waitUntil(inspector.isVisible, timeout=5_000)
    assert "Digitale Sprechstunde" in inspector.title.text()
    cells = [cell for row in inspector.rows() for cell in row]
    assert "11.03.2026, 17:00–18:30 (Europe/Berlin)" in cells and "⚠" not in cells
    assert inspector.verdict.text().startswith("✓")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.ics"), ""))
    inspector.save_button.click()
    data = (tmp_path / "x.ics").read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR") and b"Digitale Sprechstunde" in data
    assert "x.ics" in window.bar.text
    inspector.event_button.click()
    assert (
        not inspector.isVisible()
        and window.workspace.events.fields.title.text() == "Digitale Sprechstunde für Vereine"
    )


def test_what_line_and_entry_disagree_about_is_flagged(shown, qtbot):
    text = SAMPLE.read_text(encoding="utf-8").replace("17:00-18:30", "18:00-18:30", 1)
    window, view = shown(text)
    inspector = window.workspace.pane.inspector
    script(
        qtbot,
        view,
        "document.querySelector('a[download]').dispatchEvent(new MouseEvent('mouseover', {bubbles: true})), 1",
    )
    qtbot.waitUntil(inspector.isVisible, timeout=5_000)
    assert inspector.verdict.text().startswith("⚠")
    assert [row[3] for row in inspector.rows() if row[0] == "When"] == ["⚠"]
    script(
        qtbot,
        view,
        "document.querySelector('a[download]').dispatchEvent(new MouseEvent('mouseout', {bubbles: true})), 1",
    )
    qtbot.waitUntil(lambda: not inspector.isVisible(), timeout=5_000)


def test_a_broken_link_is_a_sentence(shown, qtbot):
    window, view = shown('x <a href="data:text/calendar;base64,%%%">k</a>\n')
    script(qtbot, view, "document.querySelector('a').click(); 1")
    qtbot.waitUntil(lambda: "base64" in window.bar.text, timeout=5_000)


# --- views ----------------------------------------------------------------------------------------


def test_phone_dark_and_zoom(shown, qtbot):
    window, view = shown()
    pane = window.workspace.pane
    pane.toggle_phone()
    qtbot.waitUntil(lambda: script(qtbot, view, "innerWidth") <= 390, timeout=5_000)
    pane.toggle_phone()
    for wanted in ("dark", "light"):
        with qtbot.waitSignal(window.preview_patched, timeout=10_000):
            pane.toggle_dark()
        assert script(qtbot, view, "document.documentElement.className") == wanted
    window.workspace.zoom_in()
    assert view.zoomFactor() == 1.1 and pane.bar.original.text() == "110 %"
    window.workspace.zoom_normal()
    assert view.zoomFactor() == 1.0


def test_words_are_found_in_the_page(shown, qtbot):
    window, _ = shown("Hier steht ein Wort, noch ein Wort.\n")
    pane = window.workspace.pane
    pane.find_in_page()
    type_into(pane.find_bar.words, "nirgends")
    qtbot.waitUntil(lambda: pane.find_bar.answer == "not found", timeout=5_000)
    type_into(pane.find_bar.words, "Wort")
    qtbot.waitUntil(lambda: pane.find_bar.answer == "1 of 2", timeout=5_000)
    pane.find_bar.find_next()
    qtbot.waitUntil(lambda: pane.find_bar.answer == "2 of 2", timeout=5_000)


def test_a_style_sheet_of_the_user_dresses_the_page(shown, qtbot, tmp_path, monkeypatch):
    window, view = shown("Text\n")
    css = tmp_path / "s.css"
    css.write_text("p { color: rgb(1, 2, 3) } </style><script>x</script>", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(css), ""))
    with qtbot.waitSignal(window.preview_patched, timeout=10_000):
        window.workspace.pane.looks.choose_css()
    assert (
        script(qtbot, view, "getComputedStyle(document.querySelector('p')).color") == "rgb(1, 2, 3)"
    )
    assert script(qtbot, view, "document.querySelectorAll('script').length") == 0
    css.unlink()
    with qtbot.waitSignal(window.preview_patched, timeout=10_000):
        window.workspace.pane.apply_style()
    assert "s.css" in window.bar.text


def test_a_style_sheet_is_read_again_only_when_it_has_changed(tmp_path, monkeypatch):
    from editor.ui.preview.style_sheets import StyleSheetReader

    css, reader = tmp_path / "s.css", StyleSheetReader()
    css.write_text("p {}", encoding="utf-8")
    assert reader.read(css) == "p {}"
    with monkeypatch.context() as unreadable:
        unreadable.setattr(Path, "read_text", lambda *_, **__: 1 / 0)
        assert reader.read(css) == "p {}"
    css.write_text("p { color: red }", encoding="utf-8")
    assert reader.read(css) == "p { color: red }"


def test_the_sites_own_style_sheet_dresses_the_page(shelf, tmp_path, make_window, qtbot):
    from msgspec.structs import replace

    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p { color: rgb(4, 5, 6) }")
    (tmp_path / "a.md").write_text("Text\n")
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched, timeout=30_000):
        window.open_path(tmp_path / "a.md")
    with qtbot.waitSignal(window.preview_patched, timeout=10_000):
        window.session.set_profile(replace(window.session.profile, css="static/site.css"))
    assert (
        script(
            qtbot, window.workspace.preview, "getComputedStyle(document.querySelector('p')).color"
        )
        == "rgb(4, 5, 6)"
    )


# --- ways out -------------------------------------------------------------------------------------


def test_a_pdf_is_written(shown, qtbot, tmp_path, monkeypatch):
    window, _ = shown()
    target = tmp_path / "a.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.workspace.pane.page_output.save_pdf()
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF-")
    qtbot.waitUntil(lambda: "a.pdf" in window.bar.text, timeout=5_000)


def test_the_browser_gets_a_page_that_stands_alone(shown, monkeypatch):
    window, _ = shown()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url)) or True)
    window.workspace.pane.page_output.open_in_browser()
    page = Path(opened[0].toLocalFile()).read_text(encoding="utf-8")
    assert 'src="data:image/jpeg;base64,' in page and "data-line" not in page
    assert not re.search(r'<img[^>]*src="/', page)


# --- what is not shown ----------------------------------------------------------------------------


def test_the_badge_says_what_is_not_shown(shown, qtbot):
    window, _ = shown(
        '{{< figure a >}}\n\n[x]({{< ref "/y" >}})\n\n<iframe src="https://v.example"></iframe>\n\n<script>x</script>\n\n![i](https://i.example/i.png)\n'
    )
    words = window.status.engine.text()
    for part in ("markdown-it", "2 shortcode", "1 embedded page", "1 script", "1 image"):
        assert part in words


def test_a_shortcodes_address_is_explained(shown, qtbot):
    window, view = shown('[x]({{< ref "/ulm" >}})\n')
    script(qtbot, view, "document.querySelector('main a').click(); 1")
    qtbot.waitUntil(lambda: 'ref "/ulm"' in window.bar.text, timeout=5_000)


def test_remote_images_load_when_they_are_allowed(shown, server, qtbot):
    window, _ = shown(f'![a]({server}/a.png)\n\n<iframe src="{server}/frame"></iframe>\n')
    qtbot.waitUntil(lambda: "1 image" in window.bar.text, timeout=5_000)
    qtbot.wait(300)
    assert Counter.hits == []
    window.workspace.pane.looks.allow_images()
    qtbot.waitUntil(lambda: Counter.hits == ["/a.png"], timeout=10_000)
    qtbot.wait(300)
    assert Counter.hits == ["/a.png"]
    with qtbot.waitSignal(window.preview_patched, timeout=10_000):
        window.open_path(SAMPLE)
    assert not window.workspace.pane._page.look.remote_images


def test_places_that_are_gone_are_no_fault():
    from editor.app.site.site import Site

    empty = pages.Page("", [], Site(None, None), pages.PageLook())
    assert (
        pages.find_place(empty, 3) is None
        and pages.position_of_place(empty, PagePosition(5, 2, 7)) == 0
    )
    assert json.dumps(pages.find_change([], [])) == "[-1, 0, 0, []]"


def test_a_click_after_pointing_keeps_every_row(shown, qtbot):
    window, _ = shown()
    pane = window.workspace.pane
    event = window.session.issue.events[1]
    at = pages.find_place(pane._page, event.span.start)
    href = event.href.of(window.session.text)
    pane._on_calendar(at, href, False)
    qtbot.waitUntil(pane.inspector.isVisible)
    before = pane.inspector.height()
    pane._on_calendar(at, href, True)
    assert pane.inspector.height() >= before > 120
    qtbot.wait(50)
    assert len(pane.inspector.rows()) >= 4 and all(
        label.isVisible()
        for label in pane.inspector.findChildren(QLabel)
        if label.text() == "In the line"
    )


def test_another_width_keeps_the_place(shown, qtbot):
    window, view = shown("".join(f"## Teil {i}\n\n{'Wort ' * 60}\n\n" for i in range(40)))
    script(qtbot, view, "document.querySelectorAll('h2')[20].scrollIntoView(); 1")
    qtbot.wait(100)
    top = "[...document.querySelectorAll('h2')].findIndex(h => h.getBoundingClientRect().top > -5)"
    window.workspace.pane.toggle_phone()
    qtbot.waitUntil(lambda: script(qtbot, view, "innerWidth") < 420, timeout=5_000)
    qtbot.waitUntil(lambda: script(qtbot, view, top) in (20, 21), timeout=5_000)


def test_a_double_click_finds_the_word_and_the_picture(shown, qtbot):
    window, view = shown("Oben\n\nein Wort, zwei Wort, **drei** Wort und mehr\n")
    pick = "const p = document.querySelectorAll('p')[1], t = p.lastChild; getSelection().setBaseAndExtent(t, 1, t, 5); p.dispatchEvent(new MouseEvent('dblclick', {bubbles: true})); 1"
    script(qtbot, view, pick)
    third = window.session.text.index("Wort und")
    qtbot.waitUntil(
        lambda: (
            window.workspace.source.isVisible()
            and window.workspace.source.textCursor().position() == third
        ),
        timeout=5_000,
    )
    sample, view = shown()
    script(
        qtbot,
        view,
        "document.querySelector('.header-image img').dispatchEvent(new MouseEvent('dblclick', {bubbles: true})); 1",
    )
    qtbot.waitUntil(lambda: sample.workspace.image.isVisible(), timeout=5_000)


def test_what_is_found_in_the_text_is_shown_on_the_page(shown, qtbot):
    window, view = shown("".join(f"Absatz {i}.\n\n" for i in range(200)) + "Nadel\n")
    window.workspace.find_words()
    type_into(window.workspace.find_bar.words, "Nadel")
    qtbot.waitUntil(lambda: script(qtbot, view, "scrollY") > 1000, timeout=5_000)


def test_a_missing_picture_says_so(shown, qtbot):
    window, view = shown("![x](/blog/fehlt.png)\n")
    qtbot.waitUntil(
        lambda: script(qtbot, view, "document.images[0].naturalHeight") == 120, timeout=5_000
    )
    assert "1 image(s) that were not found" in window.status.engine.text()


def test_a_rendering_of_the_document_before_is_not_shown(window, tmp_path):
    from editor.core.issue.issue import parse_issue
    from editor.core.rendering.omissions import find_omissions
    from editor.core.rendering.page import render_page

    path = tmp_path / "a.md"
    path.write_text("Text\n", encoding="utf-8")
    window.open_path(path)
    issue = parse_issue("![x](https://x.example/a.png)\n")
    blocks = render_page(issue)
    earlier = window.workspace.pane.document - 1
    window.renderer.rendered.emit(Rendering(issue, blocks, find_omissions(issue, blocks), earlier))
    assert window.bar.text == "" and window.workspace.pane.omitted is None
