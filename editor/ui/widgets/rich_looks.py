"""How blocks and words look on the writing page: fonts, colors, margins."""

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextOption,
)

from editor.core.richtext.blocks import AtomKind, BlockKind, Mark, RichBlock, Run
from editor.core.richtext.caret import cell_spans
from editor.core.richtext.pictures import pictures_of
from editor.core.richtext.tables import is_grid
from editor.ui.widgets.thumbnails import HEIGHT

INDENT = 26
"""Pixels that a list or a quote moves its text to the right."""
_HEADING_SIZES = {1: 1.7, 2: 1.4, 3: 1.2, 4: 1.05, 5: 1.0, 6: 1.0}
_SPACES = {
    BlockKind.HEADING: (18, 6),
    BlockKind.CODE: (6, 10),
    BlockKind.RULE: (10, 10),
    BlockKind.TABLE: (6, 14),
}
_CHIPS = {AtomKind.HTML, AtomKind.SHORTCODE, AtomKind.IMAGE, AtomKind.FOOTNOTE}
_RAW_BLOCKS = {BlockKind.CODE, BlockKind.OTHER, BlockKind.HTML}
PICTURE_EDGE = 6
"""Pixels above and below a small picture."""
_CELL_GAP = 24
"""Pixels between the words of two columns."""


class Looks:
    """The formats of one palette and size, each made once."""

    def __init__(self, palette: QPalette, font: QFont, has_picture: Callable[[str], bool]) -> None:
        """Choose the colors.

        Args:
            palette: The palette of the page.
            font: The font of its paragraphs.
            has_picture: Whether an address leads to a picture that can be shown.
        """
        self._has_picture = has_picture
        self.is_dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
        self.text = palette.color(QPalette.ColorRole.Text)
        link, quiet, chip = ("#0b57d0", "#667085", "#e8edf5")
        if self.is_dark:
            link, quiet, chip = ("#8ab4f8", "#9aa4b5", "#2b3444")
        self.link, self.quiet, self.chip = QColor(link), QColor(quiet), QColor(chip)
        self.grid = QColor("#3d4859" if self.is_dark else "#cfd6e1")
        self._font = font
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self.of_run = lru_cache(maxsize=512)(self._make_run_format)
        self.of_block = lru_cache(maxsize=512)(self._make_block_format)

    def run_format(self, block: RichBlock, run: Run) -> QTextCharFormat:
        """Return the format of a run.

        Args:
            block: The block it is part of.
            run: The run.

        Returns:
            The format, shared.
        """
        return self.of_run(block.kind, block.level, run.marks, run.atom)

    def head_format(self, block: RichBlock, run: Run) -> QTextCharFormat:
        """Return the format of a run in the head of a table.

        Args:
            block: The table.
            run: The run.

        Returns:
            The format, shared.
        """
        return self.of_run(block.kind, block.level, run.marks | {Mark.STRONG}, run.atom)

    def block_format(self, block: RichBlock) -> QTextBlockFormat:
        """Return the format of a block.

        Args:
            block: The block.

        Returns:
            The format, shared.
        """
        nesting = block.nesting
        depth = nesting.depth + nesting.quotes
        made = self.of_block(block.kind, block.level, depth, bool(nesting.marker))
        if self.has_room(block):
            picture = QTextBlockFormat(made)
            picture.setTopMargin(HEIGHT + 2 * PICTURE_EDGE)
            return picture
        if not is_grid(block):
            return made
        table = QTextBlockFormat(made)
        stops = [QTextOption.Tab(at, QTextOption.TabType.LeftTab) for at in self._stops(block)]
        table.setTabPositions(stops)
        return table

    def has_room(self, block: RichBlock) -> bool:
        """Tell whether there is room for small pictures above a block.

        Args:
            block: The block.

        Returns:
            Whether it holds pictures alone, the first of which has a file.
        """
        addresses = pictures_of(block)
        return bool(addresses) and self._has_picture(addresses[0])

    def _stops(self, block: RichBlock) -> list[float]:
        """Where the columns of a table begin but the first, in pixels."""
        bold = QFont(self._font)
        bold.setBold(True)
        metrics = QFontMetricsF(bold)
        widths: list[float] = []
        for row in cell_spans(block):
            for column, cell in enumerate(row):
                width = metrics.horizontalAdvance(cell.of(block.shown)) + _CELL_GAP
                if column == len(widths):
                    widths.append(width)
                widths[column] = max(widths[column], width)
        return list(accumulate(widths))[:-1]

    def _make_run_format(
        self, kind: BlockKind, level: int, marks: frozenset[Mark], atom: AtomKind
    ) -> QTextCharFormat:
        made = QTextCharFormat()
        size = self._font.pointSizeF()
        made.setFontPointSize(size * _HEADING_SIZES.get(level, 1.0))
        if kind is BlockKind.HEADING or Mark.STRONG in marks:
            made.setFontWeight(QFont.Weight.Bold)
        if Mark.EMPHASIS in marks:
            made.setFontItalic(True)
        if Mark.STRIKE in marks:
            made.setFontStrikeOut(True)
        if Mark.LINK in marks:
            made.setForeground(self.link)
            made.setFontUnderline(True)
        is_raw = kind in _RAW_BLOCKS or (kind is BlockKind.TABLE and atom is AtomKind.BLOCK)
        if Mark.CODE in marks or is_raw:
            made.setFontFamilies([self._mono])
            made.setFontPointSize(size * 0.92)
        if (is_raw and kind is not BlockKind.CODE) or kind is BlockKind.RULE:
            made.setForeground(self.quiet)
        if atom in _CHIPS or Mark.CODE in marks:
            made.setBackground(self.chip)
        if atom in _CHIPS:
            made.setForeground(self.quiet)
            made.setFontPointSize(size * 0.88)
        return made

    def _make_block_format(
        self, kind: BlockKind, level: int, depth: int, is_item: bool
    ) -> QTextBlockFormat:
        made = QTextBlockFormat()
        above, below = _SPACES.get(kind, (0, 3 if is_item else 10))
        made.setTopMargin(above)
        made.setBottomMargin(below)
        made.setLeftMargin(depth * INDENT)
        made.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if kind is BlockKind.HEADING:
            made.setHeadingLevel(level)
            made.setLineHeight(110, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if kind is BlockKind.RULE:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if kind is BlockKind.CODE:
            made.setBackground(self.chip)
        return made
