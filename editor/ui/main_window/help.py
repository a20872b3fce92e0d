"""Help: the manual, the tour, commands, settings, what is new, faults and details for a report."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from editor import __version__
from editor.core.base.errors import UserFacingError
from editor.resources import resource
from editor.ui.help.chapters import Chapter
from editor.ui.widgets.file_choice import DOCUMENTS, find_folder
from editor.ui.widgets.message_bar import Action
from editor.ui.wording.translation import current_language, translated

if TYPE_CHECKING:
    from editor.ui.help.help_dialog import HelpDialog
    from editor.ui.help.tour import Tour
    from editor.ui.main_window.updates import Updates
    from editor.ui.main_window.window import MainWindow

_UPDATES_AFTER = 20_000
"""Milliseconds after the start: whoever has just begun is not to be disturbed."""
_AFTER_REOPENING = 3000
"""Milliseconds until the document of last time is open."""


class Help(QObject):
    """One for the window; what it opens is imported then."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.manual: HelpDialog | None = None
        self.tour: Tour | None = None
        self.updates: Updates | None = None

    # --- the manual -------------------------------------------------------------------------------

    def show_manual(self, chapter: Chapter | None = None) -> None:
        """Open the manual.

        Args:
            chapter: The chapter; None for that of the page that is shown.
        """
        from editor.ui.help.help_dialog import HelpDialog

        if self.manual is None:
            self.manual = HelpDialog(self._window)
        self.manual.open_at(chapter or self._window.front.chapter)

    # --- the tour ---------------------------------------------------------------------------------

    def start_tour(self) -> None:
        """Show the sample, and go on with the tour where it was left."""
        from editor.ui.help.tour import Tour
        from editor.ui.main_window.tour_stops import make_stops

        window = self._window
        if self.tour is not None:
            self.tour.next.setFocus()
            return
        if not window.open_sample():
            return
        window.workspace.diagnostics.show_open(False)
        window.workspace.split.share_height()
        self.tour = Tour(make_stops(window), window, window.settings.now.tour_stop)
        self.tour.stopped.connect(self._on_tour_stopped)

    def _on_tour_stopped(self, number: int) -> None:
        self.tour = None
        self._window.settings.keep(tour_stop=number)
        if number:
            again = (self.tr("Go on"), self.start_tour)
            self._window.bar.say(self.tr("The tour goes on in the menu Help."), [again])

    # --- what is new ------------------------------------------------------------------------------

    def greet(self) -> None:
        """After an update, offer to say what is new; after the first start remember the version."""
        window = self._window
        QTimer.singleShot(_UPDATES_AFTER, self, self.look_for_updates_monthly)
        if window.settings.now.reopens and window.settings.now.last_path:
            QTimer.singleShot(_AFTER_REOPENING, self, self._greet)  # opening clears the bar
        else:
            self._greet()

    def _greet(self) -> None:
        before = self._window.settings.now.seen_version
        if before == __version__:
            return
        self._window.settings.keep(seen_version=__version__)
        if before:
            text = self.tr("This is Rundbrief {0}.").format(__version__)
            self._window.bar.say(text, [(self.tr("What is new"), self.show_news)])

    def show_news(self) -> None:
        """Say what is new in this version."""
        from editor.ui.help.help_page import HelpPage

        news = resource("help", f"news.{current_language()}.md").read_text(encoding="utf-8")
        self._open(HelpPage(self.tr("What is new"), news, self._window))

    # --- dialogs ----------------------------------------------------------------------------------

    def show_commands(self) -> None:
        """Show all commands, pages and settings with their keys; the one chosen is run."""
        from editor.ui.dialogs.commands_dialog import CommandsDialog
        from editor.ui.main_window.palette_rows import list_more

        dialog = CommandsDialog(self._window.menuBar(), self._window, list_more(self._window))
        dialog.accepted.connect(lambda: dialog.chosen and QTimer.singleShot(0, dialog.chosen.run))
        self._open(dialog)

    def show_settings(self, name: str = "") -> None:
        """Let the user change settings.

        Args:
            name: The setting to begin with; "" for the first.
        """
        from editor.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._window.settings, self._window)
        self._open(dialog)
        if name:
            dialog.fields[name].setFocus()

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # --- a newer release --------------------------------------------------------------------------

    def look_for_updates(self) -> None:
        """Ask whether there is a newer release."""
        self._make_updates().look()

    def look_for_updates_monthly(self) -> None:
        """Ask where the user has allowed it, and the last time is a month ago."""
        if self._window.settings.now.updates:
            self._make_updates().look_monthly()

    def _make_updates(self) -> "Updates":
        from editor.ui.main_window.updates import Updates

        if self.updates is None:
            self.updates = Updates(self._window.settings, self._window.bar, self)
        return self.updates

    def close(self) -> None:
        """Take no more work."""
        if self.updates:
            self.updates.close()

    # --- about ------------------------------------------------------------------------------------

    def about(self) -> None:
        """Say what the program is, its version, and what it is made of."""
        from editor.ui.help.about_text import write_about
        from editor.ui.help.help_page import HelpPage

        self._open(HelpPage(self.tr("About Rundbrief"), write_about(), self._window))

    def report_fault(self, error: str) -> None:
        """Tell the user that the program has made a mistake.

        Args:
            error: What is known of it.
        """
        text = self.tr(
            "Something went wrong in Rundbrief ({0}). Your text is complete; save it, "
            "and report this sentence."
        )
        answers: list[Action] = [(self.tr("Save report…"), self.save_report)]
        if self._window.files.is_open:
            answers.insert(0, (self.tr("Save as…"), self._window.files.save_as))
        self._window.bar.say(text.format(error), answers, warning=True)

    def tell_of_crash(self) -> None:
        """Say that the program has died last time, when the document of then is open."""
        QTimer.singleShot(_AFTER_REOPENING, self, self._tell_of_crash)

    def _tell_of_crash(self) -> None:
        text = self.tr(
            "Rundbrief has ended unexpectedly last time. A report says where; nothing of your "
            "texts is in it, and nothing is sent."
        )
        self._window.bar.say(text, [(self.tr("Save report…"), self.save_report)], warning=True)

    def save_report(self) -> None:
        """Write what helps to understand a fault into a file that the user chooses."""
        from editor.app.services.files import write_file
        from editor.app.services.log import report_details

        proposed = str(Path(find_folder(DOCUMENTS)) / "rundbrief-report.txt")
        title = self.tr("Save report")
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposed, "*.txt")
        if not name:
            return
        try:
            write_file(Path(name), report_details().encode())
        except UserFacingError as refusal:
            self._window.bar.say(translated(refusal), warning=True)
            return
        self._window.bar.say(self.tr("The report is in “{0}”.").format(Path(name).name))

    def copy_details(self) -> None:
        """Put versions and the last lines of the log on the clipboard, for a report."""
        from editor.app.services.log import report_details

        QApplication.clipboard().setText(report_details())
        self._window.bar.say(
            self.tr("Copied: versions and the last lines of the log, no text of yours.")
        )
