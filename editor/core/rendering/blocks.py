"""Markdown to HTML as the site does it, sanitised, in blocks that a view can swap one by one.

The only cache of the core lives here and in ``dialect``: chunks between headings, by their text.
Law: blocks rendered from a warm cache equal blocks rendered cold, and both equal one rendering of the whole.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count
from typing import NamedTuple

from markdown_it.token import Token

from editor.core.base.edits import Span
from editor.core.issue.issue import Issue, issue_title
from editor.core.markdown.goldmark import typographer
from editor.core.markdown.goldmark.markup import DERIVED
from editor.core.markdown.goldmark.typographer import NO_QUOTES, OpenQuotes
from editor.core.markdown.outline import read_lines
from editor.core.markdown.parser import Dialect, make_parser, parse_tokens, render_python_markdown
from editor.core.markdown.placeholders import (
    SCHEME,
    Swapped,
    blank_calendar_links,
    swap_out,
    unescape_shortcodes,
)
from editor.core.markdown.sanitizer import sanitize
from editor.core.profiles.profile import Profile

_CACHED = 2000
_LONGEST_LINE = 20_000
_MOST_LINES = 20_000
_MOST_TAGS = 10_000
_MOST_BRACKETS = 1000
"""In one line: each may begin a link, and is looked through to the end for it."""
_DEFINITION = re.compile(r"^[ >]{0,9}\[[^\]\n]+\]:", re.MULTILINE)
_NESTED = re.compile(r"^[ \t]*(?:(?:[*+>-]|\d{1,9}[.)])[ \t]*){50,}", re.MULTILINE)
_HEADING_ID = re.compile(r'(<h[1-6] id=")([^"]*)(")')
_TAG = re.compile(r"<(/?)([a-z][^\s/<>]*+)[^<>]*+>", re.IGNORECASE)
_LIST_TAG = re.compile(r"</?(?:li|ul|ol)\b", re.IGNORECASE)
_TORN = re.compile(r"<(?:[a-z/]|!--(?!.*?-->))", re.IGNORECASE | re.DOTALL)
_NEVER_OPEN = set("area base br col embed hr img input link meta source track wbr p".split())
"""Elements without an end; and paragraphs, which any other block ends."""
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LONG_LIST = 8
"""From so many items on it pays to remember them one by one."""
_ITEM = re.compile(r"[*+-] {1,4}\S")
_RULE = re.compile(r"([*-])[ \t]*(?:\1[ \t]*){2,}$")
_BELOW = re.compile(r"  |\t")
_UNSAFE = re.compile(r"\s|[*+><`~|:-]|\d+[.)]")
"""What may begin something that reaches into the list: lists, quotes, HTML, fences, tables, definitions."""
_LINE_MARK = re.compile(r' data-line="\d+"')
_MARKED = {"list_item_open", "tr_open", "dt_open", "dd_open"}
_LISTS = {"bullet_list_open", "ordered_list_open"}


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page: its HTML, safe to show, and the part of the text it was made from.

    Inside it ``data-line`` says how many lines below the block's first an element begins. The items of a list
    are blocks too: together, between the list's own tags, they are its HTML.
    """

    html: str
    span: Span
    items: tuple["Block", ...] = ()


class SourcePiece(NamedTuple):
    """A block of a chunk, with places counted from the chunk's beginning."""

    html: str
    start: int
    end: int
    items: tuple["SourcePiece", ...] = ()

    def at(self, base: int) -> Block:
        return Block(
            self.html,
            Span(base + self.start, base + self.end),
            tuple(item.at(base) for item in self.items),
        )


Elements = tuple[tuple[str, int], ...]
"""Names of elements, and how many more begin than end."""


class Rendered(NamedTuple):
    """A chunk: its blocks, and what is still open after it, quotes and elements of raw HTML."""

    pieces: tuple[SourcePiece, ...]
    quotes: OpenQuotes
    elements: "Elements" = ()


# --- the page -------------------------------------------------------------------------------------


def render_page(issue: Issue, *, image: bool = True) -> list[Block]:
    """The page as blocks: the head (title, image, byline), then the body."""
    head = Block(sanitize(_head(issue, image=image)), Span(0, issue.front.body))
    return [head, *render_body(issue)]


