"""What is drawn beside the text: the marks of items, the bars of quotes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from editor.ui.writing.looks import INDENT
from editor.ui.writing.rich_document import RichDocument

_BAR = 3


def draw_decorations(page: QTextEdit, rich: RichDocument) -> None:
    """Draw the marks beside the visible blocks.

    Args:
        page: The page, while it is painted.
        rich: What it shows.
    """
    layout = page.document().documentLayout()
    scrolled = page.verticalScrollBar().value()
    visible = QRectF(page.viewport().rect())
    painter = QPainter(page.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = page.cursorForPosition(page.viewport().rect().topLeft()).block()
    while shown.isValid() and shown.blockNumber() < len(rich.blocks):
        area = layout.blockBoundingRect(shown).translated(0, -scrolled)
        if area.top() > visible.bottom():
            break
        block = rich.blocks[shown.blockNumber()].block
        line = shown.layout().lineAt(0)
        left = shown.layout().position().x() + line.x()
        if block.nesting.quotes:
            bar = QRectF(left - INDENT * 2 / 3, area.top(), _BAR, area.height())
            painter.fillRect(bar, rich.looks.quiet)
        if block.nesting.marker and line.isValid():
            painter.setFont(page.font())
            painter.setPen(rich.looks.text)
            top = area.top() + line.y()
            box = QRectF(QPointF(left - 2 * INDENT, top), QPointF(left - 7, top + line.height()))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, block.nesting.marker)
        shown = shown.next()
    painter.end()
