"""An editor's half day with events, through real widgets.

Forms, pasted lines, calendars, saved pages, and the way back: every step can be undone, what is
written reads back, and nothing of the text is touched that was not meant.
"""

import json
from datetime import date, time

import msgspec
import pytest
from editor.app.services.gazetteer_loading import load_gazetteer
from editor.core.base.edits import Edit
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import decode_link, encode_link, read_identity
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import calendar_hrefs
from editor.core.places.gazetteer import Gazetteer, Venue
from editor.ui.dialogs.import_dialog import ImportDialog
from editor.ui.dialogs.refresh_dialog import RefreshDialog
from editor.ui.forms.entry_table import MARK
from editor.ui.forms.rule_kinds import MONTHS, ODD_WEEKS
from PySide6.QtCore import QDate, QMimeData, QModelIndex, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog

from helpers.browser import Counter
from helpers.corpus import OWN_ISSUES, SEEDS
from helpers.qt_input import leave, type_into

PAGE = """---
title: "Los – Out in the Open Januar 2026"
author: A
date: '2026-02-09T08:00:00+01:00'
excerpt: E
---

## Veranstaltungen
* Mittwoch, 04.03.2026, 10:00-11:30, online: **Alt**
  * https://alt.example
* Freitag, 27.02.2026, 19:00, online: **Früher**
* Regelmäßige OKLab-Treffen
  * Neuenburg: jeden zweiten Montag, 18:00, online
  * Leipzig: jeden. Mittwoch, 19:00-22:00, Haus, Weg 1, 04109 Leipzig

Ende.
"""

PASTED = """4. April 2026, 19 Uhr, Bürgerhaus, Marktplatz 1, 50667 Köln: Datenabend
* Sonntag, 05.04.2026, online: **Ostertreffen**
  * https://ostern.example
6.4.2026, 10-12 Uhr: Frühstück
"""


def calendar(*events):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


THREE = calendar(
    [
        "UID:1@x",
        "SUMMARY:Eins",
        "DTSTART:20260410T170000Z",
        "DTEND:20260410T190000Z",
        "LOCATION:Haus\\, Weg 1\\, 04109 Leipzig",
    ],
    ["UID:2@x", "SUMMARY:Zwei", "DTSTART;VALUE=DATE:20260411"],
    ["UID:3@x", "SUMMARY:Drei", "DTSTART:20260412T170000Z", "URL:https://drei.example"],
)


def saved_page(name, day):
    data = {
        "@type": "Event",
        "name": name,
        "startDate": f"{day}T19:00+02:00",
        "url": f"https://{name.lower()}.example/",
    }
    return f"<!doctype html><script type='application/ld+json'>{json.dumps(data)}</script>"


@pytest.fixture
def page(window, tmp_path):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    path.write_text(PAGE, encoding="utf-8")
    assert window.open_path(path)
    window.workspace.show_page("event")
    return window


def reviewed(window, qtbot, count):
    """The review list, once it shows so many candidates."""
    dialog = window.workspace.event_import.dialog
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: len(dialog.candidates) == count)
    return dialog


def add_ticked(dialog, qtbot):
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)


def import_files(window, qtbot, monkeypatch, paths, count):
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], "")
    )
    qtbot.mouseClick(
        window.workspace.middle.events.listing.import_button, Qt.MouseButton.LeftButton
    )
    qtbot.mouseClick(window.workspace.event_import.dialog.file_button, Qt.MouseButton.LeftButton)
    add_ticked(reviewed(window, qtbot, count), qtbot)


def add_by_form(window, qtbot, title, day):
    qtbot.mouseClick(window.workspace.middle.events.listing.add_button, Qt.MouseButton.LeftButton)
    fields = window.workspace.middle.events.fields
    type_into(fields.title, title)
    fields.start_day.setDate(day)
    type_into(fields.start_time, "19")
    leave(fields.start_time)
    assert fields.propose.isVisibleTo(fields)
    assert fields.propose.text() == "until 21:00?"


