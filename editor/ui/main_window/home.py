"""Home, filled: the site's pages followed, what comes next, what is not finished, several sites."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QMenu, QWidget

from editor.app.document.session import Session
from editor.app.library.library import Library
from editor.app.library.next_page import NextPage, find_next_page
from editor.app.library.page_facts import PageFacts
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.app.services.site_reading import read_site
from editor.core.issue.issue import issue_title
from editor.ui.home.home_page import HomePage, Offer, Unfinished

_MOST_UNFINISHED = 4
_MOST_SITES = 12


@dataclass(frozen=True, slots=True)
class HomeActions:
    """What home lets the window do."""

    new_issue: Callable[[], object]
    open_dialog: Callable[[], object]
    open_sample: Callable[[], object]
    start_tour: Callable[[], object]
    choose_site: Callable[[], object]
    open_path: Callable[[Path, str], object]
    """Open a file, at words where they are given."""
    show_document: Callable[[], object]
    """Return to the open document."""


@dataclass(frozen=True, slots=True)
class _SiteState:
    """What is found out about a site besides its pages."""

    next_page: NextPage | None
    unpublished: frozenset[Path]


class Home(QObject):
    """Fills the page whenever it is shown, and while files are read."""

    def __init__(
        self, session: Session, settings: Settings, actions: HomeActions, parent: QWidget
    ) -> None:
        """Make it; ``show`` fills the page.

        Args:
            session: The open document, if any.
            settings: Remembers sites and recent files.
            actions: The window's own functions.
            parent: The window.
        """
        super().__init__(parent)
        self._session, self._settings, self._actions = session, settings, actions
        self.page = HomePage()
        self.library = Library(session.registry, self)
        self.library.listed.connect(self._on_listed)
        self.library.found.connect(self.page.list.show_result)
        self._looking = BackgroundTask(self, "home")
        self._looking.done.connect(self._on_looked)
        self._unpublished: frozenset[Path] = frozenset()
        self.page.list.page_wanted.connect(lambda path, words: actions.open_path(path, words))
        self.page.list.words_typed.connect(self.library.search)
        self.page.site_menu_wanted.connect(self._fill_menu)
        self._offer_first()

    # --- the site ---------------------------------------------------------------------------------

    @property
    def site(self) -> Path | None:
        """The folder of the site that is shown."""
        name = self._settings.now.site
        return Path(name) if name and Path(name).is_dir() else None

    def show(self) -> None:
        """Look at the site again, and show what there is of it."""
        self._show_unfinished()
        self.page.show_site(self._name(self.site), "")
        if self.site != self.library.root:
            self._unpublished = frozenset()
            self._offer_first() if self.site is None else self._offer_soon()
        self.library.follow(self.site)

    def remember_site(self, root: Path) -> None:
        """Take a site among those that are offered.

        Args:
            root: Its folder.
        """
        sites = (str(root), *(name for name in self._settings.now.sites if name != str(root)))
        self._settings.keep(sites=sites[:_MOST_SITES], site=str(root))

    def _name(self, root: Path | None) -> str:
        """The name of a site: where it is on the web, else its title, else its folder."""
        if root is None:
            return self.tr("No site yet")
        configuration = read_site(root)
        if configuration and configuration.address:
            address = configuration.address.partition("://")[2].strip("/")
            if address and not address.startswith("localhost"):
                return address
        return (configuration.title if configuration else "") or root.name

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        for name in self._settings.now.sites:
            root = Path(name)
            action = menu.addAction(self._name(root).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(root == self.site)
            action.setEnabled(root.is_dir())
            action.triggered.connect(lambda _=False, root=root: self.switch(root))
        menu.addSeparator()
        menu.addAction(self.tr("Another site’s &folder…")).triggered.connect(
            lambda: self._actions.choose_site()
        )
        if self.site:
            menu.addAction(self.tr("&Take this site off the list")).triggered.connect(self._forget)

    def switch(self, root: Path) -> None:
        """Show another site.

        Args:
            root: Its folder.
        """
        self.remember_site(root)
        self._session.remembered_site = root
        self.show()

    def _forget(self) -> None:
        sites = tuple(name for name in self._settings.now.sites if Path(name) != self.site)
        self._settings.keep(sites=sites, site=sites[0] if sites else "")
        self.show()

    # --- what there is ----------------------------------------------------------------------------

    def _on_listed(self, pages: list[PageFacts], is_whole: bool) -> None:
        if self.site is None:
            pages = [_recent_page(Path(name)) for name in self._settings.now.recent]
            pages = [page for page in pages if page.path.is_file()]
        words = self.tr("%n page(s)", "", len(pages))
        if not is_whole:
            words = self.tr("reading… {0}").format(words)
        self.page.show_site(self._name(self.site), words if self.site else "")
        self.page.list.setVisible(bool(pages) or self.site is not None)
        had_rows = bool(self.page.list.model.rows)
        self.page.list.show_pages(pages, self._unpublished)
        self._show_unfinished()
        if not had_rows and self.page.isVisible() and not self.page.list.search.hasFocus():
            self.page.take_focus()
        if is_whole and self.site:
            self._look(self.site, pages)
        elif self.site is None:
            self._offer_first()

    def _look(self, root: Path, pages: list[PageFacts]) -> None:
        registry, today = self._session.registry, date.today()
        asks_git = str(root) in self._settings.now.git_sites

        def look(_: object) -> _SiteState:
            from editor.app.site.git_changes import list_unpublished

            unpublished = list_unpublished(root) if asks_git else frozenset[Path]()
            return _SiteState(find_next_page(pages, registry, today), unpublished)

        self._looking.start(look)

    def _on_looked(self, state: _SiteState) -> None:
        if state.unpublished != self._unpublished:
            self._unpublished = state.unpublished
            self.page.list.show_pages(self.library.pages, state.unpublished)
        if state.next_page:
            self.page.show_offer(self._make_offer(state.next_page))
        else:
            self.page.show_offer(
                Offer(
                    self.tr("No issues yet"),
                    self.tr("Nothing on this site looks like an issue of a newsletter yet."),
                    self.tr("Begin an issue…"),
                    self._actions.new_issue,
                    self.tr("Open…"),
                    self._actions.open_dialog,
                )
            )

    # --- the next step ----------------------------------------------------------------------------

    def _offer_first(self) -> None:
        """Offer what somebody needs who sees the program for the first time."""
        self.page.show_offer(
            Offer(
                self.tr("Which newsletter do you write?"),
                self.tr(
                    "Choose the folder of its website: all its issues are listed here then. "
                    "A single Markdown file can be opened, too, or dropped on this window."
                ),
                self.tr("Choose the site’s folder…"),
                self._actions.choose_site,
                self.tr("Take the tour with a sample"),
                self._actions.start_tour,
            )
        )

    def _offer_soon(self) -> None:
        """Offer what is possible while the pages are still being read."""
        title = self.tr("Looking what comes next…")
        about = self.tr("The pages of the site are being read.")
        self.page.show_offer(
            Offer(title, about, self.tr("Begin an issue…"), self._actions.new_issue)
        )

    def _make_offer(self, found: NextPage) -> Offer:
        day = QLocale().toString(found.day, QLocale.FormatType.LongFormat)  # type: ignore[call-overload]
        begun = found.begun
        if begun:
            return Offer(
                begun.title,
                self.tr("Begun. It comes out on {0}.").format(day),
                self.tr("Continue writing"),
                lambda: self._actions.open_path(begun.path, ""),
                self.tr("Another issue…"),
                self._actions.new_issue,
            )
        about = self.tr("Comes out on {0}. What goes on is taken over from the issue before.")
        if found.month:
            month = QLocale().standaloneMonthName(found.month)
            title = self.tr("Next issue: {0} {1}").format(month, found.year)
            button = self.tr("Begin the {0} issue…").format(month)
        else:
            title = found.title or self.tr("Next issue")
            button = self.tr("Begin the next issue…")
        return Offer(title, about.format(day), button, self._actions.new_issue)

    def _show_unfinished(self) -> None:
        rows: list[Unfinished] = []
        session = self._session
        if session.is_open:
            saved = self.tr("Open, saved") if session.saved else self.tr("Open, not saved yet")
            title = issue_title(session.issue) or self.tr("New issue")
            rows.append(Unfinished(title, saved, "pencil", self._actions.show_document))
        for page in self.library.pages:
            if page.path == session.path or len(rows) >= _MOST_UNFINISHED:
                continue
            if page.path in self._unpublished:
                about, sign = self.tr("Changed, not published yet"), "hourglass"
            elif page.is_draft:
                about, sign = self.tr("Draft"), "pencil"
            else:
                continue
            open_page = partial(self._actions.open_path, page.path, "")
            rows.append(Unfinished(page.title, about, sign, open_page))
        self.page.show_unfinished(rows)

    def search(self) -> None:
        """Put the focus into the line that searches all pages."""
        self.page.list.search.setFocus()
        self.page.list.search.selectAll()

    def close_down(self) -> None:
        """Take no more work."""
        self._looking.close()
        self.library.close_down()


def _recent_page(path: Path) -> PageFacts:
    """A recently used file, of which only the name is known."""
    return PageFacts(path, path.name, None, str(path.parent), "", False, "", 0, 0)
