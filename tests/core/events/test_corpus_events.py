"""How well real lines are read, and canonical ones written: figures beside domain.md's, counted another way here."""

import re

from editor.core.events.line_writing import write_headline
from editor.core.events.reading import CALENDAR_ANCHOR, kind_of_section, read_event_data
from editor.core.issue.issue import make_edit_context
from editor.core.markdown import outline

from helpers.corpus import ISSUES, SEEDS, needs_corpus, text_of

_WD = "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)"
_DAY = rf"{_WD}, \d\d\.\d\d\.\d{{4}}"
_HM = r"\d\d:\d\d"
_WHEN = rf"{_DAY}(?:, {_HM})?, bis {_DAY}(?:, {_HM})?|{_DAY}(?:, {_HM}(?:-{_HM})?)?"
CANONICAL = re.compile(
    rf"[*-] (?:{_WHEN})(?:, (?:online|[^:*]+?, [^:*,]+, \d{{5}} [^:*,]+?(?: und auch online)?))?: \*\*[^*]+\*\*"
)
"""domain.md's grammar of an event, up to the link."""
DATED = re.compile(
    rf"[*-]\s+(?:{_WD}|[MDFS][aior]),?\s+\d|[*-]\s+\d{{1,2}}\.\s?(?:\d{{1,2}}\.|[A-ZÄ][a-zä]+)",
    re.IGNORECASE,
)


def event_lines(issue):
    """The items at the left of every section for events, by their text alone."""
    for section in issue.sections:
        if kind_of_section(section, issue.profile.events) == "event":
            for line in outline.read_lines(issue.text, section.body.start, section.body.end):
                if re.match(r" {0,3}[*-]\s", line.span.of(issue.text)):
                    yield line.span, line.span.of(issue.text).strip()


@needs_corpus
def test_real_dated_lines_are_read_and_canonical_ones_written(shelf):
    dated = read = canonical = same = 0
    missed, differ, seen = [], [], set()
    for path in (*ISSUES, *SEEDS):
        issue = shelf.parse(text_of(path), path)
        context = make_edit_context(issue)
        by_line = {event.content.start: event for event in issue.events}
        for span, line in event_lines(issue):
            if not DATED.match(line) or (path, span) in seen:
                continue
            seen.add((path, span))
            event = next(
                (found for start, found in by_line.items() if span.start <= start <= span.end), None
            )
            dated += 1
            read += bool(event and event.title and event.when)
            if not (event and event.title and event.when):
                missed.append(line[:90])
            words = (
                line[: CALENDAR_ANCHOR.search(line).start()].rstrip()
                if CALENDAR_ANCHOR.search(line)
                else line
            )
            if CANONICAL.fullmatch(words):
                canonical += 1
                written = (
                    write_headline(
                        read_event_data(event, issue.text), context.link_builder.language
                    )
                    if event
                    else ""
                )
                same += written == words[2:]
                if written != words[2:]:
                    differ.append((words[2:], written))
    print(
        f"\nread with date and title: {read} of {dated} (domain.md: 742 of 745); canonical lines written to the same bytes: {same} of {canonical}"
    )
    print("\n".join(missed))
    for pair in differ:
        print(*pair, sep="\n  ")
    assert dated > 400 and read / dated >= 0.99
    assert canonical > 300 and same / canonical >= 0.98