def test_half_a_day_with_events(page, qtbot, monkeypatch, tmp_path):
    window, session = page, page.session
    before = session.text
    QGuiApplication.clipboard().setText(PASTED)
    window.workspace.event_import.paste_events()
    add_ticked(reviewed(window, qtbot, 3), qtbot)
    (tmp_path / "drei.ics").write_bytes(THREE)
    import_files(window, qtbot, monkeypatch, [tmp_path / "drei.ics"], 3)
    for name, day in (("Seite", "2026-04-20"), ("Blatt", "2026-04-21")):
        (tmp_path / f"{name}.html").write_text(saved_page(name, day), encoding="utf-8")
    import_files(window, qtbot, monkeypatch, [tmp_path / "Seite.html", tmp_path / "Blatt.html"], 2)
    add_by_form(window, qtbot, "Form eins", QDate(2026, 5, 1))
    add_by_form(window, qtbot, "Form zwei", QDate(2026, 4, 1))
    assert len(session.issue.events) == 12

    window.workspace.add_entry("meeting")
    meetings = window.workspace.middle.meetings
    type_into(meetings.fields.title, "Köln")
    boxes = meetings.fields.rule.boxes
    boxes.how.setCurrentIndex(MONTHS)
    boxes.how.activated.emit(MONTHS)
    boxes.ordinal_actions[2].trigger()  # in place of the first one, which nobody has chosen
    assert "  * Köln: jeden dritten Dienstag im Monat, 19:00, online <a " in session.text
    assert meetings.fields.rule.next.text().startswith("Next: Tue 17.02.2026, Tue 17.03.2026")
    window.workspace.add_entry("deadline")
    deadlines = window.workspace.middle.deadlines.fields
    type_into(deadlines.title, "Preis")
    type_into(deadlines.url, "https://preis.example")
    deadlines.day.setDate(QDate(2026, 3, 31))
    type_into(deadlines.what.lineEdit(), "Einreichungen")
    assert (
        "## Fristen\n* [Preis](https://preis.example), Einreichungen bis 31.03.2026\n"
        in session.text
    )

    window.workspace.show_page("event")
    qtbot.mouseClick(window.workspace.middle.events.listing.order_button, Qt.MouseButton.LeftButton)
    days = [event.when.start for event in session.issue.events]
    assert days == sorted(days)
    assert session.issue.events[0].title == "Früher"
    after = session.text
    while session.stack.canUndo():
        session.stack.undo()
    assert session.text == before
    while session.stack.canRedo():
        session.stack.redo()
    assert session.text == after
    assert window.files.save()
    assert session.path.read_bytes() == after.encode()
    calendars = [decode_link(href) for href in calendar_hrefs(session.issue)]
    assert [find_breaches(data) for data in calendars] == [()] * len(calendars)
    assert {"1@x", "2@x", "3@x"} <= {read_identity(data)[0] for data in calendars}
    assert after.endswith("\nEnde.\n")


# --- the table ------------------------------------------------------------------------------------


def titles(window):
    return [event.title for event in window.session.issue.events]


@pytest.fixture
def many(window, tmp_path):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    lines = "".join(
        f"* Mittwoch, {4 + 7 * (i % 4):02}.03.2026, {10 + i}:00, online: **T{i}**\n"
        for i in range(8)
    )
    path.write_text(
        f"---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n{lines}",
        encoding="utf-8",
    )
    assert window.open_path(path)
    window.workspace.show_page("event")
    return window


def test_the_table_is_searched_and_sorted_without_touching_the_text(many, qtbot):
    listing = many.workspace.middle.events.listing
    before = many.session.text
    type_into(listing.search, "T5")
    assert listing.proxy.rowCount() == 1
    assert listing.count.text() == "1 of 8"
    assert listing.current.title == "T5"
    assert not listing.up_button.isEnabled()
    listing.search.clear()
    listing.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    shown = [listing.proxy.index(row, 2).data() for row in range(8)]
    assert shown == ["T0", "T4", "T1", "T5", "T2", "T6", "T3", "T7"]
    listing.select(3)
    assert many.workspace.middle.events.fields.title.text() == "T3"
    assert not listing.up_button.isEnabled()
    assert many.session.text == before


