"""Forms by themselves: what is shown, what is written, and that showing never writes."""

import re

import pytest
from editor.ui.forms.entry_table import EntryTable
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.corpus import EDGES
from helpers.qt_input import leave, type_into
from helpers.widgets import button_named, field_labelled, hint_below

PAGE = """---
title: "Eins"
author: Zwei
date: '2026-02-09T08:00:00+02:00'
excerpt: kurz
topic: eigenes
images:
- imgname: a.jpg
  attribution: Foto von [Ada](https://a.example) auf [Pexels](https://p.example/1)
type: blog
flag: false
people:
- name: A
  role: B
tags: [x, y]
---

## Termine
* Montag, 02.03.2026, 19 Uhr, irgendwo, **Loser Termin**
* Dienstag, 03.03.2026, 10:00-11:00, online: **Fester Termin**
  * https://f.example
* Regelmäßige Treffen
  * Ulm: jeden Mittwoch, 19:00, Haus: **OK Lab Ulm**

## Fristen
* [Preis](https://p.example), Einreichungen bis 11.03.2026
"""


@pytest.fixture
def page(window, tmp_path):
    def open_(text=PAGE, profile="newsletter"):
        path = tmp_path / "a.md"
        path.write_bytes(text.encode())
        window.open_path(path)
        window.session.set_profile(window.session.registry.named(profile))
        return window

    return open_


def changed_lines(window):
    """The lines of the text that the page did not have."""
    before, after = PAGE.splitlines(), window.session.text.splitlines()
    return [line for line in after if line not in before]


def show_event(window, row):
    """Show an event; returns its fields."""
    window.workspace.show_page("event")
    window.workspace.middle.events.select(row)
    return window.workspace.middle.events.fields


def test_known_and_unknown_fields_are_shown(page):
    window = page()
    window.workspace.show_page("head")
    head = window.workspace.head
    assert set(head.fields) >= {"title", "author", "date", "topic", "flag", "tags"}
    assert head.fields["topic"].box.currentText() == "eigenes"
    texts = [button.text() for button in head.findChildren(QPushButton)]
    assert "+ Add an entry" in texts
    assert head.fields["people.0.role"].line.text() == "B"


def test_a_wrong_offset_is_shown_and_corrected(page, qtbot):
    window = page()
    window.workspace.show_page("head")
    field = window.workspace.head.fields["date"]
    assert "+02:00 here, +01:00 in Berlin" in field.offset.text()
    field.mend.click()
    assert changed_lines(window) == ["date: '2026-02-09T08:00:00+01:00'"]
    qtbot.waitUntil(lambda: not field.mend.isVisible())
    field.day.setDate(QDate(2026, 7, 6))
    assert changed_lines(window) == ["date: '2026-07-06T08:00:00+02:00'"]


def test_a_date_without_time_stays_one(page):
    window = page(PAGE.replace("'2026-02-09T08:00:00+02:00'", "2026-02-09"))
    window.workspace.show_page("head")
    window.workspace.head.fields["date"].day.setDate(QDate(2026, 2, 10))
    assert "date: 2026-02-10\n" in window.session.text


def test_flags_choices_and_lists_are_written(page):
    window = page()
    window.workspace.show_page("head")
    window.workspace.head.fields["flag"].box.click()
    type_into(window.workspace.head.fields["topic"].box.lineEdit(), "labs")
    tags = window.workspace.head.fields["tags"]
    tags.list.setCurrentRow(0)
    button_named(tags, "Move the entry down").click()
    tags.list.item(0).setText("zett")
    button_named(tags, "Add an entry").click()
    tags.list.setCurrentRow(1)
    button_named(tags, "Remove the entry").click()
    assert changed_lines(window) == ["topic: labs", "flag: true", "tags: [zett, new]"]


def test_a_missing_field_is_added_in_its_place(page):
    window = page(PAGE.replace("author: Zwei\n", ""))
    window.workspace.show_page("head")
    author = window.workspace.head.fields["author"]
    assert hint_below(author).property("problem") is True
    type_into(author.line, "Ö")
    assert 'title: "Eins"\nauthor: "Ö"\ndate' in window.session.text


