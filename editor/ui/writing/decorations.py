"""What is drawn beside the text: the marks of items, the bars of quotes."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

from editor.app.document.utf16_positions import utf16_length
from editor.core.richtext.blocks import RichBlock
from editor.core.richtext.caret import cell_spans
from editor.core.richtext.pictures import pictures_of
from editor.core.richtext.tables import is_grid
from editor.ui.widgets.rich_looks import INDENT, PICTURE_EDGE
from editor.ui.widgets.thumbnails import HEIGHT, Thumbnails
from editor.ui.writing.rich_document import RichDocument

_BAR = 3
_ROW_EDGE = 3
"""Pixels between the words of a row and the line below."""
_CELL_EDGE = 10
"""Pixels between the words of a cell and the line to their left."""


def draw_decorations(
    page: QTextEdit, area: QRect, rich: RichDocument, thumbnails: Thumbnails
) -> None:
    """Draw the marks beside the blocks of an area.

    Args:
        page: The page, while it is painted.
        area: What of its viewport is painted.
        rich: What it shows.
        thumbnails: The small pictures.
    """
    layout = page.document().documentLayout()
    scrolled = page.verticalScrollBar().value()
    painter = QPainter(page.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = page.cursorForPosition(area.topLeft()).block()
    if shown.previous().isValid():
        shown = shown.previous()  # the last line of a table is drawn below it
    while shown.isValid() and shown.blockNumber() < len(rich.blocks):
        frame = layout.blockBoundingRect(shown).translated(0, -scrolled)
        if frame.top() - shown.blockFormat().topMargin() > area.bottom():
            break
        _draw_block(painter, page, rich, thumbnails, shown, frame)
        shown = shown.next()
    painter.end()


def _draw_block(
    painter: QPainter,
    page: QTextEdit,
    rich: RichDocument,
    thumbnails: Thumbnails,
    shown: QTextBlock,
    frame: QRectF,
) -> None:
    block = rich.blocks[shown.blockNumber()].block
    line = shown.layout().lineAt(0)
    left = shown.layout().position().x() + line.x()
    if block.nesting.quotes:
        bar = QRectF(left - INDENT * 2 / 3, frame.top(), _BAR, frame.height())
        painter.fillRect(bar, rich.looks.quiet)
    room = shown.blockFormat().topMargin()
    if room > HEIGHT:
        top = frame.top() - room + PICTURE_EDGE
        _draw_pictures(painter, block, thumbnails, QPointF(left, top))
    if is_grid(block):
        _draw_grid(painter, rich, block, shown, frame)
    if block.nesting.marker and line.isValid():
        painter.setFont(page.font())
        painter.setPen(rich.looks.text)
        top = frame.top() + line.y()
        box = QRectF(QPointF(left - 2 * INDENT, top), QPointF(left - 7, top + line.height()))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, block.nesting.marker)


def _draw_grid(
    painter: QPainter, rich: RichDocument, block: RichBlock, shown: QTextBlock, frame: QRectF
) -> None:
    """Draw lines below the rows of a table and between its columns."""
    layout = shown.layout()
    start = layout.position().x()
    edges = [tab.position - _CELL_EDGE for tab in shown.blockFormat().tabPositions()]
    left, right = max(start - _CELL_EDGE, 0.5), start + max(layout.maximumWidth(), 0) + _CELL_EDGE
    painter.setPen(QPen(rich.looks.grid, 1))
    bottoms = [frame.top() - _ROW_EDGE]
    for row in cell_spans(block):
        last = layout.lineForTextPosition(utf16_length(block.shown[: row[-1].end]))
        bottoms.append(frame.top() + last.y() + last.height() + _ROW_EDGE)
    for bottom in bottoms:
        painter.drawLine(QLineF(left, bottom, right, bottom))
    for x in (left, *(start + edge for edge in edges), right):
        painter.drawLine(QLineF(x, bottoms[0], x, bottoms[-1]))


def _draw_pictures(
    painter: QPainter, block: RichBlock, thumbnails: Thumbnails, at: QPointF
) -> None:
    for address in pictures_of(block):
        picture = thumbnails.get(address)
        if picture:
            painter.drawPixmap(at, picture)
            at.setX(at.x() + picture.deviceIndependentSize().width() + PICTURE_EDGE)