def test_several_are_removed_moved_and_made_deadlines_at_once(many, qtbot):
    page, listing = (
        many.workspace.middle.events,
        many.workspace.middle.events.listing,
    )
    page.select(1, 2)
    qtbot.mouseClick(listing.down_button, Qt.MouseButton.LeftButton)
    assert titles(many) == ["T0", "T3", "T1", "T2", "T4", "T5", "T6", "T7"]
    assert [event.title for event in listing.chosen] == ["T1", "T2"]
    qtbot.mouseClick(listing.remove_button, Qt.MouseButton.LeftButton)
    assert titles(many) == ["T0", "T3", "T4", "T5", "T6", "T7"]
    page.select(0, 5)
    qtbot.mouseClick(listing.deadline_button, Qt.MouseButton.LeftButton)
    assert titles(many) == ["T3", "T4", "T5", "T6"]
    assert [deadline.title for deadline in many.session.issue.deadlines] == ["T0", "T7"]
    for _ in range(3):
        many.session.stack.undo()
    assert titles(many) == [f"T{i}" for i in range(8)]
    assert many.session.issue.deadlines == ()


def test_rows_are_dragged(many, qtbot):
    page, listing = (
        many.workspace.middle.events,
        many.workspace.middle.events.listing,
    )
    data = listing.model.mimeData([listing.model.index(6, 0), listing.model.index(0, 0)])
    listing.model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    qtbot.waitUntil(lambda: titles(many) == ["T1", "T2", "T0", "T6", "T3", "T4", "T5", "T7"])
    page.select(0)
    data = listing.model.mimeData([listing.model.index(0, 0)])
    listing.model.dropMimeData(data, Qt.DropAction.MoveAction, 8, 0, QModelIndex())
    qtbot.waitUntil(lambda: titles(many)[-1] == "T1")


def test_a_double_stands_behind_with_an_identity_of_its_own(many, qtbot):
    page, listing = (
        many.workspace.middle.events,
        many.workspace.middle.events.listing,
    )
    page.select(2)
    qtbot.mouseClick(listing.duplicate_button, Qt.MouseButton.LeftButton)
    assert titles(many)[:5] == ["T0", "T1", "T2", "T2", "T3"]
    assert listing.row == 3

    def warns():
        tip = listing.model.index(3, listing.model.columns.index(MARK)).data(
            Qt.ItemDataRole.ToolTipRole
        )
        return tip is not None and "stands on this day already" in tip

    qtbot.waitUntil(warns)
    type_into(page.fields.title, "Neu")
    assert titles(many)[3] == "Neu"


# --- forms ----------------------------------------------------------------------------------------


def test_an_end_is_proposed_and_written_only_when_chosen(page):
    fields = page.workspace.middle.events.fields
    page.workspace.middle.events.select(1)
    assert "19:00, online: **Früher**\n" in page.session.text
    fields.propose.click()
    assert "19:00-21:00, online: **Früher** <a" in page.session.text
    assert not fields.propose.isVisibleTo(fields)


def test_registration_and_cancelled(page):
    fields = page.workspace.middle.events.fields
    page.workspace.middle.events.select(0)
    fields.register.click()
    fields.register_day.setDate(QDate(2026, 3, 1))
    assert "  * Anmeldung bis 01.03.2026\n" in page.session.text
    fields.cancelled.click()
    assert "* ~~Mittwoch, 04.03.2026, 10:00-11:30, online: **Alt**~~ <a" in page.session.text
    fields.register.click()
    fields.cancelled.click()
    assert "~~" not in page.session.text
    assert "Anmeldung" not in page.session.text


