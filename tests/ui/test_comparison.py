"""What a comparison as a page says of calendar links whose signs are the same."""

import pytest
from editor.core.calendar.entry import encode_link
from editor.core.issue.issue import parse_issue
from editor.core.richtext.comparing import compare_pages
from editor.ui.dialogs.comparison import ComparisonView, PageComparison

ENTRY = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART:20260209T180000Z\r\nSUMMARY:Treffen\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def page(entry):
    link = f'<a href="data:text/calendar;base64,{encode_link(entry.encode())}">&#x1F4C5;</a>'
    return f"# Termine\n\n* Montag, 09.02.2026: **Treffen** {link}\n"


def test_what_is_new_is_shown_as_it_is(window, qtbot):
    view = ComparisonView()
    qtbot.addWidget(view)
    text = "---\ntitle: Anfang\ndate: 2026-02-09\n---\n" + page(ENTRY)
    view.show_new(text, window.session.profile)
    shown = view.page.toPlainText()
    assert shown.startswith("Anfang\nTermine\n• Montag")
    assert "title:" not in shown
    assert not view.page.document().find("Termine").charFormat().fontUnderline()
    assert view.lines.toPlainText() == text


@pytest.mark.parametrize(
    ("old", "new"), [("SUMMARY:Treffen", "SUMMARY:Anderes"), ("PRODID:x", "PRODID:y")]
)
def test_links_are_told_apart_without_their_data(old, new, window, qtbot):
    view = ComparisonView()
    qtbot.addWidget(view)
    view.compare(page(ENTRY), page(ENTRY.replace(old, new)), window.session.profile)
    shown = view.page.toPlainText()
    assert shown.count("Treffen") >= 2
    assert shown.startswith("• Montag") or "\n• Montag" in shown
    assert "Nothing differs" not in shown
    assert max(map(len, shown.split())) < 80  # no base64


def test_where_little_is_shown_the_calendar_is_told_from_its_line(window, qtbot):
    view = PageComparison()
    qtbot.addWidget(view)
    profile = window.session.profile
    versions = (page(ENTRY), page(ENTRY.replace("SUMMARY:Treffen", "SUMMARY:Anderes")))
    view.show_changes(compare_pages(*(parse_issue(text, profile) for text in versions)), "UTC")
    line, calendar = view.toPlainText().splitlines()
    assert line.startswith("• Montag, 09.02.2026: Treffen")
    assert calendar.startswith("📅")
    assert "TreffenAnderes" in calendar
