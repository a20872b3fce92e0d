"""Tables from a spreadsheet read into candidates, a row each."""

import csv
import re
from collections.abc import Sequence
from itertools import pairwise

from editor.core.calendar import clock
from editor.core.calendar.date_fields import read_time
from editor.core.importers.candidate import Candidate, ImportContext, is_address
from editor.core.importers.fields import FIELD_NAMES, read_day, read_fields

_RULE = re.compile(r"[\s|:-]*\n?")
"""The line below the head of a table of Markdown, or an empty line."""


def split_table(text: str) -> list[list[str]]:
    """Split a table into its cells.

    Args:
        text: A text in which most lines may have the same number of tabs, semicolons or commas.

    Returns:
        The rows with their cells; none where the text is no table.
    """
    for delimiter in ("\t", ";", ",", "|"):
        if delimiter not in text:
            continue
        try:
            rows = _read_rows(text, delimiter)
        except csv.Error:
            continue
        if _has_header(rows) or (delimiter == "\t" and _is_even(rows)):
            return rows
    return []


def _read_rows(text: str, delimiter: str) -> list[list[str]]:
    lines = text.splitlines(keepends=True)
    if delimiter == "|":  # a table of Markdown
        lines = [line.strip().strip("|") + "\n" for line in lines if not _RULE.fullmatch(line)]
    reader = csv.reader(lines, delimiter=delimiter)
    return [[cell.strip() for cell in row] for row in reader if any(row)]


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names a column of dates, among others."""
    return bool(rows) and len(rows[0]) > 1 and "when" in _name_columns(rows[0])


def _name_columns(header: Sequence[str]) -> list[str]:
    """The names of fields by the cells of the first row; "" for a cell that names none."""
    return [FIELD_NAMES.get(re.sub(r"\W", "", cell).lower(), "") for cell in header]


def _is_even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows have cells, and about as many as the next."""
    if not rows or min(map(len, rows)) <= 1:
        return False
    return all(abs(len(row) - len(following)) <= 1 for row, following in pairwise(rows))


def read_table(
    rows: Sequence[Sequence[str]], context: ImportContext
) -> tuple[list[Candidate], int]:
    """Read the events of a table.

    Args:
        rows: Its rows; columns go by the names in the first row, else by what stands in them.
        context: The issue they are read for.

    Returns:
        The candidates, and how many rows have no day.
    """
    names = _name_columns(rows[0])
    if "when" in names:
        fields = [_name_cells(names, row) for row in rows[1:]]
    else:
        fields = [_guess_fields(row, context) for row in rows]
    candidates = [read_fields(row, context) for row in fields]
    dated = [candidate for candidate in candidates if candidate]
    return dated, len(candidates) - len(dated)


def _name_cells(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, cell in zip(names, row, strict=False):
        if not name or not cell:
            continue
        if name == "when" and "when" in fields:
            name = "hours"
        fields.setdefault(name, cell)
    return fields


def _guess_fields(row: Sequence[str], context: ImportContext) -> dict[str, str]:
    fields: dict[str, str] = {}
    for cell in row:
        if not cell:
            continue
        first_choice, second_choice = _guess_names(cell, context)
        name = second_choice if first_choice in fields else first_choice
        fields.setdefault(name, cell)
    return fields


def _guess_names(cell: str, context: ImportContext) -> tuple[str, str]:
    """What a cell may be, and what it may be if the row has that already."""
    if is_address(cell):
        return "url", "url"
    if read_day(cell, context):
        return "when", "end"
    if read_time(cell) or clock.read_hours(", " + cell, 0)[0]:
        return "hours", "end"
    return "title", "place"
