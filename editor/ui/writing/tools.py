"""The bar of tools above the writing page: what selected words and paragraphs can become."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QComboBox, QToolBar, QWidget

from editor.core.richtext.blocks import BlockKind, Mark
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.writing.writing_pane import WritingPane

_ICON = 20
_LEVELS = 4
"""Headings deeper than this are not offered."""


class WritingTools(QToolBar):
    """Buttons that show what the words at the caret are, and change it."""

    link_wanted = Signal()

    def __init__(self, pane: WritingPane) -> None:
        super().__init__()
        self._pane = pane
        self.setAccessibleName(self.tr("Format"))
        self.setIconSize(QSize(_ICON, _ICON))
        self.setMovable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.levels = QComboBox()
        self.levels.setAccessibleName(self.tr("Paragraph or heading"))
        self.levels.setToolTip(self.tr("Paragraph or heading (Ctrl+Alt+0 to 4)"))
        self.levels.addItem(self.tr("Paragraph"))
        self.levels.addItems([self.tr("Heading {0}").format(n) for n in range(1, _LEVELS + 1)])
        ignore_wheel_without_focus(self.levels)
        self.levels.activated.connect(self._on_level)
        self.addWidget(self.levels)
        self.addSeparator()
        self._marks = {
            Mark.STRONG: self._add(self.tr("Bold"), "Ctrl+B", "B", bold=True),
            Mark.EMPHASIS: self._add(self.tr("Italic"), "Ctrl+I", "I", italic=True),
            Mark.STRIKE: self._add(self.tr("Struck out"), "Ctrl+Shift+X", "S", strike=True),
            Mark.CODE: self._add(self.tr("Code"), "Ctrl+Shift+C", "<>"),
        }
        for mark, action in self._marks.items():
            action.triggered.connect(lambda _=False, mark=mark: pane.toggle_mark(mark))
        self._link = self._add(self.tr("Link"), "Ctrl+K", "🔗")
        self._link.triggered.connect(lambda: self.link_wanted.emit())
        self.addSeparator()
        self._bullets = self._add(self.tr("List"), "Ctrl+Shift+8", "•≡")
        self._bullets.triggered.connect(lambda: pane.toggle_list(is_numbered=False))
        self._numbers = self._add(self.tr("Numbered list"), "Ctrl+Shift+7", "1≡")
        self._numbers.triggered.connect(lambda: pane.toggle_list(is_numbered=True))
        self._quote = self._add(self.tr("Quote"), "Ctrl+Shift+9", "❝")
        self._quote.triggered.connect(pane.toggle_quote)
        self._add_level_keys()
        pane.state_changed.connect(self.show_state)

    def _add(
        self,
        text: str,
        keys: str,
        sign: str,
        *,
        bold: bool = False,
        italic: bool = False,
        strike: bool = False,
    ) -> QAction:
        """Add a button whose icon is a letter, drawn in the colors of the palette."""
        action = QAction(_letter_icon(self, sign, bold=bold, italic=italic, strike=strike), text)
        action.setParent(self)
        action.setCheckable(True)
        self._give_key(action, keys)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(plain_tip(f"{text} ({shown})"))
        self.addAction(action)
        return action

    def _give_key(self, action: QAction, keys: str) -> None:
        """Let a key work in the pane alone."""
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._pane.addAction(action)

    def _add_level_keys(self) -> None:
        for level in range(_LEVELS + 1):
            action = QAction(self)
            action.triggered.connect(lambda _=False, level=level: self._pane.set_heading(level))
            self._give_key(action, f"Ctrl+Alt+{level}")

    def _on_level(self, level: int) -> None:
        if level != self._level_here():
            self._pane.set_heading(level)
        self._pane.setFocus()

    def _level_here(self) -> int:
        kind, level, _ = self._pane.block_here()
        return min(level, _LEVELS) if kind is BlockKind.HEADING else 0

    def show_state(self) -> None:
        """Show what the words at the caret are."""
        marks = self._pane.marks_here()
        for mark, action in self._marks.items():
            action.setChecked(mark in marks)
        self._link.setChecked(Mark.LINK in marks)
        marker = self._pane.block_here()[2]
        self._bullets.setChecked(marker == "•")
        self._numbers.setChecked(marker[:1].isdigit())
        self._quote.setChecked(self._pane.is_quoted())
        self.levels.setCurrentIndex(self._level_here())


def _letter_icon(widget: QWidget, sign: str, *, bold: bool, italic: bool, strike: bool) -> QIcon:
    """An icon that is a letter; sharp on screens of double density."""
    pixmap = QPixmap(2 * _ICON, 2 * _ICON)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    font = widget.font()
    font.setPixelSize(_ICON * 3 // 4 if len(sign) == 1 else _ICON // 2 + 2)
    font.setBold(bold)
    font.setItalic(italic)
    font.setStrikeOut(strike)
    painter.setFont(font)
    painter.setPen(widget.palette().color(QPalette.ColorRole.WindowText))
    painter.drawText(0, 0, _ICON, _ICON, Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return QIcon(pixmap)
