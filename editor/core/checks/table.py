"""Checks: functions of an issue that find what a reader of the page would stumble over.

A check is one function ``(Issue, Context) -> Iterator[Found]`` and one row here; what it is about, and how it is
mended, stands under its code in resources/data/checks.toml.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.core.base.edits import Edit, Span, apply
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.base.severity import Severity
from editor.core.checks import (
    calendar_links,
    copy_paste,
    event_dates,
    event_places,
    front_matter,
    links,
    meetings,
    pictures,
    prose,
    spelling,
    suppressions,
)
from editor.core.checks.diagnostic import (
    EMPTY_CONTEXT,
    Check,
    CheckContext,
    Diagnostic,
    PictureFacts,
    Speller,
)
from editor.core.events.model import Event
from editor.core.issue.issue import Issue

__all__ = (
    "CHECKS",
    "EVENT_CHECKS",
    "EMPTY_CONTEXT",
    "CheckContext",
    "Diagnostic",
    "PictureFacts",
    "CheckRow",
    "run_checks",
    "entry_of",
    "fix_edits",
    "find_check",
    "Speller",
)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check: its code, how bad it is, and the function that finds it."""

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
    CheckRow("rule-doubt", Severity.WARNING, meetings.doubt),
    CheckRow("rule-choice", Severity.WARNING, meetings.choice),
    CheckRow("rule-typo", Severity.WARNING, meetings.typo),
)
"""What is checked while an event is being typed, and marked in its table."""

CHECKS = (
    CheckRow("front-matter", Severity.ERROR, front_matter.unreadable),
    CheckRow("tab", Severity.ERROR, front_matter.tab),
    CheckRow("double-key", Severity.ERROR, front_matter.double_key),
    CheckRow("type", Severity.ERROR, front_matter.types),
    CheckRow("required", Severity.WARNING, front_matter.required),
    CheckRow("unknown-key", Severity.WARNING, front_matter.unknown),
    CheckRow("offset", Severity.ERROR, front_matter.offset),
    CheckRow("file-date", Severity.ERROR, front_matter.file_date),
    CheckRow("date-file", Severity.WARNING, front_matter.date_file),
    CheckRow("month-language", Severity.WARNING, front_matter.language),
    CheckRow("title", Severity.HINT, front_matter.title),
    CheckRow("file-name", Severity.HINT, front_matter.file_name),
    CheckRow("image-name", Severity.HINT, front_matter.image_name),
    CheckRow("weight", Severity.HINT, front_matter.weight),
    CheckRow("image-missing", Severity.ERROR, pictures.missing),
    CheckRow("image-case", Severity.ERROR, pictures.case),
    CheckRow("image-alt", Severity.WARNING, pictures.alt),
    CheckRow("image-attribution", Severity.ERROR, pictures.attribution),
    CheckRow("image-licence", Severity.WARNING, pictures.licence),
    CheckRow("image-size", Severity.WARNING, pictures.size),
    CheckRow("image-weight", Severity.WARNING, pictures.weight),
    *EVENT_CHECKS,
    CheckRow("date-broken", Severity.ERROR, event_dates.broken),
    CheckRow("order", Severity.WARNING, event_dates.order),
    CheckRow("rule-entry", Severity.ERROR, meetings.against),
    CheckRow("series-once", Severity.ERROR, meetings.without_rule),
    CheckRow("series-stale", Severity.WARNING, meetings.stale),
    CheckRow("series-start", Severity.WARNING, meetings.start),
    CheckRow("link-breaks-page", Severity.ERROR, calendar_links.breaks_page),
    CheckRow("link-damaged", Severity.ERROR, calendar_links.damaged),
    CheckRow("link-empty", Severity.ERROR, calendar_links.empty),
    CheckRow("link-markdown", Severity.ERROR, calendar_links.markdown),
    CheckRow("link-differs", Severity.ERROR, calendar_links.contradicts),
    CheckRow("link-title", Severity.WARNING, calendar_links.title),
    CheckRow("link-standard", Severity.HINT, calendar_links.standard),
    CheckRow("coordinates-shared", Severity.ERROR, event_places.shared),
    CheckRow("venue", Severity.HINT, event_places.venue),
    CheckRow("same-link", Severity.WARNING, copy_paste.same_link),
    CheckRow("number", Severity.WARNING, copy_paste.number),
    CheckRow("target", Severity.ERROR, links.target),
    CheckRow("swapped", Severity.ERROR, links.swapped),
    CheckRow("unrendered", Severity.ERROR, links.unrendered),
    CheckRow("http", Severity.HINT, links.plain_http),
    CheckRow("tracking", Severity.HINT, links.tracking),
    CheckRow("session", Severity.HINT, links.session_id),
    CheckRow("shortener", Severity.HINT, links.shortener),
    CheckRow("repeated", Severity.HINT, links.repeated),
    CheckRow("link-dead", Severity.WARNING, links.dead),
    CheckRow("bold", Severity.ERROR, prose.bold),
    CheckRow("brackets", Severity.WARNING, prose.brackets),
    CheckRow("heading-1", Severity.WARNING, prose.heading_one),
    CheckRow("heading-jump", Severity.HINT, prose.heading_jump),
    CheckRow("heading-twice", Severity.HINT, prose.heading_twice),
    CheckRow("blanks", Severity.HINT, prose.trailing),
    CheckRow("doubled", Severity.WARNING, prose.doubled),
    CheckRow("shortcode", Severity.ERROR, prose.shortcode),
    CheckRow("shortcode-name", Severity.WARNING, prose.shortcode_name),
    CheckRow("spelling", Severity.HINT, spelling.spelling),
    CheckRow("silence", Severity.HINT, suppressions.unknown_suppression),
)