def test_multi_line_text_is_typed_with_umlauts(page):
    window = page()
    window.workspace.show_page("head")
    type_into(window.workspace.head.fields["excerpt"].area, "Größe\nzwei")
    assert changed_lines(window) == ['excerpt: "Größe\\nzwei"']


def test_the_attribution_is_written_in_its_form(page, qtbot):
    window = page()
    window.workspace.show_page("image")
    attribution = window.workspace.image.attribution
    type_into(attribution.parts["author"], "Größe & Co")
    type_into(window.workspace.image.alt, "Ein Bild")
    assert changed_lines(window) == [
        '  alt: "Ein Bild"',
        "  attribution: Foto von [Größe & Co](https://a.example) auf [Pexels](https://p.example/1)",
    ]
    type_into(attribution.line, "ganz anders")
    qtbot.waitUntil(lambda: "none of the known forms" in attribution.line_hint.text())
    assert not attribution.parts["author"].isVisible()


@pytest.mark.parametrize(
    "line", ["Own photo", "Own photo (Ada)", "Eigene Aufnahme", "Eigene Aufnahme (Ada)"]
)
def test_an_own_photo_has_one_part(page, line):
    window = page(re.sub("(?<=attribution: ).*", line, PAGE))
    window.workspace.show_page("image")
    parts = window.workspace.image.attribution.parts
    assert [name for name, field in parts.items() if field.isVisible()] == ["own"]
    type_into(parts["own"], "Bo")
    assert changed_lines(window) == [f"  attribution: {line.partition(' (')[0]} (Bo)"]


def test_an_image_is_described_where_there_is_none_yet(page):
    window = page("---\ntitle: x\n---\n")
    window.workspace.show_page("image")
    type_into(window.workspace.image.alt, "Ö")
    assert 'images:\n- alt: "Ö"\n' in window.session.text
    type_into(window.workspace.image.name, "a.jpg")
    assert 'imgname: "a.jpg"' in window.session.text


def test_a_loose_event_is_shown_without_being_written(page):
    window = page()
    fields = show_event(window, 0)
    assert fields.title.text() == "Loser Termin"
    assert fields.start_time.text() == "19:00"
    assert fields.where.venue.text() == "irgendwo"
    assert "None yet" in fields.band.entry.text()
    leave(fields.title)
    assert window.session.text == PAGE


def test_half_typed_times_wait(page):
    window = page()
    fields = show_event(window, 1)
    for typed in ("9:", "25:00", "1x"):
        type_into(fields.start_time, typed)
        assert window.session.text == PAGE
        leave(fields.start_time)
        assert fields.start_time.text() == typed
        assert f"“{typed}” is no time" in refusal_below(fields, fields.start_time)
        assert window.session.text == PAGE
    type_into(fields.start_time, "25:00")
    assert "19:30" in fields.band.trouble.text()
    type_into(fields.start_time, "9:15")
    assert refusal_below(fields, fields.start_time) is None
    leave(fields.start_time)
    assert fields.start_time.text() == "09:15"
    [line] = changed_lines(window)
    assert line.startswith("* Dienstag, 03.03.2026, 09:15-11:00, online: **Fester Termin** <a ")


def test_all_day_and_several_days(page, qtbot):
    window = page()
    fields = show_event(window, 1)
    fields.all_day.click()
    fields.end_day.setDate(QDate(2026, 3, 5))
    assert (
        "* Dienstag, 03.03.2026, bis Donnerstag, 05.03.2026, online: **Fester Termin**"
        in window.session.text
    )
    qtbot.waitUntil(lambda: "all day" in fields.band.entry.text())
    assert "05.03.2026" in fields.band.entry.text()
    fields.start_day.setDate(QDate(2026, 3, 10))
    assert "* Dienstag, 10.03.2026, online: **Fester Termin**" in window.session.text


def test_an_end_before_the_start_is_pointed_out(page, qtbot):
    window = page()
    fields = show_event(window, 1)
    type_into(fields.end_time, "9:00")
    qtbot.waitUntil(lambda: "ends before it begins" in fields.band.trouble.text())


