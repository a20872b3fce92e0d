"""The Markdown source: a view of the session's text. What is typed becomes edits; nothing is read back as truth.

Traps met here: QTextDocument swallows CR and counts UTF-16 (editor.app.positions), its own undo is off,
and ``contentsChange`` reports more than changed.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from editor.app.document.session import Change, Session
from editor.app.document.utf16_positions import (
    Utf16Positions,
    selected_text,
    shown_text,
    utf16_length,
)
from editor.core.base.edits import Edit, Span, trim_edit
from editor.core.base.severity import Severity
from editor.core.checks.table import Diagnostic
from editor.core.events.reading import CALENDAR_ANCHOR
from editor.ui.forms.base import set_monospaced
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.wording.translation import translated

_LONGEST = 30_000
"""The longest line that is wrapped and coloured, in characters."""
_MOST_MARKS = 2_000
_MOST_LINES = 20_000
"""The longest text that is coloured."""


class SourcePane(QPlainTextEdit):
    """The whole text, Markdown as it is; calendar links shrink to their sign."""

    caret_moved = Signal(int)
    """The text position of the caret, a moment after it came to rest."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._positions = Utf16Positions("")
        self._shown = ""
        self._following = False
        """While the session's changes are shown; blocking the document's signals instead crashes its layout."""
        set_monospaced(self)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(False)
        self.setAccessibleName(self.tr("Markdown"))
        self.document().setDocumentMargin(14)
        forward_undo(self)
        self._diagnostics: list[Diagnostic] = []
        self.margin = Margin(self)
        self.setViewportMargins(Margin.WIDTH, 0, 0, 0)
        self.updateRequest.connect(self._on_update_request)
        self._highlighter = Highlighter(self.document(), self.palette())
        self._rest = QTimer(self, singleShot=True, interval=120)
        self._rest.timeout.connect(lambda: self.caret_moved.emit(self.caret))
        self._caret_before = 0
        self.cursorPositionChanged.connect(self._rest.start)
        self.cursorPositionChanged.connect(self._keep_out)
        self.document().contentsChange.connect(self._on_contents_change)
        session.changed.connect(self.follow)

    def apply_style(self) -> None:
        """Take the colours of the palette again."""
        self._highlighter.apply_style(self.palette())
        if self._highlighter.document() is not None:
            self._highlighter.rehighlight()

    # --- from the session ------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Show a change that did not come from here."""
        if change.origin is self:
            return
        self._following = True
        try:
            if change.edits is None or not self._shown:
                self._guard(self.session.text)
                self.document().setPlainText(shown_text(self.session.text))
            else:
                for edit in reversed(change.edits):
                    self._replace(self._positions, edit)
        finally:
            self._following = False
        self._take(self.session.text)

    def _guard(self, text: str) -> None:
        """Qt wraps a line of one long word in quadratic time, and colours a block at a time: neither for giants."""
        longest = max(map(len, text.split("\n")))
        if longest > _LONGEST:
            wrap = QPlainTextEdit.LineWrapMode.NoWrap
        else:
            wrap = QPlainTextEdit.LineWrapMode.WidgetWidth
        self.setLineWrapMode(wrap)
        small = text.count("\n") <= _MOST_LINES and longest <= _LONGEST
        self._highlighter.setDocument(self.document() if small else None)

    def _replace(self, positions: Utf16Positions, edit: Edit) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(positions.to_document(edit.start))
        cursor.setPosition(positions.to_document(edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown_text(edit.new))

    def _take(self, text: str) -> None:
        self._positions = Utf16Positions(text)
        self._shown = text

    # --- to the session --------------------------------------------------------------------------

    def _on_contents_change(self, at: int, removed: int, added: int) -> None:
        if self._following or removed == added == 0:
            return
        old = self._shown
        start = self._positions.to_text(at)
        end = self._positions.to_text(min(at + removed, self._positions.to_document(len(old))))
        written = self._read(at, added)
        edit = trim_edit(
            shown_text(old[start:end]), Edit(0, len(shown_text(old[start:end])), written)
        )
        if edit.start == edit.end and not edit.new:
            return
        first, last = (start + _behind(old[start:end], place) for place in (edit.start, edit.end))
        if self.session.form.newline == "\n":
            new = edit.new
        else:
            new = edit.new.replace("\n", self.session.form.newline)
        self._commit(Edit(first, last, new))

    def _read(self, at: int, count: int) -> str:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(at, last))
        cursor.setPosition(min(at + count, last), QTextCursor.MoveMode.KeepAnchor)
        return selected_text(cursor.selectedText())

    def _commit(self, edit: Edit) -> None:
        whole = edit.new.isspace() or "\n" in edit.new
        self.session.apply([edit], self.tr("Typing"), merge="" if whole else "typing", origin=self)
        if whole:
            self.session.pause()
        self._take(self.session.text)
        if self.document().characterCount() - 1 != self._positions.to_document(len(self._shown)):
            QTimer.singleShot(
                0, self._show_all
            )  # half an emoji was cut: the pane shows the text again, whatever it holds

    def _show_all(self) -> None:
        """Show the session's text from nothing, the caret where it was."""
        at = self.caret
        self.follow(Change(None, self._shown))
        self.go_to(min(at, len(self.session.text)))

    # --- calendar links: one thing, though many characters ------------------------------------------

    def _link_around(self, position: int) -> tuple[int, int] | None:
        """The calendar link that a document position lies in or at the edge of, as document positions."""
        block = self.document().findBlock(position)
        text = block.text()
        for match in CALENDAR_ANCHOR.finditer(text) if "data:text/calendar" in text else ():
            start, end = (block.position() + utf16_length(text[:at]) for at in match.span())
            if start <= position <= end:
                return start, end
        return None

    def _keep_out(self) -> None:
        """The caret steps over a link, whose characters nobody sees; a selection may hold it whole or in part."""
        cursor = self.textCursor()
        at, before, self._caret_before = cursor.position(), self._caret_before, cursor.position()
        if cursor.hasSelection() or self._following or self._highlighter.document() is None:
            link = None
        else:
            link = self._link_around(at)
        if link and link[0] < at < link[1]:
            cursor.setPosition(link[1] if before <= link[0] else link[0])
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Backspace behind a link and Delete before it select it first; the second press deletes it whole."""
        cursor = self.textCursor()
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not cursor.hasSelection():
            link = self._link_around(cursor.position())
            if link and cursor.position() == link[1 if event.key() == Qt.Key.Key_Backspace else 0]:
                cursor.setPosition(link[0])
                cursor.setPosition(link[1], QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                return
        super().keyPressEvent(event)

    def _on_update_request(self, area: QRect, scrolled: int) -> None:
        """The margin is painted where the text is: a key press touches a line."""
        if scrolled:
            self.margin.scroll(0, scrolled)
        else:
            self.margin.update(0, area.y(), Margin.WIDTH, area.height())

    # --- problems --------------------------------------------------------------------------------

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Underline what checks have found, and mark the lines in the margin."""
        self._diagnostics = list(diagnostics)
        marks = []
        for diagnostic in self._diagnostics if len(self._diagnostics) <= _MOST_MARKS else ():
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            start = self._positions.to_document(diagnostic.span.start)
            end = max(self._positions.to_document(diagnostic.span.end), start + 1)
            cursor.setPosition(min(start, self.document().characterCount() - 1))
            cursor.setPosition(
                min(end, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor
            )
            mark.cursor = cursor
            mark.format = _underlined(diagnostic.severity)
            if diagnostic.severity != Severity.HINT:
                marks.append(mark)
        self.setExtraSelections(marks)
        self.margin.show_diagnostics(
            [
                (self._positions.to_document(diagnostic.span.start), diagnostic)
                for diagnostic in self._diagnostics
            ]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        area = self.contentsRect()
        self.margin.setGeometry(area.left(), area.top(), Margin.WIDTH, area.height())

    # --- caret -----------------------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """The caret as a position of the text."""
        return self._positions.to_text(self.textCursor().position())

    def go_to(self, position: int) -> None:
        """Put the caret at a position of the text and show it near the top."""
        cursor = self.textCursor()
        cursor.setPosition(
            min(self._positions.to_document(position), self.document().characterCount() - 1)
        )
        self.setTextCursor(cursor)
        self.centerCursor()

    def choose(self, span: Span) -> None:
        """Select words and show them."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_document(span.start))
        cursor.setPosition(self._positions.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def selected_words(self) -> str:
        """The selection, if it is within one line."""
        selection = self.textCursor().selectedText()
        if "\u2029" in selection:
            return ""
        return selection

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> bool:
        """Select the next occurrence, around the end if need be; a match that grows while it is typed stays."""
        cursor = self.textCursor()
        selected = cursor.selectedText().casefold()
        if selected and selected != words.casefold() and words.casefold().startswith(selected):
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
        found = bool(words) and self._find_around(words, back)
        done(0, -1 if found else 0)
        return found

    def _find_around(self, words: str, back: bool) -> bool:
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if self.find(words, flags):
            return True
        before = self.textCursor()
        self.moveCursor(QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start)
        if self.find(words, flags):
            return True
        self.setTextCursor(before)
        return False


def _behind(text: str, count: int) -> int:
    """The position in ``text`` behind ``count`` shown characters: CR LF shows as one."""
    at = 0
    for _ in range(count) if "\r\n" in text else ():
        at += 2 if text.startswith("\r\n", at) else 1
    if "\r\n" in text:
        return at
    return count


class Margin(QWidget):
    """A strip at the left of the source, with a sign at every line that has a problem; pointing at it says which."""

    WIDTH = 18

    def __init__(self, source: SourcePane) -> None:
        super().__init__(source)
        self._source = source
        self._lines: dict[int, list[Diagnostic]] = {}

    def show_diagnostics(self, placed: Sequence[tuple[int, Diagnostic]]) -> None:
        """Problems with their places in the document."""
        self._lines = {}
        for at, diagnostic in placed:
            self._lines.setdefault(self._source.document().findBlock(at).blockNumber(), []).append(
                diagnostic
            )
        self.update()

    def _visible(self, top: int, bottom: int) -> Iterator[tuple[QRectF, list[Diagnostic]]]:
        block, source = self._source.firstVisibleBlock(), self._source
        while self._lines and block.isValid():
            area = source.blockBoundingGeometry(block).translated(source.contentOffset())
            if area.top() > bottom:
                return
            if area.bottom() < top:
                block = block.next()
                continue
            if block.blockNumber() in self._lines:
                yield area, self._lines[block.blockNumber()]
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self._source.font())
        for area, diagnostics in self._visible(event.rect().top(), event.rect().bottom()):
            level = min(
                (diagnostic.severity for diagnostic in diagnostics), key=list(Severity).index
            )
            painter.setPen(_colour(level, self.palette()))
            height = self._source.fontMetrics().lineSpacing()
            painter.drawText(
                QRectF(0, area.top(), self.WIDTH, height),
                Qt.AlignmentFlag.AlignCenter,
                {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.HINT: "·"}[level],
            )
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = [
                diagnostic
                for _, diagnostics in self._visible(event.pos().y(), event.pos().y())
                for diagnostic in diagnostics
            ]
            self.setToolTip("\n".join(translated(diagnostic.message) for diagnostic in found))
        return super().event(event)


def _colour(level: Severity, palette: QPalette) -> QColor:
    dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    colours = {
        Severity.ERROR: ("#c5221f", "#ff8a80"),
        Severity.WARNING: ("#9a6700", "#e6b673"),
        Severity.HINT: ("#667085", "#9aa4b5"),
    }
    return QColor(colours[level][dark])


def _underlined(level: Severity) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(QColor("#d93025" if level == Severity.ERROR else "#c08a2b"))
    return form


# --- highlighting ---------------------------------------------------------------------------------


class Highlighter(QSyntaxHighlighter):
    """Quiet colours for Markdown, taken from the palette; calendar links collapse to their title."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self.apply_style(palette)

    def apply_style(self, palette: QPalette) -> None:
        """Take the colours of a palette: light and dark differ."""
        dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
        if dark:
            colours = ("#8ab4f8", "#9aa4b5", "#e6b673", "#c58af9", "#26324a")
        else:
            colours = ("#0b57d0", "#667085", "#8a5300", "#7627bb", "#e3ecfb")
        link, quiet, head, key, chip = (QColor(colour) for colour in colours)
        self._rules = (
            (QRegularExpression(r"^#{1,6} .*$"), _format(head, bold=True)),
            (QRegularExpression(r"\*\*[^*]+\*\*"), _format(None, bold=True)),
            (QRegularExpression(r"^\s*([*+-]|\d+[.)])(?= )"), _format(key, bold=True)),
            (QRegularExpression(r"https?://[^\s)\"'<>]+"), _format(link)),
            (QRegularExpression(r"\]\([^)]*\)"), _format(link)),
        )
        self._key = _format(key)
        self._quiet = _format(quiet)
        self._chip = _format(link)
        self._chip.setBackground(chip)
        self._hidden = QTextCharFormat()
        self._hidden.setFontPointSize(0.1)
        self._hidden.setForeground(QColor(0, 0, 0, 0))
        self._hidden.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        self._hidden.setFontLetterSpacing(-0.1)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        if self._front_matter(text):
            return
        for pattern, form in self._rules:
            found = pattern.globalMatch(text)
            while found.hasNext():
                hit = found.next()
                self.setFormat(hit.capturedStart(), hit.capturedLength(), form)
        for match in CALENDAR_ANCHOR.finditer(text) if "data:text/calendar" in text else ():
            self._collapse(text, match)

    def _front_matter(self, text: str) -> bool:
        """States: 1 inside the front matter, 0 behind it."""
        first = self.currentBlock().blockNumber() == 0
        fence = text.rstrip() == "---"
        inside = self.previousBlockState() == 1 and not first
        self.setCurrentBlockState(1 if (first and fence) or (inside and not fence) else 0)
        if not inside and not (first and fence):
            return False
        self.setFormat(0, len(text), self._quiet)
        if key := re.match(r"[\s-]*[\w-]+(?=:)", text):
            self.setFormat(0, key.end(), self._key)
        return True

    def _collapse(self, text: str, match: re.Match[str]) -> None:
        """Only the words of the link's title stay visible, as a chip."""
        lead = len(text[: match.start()].encode("utf-16-le")) // 2
        length = len(match[0].encode("utf-16-le")) // 2
        self.setFormat(lead, length, self._hidden)
        title = re.search(r"(?<=title=['\"])[^'\"]+", match[0])
        if title:
            before = len(match[0][: title.start()].encode("utf-16-le")) // 2
            self.setFormat(lead + before, len(title[0].encode("utf-16-le")) // 2, self._chip)


def _format(colour: QColor | None, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    if colour is not None:
        form.setForeground(colour)
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    return form
