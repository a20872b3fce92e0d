"""Words made bold, italic, struck out, code or a link, and back: what the tools do."""

from collections.abc import Iterator, Sequence
from itertools import product

from editor.core.base.edits import Edit, Span, sort_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.richtext.blocks import (
    LINE_BREAK,
    BlockKind,
    Construct,
    Mark,
    PlacedBlock,
    RichBlock,
)
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import cell_spans, marks_of, shown_span, to_sources
from editor.core.richtext.proof import Place, Proved, Rate, Selected, prove

_SIGNS = {
    Mark.STRONG: ("**", "__"),
    Mark.EMPHASIS: ("*", "_"),
    Mark.STRIKE: ("~~",),
    Mark.CODE: ("`", "``"),
}
_BLANKS = " \t\u00a0" + LINE_BREAK
_MOST_VARIED = 3
"""How many parts are tried at each of their places: more would be too many to try."""
_MOST_BLOCKS = 150
_MARKED = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE)


def has_mark(body: RichBody, selected: Selected, mark: Mark) -> bool:
    """Tell whether all words of a part have a mark.

    Args:
        body: The body.
        selected: A part of what is seen.
        mark: The mark.

    Returns:
        False for an empty part.
    """
    parts = list(_parts(body.blocks, selected))
    return bool(parts) and all(
        mark in marks
        for placed, shown in parts
        for marks in _without_blanks(placed.block, marks_of(placed.block), shown)
    )


def toggle_mark(body: RichBody, selected: Selected, mark: Mark) -> Proved:
    """Give words a mark, or take it from them where all have it.

    Args:
        body: The body.
        selected: A part of what is seen, not empty.
        mark: Any but LINK.

    Returns:
        The edits.

    Raises:
        EditRejected: If Markdown cannot say it.
    """
    if selected.end.block - selected.start.block > _MOST_BLOCKS:
        raise EditRejected(translate("core", "Select fewer paragraphs."))
    is_on = not has_mark(body, selected, mark)
    proved = Proved([], body, selected.end)
    edits: list[Edit] = []
    for index in range(selected.end.block, selected.start.block - 1, -1):
        for shown in reversed(_shown_in(proved.body.blocks, selected, index)):
            proved = _mark_block(proved.body, index, shown, mark, is_on=is_on)
            edits = [*proved.edits, *edits]  # from the end on, so that none moves another
    if not edits:
        raise EditRejected(translate("core", "Select the words first."))
    return Proved(sort_edits(edits), proved.body, selected.end)


def _parts(blocks: Sequence[PlacedBlock], selected: Selected) -> Iterator[tuple[PlacedBlock, Span]]:
    for index in range(selected.start.block, selected.end.block + 1):
        for shown in _shown_in(blocks, selected, index):
            yield blocks[index], shown


def _shown_in(blocks: Sequence[PlacedBlock], selected: Selected, index: int) -> list[Span]:
    """The part of a block that is selected, without blanks at its ends; of a table its cells."""
    block = blocks[index].block
    if block.kind not in _MARKED:
        return []
    start, end = 0, len(block.shown)
    if index == selected.start.block:
        start = selected.start.offset
    if index == selected.end.block:
        end = selected.end.offset
    cells = [cell for row in cell_spans(block) for cell in row]
    parts = [Span(max(cell.start, start), min(cell.end, end)) for cell in cells]
    trimmed = [trim(block, part) for part in parts if part.start < part.end]
    return [part for part in trimmed if part]


def _mark_block(body: RichBody, index: int, shown: Span, mark: Mark, *, is_on: bool) -> Proved:
    old = body.blocks
    placed = old[index]
    expected = marks_of(placed.block)
    for at in range(shown.start, shown.end):
        expected[at] = expected[at] | {mark} if is_on else expected[at] - {mark}

    def judge(new: Sequence[PlacedBlock]) -> Rate:
        if not is_same_but(old, new, index):
            return Rate.WRONG
        block, whole = new[index].block, Span(0, len(expected))
        marks = _without_blanks(block, marks_of(block), whole)
        if marks == _without_blanks(block, expected, whole):
            return Rate.EXACT
        return Rate.WRONG

    candidates = _find_marks(placed, shown, mark, is_on=is_on)
    return prove(body, candidates, judge, Place(index, shown.end))


