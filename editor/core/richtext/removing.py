"""Parts of what is seen taken away, with the marks that would be left around nothing."""

from collections.abc import Iterable, Iterator, Sequence

from editor.core.base.edits import Edit, Span
from editor.core.richtext.blocks import AtomKind, BlockKind, PlacedBlock, RichBlock, RunKind
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import block_end, block_prefix, place_runs, shown_span
from editor.core.richtext.proof import Selected

_BLANKS = " \t\u00a0"
_JOINED = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.EMPTY}
"""What can be joined to other blocks: the end of code, tables and HTML is more than its words."""


def find_removals(
    body: RichBody, blocks: Sequence[PlacedBlock], selected: Selected
) -> Iterator[list[Edit]]:
    """Find edits that remove a part of what is seen.

    Args:
        body: The body.
        blocks: Its blocks.
        selected: The part.

    Yields:
        Edits that leave all marks, that take those in the part along, that take the blocks as a
        whole, and that bring blanks out of marks; none of them is proved.
    """
    if selected.start == selected.end:
        yield []
        return
    first, last = blocks[selected.start.block], blocks[selected.end.block]
    is_joined = selected.start.block != selected.end.block
    if not is_joined or {first.block.kind, last.block.kind} <= _JOINED:
        yield _remove(body, blocks, selected, with_marks=False)
        yield _remove(body, blocks, selected, with_marks=True)
    if not selected.start.offset and selected.end.offset == len(last.block.shown):
        yield [Edit(first.start, last.end, "")]
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
        return _delete(map(first.in_text, inside))
    head = Span(selected.start.offset, len(first.block.shown))
    tail = Span(0, selected.end.offset)
    spans = [Span(first.start + block_end(first.block), last.start + block_prefix(last.block))]
    for placed, shown in ((first, head), (last, tail)):
        inside = _removed_spans(placed.block, shown, with_marks=with_marks)
        spans += map(placed.in_text, inside)
    return _delete(spans)


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
        elif start < end and run.atom is AtomKind.CELL:
            continue  # the words of several cells go, and the cells stay
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
        inner, outer = placed.in_text(construct.inner), placed.in_text(construct.outer)
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