def test_an_address_is_taken_apart_and_known_ones_are_offered(page, qtbot):
    page.session.gazetteer = Gazetteer(
        load_gazetteer()[0].geography,
        {"x": Venue("Bürgerhaus, Marktplatz 1, 50667 Köln", (50.94, 6.96), 3)},
    )
    page.workspace.set_gazetteer()
    where = page.workspace.middle.events.fields.where
    page.workspace.middle.events.select(0)
    where.on_site.click()
    type_into(where.venue, "c-base, Rungestraße 20, 10179 Berlin")
    leave(where.venue)
    assert where.venue.text() == "c-base"
    assert where.street.text() == "Rungestraße 20"
    assert where.postcode.text() == "10179"
    assert where.town.text() == "Berlin"
    assert "11:30, c-base, Rungestraße 20, 10179 Berlin: **Alt**" in page.session.text
    type_into(where.postcode, "50667")
    trouble = page.workspace.middle.events.fields.band.trouble
    qtbot.waitUntil(lambda: "Berlin has no postcode like 50667" in trouble.text())
    where.venue.completer().activated.emit("Bürgerhaus, Marktplatz 1, 50667 Köln")
    assert "Bürgerhaus, Marktplatz 1, 50667 Köln: **Alt**" in page.session.text


def test_a_new_meeting_is_listed_under_its_town_as_the_others(window, tmp_path):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    neighbor = "  * Ulm: jeden Montag, 18:00, Haus, Weg 1, 89073 Ulm: **OK Lab Ulm**\n"
    path.write_text(PAGE.replace("\n\nEnde.", "\n" + neighbor), encoding="utf-8")
    assert window.open_path(path)
    window.workspace.add_entry("meeting")
    fields = window.workspace.middle.meetings.fields
    assert fields.label.isVisibleTo(fields)
    type_into(fields.title, "OK Lab Köln")
    fields.where.on_site.click()
    type_into(fields.where.street, "Weg 2")
    type_into(fields.where.town, "Köln")
    leave(fields.where.town)
    assert fields.label.text() == "Köln"
    assert "  * Köln: jeden " in window.session.text
    assert "Köln: **OK Lab Köln**" in window.session.text
    window.workspace.middle.meetings.select(1)
    assert not fields.label.isVisibleTo(fields)  # its line begins with its title


def test_an_ambiguous_meeting_asks(page):
    meetings = page.workspace.middle.meetings
    page.workspace.middle.meetings.select(0)
    page.workspace.navigator.focus_page("meeting")
    fields = meetings.fields
    assert "ambiguous" in fields.rule.question.text.text()
    assert [button.text() for button in fields.rule.question.answers] == [
        "montags alle zwei Wochen",
        "jeden zweiten Montag im Monat",
    ]
    fields.rule.question.answers[0].click()
    assert "  * Neuenburg: montags alle zwei Wochen, 18:00, online <a" in page.session.text
    assert fields.rule.question.text.text() == ""
    fields.rule.boxes.begin.setDate(QDate(2026, 2, 23))
    assert fields.rule.next.text().startswith("Next: Mon 09.02.2026, Mon 23.02.2026")
    fields.rule.boxes.begin.setDate(QDate(2026, 2, 16))
    assert fields.rule.next.text().startswith("Next: Mon 16.02.2026, Mon 02.03.2026")


def test_a_misspelt_rule_is_offered_corrected(page):
    meetings = page.workspace.middle.meetings
    page.workspace.navigator.focus_page("meeting")
    meetings.select(1)
    fields = meetings.fields
    offered = [
        button.text() for button in fields.rule.question.answers if button.isVisibleTo(fields)
    ]
    assert offered == ["jeden Mittwoch"]
    fields.rule.question.answers[0].click()
    assert "  * Leipzig: jeden Mittwoch, 19:00-22:00, Haus" in page.session.text
    rule = fields.rule
    rule.boxes.month_actions[7].trigger()
    rule.boxes.ends.click()
    rule.boxes.until.setDate(QDate(2026, 12, 31))
    assert "jeden Mittwoch (außer August) bis 31.12.2026, 19:00-22:00" in page.session.text
    when = read_event_data(page.session.issue.meetings[1], page.session.text).when
    assert when == TimeSpan(date.min, time(19), None, time(22))


