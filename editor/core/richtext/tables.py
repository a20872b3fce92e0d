"""A table of a body, the cell of it that is meant, and the proof of what changes it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from editor.core.base.edits import Edit, sort_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.richtext.blocks import LINE_BREAK, AtomKind, BlockKind, PlacedBlock, RichBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import cell_spans, place_runs
from editor.core.richtext.proof import Place, Proved, Rate, prove
from editor.core.richtext.table_runs import Grid, read_grid

_Words = list[list[str]]


class Cell(NamedTuple):
    """Which cell of a table: its row, of which the head is the first, and its column."""

    row: int
    column: int


def cell_at(block: RichBlock, offset: int) -> Cell:
    """Find the cell that a place is in.

    Args:
        block: A table.
        offset: A position in what it shows.

    Returns:
        The cell.
    """
    row = column = 0
    for part, run in place_runs(block):
        if run.atom is not AtomKind.CELL or part.end > offset:
            continue
        row, column = (row + 1, 0) if run.shown == LINE_BREAK else (row, column + 1)
    return Cell(row, column)


def is_grid(block: RichBlock) -> bool:
    """Tell whether a block is a table whose cells are known.

    Args:
        block: A block.

    Returns:
        False also for a table in a list, which is shown as it stands.
    """
    return block.kind is BlockKind.TABLE and any(run.atom is AtomKind.CELL for run in block.runs)


class Table:
    """A table of a body, and the cell of it that is meant."""

    def __init__(self, body: RichBody, place: Place) -> None:
        """Find the table.

        Args:
            body: The body.
            place: A place in the table.

        Raises:
            EditRejected: If it is in none.
        """
        self._body, self._index = body, place.block
        self._placed = body.blocks[place.block]
        block = self._placed.block
        self.source = body.text[self._placed.start : self._placed.end]
        grid = read_grid(self.source) if is_grid(block) else None
        if grid is None:
            raise EditRejected(translate("core", "The caret is in no table."))
        self.grid: Grid = grid
        self.lines = (grid.head, *grid.rows)
        self.cell = cell_at(block, place.offset)

    @property
    def words(self) -> _Words:
        """What is seen in each cell, a new list each time."""
        return _read_words(self._placed.block)

    def prove(self, edits: Sequence[Edit], wanted: _Words, row: int, column: int) -> Proved:
        """Prove edits of the table, and put the caret into a cell.

        Args:
            edits: Edits of its source.
            wanted: What is seen in each cell then.
            row: The row of the caret.
            column: Its column; the last one where the row has fewer.

        Returns:
            The edits of the text.

        Raises:
            EditRejected: If they do not show what is wanted, and nothing else differs.
        """
        base, old = self._placed.start, self._body.blocks
        moved = sort_edits([Edit(base + edit.start, base + edit.end, edit.new) for edit in edits])
        judge = _make_judge(old, self._index, wanted)
        proved = prove(self._body, [moved], judge, Place(self._index, 0))
        spans = cell_spans(proved.body.blocks[self._index].block)[row]
        offset = spans[min(column, len(spans) - 1)].end
        return proved._replace(caret=Place(self._index, offset))


def _read_words(block: RichBlock) -> _Words:
    return [[span.of(block.shown) for span in row] for row in cell_spans(block)]


def _make_judge(
    old: Sequence[PlacedBlock], index: int, wanted: _Words
) -> Callable[[Sequence[PlacedBlock]], Rate]:
    def judge(new: Sequence[PlacedBlock]) -> Rate:
        if len(new) != len(old) or not is_grid(new[index].block):
            return Rate.WRONG
        others = _others(old, index), _others(new, index)
        if not all(left.has_block_of(right) for left, right in zip(*others, strict=True)):
            return Rate.WRONG
        return Rate.EXACT if _read_words(new[index].block) == wanted else Rate.WRONG

    return judge


def _others(blocks: Sequence[PlacedBlock], index: int) -> Iterator[PlacedBlock]:
    return (placed for at, placed in enumerate(blocks) if at != index)
