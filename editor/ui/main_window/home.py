"""Home, filled: the site's pages followed, what comes next, what is not finished, several sites."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.app.document.session import Session
from editor.app.library.library import Library
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.ui.home.home_page import HomePage, Unfinished
from editor.ui.main_window.home_offers import HomeActions, HomeOffers
from editor.ui.main_window.site_list import SiteList
from editor.ui.wording.short_times import write_moment

if TYPE_CHECKING:
    from editor.app.library.next_page import NextPage
    from editor.app.library.page_facts import PageFacts
    from editor.ui.home.page_list import PageList

_MOST_UNFINISHED = 4
_FORGOTTEN = timedelta(days=730)
"""A draft that is older is not gone on with."""


class _SiteState(Struct, frozen=True):
    """What is found out about a site besides its pages."""

    next_page: "NextPage | None"
    unpublished: frozenset[Path]


class Home(QObject):
    """Fills the page whenever it is shown, and while files are read."""

    def __init__(
        self,
        session: Session,
        sites: SiteList,
        settings: Settings,
        actions: HomeActions,
        parent: QWidget,
    ) -> None:
        """Make it; ``show`` fills the page.

        Args:
            session: The open document, if any.
            sites: The sites, of which one is shown.
            settings: Remembers recent files.
            actions: The window's own functions.
            parent: The window.
        """
        super().__init__(parent)
        self._session, self._settings, self._actions = session, settings, actions
        self._sites = sites
        self.page, self._offers = HomePage(), HomeOffers(session, settings, actions, self)
        self.library = Library(session.registry, self)
        self.library.listed.connect(self._on_listed)
        self._looking = BackgroundTask(self, "home")
        self._looking.done.connect(self._on_looked)
        for part in (self.library, self._looking):
            part.failed.connect(actions.warn)
        self._unpublished: frozenset[Path] = frozenset()
        self._state: _SiteState | None = None
        self.page.list_made.connect(self._connect_list)
        self.page.site_menu_wanted.connect(
            lambda menu: self._sites.fill_menu(menu, actions.choose_site, actions.get_site)
        )
        self.page.show_offer(self._offers.first())

    def _connect_list(self, pages: "PageList") -> None:
        pages.page_wanted.connect(lambda *page: self._actions.open_path(*page))
        pages.words_typed.connect(self.library.search)
        self.library.found.connect(pages.show_result)

    # --- the site ---------------------------------------------------------------------------------

    def show(self) -> None:
        """Look at the site again, and show what there is of it."""
        self._looking.cancel()
        site = self._sites.shown
        self._sites.follow_settings()
        self.show_unfinished()
        self.page.show_site(self._sites.name_of(site), "")
        if site != self.library.root:
            self._state, self._unpublished = None, frozenset()
            self.page.show_offer(self._offers.soon() if site else self._offers.first())
        self.library.follow(site)
        self._actions.refresh_site(site)

    # --- what there is ----------------------------------------------------------------------------

    def _on_listed(self, pages: "list[PageFacts]", is_whole: bool) -> None:
        if self._sites.shown is None:
            pages = [_recent_page(Path(name)) for name in self._settings.now.recent]
            pages = [page for page in pages if page.path.is_file()]
        words, site = self.tr("%n page(s)", "", len(pages)), self._sites.shown
        if not is_whole:
            words = self.tr("reading… {0}").format(words)
        self.page.show_site(self._sites.name_of(site), words if site else "")
        self.page.list.setVisible(bool(pages) or site is not None)
        had_rows = bool(self.page.list.model.rows)
        self.page.list.show_pages(pages, self._unpublished)
        self.show_unfinished()
        if not had_rows and self.page.isVisible() and not self.page.list.search.hasFocus():
            self.page.take_focus()
        if is_whole and site:
            self._look(site, pages)
        elif site is None:
            self.page.show_offer(self._offers.first())

    def _look(self, root: Path, pages: "list[PageFacts]") -> None:
        registry, today = self._session.registry, date.today()
        asks_git = str(root) in self._settings.now.git_sites

        def look(_: object) -> _SiteState:
            from editor.app.library.next_page import find_next_page
            from editor.app.site.git_changes import list_unpublished

            unpublished = list_unpublished(root) if asks_git else frozenset[Path]()
            return _SiteState(find_next_page(pages, registry, today), unpublished)

        self._looking.start(look)

    def _on_looked(self, state: _SiteState) -> None:
        is_news = state.unpublished != self._unpublished
        self._state, self._unpublished = state, state.unpublished
        if is_news:
            self.page.list.show_pages(self.library.pages, state.unpublished)
        if state.next_page:
            self.page.show_offer(self._offers.after(state.next_page))
        else:
            self.page.show_offer(self._offers.without_issues())

    # --- what waits -------------------------------------------------------------------------------

    def follow_kept(self) -> None:
        """Show that other documents wait, left unsaved."""
        self.show_unfinished()
        if self._state and self._state.next_page:
            self.page.show_offer(self._offers.after(self._state.next_page))

    def show_unfinished(self) -> None:
        """List what is not finished: left unsaved, not published yet, a draft."""
        session = self._session
        back = session.title or session.path.name if session.is_open and session.path else ""
        self.page.show_back(back, self._actions.show_document)
        waiting = chain(self._list_unsaved(), self._list_pages())
        self.page.show_unfinished(list(islice(waiting, _MOST_UNFINISHED)))

    def _list_unsaved(self) -> Iterator[Unfinished]:
        """What is unsaved, without what comes next."""
        session, offered = self._session, self._offers.new_work()
        if not (self._state and self._state.next_page):
            offered = None
        for kept in self._actions.list_kept():
            if offered is None or offered.kept is not kept:
                about = self.tr("Left at {0}, not saved").format(write_moment(kept.draft.last))
                restore = partial(self._actions.restore, kept)
                yield Unfinished(kept.name or self.tr("New issue"), about, "pencil", restore)
        is_offered = offered is not None and offered.kept is None
        if session.is_open and not session.saved and not is_offered:
            about = self.tr("Open, not saved yet")
            name = session.title or self.tr("New issue")
            yield Unfinished(name, about, "pencil", self._actions.show_document)

    def _list_pages(self) -> Iterator[Unfinished]:
        for page in self.library.pages:
            if page.path == self._session.path:
                continue
            if page.path in self._unpublished:
                about, sign = self.tr("Changed, not published yet"), "hourglass"
            elif page.is_draft and not (page.day and date.today() - page.day > _FORGOTTEN):
                about, sign = self.tr("Draft"), "pencil"
            else:
                continue
            open_page = partial(self._actions.open_path, page.path)
            yield Unfinished(page.title, about, sign, open_page)

    def search(self, words: str) -> None:
        """Put the focus into the line that searches all pages.

        Args:
            words: What is searched for; "" leaves what is there.
        """
        if words:
            self.page.list.search.setText(words)
        self.page.list.search.setFocus()
        self.page.list.search.selectAll()

    def close_down(self) -> None:
        """Take no more work."""
        self._looking.close()
        self.page.close_down()
        self.library.close_down()


def _recent_page(path: Path) -> "PageFacts":
    """A recently used file, of which only the name is known."""
    from editor.app.library.page_facts import PageFacts

    return PageFacts(path, path.name, None, str(path.parent), "", False, "", 0, 0)
