"""Lines in which a time of day is typed."""

import re
from datetime import time

from PySide6.QtWidgets import QLineEdit

from editor.core.calendar.date_fields import read_time
from editor.ui.widgets.form_parts import show_text_in
from editor.ui.widgets.measure import fit_width

_COMPLETE = re.compile(r"\d{1,2}[:.]\d\d|\d{4}")


def set_time_width(line: QLineEdit) -> None:
    """Make a line as wide as a time of day needs.

    Args:
        line: The line.
    """
    fit_width(line, "00:00", 2.5)


def is_complete_time(text: str) -> bool:
    """Say whether a text counts as a time of day while it is still being typed.

    >>> is_complete_time("9"), is_complete_time("9:30"), is_complete_time("")
    (False, True, True)

    Args:
        text: What was typed so far.

    Returns:
        True for hours with minutes, and for an empty text.
    """
    return not text or _COMPLETE.fullmatch(text.strip()) is not None


def read_times(*lines: QLineEdit) -> list[time | None] | None:
    """Read times of day from their lines.

    Args:
        *lines: The lines.

    Returns:
        A time for every line, None for an empty line; None in place of the whole list where a line
        holds something else than a time.
    """
    times: list[time | None] = []
    for line in lines:
        moment = read_time(line.text())
        if moment is None and line.text().strip():
            return None
        times.append(moment)
    return times


def show_time_in(line: QLineEdit, moment: time | None, *, exactly: bool) -> None:
    """Show a time of day in its line.

    Args:
        line: The line.
        moment: The time; None for none.
        exactly: Whether to rewrite also what says the same in other words, such as "9" for 09:00.
    """
    if exactly or read_time(line.text()) != moment:
        show_text_in(line, f"{moment:%H:%M}" if moment else "")
