"""What all forms are: a page that shows the issue and turns what people do into edits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Session
from editor.app.document.utf16_positions import selected_text
from editor.core.base.edits import Edit
from editor.core.base.errors import UserFacingError
from editor.core.checks.table import Diagnostic
from editor.ui.widgets.day_edit import DayEdit
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.wording.translation import translated


class Form(QScrollArea):
    """A page of the middle pane. ``refresh`` shows the issue; ``put`` plays edits and says what was refused."""

    refused = Signal(str)
    """A sentence for the message bar; "" when an edit went through."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self.session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(20, 14, 20, 14)
        self.column.setSpacing(10)
        self.heading = QLabel(title)
        self.heading.setObjectName("pageTitle")
        self.column.addWidget(self.heading)
        self.setWidget(self.page)
        self._stale = True

    def refresh(self) -> None:
        """Show the session's issue. Overridden; called only while visible, once per change."""

    def set_gazetteer(self) -> None:
        """The session knows more about the site. Overridden by forms that offer it."""

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show what checks have found here. Overridden by forms that have fields for it."""

    def follow(self) -> None:
        """The issue changed: show it now if anybody looks, else when somebody does."""
        self._stale = True
        if self.isVisible():
            self.show_now()

    def show_now(self) -> None:
        """Somebody looks. Called by the window, not from ``showEvent``: an exception in an override of Qt's
        takes the process down (PySide6 6.11), one in a slot does not."""
        if self._stale:
            self._stale = False
            self.refresh()

    def put(
        self, make: Callable[[], list[Edit]], label: str, merge: str = "", *, quiet: bool = False
    ) -> bool:
        """Make edits and play them. False where they were refused: the text is untouched then, and the message
        bar says why, unless the form does (``quiet``)."""
        try:
            self.session.apply(make(), label, merge=merge, origin=self)
        except UserFacingError as refusal:
            if not quiet:
                self.refused.emit(translated(refusal))
            return False
        self.refused.emit("")
        return True


def form_layout() -> QFormLayout:
    """A form with its labels at the left."""
    layout = QFormLayout()
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    layout.setHorizontalSpacing(14)
    layout.setVerticalSpacing(8)
    return layout


def set_monospaced(widget: QWidget) -> None:
    """Markdown is shown in letters of one width, in the size of everything else."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(widget.font().pointSizeF())
    widget.setFont(font)


def make_day_edit() -> DayEdit:
    """A field for a day, with a calendar to choose from; the weekday is shown, never typed."""
    return DayEdit()


def typed_text(area: QPlainTextEdit) -> str:
    """What stands in a text area, every character of it: ``toPlainText`` would turn NBSP into blanks."""
    return selected_text(area.document().toRawText())


def label_for(text: str, buddy: QWidget) -> QLabel:
    """A label that leads to its field, by its key and for screen readers."""
    label = QLabel(text)
    label.setBuddy(buddy)
    buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
    return label


def hint(text: str = "") -> QLabel:
    """Small print below a field."""
    label = QLabel(text, wordWrap=True)
    label.setObjectName("hint")
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def with_hint(field: QWidget, small: QLabel) -> QWidget:
    """A field and its small print, close together."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(field)
    column.addWidget(small)
    return both


def with_forwarded_undo(widget: QWidget) -> QWidget:
    """A widget ready for a form: undo passes through it."""
    forward_undo(widget)
    return widget