def test_an_empty_title_is_not_written(page):
    window = page()
    fields = show_event(window, 1)
    type_into(fields.title, "")
    assert "needs a title" in fields.band.trouble.text()
    assert window.session.text == PAGE


def test_place_online_and_both(page):
    window = page()
    fields = show_event(window, 1)
    fields.where.on_site.click()
    type_into(fields.where.venue, "Haus, Weg 1, 04103 Leipzig")
    assert "11:00, Haus, Weg 1, 04103 Leipzig: **Fester" in window.session.text
    fields.where.both.click()
    assert "04103 Leipzig und auch online: **Fester" in window.session.text
    fields.where.online.click()
    assert "11:00, online: **Fester" in window.session.text


def test_events_are_moved_and_the_selection_follows(page):
    window = page()
    fields = show_event(window, 1)
    window.workspace.middle.events.listing.up_button.click()
    assert fields.title.text() == "Fester Termin"
    assert window.workspace.middle.events.listing.table.currentIndex().row() == 0
    assert window.session.text.index("Fester") < window.session.text.index("Loser")
    window.workspace.middle.events.listing.down_button.click()
    assert window.session.text == PAGE


def test_meetings_and_deadlines_are_edited_as_text(page):
    window = page()
    for form, words, new_words in (
        (window.workspace.middle.meetings, "jeden Mittwoch", "jeden Freitag"),
        (window.workspace.middle.deadlines, "11.03.2026", "12.03.2026"),
    ):
        window.workspace.middle.setCurrentWidget(form)
        text = form.raw.area.toPlainText()
        assert words in text
        type_into(form.raw.area, text.replace(words, new_words))
    assert "Ulm: jeden Freitag, 19:00" in window.session.text
    assert "bis 12.03.2026" in window.session.text
    window.workspace.middle.deadlines.listing.remove_button.click()
    assert "Preis" not in window.session.text


def test_the_sign_stands_for_the_link(window):
    window.open_sample()
    window.workspace.middle.setCurrentWidget(window.workspace.middle.meetings)
    before = window.session.text
    area = window.workspace.middle.meetings.raw.area
    assert "📅" in area.toPlainText()
    assert "base64" not in area.toPlainText()
    type_into(area, area.toPlainText().replace("19:00", "20:00"))
    assert window.session.text == before.replace("Mittwoch, 19:00-22:00", "Mittwoch, 20:00-22:00")


def test_the_table_model_is_sound(page):
    window = page()
    events = window.workspace.middle.events
    # checks every change of the model; what is wrong is a warning, and so fails the test
    tester = QAbstractItemModelTester(
        events.listing.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    window.workspace.show_page("event")
    events.add_entry()
    assert events.listing.model.rowCount() == 3
    events.remove_entries()
    assert events.listing.model.rowCount() == 2
    window.session.stack.undo()
    assert tester.model().rowCount() == 3
    assert EntryTable("event").rowCount() == 0


@pytest.mark.parametrize("name", EDGES)
def test_every_page_shows_every_edge_file_and_writes_nothing(window, tmp_path, name):
    path = tmp_path / "a.md"
    path.write_bytes(EDGES[name])
    assert window.open_path(path)
    for form in window.workspace.middle.pages.values():
        window.workspace.middle.setCurrentWidget(form)
        QApplication.processEvents()
    assert window.session.stack.count() == 0


def test_tab_leaves_the_text_fields(page, qtbot):
    window = page()
    window.activateWindow()
    notes = show_event(window, 1).notes
    notes.setFocus()
    assert notes.hasFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Tab)
    assert not notes.hasFocus()
    assert window.session.text == PAGE


def test_notes_keep_caret_and_words_while_typing(page):
    window = page()
    fields = show_event(window, 1)
    type_into(fields.notes, " vorn\n\nZeile 2")
    assert fields.notes.toPlainText() == " vorn\n\nZeile 2"
    assert changed_lines(window)[1:] == ["  * vorn", "  * Zeile 2"]


