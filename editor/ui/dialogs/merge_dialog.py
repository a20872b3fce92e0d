"""What two people have changed in the same places: side by side, one answer for each place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.core.merging.merge import Conflict, Merge, Side
from editor.ui.dialogs.diff import COLORS, Pieces, compare_words, describe_links
from editor.ui.widgets.flow_layout import FlowLayout
from editor.ui.widgets.form_parts import set_monospaced
from editor.ui.widgets.grip_splitter import GripSplitter
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column

_LONGEST_LABEL = 60
_MAX_COMPARED = 20_000
"""Characters up to which both sides are compared word by word."""


class MergeDialog(QDialog):
    """Left the places, right what stands there here and on disk; ``answers`` says what counts."""

    def __init__(
        self,
        merge: Merge,
        name: str,
        zone: str,
        parent: QWidget | None = None,
        *,
        is_on_disk: bool = True,
    ) -> None:
        """Show the conflicts of a merge.

        Args:
            merge: The merge; it has conflicts.
            name: The name of the document's file.
            zone: The IANA time zone in which calendar entries are described.
            parent: The window.
            is_on_disk: Whether the other text is that of the file; else it is at a code host.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge “{0}”").format(name))
        fit_to_screen(self, 960, 560)
        self._there, theirs = self.tr("On disk"), self.tr("What is on &disk")
        if not is_on_disk:
            self._there, theirs = self.tr("There"), self.tr("What stands &there")
        self._conflicts, self._zone = merge.conflicts, zone
        self._answers = [_propose(conflict) for conflict in merge.conflicts]
        self.places = QListWidget()
        self.places.setAccessibleName(self.tr("Places"))
        self.places.setWordWrap(True)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mine, self.theirs = (QPlainTextEdit(readOnly=True) for _ in range(2))
        self.radios = {
            Side.MINE: QRadioButton(self.tr("What stands &here")),
            Side.THEIRS: QRadioButton(theirs),
            Side.BOTH: QRadioButton(self.tr("&Both, one after the other")),
        }
        self._fill_places()
        self._lay_out()
        self.places.currentRowChanged.connect(self._show_place)
        self.places.setCurrentRow(0)

    @property
    def answers(self) -> tuple[Side, ...]:
        """One answer for each conflict, in their order."""
        return tuple(self._answers)

    def _fill_places(self) -> None:
        for number, conflict in enumerate(self._conflicts, 1):
            words = " ".join((conflict.mine or conflict.theirs or conflict.base).split())
            item = QListWidgetItem(f"{number}  {words[:_LONGEST_LABEL]}")
            self.places.addItem(item)

    def _lay_out(self) -> None:
        count = len(self._conflicts)
        intro = PlainLabel(
            self.tr("%n place(s) were changed here and elsewhere.", "", count)
            + " "
            + self.tr("What only one side has changed is merged already.")
        )
        intro.setWordWrap(True)
        sides = QHBoxLayout()
        for title, view in ((self.tr("Here"), self.mine), (self._there, self.theirs)):
            set_monospaced(view)
            view.setAccessibleName(title)
            column = QVBoxLayout()
            column.addWidget(PlainLabel(title))
            column.addWidget(view)
            sides.addLayout(column)
        group = QButtonGroup(self)
        choices = FlowLayout()
        for side, radio in self.radios.items():
            group.addButton(radio)
            choices.addWidget(radio)
            radio.clicked.connect(lambda _=False, side=side: self._choose(side))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(
            self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.addLayout(sides, 1)
        right.addLayout(choices)
        answer = QWidget()
        answer.setLayout(right)
        middle = GripSplitter()
        middle.addWidget(self.places)
        middle.addWidget(answer)
        middle.setSizes([1, 3])
        layout = scrolling_column(self, self.buttons)
        layout.addWidget(intro)
        layout.addWidget(middle, 1)

    def _show_place(self, row: int) -> None:
        conflict = self._conflicts[row]
        mine, theirs = (
            describe_links(text, self._zone) for text in (conflict.mine, conflict.theirs)
        )
        if len(mine) + len(theirs) < _MAX_COMPARED:
            left, right = compare_words(mine, theirs)
        else:
            left, right = [(mine, False)], [(theirs, False)]
        self._write(self.mine, left, "-")
        self._write(self.theirs, right, "+")
        self.radios[Side.BOTH].setEnabled(conflict.may_keep_both)
        self.radios[self._answers[row]].setChecked(True)

    def _write(self, view: QPlainTextEdit, pieces: Pieces, sign: str) -> None:
        view.clear()
        if not pieces:
            view.setPlaceholderText(self.tr("Nothing: it was taken out."))
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        plain, strong = QTextCharFormat(), QTextCharFormat()
        strong.setBackground(QColor(COLORS[sign][dark][1]))
        cursor = QTextCursor(view.document())
        for text, differs in pieces:
            cursor.insertText(text, strong if differs else plain)
        view.moveCursor(QTextCursor.MoveOperation.Start)

    def _choose(self, side: Side) -> None:
        self._answers[self.places.currentRow()] = side


def _propose(conflict: Conflict) -> Side:
    """Propose what loses nothing; of an event that is there twice nobody has anything."""
    is_event = "data:text/calendar" in conflict.mine + conflict.theirs
    return Side.BOTH if conflict.may_keep_both and not is_event else Side.MINE