def is_same_but(old: Sequence[PlacedBlock], new: Sequence[PlacedBlock], index: int) -> bool:
    """Tell whether only the look of one block differs.

    Args:
        old: The blocks before.
        new: The blocks after.
        index: Which block may look different.

    Returns:
        False where any words differ.
    """
    if len(old) != len(new) or old[index].block.shown != new[index].block.shown:
        return False
    return all(
        left.block == right.block or at == index
        for at, (left, right) in enumerate(zip(old, new, strict=True))
    )


def _without_blanks(
    block: RichBlock, marks: Sequence[frozenset[Mark]], shown: Span
) -> list[frozenset[Mark]]:
    """The marks in a part of all characters but blanks: marks may end on either side of those."""
    return [marks[at] for at in range(shown.start, shown.end) if block.shown[at] not in _BLANKS]


# --- candidates -----------------------------------------------------------------------------------


def _find_marks(
    placed: PlacedBlock, shown: Span, mark: Mark, *, is_on: bool
) -> Iterator[list[Edit]]:
    """Edits that may mark a part of a block or take the mark from it."""
    block = placed.block
    touched = [
        construct
        for construct in block.constructs
        if construct.mark is mark and _meets(shown_span(block, construct.inner), shown)
    ]
    removal = [edit for construct in touched for edit in unwrap(placed, construct)]
    spans = [shown_span(block, construct.inner) for construct in touched]
    whole = _join_spans([shown, *spans]) if is_on else _spare(spans, shown)
    for parts in (whole, [piece for part in whole for piece in _cut_at_edges(block, part)]):
        trimmed = [trim(block, part) for part in parts]
        yield from _wrap_all(placed, [part for part in trimmed if part], mark, removal)


def _join_spans(spans: Sequence[Span]) -> list[Span]:
    return [Span(min(span.start for span in spans), max(span.end for span in spans))]


def _spare(spans: Sequence[Span], gone: Span) -> list[Span]:
    """What of some parts is left without another."""
    return [
        part
        for span in spans
        for part in (Span(span.start, gone.start), Span(gone.end, span.end))
        if part.start < part.end
    ]


def _wrap_all(
    placed: PlacedBlock, parts: Sequence[Span], mark: Mark, removal: Sequence[Edit]
) -> Iterator[list[Edit]]:
    """Edits that put marks around parts, at each of the places that are seen there."""
    block = placed.block
    for sign in _SIGNS[mark]:
        choices = [
            [
                (start, end)
                for start in reversed(to_sources(block, part.start))
                for end in to_sources(block, part.end)
                if start < end
            ]
            for part in parts
        ]
        combined = product(*choices)
        if len(choices) > _MOST_VARIED:
            combined = product(*(choice[:1] for choice in choices))
        for chosen in combined:
            edits = list(removal)
            for start, end in chosen:
                edits.append(Edit(placed.start + start, placed.start + start, sign))
                edits.append(Edit(placed.start + end, placed.start + end, sign))
            yield from _valid(edits)


def _valid(edits: list[Edit]) -> Iterator[list[Edit]]:
    try:
        yield sort_edits(edits)
    except ValueError:
        return  # a mark would stand within one that goes


def unwrap(placed: PlacedBlock, construct: Construct) -> Iterator[Edit]:
    """Yield the edits that take the marks of a construct away.

    Args:
        placed: A block.
        construct: One of its constructs.

    Yields:
        A deletion for each mark.
    """
    inner, outer = placed.in_text(construct.inner), placed.in_text(construct.outer)
    for start, end in ((outer.start, inner.start), (inner.end, outer.end)):
        if start < end:
            yield Edit(start, end, "")


def _meets(left: Span, right: Span) -> bool:
    return left.start <= right.end and right.start <= left.end


def _cut_at_edges(block: RichBlock, part: Span) -> Iterator[Span]:
    """A part in pieces that no construct begins or ends within but encloses."""
    edges = {part.start, part.end}
    for construct in block.constructs:
        inner = shown_span(block, construct.inner)
        edges |= {edge for edge in (inner.start, inner.end) if part.start < edge < part.end}
    ordered = sorted(edges)
    for start, end in zip(ordered, ordered[1:], strict=False):
        yield Span(start, end)


def trim(block: RichBlock, part: Span) -> Span | None:
    """Leave out the blanks at the ends of a part.

    Args:
        block: A block.
        part: A part of what it shows.

    Returns:
        The rest; None where there is none.
    """
    words = block.shown[part.start : part.end]
    start = part.start + len(words) - len(words.lstrip(_BLANKS))
    end = part.end - (len(words) - len(words.rstrip(_BLANKS)))
    return Span(start, end) if start < end else None