def turn_wheel(widget):
    wheel = QWheelEvent(
        QPointF(5, 5),
        widget.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, wheel)


def test_the_wheel_changes_no_field_that_nobody_entered(page):
    window = page()
    fields = show_event(window, 1)
    fields.title.setFocus()
    window.workspace.show_page("head")
    for field in (
        fields.start_day,
        field_labelled(window.workspace.head, "Kind of page"),
        window.workspace.head.fields["topic"].box,
        window.workspace.head.fields["date"].day,
    ):
        turn_wheel(field)
    assert window.session.text == PAGE
    assert window.session.profile.name == "newsletter"


def test_a_half_typed_date_counts_when_saving(page):
    window = page(PAGE.replace("+02:00", "+01:00"))
    window.activateWindow()
    window.workspace.show_page("head")
    day = window.workspace.head.fields["date"].day
    QApplication.processEvents()
    day.setFocus()
    day.selectAll()
    for char in "16.2.":
        QTest.keyClick(day, char)
    assert window.files.save()
    assert "2026-02-16T08:00:00+01:00" in window.session.path.read_text()


def test_remove_acts_on_the_entry_in_the_field(window):
    window.open_sample()
    window.workspace.middle.setCurrentWidget(window.workspace.middle.meetings)
    window.workspace.middle.meetings.select(1)
    before = window.session.text
    type_into(window.workspace.middle.meetings.raw.area, "")
    window.workspace.middle.meetings.listing.remove_button.click()
    assert "Code for Münster" not in window.session.text
    assert "Code for Cologne" in window.session.text
    assert "OK Lab Leipzig" in window.session.text
    while window.session.stack.canUndo():
        window.session.stack.undo()
    assert window.session.text == before


def test_an_address_makes_an_online_event_both(page, qtbot):
    window = page()
    fields = show_event(window, 1)
    fields.where.on_site.click()
    assert "needs an address" in fields.band.trouble.text()
    assert "place" not in fields.refusals  # the address is about to be typed
    fields.where.on_site.setFocus()
    fields.where.venue.setFocus()
    fields.where.on_site.setFocus()
    fields.title.setFocus()
    qtbot.waitUntil(lambda: window.app_bar.problems.text() == "A field to fix")
    assert fields.where.on_site.isChecked()  # what was chosen stays
    fields.where.venue.setFocus()
    assert window.session.text == PAGE
    fields.where.online.click()
    type_into(fields.where.venue, "Rathaus, Markt 1")
    assert fields.where.both.isChecked()
    assert "11:00, Rathaus, Markt 1 und auch online: **Fester" in window.session.text
    fields.where.online.click()
    assert "Rathaus" not in window.session.text
    assert fields.where.street.text() or fields.where.venue.text()  # for who changes their mind
    fields.where.both.click()
    assert "11:00, Rathaus, Markt 1 und auch online: **Fester" in window.session.text


def refusal_below(fields, widget):
    """What stands directly below a framed field; None where it is not framed."""
    if not widget.property("problem"):
        return None
    labels = [label for framed, label in fields.refusals._labels.values() if framed is widget]
    (label,) = labels
    QApplication.processEvents()
    assert label.isVisible()
    gap = label.mapTo(fields, QPoint()).y() - widget.mapTo(fields, QPoint(0, widget.height())).y()
    assert 0 <= gap < 30
    viewport = fields.owner.viewport() if hasattr(fields.owner, "viewport") else None
    assert viewport is None or label.visibleRegion().boundingRect().height() > 0
    return label.text()


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("url", "codefor.de/berlin"),
        ("url", "mailto:x"),
        ("url", "https://a.example/mit leer"),
        ("title", ""),
        ("start_time", "24:00"),
        ("start_time", "25:99"),
        ("end_time", "abends"),
    ],
)
def test_what_is_refused_stays_in_its_field_with_the_reason_below(page, name, typed):
    window = page()
    fields = show_event(window, 1)
    line = getattr(fields, name)
    type_into(line, typed)
    leave(line)
    assert line.text() == typed
    assert refusal_below(fields, line).startswith("⚠ ")
    assert window.session.text == PAGE
    type_into(fields.where.venue, "Rathaus, Markt 1")
    leave(fields.where.venue)
    assert line.text() == typed, "another field does not take it away"


