"""The menus as a table: an action is one row here and one method of the window, the desk or one of its parts."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

Keys = QKeySequence.StandardKey


def QT_TRANSLATE_NOOP(_: str, text: str) -> str:  # noqa: N802 - the name lupdate collects
    """Marks a text for translation; PySide's own is typed to return an object."""
    return text


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action: its menu, its text, the method of window, desk or preview, its keys; ``needs`` an open document or not."""

    menu: str
    text: str
    method: str
    keys: QKeySequence.StandardKey | str | None = None
    needs: bool = True


MENUS = (
    QT_TRANSLATE_NOOP("actions", "&File"),
    QT_TRANSLATE_NOOP("actions", "&Edit"),
    QT_TRANSLATE_NOOP("actions", "&View"),
    QT_TRANSLATE_NOOP("actions", "&Insert"),
    QT_TRANSLATE_NOOP("actions", "&Help"),
)

ROWS: tuple[ActionRow | None, ...] = (
    ActionRow(
        "&File", QT_TRANSLATE_NOOP("actions", "&New issue…"), "new_issue", Keys.New, needs=False
    ),
    ActionRow(
        "&File", QT_TRANSLATE_NOOP("actions", "&Open…"), "open_dialog", Keys.Open, needs=False
    ),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "&Save"), "save", Keys.Save),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "Save &as…"), "save_as", "Ctrl+Shift+S"),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "&Compare with the file…"), "compare"),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "For the s&ite…"), "export", "F9"),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "&Export as…"), "export_as", "Ctrl+Shift+E"),
    ActionRow(
        "&File", QT_TRANSLATE_NOOP("actions", "The site’s &folder…"), "choose_site", needs=False
    ),
    ActionRow(
        "&File",
        QT_TRANSLATE_NOOP("actions", "Open in the &browser"),
        "open_in_browser",
        "Ctrl+Shift+B",
    ),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "Save as &PDF…"), "save_pdf"),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "P&rint…"), "print_page", Keys.Print),
    ActionRow("&File", QT_TRANSLATE_NOOP("actions", "&Quit"), "close", Keys.Quit, needs=False),
    ActionRow("&Edit", QT_TRANSLATE_NOOP("actions", "&Find…"), "find_words", Keys.Find),
    ActionRow(
        "&Edit", QT_TRANSLATE_NOOP("actions", "Find in the &page…"), "find_in_page", "Ctrl+Shift+F"
    ),
    ActionRow("&Edit", QT_TRANSLATE_NOOP("actions", "&Order events by date"), "order_events"),
    ActionRow("&Edit", QT_TRANSLATE_NOOP("actions", "&Renew calendar links…"), "renew_links"),
    ActionRow("&Edit", QT_TRANSLATE_NOOP("actions", "Renew the &selected links…"), "renew_chosen"),
    ActionRow("&Edit", QT_TRANSLATE_NOOP("actions", "Ask the &links…"), "check_links"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Head"), "show_head", "Ctrl+1"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Image"), "show_image", "Ctrl+2"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Events"), "show_events", "Ctrl+3"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Markdown"), "show_source", "Ctrl+4"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Problems"), "toggle_diagnostics", "F8"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Next pane"), "next_pane", "F6"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "Zoom &in"), "zoom_in", Keys.ZoomIn),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "Zoom &out"), "zoom_out", Keys.ZoomOut),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Original size"), "zoom_normal", "Ctrl+0"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Phone width"), "toggle_phone"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Dark page"), "toggle_dark"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Real site"), "toggle_real", "F5"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Load images of other sites"), "allow_images"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "&Style sheet of the preview…"), "choose_css"),
    ActionRow("&View", QT_TRANSLATE_NOOP("actions", "The site's &own style sheet"), "own_css"),
    ActionRow("&Insert", QT_TRANSLATE_NOOP("actions", "&Event"), "add_event", "Ctrl+Shift+N"),
    ActionRow("&Insert", QT_TRANSLATE_NOOP("actions", "&Meeting"), "add_meeting"),
    ActionRow("&Insert", QT_TRANSLATE_NOOP("actions", "&Deadline"), "add_deadline"),
    ActionRow(
        "&Insert",
        QT_TRANSLATE_NOOP("actions", "E&vents from elsewhere…"),
        "import_events",
        "Ctrl+I",
    ),
    ActionRow(
        "&Insert",
        QT_TRANSLATE_NOOP("actions", "Events from the &clipboard…"),
        "paste_events",
        "Ctrl+Shift+V",
    ),
    ActionRow(
        "&Help", QT_TRANSLATE_NOOP("actions", "Open a &sample issue"), "open_sample", needs=False
    ),
    ActionRow("&Help", QT_TRANSLATE_NOOP("actions", "&About Rundbrief"), "about", needs=False),
)


def mark_for_translation(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def build_menus(
    window: QMainWindow, undo: QAction, redo: QAction, recent: QMenu
) -> dict[str, QAction]:
    """Fill the menu bar from the table; returns the actions by method name."""
    menus = {name: window.menuBar().addMenu(mark_for_translation(name)) for name in MENUS}
    undo.setShortcuts(Keys.Undo)
    redo.setShortcuts(
        list(
            dict.fromkeys(
                [
                    *QKeySequence.keyBindings(Keys.Redo),
                    QKeySequence("Ctrl+Shift+Z"),
                    QKeySequence("Ctrl+Y"),
                ]
            )
        )
    )
    menus["&Edit"].addActions([undo, redo])
    menus["&Edit"].addSeparator()
    actions: dict[str, QAction] = {}
    for row in ROWS:
        if row is None:
            continue
        if row.method in (
            "close",
            "compare",
            "open_in_browser",
            "zoom_in",
            "toggle_phone",
            "choose_css",
            "import_events",
            "order_events",
        ):
            menus[row.menu].addSeparator()
        action = menus[row.menu].addAction(mark_for_translation(row.text))
        action.triggered.connect(lambda _=False, name=row.method: _call(window, name))
        if row.keys is not None:
            action.setShortcuts(
                QKeySequence.keyBindings(row.keys)
                if isinstance(row.keys, Keys)
                else [QKeySequence(row.keys)]
            )
        action.setData(row.needs)
        actions[row.method] = action
        if row.method == "open_dialog":
            menus["&File"].addMenu(recent)
    return actions


def _call(window: QWidget, name: str) -> None:
    """The window's method, else the desk's, which is made when it is first needed, else one of its parts'."""
    owner: object = window
    for part in ("", "publishing", "workspace", "workspace.pane", "workspace.intake"):
        owner = attrgetter(part)(window) if part else window
        if hasattr(owner, name):
            break
    method: Callable[[], object] = getattr(owner, name)
    method()
