"""What goes out of an issue: its calendar files, the feed of them, and its page. Pure strings and bytes."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.core.base.edits import line_number
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.base.slugs import make_slug
from editor.core.calendar.codec import write_entry, write_feed
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.recurrence import Certainty
from editor.core.events import calendar_link
from editor.core.events.model import Event
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import Issue, calendar_hrefs, issue_title
from editor.core.markdown.inline import plain_text
from editor.core.rendering.blocks import render_page, strip_markers

# --- calendar files -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """One ``.ics`` file, or the sentence that says why there is none; ``line`` counts from 1, ``href`` is the
    calendar link in the text, if there is one."""

    name: str
    data: bytes
    line: int
    problem: Message | None = None
    href: str = ""
    entry: CalendarEntry | None = None


def make_calendar_files(issue: Issue) -> Iterator[CalendarFile]:
    """One file per event and meeting, and per deadline with a calendar link, written anew to the rules from line and old entry."""
    link_builder = calendar_link.CalendarLinkBuilder(issue.profile, issue.stamp, _kept(issue))
    names: set[str] = set()
    taken: dict[str, bool] = {}
    for event in (
        *issue.events,
        *issue.meetings,
        *(deadline for deadline in issue.deadlines if deadline.href),
    ):
        line = line_number(issue.text, event.content.start)
        values = read_event_data(event, issue.text)
        name = make_slug(plain_text(values.title) or event.group)
        name = next(
            free
            for free in (name, *(f"{name}-{i}" for i in range(2, len(names) + 3)))
            if free not in names
        )
        names.add(name)
        if not values.title:
            values = replace(values, title=event.group or "?")
        try:
            if not link_builder.possible(values, _href(issue, event)):
                raise EditRejected(_doubt(event))
            entry = link_builder.entry(values, _href(issue, event), taken)
        except UserFacingError as refused:
            yield CalendarFile(f"{name}.ics", b"", line, refused.message, _href(issue, event))
        else:
            taken[entry.uid] = True
            yield CalendarFile(
                f"{name}.ics",
                write_entry(entry, issue.profile.timezone),
                line,
                None,
                _href(issue, event),
                entry,
            )


def write_issue_feed(issue: Issue) -> bytes:
    """One calendar with all of an issue's events and meetings, to subscribe to (RFC 7986)."""
    entries = [file.entry for file in make_calendar_files(issue) if file.entry]
    return write_feed(entries, issue.profile.timezone, issue_title(issue), issue.profile.language)


def _kept(issue: Issue) -> dict[str, int]:
    """Every UID of the text counts as published, one step back, so that an unchanged entry keeps its SEQUENCE."""
    return {
        uid: sequence - 1
        for uid, sequence in calendar_link.published_sequences(calendar_hrefs(issue)).items()
    }


def _href(issue: Issue, event: Event) -> str:
    if event.href:
        return event.href.of(issue.text)
    return ""


def _doubt(event: Event) -> Message:
    assert event.rule
    if event.rule.certainty is Certainty.AMBIGUOUS:
        return translate(
            "core",
            "“{rule}” can mean every two weeks or the second of a month; no calendar entry was written.",
        ).fill(rule=event.rule_text)
    return translate(
        "core", "“{rule}” cannot be said as one rule; no calendar entry was written."
    ).fill(rule=event.rule_text)


# --- page -----------------------------------------------------------------------------------------


CONTENT_SECURITY_POLICY = "default-src 'none'; img-src {images}; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"


def write_page(issue: Issue, css: str = "", images: str = "* data:") -> str:
    """A complete HTML page that needs nothing but the images; ``images`` says from where they may come (CSP)."""
    style = css.replace("</", "<\\/")
    content = "\n".join(strip_markers(block.html) for block in render_page(issue))
    return (
        f'<!DOCTYPE html>\n<html lang="{issue.profile.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY.format(images=images)}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(issue_title(issue))}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{content}\n</main>\n</body>\n</html>\n"
    )
