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
class Row:
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

ROWS: tuple[Row | None, ...] = (
    Row("&File", QT_TRANSLATE_NOOP("actions", "&New issue…"), "new_issue", Keys.New, needs=False),
    Row("&File", QT_TRANSLATE_NOOP("actions", "&Open…"), "open_dialog", Keys.Open, needs=False),
    Row("&File", QT_TRANSLATE_NOOP("actions", "&Save"), "save", Keys.Save),
    Row("&File", QT_TRANSLATE_NOOP("actions", "Save &as…"), "save_as", "Ctrl+Shift+S"),
    Row("&File", QT_TRANSLATE_NOOP("actions", "&Compare with the file…"), "compare"),
    Row("&File", QT_TRANSLATE_NOOP("actions", "For the s&ite…"), "export", "F9"),
    Row("&File", QT_TRANSLATE_NOOP("actions", "&Export as…"), "export_as", "Ctrl+Shift+E"),
    Row("&File", QT_TRANSLATE_NOOP("actions", "The site’s &folder…"), "choose_site", needs=False),
    Row(
        "&File",
        QT_TRANSLATE_NOOP("actions", "Open in the &browser"),
        "open_in_browser",
        "Ctrl+Shift+B",
    ),
    Row("&File", QT_TRANSLATE_NOOP("actions", "Save as &PDF…"), "save_pdf"),
    Row("&File", QT_TRANSLATE_NOOP("actions", "P&rint…"), "print_page", Keys.Print),
    Row("&File", QT_TRANSLATE_NOOP("actions", "&Quit"), "close", Keys.Quit, needs=False),
    Row("&Edit", QT_TRANSLATE_NOOP("actions", "&Find…"), "find_words", Keys.Find),
    Row(
        "&Edit", QT_TRANSLATE_NOOP("actions", "Find in the &page…"), "find_in_page", "Ctrl+Shift+F"
    ),
    Row("&Edit", QT_TRANSLATE_NOOP("actions", "&Order events by date"), "order_events"),
    Row("&Edit", QT_TRANSLATE_NOOP("actions", "&Renew calendar links…"), "renew_links"),
    Row("&Edit", QT_TRANSLATE_NOOP("actions", "Renew the &selected links…"), "renew_chosen"),
    Row("&Edit", QT_TRANSLATE_NOOP("actions", "Ask the &links…"), "check_links"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Head"), "show_head", "Ctrl+1"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Image"), "show_image", "Ctrl+2"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Events"), "show_events", "Ctrl+3"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Markdown"), "show_source", "Ctrl+4"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Problems"), "toggle_problems", "F8"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Next pane"), "next_pane", "F6"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "Zoom &in"), "zoom_in", Keys.ZoomIn),
    Row("&View", QT_TRANSLATE_NOOP("actions", "Zoom &out"), "zoom_out", Keys.ZoomOut),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Original size"), "zoom_normal", "Ctrl+0"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Phone width"), "toggle_phone"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Dark page"), "toggle_dark"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Real site"), "toggle_real", "F5"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Load images of other sites"), "allow_images"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "&Style sheet of the preview…"), "choose_css"),
    Row("&View", QT_TRANSLATE_NOOP("actions", "The site's &own style sheet"), "own_css"),
    Row("&Insert", QT_TRANSLATE_NOOP("actions", "&Event"), "add_event", "Ctrl+Shift+N"),
    Row("&Insert", QT_TRANSLATE_NOOP("actions", "&Meeting"), "add_meeting"),
    Row("&Insert", QT_TRANSLATE_NOOP("actions", "&Deadline"), "add_deadline"),
    Row(
        "&Insert",
        QT_TRANSLATE_NOOP("actions", "E&vents from elsewhere…"),
        "import_events",
        "Ctrl+I",
    ),
    Row(
        "&Insert",
        QT_TRANSLATE_NOOP("actions", "Events from the &clipboard…"),
        "paste_events",
        "Ctrl+Shift+V",
    ),
    Row("&Help", QT_TRANSLATE_NOOP("actions", "Open a &sample issue"), "open_sample", needs=False),
    Row("&Help", QT_TRANSLATE_NOOP("actions", "&About Rundbrief"), "about", needs=False),
)


def say(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def build(window: QMainWindow, undo: QAction, redo: QAction, recent: QMenu) -> dict[str, QAction]:
    """Fill the menu bar from the table; returns the actions by method name."""
    menus = {name: window.menuBar().addMenu(say(name)) for name in MENUS}
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
        action = menus[row.menu].addAction(say(row.text))
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
    for part in ("", "publishing", "desk", "desk.pane", "desk.intake"):
        owner = attrgetter(part)(window) if part else window
        if hasattr(owner, name):
            break
    method: Callable[[], object] = getattr(owner, name)
    method()
