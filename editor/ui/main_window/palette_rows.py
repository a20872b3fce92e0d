"""What the palette of commands finds besides the commands of the menus: pages and settings."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.ui.dialogs.commands_dialog import Command
from editor.ui.dialogs.settings_table import SETTINGS

if TYPE_CHECKING:
    from editor.ui.main_window.window import MainWindow


def list_more(window: "MainWindow") -> Iterator[Command]:
    """List the settings, and the issues and pages of the site.

    Args:
        window: The window.

    Yields:
        A command for each.
    """
    translate = QCoreApplication.translate
    settings = translate("Palette", "Setting")
    for row in SETTINGS:
        title = translate("settings", row.title).replace("&", "")
        run = partial(window.help.show_settings, row.name)
        yield Command(f"{settings} › {title}", "", run)
    page_word = translate("Palette", "Open")
    for page in window.front.home.library.pages:
        run = partial(window.front.open_at, page.path, "")
        yield Command(f"{page_word} › {page.title}", "", run)
