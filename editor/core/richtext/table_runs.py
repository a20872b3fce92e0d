"""A table as runs: its cells are words to edit, what stands between them is seen as tabs and lines.

Pipes, blanks beside them and the row of dashes belong to the atoms between cells, so that what is
typed into a cell never moves another (GitHub Flavored Markdown, §4.10).
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.edits import Span
from editor.core.markdown.parser import Definitions, Dialect
from editor.core.richtext.blocks import LINE_BREAK, AtomKind, Construct, Run, RunKind
from editor.core.richtext.inline import read_inline

CELL_BREAK = "\t"
"""What is seen between two cells of a row; between two rows it is LINE_BREAK."""

_DASHES = re.compile(r"[ \t]*(:?)-+(:?)[ \t]*")


class Alignment(StrEnum):
    """How the words of a column are aligned."""

    NONE = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Row(Struct, frozen=True):
    """A line of a table; positions count from the start of the table."""

    line: Span
    cells: tuple[Span, ...]
    """All that is between two pipes, with blanks."""


class Grid(Struct, frozen=True):
    """The lines of a table and where their cells are."""

    head: Row
    dashes: Row
    rows: tuple[Row, ...]

    @property
    def lines(self) -> tuple[Row, ...]:
        """All lines, from the head to the last row."""
        return (self.head, self.dashes, *self.rows)


def read_grid(source: str) -> Grid | None:
    """Find the cells of a table that stands in no list and no quote.

    Args:
        source: Its lines.

    Returns:
        The cells; None where it is no such table, or a row has more cells than the head.
    """
    lines: list[Row] = []
    at = 0
    for line in source.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        lines.append(Row(Span(at, at + len(bare)), tuple(_split_row(bare, at))))
        at += len(line)
    if len(lines) < 2 or not all(_DASHES.fullmatch(cell.of(source)) for cell in lines[1].cells):
        return None
    width = len(lines[0].cells)
    if len(lines[1].cells) != width or any(len(row.cells) > width for row in lines):
        return None
    return Grid(lines[0], lines[1], tuple(lines[2:]))


def _split_row(line: str, base: int) -> Iterator[Span]:
    """The parts of a row between its pipes; a pipe behind a backslash is part of a cell."""
    start = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    pipes = [at for at in range(start, end) if line[at] == "|" and line[at - 1 : at] != "\\"]
    if pipes and pipes[0] == start:
        start = pipes.pop(0) + 1
    if pipes and pipes[-1] == end - 1:
        end = pipes.pop()
    for pipe in pipes:
        yield Span(base + start, base + pipe)
        start = pipe + 1
    yield Span(base + start, base + max(end, start))


def read_alignments(source: str, grid: Grid) -> list[Alignment]:
    """Read how the columns of a table are aligned.

    Args:
        source: The table.
        grid: Its cells.

    Returns:
        One alignment for each column.
    """
    found = []
    for cell in grid.dashes.cells:
        match = _DASHES.fullmatch(cell.of(source))
        colons = (bool(match and match[1]), bool(match and match[2]))
        found.append(
            {
                (False, False): Alignment.NONE,
                (True, False): Alignment.LEFT,
                (True, True): Alignment.CENTER,
                (False, True): Alignment.RIGHT,
            }[colons]
        )
    return found


def trim_cell(source: str, cell: Span) -> Span:
    """Leave out the blanks around the words of a cell.

    Args:
        source: The table.
        cell: All between two pipes.

    Returns:
        The words; for an empty cell the place behind its first blank.
    """
    words = cell.of(source)
    bare = words.strip()
    if not bare:
        inside = cell.start + min(len(words), 1)
        return Span(inside, inside)
    start = cell.start + len(words) - len(words.lstrip())
    return Span(start, start + len(bare))


def read_table(
    dialect: Dialect, source: str, definitions: Definitions
) -> tuple[tuple[Run, ...], tuple[Construct, ...]] | None:
    """Read a table as runs.

    Args:
        dialect: How the site reads Markdown.
        source: Its lines.
        definitions: What the document defines.

    Returns:
        Runs that tile the source, and the constructs in its cells; None where its cells are not
        found for sure.
    """
    grid = read_grid(source)
    if grid is None:
        return None
    runs: list[Run] = []
    constructs: list[Construct] = []
    at, shown = 0, ""
    for row in (grid.head, *grid.rows):
        for cell in row.cells:
            words = trim_cell(source, cell)
            kind = RunKind.ATOM if shown else RunKind.HIDDEN
            atom = AtomKind.CELL if shown else AtomKind.NONE
            runs.append(Run(kind, at, words.start, shown, atom=atom))
            inside, found = _read_cell(dialect, source, words, definitions)
            runs += inside
            constructs += found
            at, shown = words.end, CELL_BREAK
        shown = LINE_BREAK
    runs.append(Run(RunKind.HIDDEN, at, len(source), ""))
    return tuple(run for run in runs if run.end > run.start), tuple(constructs)


class _CellMap:
    """Leads from positions in the content of a cell to the source, which has more backslashes."""

    def __init__(self, start: int, pieces: Sequence[str]) -> None:
        self._start = start
        self.pipes: list[int] = []
        """Where in the content pipes are that have a backslash in the source."""
        at = 0
        for piece in pieces[:-1]:
            self.pipes.append(at + len(piece))
            at += len(piece) + 1

    def before(self, position: int) -> int:
        """Map a position; before the backslash where there is one."""
        return self._start + position + sum(pipe < position for pipe in self.pipes)

    def behind(self, position: int) -> int:
        """Map a position; behind the backslash where there is one."""
        return self._start + position + sum(pipe <= position for pipe in self.pipes)


def _read_cell(
    dialect: Dialect, source: str, words: Span, definitions: Definitions
) -> tuple[list[Run], list[Construct]]:
    """The runs of a cell, whose pipes are behind backslashes that the inline rules do not see."""
    pieces = words.of(source).split("\\|")
    inline = read_inline(dialect, "|".join(pieces), definitions)
    cell_map = _CellMap(words.start, pieces)
    runs: list[Run] = []
    for run in inline.runs:
        runs += _split_at_pipes(run, cell_map)

    def move(span: Span) -> Span:
        return Span(cell_map.behind(span.start), cell_map.before(span.end))

    return runs, [
        replace(construct, outer=move(construct.outer), inner=move(construct.inner))
        for construct in inline.constructs
    ]


def _split_at_pipes(run: Run, cell_map: _CellMap) -> Iterator[Run]:
    """A run in the source, cut at the backslashes that it covers there."""
    start, end = cell_map.before(run.start), cell_map.before(run.end)
    if run.kind is not RunKind.TEXT:
        yield replace(run, start=start, end=end)
        return
    at = run.start
    for pipe in [pipe for pipe in cell_map.pipes if run.start <= pipe < run.end]:
        before = cell_map.before(pipe)
        if pipe > at:
            shown = run.shown[at - run.start : pipe - run.start]
            yield replace(run, start=cell_map.behind(at), end=before, shown=shown)
        yield Run(RunKind.HIDDEN, before, before + 1, "")
        at = pipe
    yield replace(run, start=cell_map.behind(at), end=end, shown=run.shown[at - run.start :])
