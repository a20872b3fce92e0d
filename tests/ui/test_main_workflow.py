"""The main job, end to end, through real widgets.

Open, change, add, remove, undo, redo, save, compare: only the lines that were meant differ, undo
leads back to the very bytes of the file, and looking at a page writes nothing.
"""

import difflib
from datetime import UTC, datetime

import icalendar
import pytest
from editor.core.calendar.entry import decode_link
from editor.core.issue.issue import calendar_hrefs
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from helpers.corpus import CORPUS, OWN, REAL_ISSUES, SAMPLE, SEEDS, needs_seeds, some_of, text_of
from helpers.qt_input import leave, type_into


def job(window, path, qtbot, *, alt):
    """What an editor does on a Monday; returns the texts before and after."""
    assert window.open_path(path)
    before = window.session.text
    workspace = window.workspace
    workspace.show_page("head")
    title = workspace.head.fields["title"].line
    type_into(title, title.text().replace(" – ", " (korrigiert) – "))
    leave(title)
    workspace.show_page("image")
    type_into(workspace.image.alt, alt)
    leave(workspace.image.alt)
    workspace.show_page("event")
    events, fields = workspace.middle.events, workspace.middle.events.fields
    events.select(1)
    type_into(fields.start_time, "9:45")
    type_into(fields.end_time, "11")
    leave(fields.end_time)
    qtbot.mouseClick(events.listing.add_button, Qt.MouseButton.LeftButton)
    assert fields.title.text() == "Neuer Termin"
    type_into(fields.title, "Größe & Maß: ein „Fest“ 🎈")
    fields.start_day.setDate(QDate(2026, 2, 20))
    type_into(fields.start_time, "18")
    type_into(fields.end_time, "20:30")
    fields.where.both.click()
    type_into(fields.where.venue, "Haus, Weg 1, 04103 Leipzig")
    type_into(fields.url, "https://fest.example/?a=1")
    type_into(fields.notes, "Anmeldung nötig")
    events.select(0)
    qtbot.mouseClick(events.listing.remove_button, Qt.MouseButton.LeftButton)
    return before


@needs_seeds
def test_the_main_job_on_a_real_issue(window, qtbot, tmp_path):
    path = tmp_path / "issue.md"
    path.write_bytes(SEEDS[0].read_bytes())
    before = job(window, path, qtbot, alt="Ein „Offen“-Schild an einer Tür")
    session = window.session
    after = session.text

    changes = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    removed = [line for line in changes if line.startswith("-")]
    added = [line for line in changes if line.startswith("+")]
    assert [line[:24] for line in removed] == [
        '- title: "Denial of Serv',
        "- * Sonntag, 01.02.2026,",
        "-   * https://di.day",
        "- * Mittwoch, 04.02.2026",
    ]
    assert [line[:40] for line in added] == [
        '+ title: "Denial of Service (korrigiert)',
        '+   alt: "Ein „Offen“-Schild an einer Tü',
        "+ * Mittwoch, 04.02.2026, 09:45-11:00, o",
        "+ * Freitag, 20.02.2026, 18:00-20:30, Ha",
        "+   * https://fest.example/?a=1",
        "+   * Anmeldung nötig",
    ]

    steps = session.stack.index()
    while session.stack.canUndo():
        session.stack.undo()
    assert session.text == before
    assert session.saved
    assert session.text.encode() == SEEDS[0].read_bytes()
    while session.stack.canRedo():
        session.stack.redo()
    assert session.text == after
    assert session.stack.index() == steps
    assert window.files.save()
    assert path.read_bytes() == after.encode()

    event = next(event for event in session.issue.events if event.title.startswith("Größe"))
    calendar = icalendar.Calendar.from_ical(decode_link(event.href.of(session.text)))
    entry = next(iter(calendar.walk("VEVENT")))
    assert entry["UID"] != ""
    assert entry["DTSTAMP"].dt == datetime(2026, 2, 9, 6, tzinfo=UTC)
    assert entry["DTSTART"].dt == datetime(2026, 2, 20, 17, tzinfo=UTC)
    assert entry["DTEND"].dt == datetime(2026, 2, 20, 19, 30, tzinfo=UTC)
    assert entry["SUMMARY"] == "Größe & Maß: ein „Fest“ 🎈"
    assert entry["LOCATION"] == "Haus, Weg 1, 04103 Leipzig / online"
    assert entry["URL"] == "https://fest.example/?a=1"
    moved = decode_link(calendar_hrefs(session.issue)[0])
    assert b"DTSTART:20260204T084500Z" in moved
    assert b"DTEND:20260204T100000Z" in moved


def test_the_main_job_on_the_sample_issue(window, qtbot, tmp_path):
    path = tmp_path / SAMPLE.name
    path.write_bytes(SAMPLE.read_bytes())
    before = job(window, path, qtbot, alt="Neu beschrieben")
    assert window.session.text != before
    stack = window.session.stack
    labels = {stack.text(step) for step in range(stack.count())}
    assert labels >= {
        "Details: change Title",
        "Header picture: change the alt text",
        "Add event",
        "Digitale Sprechstunde für Vereine: remove",
    }
    while stack.canUndo():
        stack.undo()
    assert window.session.text.encode() == SAMPLE.read_bytes()


def test_real_files_open_in_the_window_and_saving_changes_nothing(window, tmp_path):
    """The session does so with all of them."""
    for path in [*OWN, *SEEDS, *some_of(REAL_ISSUES, 6), *some_of(CORPUS, 20)]:
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        assert window.open_path(copy), window.bar.text
        assert window.files.save(), window.bar.text
        assert copy.read_bytes() == path.read_bytes()
        copy.unlink()


def test_looking_at_every_page_of_real_files_changes_nothing(window, tmp_path):
    """Every page, and every row of events."""
    for path in [SAMPLE, *some_of(SEEDS, 2), *some_of(REAL_ISSUES, 3), *some_of(CORPUS, 6)]:
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        window.open_path(copy)
        for page in window.workspace.middle.pages:
            window.workspace.middle.setCurrentWidget(window.workspace.middle.pages[page])
            QApplication.processEvents()
        for row in range(len(window.workspace.middle.events.listing.model.entries)):
            window.workspace.middle.events.select(row)
        assert window.session.text == text_of(path), path
        assert window.session.stack.count() == 0, (path, window.session.stack.text(0))


@pytest.mark.parametrize("step", range(3))
def test_undo_reaches_the_text_from_inside_a_field(window, qtbot, step):
    window.open_sample()
    before = window.session.text
    window.workspace.show_page("head")
    field = window.workspace.head.fields["author"].line
    type_into(field, "Ümläut 😀"[: step + 4])
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.text == before
    assert field.text() == "Mara Beispiel (OK Lab Musterstadt)"
