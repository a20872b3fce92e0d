"""What home offers as the next step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QLocale, QObject

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.core.base.messages import Message
from editor.ui.home.home_page import Offer
from editor.ui.wording.short_times import write_long_day

if TYPE_CHECKING:
    from editor.app.drafts.draft_folder import KeptDraft
    from editor.app.library.next_page import NextPage
    from editor.app.library.page_facts import PageFacts


class HomeActions(Struct, frozen=True):
    """What home lets the window do."""

    new_issue: Callable[[], object]
    open_dialog: Callable[[], object]
    start_tour: Callable[[], object]
    choose_site: Callable[[], object]
    get_site: Callable[[], object]
    """Open one from a code host."""
    refresh_site: Callable[[Path | None], object]
    """Bring what the code host of a site has changed."""
    open_path: Callable[..., object]
    """Open a file, at words where they are given."""
    show_document: Callable[[], object]
    """Return to the open document."""
    list_kept: "Callable[[], Sequence[KeptDraft]]"
    """List what was left unsaved."""
    restore: "Callable[[KeptDraft], object]"
    """Go on with it."""
    warn: Callable[[Message], object]
    """Say what went wrong."""


class NewWork(Struct, frozen=True):
    """An issue that was begun and that no file holds yet."""

    title: str
    go_on: Callable[[], object]
    kept: "KeptDraft | None" = None
    """Its draft, where it is not the open document."""


class HomeOffers(QObject):
    """Writes the card of the next step."""

    def __init__(
        self, session: Session, settings: Settings, actions: HomeActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._actions = session, settings, actions

    def first(self) -> Offer:
        """Offer what somebody needs who sees the program for the first time."""
        return Offer(
            self.tr("Which newsletter do you write?"),
            self.tr(
                "Choose the folder of its website: all its issues are listed here then. "
                "A site at GitHub, GitLab or Codeberg is opened by its address (File → Open from a "
                "code host…). A single page can be opened, too, or its file dropped on this window."
            ),
            self.tr("Choose the site’s folder…"),
            self._actions.choose_site,
            self.tr("Take the tour with a sample"),
            self._actions.start_tour,
            icon="folder-open",
            caption=self.tr("To begin with"),
        )

    def soon(self) -> Offer:
        """Offer what is possible while the pages are still being read."""
        title = self.tr("Finding out what comes next…")
        about = self.tr("The pages of the site are being read.")
        return Offer(title, about, self.tr("Begin an issue…"), self._actions.new_issue)

    def without_issues(self) -> Offer:
        """Offer a beginning where nothing follows from what is there."""
        return Offer(
            self.tr("No issues yet"),
            self.tr("Nothing on this site looks like an issue of a newsletter yet."),
            self.tr("Begin an issue…"),
            self._actions.new_issue,
            self.tr("Open…"),
            self._actions.open_dialog,
        )

    def new_work(self) -> NewWork | None:
        """The issue that was begun last and is not saved; None for none."""
        session = self._session
        if session.is_open and session.path is None:
            return NewWork(session.title, self._actions.show_document)
        for kept in self._actions.list_kept():
            if not kept.draft.header.path:
                return NewWork(kept.name, partial(self._actions.restore, kept), kept)
        return None

    def after(self, found: "NextPage") -> Offer:
        """Offer what follows from the issues of the site.

        Args:
            found: The issue that comes next.

        Returns:
            To go on with it where it is begun, else to begin it.
        """
        if work := self.new_work():
            about = self.tr("Begun, and not saved yet.")
            return self._continue(work.title or self.tr("New issue"), about, work.go_on)
        if begun := found.begun:
            open_page = partial(self._actions.open_path, begun.path)
            return self._continue(begun.title, self._describe_begun(begun, found), open_page)
        day, before = write_long_day(found.day), found.before.title
        if found.month:
            about = self.tr(
                "The issue about {2} follows “{1}” and comes out after the month, on {0}. "
                "Events still to come are taken over."
            )
            month = QLocale().standaloneMonthName(found.month)
            about = about.format(day, before, month)
            title = self.tr("Next issue: {0} {1}").format(month, found.year)
            button = self.tr("Begin the {0} issue…").format(month)
        else:
            about = self.tr(
                "It follows “{1}” and comes out on {0}. Events still to come are taken over."
            ).format(day, before)
            title = found.title or self.tr("Next issue")
            button = self.tr("Begin the next issue…")
        return Offer(title, about, button, self._actions.new_issue)

    def _continue(self, title: str, about: str, go_on: Callable[[], object]) -> Offer:
        words, another = self.tr("Continue writing"), self.tr("Another issue…")
        return Offer(title, about, words, go_on, another, self._actions.new_issue, icon="pencil")

    def _describe_begun(self, begun: "PageFacts", found: "NextPage") -> str:
        day = write_long_day(found.day)
        published = self._settings.now.last_time("site")
        if published and published[1] == begun.title:
            about = self.tr("Its files were written on {1}. It comes out on {0}.")
            return about.format(day, write_long_day(published[0]))
        return self.tr("Begun. It comes out on {0}.").format(day)
