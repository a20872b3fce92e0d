"""Words replaced in what is seen: candidates of edits, of which one is proved and taken.

Each candidate is read again. The first that shows exactly the wanted words, and leaves the look of
all others alone, is taken; next best is one with the right words; no other is ever made.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from editor.core.base.edits import Edit, Span, sort_edits
from editor.core.richtext.blocks import (
    LINE_BREAK,
    TOP,
    BlockKind,
    PlacedBlock,
    RunKind,
)
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import (
    cell_breaks,
    marks_of,
    order_sources,
    shown_span,
    to_sources,
)
from editor.core.richtext.proof import Place, Proved, Rate, Selected, prove
from editor.core.richtext.removing import find_removals

_ESCAPED = frozenset("\\`*_{}[]<>()#+-.!|~&:\"'=/@$^")
_BLANKS = " \t\u00a0"
_EMPTY_LINE = re.compile(r"\n([ \t]*\r?\n)[ \t]*\Z")
_INDENT = re.compile(r"[ \t>]*")


def replace_words(body: RichBody, selected: Selected, new: str) -> Proved:
    """Replace a part of what is seen.

    Args:
        body: The body.
        selected: The part; empty to insert.
        new: What shall be seen in its place: words, and LINE_BREAK for a line end in a block.

    Returns:
        The edits that do it and nothing else.

    Raises:
        EditRejected: If no edit shows the wanted words.
    """
    blocks = body.blocks
    first, last = blocks[selected.start.block], blocks[selected.end.block]
    kept = last.block.shown[selected.end.offset :]
    if first is last:
        kept = cell_breaks(first.block, Span(selected.start.offset, selected.end.offset)) + kept
    wanted = first.block.shown[: selected.start.offset] + new + kept
    caret = Place(selected.start.block, selected.start.offset + len(new))
    return prove(
        body,
        _find_candidates(body, blocks, selected, new),
        lambda after: _rate(blocks, after, selected, wanted),
        caret,
    )


# --- proof ----------------------------------------------------------------------------------------


def _rate(
    old: Sequence[PlacedBlock], new: Sequence[PlacedBlock], selected: Selected, wanted: str
) -> Rate:
    """How well a reading fits what is wanted."""
    first, last = selected.start.block, selected.end.block
    if len(new) != len(old) - (last - first):
        return Rate.WRONG
    rest = [placed.block for placed in (*new[:first], *new[first + 1 :])]
    if rest != [placed.block for placed in (*old[:first], *old[last + 1 :])]:
        return Rate.WRONG
    block, before = new[first].block, old[first].block
    if block.shown != wanted:
        return Rate.WRONG
    if not wanted and block.kind is BlockKind.EMPTY:
        return Rate.EXACT
    expected = (before.kind, before.nesting)
    if before.kind is BlockKind.EMPTY:
        expected = (BlockKind.PARAGRAPH, TOP)
    if (block.kind, block.nesting) != expected:
        return Rate.WRONG
    head = selected.start.offset
    tail = len(old[last].block.shown) - selected.end.offset
    marks = marks_of(block)
    is_same = marks[:head] == marks_of(before)[:head] and (
        marks[len(marks) - tail :] == marks_of(old[last].block)[selected.end.offset :]
    )
    return Rate.EXACT if is_same else Rate.WORDS


# --- candidates -----------------------------------------------------------------------------------


def _find_candidates(
    body: RichBody, blocks: Sequence[PlacedBlock], selected: Selected, new: str
) -> Iterator[list[Edit]]:
    """Edits that may do it, the likeliest first, all valid."""
    first = blocks[selected.start.block]
    line_end = _line_end(body, first)
    sources = to_sources(first.block, selected.start.offset)
    places = order_sources(first.block, selected.start.offset, sources)
    found: list[list[Edit]] = []
    if first.block.kind is BlockKind.EMPTY and new:
        yield from _fill_empty(body, first, _write_words(new, line_end))
    if first.block.nesting.depth > 1 and not first.block.shown and new:
        yield from _fill_item(body, first, _write_words(new, line_end))
    yield from _keep_marks(first, selected, _write_words(new, line_end) if new else ())
    for words in _write_words(new, line_end):
        for removal in find_removals(body, blocks, selected):
            for place in places if new else places[:1]:
                edits = list(removal)
                if words:
                    at = _outside(removal, first.start + place)
                    edits.append(Edit(at, at, words))
                found.append(sort_edits(edits))
                yield found[-1]
    for edits in found:
        labels = list(_keep_labels(body.text, first, edits))
        if labels:
            yield sort_edits([*edits, *labels])
    if first.block.nesting.marker and not first.block.shown:
        for words in _write_words(new, line_end):  # the mark of the item lacks its blank
            yield [Edit(first.end, first.end, " " + words)]


def _fill_empty(
    body: RichBody, placed: PlacedBlock, written: Iterable[str]
) -> Iterator[list[Edit]]:
    """Edits that begin a text as its author would: below an empty line, and with a line end."""
    before = body.text[: placed.start]
    is_first = placed.start == body.start > 0 and not before.endswith(("\n\n", "\n\r\n"))
    above = body.newline if is_first else ""
    behind = body.newline if placed.start == len(body.text) else ""
    for words in written:
        if len(body.blocks) == 1:  # the lines that are left make no further paragraph
            whole = (body.newline if body.start else "") + words + body.newline
            yield [Edit(body.start, len(body.text), whole)]
        if above or behind:
            yield [Edit(placed.start, placed.start, above + words + behind)]


def _fill_item(body: RichBody, placed: PlacedBlock, written: Iterable[str]) -> Iterator[list[Edit]]:
    """Edits that take the empty line away which an empty item needs above it, and no other."""
    above = _EMPTY_LINE.search(body.text, max(placed.start - 80, 0), placed.start)
    if above:
        gone = Edit(above.start(1), above.end(1), "")
        yield from ([gone, Edit(placed.end, placed.end, words)] for words in written)


def _keep_marks(
    placed: PlacedBlock, selected: Selected, written: Iterable[str]
) -> Iterator[list[Edit]]:
    """Edits of all words between marks, which the new words take over."""
    if selected.start.block != selected.end.block:
        return
    part = Span(selected.start.offset, selected.end.offset)
    for construct in reversed(placed.block.constructs):  # the inner ones have all outer marks
        if part.start < part.end and shown_span(placed.block, construct.inner) == part:
            inner = placed.in_text(construct.inner)
            yield from ([Edit(inner.start, inner.end, words)] for words in written)
            return


def _keep_labels(text: str, placed: PlacedBlock, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits that keep the labels of ``[words][]`` and ``[words]``, whose words are changed."""
    for construct in placed.block.constructs:
        inner, end = placed.in_text(construct.inner), placed.in_text(construct.outer).end
        is_changed = any(inner.start <= edit.start and edit.end <= inner.end for edit in edits)
        if any(edit.end > inner.end and edit.start < end for edit in edits):
            continue  # the label goes, too
        if is_changed and text[inner.end : end] in ("]", "][]"):
            yield Edit(inner.end, end, f"][{inner.of(text)}]")


