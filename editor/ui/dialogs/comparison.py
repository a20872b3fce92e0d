"""Two versions of a page: as a page with its changes marked, and line by line."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QTextEdit, QWidget

from editor.core.issue.issue import issue_title, parse_issue
from editor.core.profiles.profile import Profile
from editor.core.richtext.comparing import (
    ComparedBlock,
    Fate,
    Piece,
    compare_pages,
    compare_texts,
)
from editor.ui.dialogs.diff import CALENDAR_SIGN, COLORS, DiffView, put_in_words
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.rich_looks import Looks
from editor.ui.widgets.room import fit_to_screen, scrolling_column

_SIGNS = {Fate.GONE: "-", Fate.NEW: "+"}
_BULLETS = ("*", "-", "+")
"""What Markdown has for the bullets of a page."""
_AROUND = 1
"""Equal blocks that are shown before and after a change."""
_WORDS_AROUND = 16
"""Words and signs that are shown before and after a change where little is shown."""
_TITLE_SIZE = 1.5
_MOST_BLOCKS = 2000
"""Blocks of a comparison that are shown."""


class PageComparison(QTextEdit):
    """What is gone is struck out, what is new is underlined; what stays is left out but near it."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAccessibleName(self.tr("Differences on the page"))
        self.document().setDocumentMargin(12)

    def show_blocks(self, blocks: list[ComparedBlock], zone: str) -> None:
        """Show a comparison.

        Args:
            blocks: All blocks of the page.
            zone: The IANA time zone in which calendar entries are described.
        """
        cursor = self._start()
        shown = _near_changes(blocks)
        last = -1
        for number in shown[:_MOST_BLOCKS]:
            if number > last + 1:
                self._write_gap(cursor)
            self._write_block(cursor, blocks[number], zone)
            last = number
        if not shown:
            cursor.insertText(self.tr("Nothing differs."))
        elif last < len(blocks) - 1:
            self._write_gap(cursor)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_changes(self, blocks: list[ComparedBlock], zone: str) -> None:
        """Show only what has changed, and a few words around it.

        Args:
            blocks: All blocks of the page.
            zone: As for ``show_blocks``.
        """
        cursor = self._start()
        for block in [block for block in blocks if block.has_changed][:_MOST_BLOCKS]:
            self._write_block(cursor, block, zone, is_clipped=True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_all(self, title: str, blocks: list[ComparedBlock], zone: str) -> None:
        """Show a page that is new.

        Args:
            title: Its title, which is shown above; "" for none.
            blocks: All its blocks.
            zone: As for ``show_blocks``.
        """
        cursor = self._start()
        if title:
            heading = QTextCharFormat()
            heading.setFontPointSize(self.font().pointSizeF() * _TITLE_SIZE)
            heading.setFontWeight(QFont.Weight.DemiBold)
            cursor.insertText(title, heading)
        for block in blocks[:_MOST_BLOCKS]:
            self._write_block(cursor, block, zone)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _start(self) -> QTextCursor:
        self.clear()
        self._looks = Looks(self.palette(), self.font(), lambda _: False)
        return QTextCursor(self.document())

    def _begin(self, cursor: QTextCursor, made: QTextBlockFormat) -> None:
        if not self.document().isEmpty():
            cursor.insertBlock()
        cursor.setBlockFormat(made)

    def _write_gap(self, cursor: QTextCursor) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(self._looks.quiet)
        self._begin(cursor, QTextBlockFormat())
        cursor.insertText("⋯", quiet)

    def _write_block(
        self, cursor: QTextCursor, compared: ComparedBlock, zone: str, *, is_clipped: bool = False
    ) -> None:
        block = compared.block
        self._begin(cursor, self._looks.block_format(block) if block else _front_format())
        if block and block.nesting.marker:
            marker = block.nesting.marker
            cursor.insertText("• " if marker in _BULLETS else f"{marker} ", QTextCharFormat())
        shown = _clip(compared.pieces) if is_clipped else compared.pieces
        alike = itertools.groupby(shown, key=lambda piece: (piece.run, piece.fate))
        for (run, fate), pieces in alike:
            made = QTextCharFormat(self._looks.run_format(block, run)) if block and run else None
            made = self._mark(made or QTextCharFormat(), fate)
            cursor.insertText("".join(piece.words for piece in pieces), made)
        for before, after in compared.behind:
            self._write_behind(cursor, put_in_words(before, after, zone), is_clipped=is_clipped)

    def _write_behind(
        self, cursor: QTextCursor, versions: tuple[str, str], *, is_clipped: bool
    ) -> None:
        """What is behind the words, below them."""
        made = QTextBlockFormat()
        made.setLeftMargin(24)
        self._begin(cursor, made)
        if not is_clipped:
            shown = compare_texts(*versions)
        else:
            sign, before, after = _take_calendar(*versions)
            cursor.insertText(sign, QTextCharFormat())
            shown = _clip(compare_texts(before, after))
        for words, _, fate in shown:
            looks = QTextCharFormat()
            looks.setForeground(self._looks.quiet)
            cursor.insertText(words, self._mark(looks, fate))

    def _mark(self, made: QTextCharFormat, fate: Fate) -> QTextCharFormat:
        if fate in _SIGNS:
            is_dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
            made.setBackground(QColor(COLORS[_SIGNS[fate]][is_dark][0]))
            made.setForeground(self._looks.text)
            made.setFontStrikeOut(fate == Fate.GONE)
            made.setFontUnderline(fate == Fate.NEW)
        return made


def _take_calendar(before: str, after: str) -> tuple[str, str, str]:
    """What calendars say, of lines that are the same before that; with the sign for it."""
    head, sign, rest = before.partition(CALENDAR_SIGN)
    other_head, _, other_rest = after.partition(CALENDAR_SIGN)
    if sign and head == other_head:
        return sign, rest, other_rest
    return "", before, after


def _clip(pieces: Sequence[Piece]) -> list[Piece]:
    """What has changed, and the words around it; "…" in place of the rest."""
    changed = [number for number, piece in enumerate(pieces) if piece.fate != Fate.SAME]
    near = {near for at in changed for near in range(at - _WORDS_AROUND, at + _WORDS_AROUND + 1)}
    clipped: list[Piece] = []
    for is_near, group in itertools.groupby(enumerate(pieces), key=lambda each: each[0] in near):
        kept = [piece for _, piece in group]
        clipped += kept if is_near else [kept[0]._replace(words=" … ")]
    return clipped if changed else list(pieces)


def _front_format() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setBottomMargin(8)
    return made


def _near_changes(blocks: list[ComparedBlock]) -> list[int]:
    """The numbers of the blocks that have changed, and of their neighbors."""
    near: set[int] = set()
    for number, block in enumerate(blocks):
        if block.has_changed:
            near.update(range(number - _AROUND, number + _AROUND + 1))
    return [
        number
        for number, block in enumerate(blocks)
        if number in near and (block.block or block.has_changed)  # a line of the front matter alone
    ]


class ComparisonView(QTabWidget):
    """The page for those who write, its lines for those who want it exactly."""

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tabs have the focus
        self.tabBar().setAccessibleName(self.tr("Comparison"))
        self.page, self.lines = PageComparison(), DiffView()
        self.addTab(self.page, self.tr("As a page"))
        self.addTab(self.lines, self.tr("Line by line"))

    def compare(self, before: str, after: str, profile: Profile | None) -> None:
        """Show what differs.

        Args:
            before: The old text.
            after: The new text.
            profile: The kind of page that both are; None for what is no page.
        """
        self.setTabVisible(0, profile is not None)
        if profile is None:
            self.lines.compare(before, after)
            return
        self.lines.compare(before, after, zone=profile.timezone)
        blocks = compare_pages(parse_issue(before, profile), parse_issue(after, profile))
        self.page.show_blocks(blocks, profile.timezone)

    def show_new(self, text: str, profile: Profile | None) -> None:
        """Show a text that nothing was before, without marks.

        Args:
            text: The text.
            profile: The kind of page that it is; None for what is no page.
        """
        self.setTabVisible(0, profile is not None)
        self.lines.setPlainText(text)
        if profile:
            issue = parse_issue(text, profile)
            blocks = [block for block in compare_pages(issue, issue) if block.block]
            self.page.show_all(issue_title(issue), blocks, profile.timezone)

    def say(self, words: str) -> None:
        """Show a sentence instead.

        Args:
            words: The sentence; "" for nothing.
        """
        for view in (self.page, self.lines):
            view.setPlainText(words)


class ComparisonDialog(QDialog):
    """Shows a comparison, and may ask whether to go on."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        intro: str,
        before: str,
        after: str,
        profile: Profile,
        verb: str = "",
    ) -> None:
        """Show the comparison of two texts.

        Args:
            parent: The widget the dialog belongs to.
            title: The title of the window.
            intro: What the comparison is about, shown above it.
            before: The old text.
            after: The new text.
            profile: The kind of page that both are.
            verb: The label of the button that accepts; "" where there is nothing to decide.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        fit_to_screen(self, 860, 520)
        self.view = ComparisonView()
        self.view.compare(before, after, profile)
        label = PlainLabel(intro, wordWrap=True)
        self.buttons = QDialogButtonBox()
        leave = QDialogButtonBox.StandardButton.Close
        if verb:
            self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
            leave = QDialogButtonBox.StandardButton.Cancel
        self.buttons.addButton(leave)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = scrolling_column(self, self.buttons)
        for widget in (label, self.view):
            layout.addWidget(widget)

    @property
    def changed(self) -> list[str]:
        """The lines shown as removed or added, with their sign."""
        lines = self.view.lines.toPlainText().splitlines()
        return [line for line in lines if line[:2] in ("- ", "+ ")]
