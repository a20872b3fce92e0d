"""The page to publish from: a card for each goal, with what will happen and what was done last."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.icon_label import IconLabel
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.plain_text import PlainLabel, quiet_label
from editor.ui.widgets.room import fill_centered

_WIDEST = 68
"""Width in em that the cards take at most."""


class Way(Struct, frozen=True):
    """A way to reach a goal: its button, and what that does."""

    label: str
    act: Callable[[], object]


class Goal(Struct, frozen=True):
    """Where an issue can go."""

    key: str
    icon: str
    title: str
    about: str
    ways: Sequence[Way]


class GoalCard(QFrame):
    """A goal; its first button is the usual way."""

    def __init__(self, goal: Goal, *, is_first: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(goal.title)
        sign = IconLabel(goal.icon, "link", 1.7)
        title = PlainLabel(goal.title)
        title.setObjectName("sectionTitle")
        self.about = quiet_label(goal.about)
        self.last, self.note = quiet_label(""), quiet_label("")
        self.note.setObjectName("problem")
        self.buttons: list[QPushButton] = []
        for number, way in enumerate(goal.ways):
            kind = "primary" if is_first and not number else ""
            button = text_button(way.label, "", kind)
            button.setAccessibleDescription(goal.title)
            button.clicked.connect(lambda _=False, way=way: way.act())
            self.buttons.append(button)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (title, self.about, self.note):
            words.addWidget(label)
        words.addSpacing(4)
        words.addWidget(flow_row(*self.buttons))
        words.addWidget(self.last)  # below the buttons, which it would push away
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(14)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.show_last("")
        self.show_note("")

    def show_last(self, words: str) -> None:
        """Say what was done last time.

        Args:
            words: When and how; "" for never.
        """
        self.last.setText(words)
        self.last.setVisible(bool(words))

    def show_note(self, words: str) -> None:
        """Say what should be known before.

        Args:
            words: Sentences; "" for nothing.
        """
        self.note.setText(words)
        self.note.setVisible(bool(words))


class PublishPage(QScrollArea):
    """Title, verdict and cards."""

    back_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, goals: Sequence[Goal]) -> None:
        super().__init__()
        self.subtitle = quiet_label("")
        self.back = text_button(self.tr("Back to the issue"), "corner-up-left", "ghost")
        self.back.clicked.connect(self.back_wanted)
        self.verdict = PlainLabel(wordWrap=True)
        self.verdict_icon = IconLabel()
        self.look_button = text_button(self.tr("Show what"))
        self.look_button.clicked.connect(self.problems_wanted)
        self.banner = QFrame()
        self.cards = {
            goal.key: GoalCard(goal, is_first=not number) for number, goal in enumerate(goals)
        }
        self._lay_out()

    def _lay_out(self) -> None:
        title = PlainLabel(self.tr("Publish"))
        title.setObjectName("pageTitle")
        names = QWidget()
        words = QVBoxLayout(names)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self.subtitle)
        verdict = QHBoxLayout(self.banner)
        verdict.setContentsMargins(14, 8, 14, 8)
        verdict.addWidget(self.verdict_icon)
        verdict.addWidget(self.verdict, 1)
        verdict.addWidget(self.look_button)
        inner = QWidget()
        inner.setMaximumWidth(round(_WIDEST * em_of(self)))
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(names, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.banner)
        for card in self.cards.values():
            column.addWidget(card)
        column.addStretch(1)
        fill_centered(self, inner)

    def show_verdict(self, words: str, state: str) -> None:
        """Say whether the issue is ready.

        Args:
            words: A sentence.
            state: "success", "warning", "error", or "hint" while it is not known.
        """
        icons = {
            "success": "circle-check",
            "hint": "info",
            "warning": "triangle-alert",
            "error": "circle-alert",
        }
        self.verdict.setText(words)
        self.verdict_icon.show_icon(icons[state], state)
        self.banner.setObjectName("banner")
        self.banner.setProperty("state", state)
        self.banner.style().unpolish(self.banner)
        self.banner.style().polish(self.banner)
        self.look_button.setVisible(state in ("warning", "error"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Put the focus onto the usual next step."""
        first = next(iter(self.cards.values()))
        first.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
