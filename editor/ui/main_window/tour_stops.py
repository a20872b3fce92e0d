"""What the tour points at, and what it says there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from editor.ui.help.tour import Stop
from editor.ui.wording.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from editor.ui.main_window.window import MainWindow

# fmt: off
_STOPS = (
    ("head", "outline", QT_TRANSLATE_NOOP("tour", "The issue in parts"), QT_TRANSLATE_NOOP(
        "tour",
        "Everything the issue has: its details, its events, its text. Numbers in color tell where "
        "something is to be fixed. F7 shows and hides this list.")),
    ("head", "page", QT_TRANSLATE_NOOP("tour", "Fields instead of code"), QT_TRANSLATE_NOOP(
        "tour",
        "Title, author and day are fields. What you type goes into the file at once, and every "
        "step can be undone.")),
    ("event", "band", QT_TRANSLATE_NOOP("tour", "Events write themselves"), QT_TRANSLATE_NOOP(
        "tour",
        "Fill in a form, or paste a whole mail: the line for the issue and its calendar entry are "
        "written for you. Both stay in sight here.")),
    ("source", "text", QT_TRANSLATE_NOOP("tour", "Write as in a letter"), QT_TRANSLATE_NOOP(
        "tour",
        "Bold, links, pictures and tables without any signs. What you paste from Word, mails and "
        "pages keeps its links.")),
    ("source", "preview", QT_TRANSLATE_NOOP("tour", "What your readers will see"),
     QT_TRANSLATE_NOOP(
        "tour",
        "The page as the site will show it, while you type. A double click leads to the words in "
        "the text. F12 shows and hides it.")),
    ("head", "publish", QT_TRANSLATE_NOOP("tour", "Check and publish"), QT_TRANSLATE_NOOP(
        "tour",
        "Beside this button stands how much is to be fixed; a click shows why, and fixes most of "
        "it. Then publish: on the site, as a mail, a calendar, a PDF or plain text.")),
)
# fmt: on


def make_stops(window: "MainWindow") -> list[Stop]:
    """Make the stops of the tour.

    Args:
        window: The window; it shows the sample.

    Returns:
        The six stops, in their order.
    """
    workspace, bar = window.workspace, window.app_bar
    targets: dict[str, Callable[[], QWidget]] = {
        # a pane that is folded is shown by its button
        "outline": lambda: workspace.outline if workspace.outline.isVisible() else bar.outline,
        "page": lambda: workspace.middle,
        "band": lambda: workspace.middle.events.fields.band,
        "text": lambda: workspace.text,
        "preview": lambda: workspace.pane if workspace.pane.isVisible() else bar.preview,
        "publish": lambda: bar.publish,
    }
    translate = QCoreApplication.translate
    return [
        Stop(
            translate("tour", title),
            translate("tour", text),
            partial(workspace.show_page, page),
            targets[target],
        )
        for page, target, title, text in _STOPS
    ]