def find_check(code: str) -> CheckRow | None:
    """The row of a code."""
    return next((row for row in CHECKS if row.code == code), None)


def run_checks(
    issue: Issue,
    context: CheckContext = EMPTY_CONTEXT,
    among: Sequence[CheckRow] = CHECKS,
    pause: Callable[[], None] = lambda: None,
) -> list[Diagnostic]:
    """All problems of an issue, in the order of the text; those the profile or a comment silences left out. ``pause`` is
    called before every check: others may go on meanwhile, and it may raise to end the work."""
    found = sorted(
        _diagnostics(issue, context, among, pause),
        key=lambda diagnostic: (diagnostic.span, diagnostic.code),
    )
    quiet = suppressions.find_suppressions(issue.text)
    if quiet:
        return [
            diagnostic
            for diagnostic in found
            if not suppressions.is_suppressed(issue.text, diagnostic, quiet)
        ]
    return found


def _diagnostics(
    issue: Issue, context: CheckContext, among: Sequence[CheckRow], pause: Callable[[], None]
) -> Iterator[Diagnostic]:
    settings = issue.profile.checks
    for row in among if suppressions.ALL_CODES not in settings.off else ():
        if row.code not in settings.off:
            pause()
            severity = Severity(settings.levels.get(row.code, row.severity))
            for diagnostic in _run(row, issue, context):
                yield replace(diagnostic, code=row.code, severity=severity)


def _run(row: CheckRow, issue: Issue, context: CheckContext) -> list[Diagnostic]:
    """What a check finds. One that stumbles over something nobody has thought of does not take the others with it."""
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
        return [
            Diagnostic(
                Span(0, 0),
                translate("core", "This could not be checked: {reason}.").fill(reason=reason),
            )
        ]


def entry_of(issue: Issue, diagnostic: Diagnostic) -> Event | None:
    """The event, meeting or deadline it is about; None for none."""
    before = bisect_right(issue.entries, diagnostic.span.start, key=lambda entry: entry.span.start)
    entry = issue.entries[before - 1] if before else None
    if entry and diagnostic.span.start < entry.span.end:
        return entry
    return None


# --- mending --------------------------------------------------------------------------------------


def fix_edits(text: str, diagnostics: Sequence[Diagnostic]) -> list[Edit]:
    """The edits that mend several problems at once; of two that touch the same place the first counts."""
    edits: list[Edit] = []
    for diagnostic in diagnostics:
        try:
            made = diagnostic.fix() if diagnostic.fix else []
        except UserFacingError:
            continue
        if not any(_touch(one, other) for one in made for other in edits):
            edits += [edit for edit in made if text[edit.start : edit.end] != edit.new]
    apply(text, edits)
    return sorted(edits)


def _touch(one: Edit, other: Edit) -> bool:
    return (
        one == other
        or (one.start < other.end and other.start < one.end)
        or one.start == other.start
    )