def test_a_rule_is_built_in_boxes_in_words_and_in_the_calendar(page):
    meetings = page.workspace.middle.meetings
    page.workspace.navigator.focus_page("meeting")
    meetings.select(1)
    rule = meetings.fields.rule

    def line():
        return read_event_data(page.session.issue.meetings[1], page.session.text).rule

    rule.boxes.how.setCurrentIndex(ODD_WEEKS)
    rule.boxes.how.activated.emit(ODD_WEEKS)
    assert line() == "jeden Mittwoch in ungeraden Kalenderwochen"
    rule.boxes.weekdays[0].click()
    assert line() == "jeden Montag und Mittwoch in ungeraden Kalenderwochen"
    type_into(rule.words, "jeden ersten Montag und dritten Mittwoch im Monat")
    leave(rule.words)
    assert line() == "jeden ersten Montag und dritten Mittwoch im Monat"
    assert rule.boxes.how.currentIndex() == -1

    type_into(rule.words, "jeden Mittwoch in den Ferien")
    leave(rule.words)
    assert line() == "jeden Mittwoch in den Ferien"
    assert rule.question.text.text() == (
        "“in den Ferien” is not understood. Change the rule, or name the single days."
    )
    assert rule.words.text() == "jeden Mittwoch in den Ferien"

    type_into(rule.words, "jeden zweiten Mittwoch")
    leave(rule.words)
    assert line() == "jeden zweiten Mittwoch"
    meetings.select(0)  # it is asked again, and what was typed is not lost
    meetings.select(1)
    assert "ambiguous" in rule.question.text.text()
    rule.question.answers[1].click()
    assert line() == "jeden zweiten Mittwoch im Monat"

    type_into(rule.words, "wann es passt")
    leave(rule.words)
    assert line() == "jeden zweiten Mittwoch im Monat"
    assert page.workspace.middle.unwritten is meetings
    assert rule.words.text() == "wann es passt"

    type_into(rule.words, "jeden Mittwoch")
    leave(rule.words)
    assert page.workspace.middle.unwritten is None
    assert not rule.calendar.isVisibleTo(rule)  # it would push away what is below
    rule.days_button.click()
    assert rule.calendar.isVisibleTo(rule)
    assert not rule.days_button.isVisibleTo(rule)
    rule.calendar.clicked.emit(QDate(2026, 3, 4))
    rule.calendar.clicked.emit(QDate(2026, 3, 6))
    assert line() == "jeden Mittwoch (nicht am 04.03.2026) (auch am 06.03.2026)"
    assert "Fri 06.03.2026" in rule.next.text() and "04.03.2026" not in rule.next.text()
    assert "entries of their own" in rule.notes.text()
    rule.calendar.clicked.emit(QDate(2026, 3, 4))
    rule.calendar.clicked.emit(QDate(2026, 3, 6))
    assert line() == "jeden Mittwoch"
    (entry, *others) = read_entries(decode_link(calendar_hrefs(page.session.issue)[-1]))
    assert (entry.rrule, others) == ("FREQ=WEEKLY;BYDAY=WE", [])


def test_a_deadline_gets_a_calendar_entry_where_it_is_wanted(page):
    page.workspace.add_entry("deadline")
    fields = page.workspace.middle.deadlines.fields
    assert "data:" not in page.session.text
    fields.linked.click()
    assert page.session.text.count("data:text/calendar") == 1
    type_into(fields.title, "Preis")
    [href] = calendar_hrefs(page.session.issue)
    assert b"SUMMARY:Frist: Preis" in decode_link(href)
    fields.linked.click()
    assert "data:" not in page.session.text


# --- the review list ------------------------------------------------------------------------------


