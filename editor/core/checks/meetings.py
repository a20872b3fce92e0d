"""Checks of meetings: what a phrase says, and what its calendar entry makes of it."""

import re
from collections.abc import Iterator
from datetime import timedelta

from editor.core.base.messages import translate
from editor.core.calendar import recurrence
from editor.core.calendar.moments import local_day
from editor.core.calendar.recurrence import Certainty
from editor.core.checks.calendar_links import linked_entries, refresh_fix
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.events.consistency import RULE, compare_event
from editor.core.events.model import EntryKind
from editor.core.issue.issue import Issue

_STALE = timedelta(days=31)
_TYPO = re.compile(r"\bjeden\.|\bun\b", re.IGNORECASE)


def doubt(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A phrase that may mean two things."""
    for event in issue.meetings:
        if event.rule and event.rule_span and event.rule.certainty is Certainty.AMBIGUOUS:
            message = translate(
                "core", "“{rule}” can mean every two weeks, or the second of each month."
            )
            yield Diagnostic(event.rule_span, message.fill(rule=event.rule_text))


def choice(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A phrase no rule can say."""
    for event in issue.meetings:
        if event.rule and event.rule_span and event.rule.certainty is Certainty.CHOICE:
            message = translate("core", "No calendar knows a rule like “{rule}”.")
            yield Diagnostic(event.rule_span, message.fill(rule=event.rule_text))


def typo(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A phrase that is understood, and misspelt."""
    for event in issue.meetings:
        if (
            event.rule
            and event.rule_span
            and event.rule.pattern
            and event.rule.certainty is Certainty.CERTAIN
            and _TYPO.search(event.rule_text)
        ):
            right = recurrence.write_phrase(event.rule.pattern, issue.profile.language)
            yield Diagnostic(
                event.rule_span,
                translate("core", "Better: “{rule}”.").fill(rule=right),
                replace_fix(event.rule_span, right),
            )


def without_rule(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A meeting's calendar entry that happens once."""
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        if (
            event.href
            and not entry.rrule
            and event.rule
            and event.rule.certainty is not Certainty.CHOICE
        ):
            message = translate(
                "core", "The calendar has a single day; the line says “{rule}”."
            ).fill(rule=event.rule_text)
            yield Diagnostic(event.href, message, refresh_fix(issue, context, event))


def against(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A meeting's calendar entry that comes again by another rule than its line says."""
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        if (
            entry.rrule
            and event.href
            and RULE in compare_event(event, issue.text, issue.profile).differs
        ):
            message = translate(
                "core", "The calendar entry repeats as “{rrule}”, the line says “{rule}”."
            )
            yield Diagnostic(event.href, message.fill(rrule=entry.rrule, rule=event.rule_text))


def stale(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A meeting whose calendar entry begins more than a month before the issue is out."""
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        start = local_day(entry.start, issue.profile.timezone)
        if event.href and issue.day and start < issue.day - _STALE:
            message = translate(
                "core", "The calendar entry begins on {day:%d.%m.%Y}, long before the issue is out."
            ).fill(day=start)
            yield Diagnostic(event.href, message, refresh_fix(issue, context, event))


def start(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A meeting's calendar entry that begins on a day its own rule does not name (RFC 5545 §3.8.5.3)."""
    for event, entry in linked_entries(issue, EntryKind.MEETING):
        if not entry.rrule or not event.href:
            continue
        day = local_day(entry.start, issue.profile.timezone)
        if recurrence.first_day(entry.rrule, day, day) not in (day, None):
            message = translate(
                "core", "The calendar entry begins on {day:%d.%m.%Y}, a day its rule does not name."
            ).fill(day=day)
            yield Diagnostic(event.href, message, refresh_fix(issue, context, event))