def render_body(issue: Issue) -> list[Block]:
    """The body as blocks, in the order of the text."""
    text, dialect = issue.text, dialect_for(issue.profile)
    found: list[Block] = []
    open_, taken = NO_QUOTES, set[str]()
    for span in _balanced(text, dialect, list(_chunks(issue))):
        chunk = span.of(text)
        seen = typographer.clamp_quotes(chunk, open_)
        done = _chunk(dialect, chunk, seen)
        open_ = typographer.quotes_after(open_, seen, done.quotes)
        found += (_numbered(piece, taken).at(span.start) for piece in done.pieces)
    return found


def render_body_html(issue: Issue) -> str:
    """The body's HTML as the site has it, without the marks that lead back to the text."""
    return "\n".join(strip_markers(block.html) for block in render_body(issue)) + "\n"


def strip_markers(content: str) -> str:
    """HTML without the marks that lead back to the text."""
    return _LINE_MARK.sub("", content)


def dialect_for(profile: Profile) -> Dialect:
    return Dialect(profile.renderer, profile.link_hook)


def render_inline(markdown_text: str) -> str:
    """A line of Markdown or HTML, such as an attribution, as safe HTML."""
    return sanitize(make_parser(Dialect("goldmark")).renderInline(markdown_text))


def _numbered(piece: SourcePiece, taken: set[str]) -> SourcePiece:
    """Headings whose ids are taken get a number: the ids of a page differ, though chunks do not know each other.
    An id that stands in the text is left as it is."""
    if ' id="' not in piece.html:
        return piece
    return piece._replace(
        html=_HEADING_ID.sub(
            lambda found: found[1] + _free(found[2], taken) + found[3], piece.html
        ),
        items=tuple(_numbered(item, set(taken)) for item in piece.items),
    )


def _free(name: str, taken: set[str]) -> str:
    words = name.removeprefix(DERIVED)
    names = chain((words,), (f"{words}-{number}" for number in count(1)))
    free = next(one for one in names if one not in taken) if name.startswith(DERIVED) else words
    taken.add(free)
    return free


# --- chunks ---------------------------------------------------------------------------------------


def _chunks(issue: Issue) -> Iterable[Span]:
    """The body cut before headings; whole where definitions or footnotes tie its parts together."""
    text, start = issue.text, issue.front.body
    if issue.profile.renderer == "python-markdown" or _tied(text[start:]):
        return [Span(start, len(text))]
    cuts = [start, *(section.heading.span.start for section in issue.sections), len(text)]
    return [Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]


def _tied(text: str) -> bool:
    """Whether a text has footnotes or link definitions."""
    return "[^" in text or "^[" in text or ("]:" in text and bool(_DEFINITION.search(text)))


def _balanced(text: str, dialect: Dialect, spans: list[Span]) -> Iterator[Span]:
    """Raw HTML that opens under one heading and closes under another keeps its chunks together."""
    start, open_ = None, Counter[str]()
    for span in spans:
        chunk = span.of(text)
        for name, more in _chunk(dialect, chunk, NO_QUOTES).elements if _opened(chunk) else ():
            open_[name] = max(open_[name] + more, 0)
        start = span.start if start is None else start
        if not +open_ or span is spans[-1]:
            yield Span(start, span.end)
            start = None


@lru_cache(maxsize=_CACHED)
def _chunk(dialect: Dialect, text: str, open_: OpenQuotes) -> Rendered:
    """The blocks of a chunk, with quotes open before it."""
    if _too_heavy(text):
        return Rendered(
            (SourcePiece(f"<pre>{html.escape(text[:_LONGEST_LINE])}</pre>", 0, len(text)),), open_
        )
    return _listed(dialect, text, open_) or _whole(dialect, text, open_)


def _whole(dialect: Dialect, text: str, open_: OpenQuotes) -> Rendered:
    swapped = swap_out(text, dialect.engine)
    done = _rendered(dialect, swapped.text, open_)
    if swapped.kept:
        return done._replace(pieces=tuple(_back(piece, swapped) for piece in done.pieces))
    return done


def _back(piece: SourcePiece, swapped: Swapped) -> SourcePiece:
    items = tuple(_back(item, swapped) for item in piece.items)
    return SourcePiece(
        swapped.back(piece.html), swapped.origin(piece.start), swapped.origin(piece.end), items
    )


