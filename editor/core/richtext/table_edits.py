"""Rows and columns of a table added, moved, removed and aligned; no other cell is touched."""

from editor.core.base.edits import Edit
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.richtext.body import RichBody
from editor.core.richtext.proof import Place, Proved
from editor.core.richtext.table_runs import Alignment, Row, read_alignments
from editor.core.richtext.tables import Table

EMPTY_TABLE = "|  |  |  |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |"
"""The Markdown of a table to fill."""
_DASHES = {
    Alignment.NONE: "---",
    Alignment.LEFT: ":--",
    Alignment.CENTER: ":-:",
    Alignment.RIGHT: "--:",
}


def alignment_of(body: RichBody, place: Place) -> Alignment:
    """Read how the column at a place is aligned.

    Args:
        body: The body.
        place: A place in a table.

    Returns:
        The alignment.
    """
    table = Table(body, place)
    return read_alignments(table.source, table.grid)[table.cell.column]


def add_row(body: RichBody, place: Place, *, above: bool = False) -> Proved:
    """Add an empty row below the one at a place, or above.

    Args:
        body: The body.
        place: A place in a table; above its head there is no row.
        above: Whether the row goes above.

    Returns:
        The edits, with the caret in the new row.

    Raises:
        EditRejected: If the rows would not be seen so.
    """
    table = Table(body, place)
    row, column = table.cell
    index = max(row + (not above), 1)
    before = table.lines[index - 1] if index > 1 else table.grid.dashes
    width = len(table.grid.head.cells)
    written = body.newline + "|" + "  |" * width
    words = table.words
    wanted = [*words[:index], [""] * width, *words[index:]]
    return table.prove([Edit(before.line.end, before.line.end, written)], wanted, index, column)


def remove_row(body: RichBody, place: Place) -> Proved:
    """Remove the row at a place.

    Args:
        body: The body.
        place: A place in a table.

    Returns:
        The edits.

    Raises:
        EditRejected: If it is the head, which a table needs.
    """
    table = Table(body, place)
    row, column = table.cell
    if not row:
        raise EditRejected(translate("core", "A table needs its first row: it is the head."))
    before = table.lines[row - 1] if row > 1 else table.grid.dashes
    edits = [Edit(before.line.end, table.lines[row].line.end, "")]
    wanted = table.words[:row] + table.words[row + 1 :]
    return table.prove(edits, wanted, min(row, len(wanted) - 1), column)


def move_row(body: RichBody, place: Place, *, up: bool) -> Proved:
    """Let the row at a place change places with its neighbor.

    Args:
        body: The body.
        place: A place in a table.
        up: Whether it goes up.

    Returns:
        The edits, with the caret in the moved row.

    Raises:
        EditRejected: If it is the head, or there is no such neighbor.
    """
    table = Table(body, place)
    row, column = table.cell
    other = row - 1 if up else row + 1
    if min(row, other) < 1 or max(row, other) >= len(table.lines):
        raise EditRejected(translate("core", "There is nothing to change places with."))
    left, right = table.lines[row].line, table.lines[other].line
    edits = [
        Edit(left.start, left.end, right.of(table.source)),
        Edit(right.start, right.end, left.of(table.source)),
    ]
    wanted = table.words
    wanted[row], wanted[other] = wanted[other], wanted[row]
    return table.prove(edits, wanted, other, column)


def add_column(body: RichBody, place: Place, *, left: bool = False) -> Proved:
    """Add an empty column to the right of the one at a place, or to its left.

    Args:
        body: The body.
        place: A place in a table.
        left: Whether it goes to the left.

    Returns:
        The edits, with the caret in the new column.

    Raises:
        EditRejected: If the columns would not be seen so.
    """
    table = Table(body, place)
    row, column = table.cell
    index = column + (not left)
    edits = []
    for line in table.grid.lines:
        if len(line.cells) >= index:
            blank = " --- " if line is table.grid.dashes else "  "
            edits.append(_insert_cell(table.source, line, index, blank))
    wanted = [[*cells[:index], "", *cells[index:]] if len(cells) >= index else cells
              for cells in table.words]  # fmt: skip
    return table.prove(edits, wanted, row, index)


def _insert_cell(source: str, line: Row, index: int, blank: str) -> Edit:
    if index < len(line.cells):
        start = line.cells[index].start
        opening = "" if index or source[start - 1 : start] == "|" else "|"
        return Edit(start, start, f"{opening}{blank}|")
    end = line.cells[-1].end
    closing = "" if source[end : end + 1] == "|" else "|"  # an empty last cell needs it
    return Edit(end, end, f"|{blank}{closing}")


def remove_column(body: RichBody, place: Place) -> Proved:
    """Remove the column at a place.

    Args:
        body: The body.
        place: A place in a table.

    Returns:
        The edits.

    Raises:
        EditRejected: If it is the only one.
    """
    table = Table(body, place)
    row, column = table.cell
    edits = []
    for line in table.grid.lines:
        if column < len(line.cells):
            cell = line.cells[column]
            if column + 1 < len(line.cells):
                edits.append(Edit(cell.start, line.cells[column + 1].start, ""))
            else:
                start = line.cells[column - 1].end if column else cell.start
                edits.append(Edit(start, cell.end, ""))
    wanted = [cells[:column] + cells[column + 1 :] for cells in table.words]
    if not wanted[0]:
        raise EditRejected(translate("core", "This is the table’s only column."))
    return table.prove(edits, wanted, row, max(min(column, len(wanted[0]) - 1), 0))


def move_column(body: RichBody, place: Place, *, left: bool) -> Proved:
    """Let the column at a place change places with its neighbor.

    Args:
        body: The body.
        place: A place in a table.
        left: Whether it goes to the left.

    Returns:
        The edits, with the caret in the moved column.

    Raises:
        EditRejected: If there is no such neighbor, or a row lacks one of the cells.
    """
    table = Table(body, place)
    row, column = table.cell
    other = column - 1 if left else column + 1
    if min(column, other) < 0 or any(
        max(column, other) >= len(line.cells) for line in table.grid.lines
    ):
        raise EditRejected(translate("core", "There is nothing to change places with."))
    edits = []
    for line in table.grid.lines:
        one, two = line.cells[column], line.cells[other]
        edits.append(Edit(one.start, one.end, two.of(table.source)))
        edits.append(Edit(two.start, two.end, one.of(table.source)))
    wanted = table.words
    for cells in wanted:
        cells[column], cells[other] = cells[other], cells[column]
    return table.prove(edits, wanted, row, other)


def align_column(body: RichBody, place: Place, alignment: Alignment) -> Proved:
    """Align the column at a place.

    Args:
        body: The body.
        place: A place in a table.
        alignment: How its words are aligned.

    Returns:
        The edits.

    Raises:
        EditRejected: If the table would not be seen so.
    """
    table = Table(body, place)
    cell = table.grid.dashes.cells[table.cell.column]
    written = cell.of(table.source)
    sign = _DASHES[alignment]
    inner = written.strip()
    if len(inner) > len(sign):
        sign = sign[0] + sign[1] * (len(inner) - 2) + sign[2]
    start = cell.start + written.index(inner)
    edits = [Edit(start, start + len(inner), sign)]
    return table.prove(edits, table.words, *table.cell)
