"""All commands of the program with their keys, found by typing."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen

_ORDINARY_KEYS = re.compile(r"\S+\+|F\d|[^\w\s]|\w$")
"""Keys that every keyboard has; "Save" and "Undo" are keys of their own on some."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Command(Struct, frozen=True):
    """An action of a menu, or what can be gone to."""

    path: str
    """Its menus and its text: "Edit › Find"."""
    keys: str
    """Its keys as the system writes them; "" for none."""
    run: Callable[[], object]
    action: QAction | None = None
    """The action of the menu; None for what no menu has."""

    @property
    def is_enabled(self) -> bool:
        """Whether it can be run now."""
        return self.action is None or self.action.isEnabled()


def list_commands(menus: QMenuBar | QMenu, path: str = "") -> Iterator[Command]:
    """List the commands of menus, with those of the menus in them.

    Args:
        menus: A menu bar or a menu.
        path: The menus that lead there.

    Yields:
        Each command once, in the order of the menus.
    """
    for action in menus.actions():
        if action.isSeparator() or not action.text():
            continue
        name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("….")
        inner = f"{path} › {name}" if path else name
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from list_commands(menu, inner)
        elif path:
            native = QKeySequence.SequenceFormat.NativeText
            keys = [each.toString(native) for each in action.shortcuts()]
            shown = ", ".join(filter(_ORDINARY_KEYS.match, keys))
            yield Command(inner, shown, action.trigger, action)


class CommandsDialog(QDialog):
    """A field to type in, and the commands whose names hold all words that were typed."""

    def __init__(self, menus: QMenuBar, parent: QWidget, more: Iterable[Command] = ()) -> None:
        """Make the dialog.

        Args:
            menus: Whose actions are the commands.
            parent: The window.
            more: What else can be gone to; it is shown once something is typed.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands and keys"))
        self.chosen: Command | None = None
        self._commands = [*list_commands(menus), *more]
        self._rows: list[QTreeWidgetItem] = []
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search the commands"))
        self.search.setAccessibleName(self.tr("Search the commands"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = self._make_list()
        self.nothing = PlainLabel(self.tr("No command is called so."))
        self.nothing.setObjectName("hint")
        column = QVBoxLayout(self)
        for widget in (self.search, self.list, self.nothing):
            column.addWidget(widget)
        fit_to_screen(self, 728, 588)
        self._filter("")

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        made.setAccessibleName(self.tr("Commands"))
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for command in self._commands:
            row = QTreeWidgetItem([command.path, command.keys])
            row.setDisabled(not command.is_enabled)
            self._rows.append(row)
        made.addTopLevelItems(self._rows)
        made.itemActivated.connect(lambda _: self._run())
        return made

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for row, command in zip(self._rows, self._commands, strict=True):
            is_command = command.action is not None
            found = all(word in command.path.casefold() for word in words)
            row.setHidden(not found or not (words or is_command))
        shown = [row for row in self._rows if not row.isHidden()]
        self.nothing.setVisible(not shown)
        first = next((row for row in shown if not row.isDisabled()), None)
        if first:
            self.list.setCurrentItem(first)

    def _run(self) -> None:
        row = self.list.currentItem()
        if row and not row.isHidden() and not row.isDisabled():
            self.chosen = self._commands[self.list.indexOfTopLevelItem(row)]
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys move in the list while words are typed; Enter runs the row."""
        if watched is self.search and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() in _MOVES:
                self.list.event(event)
                return True
            if is_press and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)