def _rendered(dialect: Dialect, text: str, open_: OpenQuotes) -> Rendered:
    if dialect.engine == "python-markdown":
        return Rendered((SourcePiece(sanitize(render_python_markdown(text)), 0, len(text)),), open_)
    tokens, after = parse_tokens(dialect, text, open_)
    groups = _cut(tokens, 0)
    if any(_elements(group) for group in groups) or any(group[0].map is None for group in groups):
        # raw HTML opens what a later block closes: such a chunk is one block
        return Rendered(
            (SourcePiece(_written(dialect, tokens, 0), 0, len(text)),), after, _elements(tokens)
        )
    writer = _Writer(dialect, [0, *(line.after for line in read_lines(text))])
    return Rendered(tuple(writer.piece(group) for group in groups), after)


# --- long lists -----------------------------------------------------------------------------------


def _listed(dialect: Dialect, text: str, open_: OpenQuotes) -> Rendered | None:
    """A chunk that ends in a long tight list, item by item, each remembered; None for any other chunk."""
    head, items = _items(text) if dialect.engine != "python-markdown" else ("", [])
    if len(items) < _LONG_LIST:
        return None
    before = _whole(dialect, head, open_) if head else Rendered((), open_)
    if before.elements:
        return None
    quotes, at, pieces = before.quotes, len(head), list[SourcePiece]()
    for item in items:
        seen = typographer.clamp_quotes(item, quotes)
        done = _item(dialect, item, seen)
        if done is None:
            return None
        quotes = typographer.quotes_after(quotes, seen, done.quotes)
        pieces.append(SourcePiece(done.pieces[0].html, at, at + len(item)))
        at += len(item)
    content = "".join(["<ul>\n", *(piece.html for piece in pieces), "</ul>\n"])
    return Rendered((*before.pieces, SourcePiece(content, len(head), at, tuple(pieces))), quotes)


def _items(text: str) -> tuple[str, list[str]]:
    """What comes before a list, and its items; no items where anything is not plainly so.

    Without blank lines a list is tight, and no item knows of the others (CommonMark §5.3).
    """
    head, items, over = "", list[str](), False
    for line in _LINES.findall(text) if "\n* " in text or "\n- " in text else ():
        if not line.strip():
            over = bool(items)
            head += "" if items else line
        elif over or (items and not _BELOW.match(line) and not _starts_item(line, items[0][0])):
            return "", []
        elif _starts_item(line, line[0]):
            items.append(line)
        elif items:
            items[-1] += line
        elif _UNSAFE.match(line):
            return "", []
        else:
            head += line
    return head, items


def _starts_item(line: str, marker: str) -> bool:
    return line[0] == marker and bool(_ITEM.match(line)) and not _RULE.match(line)


