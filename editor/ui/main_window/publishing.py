"""From the first click on an issue to its place on the site: new issues, exports, publishing."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from editor.app.document.session import Session
from editor.app.services.files import write_file
from editor.app.services.settings import Settings
from editor.app.site.export_formats import EXPORT_FORMATS, ExportFormat, ExportSource
from editor.app.site.site import find_site
from editor.app.site.site_transaction import recover_site
from editor.core.base.errors import UserFacingError
from editor.ui.main_window.pushing import Pushing
from editor.ui.main_window.reviews import Reviews
from editor.ui.main_window.window_callbacks import WindowCallbacks
from editor.ui.widgets.file_choice import DOCUMENTS, find_folder
from editor.ui.widgets.message_bar import Action
from editor.ui.wording.format_names import name_kind
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.app.site.publish_plan import Delivery, Publication
    from editor.ui.dialogs.new_issue_dialog import NewIssueDialog

_MAX_SITES = 50


class Publishing(QObject):
    """One for the window; its dialogs live as long as they are open."""

    def __init__(
        self, session: Session, settings: Settings, parent: QWidget, callbacks: WindowCallbacks
    ) -> None:
        super().__init__(parent)
        self.session, self.settings = session, settings
        self._window, self._callbacks = parent, callbacks
        self.dialog: QDialog | None = None
        self.pushing = Pushing(callbacks, self)
        self._remember_site(settings.now.site)
        self.reviews = Reviews(session, settings, callbacks, parent)

    def _say(self, text: str, answers: Sequence[Action] = (), *, warning: bool = False) -> None:
        self._callbacks.say(text, answers, warning)

    # --- the site's folder ------------------------------------------------------------------------

    def _remember_site(self, name: str) -> None:
        self.session.remembered_site = Path(name) if name and Path(name).is_dir() else None

    def settle_site(self) -> Path | None:
        """Remember the open document's site, and finish an export that was cut off there.

        Returns:
            The folder of the site, where it is one to remember; None for other documents.
        """
        root = self.session.site_root
        if root is None:
            return None
        if message := recover_site(root):
            self._say(translated(message), warning=True)
        content = self.session.profile.content
        if not content or not (root / content).is_dir():
            return None
        self._remember_site(str(root))
        return root

    def choose_site(self) -> Path | None:
        """Ask for the site's folder and remember it; None where the user cancels."""
        name = QFileDialog.getExistingDirectory(
            self._window,
            self.tr("The site’s folder"),
            self.settings.now.site or find_folder(DOCUMENTS),
        )
        if not name:
            return None
        self.settings.keep(site=name)
        self._remember_site(name)
        return Path(name)

    # --- a new issue ------------------------------------------------------------------------------

    def new_issue(self) -> None:
        """Ask what the new issue is about, and open it."""
        from editor.ui.dialogs.new_issue_dialog import NewIssueDialog

        self._callbacks.finish_field()
        dialog = self.dialog = NewIssueDialog(
            self.session.registry,
            self._find_issues(),
            self.session.gazetteer,
            date.today(),
            self._window,
        )
        dialog.accepted.connect(lambda: self._begin(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _find_issues(self) -> list[Path]:
        """The site's issues, the latest first; the open one at least."""
        session = self.session
        if session.is_open and session.profile.content:
            profile = session.profile
        else:
            profile = session.registry.named("newsletter")
        issues = find_site(session.place, profile, session.remembered_site).issues()
        return issues or ([session.path] if session.path else [])

    def _begin(self, dialog: "NewIssueDialog") -> None:
        assert dialog.made
        made = dialog.made
        root = self.session.site_root or self.session.remembered_site
        home = made.home or (root / made.profile.content if root else None)
        self._callbacks.begin(lambda: self.session.begin(made.text, made.form, made.profile, home))
        if made.assumed:
            text = self.tr(
                "The picture’s address does not say who made it: “{0}” is taken over from the "
                "issue before. Is that right?"
            )
            self._say(text.format(made.assumed), warning=True)

    # --- other formats ----------------------------------------------------------------------------

    def export_as(self) -> None:
        """Ask where to, and write the issue in the format that is chosen."""
        self._callbacks.finish_field()
        formats = {name_kind(each): each for each in EXPORT_FORMATS.values() if each.in_menu}
        open_path = self.session.path
        from editor.core.issue.naming import file_name

        name = file_name(self.session.issue, open_path.name if open_path else "")
        folder = Path(self.settings.now.export_folder or Path.home())
        chosen, label = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export as"),
            str(folder / name.removesuffix(".md")),
            ";;".join(formats),
        )
        if not chosen:
            return
        export_format = formats.get(label, EXPORT_FORMATS["html"])
        path = Path(chosen)
        if not path.suffix:
            path = Path(chosen + export_format.suffix)
            if path.exists():  # the dialog has asked about another name
                text = self.tr("“{0}” exists already.").format(path.name)
                replace = (self.tr("Replace it"), lambda: self._export(export_format, path))
                self._say(text, [replace], warning=True)
                return
        self._export(export_format, path)

    def export_source(self) -> ExportSource:
        """Return what exports are made from: the document as it is now."""
        session = self.session
        return ExportSource(session.issue, session.encoded(), self._name_on_site, session.site)

    def _export(self, export_format: ExportFormat, path: Path) -> None:
        session = self.session
        try:
            content = session.encoded()
            export = export_format.export(self.export_source())
            assert isinstance(export.content, bytes)
            write_file(path, export.content)
        except UserFacingError as error:
            self._say(translated(error), warning=True)
            return
        is_open_file = session.path and path.resolve() == session.path.resolve()
        if session.path and is_open_file and export.content == content:
            session.arrived(session.path, content)
        self.settings.keep(export_folder=str(path.parent))
        self._tell_exported(export_format, path, len(export.content))

    @property
    def _name_on_site(self) -> str:
        """The name of the issue's file on its site, if it is there."""
        path, root = self.session.path, self.session.site_root
        if path and root and path.resolve().is_relative_to(root.resolve()):
            return path.name
        return ""

    def _tell_exported(self, export_format: ExportFormat, path: Path, weight: int) -> None:
        text = self.tr("Written: {0}").format(path)
        too_heavy = False
        if export_format is EXPORT_FORMATS["mail"]:
            from editor.core.publishing.mail import GMAIL_CLIPS_AT

            too_heavy = weight > GMAIL_CLIPS_AT
            text += "\n" + self.tr("Picture and calendar links work once the issue is on the site.")
            limits = self.tr("The mail weighs {0} kB; Gmail cuts mails off at {1} kB.")
            text += " " + limits.format(weight // 1024, GMAIL_CLIPS_AT // 1024)
        self._say(text, [self.show_folder(path.parent)], warning=too_heavy)

    def show_folder(self, folder: Path) -> Action:
        """Return the answer to a message that shows where something was written."""
        url = QUrl.fromLocalFile(str(folder))
        return self.tr("Show folder"), lambda: QDesktopServices.openUrl(url)

    # --- for the site -----------------------------------------------------------------------------

    def export(self, done: Callable[[], object] = lambda: None) -> None:
        """Publish the issue; every file can be looked at before anything is written.

        Args:
            done: Called once it is published.
        """
        from editor.ui.dialogs.publish_dialog import PublishDialog

        if not self.session.is_open:
            return
        self._callbacks.finish_field()
        delivery = self._usual_delivery()
        dialog = self.dialog = PublishDialog(
            self.session,
            self.choose_site,
            self._window,
            delivery=delivery,
            diagnostics=self._callbacks.diagnostics(),
            settings=self.settings,
        )
        files = dialog.files
        files.ticks_calendars = self.settings.now.calendar_files
        dialog.accepted.connect(lambda: self.settings.keep(calendar_files=files.ticks_calendars))
        dialog.accepted.connect(lambda: self._on_published(dialog.publication))
        dialog.accepted.connect(done)
        dialog.writing.connect(self._callbacks.hold_disk)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _usual_delivery(self) -> "Delivery":
        """How the last issue was handed over; by git only where the user has chosen it once."""
        from editor.app.site.publish_plan import Delivery

        kept, root = self.settings.now.handover, self.session.site_root
        if kept == Delivery.GIT and str(root) not in self.settings.now.git_sites:
            return Delivery.FILES
        return Delivery(kept) if kept in tuple(Delivery) else Delivery.FILES

    def _on_published(self, publication: "Publication | None") -> None:
        """Say where everything is, and offer what comes next."""
        if publication is None:
            return
        self._callbacks.refresh_pictures()
        root = publication.root
        if publication.archive:
            self.settings.keep(handover="zip")
            text = self.tr("Written: {0}").format(publication.archive)
            self._say(text, [self.show_folder(root)])
        elif publication.pull_request:
            self.settings.keep(handover="host")
            text = self.tr("Submitted: {0}").format(publication.pull_request)
            reviews = (self.tr("Reviews…"), self.reviews.show)
            page = self.pushing.open_page(publication.pull_request)
            self._say(text, [page, reviews])
        elif publication.branch:
            others = (each for each in self.settings.now.git_sites if each != str(root))
            sites = (str(root), *others)[:_MAX_SITES]
            self.settings.keep(handover="git", git_sites=sites)
            text = self.tr("Committed on the branch “{0}”.").format(publication.branch)
            push = (self.tr("Push"), lambda: self.pushing.push(publication))
            self._say(text, [push] if publication.remote else [])
        else:
            self.settings.keep(handover="files")
            text = self.tr("%n file(s) written to {0}.", "", len(publication.written)).format(root)
            online = self.tr(
                "They are not online yet: that is once the site is built and uploaded."
            )
            self._say(f"{text} {online}", [self.show_folder(root)])

    def close(self) -> None:
        """Take no more work."""
        self.pushing.close()
