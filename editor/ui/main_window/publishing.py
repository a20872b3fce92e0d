"""From the first click on an issue to its place on the site: new issues, the site's folder, exports, the hand-over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.files import write_file
from editor.app.services.settings import Settings
from editor.app.site.site import find_site
from editor.app.site.site_transaction import recover_site
from editor.core.base.errors import UserFacingError
from editor.core.checks.table import Diagnostic
from editor.core.issue.naming import file_name
from editor.ui.widgets.message_bar import Action
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.ui.dialogs.publish_dialog import Publication


@dataclass(frozen=True, slots=True)
class WindowCallbacks:
    """What the window does for others: ``say`` a message with its answers, as a warning or not; make what is typed
    ``settle``; ``leave`` the open document, if people agree; and ``begin`` another one."""

    say: Callable[[str, Sequence[Action], bool], object]
    settle: Callable[[], object]
    leave: Callable[[], bool]
    begin: Callable[[Callable[[], None]], bool]
    repicture: Callable[[], object]
    """Look at the pictures again: they may have moved."""
    diagnostics: Callable[[], Sequence[Diagnostic]]


class Publishing(QObject):
    """One for the window; its dialogs live as long as they are open."""

    def __init__(
        self, session: Session, settings: Settings, parent: QWidget, ways: WindowCallbacks
    ) -> None:
        super().__init__(parent)
        self.session, self.settings = session, settings
        self._window, self._callbacks, self._say = parent, ways, ways.say
        self.dialog: QDialog | None = None
        self._task = BackgroundTask(self, "push")
        self._task.done.connect(self._on_pushed)
        self._task.failed.connect(self._on_push_failed)
        self._handed: Publication | None = None
        self._remember(settings.now.site)

    # --- the site's folder -----------------------------------------------------------------------

    def _remember(self, name: str) -> None:
        self.session.remembered_site = Path(name) if name and Path(name).is_dir() else None

    def look_around(self) -> None:
        """A document is open: its site is remembered, and an export that was cut off there is finished."""
        root = self.session.site_root
        if root is None:
            return
        if (
            str(root) != self.settings.now.site
            and self.session.profile.content
            and (root / self.session.profile.content).is_dir()
        ):
            self.settings.keep(site=str(root))
            self._remember(str(root))
        if sentence := recover_site(root):
            self._say(translated(sentence), [], True)

    def choose_site(self) -> Path | None:
        """Ask for the site's folder and remember it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("The site’s folder"), self.settings.now.site
        )
        if not name:
            return None
        self.settings.keep(site=name)
        self._remember(name)
        return Path(name)

    # --- a new issue -----------------------------------------------------------------------------

    def new_issue(self) -> None:
        """Ask what the new issue is about, and open it."""
        from editor.ui.dialogs.new_issue_dialog import NewIssueDialog

        if not self._callbacks.leave():
            return
        dialog = self.dialog = NewIssueDialog(
            self.session.registry,
            self._issues(),
            self.session.gazetteer,
            date.today(),
            self._window,
        )
        dialog.accepted.connect(lambda: self._begin(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _issues(self) -> list[Path]:
        """The site's issues, the latest first; the open one at least."""
        open_one = [self.session.path] if self.session.path else []
        if self.session.is_open and self.session.profile.content:
            newsletters = self.session.profile
        else:
            newsletters = self.session.registry.named("newsletter")
        found = find_site(self.session.place, newsletters, self.session.remembered_site).issues()
        return found or open_one

    def _begin(self, dialog: "QDialog") -> None:
        from editor.ui.dialogs.new_issue_dialog import NewIssueDialog

        assert isinstance(dialog, NewIssueDialog) and dialog.made
        made = dialog.made
        root = self.session.site_root or self.session.remembered_site
        home = root / made.profile.content if root else None
        self._callbacks.begin(lambda: self.session.begin(made.text, made.form, made.profile, home))
        if made.assumed:
            text = self.tr(
                "The photo’s address does not say who took it: “{0}” is taken over from the issue before. Is that right?"
            )
            self._say(text.format(made.assumed), [], True)

    # --- other formats ---------------------------------------------------------------------------

    def export_as(self) -> None:
        """Ask where to, and write the issue as a page, a mail, plain text, a calendar or Markdown, by the chosen kind."""
        from editor.app.site.export_formats import EXPORT_FORMATS

        self._callbacks.settle()
        kinds = {
            self.tr("HTML page (*.html)"): "html",
            self.tr("HTML for mail (*.html)"): "mail",
            self.tr("Plain text (*.txt)"): "text",
            self.tr("Calendar of all events (*.ics)"): "feed",
            self.tr("Markdown (*.md)"): "markdown",
        }
        name = file_name(
            self.session.issue, self.session.path.name if self.session.path else ""
        ).removesuffix(".md")
        name = str((self.session.path.parent if self.session.path else Path.home()) / name)
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export as"), name, ";;".join(kinds)
        )
        if not chosen:
            return
        way = kinds.get(kind, "html")
        suffix = ".md" if way == "markdown" else EXPORT_FORMATS[way].suffix
        path = Path(chosen) if Path(chosen).suffix else Path(chosen + suffix)
        if path != Path(chosen) and path.exists():  # the dialog has asked about another name
            text = self.tr("“{0}” exists already.").format(path.name)
            self._say(text, [(self.tr("Replace it"), lambda: self._write_as(way, path))], True)
        else:
            self._write_as(way, path)

    def _write_as(self, way: str, path: Path) -> None:
        from editor.app.site.export_formats import EXPORT_FORMATS

        try:
            if way == "markdown":
                data = self.session.encoded()
            else:
                data = EXPORT_FORMATS[way].make(self.session.issue, self.session.site, self._file)
            write_file(path, data)
        except UserFacingError as refusal:
            self._say(translated(refusal), [], True)
            return
        if (
            way == "markdown"
            and self.session.path
            and path.resolve() == self.session.path.resolve()
        ):
            self.session.arrived(self.session.path, data)
        self._tell_written(path, len(data) if way == "mail" else 0)

    @property
    def _file(self) -> str:
        """The name of the issue's file on its site, if it is there."""
        path, root = self.session.path, self.session.site_root
        if path and root and path.resolve().is_relative_to(root.resolve()):
            return path.name
        return ""

    def _tell_written(self, path: Path, weight: int) -> None:
        from editor.core.publishing.mail import GMAIL_CLIPS_AT

        text = self.tr("Written: {0}").format(path)
        if weight:
            text += "\n" + self.tr("Picture and calendar links work once the issue is on the site.")
            text += " " + self.tr("The mail weighs {0} kB; Gmail cuts mails off at {1} kB.").format(
                weight // 1024, GMAIL_CLIPS_AT // 1024
            )
        self._say(
            text, [(self.tr("Show folder"), lambda: _open(path.parent))], weight > GMAIL_CLIPS_AT
        )

    # --- for the site ----------------------------------------------------------------------------

    def export(self) -> None:
        """Everything the site needs of this issue, with a look at every file before anything is written."""
        from editor.ui.dialogs.publish_dialog import PublishDialog

        if not self.session.is_open:
            return
        self._callbacks.settle()
        dialog = self.dialog = PublishDialog(
            self.session,
            self.choose_site,
            self._window,
            way=self.settings.now.handover,
            found=self._callbacks.diagnostics(),
        )
        dialog.accepted.connect(lambda: self._after(dialog.done_))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _after(self, handed: "Publication | None") -> None:
        """Say where everything is, and offer what comes next."""
        if handed is None:
            return
        self._handed = handed
        self.settings.keep(
            handover="zip" if handed.archive else "git" if handed.branch else "files"
        )
        self._callbacks.repicture()
        if handed.archive:
            archive = handed.archive
            self._say(
                self.tr("Written: {0}").format(archive),
                [(self.tr("Show folder"), lambda: _open(archive.parent))],
                False,
            )
            return
        text = self.tr("%n file(s) written to {0}.", "", len(handed.written)).format(handed.root)
        if not handed.branch:
            self._say(text, [(self.tr("Show folder"), lambda: _open(handed.root))], False)
            return
        text = self.tr("Committed on the branch “{0}”.").format(handed.branch)
        self._say(text, [(self.tr("Push"), self.push)] if handed.remote else [], False)

    def push(self) -> None:
        """Push the branch of the last hand-over: somebody has clicked for this."""
        from editor.app.site.git import push

        handed = self._handed
        if not handed:
            return
        self._say(
            self.tr("Pushing “{0}” to “{1}”…").format(handed.branch, handed.remote),
            [(self.tr("Stop"), self._task.cancel)],
            False,
        )
        self._task.start(lambda stop: push(handed.root, handed.branch, handed.remote, stop))

    def _on_pushed(self, address: object) -> None:
        text = self.tr("“{0}” is pushed.").format(self._handed.branch if self._handed else "")
        if address:
            answers = [
                (
                    self.tr("Open a pull request"),
                    lambda: QDesktopServices.openUrl(QUrl(str(address))),
                )
            ]
        else:
            answers = []
        self._say(text, answers, False)

    def _on_push_failed(self, sentence: object) -> None:
        from editor.core.base.messages import Message

        assert isinstance(sentence, Message)
        self._say(translated(sentence), [(self.tr("Push again"), self.push)], True)

    def close(self) -> None:
        self._task.close()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
