"""The table of checks: one row for each, and what runs them.

A new check is one function (see ``diagnostic.Check``) and one row here. What it is about, and how
its problem is fixed, stands under its code in resources/data/checks.toml.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from msgspec import Struct

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.base.severity import Severity
from editor.core.checks import (
    accessibility,
    calendar_links,
    calendar_standard,
    copy_paste,
    event_dates,
    event_feed,
    event_places,
    event_world,
    front_matter,
    grammar,
    issue_dates,
    issue_names,
    link_parameters,
    links,
    meetings,
    page_weight,
    pictures,
    prose,
    shortcodes,
    spelling,
    suppressions,
)
from editor.core.checks.diagnostic import (
    EMPTY_CONTEXT,
    Check,
    CheckContext,
    Diagnostic,
)
from editor.core.issue.issue import Issue


class CheckRow(Struct, frozen=True):
    """A check in the table.

    Attributes:
        code: Names it in profiles, comments, reports and on the command line.
        severity: How bad its problems are, where neither profile nor site says otherwise.
        function: Finds its problems.
    """

    code: str
    severity: Severity
    function: Check


EVENT_CHECKS = (
    CheckRow("weekday", Severity.ERROR, event_dates.weekday),
    CheckRow("end", Severity.ERROR, event_dates.end),
    CheckRow("past", Severity.WARNING, event_dates.past),
    CheckRow("double", Severity.WARNING, copy_paste.double),
    CheckRow("postcode", Severity.ERROR, event_places.postcode),
    CheckRow("coordinates", Severity.ERROR, event_places.coordinates),
    CheckRow("rule-doubt", Severity.WARNING, meetings.rule_doubt),
    CheckRow("rule-choice", Severity.WARNING, meetings.rule_choice),
    CheckRow("rule-typo", Severity.WARNING, meetings.rule_typo),
)
"""Checks that run while an entry is typed, and whose problems are marked in its table."""

CHECKS = (
    CheckRow("front-matter", Severity.ERROR, front_matter.unreadable),
    CheckRow("tab", Severity.ERROR, front_matter.tab),
    CheckRow("double-key", Severity.ERROR, front_matter.double_key),
    CheckRow("type", Severity.ERROR, front_matter.types),
    CheckRow("required", Severity.WARNING, front_matter.required),
    CheckRow("unknown-key", Severity.WARNING, front_matter.unknown_key),
    CheckRow("offset", Severity.ERROR, issue_dates.offset),
    CheckRow("file-date", Severity.ERROR, issue_dates.file_date),
    CheckRow("date-file", Severity.WARNING, issue_dates.date_file),
    CheckRow("month-language", Severity.WARNING, issue_names.month_language),
    CheckRow("title", Severity.HINT, issue_names.title),
    CheckRow("file-name", Severity.HINT, issue_names.file_name),
    CheckRow("image-name", Severity.HINT, issue_names.image_name),
    CheckRow("weight", Severity.HINT, page_weight.page_weight),
    CheckRow("image-missing", Severity.ERROR, pictures.missing),
    CheckRow("image-case", Severity.ERROR, pictures.case),
    CheckRow("image-alt", Severity.WARNING, pictures.alt),
    CheckRow("image-attribution", Severity.ERROR, pictures.attribution),
    CheckRow("image-licence", Severity.WARNING, pictures.missing_license),
    CheckRow("image-size", Severity.WARNING, pictures.size),
    CheckRow("image-weight", Severity.WARNING, pictures.weight),
    *EVENT_CHECKS,
    CheckRow("date-broken", Severity.ERROR, event_dates.date_broken),
    CheckRow("line-unread", Severity.HINT, event_dates.line_unread),
    CheckRow("hours-of-days", Severity.HINT, event_dates.hours_of_days),
    CheckRow("order", Severity.WARNING, event_dates.order),
    CheckRow("holiday", Severity.HINT, event_world.holiday),
    CheckRow("clock-change", Severity.HINT, event_world.clock_change),
    CheckRow("same-time", Severity.HINT, event_world.same_time),
    CheckRow("weeks-guessed", Severity.HINT, event_world.weeks_guessed),
    CheckRow("feed-line", Severity.HINT, event_feed.subscribe),
    CheckRow("rule-entry", Severity.ERROR, meetings.rule_entry),
    CheckRow("series-once", Severity.ERROR, meetings.series_once),
    CheckRow("series-stale", Severity.WARNING, meetings.series_stale),
    CheckRow("series-start", Severity.WARNING, meetings.series_start),
    CheckRow("link-breaks-page", Severity.ERROR, calendar_links.breaks_page),
    CheckRow("link-damaged", Severity.ERROR, calendar_links.damaged),
    CheckRow("link-empty", Severity.ERROR, calendar_links.empty),
    CheckRow("link-markdown", Severity.ERROR, calendar_links.markdown),
    CheckRow("link-differs", Severity.ERROR, calendar_links.differs),
    CheckRow("link-title", Severity.WARNING, calendar_links.title),
    CheckRow("link-standard", Severity.HINT, calendar_standard.standard),
    CheckRow("coordinates-shared", Severity.ERROR, event_places.coordinates_shared),
    CheckRow("venue", Severity.HINT, event_places.venue),
    CheckRow("same-link", Severity.WARNING, copy_paste.same_link),
    CheckRow("number", Severity.WARNING, copy_paste.number),
    CheckRow("target", Severity.ERROR, links.target),
    CheckRow("swapped", Severity.ERROR, links.swapped),
    CheckRow("unrendered", Severity.ERROR, links.unrendered),
    CheckRow("http", Severity.HINT, links.plain_http),
    CheckRow("tracking", Severity.HINT, link_parameters.tracking),
    CheckRow("session", Severity.HINT, link_parameters.session_id),
    CheckRow("shortener", Severity.HINT, links.shortener),
    CheckRow("repeated", Severity.HINT, links.repeated),
    CheckRow("link-dead", Severity.WARNING, links.dead),
    CheckRow("bold", Severity.ERROR, prose.bold),
    CheckRow("brackets", Severity.WARNING, prose.brackets),
    CheckRow("heading-1", Severity.WARNING, prose.heading_one),
    CheckRow("heading-jump", Severity.HINT, prose.heading_jump),
    CheckRow("heading-twice", Severity.HINT, prose.heading_twice),
    CheckRow("blanks", Severity.HINT, prose.spaces_only),
    CheckRow("doubled", Severity.WARNING, prose.doubled),
    CheckRow("shortcode", Severity.ERROR, shortcodes.shortcode),
    CheckRow("shortcode-name", Severity.WARNING, shortcodes.shortcode_name),
    CheckRow("link-words", Severity.HINT, accessibility.link_words),
    CheckRow("link-wordless", Severity.WARNING, accessibility.link_wordless),
    CheckRow("heading-empty", Severity.WARNING, accessibility.heading_empty),
    CheckRow("alt-name", Severity.WARNING, accessibility.alt_name),
    CheckRow("bold-heading", Severity.HINT, accessibility.bold_heading),
    CheckRow("table-head", Severity.HINT, accessibility.table_head),
    CheckRow("capitals", Severity.HINT, accessibility.capitals),
    CheckRow("emoji-chain", Severity.HINT, accessibility.emoji_chain),
    CheckRow("language", Severity.HINT, accessibility.language),
    CheckRow("spelling", Severity.HINT, spelling.spelling),
    CheckRow("language-tool", Severity.HINT, grammar.language_tool),
    CheckRow("silence", Severity.HINT, suppressions.unknown_suppression),
)


def find_check(code: str) -> CheckRow | None:
    """Find a check.

    Args:
        code: Its code.

    Returns:
        Its row; None where no check has this code.
    """
    return next((row for row in CHECKS if row.code == code), None)


def run_checks(
    issue: Issue,
    context: CheckContext = EMPTY_CONTEXT,
    rows: Sequence[CheckRow] = CHECKS,
    pause: Callable[[], None] = lambda: None,
) -> list[Diagnostic]:
    """Run checks over an issue.

    Args:
        issue: The issue; its profile says which checks are off and how bad problems are.
        context: What is known beside it.
        rows: The checks to run.
        pause: Called before every check, so that other threads can go on; it may raise to stop.

    Returns:
        The problems that neither the profile nor a comment silences, in the order of the text.
    """
    diagnostics = sorted(
        _find_diagnostics(issue, context, rows, pause),
        key=lambda diagnostic: (diagnostic.span, diagnostic.code),
    )
    suppressed = suppressions.find_suppressions(issue.text)
    if not suppressed:
        return diagnostics
    return [
        diagnostic
        for diagnostic in diagnostics
        if not suppressions.is_suppressed(diagnostic, suppressed)
    ]


def _find_diagnostics(
    issue: Issue, context: CheckContext, rows: Sequence[CheckRow], pause: Callable[[], None]
) -> Iterator[Diagnostic]:
    settings = issue.profile.checks
    if suppressions.ALL_CODES in settings.off:
        return
    for row in rows:
        if row.code in settings.off:
            continue
        pause()
        severity = Severity(settings.levels.get(row.code, row.severity))
        for diagnostic in _run_check(row, issue, context):
            yield replace(diagnostic, code=row.code, severity=severity)


def _run_check(row: CheckRow, issue: Issue, context: CheckContext) -> list[Diagnostic]:
    """Run one check; one that fails unexpectedly is reported, and does not stop the others."""
    try:
        return list(row.function(issue, context))
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        reason = f"{type(error).__name__} {error}".strip()
        message = translate("core", "This could not be checked: {reason}.").fill(reason=reason)
        return [Diagnostic(Span(0, 0), message)]
