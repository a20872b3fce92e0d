"""Checks of meetings: their rules, and what their calendar entries make of these."""

import re
from collections.abc import Iterator
from datetime import timedelta

from editor.core.base.messages import translate
from editor.core.calendar.moments import local_day
from editor.core.calendar.recurrence import Certainty
from editor.core.calendar.rrule import first_day
from editor.core.calendar.rule_doubts import explain_doubt
from editor.core.calendar.rule_writing import write_phrase
from editor.core.checks.calendar_links import linked_entries, refresh_fix
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.events.consistency import ComparedField, compare_event
from editor.core.events.model import EntryKind
from editor.core.issue.issue import Issue

_STALE_AFTER = timedelta(days=31)
_TYPO = re.compile(r"\bjeden\.|\bun\b", re.IGNORECASE)
"""Slips that are understood nevertheless: "jeden. Montag", "Montag un Dienstag"."""


def rule_doubt(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A rule can mean two things."""
    yield from _find_doubts(issue, Certainty.AMBIGUOUS)


def rule_choice(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A rule leaves a choice, which no calendar can express, or says more than is understood."""
    yield from _find_doubts(issue, Certainty.CHOICE, Certainty.UNREAD)


def _find_doubts(issue: Issue, *kinds: Certainty) -> Iterator[Diagnostic]:
    for event in issue.meetings:
        if event.rule and event.rule_span and event.rule.certainty in kinds:
            doubt = explain_doubt(event.rule, event.rule_text, issue.profile.language)
            if doubt:
                yield Diagnostic(event.rule_span, doubt)


def rule_typo(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A rule is understood, but misspelled."""
    for event in issue.meetings:
        if event.rule and event.rule_span and event.rule.patterns and _TYPO.search(event.rule_text):
            right = write_phrase(event.rule.patterns, issue.profile.language)
            yield Diagnostic(
                event.rule_span,
                translate("core", "Better: “{rule}”.").fill(rule=right),
                replace_fix(event.rule_span, right),
            )


def series_once(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The calendar entry of a meeting happens only once."""
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        if (
            event.href
            and not entry.rrule
            and event.rule
            and event.rule.certainty not in (Certainty.CHOICE, Certainty.UNREAD)
        ):
            message = translate("core", "The calendar has a single day; the line says “{rule}”.")
            yield Diagnostic(
                event.href,
                message.fill(rule=event.rule_text),
                refresh_fix(issue, context, event),
                is_safe_fix=False,
            )


def rule_entry(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The calendar entry of a meeting repeats by another rule than its line says."""
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        if (
            entry.rrule
            and event.href
            and ComparedField.RULE in compare_event(event, issue.text, issue.profile).differs
        ):
            message = translate(
                "core", "The calendar entry repeats as “{rrule}”, the line says “{rule}”."
            )
            yield Diagnostic(event.href, message.fill(rrule=entry.rrule, rule=event.rule_text))


def series_stale(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The calendar entry of a meeting begins more than a month before the issue is published."""
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        start = local_day(entry.start, issue.profile.timezone)
        if event.href and issue.day and start < issue.day - _STALE_AFTER:
            message = translate(
                "core", "The calendar entry begins on {day:%d.%m.%Y}, long before the issue is out."
            ).fill(day=start)
            fix = refresh_fix(issue, context, event)
            yield Diagnostic(event.href, message, fix, is_safe_fix=False)


def series_start(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The calendar entry of a meeting begins on a day that is not one of its own rule's.

    RFC 5545 §3.8.5.3 leaves undefined what calendars make of it.
    """
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        if not entry.rrule or not event.href:
            continue
        start = local_day(entry.start, issue.profile.timezone)
        if first_day(entry.rrule, start, start) not in (start, None):
            message = translate(
                "core", "The calendar entry begins on {day:%d.%m.%Y}, a day its rule does not name."
            ).fill(day=start)
            fix = refresh_fix(issue, context, event)
            yield Diagnostic(event.href, message, fix, is_safe_fix=False)
