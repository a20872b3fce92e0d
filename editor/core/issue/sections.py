"""Sections of the text moved, added and counted. What is in them keeps its bytes."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from editor.core.base.edits import Edit, Span, apply
from editor.core.base.encoding import detect_newline
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.base.remembering import remember
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.reading import kind_of_section
from editor.core.issue.issue import Issue, parse_issue
from editor.core.markdown.inline import plain_text
from editor.core.markdown.outline import Section

WORDS_A_MINUTE = 200
"""How fast people read on a screen, roughly."""
_MOST_OFFERED = 30
_WORD = re.compile(r"(?<!\S)[^\w\s]*\w\S*")


def move_section(issue: Issue, index: int, target: int) -> list[Edit]:
    """Move a section, with all that is under it, before another one.

    Args:
        issue: The issue.
        index: Which section.
        target: Before which one it goes; the number of sections for the end of the text.

    Returns:
        One edit of the text between the two places; [] where it stands there already.

    Raises:
        EditRejected: If it would go into itself, or the headings would not be read as before.
    """
    sections, text = issue.sections, issue.text
    moved = sections[index].span
    place = sections[target].span.start if target < len(sections) else len(text)
    if moved.start <= place <= moved.end:
        if moved.start < place < moved.end:
            raise EditRejected(translate("core", "A section cannot go into itself."))
        return []
    first, second = Span(place, moved.start), moved
    if place > moved.start:
        first, second = moved, Span(moved.end, place)
    edit = _exchange(text, first, second)
    _check(issue, edit, index, target)
    return [edit]


def _exchange(text: str, first: Span, second: Span) -> Edit:
    """Two neighbors change places; the empty lines between them and behind them stay."""
    parts = []
    for span in (first, second):
        words = span.of(text)
        bare = words.rstrip("\r\n")
        parts.append((bare, words[len(bare) :]))
    (left, between), (right, behind) = parts
    between = between or 2 * detect_newline(text)
    return Edit(first.start, second.end, right + between + left + behind)


def _check(issue: Issue, edit: Edit, index: int, target: int) -> None:
    """See that the headings are those of before in their new order, and nothing else differs."""
    after = parse_issue(apply(issue.text, [edit]), issue.profile)
    headings = [section.heading for section in issue.sections]
    end = index + 1
    while end < len(headings) and issue.sections[end].span.end <= issue.sections[index].span.end:
        end += 1
    block, rest = headings[index:end], headings[:index] + headings[end:]
    at = target if target <= index else target - len(block)
    wanted = [*rest[:at], *block, *rest[at:]]
    same = [(heading.level, heading.title) for heading in wanted] == [
        (section.heading.level, section.heading.title) for section in after.sections
    ]
    if not same or Counter(issue.text.split()) != Counter(after.text.split()):
        raise EditRejected(
            translate("core", "The section cannot go there: it would be read in another way.")
        )


def find_neighbor(issue: Issue, index: int, *, up: bool) -> int | None:
    """Find before which section another one goes by one step.

    Args:
        issue: The issue.
        index: Which section.
        up: Whether it goes up.

    Returns:
        The target for ``move_section``; None where there is no neighbor of its level.
    """
    sections = issue.sections
    level = sections[index].heading.level
    if up:
        for at in range(index - 1, -1, -1):
            if sections[at].heading.level < level:
                return None
            if sections[at].heading.level == level:
                return at
        return None
    behind = [at for at in range(index + 1, len(sections)) if sections[at].heading.level <= level]
    if not behind or sections[behind[0]].heading.level < level:
        return None
    return behind[1] if len(behind) > 1 else len(sections)


def count_words(issue: Issue, span: Span) -> int:
    """Count the words of a part of the text, without calendar links.

    Args:
        issue: The issue.
        span: The part.

    Returns:
        How many words there are between blanks; a lone mark such as ``##`` is none.
    """
    # words end before a heading, so only the part that was changed is counted again
    first = bisect_right(issue.sections, span.start, key=_start_of)
    last = bisect_left(issue.sections, span.end, key=_start_of)
    cuts = [span.start, *map(_start_of, issue.sections[first:last]), span.end]
    return sum(_count(issue.text[start:end]) for start, end in pairwise(cuts))


def _start_of(section: Section) -> int:
    return section.span.start


@remember(3000)
def _count(words: str) -> int:
    if "text/calendar" in words:
        words = CALENDAR_ANCHOR.sub("", words)
    return len(_WORD.findall(words))


def offer_sections(issue: Issue, earlier: Iterable[Issue]) -> list[str]:
    """List headings for a new section: those of the profile, then those of earlier issues.

    Args:
        issue: The issue; what it has is left out.
        earlier: Issues of the same site.

    Returns:
        Titles without marks, the more frequent ones first.
    """
    present = {plain_text(section.heading.title) for section in issue.sections}
    counts = Counter(
        plain_text(section.heading.title)
        for other in earlier
        for section in other.sections
        if section.heading.level == 2 and not kind_of_section(section, issue.profile.events)
    )
    titles = [*issue.profile.sections, *(title for title, _ in counts.most_common())]
    offered = dict.fromkeys(title for title in titles if title and title not in present)
    return list(offered)[:_MOST_OFFERED]


def insert_section(issue: Issue, position: int, title: str) -> list[Edit]:
    """Insert the heading of a new section behind the section of a place.

    Args:
        issue: The issue.
        position: A position of the text.
        title: The words of the heading.

    Returns:
        The edits; the heading has the level of the section it follows, at least the second.

    Raises:
        EditRejected: If it would not be read as a heading there.
    """
    text, newline = issue.text, detect_newline(issue.text)
    around = [s for s in issue.sections if s.span.start <= position < s.span.end]
    top = min((section.heading.level for section in issue.sections), default=2)
    level = max(top, 2)
    around = [section for section in around if section.heading.level <= level] or around[:1]
    at = around[-1].span.end if around else _first_place(issue, position)
    words = text[:at].rstrip("\r\n")
    before, start = 2 * newline, len(words)
    if len(words) <= issue.front.body:
        before, start = newline if issue.front.body else "", max(at, issue.front.body)
    behind = newline if not text[at:].strip() else 2 * newline
    heading = "#" * level + " " + " ".join(title.split())
    edit = Edit(start, at, before + heading + behind)
    after = parse_issue(apply(text, [edit]), issue.profile)
    if len(after.sections) != len(issue.sections) + 1:
        raise EditRejected(translate("core", "No section can begin here."))
    return [edit]


def _first_place(issue: Issue, position: int) -> int:
    """Where a section goes that follows none: before the first one, else at the end."""
    if issue.sections and position < issue.sections[0].span.start:
        return issue.sections[0].span.start
    return len(issue.text)