def _outside(removal: Iterable[Edit], at: int) -> int:
    """A place, or the start of what is removed around it."""
    for edit in removal:
        if edit.start < at < edit.end:
            return edit.start
    return at


def _write_words(new: str, line_end: str) -> Iterator[str]:
    """The ways to write words: as they are, and with marks escaped."""
    yield new.replace(LINE_BREAK, line_end)
    escaped = "".join("\\" + char if char in _ESCAPED else char for char in new)
    if escaped != new:
        yield escaped.replace(LINE_BREAK, line_end)


def _line_end(body: RichBody, placed: PlacedBlock) -> str:
    """How a line ends within a block."""
    if placed.block.kind is BlockKind.CODE:
        indent = _INDENT.match(body.text, placed.start)
        return body.newline + (indent[0] if indent else "")
    if placed.block.kind is BlockKind.TABLE:
        return "<br>"
    mark = "\\"
    if body.dialect.engine == "python-markdown":
        mark = "  "
    return mark + body.newline + line_prefix(body.text, placed)


def line_prefix(text: str, placed: PlacedBlock) -> str:
    """Find what further lines of a block begin with: marks of quotes, indentation of lists.

    Args:
        text: The whole text.
        placed: A block.

    Returns:
        The prefix of its first line, with blanks in place of the marks of lists.
    """
    runs = placed.block.runs
    if not runs or runs[0].kind is not RunKind.HIDDEN or placed.block.kind is BlockKind.HEADING:
        return ""
    prefix = text[placed.start : placed.start + runs[0].end]
    if prefix.lstrip(_BLANKS)[:1] in tuple("*_`[~\\"):
        if not placed.block.nesting.marker:
            return ""
    return "".join(char if char in "> \t" else " " for char in prefix)
