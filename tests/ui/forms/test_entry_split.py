"""What is in sight of a page of entries, whatever the height of the window."""

import pytest
from PySide6.QtWidgets import QApplication

from helpers.qt_input import type_into

PAGE = """---
title: "Eins"
author: Zwei
date: '2026-02-09T08:00:00+01:00'
type: blog
---

## Veranstaltungen
* Dienstag, 03.03.2026, 10:00-11:00, online: **Fester Termin**
* Mittwoch, 04.03.2026, 10:00-11:00, online: **Anderer Termin**
"""


@pytest.fixture
def events(window, tmp_path):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    path.write_text(PAGE, encoding="utf-8")
    assert window.open_path(path)
    window.show()
    window.workspace.show_page("event")
    return window.workspace.middle.events


def show_in(window, height):
    window.resize(1100, height)
    for _ in range(3):  # layouts follow one another
        QApplication.processEvents()


def test_the_lower_the_window_the_less_stands_beside_the_form(window, events):
    acts, band, title = events.listing.acts_row, events.fields.band, events.fields.title
    seen = []
    for height in range(900, 440, -10):
        show_in(window, height)
        seen.append((acts.isVisible(), band.isVisible()))
        if events.verticalScrollBar().maximum() == 0:  # else the whole page scrolls
            place = title.mapTo(events.viewport(), title.rect().bottomLeft())
            assert events.viewport().rect().contains(place)
    assert seen[0] == (True, True)
    assert (True, False) in seen  # the finished line goes first
    assert seen.index((True, False)) > 10
    show_in(window, 900)
    assert (acts.isVisible(), band.isVisible()) == (True, True)


def test_no_field_moves_up_while_an_entry_is_written(window, events):
    show_in(window, 900)
    title, heights = events.fields.title, []
    for words in ("Lang " * 40, "Kurz"):
        type_into(title, words)
        QApplication.processEvents()
        heights.append(title.mapTo(events, title.rect().topLeft()).y())
    assert heights[0] == heights[1]


def test_acts_lose_words_before_they_take_a_second_line(window, events):
    show_in(window, 900)
    listing = events.listing
    line = listing.remove_button.height()
    listing.acts_row.resize(370, line)
    assert listing.acts_row.minimumHeight() < 2 * line
    assert listing.remove_button.text() == ""
    assert listing.remove_button.accessibleName() == "Remove"
    listing.acts_row.resize(900, line)
    assert "Remove" in listing.remove_button.text().replace("&", "")