def test_cells_are_edited_and_doubles_are_not_ticked(page, qtbot):
    data = QMimeData()
    data.setText("* Mittwoch, 04.03.2026, online: **Alt**\n* 05.04.2026: **Neu**\n")
    page.workspace.event_import.take(data)
    dialog = reviewed(page, qtbot, 2)
    assert [candidate.data.title for candidate in dialog.chosen] == ["Neu"]
    assert "there already" in dialog.table.item(0, 5).text()
    dialog.table.item(1, 2).setText("Ganz *neu*")
    dialog.table.item(1, 1).setText("Montag, 06.04.2026, 19:00")
    dialog.table.item(1, 3).setText("Haus, Weg 1, 04109 Leipzig und auch online")
    dialog.table.item(1, 4).setText("https://neu.example")
    dialog.table.item(1, 1).setText("irgendwann")
    assert "cannot be read" in dialog.bar.text
    assert dialog.table.item(1, 1).text() == "Montag, 06.04.2026, 19:00"
    add_ticked(dialog, qtbot)
    assert (
        "* Montag, 06.04.2026, 19:00, Haus, Weg 1, 04109 Leipzig und auch online: "
        "**Ganz \\*neu\\*** <a" in page.session.text
    )
    assert "  * https://neu.example\n" in page.session.text


def test_a_date_that_gave_no_event_is_completed_from_its_words(page, qtbot):
    data = QMimeData()
    data.setText("Datencafé am 5. April 2026, 19 Uhr\n\nVorschläge bitte bis 1. April 2026\n")
    page.workspace.event_import.take(data)
    dialog = reviewed(page, qtbot, 2)
    assert [candidate.data.title for candidate in dialog.chosen] == ["Datencafé"]
    when = dialog.table.item(1, 1)
    assert when.text() == ""
    dialog.table.editItem(when)
    box = dialog.table.findChild(QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == ["Mittwoch, 01.04.2026"]
    dialog.table.itemDelegateForColumn(1).setModelData(
        box, dialog.table.model(), dialog.table.indexFromItem(when)
    )
    assert when.text() == "Mittwoch, 01.04.2026"
    assert len(dialog.chosen) == 2
    assert dialog.table.item(1, 5).text() == ""
    dialog.table.item(1, 2).setText("Vorschläge")
    add_ticked(dialog, qtbot)
    assert "* Mittwoch, 01.04.2026: **Vorschläge**" in page.session.text


def test_bad_input_is_a_sentence_in_the_dialog(page, qtbot, tmp_path):
    before = page.session.text
    broken = tmp_path / "x.ics"
    broken.write_bytes(b"BEGIN:VCALENDAR\r\nkaputt")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(broken))])
    page.workspace.event_import.take(data)
    dialog = page.workspace.event_import.dialog
    qtbot.waitUntil(lambda: "calendar" in dialog.bar.text and "Looking" not in dialog.bar.text)
    assert not dialog.add_button.isEnabled()
    dialog.reject()
    assert page.session.text == before


def test_an_address_is_fetched_on_the_click_only(page, qtbot, server):
    data = QMimeData()
    data.setText(f"{server}/kalender.ics")
    page.workspace.event_import.take(data)
    dialog = page.workspace.event_import.dialog
    qtbot.wait(1_000)  # the dialog looks by itself 700 ms after the last change
    assert dialog.bar.text == ""
    dialog.look_button.click()
    qtbot.waitUntil(lambda: "own network" in dialog.bar.text)
    assert Counter.hits == []
    dialog.reject()


# --- renewal --------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", [OWN_ISSUES[1], *SEEDS[:1]], ids=lambda path: path.stem)
def test_all_links_of_a_real_issue_are_renewed_in_one_step(window, tmp_path, qtbot, source):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    path.write_bytes(source.read_bytes())
    assert window.open_path(path)
    before = window.session.text
    window.workspace.event_import.renew_links()
    dialog = window.workspace.event_import.dialog
    assert isinstance(dialog, RefreshDialog)
    assert dialog.table.rowCount() == len(CALENDAR_ANCHOR.findall(before))
    for box in dialog.choices:
        if box.currentData() == "leave":
            box.setCurrentIndex(0)
    qtbot.mouseClick(dialog.renew_button, Qt.MouseButton.LeftButton)
    after = window.session.text
    assert after != before
    assert CALENDAR_ANCHOR.sub("", after) == CALENDAR_ANCHOR.sub("", before)
    window.workspace.event_import.renew_links()
    assert "as they should be" in window.bar.text
    window.session.stack.undo()
    assert window.session.text == before


