"""The body's skeleton: headings and sections with spans, found line by line.

A scanner of its own because markdown-it needs 30 ms for a large issue and the outline is asked
for at every key press; a test holds it against markdown-it's own line numbers on every corpus
file.
Source: CommonMark 0.31 §4.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from editor.core.base.edits import Span
from editor.core.markdown.block_starts import (
    ATX_HEADING,
    CONTAINER,
    LIST_ITEM,
    count_indent,
    find_closing,
)


class Heading(NamedTuple):
    """A top-level heading."""

    level: int
    title: str
    """The text, as written."""
    span: Span
    """Its line, without the end; underlined, its lines."""

    def moved(self, by: int) -> "Heading":
        """Return the heading so many code points further on."""
        return Heading(self.level, self.title, self.span.moved(by))


class Section(NamedTuple):
    """A heading and all that follows until the next heading of its level or above."""

    heading: Heading
    span: Span
    """From the heading to the end, line ends included."""

    @property
    def body(self) -> Span:
        """What stands behind the heading."""
        return Span(self.heading.span.end, self.span.end)


class Line(NamedTuple):
    """A line without its end; ``after`` is where the next one starts."""

    span: Span
    after: int


_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_UNDERLINE_LEVELS = {"=": 1, "-": 2}
_NO_PARAGRAPH = re.compile(
    r"""
    [ ]{0,3}
    (?:
        >                           # a quote
        | [*+-][ \t]                # a list
        | \d{1,9}[.)][ \t]
        | \#{1,6}[ \t]              # a heading
        | <[a-zA-Z/!?]              # HTML
        | (?:[*_-][ \t]*){3,}$      # a thematic break
    )
    | [ ]{4}                        # code
    | \t
    """,
    re.VERBOSE,
)
_CANDIDATE_LINE = r"""
    [ ]{0,3}
    (?:
        \#                              # a heading
        | ``` | ~~~ | <                 # code or HTML, which hide headings
        | =+[ \t]*\r?$ | -+[ \t]*\r?$   # an underline
    )
"""
_CANDIDATE = re.compile(_CANDIDATE_LINE, re.VERBOSE | re.MULTILINE)
_FURTHER_CANDIDATE = re.compile(rf"\n {_CANDIDATE_LINE}", re.VERBOSE | re.MULTILINE)
"""One on another line: found five times as fast as by a ``^``."""
MAX_HEADINGS = 2000
"""How many headings are read: no page has more, but those that are made to hurt."""
MAX_CANDIDATES = 10_000
"""How many lines are looked at that may be headings."""
_MAX_LINES_BACK = 300
"""How many lines are looked back: without a limit, hostile texts take quadratic time."""


def read_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Yield the lines of a range; LF and CR LF end a line.

    Args:
        text: The whole document.
        start: Where the range starts.
        end: Where it ends; None is the end of the text.

    Yields:
        The lines in their order.
    """
    if end is None:
        end = len(text)
    while start < end:
        stop = text.find("\n", start, end)
        after = stop + 1
        if stop < 0:
            stop = after = end
        if stop > start and text[stop - 1] == "\r":
            stop -= 1
        yield Line(Span(start, stop), after)
        start = after


def may_hold_heading(text: str) -> bool:
    """Tell whether lines may be a heading, underline one, or hide some as code and HTML do.

    Args:
        text: Whole lines.

    Returns:
        False where it is certain that they do not.
    """
    return _find_candidate(text, 0) is not None


def _find_candidate(text: str, position: int) -> re.Match[str] | None:
    """The next line that may be a heading or hide some, from the beginning of a line on."""
    return _CANDIDATE.match(text, position) or _FURTHER_CANDIDATE.search(text, position)


def read_headings(text: str, start: int = 0) -> tuple[Heading, ...]:
    """Read the headings at top level, ATX and underlined.

    Args:
        text: The whole document.
        start: Where the body starts.

    Returns:
        The first ``MAX_HEADINGS`` headings in their order, without what looks like one in code,
        HTML or lists.
    """
    return tuple(islice(find_headings(text, start, start), MAX_HEADINGS))


def find_headings(text: str, start: int, floor: int) -> Iterator[Heading]:
    """Find headings one after the other, however many there are.

    Args:
        text: The whole document.
        start: Where the body starts.
        floor: From where on: the start, or the end of a heading, where nothing is open.

    Yields:
        The headings in their order.
    """
    position = floor
    closing: re.Pattern[str] | None = None
    for _ in range(MAX_CANDIDATES):
        match = closing.search(text, position) if closing else _find_candidate(text, position)
        if match is None:
            break
        line = _line_around(text, start, match)
        position = line.after
        if closing:
            closing = None
            continue
        heading = _read_heading(text, start, floor, line.span)
        if heading:
            yield heading
            floor = heading.span.end
        else:
            closing = find_closing(text[line.span.start : line.span.end])


def _line_around(text: str, start: int, match: re.Match[str]) -> Line:
    """The line of a match, which may begin with the end of the line before."""
    line_start = text.rfind("\n", start, match.start() + 1) + 1 or start
    line_end = text.find("\n", match.end())
    if line_end < 0:
        line_end = len(text)
    line = text[line_start:line_end].removesuffix("\r")
    return Line(Span(line_start, line_start + len(line)), line_end + 1)


def _read_heading(text: str, start: int, floor: int, line: Span) -> Heading | None:
    """The heading that a line is or underlines; no paragraph above it reaches above a floor."""
    source = text[line.start : line.end]
    if atx := ATX_HEADING.match(source):
        if _is_in_item(text, start, line.start, source):
            return None
        return Heading(len(atx[1]), _strip_closing_hashes(atx[2] or ""), line)
    if underline := _UNDERLINE.match(source):
        return _read_underlined(text, floor, line, underline[1][0])
    return None


def _read_underlined(text: str, floor: int, underline: Span, mark: str) -> Heading | None:
    """The heading above an underline; None where no paragraph of its own ends there."""
    top = _find_paragraph_start(text, floor, underline.start)
    if top is None or _is_in_item(text, floor, top, text[top : underline.start]):
        return None
    title = text[top : underline.start].strip()
    return Heading(_UNDERLINE_LEVELS[mark], title, Span(top, underline.end))


def _strip_closing_hashes(title: str) -> str:
    """A heading's text without the closing row of #."""
    title = title.strip(" \t")
    bare = title.rstrip("#")
    if bare[-1:] in ("", " ", "\t"):
        return bare.rstrip(" \t")
    return title


def _is_in_item(text: str, start: int, line_start: int, line: str) -> bool:
    """Whether a line belongs to a list item above it, at most _MAX_LINES_BACK lines up."""
    if not line.startswith(" "):
        return False
    indent = count_indent(line)
    for _ in range(_MAX_LINES_BACK):
        if line_start <= start:
            break
        above_start = text.rfind("\n", start, line_start - 1) + 1 or start
        above = text[above_start:line_start]
        item = LIST_ITEM.match(above)
        if item and len(item[0]) <= indent:
            return True
        if above.strip() and count_indent(above) < indent:
            return False
        line_start = above_start
    return False


def _find_paragraph_start(text: str, start: int, line_start: int) -> int | None:
    """Where the paragraph begins whose last line ends right above a line.

    None where there is none, or none of at most _MAX_LINES_BACK lines.
    """
    top = None
    for _ in range(_MAX_LINES_BACK):
        if line_start <= start:
            return top
        above_start = text.rfind("\n", start, line_start - 1) + 1 or start
        above = text[above_start:line_start]
        if not above.strip():
            return top
        # above the last line of a paragraph, an indented line belongs to it and is not code
        if _NO_PARAGRAPH.match(above) and (top is None or not above.startswith(("    ", "\t"))):
            if CONTAINER.match(above):
                return None
            return top
        top = line_start = above_start
    return None


def read_sections(text: str, headings: tuple[Heading, ...]) -> tuple[Section, ...]:
    """Return each heading with its reach, in linear time.

    Args:
        text: The whole document.
        headings: Its headings in their order.

    Returns:
        As many sections, in the same order.
    """
    ends = [len(text)] * len(headings)
    open_sections: list[int] = []
    for index, heading in enumerate(headings):
        while open_sections and headings[open_sections[-1]].level >= heading.level:
            ends[open_sections.pop()] = heading.span.start
        open_sections.append(index)
    return tuple(
        Section(heading, Span(heading.span.start, end))
        for heading, end in zip(headings, ends, strict=True)
    )
