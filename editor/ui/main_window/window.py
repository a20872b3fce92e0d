"""The window: menus, messages and files around one session. It asks; what happens to the text happens there."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from editor import __version__
from editor.app.document.file_watcher import FileWatcher
from editor.app.document.renderer import Renderer
from editor.app.document.session import Change, Session
from editor.app.services.files import read_file
from editor.app.services.pending_photos import PHOTO_SUFFIXES
from editor.app.services.settings import Settings
from editor.app.services.suggestion_loader import SuggestionLoader
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.events import calendar_link
from editor.core.issue.naming import file_name
from editor.core.markdown.placeholders import SCHEME
from editor.core.places.gazetteer import Gazetteer
from editor.resources import resource
from editor.ui.dialogs.diff import DiffDialog
from editor.ui.main_window import actions
from editor.ui.main_window.publishing import Publishing, WindowCallbacks
from editor.ui.main_window.start_page import StartPage
from editor.ui.main_window.status_line import StatusLine
from editor.ui.widgets.message_bar import Action, MessageBar
from editor.ui.widgets.mnemonics import menu_mnemonics, resolve_mnemonics
from editor.ui.wording.calendar_text import describe_entry, shorten_words
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.ui.workspace.workspace import Workspace

_READABLE = {".ics", ".ical", ".html", ".htm", ".eml", ".csv", ".tsv"}
"""Files that are events from elsewhere when they are dropped on an open issue."""
_IDLE = 300
"""Milliseconds of quiet before words are counted."""


class MainWindow(QMainWindow):
    """A shell: menu and message bar above, status line below, start page or desk between."""

    painted = Signal()
    """The window was seen for the first time: what is slow may start now."""
    preview_patched = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        renderer: Renderer,
        suggestion_loader: SuggestionLoader,
    ) -> None:
        super().__init__()
        self.session, self.settings, self.renderer, self.suggestion_loader = (
            session,
            settings,
            renderer,
            suggestion_loader,
        )
        self._workspace: Workspace | None = None
        self._seen = False
        self._refusal = ""
        self._watch = FileWatcher(self)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self.setAcceptDrops(True)
        room = self.screen().availableSize()
        self.resize(min(1360, room.width()), min(860, room.height() - 40))
        self._make_shell()
        self._make_menus()
        self.status = StatusLine(session)
        self.setStatusBar(self.status)
        self.publishing = Publishing(session, settings, self, self._callbacks())
        self._connect()
        resolve_mnemonics(self.start, menu_mnemonics(self.menuBar()))
        self._restore()
        self._show_document(False)

    # --- building --------------------------------------------------------------------------------

    def _make_shell(self) -> None:
        self.bar = MessageBar()
        self.start = StartPage()
        self.front = QStackedWidget()
        self.front.addWidget(self.start)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.front, 1)
        self.setCentralWidget(middle)

    @property
    def workspace(self) -> "Workspace":
        """The panes; made when the first document needs them, or once the window has been painted."""
        if self._workspace is None:
            from editor.ui.workspace.workspace import Workspace

            workspace = self._workspace = Workspace(self.session, self.settings, self.renderer)
            workspace.refused.connect(self._on_refused)
            workspace.link_clicked.connect(self._on_link_clicked)
            workspace.preview_patched.connect(self.preview_patched)
            workspace.engine_changed.connect(self._show_engine)
            workspace.said.connect(self._say)
            taken = resolve_mnemonics(
                workspace.diagnostics, menu_mnemonics(self.menuBar())
            )  # it is there beside every page
            for page in workspace.pages.values():
                resolve_mnemonics(page, taken)
            self.front.addWidget(workspace)
        return self._workspace

    def _make_menus(self) -> None:
        stack = self.session.stack
        undo, redo = (
            stack.createUndoAction(self, self.tr("Undo")),
            stack.createRedoAction(self, self.tr("Redo")),
        )
        stack.undoTextChanged.connect(named(undo, self.tr("Undo: {0}")))
        stack.redoTextChanged.connect(named(redo, self.tr("Redo: {0}")))
        self.recent_menu = QMenu(self.tr("&Recently used"), self)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        self.actions_by_name = actions.build_menus(self, undo, redo, self.recent_menu)
        export = QPushButton(self.tr("For the site…"))
        export.setObjectName("primary")
        export.clicked.connect(lambda: self.publishing.export())
        self.menuBar().setCornerWidget(export)
        self._export_button = export

    def _connect(self) -> None:
        session = self.session
        session.changed.connect(self._on_changed)
        session.saved_changed.connect(lambda _: self._show_state())
        session.path_changed.connect(self._on_path_changed)
        self._idle.timeout.connect(self.status.show_words)
        self.suggestion_loader.learned.connect(self._on_learned)
        self._watch.stirred.connect(self._on_stirred)
        self.start.new_wanted.connect(self.publishing.new_issue)
        self.start.open_wanted.connect(self.open_dialog)
        self.start.sample_wanted.connect(self.open_sample)
        self.start.file_wanted.connect(self.open_path)
        self.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)

    def _on_learned(self, known: Gazetteer, diagnostics: list[Message]) -> None:
        self.session.gazetteer = known
        if self._workspace:
            self._workspace.learn()
        for diagnostic in diagnostics:
            self.bar.say(translated(diagnostic), warning=True)

    def _callbacks(self) -> WindowCallbacks:
        return WindowCallbacks(
            self._say,
            self._finish_field,
            self._may_leave,
            self.begin,
            lambda: self.workspace.look_at_pictures(),
            lambda: self.workspace.check_runner.diagnostics,
        )

    def _say(self, text: str, answers: Sequence[Action], warning: bool) -> None:
        self.bar.say(text, answers, warning=warning)

    def _on_refused(self, text: str) -> None:
        """A refusal stays until the next edit goes through."""
        if text:
            self.bar.say(text, warning=True)
        elif self._refusal and self.bar.text == self._refusal:
            self.bar.clear()
        self._refusal = text

    def _finish_field(self) -> None:
        """What is typed in a field counts from now on, although nobody has left it."""
        field, page = (
            self.focusWidget(),
            self._workspace.middle.currentWidget() if self._workspace else None,
        )
        for box in page.findChildren(QAbstractSpinBox) if page else ():
            box.interpretText()
        if isinstance(field, QLineEdit):
            field.editingFinished.emit()

    def _on_painted(self) -> None:
        """The desk is built now; its engine starts when there is a page to show."""
        if self.front.currentWidget() is self.workspace:
            self.workspace.start_preview()

    def _restore(self) -> None:
        if self.settings.now.geometry:
            self.restoreGeometry(QByteArray(self.settings.now.geometry))
        for diagnostic in self.session.registry.problems:
            self.bar.say(translated(diagnostic), warning=True)

    # --- documents -------------------------------------------------------------------------------

    def begin(self, change: Callable[[], None]) -> bool:
        """Let the session have another document, and show it. False where it was refused: the one at hand stays."""
        workspace = self.workspace  # there before the session has news
        try:
            change()
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), warning=True)
            return False
        self.front.setCurrentWidget(workspace)
        if self._seen:
            QTimer.singleShot(0, workspace.start_preview)
        self.bar.clear()
        self.publishing.look_around()
        if place := self.session.place:
            self.suggestion_loader.study(place.resolve().parent)
        return True

    def open_path(self, path: Path) -> bool:
        """Open a file in this window; what is unsaved is asked about first. False where it was not opened."""
        if not self._may_leave() or not self.begin(lambda: self.session.open(path)):
            return False
        if not path.is_relative_to(resource("sample")):
            self.settings.opened(path)
        return True

    def open_dialog(self) -> None:
        folder = str(self.session.path.parent) if self.session.path else ""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open an issue"),
            folder,
            self.tr("Markdown (*.md *.markdown *.txt);;All files (*)"),
        )
        if name:
            self.open_path(Path(name))

    def open_sample(self) -> None:
        self.open_path(sample())

    def save(self) -> bool:
        """Save to the open file; asks only where somebody else has changed it. False where it was not saved."""
        self._finish_field()
        path, disk = self.session.path, self.session.disk
        if path is None:
            return self.save_as()
        if disk and disk.same(path) is False:
            self._offer_disk()
            return False
        return self._write(path)

    def save_as(self) -> bool:
        self._finish_field()
        proposed = self.session.place or Path(file_name(self.session.issue))
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), str(proposed), self.tr("Markdown (*.md);;All files (*)")
        )
        path = Path(name)
        if name and not path.suffix and not path.exists() and not Path(f"{name}.md").exists():
            path = Path(f"{name}.md")
        return bool(name) and self._write(path)

    def _write(self, path: Path) -> bool:
        try:
            self.session.save(path)
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), [(self.tr("Save as…"), self.save_as)], warning=True)
            return False
        self.settings.opened(path)
        self._watch.follow(path)
        self.bar.clear()
        return True

    def compare(self) -> None:
        """Show which lines differ from the file, with nothing to decide."""
        path = self.session.path
        if path:
            intro = self.tr("Lines that differ between “{0}” on disk (−) and here (+).").format(
                path.name
            )
            self._diff(path, self.tr("Compare with the file"), intro, self.tr("Close")).exec()

    def _diff(self, path: Path, title: str, intro: str, verb: str) -> DiffDialog:
        try:
            before = decode(read_file(path))[0]
        except UserFacingError:
            before = ""
        return DiffDialog(self, title, intro, before, self.session.text, verb)

    def _may_leave(self) -> bool:
        """Whether the document may be closed: saved, saved now, or given up."""
        self._finish_field()
        if self.session.saved or not self.session.is_open:
            return True
        box, save, drop = self._question()
        box.exec()
        if box.clickedButton() is save:
            return self.save()
        return box.clickedButton() is drop

    def _question(self) -> tuple[QMessageBox, QPushButton, QPushButton]:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Rundbrief",
            self.tr("Save the changes to “{0}”?").format(self._name()),
            parent=self,
        )
        box.setInformativeText(self.tr("Without saving they are lost."))
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(self.tr("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        return box, save, drop

    # --- the disk behind our back ----------------------------------------------------------------

    def _on_stirred(self) -> None:
        path, disk = self.session.path, self.session.disk
        if path is None or disk is None:
            return
        same = disk.same(path)
        if same is None:
            gone = self.tr(
                "“{0}” is gone or can no longer be read. The text here is complete."
            ).format(path.name)
            self.bar.say(gone, [(self.tr("Save as…"), self.save_as)], warning=True)
        elif not same:
            self._offer_disk()

    def _offer_disk(self) -> None:
        assert self.session.path
        choices = [
            (self.tr("Show the difference"), self._compare_and_offer),
            (self.tr("Take over from disk"), self._reload),
            (self.tr("Overwrite"), self._overwrite),
        ]
        self.bar.say(
            self.tr("“{0}” was changed by another program.").format(self.session.path.name),
            choices,
            warning=True,
        )

    def _compare_and_offer(self) -> None:
        self.compare()
        self._offer_disk()

    def _reload(self) -> None:
        try:
            self.session.reload(self.tr("Take over from disk"))
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), warning=True)

    def _overwrite(self) -> None:
        if self.session.path:
            self._write(self.session.path)

    # --- following the session -------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:
            self._show_document(True)
            self._show_engine()
        self._idle.start()
        self._show_state()

    def _on_path_changed(self, path: Path | None) -> None:
        self._watch.follow(path)
        self._show_state()

    def _show_document(self, there: bool) -> None:
        if not there:
            self.start.show_recent(
                [Path(name) for name in self.settings.now.recent if Path(name).is_file()][:6]
            )
        self.front.setCurrentWidget(self.workspace if there else self.start)
        self._export_button.setVisible(there)
        for action in self.actions_by_name.values():
            action.setEnabled(there or not action.data())

    def _name(self) -> str:
        if self.session.path:
            return self.session.path.name
        return self.tr("New issue")

    def _show_state(self) -> None:
        if not self.session.is_open:
            self.setWindowTitle("Rundbrief")
            return
        self.setWindowTitle(f"{self._name()}[*] — Rundbrief")
        self.setWindowModified(not self.session.saved)
        self.status.show_state()

    def _show_engine(self) -> None:
        if self._workspace:
            self.status.show_engine(self._workspace.pane)

    # --- preview ---------------------------------------------------------------------------------

    def _on_link_clicked(self, url: QUrl) -> None:
        """A look at the address first; calendar entries in words."""
        if url.scheme() == "data":
            entry = calendar_link.read_link(
                url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
            )
            if entry:
                words = describe_entry(entry, self.session.profile.timezone)
                self.bar.say(f"📅 {entry.summary}: {words}")
            return
        address = shorten_words(
            url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        )  # nothing may look like another address
        if url.scheme() == SCHEME:
            tag = unquote(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
            self.bar.say(self.tr("The site writes this address when it is built: {0}").format(tag))
        elif url.scheme() in ("http", "https", "mailto"):
            self.bar.say(
                address, [(self.tr("Open in the browser"), lambda: QDesktopServices.openUrl(url))]
            )
        else:
            self.bar.say(self.tr("The address “{0}” is not opened from here.").format(address))

    # --- Qt's events -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._seen and self._workspace:
            self._workspace.apply_style()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.bar.clear()
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        local = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        photo = next((path for path in local if path.suffix.lower() in PHOTO_SUFFIXES), None)
        events = [path for path in local if path.suffix.lower() in _READABLE]
        if events and self.session.is_open:
            event.acceptProposedAction()
            self.workspace.intake.read_files(events)
        elif photo and self.session.is_open:
            event.acceptProposedAction()
            self.workspace.show_image()
            self.workspace.image.take_photo(photo)
        elif local:
            event.acceptProposedAction()
            self.open_path(local[0])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self._may_leave():
            event.ignore()
            return
        self.settings.keep(geometry=bytes(self.saveGeometry().data()))
        self._idle.stop()
        if self._workspace:
            self.settings.keep(panes=tuple(self._workspace.sizes()))
            self._workspace.close_down()
        self.suggestion_loader.close()
        self.publishing.close()
        event.accept()

    def report_fault(self, what: str) -> None:
        """Something of ours went wrong."""
        text = self.tr(
            "Something went wrong in Rundbrief ({0}). Your text is complete; save it, and report this sentence."
        ).format(what)
        self.bar.say(
            text,
            [(self.tr("Save as…"), self.save_as)] if self.session.is_open else [],
            warning=True,
        )

    def about(self) -> None:
        text = self.tr("Rundbrief {0}: forms over Markdown that lose not one byte.").format(
            __version__
        )
        self.bar.say(text)

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for name in self.settings.now.recent:
            path = Path(name)
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(name)
            action.setEnabled(path.is_file())
            action.triggered.connect(lambda _=False, path=path: self.open_path(path))
        self.recent_menu.setEnabled(bool(self.settings.now.recent))


def named(action: QAction, words: str) -> Callable[[str], None]:
    """Names a step in the menu; the stack still speaks when the action is gone."""
    return lambda step: (
        action.setText(words.format(step) if step else words.partition(":")[0])
        if isValid(action)
        else None
    )


def sample() -> Path:
    """The sample issue of the program."""
    return next(resource("sample").glob("**/*.md"))
