"""What the program says about itself: its version, its faults, details for a report."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenuBar

from editor import __version__
from editor.ui.main_window.document_files import DocumentFiles
from editor.ui.widgets.message_bar import Action, MessageBar


class Help(QObject):
    """Says it in the message bar."""

    def __init__(self, bar: MessageBar, files: DocumentFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._files = bar, files

    def about(self) -> None:
        """Say what the program is, and its version."""
        text = self.tr("Rundbrief {0}: forms over Markdown that lose not one byte.")
        self._bar.say(text.format(__version__))

    def show_commands(self, menus: QMenuBar) -> None:
        """Show all commands with their keys, and run the one that is chosen.

        Args:
            menus: The menu bar that has them.
        """
        from editor.ui.dialogs.commands_dialog import CommandsDialog

        dialog = CommandsDialog(menus, menus.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: dialog.chosen and QTimer.singleShot(0, dialog.chosen.trigger)
        )
        dialog.open()

    def report_fault(self, error: str) -> None:
        """Tell the user that the program has made a mistake.

        Args:
            error: What is known of it.
        """
        text = self.tr(
            "Something went wrong in Rundbrief ({0}). Your text is complete; save it, "
            "and report this sentence."
        )
        answers: list[Action] = [(self.tr("Copy details"), self.copy_details)]
        if self._files.is_open:
            answers.insert(0, (self.tr("Save as…"), self._files.save_as))
        self._bar.say(text.format(error), answers, warning=True)

    def copy_details(self) -> None:
        """Put versions and the last lines of the log on the clipboard, for a report."""
        from editor.app.services.log import report_details

        QApplication.clipboard().setText(report_details())
        self._bar.say(self.tr("Copied: versions and the last lines of the log, no text of yours."))
