"""Where an issue goes: to the site, into a mail, a calendar, onto paper, into a text."""

from collections import Counter
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from editor.app.services.background import BackgroundTask
from editor.app.services.files import write_file
from editor.app.site.export_formats import EXPORT_FORMATS, Export
from editor.core.base.errors import UserFacingError
from editor.core.base.severity import Severity
from editor.core.issue.issue import issue_title
from editor.core.issue.naming import file_name
from editor.ui.main_window.publish_page import Goal, PublishPage, Way
from editor.ui.wording.format_names import name_kind
from editor.ui.wording.short_times import write_long_day
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.ui.main_window.window import MainWindow


class Goals(QObject):
    """Fills the page, and does what its buttons say."""

    def __init__(self, window: "MainWindow", parent: QWidget) -> None:
        """Make it; the page is made when it is first shown.

        Args:
            window: The window, with session, settings and message bar.
            parent: Owns it.
        """
        super().__init__(parent)
        self._window = window
        self._session, self._settings = window.session, window.settings
        self._weighing = BackgroundTask(self, "weigh")
        self._weighing.done.connect(self._on_weighed)
        self._weighing.failed.connect(
            lambda message: self.page.cards["mail"].show_note(translated(message))
        )
        self._folder: QTemporaryDir | None = None

    @cached_property
    def page(self) -> PublishPage:
        """The page of goals."""
        page = PublishPage(self._make_goals())
        output = self._window.workspace.pane.page_output
        output.done.connect(lambda: self._done("paper"))
        page.back_wanted.connect(self._window.front.show_document)
        page.problems_wanted.connect(self.show_problems)
        self._window.workspace.check_runner.finished.connect(self._show_verdict)
        return page

    def _make_goals(self) -> list[Goal]:
        site = self.tr(
            "Its files go into the folder of the site, which is built and uploaded then. You see "
            "every file before it is written."
        )
        mail = self.tr(
            "As a draft in your mail program, where you choose who gets it. Its calendar icons "
            "lead to the calendar files on the site, and pictures come from there."
        )
        calendar = self.tr("All events in one file that every calendar program reads.")
        paper = self.tr("The page as the preview shows it, on A4.")
        text = self.tr("For forums and mailing lists that take no formatting.")
        rows = (
            ("site", "globe", self.tr("Website"), site),
            ("mail", "mail", self.tr("E-mail"), mail),
            ("calendar", "calendar-days", self.tr("Calendar"), calendar),
            ("paper", "printer", self.tr("Print and PDF"), paper),
            ("text", "text-align-start", self.tr("Plain text"), text),
        )
        ways = self._make_ways()
        return [Goal(key, icon, title, about, ways[key]) for key, icon, title, about in rows]

    def _make_ways(self) -> dict[str, list[Way]]:
        """What can be done for each goal; the usual way first."""
        return {
            "site": [Way(self.tr("Publish on the website…"), self._publish)],
            "mail": [
                Way(self.tr("Open as a draft"), self.open_draft),
                Way(self.tr("Copy for a mail"), self.copy_mail),
                Way(self.tr("Save as HTML…"), lambda: self._save("mail")),
            ],
            "calendar": [Way(self.tr("Save the calendar…"), lambda: self._save("feed"))],
            "paper": [
                Way(self.tr("Save as PDF…"), self._save_pdf),
                Way(self.tr("Print…"), self._print),
            ],
            "text": [
                Way(self.tr("Copy the text"), self.copy_text),
                Way(self.tr("Save the text…"), lambda: self._save("text")),
            ],
        }

    # --- showing ----------------------------------------------------------------------------------

    def show(self) -> None:
        """Fill the page with what is known of the issue."""
        self.page.subtitle.setText(issue_title(self._session.issue))
        self._show_verdict()
        for key in self.page.cards:
            self._show_last(key)
        window = self._window
        source = window.publishing.export_source()
        self._weighing.start(lambda _: EXPORT_FORMATS["draft"].export(source))
        self.page.cards["mail"].show_note("")
        has_entries = bool(self._session.issue.entries)
        self.page.cards["calendar"].buttons[0].setEnabled(has_entries)
        none = "" if has_entries else self.tr("The issue has no events.")
        self.page.cards["calendar"].show_note(none)

    def _show_verdict(self) -> None:
        runner = self._window.workspace.check_runner
        if not runner.current:
            self.page.show_verdict(self.tr("Checks are still running…"), "hint")
            return
        counts = Counter(each.severity for each in runner.diagnostics)
        if form := self._window.workspace.middle.unwritten:
            words = self.tr("On the page “{0}” a field holds what is not in the issue yet.")
            self.page.show_verdict(words.format(form.heading.text()), "error")
        elif counts[Severity.ERROR]:
            words = self.tr(
                "%n to fix – better before it is published.", "", counts[Severity.ERROR]
            )
            self.page.show_verdict(words, "error")
        elif counts[Severity.WARNING]:
            words = self.tr("Ready; %n to look at, if you like.", "", counts[Severity.WARNING])
            self.page.show_verdict(words, "warning")
        else:
            self.page.show_verdict(self.tr("Ready: nothing is left to fix."), "success")

    def _show_last(self, key: str) -> None:
        words, last = "", self._settings.now.last_time(key)
        if last:
            words = self.tr("Last time: {0}, “{1}”").format(write_long_day(last[0]), last[1])
        self.page.cards[key].show_last(words)

    def _on_weighed(self, export: Export) -> None:
        assert isinstance(export.content, bytes)
        card = self.page.cards["mail"]
        weight = self.tr("{0} kB").format(max(len(export.content) // 1024, 1))
        last = card.last.text()
        card.show_last(" · ".join(part for part in (last, weight) if part))
        card.show_note("\n".join(translated(problem.message) for problem in export.problems))

    def show_problems(self) -> None:
        """Show what is to be fixed: a field that was not written first, then the list."""
        workspace = self._window.workspace
        self._window.front.show_document()
        if form := workspace.middle.unwritten:
            workspace.middle.setCurrentWidget(form)
            workspace.middle.return_to_field()
        else:
            workspace.split.open_diagnostics()
            workspace.diagnostics.tree.begin()
            workspace.diagnostics.go()

    # --- doing ------------------------------------------------------------------------------------

    def _save_pdf(self) -> None:
        self._window.workspace.pane.page_output.save_pdf()

    def _print(self) -> None:
        self._window.workspace.pane.page_output.print_page()

    def _done(self, key: str) -> None:
        """Remember what was done, for the next issue."""
        title = " ".join(issue_title(self._session.issue).split())
        entry = f"{key}\t{date.today().isoformat()}\t{title}"
        rest = (each for each in self._settings.now.published if not each.startswith(f"{key}\t"))
        self._settings.keep(published=(entry, *rest))
        self._show_last(key)

    def _publish(self) -> None:
        self._window.publishing.export(lambda: self._done("site"))

    def _export(self, key: str) -> bytes | None:
        """What a format makes of the issue; None where it refuses, which is said."""
        try:
            export = EXPORT_FORMATS[key].export(self._window.publishing.export_source())
        except UserFacingError as refusal:
            self._window.bar.say(translated(refusal), warning=True)
            return None
        assert isinstance(export.content, bytes)
        return export.content

    def open_draft(self) -> None:
        """Open the issue as a draft in the user's mail program."""
        data = self._export("draft")
        if data is None:
            return
        self._folder = self._folder or QTemporaryDir()
        name = Path(file_name(self._session.issue)).stem + ".eml"
        path = Path(self._folder.path()) / name
        if not self._write(path, data):
            return
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._done("mail")
            self._window.bar.say(self.tr("Your mail program opens the draft."))
        else:
            save = (self.tr("Save the draft…"), lambda: self._save("draft"))
            text = self.tr("No mail program answers. The draft can be saved as a file.")
            self._window.bar.say(text, [save], warning=True)

    def copy_mail(self) -> None:
        """Copy the issue with its formatting, to be pasted into a mail."""
        page, text = self._export("mail"), self._export("text")
        if page is None or text is None:
            return
        data = QMimeData()
        data.setHtml(page.decode())
        data.setText(text.decode())
        QApplication.clipboard().setMimeData(data)
        self._window.bar.say(self.tr("Copied. Paste it into a new mail."))

    def copy_text(self) -> None:
        """Copy the issue as plain text."""
        text = self._export("text")
        if text is not None:
            QApplication.clipboard().setText(text.decode())
            self._window.bar.say(self.tr("The text is copied."))

    def _save(self, key: str) -> None:
        """Ask where to, and write the issue in a format."""
        data = self._export(key)
        if data is None:
            return
        each = EXPORT_FORMATS[key]
        name = Path(file_name(self._session.issue)).stem + each.suffix
        folder = self._settings.now.export_folder or str(Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save"), str(Path(folder) / name), name_kind(each)
        )
        if not chosen or not self._write(Path(chosen), data):
            return
        self._settings.keep(export_folder=str(Path(chosen).parent))
        goals = {"mail": "mail", "draft": "mail", "feed": "calendar", "text": "text"}
        self._done(goals[key])
        show = self._window.publishing.show_folder(Path(chosen).parent)
        self._window.bar.say(self.tr("Written: {0}").format(chosen), [show])

    def _write(self, path: Path, data: bytes) -> bool:
        try:
            write_file(path, data)
        except UserFacingError as refusal:
            self._window.bar.say(translated(refusal), warning=True)
            return False
        return True

    def close_down(self) -> None:
        """Take no more work."""
        self._weighing.close()
