"""Where what is seen of a block stands in its source: one seen place may have several."""

from collections.abc import Iterator

from editor.core.base.edits import Span
from editor.core.richtext.blocks import (
    LINE_BREAK,
    AtomKind,
    Construct,
    Mark,
    RichBlock,
    Run,
    RunKind,
)


def place_runs(block: RichBlock) -> Iterator[tuple[Span, Run]]:
    """Yield each run with the part of the seen text that it shows.

    Args:
        block: A block.

    Yields:
        The part, in characters of ``block.shown``, and the run.
    """
    at = 0
    for run in block.runs:
        yield Span(at, at + len(run.shown)), run
        at += len(run.shown)


def to_sources(block: RichBlock, position: int) -> list[int]:
    """Find the places in the source that are seen at a place.

    Args:
        block: A block.
        position: A position in ``block.shown``.

    Returns:
        Positions in the block's source in their order: more than one where marks stand there;
        within what stands for other words, the place before it.
    """
    if not block.runs:
        return [0]
    sources: set[int] = set()
    for shown, run in place_runs(block):
        if shown.start <= position <= shown.end:
            if run.kind is RunKind.TEXT:
                sources.add(run.start + position - shown.start)
            elif position < shown.end or position == shown.start:
                sources.add(run.start)
            if position == shown.end:
                sources.add(run.end)
    return sorted(sources)


def to_source_span(block: RichBlock, shown: Span) -> Span:
    """Find the source of a part of what is seen, without marks at its ends.

    Args:
        block: A block.
        shown: A part of ``block.shown``; what stands for other words is taken as a whole.

    Returns:
        The part of its source.
    """
    start = end = None
    for part, run in place_runs(block):
        if run.kind is RunKind.HIDDEN or part.end <= shown.start or part.start >= shown.end:
            continue
        is_text = run.kind is RunKind.TEXT
        if start is None:
            start = run.start + (max(shown.start - part.start, 0) if is_text else 0)
        end = run.start + min(shown.end, part.end) - part.start if is_text else run.end
    if start is None or end is None:
        place = to_sources(block, shown.start)[-1]
        return Span(place, place)
    return Span(start, end)


def to_shown(block: RichBlock, source: int) -> int:
    """Find where a place in the source is seen.

    Args:
        block: A block.
        source: A position in its source.

    Returns:
        The position in ``block.shown``; within an atom its start.
    """
    at = 0
    for shown, run in place_runs(block):
        if source < run.end:
            if run.kind is RunKind.TEXT and source > run.start:
                return shown.start + source - run.start
            return shown.start
        at = shown.end
    return at


def shown_span(block: RichBlock, span: Span) -> Span:
    """Find where a part of the source is seen.

    Args:
        block: A block.
        span: A part of its source.

    Returns:
        The part of ``block.shown``.
    """
    return Span(to_shown(block, span.start), to_shown(block, span.end))


def order_sources(block: RichBlock, position: int, sources: list[int]) -> list[int]:
    """Order the places where something can be typed, the expected one first.

    As in other word processors: at the end of bold words one types on in bold, at the end of a
    link behind it, before either outside; at the start of a block within what begins there.

    Args:
        block: A block.
        position: A position in ``block.shown``.
        sources: What ``to_sources`` gives for it.

    Returns:
        The same places in the order in which they are tried.
    """
    wanted = {
        construct
        for construct in block.constructs
        if _types_within(construct, shown_span(block, construct.inner), position)
    }

    def distance(source: int) -> tuple[int, int]:
        around = {
            construct
            for construct in block.constructs
            if construct.inner.start <= source <= construct.inner.end
        }
        return len(around ^ wanted), -source

    return sorted(sources, key=distance)


def _types_within(construct: Construct, inner: Span, position: int) -> bool:
    if inner.start < position < inner.end:
        return True
    if construct.mark is Mark.LINK:
        return False
    return position == inner.end or position == inner.start == 0


def constructs_at(block: RichBlock, position: int) -> list[Construct]:
    """Find the constructs that a place is in, or at the edge of.

    Args:
        block: A block.
        position: A position in ``block.shown``.

    Returns:
        The constructs, outer ones first.
    """
    found = []
    for construct in block.constructs:
        inner = shown_span(block, construct.inner)
        if inner.start <= position <= inner.end:
            found.append(construct)
    return found


def marks_of(block: RichBlock) -> list[frozenset[Mark]]:
    """Return the marks of each seen character.

    Args:
        block: A block.

    Returns:
        As many sets as ``block.shown`` has characters.
    """
    return [run.marks for run in block.runs for _ in run.shown]


def cell_breaks(block: RichBlock, shown: Span) -> str:
    """Return what stands between the cells of a table in a part of it.

    Args:
        block: A block.
        shown: A part of what it shows.

    Returns:
        The breaks alone; "" in a block that is no table.
    """
    return "".join(
        run.shown
        for part, run in place_runs(block)
        if run.atom is AtomKind.CELL and shown.start <= part.start < shown.end
    )


def cell_spans(block: RichBlock) -> list[list[Span]]:
    """Find where the words of each cell are seen.

    Args:
        block: A block; one that is no table counts as one cell.

    Returns:
        For each row the parts of what the block shows.
    """
    rows: list[list[Span]] = [[]]
    start = 0
    for part, run in place_runs(block):
        if run.atom is AtomKind.CELL:
            rows[-1].append(Span(start, part.start))
            start = part.end
            if run.shown == LINE_BREAK:
                rows.append([])
    rows[-1].append(Span(start, len(block.shown)))
    return rows


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
