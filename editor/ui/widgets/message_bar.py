"""The bar for messages of the program, which never blocks the window."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
)

from editor.core.base.messages import Message
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.buttons import icon_button
from editor.ui.widgets.flow_layout import FlowLayout
from editor.ui.widgets.icon_label import IconLabel
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.wording.translation import translated

Action = tuple[str, Callable[[], object]]
"""The label of a button, and what it does."""

_JUST_SAID = 1.5
"""Seconds in which a message is about where the user is taken, not about what is left."""
_PROGRESS_WIDTH = 120
_ROOM_FOR_WORDS = 24
"""Width in em that a message has beside its buttons at least."""


class MessageBar(QFrame):
    """One message at a time, with the actions that answer it; hidden while there is none."""

    focus_left = Signal()
    """It went away with the focus in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self._icon = IconLabel(size=1.3)
        self._text = PlainLabel(
            wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # what it says may come from a document
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._progress.setFixedWidth(_PROGRESS_WIDTH)
        self._progress.hide()
        self._buttons: list[QPushButton] = []
        self._refusal = ""
        self._said_at = 0.0
        self._close = icon_button("x", self.tr("Dismiss message"))
        self._close.clicked.connect(self.clear)
        words = QHBoxLayout()
        words.addWidget(self._icon)
        words.addWidget(self._text, 1)
        self._answers = FlowLayout()
        self._answers.addWidget(self._progress)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.addLayout(words, 1)
        self._parts.addLayout(self._answers)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addLayout(self._parts, 1)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown; "" for none."""
        return self._text.text()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of the actions that answer the message, in their order."""
        return tuple(self._buttons)

    def say(self, text: str, actions: Sequence[Action] = (), warning: bool = False) -> None:
        """Show a message, in place of the one before.

        Args:
            text: The message, as plain text.
            actions: Buttons beside it; each of them closes the bar too.
            warning: Whether it is a warning; it gets the icon of one.
        """
        self.clear()
        name, ink = ("triangle-alert", "warning") if warning else ("info", "hint")
        self._icon.show_icon(name, ink)
        self.setProperty("warning", warning)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        for label, act in actions:
            button = QPushButton(label)
            button.clicked.connect(lambda _=False, act=act: self._answer(act))
            self._buttons.append(button)
            self._answers.addWidget(button)
        self._make_room()
        self._said_at = monotonic()
        self.show()
        announce(self, text, at_once=warning)

    def say_busy(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Say that something is being done, beside a bar that moves until the next message.

        Args:
            text: What is being done.
            actions: As for ``say``.
        """
        self.say(text, actions)
        self._progress.setAccessibleName(text)
        self._progress.show()

    def warn(self, message: Message) -> None:
        """Show a message of the core as a warning, in the language of the window.

        Args:
            message: The message.
        """
        self.say(translated(message), warning=True)

    def say_refusal(self, text: str) -> None:
        """Say why an edit was refused; it stays until one goes through.

        Args:
            text: Why; "" when an edit has gone through.
        """
        if text:
            self.say(text, warning=True)
        elif self._refusal and self.text == self._refusal:
            self.clear()
        self._refusal = text

    def leave(self) -> None:
        """Another page is shown: a message that asks nothing, or was about a field, goes away."""
        is_old = monotonic() - self._said_at > _JUST_SAID
        is_busy = self._progress.isVisibleTo(self)
        is_calm = not self.property("warning") or self.text == self._refusal
        if is_old and is_calm and not is_busy and not self._buttons:
            self.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where the buttons leave the words no room, they stand below."""
        needed = self._answers.sizeHint().width() + _ROOM_FOR_WORDS * em_of(self)
        is_narrow = bool(self._buttons) and self.width() < needed
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        left = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag(0)
        self._parts.setAlignment(self._answers, left)

    def _answer(self, act: Callable[[], object]) -> None:
        self.clear()
        act()

    def clear(self) -> None:
        """Take the message away."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        for button in self._buttons:
            button.deleteLater()
        self._buttons.clear()
        self._text.clear()
        self._progress.hide()
        self.hide()
        if had_focus:
            self.focus_left.emit()
