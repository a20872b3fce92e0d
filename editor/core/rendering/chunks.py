"""The body cut before its headings into chunks, each rendered once and remembered by its text.

Law: blocks rendered from a warm cache equal blocks rendered cold, and both equal one rendering of
the whole.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from editor.core.base.edits import Span
from editor.core.base.remembering import remember
from editor.core.issue.issue import Issue
from editor.core.markdown.goldmark.typographer import NO_QUOTES, OpenQuotes
from editor.core.markdown.parser import Dialect
from editor.core.markdown.placeholders import blank_calendar_links
from editor.core.rendering.blocks import CACHE_SIZE, OpenElements, RenderedChunk
from editor.core.rendering.long_lists import render_long_list
from editor.core.rendering.omissions import count_omitted
from editor.core.rendering.pieces import render_pieces
from editor.core.rendering.raw_html import count_open_tags
from editor.core.rendering.source_pieces import SourcePiece

_LONGEST_LINE = 20_000
_MOST_LINES = 20_000
_MOST_TAGS = 10_000
_MOST_BRACKETS = 1000
"""In one line: each may begin a link, and is looked through to the end for it."""
_DEFINITION = re.compile(r"^[ >]{0,9}\[[^\]\n]+\]:", re.MULTILINE)
_NESTED = re.compile(r"\n[ \t]*(?:(?:[*+>-]|\d{1,9}[.)])[ \t]*){50,}")


class Chunk(NamedTuple):
    """A part of the body that is rendered for itself, and where it begins in the text."""

    start: int
    text: str


class Cut(NamedTuple):
    """A body in chunks that follow on one another up to its end."""

    chunks: list[Chunk]
    is_free: bool
    """Whether there is a chunk for each heading, and none is tied to another."""


class _Ties(NamedTuple):
    """What ties a chunk to others: link definitions or footnotes, and elements of raw HTML."""

    has_references: bool
    open_tags: OpenElements


def find_chunks(issue: Issue, dialect: Dialect) -> Cut:
    """Find the parts of the body that can be rendered each for itself.

    Args:
        issue: The issue.
        dialect: How its site reads Markdown.

    Returns:
        The chunks of the issue's text.
    """
    chunks = _cut(issue)
    ties = [_find_ties(chunk.text) for chunk in chunks]
    if any(each.open_tags for each in ties):
        return Cut(list(_join_open(dialect, chunks)), is_free=False)
    has_references = any(each.has_references for each in ties)
    return Cut(chunks, is_free=not has_references and dialect.engine != "python-markdown")


def is_tied(text: str) -> bool:
    """Tell whether a chunk may be tied to others.

    Args:
        text: The chunk.

    Returns:
        Whether it has link definitions or footnotes, or opens or closes elements of raw HTML.
    """
    return any(_find_ties(text))


def find_cuts(issue: Issue) -> list[int]:
    """Find where the chunks of a body begin that has nothing which ties them together.

    Args:
        issue: The issue.

    Returns:
        The positions, and the end of the text.
    """
    starts = [section.heading.span.start for section in issue.sections]
    cuts = [issue.front.body, *starts, len(issue.text)]
    if cuts[0] == cuts[1]:  # nothing stands above the first heading
        return cuts[1:]
    return cuts


def cut_at_headings(issue: Issue) -> list[Span]:
    """Cut the body before headings.

    It stays whole where link definitions or footnotes tie its parts together.

    Args:
        issue: The issue.

    Returns:
        Spans of the issue's text that follow on one another up to its end.
    """
    return [Span(start, start + len(text)) for start, text in _cut(issue)]


def _cut(issue: Issue) -> list[Chunk]:
    text, body = issue.text, issue.front.body
    chunks = [Chunk(start, text[start:end]) for start, end in pairwise(find_cuts(issue))]
    has_references = any(_find_ties(chunk.text).has_references for chunk in chunks)
    if has_references or issue.profile.renderer == "python-markdown":
        return [Chunk(body, text[body:])]
    return chunks


@remember(2 * CACHE_SIZE)
def _find_ties(text: str) -> _Ties:
    has_notes = "[^" in text or "^[" in text
    has_references = has_notes or ("]:" in text and bool(_DEFINITION.search(text)))
    return _Ties(has_references, count_open_tags(text))


def _join_open(dialect: Dialect, chunks: list[Chunk]) -> Iterator[Chunk]:
    """Raw HTML that opens under one heading and closes under another keeps its chunks together."""
    together: list[Chunk] = []
    open_elements = Counter[str]()
    for chunk in chunks:
        if _find_ties(chunk.text).open_tags:
            for name, count in render_chunk(dialect, chunk.text, NO_QUOTES).elements:
                open_elements[name] = max(open_elements[name] + count, 0)
        together.append(chunk)
        if +open_elements and chunk is not chunks[-1]:
            continue
        if len(together) == 1:
            yield chunk  # the same text, whose hash is known
        else:
            yield Chunk(together[0].start, "".join(each.text for each in together))
        together = []


@remember(CACHE_SIZE, at=1)
def render_chunk(dialect: Dialect, text: str, open_quotes: OpenQuotes) -> RenderedChunk:
    """Render a chunk.

    Args:
        dialect: How the site reads Markdown.
        text: The chunk.
        open_quotes: The quotes that are open before it.

    Returns:
        Its blocks. Input that is no prose and keeps any renderer busy for seconds is shown as it
        stands, cut to a length that can be shown.
    """
    if is_too_heavy(text):
        content = f"<pre>{html.escape(text[:_LONGEST_LINE])}</pre>"
        rendered = RenderedChunk((SourcePiece(content, 0, len(text)),), open_quotes)
    else:
        long_list = render_long_list(dialect, text, open_quotes)
        rendered = long_list or render_pieces(dialect, text, open_quotes)
    return replace(rendered, omitted=count_omitted(text, rendered.pieces))


def is_too_heavy(text: str) -> bool:
    """Tell whether a chunk would keep any parser busy for seconds.

    Args:
        text: The chunk.

    Returns:
        True for what is no prose: endless lines, thousands of brackets, tags or nested lists.
    """
    lines = blank_calendar_links(text).split("\n")
    longest = max(map(len, lines))
    if longest > _LONGEST_LINE:
        return True
    if longest > _MOST_BRACKETS and any(line.count("[") > _MOST_BRACKETS for line in lines):
        return True
    if text.count("\n") > _MOST_LINES or text.count("<") > _MOST_TAGS:
        return True
    return bool(_NESTED.search(f"\n{text}"))
