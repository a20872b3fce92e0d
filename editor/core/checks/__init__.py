"""Checks: functions of an issue that find what a reader of the page would stumble over.

A check is one function ``(Issue, Context) -> Iterator[Found]`` and one row here; what it is about, and how it is
mended, stands under its code in resources/data/checks.toml.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from editor.core.checks import (
    calendar,
    dated,
    front,
    links,
    pictures,
    places,
    prose,
    series,
    silence,
    slips,
    spelling,
)
from editor.core.checks.problem import (
    ERROR,
    HINT,
    NOTHING_KNOWN,
    WARNING,
    Check,
    Context,
    Found,
    Pictures,
    Problem,
    Speller,
)
from editor.core.events import Event
from editor.core.issue import Issue
from editor.core.profile import LEVELS
from editor.core.text import Edit, Refused, Span, apply, translate

__all__ = (
    "CHECKS",
    "EVENTS",
    "LEVELS",
    "NOTHING_KNOWN",
    "Context",
    "Found",
    "Pictures",
    "Problem",
    "Row",
    "check",
    "entry_of",
    "fixed",
    "named",
    "page_of",
    "Speller",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A check: its code, how bad it is, and the function that finds it."""

    code: str
    level: str
    function: Check


EVENTS = (
    Row("weekday", ERROR, dated.weekday),
    Row("end", ERROR, dated.end),
    Row("past", WARNING, dated.past),
    Row("double", WARNING, slips.double),
    Row("postcode", ERROR, places.postcode),
    Row("coordinates", ERROR, places.coordinates),
    Row("rule-doubt", WARNING, series.doubt),
    Row("rule-choice", WARNING, series.choice),
    Row("rule-typo", WARNING, series.typo),
)
"""What is checked while an event is being typed, and marked in its table."""

CHECKS = (
    Row("front-matter", ERROR, front.unreadable),
    Row("tab", ERROR, front.tab),
    Row("double-key", ERROR, front.double_key),
    Row("type", ERROR, front.types),
    Row("required", WARNING, front.required),
    Row("unknown-key", WARNING, front.unknown),
    Row("offset", ERROR, front.offset),
    Row("file-date", ERROR, front.file_date),
    Row("date-file", WARNING, front.date_file),
    Row("month-language", WARNING, front.language),
    Row("title", HINT, front.title),
    Row("file-name", HINT, front.file_name),
    Row("image-name", HINT, front.image_name),
    Row("weight", HINT, front.weight),
    Row("image-missing", ERROR, pictures.missing),
    Row("image-case", ERROR, pictures.case),
    Row("image-alt", WARNING, pictures.alt),
    Row("image-attribution", ERROR, pictures.attribution),
    Row("image-licence", WARNING, pictures.licence),
    Row("image-size", WARNING, pictures.size),
    Row("image-weight", WARNING, pictures.weight),
    *EVENTS,
    Row("date-broken", ERROR, dated.broken),
    Row("order", WARNING, dated.order),
    Row("rule-entry", ERROR, series.against),
    Row("series-once", ERROR, series.without_rule),
    Row("series-stale", WARNING, series.stale),
    Row("series-start", WARNING, series.start),
    Row("link-breaks-page", ERROR, calendar.breaks_page),
    Row("link-damaged", ERROR, calendar.damaged),
    Row("link-empty", ERROR, calendar.empty),
    Row("link-markdown", ERROR, calendar.markdown),
    Row("link-differs", ERROR, calendar.contradicts),
    Row("link-title", WARNING, calendar.title),
    Row("link-standard", HINT, calendar.standard),
    Row("coordinates-shared", ERROR, places.shared),
    Row("venue", HINT, places.venue),
    Row("same-link", WARNING, slips.same_link),
    Row("number", WARNING, slips.number),
    Row("target", ERROR, links.target),
    Row("swapped", ERROR, links.swapped),
    Row("unrendered", ERROR, links.unrendered),
    Row("http", HINT, links.plain_http),
    Row("tracking", HINT, links.tracking),
    Row("session", HINT, links.session),
    Row("shortener", HINT, links.shortener),
    Row("repeated", HINT, links.repeated),
    Row("link-dead", WARNING, links.dead),
    Row("bold", ERROR, prose.bold),
    Row("brackets", WARNING, prose.brackets),
    Row("heading-1", WARNING, prose.heading_one),
    Row("heading-jump", HINT, prose.heading_jump),
    Row("heading-twice", HINT, prose.heading_twice),
    Row("blanks", HINT, prose.trailing),
    Row("doubled", WARNING, prose.doubled),
    Row("shortcode", ERROR, prose.shortcode),
    Row("shortcode-name", WARNING, prose.shortcode_name),
    Row("spelling", HINT, spelling.spelling),
    Row("silence", HINT, silence.misspelt),
)


def named(code: str) -> Row | None:
    """The row of a code."""
    return next((row for row in CHECKS if row.code == code), None)


def check(
    issue: Issue,
    context: Context = NOTHING_KNOWN,
    among: Sequence[Row] = CHECKS,
    pause: Callable[[], None] = lambda: None,
) -> list[Problem]:
    """All problems of an issue, in the order of the text; those the profile or a comment silences left out. ``pause`` is
    called before every check: others may go on meanwhile, and it may raise to end the work."""
    found = sorted(
        _problems(issue, context, among, pause), key=lambda problem: (problem.span, problem.code)
    )
    quiet = silence.silenced(issue.text)
    return (
        [problem for problem in found if not silence.is_quiet(issue.text, problem, quiet)]
        if quiet
        else found
    )


def _problems(
    issue: Issue, context: Context, among: Sequence[Row], pause: Callable[[], None]
) -> Iterator[Problem]:
    settings = issue.profile.checks
    for row in among if silence.ALL not in settings.off else ():
        if row.code not in settings.off:
            pause()
            level = settings.levels.get(row.code, row.level)
            yield from (
                Problem(
                    row.code, level, found.span, found.message, found.fix, found.sure, found.options
                )
                for found in _found(row, issue, context)
            )


def _found(row: Row, issue: Issue, context: Context) -> list[Found]:
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
            Found(
                Span(0, 0),
                translate("core", "This could not be checked: {reason}.").fill(reason=reason),
            )
        ]


def page_of(issue: Issue, problem: Problem) -> str:
    """Where people mend it: "head", "image", "event", "meeting", "deadline", or "source" for the Markdown."""
    if problem.span.start < issue.front.body:
        return "image" if problem.code.startswith("image-") else "head"
    entry = entry_of(issue, problem)
    return entry.kind if entry else "source"


def entry_of(issue: Issue, problem: Problem) -> Event | None:
    """The event, meeting or deadline it is about; None for none."""
    before = bisect_right(issue.entries, problem.span.start, key=lambda entry: entry.span.start)
    entry = issue.entries[before - 1] if before else None
    return entry if entry and problem.span.start < entry.span.end else None


# --- mending --------------------------------------------------------------------------------------


def fixed(text: str, problems: Sequence[Problem]) -> list[Edit]:
    """The edits that mend several problems at once; of two that touch the same place the first counts."""
    edits: list[Edit] = []
    for problem in problems:
        try:
            made = problem.fix() if problem.fix else []
        except Refused:
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
