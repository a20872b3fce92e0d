"""The bar at the top: where one is, what is to be fixed, which panes are shown, the next step."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from editor.ui.look.icons import icon
from editor.ui.widgets.buttons import icon_size, text_button
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.plain_text import ElidedLabel, plain_tip

_ROOM_FOR_WORDS = 78
"""Width in em from which the buttons have words beside their icons."""
_ROOM_FOR_TITLE = 50


class AppBar(QFrame):
    """Buttons of actions that the menus have too. Its one filled button is the next step."""

    publish_wanted = Signal()
    field_wanted = Signal()
    """The field that holds what is not in the issue."""

    def __init__(self, actions: dict[str, QAction], undo: QAction, redo: QAction) -> None:
        """Make the bar.

        Args:
            actions: The actions of the window by name.
            undo: The undo stack's own action.
            redo: Its counterpart.
        """
        super().__init__()
        self.setObjectName("appBar")
        self._actions = actions
        self._wordy: list[QToolButton] = []
        self.home = self._make(actions["show_home"], "house", self.tr("Home"))
        self.outline = self._make(actions["toggle_outline"], "panel-left", "")
        self.title = ElidedLabel()
        self.title.setObjectName("appTitle")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.save = self._make(actions["save"], "save", "")
        self.undo = self._make(undo, "undo-2", "")
        self.redo = self._make(redo, "redo-2", "")
        self.find_button = self._make(actions["find_words"], "search", self.tr("Find"))
        self._errors: int | None = None
        self._warnings, self._has_unwritten, self._is_quiet = 0, False, False
        problems = actions["toggle_diagnostics"]
        self.problems = self._make(problems, "circle-check", "…", lambda: self._act_on(problems))
        self.preview = self._make(actions["toggle_preview"], "panel-right", self.tr("Preview"))
        self.publish = text_button(self.tr("Publish…"), "send", "primary")
        self.publish.clicked.connect(self.publish_wanted)
        self._lay_out()

    def _make(
        self, action: QAction, icon_name: str, words: str, act: Callable[[], object] | None = None
    ) -> QToolButton:
        """Make the button of an action; one with words shows them where there is room."""
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setIconSize(icon_size(button.fontMetrics()))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act or (lambda: action.trigger()))
        self._name(button, words or action.text().replace("&", ""), action.shortcut())
        if words:
            button.setText(words)
            self._wordy.append(button)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            if not words:
                self._name(button, action.text().replace("&", ""), action.shortcut())

        action.changed.connect(follow)
        follow()
        return button

    @staticmethod
    def _name(button: QToolButton, name: str, keys: QKeySequence) -> None:
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(f"{name} ({shown})" if shown else name))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 10, 4)
        row.setSpacing(4)
        row.addWidget(self.home)
        row.addWidget(self.outline)
        row.addSpacing(8)
        row.addWidget(self.title, 1)  # what changes its words stands beside it: no button moves
        parts: tuple[QWidget, ...] = (
            self.problems, self.save, self.undo, self.redo, self.find_button, self.preview,
            self.publish,
        )  # fmt: skip
        for part in parts:
            row.addWidget(part)

    def show_title(self, title: str) -> None:
        """Show what is open.

        Args:
            title: Its title.
        """
        self.title.setText(title)
        self.title.setToolTip(plain_tip(title))
        self.title.setAccessibleName(title)

    def show_saved(self, is_saved: bool) -> None:
        """Show whether there is something to save.

        Args:
            is_saved: Whether the file says the same as the document.
        """
        self.save.setEnabled(not is_saved)

    def _act_on(self, problems: QAction) -> None:
        if self._has_unwritten:
            self.field_wanted.emit()
        else:
            problems.trigger()

    def show_unwritten(self, has_unwritten: bool) -> None:
        """Show whether a field holds what is not in the issue: that comes before all problems.

        Args:
            has_unwritten: Whether there is such a field.
        """
        if has_unwritten != self._has_unwritten:
            self._has_unwritten = has_unwritten
            self._name_problems()

    def show_problems(
        self, errors: int | None, warnings: int = 0, *, is_quiet: bool = False
    ) -> None:
        """Show how much is to be fixed.

        Args:
            errors: How many errors there are; None while checks run for the first time.
            warnings: How many warnings.
            is_quiet: Whether nobody is to fix them now: the page is only read.
        """
        self._errors, self._warnings, self._is_quiet = errors, warnings, is_quiet
        self._name_problems()

    def _name_problems(self) -> None:
        button, errors, warnings = self.problems, self._errors, self._warnings
        if self._has_unwritten:
            words, name, ink = self.tr("A field to fix"), "circle-alert", "error"
        elif errors is None:
            words, name, ink = self.tr("Checking…"), "ellipsis", ""
        elif errors:
            words, name, ink = self.tr("%n to fix", "", errors), "circle-alert", "error"
        elif warnings:
            words = self.tr("%n to look at", "", warnings)
            name, ink = "triangle-alert", "warning"
        else:
            words, name, ink = self.tr("Nothing to fix"), "circle-check", "success"
        button.setText(words)
        button.setAccessibleName(words)
        button.setIcon(icon(name, "muted" if self._is_quiet else ink))
        self._fit()

    def show_panes(self, *, outline: bool, preview: bool) -> None:
        """Show which panes are there.

        Args:
            outline: Whether the outline is.
            preview: Whether the preview is.
        """
        for button, name, is_on in (
            (self.outline, "toggle_outline", outline),
            (self.preview, "toggle_preview", preview),
        ):
            for part in (button, self._actions[name]):
                part.setCheckable(True)
                part.setChecked(is_on)

    def show_problems_open(self, is_open: bool) -> None:
        """Show in the menu whether the list of problems is there.

        Args:
            is_open: Whether it is.
        """
        self._actions["toggle_diagnostics"].setCheckable(True)
        self._actions["toggle_diagnostics"].setChecked(is_open)

    def _fit(self) -> None:
        """Leave out words, then buttons, where the window is narrow."""
        room = self.width() / em_of(self)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly
        if room >= _ROOM_FOR_WORDS:
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._wordy:
            is_count = button is self.problems and room >= _ROOM_FOR_TITLE
            button.setToolButtonStyle(beside if is_count else style)
        for button in self.findChildren(QToolButton):
            has_words = button.toolButtonStyle() == beside
            button.setIconSize(icon_size(self.fontMetrics(), beside_words=has_words))
        for button in (self.save, self.undo, self.redo):
            button.setVisible(room >= _ROOM_FOR_TITLE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