def test_contradictions_wait_for_a_choice(page, qtbot):
    link = encode_link(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
        b"SUMMARY:Alt\r\nDTSTART:20260304T120000\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    at = page.session.text.index("**Alt**") + 7
    page.session.apply([Edit(at, at, f' <a href="data:text/calendar;base64,{link}">x</a>')], "")
    page.workspace.event_import.renew_links()
    dialog = page.workspace.event_import.dialog
    assert dialog.choices[0].currentData() == "leave"
    assert not dialog.renew_button.isEnabled()
    assert "start" in dialog.table.item(0, 4).text()
    dialog.choices[0].setCurrentIndex(dialog.choices[0].findData("entry"))
    assert "12:00" in dialog.table.item(0, 3).text()
    assert dialog.renew_button.isEnabled()
    dialog.reject()


# --- what a newcomer stumbled over ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12.12.", "2026-12-12"),
        ("12.12.25", "2025-12-12"),
        ("12122025", "2025-12-12"),
        ("2025-12-12", "2025-12-12"),
        ("Fr. 12.12.2025", "2025-12-12"),
        ("unsinn", "2026-03-04"),
    ],
)
def test_days_are_typed_as_people_write_them(page, qtbot, typed, day):
    page.workspace.middle.events.select(0)
    field = page.workspace.middle.events.fields.start_day
    type_into(field, typed)
    field.editingFinished.emit()
    assert field.date().toString("yyyy-MM-dd") == day
    assert field.text() == field.text().strip()
    assert field.text().endswith(field.date().toString("dd.MM.yyyy"))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.date() == QDate.fromString(day, "yyyy-MM-dd").addDays(1)


def test_undo_and_redo_by_keys(page, qtbot):
    window = page
    window.activateWindow()
    window.workspace.add_entry("event")
    added = window.session.text
    for keys in (
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
    ):
        qtbot.keyClick(
            window.workspace.middle.events.fields.title,
            Qt.Key.Key_Z,
            Qt.KeyboardModifier.ControlModifier,
        )
        assert window.session.text != added
        qtbot.keyClick(window.workspace.middle.events.fields.title, *keys)
        assert window.session.text == added


def test_a_typed_slip_empties_the_form_instead_of_showing_another_entry(page, qtbot):
    meetings = page.workspace.middle.meetings
    page.workspace.navigator.focus_page("meeting")
    meetings.select(1)
    type_into(
        meetings.raw.area,
        "  * Halle: jeden ersten Mittwcoh im Monat, 19 Uhr, online: **Treff Halle**",
    )
    assert meetings.entry_shown is None
    qtbot.waitUntil(lambda: not meetings.fields.isEnabled())
    assert meetings.fields.title.text() == ""
    type_into(
        meetings.raw.area,
        "  * Halle: jeden ersten Mittwoch im Monat, 19 Uhr, online: **Treff Halle**",
    )
    qtbot.waitUntil(meetings.fields.isEnabled)
    assert meetings.fields.title.text() == "Treff Halle"


def test_a_row_acted_on_while_the_table_is_behind_is_the_right_one(many):
    page = many.workspace.middle.events
    page.select(1)
    type_into(page.fields.title, "Ein viel längerer Name als vorher")
    page.move_entries(1)
    assert [event.title for event in page.entries][1:3] == [
        "T2",
        "Ein viel längerer Name als vorher",
    ]
    type_into(page.fields.title, "Kurz")
    assert [event.title for event in many.workspace.middle.selected_entries()] == ["Kurz"]
    type_into(page.fields.title, "Weg")
    page.listing.remove_button.click()
    assert "Weg" not in many.session.text
    assert [event.title for event in page.entries][1:3] == ["T2", "T3"]


