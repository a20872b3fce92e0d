"""The menu bar, built from the table of actions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from editor.ui.main_window.action_table import ACTIONS, MENUS, ActionRow, Keys

if TYPE_CHECKING:
    from editor.ui.main_window.window import MainWindow


def build_menus(
    window: "MainWindow", undo: QAction, redo: QAction, recent: QMenu
) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    """Fill the menu bar from the table.

    Args:
        window: The window whose menus these are.
        undo: The undo stack's own action.
        redo: Its counterpart.
        recent: The menu of recently used files.

    Returns:
        The actions by name; the data of each tells whether it needs an open document. And the
        menus by their names in the table.
    """
    menus = {name: window.menuBar().addMenu(_translate(name)) for name in MENUS}
    undo.setShortcuts(Keys.Undo)
    redo_keys = QKeySequence.keyBindings(Keys.Redo)
    redo_keys += [QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")]
    redo.setShortcuts(list(dict.fromkeys(redo_keys)))
    menus["&Edit"].addActions([undo, redo])
    menus["&Edit"].addSeparator()
    actions: dict[str, QAction] = {}
    for row in ACTIONS:
        menu = menus[row.menu]
        if row.separated:
            menu.addSeparator()
        action = actions[row.name] = menu.addAction(_translate(row.text))
        action.triggered.connect(lambda _=False, row=row: _run(window, row))
        action.setShortcuts(_shortcuts(row.keys))
        action.setData(row.needs_document)
        if row.name == "open_dialog":
            menu.addMenu(recent)
    return actions, menus


def _run(window: "MainWindow", row: ActionRow) -> None:
    window.complete()
    if row.needs_document:
        window.front.show_document()
    row.run(window)


def _translate(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def _shortcuts(keys: QKeySequence.StandardKey | str | None) -> list[QKeySequence]:
    if keys is None:
        return []
    if isinstance(keys, Keys):
        return QKeySequence.keyBindings(keys)
    return [QKeySequence(each) for each in keys.split()]
