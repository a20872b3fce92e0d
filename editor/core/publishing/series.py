"""What the issues of a newsletter have in common: when they come out, what counts up, what repeats.

It is read from the last issues, so that the next one can be begun without any settings.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from statistics import median

from msgspec import Struct

from editor.core.base.edits import Edit, Span
from editor.core.base.slugs import make_slug
from editor.core.calendar.day_parts import make_date
from editor.core.frontmatter.model import Path
from editor.core.issue.issue import Issue, issue_title, parse_issue
from editor.core.markdown.outline import read_lines
from editor.core.profiles.profile import FieldKind
from editor.core.publishing.counting import Counter, make_counter

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_WEEK = timedelta(weeks=1)
_MONTHLY = range(26, 36)
_MOST_STEPS = 600
_LONGEST_GAP = 100
_SWAY = 0.4
_REGULAR = 0.6
"""The share of gaps that differ from the usual one by less than the sway."""
_SHORTEST = 60
_SAME = 12
_ALIKE = 0.9
"""How much of the words of two paragraphs, that begin alike, must be the same."""
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=[T ]|\Z)")
_NEW_KINDS = (FieldKind.TEXT, FieldKind.LONG, FieldKind.IMAGE, FieldKind.FILE)
"""What a page without one to compare it with does not take over."""
_LONGEST = 4000
"""Characters of a paragraph that are compared number by number."""
_NEVER_NEW = ("date", "title", "draft", "published", "layout", "type")


class IssueSeries(Struct, frozen=True):
    """What the next issue of a series has of the last one."""

    day: date
    """When it comes out."""
    last: Issue
    before: Issue
    """The one before, without anything in it where there is none."""
    usual: int
    """Days between two issues."""

    @property
    def title(self) -> str:
        """Its title; "" where titles are new each time."""
        counted = self.counter(issue_title(self.last), issue_title(self.before))
        return counted if counted is not None else ""

    @property
    def counter(self) -> Counter:
        """Counts a text up."""
        return make_counter(self.last, self.before, self.day, self.usual)

    def values(self, title: str) -> list[tuple[Path, str | None]]:
        """Give the front matter values that differ from the last issue's.

        Args:
            title: The title of the next one.

        Returns:
            Values counted up or moved, "" for texts that are new each time, None for what goes.
        """
        return list(_count_values(self, title))


def read_series(issues: Sequence[Issue], today: date) -> IssueSeries:
    """Read what the next issue of a series is like.

    Args:
        issues: The issue to start from, and others of its kind in any order.
        today: The next one comes out on this day or later.

    Returns:
        The series. Of issues without a rhythm the next one comes out today; of one that has no day,
        or none before it, nothing repeats but its choices, flags and lists.
    """
    last = issues[0]
    earlier = [issue for issue in issues[1:] if issue.day and last.day and issue.day < last.day]
    earlier.sort(key=lambda issue: issue.day or date.min, reverse=True)
    if not earlier or not last.day:
        return IssueSeries(today, last, parse_issue("", last.profile), 1)
    dated = [last, *earlier]
    gaps = _read_gaps(dated)
    usual = max(round(median(gaps)), 1)
    day = today
    if _is_regular(gaps, usual):
        day = _next_day([issue.day for issue in dated if issue.day], usual, today)
    return IssueSeries(day, last, earlier[0], usual)


def repeat_edits(series: IssueSeries, issue: Issue, kept: Sequence[Span]) -> list[Edit]:
    """Leave of the last issue what repeats.

    Args:
        series: The series.
        issue: The last issue, of which entries may have been removed.
        kept: What stays in any case, such as its entries.

    Returns:
        Edits on its body: paragraphs that are new each time go, what counts up is counted, and what
        was hardly changed stays.
    """
    count = series.counter
    earlier = [span.of(series.before.text) for span in _read_blocks(series.before)]
    known = set(earlier)
    edits: list[Edit] = []
    blocks = list(_read_blocks(issue))
    for number, span in enumerate(blocks):
        text = span.of(issue.text)
        is_kept = any(span.start < other.end and other.start < span.end for other in kept)
        if is_kept or text in known:
            continue
        counted = None
        if len(text) <= _LONGEST:
            found = (count(text, other) for other in earlier)
            counted = next((new for new in found if new is not None), None)
        if counted is not None:
            edits.append(Edit(span.start, span.end, counted))
        elif not any(_are_alike(text, other) for other in earlier):
            end = blocks[number + 1].start if number + 1 < len(blocks) else len(issue.text)
            edits.append(Edit(span.start, end, ""))
    return edits


def _are_alike(text: str, other: str) -> bool:
    """Whether two paragraphs are the same but for a few words."""
    if not _SHORTEST <= len(text) <= _LONGEST or text[:_SAME] != other[:_SAME]:
        return False
    matcher = SequenceMatcher(None, text.split(), other.split(), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


# --- days -----------------------------------------------------------------------------------------


def _read_gaps(issues: Sequence[Issue]) -> list[float]:
    """The days between two issues; where their titles are numbered, some may be missing here."""
    gaps = []
    for later, earlier in zip(issues, issues[1:], strict=False):
        assert later.day and earlier.day
        gap = (later.day - earlier.day).days
        numbers = zip(_numbers_of(later), _numbers_of(earlier), strict=False)
        steps = max((new - old for new, old in numbers if 0 < new - old <= gap), default=1)
        gaps.append(gap / steps)
    return gaps


def _is_regular(gaps: Sequence[float], usual: int) -> bool:
    """Whether issues come out in a rhythm of at most a quarter."""
    alike = sum(abs(gap - usual) <= _SWAY * usual + 1 for gap in gaps)
    return usual <= _LONGEST_GAP and alike >= _REGULAR * len(gaps)


def _numbers_of(issue: Issue) -> list[int]:
    return [int(token) for token in re.findall(r"\d{1,9}", issue_title(issue))]


def _next_day(days: Sequence[date], usual: int, today: date) -> date:
    """The day after the last one, in the rhythm of all, that is not over yet."""
    day = days[0]
    try:
        for step in range(1, _MOST_STEPS):
            day = _add_months(days, step) if usual in _MONTHLY else _add_days(days[0], usual, step)
            if day >= today:
                break
    except (OverflowError, ValueError):  # behind the year 9999
        return day
    return day


def _add_days(last: date, usual: int, step: int) -> date:
    weeks = round(usual / 7)
    length = _WEEK * weeks if weeks and abs(usual - 7 * weeks) <= 2 else timedelta(days=usual)
    return last + max(length, timedelta(days=1)) * step


def _add_months(days: Sequence[date], step: int) -> date:
    """The same day of a later month, or the same weekday of it, as most have it."""
    last = days[0]
    year, month = divmod(last.year * 12 + last.month - 1 + step, 12)
    same_day = sum(day.day == last.day for day in days)
    same_weekday = sum(_place_of(day) == _place_of(last) for day in days)
    if same_weekday > same_day:
        first = date(year, month + 1, 1)
        weekday, week = _place_of(last)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * min(week, 3))
    return make_date(year, month + 1, last.day) or date(year, month + 1, 28)


def _place_of(day: date) -> tuple[int, int]:
    """The weekday, and the week of the month."""
    return day.weekday(), (day.day - 1) // 7


# --- values ---------------------------------------------------------------------------------------


def _count_values(series: IssueSeries, title: str) -> Iterator[tuple[Path, str | None]]:
    last, before, count = series.last, series.before, series.counter
    kinds = {field.key: field.widget for field in last.profile.fields}
    for node in last.front.root.children if last.front.root else ():
        other = before.front.node(node.name)
        if node.name.casefold() in _NEVER_NEW or node.kind != "scalar":
            continue
        if other is not None and other.text == node.text:
            continue
        counted = count(node.text, other.text) if other is not None else None
        if counted is None:
            counted = _move_date(node.text, series)
        if counted is None and node.name.casefold() == "slug":
            counted = make_slug(title) if title else ""
        if counted is not None:
            yield (node.name,), counted
        elif other is not None or kinds.get(node.name, FieldKind.TEXT) in _NEW_KINDS:
            yield (node.name,), "" if isinstance(node.value, str) else None


def _move_date(text: str, series: IssueSeries) -> str | None:
    """A date as far from the day of its issue as before; None for what is no date."""
    match = _ISO_DAY.match(text)
    try:
        if match and series.last.day:
            moved = series.day + (date.fromisoformat(match[0]) - series.last.day)
            return moved.isoformat() + text[match.end() :]
    except (ValueError, OverflowError):
        return None
    return None


# --- blocks ---------------------------------------------------------------------------------------


def _read_blocks(issue: Issue) -> Iterator[Span]:
    """The paragraphs, lists and headings of the body; code is one block."""
    start = end = -1
    fence = ""
    for line in read_lines(issue.text, issue.front.body, len(issue.text)):
        content = line.span.of(issue.text)
        opening = _FENCE.match(content)
        if fence:
            end = line.span.end
            fence = "" if content.strip().startswith(fence) else fence
            continue
        is_heading = _HEADING.match(content) is not None
        if start >= 0 and (not content.strip() or is_heading):
            yield Span(start, end)
            start = -1
        if content.strip():
            start, end = (line.span.start if start < 0 else start), line.span.end
            if is_heading:
                yield Span(start, end)
                start = -1
        if opening:
            fence = opening[1]
    if start >= 0:
        yield Span(start, end)
