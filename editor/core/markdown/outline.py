"""The body's skeleton: headings, sections and list items with spans, found line by line.

A scanner of its own because markdown-it needs 30 ms for a large issue and this is asked at every key press;
a test holds it against markdown-it's own line numbers on every corpus file. Source: CommonMark 0.31 §4, §5.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from editor.core.base.edits import Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A top-level heading. ``span`` is its line or, underlined, its lines; ``title`` the text, as written."""

    level: int
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that follows until the next heading of its level or above."""

    heading: Heading
    span: Span
    """From the heading to the end, line ends included."""

    @property
    def body(self) -> Span:
        return Span(self.heading.span.end, self.span.end)


class Line(NamedTuple):
    """A line without its end; ``after`` is where the next one starts."""

    span: Span
    after: int


@dataclass(frozen=True, slots=True)
class Item:
    """A list item. ``span`` covers its lines with their ends, nested items included; ``content`` is the
    first line behind the marker, ``rest`` the further lines that belong to no nested item."""

    span: Span
    indent: int
    marker: str
    content: Span
    rest: tuple[Span, ...]
    children: tuple["Item", ...]


_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_ITEM = re.compile(r"( *)([*+-]|\d{1,9}[.)])( {1,4}(?! )| +|\t|$)")
_NO_PARAGRAPH = re.compile(
    r" {0,3}(?:>|[*+-][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|<[a-zA-Z/!?]|(?:[*_-][ \t]*){3,}$)| {4}|\t"
)
_FAR = 300
"""How many lines are looked back: without a limit, hostile texts take quadratic time."""
_BREAK = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_CONTAINER = re.compile(r" {0,3}(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])")
_CANDIDATE = re.compile(r"^ {0,3}(?:#|```|~~~|<|=+[ \t]*\r?$|-+[ \t]*\r?$)", re.MULTILINE)
_RAW = (
    (
        re.compile(r" {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r" {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (
        re.compile(
            r" {0,3}</?(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|frame"
            r"|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|noframes|ol|optgroup|option|p|param|search|section|summary"
            r"|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|/?>|$)",
            re.IGNORECASE,
        ),
        re.compile(r"^[ \t\r]*$", re.MULTILINE),
    ),
)


def read_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of a range; LF and CR LF end a line."""
    end = len(text) if end is None else end
    while start < end:
        at = text.find("\n", start, end)
        stop, after = (end, end) if at < 0 else (at, at + 1)
        if stop > start and text[stop - 1] == "\r":
            stop -= 1
        yield Line(Span(start, stop), after)
        start = after


def read_headings(text: str, start: int = 0) -> tuple[Heading, ...]:
    """The headings of the body at top level, ATX and underlined; those in code, HTML and lists are none."""
    found: list[Heading] = []
    until: re.Pattern[str] | None = None
    at = start
    while match := (until or _CANDIDATE).search(text, at):
        begin = text.rfind("\n", start, match.start() + 1) + 1 or start
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        at = end + 1
        if until:
            until = None
            continue
        content = text[begin:end].removesuffix("\r")
        span = Span(begin, begin + len(content))
        if atx := _ATX.match(content):
            if content.startswith(" ") and _in_item(
                text, start, begin, len(content) - len(content.lstrip(" "))
            ):
                continue
            found.append(Heading(len(atx[1]), _without_closing(atx[2] or ""), span))
        elif fence := _FENCE.match(content):
            until = re.compile(
                rf"^ {{0,3}}{re.escape(fence[1][0])}{{{len(fence[1])},}}[ \t]*\r?$", re.MULTILINE
            )
        elif ending := _raw_end(content):
            until = None if ending.search(content) else ending
        elif (line := _UNDERLINE.match(content)) and (
            top := _paragraph_start(text, found[-1].span.end if found else start, begin)
        ) is not None:
            found.append(
                Heading(1 if line[1][0] == "=" else 2, text[top:begin].strip(), Span(top, span.end))
            )
    return tuple(found)


