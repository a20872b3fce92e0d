"""Words replaced in what is seen: candidates of edits, of which one is proved and taken.

Each candidate is read again. The first that shows exactly the wanted words, and leaves the look of
all others alone, is taken; next best is one with the right words; no other is ever made.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from editor.core.base.edits import Edit, Span, sort_edits
from editor.core.richtext.blocks import LINE_BREAK, BlockKind, PlacedBlock, RichBlock, RunKind
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import (
    marks_of,
    order_sources,
    place_runs,
    shown_span,
    to_sources,
)
from editor.core.richtext.proof import Place, Proved, Rate, Selected, prove

_ESCAPED = frozenset("\\`*_{}[]<>()#+-.!|~&:\"'=/@$^")
_BLANKS = " \t\u00a0"
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
    wanted = first.block.shown[: selected.start.offset] + new + kept
    caret = Place(selected.start.block, selected.start.offset + len(new))
    return prove(
        body,
        _find_candidates(body, blocks, selected, new),
        lambda after: (_rate(blocks, after, selected, wanted), caret),
    )


# --- proof ----------------------------------------------------------------------------------------


def _rate(
    old: Sequence[PlacedBlock], new: Sequence[PlacedBlock], selected: Selected, wanted: str
) -> Rate:
    """How well a reading fits what is wanted."""
    first, last = selected.start.block, selected.end.block
    if len(new) != len(old) - (last - first):
        return Rate.WRONG
    rest = zip((*new[:first], *new[first + 1 :]), (*old[:first], *old[last + 1 :]), strict=True)
    if any(left.block is not right.block and left.block != right.block for left, right in rest):
        return Rate.WRONG
    block, before = new[first].block, old[first].block
    if block.shown != wanted:
        return Rate.WRONG
    if before.kind is not BlockKind.EMPTY and (block.kind, block.place) != (
        before.kind,
        before.place,
    ):
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
    for words in _write_words(new, line_end):
        for removal in _find_removals(body, blocks, selected):
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


def _keep_labels(text: str, placed: PlacedBlock, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits that keep the labels of ``[words][]`` and ``[words]``, whose words are changed."""
    for construct in placed.block.constructs:
        inner = Span(placed.start + construct.inner.start, placed.start + construct.inner.end)
        end = placed.start + construct.outer.end
        is_changed = any(inner.start <= edit.start and edit.end <= inner.end for edit in edits)
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
        if not placed.block.place.marker:
            return ""
    return "".join(char if char in "> \t" else " " for char in prefix)


def _find_removals(
    body: RichBody, blocks: Sequence[PlacedBlock], selected: Selected
) -> Iterator[list[Edit]]:
    """Edits that remove a part: without marks, with marks in it, with blanks moved out of marks."""
    if selected.start == selected.end:
        yield []
        return
    yield _remove(body, blocks, selected, with_marks=False)
    yield _remove(body, blocks, selected, with_marks=True)
    if selected.start.block == selected.end.block:
        placed = blocks[selected.start.block]
        removal = _remove(body, blocks, selected, with_marks=False)
        moved = list(_move_blanks(body.text, placed, removal))
        if moved:
            yield [*removal, *moved]


def _remove(
    body: RichBody, blocks: Sequence[PlacedBlock], selected: Selected, *, with_marks: bool
) -> list[Edit]:
    first, last = blocks[selected.start.block], blocks[selected.end.block]
    if first is last:
        shown = Span(selected.start.offset, selected.end.offset)
        inside = _removed_spans(first.block, shown, with_marks=with_marks)
        return _delete(Span(first.start + s.start, first.start + s.end) for s in inside)
    head = Span(selected.start.offset, len(first.block.shown))
    tail = Span(0, selected.end.offset)
    spans = [
        Span(first.start + span.start, first.start + span.end)
        for span in _removed_spans(first.block, head, with_marks=with_marks)
    ]
    spans.append(Span(first.start + block_end(first.block), last.start + block_prefix(last.block)))
    spans += [
        Span(last.start + span.start, last.start + span.end)
        for span in _removed_spans(last.block, tail, with_marks=with_marks)
    ]
    return _delete(spans)


def block_prefix(block: RichBlock) -> int:
    """Find where the words of a block begin, behind what makes it a heading or an item.

    Args:
        block: A block.

    Returns:
        The position in its source.
    """
    openings = {construct.outer.start for construct in block.constructs}
    if block.runs and block.runs[0].kind is RunKind.HIDDEN and 0 not in openings:
        return block.runs[0].end
    return 0


def block_end(block: RichBlock) -> int:
    """Find where the words of a block end, before closing hashes or an underline.

    Args:
        block: A block.

    Returns:
        The position in its source.
    """
    closings = {construct.outer.end for construct in block.constructs}
    if len(block.runs) > 1 and block.runs[-1].kind is RunKind.HIDDEN:
        if block.length not in closings:
            return block.runs[-1].start
    return block.length


def _removed_spans(block: RichBlock, shown: Span, *, with_marks: bool) -> Iterator[Span]:
    """The parts of a block's source that go with a part of what it shows."""
    if shown.start >= shown.end:
        return
    yield from (
        construct.outer
        for construct in block.constructs
        if _covers(shown, shown_span(block, construct.inner))
    )
    for part, run in place_runs(block):
        start, end = max(part.start, shown.start), min(part.end, shown.end)
        if run.kind is RunKind.HIDDEN:
            if with_marks and shown.start <= part.start < shown.end and run.start:
                yield Span(run.start, run.end)
        elif start < end and run.kind is RunKind.ATOM:
            yield Span(run.start, run.end)
        elif start < end:
            yield Span(run.start + start - part.start, run.start + end - part.start)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < inner.end <= outer.end


def _delete(spans: Iterable[Span]) -> list[Edit]:
    """Edits that delete spans, which may overlap."""
    edits: list[Edit] = []
    for span in sorted(spans):
        if edits and span.start <= edits[-1].end:
            edits[-1] = Edit(edits[-1].start, max(edits[-1].end, span.end), "")
        elif span.end > span.start:
            edits.append(Edit(span.start, span.end, ""))
    return edits


def _move_blanks(text: str, placed: PlacedBlock, removal: Sequence[Edit]) -> Iterator[Edit]:
    """Edits that bring blanks left at the edge of a construct out of its marks."""
    for construct in placed.block.constructs:
        inner = Span(placed.start + construct.inner.start, placed.start + construct.inner.end)
        outer = Span(placed.start + construct.outer.start, placed.start + construct.outer.end)
        for edit in removal:
            if not inner.start <= edit.start < edit.end <= inner.end:
                continue
            if edit.end == inner.end:
                kept = text[inner.start : edit.start]
                blanks = kept[len(kept.rstrip(_BLANKS)) :]
                if blanks:
                    yield Edit(edit.start - len(blanks), edit.start, "")
                    yield Edit(outer.end, outer.end, blanks)
            if edit.start == inner.start:
                kept = text[edit.end : inner.end]
                blanks = kept[: len(kept) - len(kept.lstrip(_BLANKS))]
                if blanks:
                    yield Edit(outer.start, outer.start, blanks)
                    yield Edit(edit.end, edit.end + len(blanks), "")
