"""What all forms are: a page that shows the issue and turns the user's changes into edits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor.app.document.session import Session
from editor.core.base.edits import Edit
from editor.core.base.errors import UserFacingError
from editor.core.checks.diagnostic import Diagnostic
from editor.core.events.edit_context import EditContext
from editor.ui.widgets.buttons import icon_button
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.wording.translation import translated


class Form(QScrollArea):
    """A page of the middle pane.

    ``refresh`` shows the issue; ``put`` applies edits and reports what was refused.
    """

    unwritten_changed = Signal()
    """Perhaps ``has_unwritten`` says something else now."""
    refused = Signal(str)
    """A sentence for the message bar; "" when an edit went through."""
    help_wanted = Signal()
    room_changed = Signal(int)
    """The height that is in sight, in pixels."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self.session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have the focus
        self.page = QWidget()
        self.page.setBackgroundRole(QPalette.ColorRole.Base)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(20, 14, 20, 14)
        self.column.setSpacing(10)
        self.heading = PlainLabel(title)
        self.heading.setObjectName("pageTitle")
        self.help_button = icon_button("circle-question-mark", self.tr("Help on this page"))
        self.help_button.clicked.connect(self.help_wanted)
        self.head_row = QHBoxLayout()
        self.head_row.addWidget(self.heading)
        self.head_row.addStretch(1)
        self.head_row.addWidget(self.help_button)
        self.column.addLayout(self.head_row)
        self.setWidget(self.page)
        self.last_refusal = ""
        """Why the last edit was not made that was refused."""
        self._outdated = True
        """Whether the issue has changed since it was shown here."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.room_changed.emit(self.viewport().height())

    @property
    def has_unwritten(self) -> bool:
        """Whether a field says what could not be written, and so is not in the text."""
        return False

    def refresh(self) -> None:
        """Show the session's issue. Overridden; called only while visible, once per change."""

    def set_gazetteer(self) -> None:
        """Offer what the session has learned of the site. Overridden by forms that offer it."""

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show what checks have found. Overridden by forms that have fields for it.

        Args:
            diagnostics: All diagnostics of the issue, in the order of the text.
        """

    def follow(self) -> None:
        """Show the changed issue: now if the form is visible, else once it becomes visible."""
        self.note_change()
        if self.isVisible():
            self.show_now()

    def note_change(self) -> None:
        """Take note that the issue has changed, and show it later."""
        self._outdated = True

    def show_now(self) -> None:
        """Show the issue if it has changed since it was shown last.

        Called by the window, not from ``showEvent``: an exception in an override of a Qt method
        takes the process down (PySide6 6.11), one in a slot does not.
        """
        if self._outdated:
            self._outdated = False
            self.refresh()

    def put(
        self, make: Callable[[], list[Edit]], label: str, merge: str = "", *, quiet: bool = False
    ) -> bool:
        """Make edits and apply them.

        Args:
            make: Makes the edits; it may refuse with a UserFacingError.
            label: The name of the undo step.
            merge: Steps with the same key become one; "" for a step of its own.
            quiet: Whether the form reports a refusal itself, instead of the message bar.

        Returns:
            False where the edits were refused: the text is untouched then.
        """
        return self._apply(lambda _: make(), label, merge, quiet=quiet)

    def put_entries(
        self,
        make: Callable[[EditContext], list[Edit]],
        label: str,
        merge: str = "",
        *,
        quiet: bool = False,
    ) -> bool:
        """Make edits to entries and apply them.

        Args:
            make: Makes the edits with the session's context; it may refuse.
            label: As for ``put``.
            merge: As for ``put``.
            quiet: As for ``put``.

        Returns:
            As ``put``.
        """
        return self._apply(make, label, merge, quiet=quiet)

    def _apply(
        self, make: Callable[[EditContext], list[Edit]], label: str, merge: str, *, quiet: bool
    ) -> bool:
        context = self.session.edit_context()
        try:
            edits = make(context)
            self.session.apply(edits, label, merge=merge, origin=self, context=context)
        except UserFacingError as refusal:
            self.last_refusal = translated(refusal)
            if not quiet:
                self.refused.emit(self.last_refusal)
            return False
        self.refused.emit("")
        return True
