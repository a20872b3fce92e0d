"""What would be different on disk, line by line, before anything is written."""

import difflib
import itertools
import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.core.events import calendar_link
from editor.core.events.reading import CALENDAR_ANCHOR
from editor.ui.forms.base import set_monospaced
from editor.ui.wording.calendar_text import write_in_full

_BASE64 = re.compile(r"(base64,[A-Za-z0-9+/%]{12})[A-Za-z0-9+/=%]{24,}([A-Za-z0-9+/=%]{12})")
_COLOURS = {
    "-": (("#ffe3e3", "#ffb3b3"), ("#4b2226", "#8a3038")),
    "+": (("#ddf5e3", "#a4e2b4"), ("#1d3f2a", "#2c7343")),
}
"""A line and what differs in it, in the light and in the dark."""
_WORD = re.compile(r"\w+|\W")
_MOST = 4000
_NEAR = 40
"""Letters of a line that are shown around a difference."""
_LONG = 4000
"""Letters of two lines that are not compared word by word."""


def changed_lines(before: str, after: str, around: int = 1) -> Iterator[tuple[str, str]]:
    """Lines of a comparison as (sign, line): "-" only before, "+" only after, " " around them, "…" left out."""
    old, new = _differing(before.splitlines(), after.splitlines(), around)
    for group in difflib.SequenceMatcher(
        None, old, new, autojunk=len(old) + len(new) > 20_000
    ).get_grouped_opcodes(around):
        yield "…", ""
        for tag, i, j, k, m in group:
            if tag == "equal":
                yield from ((" ", line) for line in old[i:j])
            else:
                yield from (("-", line) for line in old[i:j])
                yield from (("+", line) for line in new[k:m])


def _differing(old: list[str], new: list[str], around: int) -> tuple[list[str], list[str]]:
    """Both without what is the same at their beginning and end, but for some lines: long texts compare at once."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    head, tail = max(head - around, 0), max(tail - around, 0)
    return old[head : len(old) - tail], new[head : len(new) - tail]


def abbreviate_links(line: str) -> str:
    """A line with the middle of its base64 left out."""
    return _BASE64.sub(r"\1…\2", line)


def describe_links(line: str, zone: str) -> str:
    """A line with its calendar links in words."""
    return CALENDAR_ANCHOR.sub(
        lambda match: (
            "📅 " + " · ".join(write_in_full(calendar_link.read_link(match["href"]), zone))
            or match[0]
        ),
        line,
    )


Pieces = list[tuple[str, bool]]
"""A line in pieces, and whether each differs."""


def read_pieces(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Two versions of a line, word by word.

    >>> read_pieces("on Monday, 4th", "on Friday, 4th")[1]
    [('on ', False), ('Friday', True), (', 4th', False)]
    """
    left, right = _WORD.findall(old), _WORD.findall(new)
    before: Pieces = []
    after: Pieces = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for found, words in ((before, left[i:j]), (after, right[k:m])):
            if words:
                found.append(("".join(words), tag != "equal"))
    return before, after


def clip_lines(line: Pieces) -> Pieces:
    """The pieces, of those that stay only what is near a difference."""
    last = len(line) - 1
    return [
        (text if differs else _ends(text, number > 0, number < last), differs)
        for number, (text, differs) in enumerate(line)
    ]


def _ends(text: str, after: bool, before: bool) -> str:
    """The end of a text that is ``before`` a difference, the beginning of one that is ``after`` one."""
    most = _NEAR * (after + before)
    if len(text) <= most + _NEAR // 2:
        return text
    return (text[:_NEAR] if after else "") + "…" + (text[-_NEAR:] if before else "")


class DiffView(QPlainTextEdit):
    """A comparison to read: what goes in red, what comes in green, each with its sign."""

    def __init__(self) -> None:
        super().__init__(readOnly=True)
        set_monospaced(self)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def compare(
        self, before: str, after: str, *, zone: str = "Europe/Berlin", clip: bool = False
    ) -> None:
        """Show the lines that differ, with a line of what is around them; or, clipped, only what is near a difference."""
        self.clear()
        cursor = QTextCursor(self.document())
        lines = list(changed_lines(before, after, 0 if clip else 1))
        if lines and clip:
            lines = lines[1:]
        marks = _marked(lines, zone)
        for number, (sign, line) in enumerate(lines[:_MOST]):
            if number:
                cursor.insertText("\n", QTextCharFormat())
            found = marks.get(number, [(abbreviate_links(line), False)])
            self._write(
                cursor, sign, clip_lines(found) if clip and number in marks else found, number
            )
        if not lines:
            cursor.insertText(self.tr("No line differs."))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, sign: str, line: Pieces, number: int) -> None:
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        plain, strong = QTextCharFormat(), QTextCharFormat()
        if sign in _COLOURS:
            for form, colour in zip((plain, strong), _COLOURS[sign][dark], strict=True):
                form.setBackground(QColor(colour))
        if sign == "…":
            cursor.insertText("⋯" if number else "", plain)
            return
        cursor.insertText(f"{sign} ", plain)
        for text, differs in line:
            cursor.insertText(text, strong if differs else plain)


def _marked(lines: list[tuple[str, str]], zone: str) -> dict[int, Pieces]:
    """Where as many lines come as go, each beside the other word by word: pieces by the line's number."""
    found: dict[int, Pieces] = {}
    at = 0
    for sign, group in itertools.groupby(list(lines), key=lambda line: line[0]):
        size = len(list(group))
        come = list(itertools.takewhile(lambda line: line[0] == "+", lines[at + size :]))
        if sign == "-" and size == len(come):
            for number in range(at, at + size):
                old, new = (describe_links(lines[one][1], zone) for one in (number, number + size))
                if old == new:  # what differs is not what the entry says
                    old, new = (abbreviate_links(lines[one][1]) for one in (number, number + size))
                if len(old) + len(new) < _LONG:
                    found[number], found[number + size] = read_pieces(old, new)
        at += size
    return found


class DiffDialog(QDialog):
    """Shows a comparison and asks whether to go on."""

    def __init__(
        self, parent: QWidget | None, title: str, intro: str, before: str, after: str, verb: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(860, 520)
        self.view = DiffView()
        self.view.compare(before, after)
        label = QLabel(intro, wordWrap=True)
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self.view, self.buttons):
            layout.addWidget(widget)

    @property
    def changed(self) -> list[str]:
        """The lines shown as removed or added, with their sign."""
        return [line for line in self.view.toPlainText().splitlines() if line[:2] in ("- ", "+ ")]