@lru_cache(maxsize=_CACHED)
def _item(dialect: Dialect, text: str, open_: OpenQuotes) -> Rendered | None:
    """One item of a tight list; None where the text is more or less than that."""
    if _LIST_TAG.search(text):
        return None  # raw HTML that may end the item
    done = _whole(dialect, text, open_)
    if done.elements or len(done.pieces) != 1 or len(done.pieces[0].items) != 1:
        return None
    return Rendered(done.pieces[0].items, done.quotes)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the blocks of one chunk; ``starts`` are its line starts."""

    dialect: Dialect
    starts: list[int]

    def piece(self, group: list[Token]) -> SourcePiece:
        first, last = group[0].map or (0, 0)
        start, end = self._start(first), self._start(last)
        if group[0].type not in _LISTS or any(
            _LIST_TAG.search(child.content) for child in _raw(group)
        ):
            return SourcePiece(_written(self.dialect, group, first), start, end)
        items = tuple(self._item(item) for item in _cut(group[1:-1], 0))
        md = make_parser(self.dialect)
        opening, closing = (
            md.renderer.render(group[:1], md.options, {}),
            md.renderer.render(group[-1:], md.options, {}),
        )
        return SourcePiece(
            "".join([opening, *(item.html for item in items), closing]), start, end, items
        )

    def _item(self, group: list[Token]) -> SourcePiece:
        first, last = group[0].map or (0, 0)
        return SourcePiece(
            _written(self.dialect, group, first), self._start(first), self._start(last)
        )

    def _start(self, line: int) -> int:
        return self.starts[min(line, len(self.starts) - 1)]


def _written(dialect: Dialect, tokens: list[Token], base: int) -> str:
    """The HTML of blocks that begin in line ``base``."""
    for token in tokens[1:]:
        if token.type in _MARKED and token.map:
            token.attrs = {**token.attrs, "data-line": token.map[0] - base}
    md = make_parser(dialect)
    return unescape_shortcodes(_clean(md.renderer.render(tokens, md.options, {})))


_clean = lru_cache(maxsize=2 * _CACHED)(sanitize)


def _cut(tokens: list[Token], depth: int) -> list[list[Token]]:
    """Tokens as runs that each begin and end at a depth."""
    groups: list[list[Token]] = []
    level = depth
    for token in tokens:
        if level == depth:
            groups.append([])
        groups[-1].append(token)
        level += token.nesting
    return groups


def _raw(group: list[Token]) -> Iterator[Token]:
    """The raw HTML of a block."""
    for token in group:
        if token.type == "html_block":
            yield token
        yield from (child for child in token.children or () if child.type == "html_inline")


def _elements(group: list[Token]) -> Elements:
    """The elements of raw HTML that do not begin and end in a block."""
    counts: Counter[str] = Counter()
    for token in _raw(group):
        counts.update(dict(_opened(token.content)))
    return tuple((name, count) for name, count in counts.items() if count)


@lru_cache(maxsize=2 * _CACHED)
def _opened(content: str) -> Elements:
    """The elements that do not begin and end here; a tag or comment without an end swallows what follows."""
    if "<" not in content:
        return ()
    counts: Counter[str] = Counter()
    for tag in _TAG.finditer(content):
        if tag[2].lower() not in _NEVER_OPEN and not tag[0].endswith("/>"):
            counts[tag[2].lower()] += -1 if tag[1] else 1
    counts["<"] = bool(_TORN.search(_TAG.sub("", content)))
    return tuple((name, count) for name, count in counts.items() if count)


def _too_heavy(text: str) -> bool:
    """Input that keeps any renderer busy for seconds and is no prose: shown as it stands."""
    lines = blank_calendar_links(text).split("\n")
    if any(len(line) > _LONGEST_LINE or line.count("[") > _MOST_BRACKETS for line in lines):
        return True
    return (
        text.count("\n") > _MOST_LINES or text.count("<") > _MOST_TAGS or bool(_NESTED.search(text))
    )


# --- the head -------------------------------------------------------------------------------------


def _head(issue: Issue, *, image: bool) -> str:
    """What a page of the site shows above its body, by the profile's template.

    A line of the template is written if everything it names is there and not all of that is shown already.
    """
    values = _head_values(issue, image=image)
    shown: set[str] = set()
    lines = []
    for line in issue.profile.head.strip().splitlines():
        named = set(_NAMES.findall(line)) - {"alt"}
        if all(values.get(name) for name in named) and not named <= shown:
            lines.append(line.format_map(values))
            shown |= named
    return "\n".join(lines)


_NAMES = re.compile(r"\{(\w+)[^{}]*\}")


def _head_values(issue: Issue, *, image: bool) -> dict[str, object]:
    front, kind = issue.front, issue.profile.image
    name = front.text(*kind.name) if kind.name and image else ""
    line = front.text(*kind.attribution) if kind.attribution and name else ""
    title = issue_title(issue) if front.text("title") else ""
    return {
        "title": html.escape(title),
        "image": html.escape(f"{kind.folder.removeprefix('static')}/{name}") if name else "",
        "alt": html.escape(front.text(*kind.alt)) if kind.alt else "",
        "attribution": render_inline(line) if line else "",
        "date": issue.day or "",
        "author": html.escape(front.text("author")),
    }


# --- what is not shown ----------------------------------------------------------------------------

_REMOTE = re.compile(r'<img\b[^>]*?(?<![-\w])src="(?:https?:)?//', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


class Omissions(NamedTuple):
    """How much of a page the preview does not show."""

    shortcodes: int = 0
    embeds: int = 0
    scripts: int = 0
    remote_images: int = 0


def find_omissions(issue: Issue, blocks: Iterable[Block]) -> Omissions:
    """What of a page is only a sign, left out, or waiting to be allowed."""
    page = "".join(block.html for block in blocks)
    return Omissions(
        page.count('class="shortcode"') + page.count(f'"{SCHEME}:'),
        page.count('class="embed"'),
        len(_SCRIPT.findall(issue.text, issue.front.body)) if "<" in issue.text else 0,
        len(_REMOTE.findall(page)),
    )
