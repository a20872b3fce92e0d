"""The open document and its file: opened, saved, compared, and what other programs do to it."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from editor.app.document.file_watcher import FileWatcher
from editor.app.document.session import Session
from editor.app.services.files import folder_for, read_file
from editor.app.services.settings import Settings
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.ui.main_window.disk_changes import DiskChanges
from editor.ui.widgets.file_choice import DOCUMENTS, find_folder
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.wording.translation import translated


class DocumentFiles(QObject):
    """Reads and writes the session's file; asks in the message bar, before a loss in a dialog."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        window: QWidget,
        bar: MessageBar,
        finish_field: Callable[[], None],
    ) -> None:
        """Make it.

        Args:
            session: The document.
            settings: Remembers the files that were open.
            window: The window, parent of dialogs.
            bar: Shows messages.
            finish_field: Lets what is typed in a field count.
        """
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._bar, self._finish_field = bar, finish_field
        self._is_held = False
        self.disk_changes = DiskChanges(session, bar, self._write, self.compare, window)
        self._watcher = FileWatcher(self)
        self._watcher.possibly_changed.connect(self.look_at_disk)
        session.path_changed.connect(self._watcher.follow)

    @property
    def is_open(self) -> bool:
        """Whether there is a document."""
        return self._session.is_open

    @property
    def name(self) -> str:
        """What the document is called: by its file, else by its title."""
        if self._session.path:
            return self._session.path.name
        return self._session.title or self.tr("New issue")

    # --- opening and saving -----------------------------------------------------------------------

    def ask_for_file(self) -> Path | None:
        """Ask which file to open; None where the user cancels."""
        path = self._session.path
        folder = str(path.parent) if path else find_folder(DOCUMENTS)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open an issue"),
            folder,
            self.tr("Markdown (*.md *.mdx *.markdown *.txt);;All files (*)"),
        )
        return Path(name) if name else None

    def save(self) -> bool:
        """Save to the open file; what another program has changed there is merged first.

        A new issue goes to its place in the site, unless there is something already.

        Returns:
            Whether it was saved; not yet, where something has to be merged.
        """
        self._finish_field()
        path, disk = self._session.path, self._session.disk
        if path is None:
            place = self._session.place
            return self.save_as() if place is None or place.exists() else self._save_new(place)
        if disk and disk.same(path) is False:
            self.disk_changes.bring_together(then_save=True)
            return False
        return self._write(path)

    def _save_new(self, place: Path) -> bool:
        if not self._write(place):
            return False
        text = self.tr("Saved as “{0}” in the folder “{1}”.")
        self._bar.say(text.format(place.name, place.parent.name))
        return True

    def save_as(self) -> bool:
        """Ask for a name and save under it.

        Returns:
            Whether it was saved.
        """
        self._finish_field()
        from editor.core.issue.naming import file_name

        proposed = self._session.place or Path(file_name(self._session.issue))
        with folder_for(proposed):
            name, _ = QFileDialog.getSaveFileName(
                self._window,
                self.tr("Save as"),
                str(proposed),
                self.tr("Markdown (*.md *.mdx *.markdown);;All files (*)"),
            )
        if not name:
            return False
        path = Path(name)
        if not path.suffix and not path.exists() and not Path(f"{name}.md").exists():
            path = Path(f"{name}.md")
        return self._write(path)

    def _write(self, path: Path) -> bool:
        is_proposed = self._session.path is None and path == self._session.place
        try:
            with folder_for(path) if is_proposed else nullcontext():
                self._session.save(path)
        except UserFacingError as error:
            self._bar.say(translated(error), [(self.tr("Save as…"), self.save_as)], warning=True)
            return False
        self._settings.opened(path)
        self._watcher.follow(path)
        self._bar.clear()
        return True

    # --- comparing --------------------------------------------------------------------------------

    def compare(self) -> None:
        """Show which lines differ from the file, with nothing to decide."""
        from editor.ui.dialogs.comparison import ComparisonDialog

        path = self._session.path
        if path is None:
            return
        try:
            before = decode(read_file(path))[0]
        except UserFacingError:
            before = ""
        intro = self.tr(
            "What only “{0}” on disk has is struck out, what is new here is underlined."
        )
        ComparisonDialog(
            self._window,
            self.tr("Compare with the file"),
            intro.format(path.name),
            before,
            self._session.text,
            self._session.profile,
        ).exec()

    # --- leaving ----------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Ask what becomes of unsaved work.

        Returns:
            Whether the document may be closed: it is saved, has been saved now, or is given up.
        """
        self._finish_field()
        if self._session.saved or not self._session.is_open:
            return True
        box, save, discard = self.make_question()
        box.exec()
        if box.clickedButton() is save:
            return self.save()
        return box.clickedButton() is discard

    def make_question(self) -> tuple[QMessageBox, QPushButton, QPushButton]:
        """Make the question about unsaved work, with its buttons to save and not to."""
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Rundbrief",
            self.tr("Save the changes to “{0}”?").format(self._session.title or self.name),
            parent=self._window,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        about = self.tr("Without saving they are lost.")
        if self._session.path:
            about = self.tr("Else the file stays as it is; “Versions” in the menu File keeps them.")
        box.setInformativeText(about)
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        return box, save, discard

    # --- other programs ---------------------------------------------------------------------------

    def hold_disk(self, is_held: bool) -> None:
        """Do not look at the file while we ourselves write into its folder.

        What is written there may be taken back: it must count neither as saved nor as changed by
        somebody else.

        Args:
            is_held: Whether that begins; at its end the file is looked at.
        """
        self._is_held = is_held
        if not is_held:
            self.look_at_disk()

    def look_at_disk(self) -> None:
        """Look whether another program has changed or removed the file, and say so."""
        path, disk = self._session.path, self._session.disk
        if path is None or disk is None or self._is_held:
            return
        same = disk.same(path)
        if same is None:
            self._session.file_lost.emit()
            text = self.tr("“{0}” is gone or can no longer be read. The text here is complete.")
            save_as = (self.tr("Save as…"), self.save_as)
            self._bar.say(text.format(path.name), [save_as], warning=True)
        elif not same:
            self.disk_changes.bring_together()
