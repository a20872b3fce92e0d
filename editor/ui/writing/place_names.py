"""What the caret is in, in words: for the status line, and for those who hear the page."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from editor.core.base.edits import Span
from editor.core.richtext.blocks import AtomKind, BlockKind, Mark, RunKind
from editor.core.richtext.caret import constructs_at, place_runs
from editor.ui.widgets.announcing import announce
from editor.ui.wording.shortening import shorten_words
from editor.ui.writing.writing_pane import WritingPane

_LONGEST_ADDRESS = 60
_LONGEST_SOURCE = 70


class PlaceNames(QObject):
    """Names blocks and marks."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._said: list[str] = []
        """What was said last, so that only what is new is said."""

    def name_place(self, pane: WritingPane) -> str:
        """Name what the caret of a page is in.

        Args:
            pane: The page.

        Returns:
            Such as "Heading 2 · Bold · Link: https://…".
        """
        if not pane.rich.blocks:
            return ""
        parts = [self._name_block(pane), *self._name_marks(pane)]
        return " · ".join(part for part in parts if part)

    def source_at(self, pane: WritingPane) -> str:
        """Return the Markdown of what the caret is in.

        Args:
            pane: The page.

        Returns:
            That of the innermost bold words or link, else of the whole block, shortened.
        """
        if not pane.rich.blocks or pane.body is None:
            return ""
        placed, offset = pane.rich.blocks[pane.place.block], pane.place.offset
        inside = constructs_at(placed.block, offset)
        span = placed.in_text(inside[-1].outer) if inside else Span(placed.start, placed.end)
        source = " ".join(span.of(pane.body.text).split())
        return shorten_words(source, _LONGEST_SOURCE)

    def announce(self, pane: WritingPane, name: str) -> None:
        """Let a screen reader say what the caret has come into; the words themselves it reads.

        Args:
            pane: The page.
            name: What ``name_place`` says.
        """
        parts = [part for part in name.split(" · ") if part not in self._said]
        self._said = name.split(" · ")
        if not QAccessible.isActive() or not pane.hasFocus():
            return
        # Orca reads a description that changes; other readers hear announcements
        pane.setAccessibleDescription(", ".join(parts))
        announce(pane, ", ".join(parts))

    def _name_block(self, pane: WritingPane) -> str:
        kind, level, marker = pane.block_here()
        names = {
            BlockKind.PARAGRAPH: self.tr("Paragraph"),
            BlockKind.EMPTY: self.tr("Empty paragraph"),
            BlockKind.HEADING: self.tr("Heading {0}").format(level),
            BlockKind.CODE: self.tr("Code"),
            BlockKind.RULE: self.tr("Horizontal line"),
            BlockKind.TABLE: self.tr("Table"),
            BlockKind.HTML: self.tr("HTML: written in the plain view"),
            BlockKind.OTHER: self.tr("Not shown in its place on the site"),
        }
        name = names[kind]
        if marker:
            name = self.tr("List") if marker == "•" else self.tr("Numbered list")
        if pane.is_quoted():
            name = self.tr("Quote") + " · " + name
        return name

    def _name_marks(self, pane: WritingPane) -> list[str]:
        block = pane.rich.blocks[pane.place.block].block
        names = {
            Mark.STRONG: self.tr("Bold"),
            Mark.EMPHASIS: self.tr("Italic"),
            Mark.STRIKE: self.tr("Struck out"),
            Mark.CODE: self.tr("Code"),
        }
        offset = pane.place.offset
        found = []
        marks = pane.marks_here()
        for construct in constructs_at(block, offset):
            if construct.mark is Mark.LINK:
                address = shorten_words(construct.address, _LONGEST_ADDRESS)
                found.append(self.tr("Link: {0}").format(address))
        found += [name for mark, name in names.items() if mark in marks]
        atoms = {
            AtomKind.CALENDAR: self.tr("Calendar link"),
            AtomKind.IMAGE: self.tr("Picture"),
            AtomKind.SHORTCODE: self.tr("Shortcode"),
            AtomKind.HTML: self.tr("HTML"),
            AtomKind.FOOTNOTE: self.tr("Footnote"),
        }
        for shown, run in place_runs(block):
            if run.kind is RunKind.ATOM and shown.start < offset <= shown.end:
                found.append(atoms.get(run.atom, ""))
        return found
