"""How links stand around the place where others are written."""

import re
from collections.abc import Sequence
from enum import StrEnum, auto

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.edits import Span
from editor.core.events.reading import kind_of_section
from editor.core.issue.issue import Issue
from editor.core.markdown.list_items import Item, read_items
from editor.core.markdown.outline import Section

_OTHER_BLOCK = ("{{", "{%", "<")
"""What does not belong to an item above it, though it would be read as its lazy continuation."""
_CODE_GAP = 5
"""From so many blanks on, words behind a marker are code (CommonMark §5.2)."""
_CLOSING = re.compile(
    r"""
    \n [ \t\r]* \n
    (?:
        [ ]{0,3} (?: -[ \t]*-[ \t]*-[-\t ]* | \*[ \t]*\*[ \t]*\*[*\t ]* | ___[_\t ]* )  # a rule
    |   (?: [ ]{0,3} \[ [^\]\n]{1,200} \]: [^\n]* (?:\n|\Z) )+                  # references
    |   [ ]{0,3} <!-- [^\n]* -->
    |   [ ]{0,3} \{\{ [<%] [ \t]* / [^\n]* [>%] \}\}
    )
    \Z
    """,
    re.VERBOSE,
)
"""A block that closes a section, and belongs to no link in it."""
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


class Form(StrEnum):
    """How links stand in a section."""

    ITEM = auto()
    PARAGRAPH = auto()
    HEADING = auto()
    """A heading of the next level with a paragraph below."""


class Neighbors(Struct, frozen=True):
    """What new text is written like, and where it goes."""

    form: Form
    place: int
    """Behind the last words that stay before it."""
    marker: str = "*"
    number: int = 0
    """What the first new item of a numbered list is; 0 where all have the same marker."""
    gap: str = " "
    """The blanks between the marker and the words."""
    indent: str = ""
    is_loose: bool = False
    level: int = 3
    is_first: bool = False
    """Whether nothing but the heading stands before it."""


def look_around(issue: Issue, number: int | None) -> Neighbors:
    """What new links at the end of a section are like; None is before the first heading."""
    if number is None:
        return _look_within(issue, _body_before_headings(issue), issue.front.body)
    section, subs = issue.sections[number], _sub_sections(issue, number)
    if _are_single_links(issue, subs):
        place = _end_of_words(issue.text, section.body)
        return Neighbors(Form.HEADING, place, level=subs[0].heading.level)
    return _look_within(issue, _own_body(section, subs), section.heading.span.end)


def _look_within(issue: Issue, own: Span, start: int) -> Neighbors:
    """What stands within a span is written like; ``start`` is the place where nothing does."""
    place = _end_of_words(issue.text, own)
    if not own.of(issue.text).strip():
        usual = _usual_neighbors(issue)
        first = 1 if usual.number else 0
        return replace(usual, place=start, number=first, indent="", is_first=True)
    items = list(read_items(issue.text, own))
    last_line = issue.text[issue.text.rfind("\n", 0, place) + 1 : place]
    if items and items[-1].span.end >= place and not last_line.startswith(_OTHER_BLOCK):
        return _beside(issue.text, items, place)
    return Neighbors(Form.PARAGRAPH, place)


def _beside(text: str, items: Sequence[Item], place: int) -> Neighbors:
    last = items[-1]
    start = last.span.start + last.indent + len(last.marker)
    gap = text[start : last.content.start]
    marker = last.marker
    same = len(items) > 1 and items[-2].marker == marker  # all of them 1, as some write
    number = int(marker[:-1]) + 1 if marker[:-1].isdigit() and not same else 0
    is_loose = len(items) > 1 and bool(_EMPTY_LINE.search(text, items[-2].span.start, start))
    indent = text[last.span.start :][: last.indent]
    gap = gap if 0 < len(gap) < _CODE_GAP else " "
    return Neighbors(Form.ITEM, place, marker, number, gap, indent, is_loose)


def _sub_sections(issue: Issue, number: int) -> list[Section]:
    """The sections right below a section."""
    section = issue.sections[number]
    inner = [s for s in issue.sections[number + 1 :] if s.span.start < section.span.end]
    top = min((sub.heading.level for sub in inner), default=0)
    return [sub for sub in inner if sub.heading.level == top]


def _are_single_links(issue: Issue, subs: Sequence[Section]) -> bool:
    """Whether sub-headings each have one paragraph, as where each link has a heading of its own."""
    bodies = [sub.body.of(issue.text).strip() for sub in subs]
    single = [body for body in bodies if body and "\n\n" not in body.replace("\r", "")]
    return len(single) > 1 and 2 * len(single) > len(bodies)


def _own_body(section: Section, subs: Sequence[Section]) -> Span:
    end = subs[0].span.start if subs else section.span.end
    return Span(section.body.start, end)


def _body_before_headings(issue: Issue) -> Span:
    end = issue.sections[0].span.start if issue.sections else len(issue.text)
    return Span(issue.front.body, max(end, issue.front.body))


def _usual_neighbors(issue: Issue) -> Neighbors:
    """How links stand in the other sections."""
    found = []
    for number, section in enumerate(issue.sections):
        own = _own_body(section, _sub_sections(issue, number))
        if own.of(issue.text).strip() and not kind_of_section(section, issue.profile.events):
            found.append(look_around(issue, number))
    lists = [each for each in found if each.form is Form.ITEM]
    if 2 * len(lists) > len(found):
        return lists[-1]
    return Neighbors(Form.PARAGRAPH, 0)


def _end_of_words(text: str, within: Span) -> int:
    """Behind the last words; rules, definitions and comments that close a section stay behind."""
    words = within.of(text).rstrip()
    while closing := _CLOSING.search(words):
        words = words[: closing.start()].rstrip()
    return within.start + len(words)


def gap_below_headings(issue: Issue, newline: str) -> str:
    """What stands between headings and their words: as the issue does it mostly."""
    gaps = []
    for section in issue.sections:
        body = section.body.of(issue.text)
        words = body.lstrip()
        if words:
            gaps.append(body[: len(body) - len(words)].count("\n") > 1)
    return 2 * newline if not gaps or 2 * sum(gaps) >= len(gaps) else newline


def gaps_at_the_top(issue: Issue, newline: str) -> tuple[str, str]:
    """What stands before and behind the first words of a text."""
    front, rest = issue.text[: issue.front.body], issue.text[issue.front.body :]
    before = newline if front.endswith(("\n", "\r")) else 2 * newline * bool(front)
    return before, newline if not rest or rest[0] in "\r\n" else 2 * newline