def test_a_pasted_title_is_trimmed_and_a_refused_one_stays(page):
    window = page()
    fields = show_event(window, 1)
    title = fields.title
    type_into(title, " Neuer Name ")
    leave(title)
    assert "**Neuer Name**" in window.session.text
    assert title.text() == "Neuer Name"
    type_into(title, "**fett**")
    leave(title)
    assert "**Neuer Name**" in window.session.text
    assert title.text() == "**fett**"
    assert refusal_below(fields, title)


def test_links_are_typed_without_complaints_that_stay(page):
    window = page()
    fields = show_event(window, 0)
    type_into(fields.url, "https://a.example/x")
    assert window.bar.text == ""
    assert fields.band.trouble.text() == ""
    assert "  * https://a.example/x" in window.session.text
    type_into(fields.url, "www.b.example")
    leave(fields.url)
    assert "  * https://www.b.example" in window.session.text


def test_all_day_can_be_taken_back(page):
    window = page()
    fields = show_event(window, 1)
    fields.all_day.click()
    assert "03.03.2026, online: **Fester" in window.session.text
    fields.all_day.click()
    assert "03.03.2026, 10:00-11:00, online: **Fester" in window.session.text


def test_the_first_event_comes_before_the_meetings(page):
    window = page()
    window.workspace.show_page("event")
    for _ in range(2):
        window.workspace.middle.events.remove_entries()
    window.workspace.middle.events.add_entry()
    assert window.session.text.index("Neuer Termin") < window.session.text.index("Regelmäßige")


def test_another_document_shows_a_page_it_has(page, tmp_path):
    window = page()
    window.workspace.middle.setCurrentWidget(window.workspace.middle.deadlines)
    other = tmp_path / "b.md"
    other.write_text("---\ntitle: x\ninclude_footer: true\n---\nText\n")
    window.open_path(other)
    assert window.workspace.middle.currentWidget() is window.workspace.head


def test_a_narrow_window_cuts_nothing_off(page):
    window = page()
    window.resize(900, 600)
    for name, form in window.workspace.middle.pages.items():
        window.workspace.middle.setCurrentWidget(form)
        QApplication.processEvents()
        assert form.page.minimumSizeHint().width() <= form.viewport().width(), name


def test_a_calendar_link_is_one_thing_in_the_source(window, qtbot):
    window.open_sample()
    window.workspace.show_page("source")
    pane, text = window.workspace.source, window.session.text
    start = text.index("<a title")
    end = text.index("</a>", start) + 4
    pane.go_to(start)
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert pane.caret == end
    qtbot.keyClick(pane, Qt.Key.Key_Left)
    assert pane.caret == start
    pane.go_to(end)
    qtbot.keyClick(pane, Qt.Key.Key_Backspace)
    assert window.session.text == text
    assert pane.textCursor().hasSelection()
    qtbot.keyClick(pane, Qt.Key.Key_Backspace)
    assert window.session.text == text[:start] + text[end:]
    window.session.stack.undo()
    assert window.session.text == text


def test_a_no_break_space_in_the_notes_is_kept_and_does_not_move_the_caret(page):
    window = page()
    fields = show_event(window, 1)
    type_into(fields.notes, "10\u00a0Uhr da")
    assert changed_lines(window)[1:] == ["  * 10\u00a0Uhr da"]


def test_what_is_no_day_is_said_and_what_is_assumed_too(page, qtbot):
    window = page()
    fields = show_event(window, 1)
    before = window.session.text
    type_into(fields.start_day, "31.02.2026")
    leave(fields.start_day)
    qtbot.waitUntil(lambda: "31.02.2026" in fields.band.trouble.text())
    assert window.session.text == before
    type_into(fields.start_time, "18:00")
    type_into(fields.end_time, "")
    leave(fields.end_time)
    assert "the end is assumed" in fields.band.entry.text()
