"""The preview in WebEngine: loads a page once, then swaps only the blocks that differ."""

import json
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from editor.app.site.site import Site
from editor.ui.preview.page import Page, PageLook, PagePosition, find_change, find_place, write_html
from editor.ui.preview.request_interceptor import (
    HOME,
    SCHEME,
    LockedPage,
    PageServer,
    RequestInterceptor,
    harden_settings,
)
from editor.ui.preview.scripts import SETUP

_MOST_DEATHS = 5
_OURS = QWebEngineScript.ScriptWorldId.ApplicationWorld


class WebView(QWebEngineView):
    """The preview in WebEngine."""

    complete = True
    """Whether it shows pages as browsers do."""
    link_clicked = Signal(QUrl)
    patched = Signal()
    """The newest page is shown."""
    place_chosen = Signal(object, str, int)
    """A double click, as Place, with the word under it and how many of these stand before it there."""
    image_chosen = Signal()
    """A double click on the header image."""
    calendar_pointed = Signal(object, str, bool)
    """The pointer is on a calendar link: its Place, its address, and whether it was clicked."""
    calendar_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = QWebEngineProfile(QApplication.instance())  # must outlive the page
        self._server = PageServer(self._profile)
        self._interceptor = RequestInterceptor(self._profile)
        self._profile.installUrlSchemeHandler(QByteArray(SCHEME), self._server)
        self._profile.setUrlRequestInterceptor(self._interceptor)
        self._profile.downloadRequested.connect(self._on_download)
        page = LockedPage(self._profile, self)
        page.destroyed.connect(self._profile.deleteLater)
        page.link_clicked.connect(self.link_clicked)
        page.said.connect(self._on_said)
        page.newWindowRequested.connect(
            lambda request: self.link_clicked.emit(request.requestedUrl())
        )
        harden_settings(page.settings())
        self.setPage(page)
        page.setBackgroundColor(self.palette().color(QPalette.ColorRole.Base))
        self._shown = self._sent = Page("", [], Site(None, None), PageLook())
        self._loaded = self._loading = False
        self._scroll = 0.0
        self._deaths = self._asked = 0
        self.loadFinished.connect(self._on_loaded)
        self.renderProcessTerminated.connect(lambda *_: self._on_death())
        self.setContextMenuPolicy(
            Qt.ContextMenuPolicy.CustomContextMenu
        )  # Qt's own would reload an old page
        self.customContextMenuRequested.connect(self._show_menu)

    def show_page(self, new: Page) -> None:
        """Show a page: whole where document or look are others, else only the blocks that differ."""
        old, self._shown = self._shown, new
        self._server.asset = new.site.asset
        same = old.document == new.document and old.look == new.look
        if not same or not (self._loaded or self._loading):
            self._scroll = self.page().scrollPosition().y() if old.document == new.document else 0.0
            self._load()
        elif self._loaded:
            self._patch(old)

    def _load(self) -> None:
        self._loaded, self._loading = False, True
        self._sent = self._shown
        self._interceptor.remote_images = self._shown.look.remote_images
        self._server.page = write_html(self._shown).encode()
        self.setUrl(QUrl(HOME))

    def _patch(self, old: Page) -> None:
        change = find_change(old.blocks, self._shown.blocks)
        if change.gone or change.new:
            self._run(
                f"rundbrief.patch({change.inside}, {change.first}, {change.gone}, {json.dumps(change.new)})",
                lambda _: self.patched.emit(),
            )
        else:
            self.patched.emit()

    def show_position(self, position: int, *, point: bool = False) -> None:
        """Bring what was made from a position of the text into view; nothing moves if it is. ``point``: mark it briefly."""
        at = find_place(self._shown, position)
        if at is not None and self._loaded:
            self._run(f"rundbrief.show({at.block}, {at.item}, {at.line}, {str(point).lower()})")

    def shown(self) -> Page:
        """The page as it is shown."""
        return self._shown

    def set_paper(self, colour: QColor) -> None:
        """The colour until a page is there."""
        self.page().setBackgroundColor(colour)

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        """Find and mark words in the page; ``done`` hears which of how many it is."""
        flags = LockedPage.FindFlag.FindBackward if back else LockedPage.FindFlag(0)
        self.page().findText(
            words, flags, lambda result: done(result.activeMatch(), result.numberOfMatches())
        )

    def _run(self, script: str, done: Callable[[object], None] = lambda _: None) -> None:
        self.page().runJavaScript(script, _OURS, done)

    def _on_loaded(self, _: bool) -> None:
        if self._server.served is not self._server.page:
            return  # a load that a later one has overtaken
        if not self._loading:
            if self._server.times > self._asked:
                self._load()  # somebody has loaded the page again, without what was patched since
            return
        self._asked = self._server.times
        self._loading, self._loaded = False, True
        self._run(SETUP)
        if self._scroll:
            self._run(f"scrollTo(0, {self._scroll / max(self.zoomFactor(), 0.01)})")
        self._patch(self._sent)  # the text may have gone on while the page was loading

    def _on_death(self) -> None:
        """The engine's process has ended: begin anew, but not for ever."""
        self._deaths += 1
        if self._deaths <= _MOST_DEATHS:
            QTimer.singleShot(0, self._load)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        names = {
            QWebEnginePage.WebAction.Copy: self.tr("Copy"),
            QWebEnginePage.WebAction.SelectAll: self.tr("Select all"),
        }
        for action, name in names.items():
            self.pageAction(action).setText(name)
            menu.addAction(self.pageAction(action))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(at))

    def _on_said(self, message: str) -> None:
        said = json.loads(message)
        if said["kind"] == "go":
            self.place_chosen.emit(PagePosition(*said["place"]), said["word"][:100], said["nth"])
        elif said["kind"] == "image":
            self.image_chosen.emit()
        elif said["kind"] == "calendar" and said["place"]:
            self.calendar_pointed.emit(PagePosition(*said["place"]), said["href"], said["stay"])
        elif said["kind"] == "link":
            self.link_clicked.emit(QUrl(said["href"]))
        elif said["kind"] == "left":
            self.calendar_left.emit()

    def _on_download(self, request: object) -> None:
        """Whatever would be downloaded: the window decides what becomes of it; nothing is written."""
        self.link_clicked.emit(request.url())  # type: ignore[attr-defined]
        request.cancel()  # type: ignore[attr-defined]

    def close_down(self) -> None:
        """Stop; the page goes with the view, and the profile follows the page: any other order crashes."""
        self.stop()