def test_the_form_shows_what_is_selected(many, qtbot):
    page, listing = (
        many.workspace.middle.events,
        many.workspace.middle.events.listing,
    )
    page.select(6)
    type_into(listing.search, "T2")
    assert [event.title for event in listing.chosen] == ["T2"]
    assert page.fields.title.text() == "T2"
    listing.search.clear()
    assert [event.title for event in listing.chosen] == ["T2"]
    page.add_entry()
    many.session.stack.undo()
    assert len(listing.chosen) == 1
    assert page.fields.title.text() == listing.chosen[0].title
    page.select(5)
    page.move_entries(-1)
    many.session.stack.undo()
    assert listing.current.title == "T5"


def test_several_days_become_a_deadline(page):
    text = page.session.text
    at = text.index("* Mittwoch, 04.03.2026")
    line = (
        "* Montag, 02.03.2026, 10:00, bis Dienstag, 03.03.2026, 12:00, online: "
        "**KI-Woche: wer/m, was?**\n"
    )
    page.session.apply([Edit(at, at, line)], "")
    page.workspace.middle.events.select(0)
    page.workspace.middle.events.make_deadlines()
    assert "* **KI-Woche: wer/m, was?**, bis 02.03.2026, 10:00\n" in page.session.text


def test_what_is_new_at_the_sources_is_proposed_and_refused_for_good(page, qtbot, monkeypatch):
    """What is shown and not ticked is not proposed again."""
    from editor.app.services import import_runner
    from editor.core.importers.candidate import Candidate, ImportResult

    found = tuple(
        Candidate(EventData(title, TimeSpan(date(2026, 3, day))), uid=title)
        for title, day in (("Neu", 5), ("Unwichtig", 6))
    )
    monkeypatch.setattr(import_runner, "import_from_address", lambda *_, **__: ImportResult(found))
    events = page.workspace.event_import
    events.ask_sources()
    assert events.dialog is None  # the profile names none

    settings = msgspec.structs.replace(page.session.profile.events, sources=("https://a.example",))
    page.session.set_profile(msgspec.structs.replace(page.session.profile, events=settings))
    events.ask_sources()
    qtbot.waitUntil(lambda: len(events.dialog.candidates) == 2)
    events.dialog.table.untick(1)
    add_ticked(events.dialog, qtbot)
    assert "**Neu**" in page.session.text
    assert "**Unwichtig**" not in page.session.text

    events.ask_sources()
    qtbot.waitUntil(lambda: "2 " in events.dialog.bar.text)
    assert events.dialog.candidates == []
    events.dialog.reject()


def test_entries_are_copied_and_dropped_into_another_window(window, make_window, qtbot, tmp_path):
    line = "* Mittwoch, 04.03.2026, 19:00, online: **Datenabend**\n"
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    head = "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n"
    path.write_text(head + line, encoding="utf-8")
    window.open_path(path)
    window.workspace.show_page("event")
    listing = window.workspace.middle.events.listing
    listing.copy()
    assert QGuiApplication.clipboard().text() == line
    other = make_window()
    empty = tmp_path / "2026-02-10-copy.md"
    empty.write_text(head, encoding="utf-8")
    other.open_path(empty)
    other.workspace.show_page("event")
    table = other.workspace.middle.events.listing.model
    data = listing.model.mimeData([listing.model.index(0, 0)])
    table.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, QModelIndex())
    dialog = other.workspace.event_import.dialog
    qtbot.waitUntil(lambda: len(dialog.candidates) == 1)
    dialog.accept()
    assert "Datenabend" in other.session.text
    assert other.bar.text == "1 entry was added." or "were added" in other.bar.text
    [undo] = other.bar.buttons
    undo.click()
    assert "Datenabend" not in other.session.text
