"""How well real lines are read, and canonical ones written: counted by other means here."""

import re

from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.line_writing import write_words
from editor.core.events.reading import kind_of_section, read_event_data
from editor.core.issue.issue import make_edit_context
from editor.core.markdown import outline

from helpers.corpus import CORPUS, ISSUES, SEEDS, text_of

_WD = "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)"
_DAY = rf"{_WD}, \d\d\.\d\d\.\d{{4}}"
_HM = r"\d\d:\d\d"
_WHEN = rf"{_DAY}(?:, {_HM})?, bis {_DAY}(?:, {_HM})?|{_DAY}(?:, {_HM}(?:-{_HM})?)?"
_WHERE = r"online|[^:*]+?, [^:*,]+, \d{5} [^:*,]+?(?: und auch online)?"
CANONICAL = re.compile(rf"[*-] (?:{_WHEN})(?:, (?:{_WHERE}))?: \*\*[^*]+\*\*")
"""The form in which the program writes the line of an event, up to the calendar link."""
DATED = re.compile(
    rf"[*-]\s+(?:{_WD}|[MDFS][aior]),?\s+\d|[*-]\s+\d{{1,2}}\.\s?(?:\d{{1,2}}\.|[A-ZÄ][a-zä]+)",
    re.IGNORECASE,
)


def dated_events(issue):
    """The lines in sections for events that begin with a date, and the event read from each.

    The lines are found by their text alone; an event is None where none was read.
    """
    lines = {
        line.span: line.span.of(issue.text)
        for section in issue.sections
        if kind_of_section(section, issue.profile.events) == "event"
        for line in outline.read_lines(issue.text, section.body.start, section.body.end)
    }
    for span, line in lines.items():
        if re.match(r" {0,3}[*-]\s", line) and DATED.match(line.strip()):
            on_line = [
                event for event in issue.events if span.start <= event.content.start <= span.end
            ]
            yield on_line[0] if on_line else None, line.strip()


def test_real_dated_lines_are_read(shelf):
    missed, count = [], 0
    for path in (*ISSUES, *SEEDS):
        for event, line in dated_events(shelf.parse(text_of(path), path)):
            count += 1
            if not (event and event.title and event.when):
                missed.append(line[:90])
    print(f"\nread with date and title: {count - len(missed)} of {count}", *missed, sep="\n")
    assert count > (400 if CORPUS else 100)
    assert len(missed) <= 0.01 * count


def test_real_canonical_lines_are_written_to_the_same_bytes(shelf):
    different, count = [], 0
    for path in (*ISSUES, *SEEDS):
        issue = shelf.parse(text_of(path), path)
        context = make_edit_context(issue)
        for event, line in dated_events(issue):
            anchor = CALENDAR_ANCHOR.search(line)
            words = line[: anchor.start()].rstrip() if anchor else line
            if not event or not CANONICAL.fullmatch(words):
                continue
            count += 1
            (written,) = write_words(context, read_event_data(event, issue.text))
            if written != words[2:]:
                different += [words[2:], written]
    print(f"\nwritten otherwise: {len(different) // 2} of {count}", *different, sep="\n")
    assert count > (300 if CORPUS else 75)
    assert len(different) // 2 <= 0.02 * count
