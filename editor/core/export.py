"""What goes out of an issue: its calendar files and its page. Pure strings and bytes."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from editor.core import callink, dates, events, ics, recurrence, render, vevent
from editor.core.callink import Values
from editor.core.events import Event
from editor.core.issue import Issue, hrefs, title_of
from editor.core.text import Sentence, line_of, translate

# --- calendar files -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """One ``.ics`` file, or the sentence that says why there is none; ``line`` counts from 1."""

    name: str
    data: bytes
    line: int
    problem: Sentence | None = None


def calendar_files(issue: Issue) -> Iterator[CalendarFile]:
    """One file per event and meeting, written anew to the rules from line and old entry."""
    linker = callink.Linker(issue.profile, issue.stamp, _kept(issue))
    taken: dict[str, int] = {}
    for event in (*issue.events, *issue.meetings):
        line = line_of(issue.text, event.content.start)
        values = events.values(event, issue.text)
        name = callink.slug(callink.plain_text(values.title) or event.group)
        taken[name] = taken.get(name, 0) + 1
        name += f"-{taken[name]}" if taken[name] > 1 else ""
        if not values.title:
            values = replace(values, title=event.group or "?")
        entry = _meeting(issue, event, values, linker) if event.kind == "meeting" else linker.entry(values, _href(issue, event))
        if isinstance(entry, Sentence):
            yield CalendarFile(f"{name}.ics", b"", line, entry)
        else:
            yield CalendarFile(f"{name}.ics", vevent.write(entry, issue.profile.timezone), line)


def _kept(issue: Issue) -> dict[str, int]:
    """Every UID of the text counts as published, one step back, so that an unchanged entry keeps its SEQUENCE."""
    return {uid: sequence - 1 for uid, sequence in callink.published(hrefs(issue)).items()}


def _href(issue: Issue, event: Event) -> str:
    return event.href.of(issue.text) if event.href else ""


def _meeting(issue: Issue, event: Event, values: Values, linker: callink.Linker) -> ics.Entry | Sentence:
    """The series of a meeting, begun on its first real day from publication on."""
    assert event.rule
    old = callink.old_entry(_href(issue, event))
    rrule = event.rule.rrule or (old.rrule if old and event.rule.doubt == "weeks" else "")
    if not rrule:
        return _doubt(event)
    anchor = callink.day_of(old.start, issue.profile.timezone) if old else None
    day = recurrence.first_on(rrule, issue.day or anchor or date(1970, 1, 1), anchor)
    if day is None:
        return _doubt(event)
    hours = event.when
    when = dates.When(day, hours.from_ if hours else None, None, hours.till if hours else None)
    entry = linker.entry(replace(values, when=when), _href(issue, event))
    uid = entry.uid if old and old.uid else ics.make_uid(issue.profile.site, values.title, None)
    return replace(entry, rrule=rrule, uid=uid)


def _doubt(event: Event) -> Sentence:
    assert event.rule
    if event.rule.doubt == "weeks":
        return translate("core", "“{rule}” can mean every two weeks or the second of a month; no calendar entry was written.").fill(
            rule=event.rule_text
        )
    return translate("core", "“{rule}” cannot be said as one rule; no calendar entry was written.").fill(rule=event.rule_text)


# --- page -----------------------------------------------------------------------------------------


def page(issue: Issue, css: str = "") -> str:
    """A complete HTML page that needs nothing but the images."""
    content = "\n".join(block.html for block in render.render(issue))
    return (
        f'<!DOCTYPE html>\n<html lang="{issue.profile.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(title_of(issue))}</title>\n'
        f"<style>\n{css}</style>\n</head>\n<body>\n<main>\n{content}\n</main>\n</body>\n</html>\n"
    )
