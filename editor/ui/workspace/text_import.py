"""Texts of other programs written into the text, pictures and all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.document_import import place_pictures, read_text_document
from editor.app.services.documents import DOCUMENT_SUFFIXES, TextDocument
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.rendering.dialects import dialect_for
from editor.core.richtext.styling import find_bullet
from editor.ui.widgets.file_choice import DOCUMENTS, choose_file
from editor.ui.wording.translation import translated
from editor.ui.writing.tools import Act
from editor.ui.writing.writing_pane import WritingPane


class TextImport(QObject):
    """Reads in a thread; what comes is one step to undo."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(self, session: Session, pane: WritingPane, run: Callable[[Act], object]) -> None:
        """Import nothing yet.

        Args:
            session: The document.
            pane: The page to write on.
            run: Lets something act on the selection of the visible view.
        """
        super().__init__(pane)
        self._session, self._pane, self._run = session, pane, run
        self._path = Path()
        self._task = BackgroundTask(self, "text of another program")
        self._task.done.connect(self._write)
        self._task.failed.connect(self._on_failed)
        session.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:
            self._task.cancel()  # the text was for another document

    def choose(self) -> None:
        """Let the user choose a file, and write its text at the caret."""
        patterns = " ".join(f"*{suffix}" for suffix in DOCUMENT_SUFFIXES)
        filters = self.tr("Texts ({0})").format(patterns)
        name = choose_file(self._pane, self.tr("Import text"), filters, DOCUMENTS)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Write the text of a file at the caret.

        Args:
            path: The file.
        """
        self._path = path
        dialect = dialect_for(self._session.profile)
        body = self._pane.body
        bullet = find_bullet(body) if body else "-"
        stop = [(self.tr("Stop"), self._task.cancel)]
        self.message_posted.emit(self.tr("Reading “{0}”…").format(path.name), stop, False)
        self._task.start(lambda _: read_text_document(path, dialect, bullet))

    def _write(self, document: TextDocument) -> None:
        pane = self._pane

        def place(number: int, data: bytes) -> str:
            return pane.pictures.store(self._path.with_stem(f"{self._path.stem}-{number}"), data)

        try:
            markdown = place_pictures(document, place)
        except UserFacingError as error:
            self._on_failed(error.message)
            return
        if not markdown:
            text = self.tr("There is no text in “{0}”.").format(self._path.name)
            self.message_posted.emit(text, [], True)
            return
        if not self._run(lambda page: page.insert_blocks(markdown, self.tr("Import text"))):
            return  # what was refused has been told
        if document.pictures:
            pane.pictures.stored.emit()
        self.message_posted.emit(self.tr("“{0}” was imported.").format(self._path.name), [], False)

    def _on_failed(self, message: Message) -> None:
        self.message_posted.emit(translated(message), [], True)

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close()
