"""Checks: functions of an issue that find what a reader of the page would stumble over.

A check is one function ``(Issue, Context) -> Iterator[Found]`` and one row here; what it is about, and how it is
mended, stands under its code in resources/data/checks.toml.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from editor.core.base.edits import Edit, Span, apply
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
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
    ERROR,
    HINT,
    WARNING,
    Check,
    CheckContext,
    Diagnostic,
    Finding,
    PictureFacts,
    Speller,
)
from editor.core.events.reading import Event
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import LEVELS

__all__ = (
    "CHECKS",
    "EVENT_CHECKS",
    "LEVELS",
    "EMPTY_CONTEXT",
    "CheckContext",
    "Finding",
    "PictureFacts",
    "Diagnostic",
    "CheckRow",
    "run_checks",
    "entry_of",
    "fix_edits",
    "find_check",
    "page_of",
    "Speller",
)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check: its code, how bad it is, and the function that finds it."""

    code: str
    level: str
    function: Check


EVENT_CHECKS = (
    CheckRow("weekday", ERROR, event_dates.weekday),
    CheckRow("end", ERROR, event_dates.end),
    CheckRow("past", WARNING, event_dates.past),
    CheckRow("double", WARNING, copy_paste.double),
    CheckRow("postcode", ERROR, event_places.postcode),
    CheckRow("coordinates", ERROR, event_places.coordinates),
    CheckRow("rule-doubt", WARNING, meetings.doubt),
    CheckRow("rule-choice", WARNING, meetings.choice),
    CheckRow("rule-typo", WARNING, meetings.typo),
)
"""What is checked while an event is being typed, and marked in its table."""

CHECKS = (
    CheckRow("front-matter", ERROR, front_matter.unreadable),
    CheckRow("tab", ERROR, front_matter.tab),
    CheckRow("double-key", ERROR, front_matter.double_key),
    CheckRow("type", ERROR, front_matter.types),
    CheckRow("required", WARNING, front_matter.required),
    CheckRow("unknown-key", WARNING, front_matter.unknown),
    CheckRow("offset", ERROR, front_matter.offset),
    CheckRow("file-date", ERROR, front_matter.file_date),
    CheckRow("date-file", WARNING, front_matter.date_file),
    CheckRow("month-language", WARNING, front_matter.language),
    CheckRow("title", HINT, front_matter.title),
    CheckRow("file-name", HINT, front_matter.file_name),
    CheckRow("image-name", HINT, front_matter.image_name),
    CheckRow("weight", HINT, front_matter.weight),
    CheckRow("image-missing", ERROR, pictures.missing),
    CheckRow("image-case", ERROR, pictures.case),
    CheckRow("image-alt", WARNING, pictures.alt),
    CheckRow("image-attribution", ERROR, pictures.attribution),
    CheckRow("image-licence", WARNING, pictures.licence),
    CheckRow("image-size", WARNING, pictures.size),
    CheckRow("image-weight", WARNING, pictures.weight),
    *EVENT_CHECKS,
    CheckRow("date-broken", ERROR, event_dates.broken),
    CheckRow("order", WARNING, event_dates.order),
    CheckRow("rule-entry", ERROR, meetings.against),
    CheckRow("series-once", ERROR, meetings.without_rule),
    CheckRow("series-stale", WARNING, meetings.stale),
    CheckRow("series-start", WARNING, meetings.start),
    CheckRow("link-breaks-page", ERROR, calendar_links.breaks_page),
    CheckRow("link-damaged", ERROR, calendar_links.damaged),
    CheckRow("link-empty", ERROR, calendar_links.empty),
    CheckRow("link-markdown", ERROR, calendar_links.markdown),
    CheckRow("link-differs", ERROR, calendar_links.contradicts),
    CheckRow("link-title", WARNING, calendar_links.title),
    CheckRow("link-standard", HINT, calendar_links.standard),
    CheckRow("coordinates-shared", ERROR, event_places.shared),
    CheckRow("venue", HINT, event_places.venue),
    CheckRow("same-link", WARNING, copy_paste.same_link),
    CheckRow("number", WARNING, copy_paste.number),
    CheckRow("target", ERROR, links.target),
    CheckRow("swapped", ERROR, links.swapped),
    CheckRow("unrendered", ERROR, links.unrendered),
    CheckRow("http", HINT, links.plain_http),
    CheckRow("tracking", HINT, links.tracking),
    CheckRow("session", HINT, links.session_id),
    CheckRow("shortener", HINT, links.shortener),
    CheckRow("repeated", HINT, links.repeated),
    CheckRow("link-dead", WARNING, links.dead),
    CheckRow("bold", ERROR, prose.bold),
    CheckRow("brackets", WARNING, prose.brackets),
    CheckRow("heading-1", WARNING, prose.heading_one),
    CheckRow("heading-jump", HINT, prose.heading_jump),
    CheckRow("heading-twice", HINT, prose.heading_twice),
    CheckRow("blanks", HINT, prose.trailing),
    CheckRow("doubled", WARNING, prose.doubled),
    CheckRow("shortcode", ERROR, prose.shortcode),
    CheckRow("shortcode-name", WARNING, prose.shortcode_name),
    CheckRow("spelling", HINT, spelling.spelling),
    CheckRow("silence", HINT, suppressions.unknown_suppression),
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
        _problems(issue, context, among, pause), key=lambda problem: (problem.span, problem.code)
    )
    quiet = suppressions.find_suppressions(issue.text)
    return (
        [problem for problem in found if not suppressions.is_suppressed(issue.text, problem, quiet)]
        if quiet
        else found
    )


def _problems(
    issue: Issue, context: CheckContext, among: Sequence[CheckRow], pause: Callable[[], None]
) -> Iterator[Diagnostic]:
    settings = issue.profile.checks
    for row in among if suppressions.ALL_CODES not in settings.off else ():
        if row.code not in settings.off:
            pause()
            level = settings.levels.get(row.code, row.level)
            yield from (
                Diagnostic(
                    row.code,
                    level,
                    found.span,
                    found.message,
                    found.fix,
                    found.is_safe_fix,
                    found.options,
                )
                for found in _found(row, issue, context)
            )


def _found(row: CheckRow, issue: Issue, context: CheckContext) -> list[Finding]:
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
            Finding(
                Span(0, 0),
                translate("core", "This could not be checked: {reason}.").fill(reason=reason),
            )
        ]


def page_of(issue: Issue, problem: Diagnostic) -> str:
    """Where people mend it: "head", "image", "event", "meeting", "deadline", or "source" for the Markdown."""
    if problem.span.start < issue.front.body:
        return "image" if problem.code.startswith("image-") else "head"
    entry = entry_of(issue, problem)
    return entry.kind if entry else "source"


def entry_of(issue: Issue, problem: Diagnostic) -> Event | None:
    """The event, meeting or deadline it is about; None for none."""
    before = bisect_right(issue.entries, problem.span.start, key=lambda entry: entry.span.start)
    entry = issue.entries[before - 1] if before else None
    return entry if entry and problem.span.start < entry.span.end else None


# --- mending --------------------------------------------------------------------------------------


def fix_edits(text: str, problems: Sequence[Diagnostic]) -> list[Edit]:
    """The edits that mend several problems at once; of two that touch the same place the first counts."""
    edits: list[Edit] = []
    for problem in problems:
        try:
            made = problem.fix() if problem.fix else []
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
