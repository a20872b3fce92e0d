"""What would be different on disk, line by line, before anything is written."""

import difflib
import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from editor.ui.forms.base import monospaced

_BASE64 = re.compile(r"(base64,[A-Za-z0-9+/%]{12})[A-Za-z0-9+/=%]{24,}([A-Za-z0-9+/=%]{12})")
_MOST = 4000


def changed_lines(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Lines of a comparison as (sign, line): "-" only before, "+" only after, " " around them, "…" left out."""
    old, new = before.splitlines(), after.splitlines()
    for group in difflib.SequenceMatcher(None, old, new, autojunk=len(old) + len(new) > 20_000).get_grouped_opcodes(1):
        yield "…", ""
        for tag, i, j, k, m in group:
            if tag == "equal":
                yield from ((" ", line) for line in old[i:j])
            else:
                yield from (("-", line) for line in old[i:j])
                yield from (("+", line) for line in new[k:m])


def short(line: str) -> str:
    """A line with the middle of its base64 left out."""
    return _BASE64.sub(r"\1…\2", line)


class DiffView(QPlainTextEdit):
    """A comparison to read: what goes in red, what comes in green, each with its sign."""

    def __init__(self) -> None:
        super().__init__(readOnly=True)
        monospaced(self)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def compare(self, before: str, after: str) -> None:
        """Show the lines that differ, with a line of what is around them."""
        self.clear()
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        colours = {"-": "#4b2226" if dark else "#ffe3e3", "+": "#1d3f2a" if dark else "#ddf5e3"}
        cursor = QTextCursor(self.document())
        lines = list(changed_lines(before, after))
        for number, (sign, line) in enumerate(lines[:_MOST]):
            form = QTextCharFormat()
            if sign in colours:
                form.setBackground(QColor(colours[sign]))
            text = f"{sign} {short(line)}" if sign != "…" else "" if number == 0 else "⋯"
            if number:
                cursor.insertText("\n", QTextCharFormat())
            cursor.insertText(text, form)
        if not lines:
            cursor.insertText(self.tr("No line differs."))
        self.moveCursor(QTextCursor.MoveOperation.Start)


class DiffDialog(QDialog):
    """Shows a comparison and asks whether to go on."""

    def __init__(self, parent: QWidget | None, title: str, intro: str, before: str, after: str, verb: str) -> None:
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