def _without_closing(title: str) -> str:
    """A heading's text without the closing row of #."""
    title = title.strip(" \t")
    bare = title.rstrip("#")
    if bare[-1:] in ("", " ", "\t"):
        return bare.rstrip(" \t")
    return title


def _in_item(text: str, start: int, below: int, indent: int) -> bool:
    """Whether a line indented so far belongs to a list item above it, at most _FAR lines up."""
    for _ in range(_FAR):
        if below <= start:
            break
        begin = text.rfind("\n", start, below - 1) + 1 or start
        content = text[begin:below]
        item = _ITEM.match(content)
        if item and len(item[0]) <= indent:
            return True
        if content.strip() and len(content) - len(content.lstrip(" ")) < indent:
            return False
        below = begin
    return False


def _paragraph_start(text: str, start: int, below: int) -> int | None:
    """Where the paragraph begins whose last line ends right above ``below``; None where there is none, or none
    of at most _FAR lines."""
    top = None
    for _ in range(_FAR):
        if below <= start:
            return top
        begin = text.rfind("\n", start, below - 1) + 1 or start
        content = text[begin:below]
        if not content.strip() or (
            _NO_PARAGRAPH.match(content) and (top is None or not content.startswith(("    ", "\t")))
        ):
            if not content.strip() or not _CONTAINER.match(content):
                return top
            return None
        top = below = begin
    return None


def _raw_end(content: str) -> re.Pattern[str] | None:
    return next((ending for opening, ending in _RAW if opening.match(content)), None)


def read_sections(text: str, found: tuple[Heading, ...]) -> tuple[Section, ...]:
    """Each heading with its reach. Linear: a stack of the sections still open."""
    ends = [len(text)] * len(found)
    waiting: list[int] = []
    for index, heading in enumerate(found):
        while waiting and found[waiting[-1]].level >= heading.level:
            ends[waiting.pop()] = heading.span.start
        waiting.append(index)
    return tuple(
        Section(heading, Span(heading.span.start, end))
        for heading, end in zip(found, ends, strict=True)
    )


def read_items(text: str, within: Span) -> tuple[Item, ...]:
    """The list items of a range, nested as CommonMark §5.2 nests them: by the column of their content."""
    roots: list[_Open] = []
    stack: list[_Open] = []
    blank = False
    for line in read_lines(text, within.start, within.end):
        content = line.span.of(text)
        if not content.strip():
            blank = True
            continue
        indent = len(content) - len(content.lstrip(" "))
        match = None if _BREAK.match(content) else _ITEM.match(content)
        while stack and indent < stack[-1].column and (match or blank or _interrupts(content)):
            stack.pop()
        if match and indent < (stack[-1].column if stack else 0) + 4 and len(stack) < 100:
            item = _Open(
                line,
                indent,
                match[2],
                indent + len(match[2]) + (len(match[3]) or 1),
                line.span.start + match.end(),
            )
            (stack[-1].children if stack else roots).append(item)
            stack.append(item)
        elif stack:
            stack[-1].rest.append(Span(line.span.start + indent, line.span.end))
        for item in stack:
            item.end = line.after
        blank = False
    return tuple(item.closed() for item in roots)


def _interrupts(content: str) -> bool:
    """Whether a line ends a paragraph without a blank line before it (CommonMark §4): then it is no lazy continuation."""
    bare = content.lstrip(" ")
    return bare.startswith((">", "```", "~~~")) or bool(
        _BREAK.match(content) or _ATX.match(content) or (bare[:1] == "<" and _raw_end(content))
    )


class _Open:
    """A list item whose end is not known yet."""

    def __init__(self, line: Line, indent: int, marker: str, column: int, content: int) -> None:
        self.line, self.indent, self.marker, self.column = line, indent, marker, column
        self.content = Span(content, line.span.end)
        self.end = line.after
        self.rest: list[Span] = []
        self.children: list[_Open] = []

    def closed(self) -> Item:
        children = tuple(child.closed() for child in self.children)
        return Item(
            Span(self.line.span.start, self.end),
            self.indent,
            self.marker,
            self.content,
            tuple(self.rest),
            children,
        )
