"""The preview in WebEngine: loads a page once, then swaps only the blocks that differ."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QPageLayout, QPalette
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from editor.app.site.site import Site
from editor.core.rendering.blocks import PageBlocks
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

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MAX_RESTARTS = 5
_SCRIPT_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
_MAX_WORD = 100
"""Characters of a double-clicked word that are taken from the page."""


class WebView(QWebEngineView):
    """A PreviewView in WebEngine."""

    complete = True
    link_clicked = Signal(QUrl)
    patched = Signal()
    place_chosen = Signal(object, str, int)
    image_chosen = Signal()
    calendar_pointed = Signal(object, str, bool)
    calendar_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = QWebEngineProfile(QApplication.instance())  # must outlive the page
        self._server = PageServer(self._profile)
        self._interceptor = RequestInterceptor(self._profile)
        self._profile.installUrlSchemeHandler(QByteArray(SCHEME), self._server)
        self._profile.setUrlRequestInterceptor(self._interceptor)
        self._profile.downloadRequested.connect(self._on_download)
        self._make_page()
        self._shown = self._sent = Page("", PageBlocks(), Site(None, None), PageLook())
        """The newest page, and the one that was loaded last."""
        self._loaded = self._loading = False
        self._scroll = 0.0
        """Where the page is scrolled to once it is loaded."""
        self._restarts = self._times_served = 0
        self.loadFinished.connect(self._on_loaded)
        self.renderProcessTerminated.connect(lambda *_: self._on_process_ended())
        # the page inside has the focus; of its own the view is nothing to a screen reader
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(QCoreApplication.translate("PreviewPane", "Preview"))
        # Qt's own menu would reload an old page
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def _make_page(self) -> None:
        page = LockedPage(self._profile, self)
        page.destroyed.connect(self._profile.deleteLater)
        page.link_clicked.connect(self.link_clicked)
        page.message_received.connect(self._on_message)
        page.newWindowRequested.connect(
            lambda request: self.link_clicked.emit(request.requestedUrl())
        )
        harden_settings(page.settings())
        self.setPage(page)
        page.setBackgroundColor(self.palette().color(QPalette.ColorRole.Base))

    @property
    def widget(self) -> QWidget:
        return self

    # --- showing ---------------------------------------------------------------------------------

    def show_page(self, new: Page) -> None:
        """Show a page: whole where document or look differ, else only the blocks that do."""
        old, self._shown = self._shown, new
        self._server.asset = new.site.asset
        is_same_document = old.document == new.document
        is_patchable = is_same_document and old.look == new.look
        if not is_patchable or not (self._loaded or self._loading):
            self._scroll = self.page().scrollPosition().y() if is_same_document else 0.0
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
            arguments = f"{change.inside}, {change.first}, {change.gone}, {json.dumps(change.new)}"
            self._run(f"rundbrief.patch({arguments})", lambda _: self.patched.emit())
        else:
            self.patched.emit()

    def show_position(self, position: int, *, point: bool = False) -> None:
        place = find_place(self._shown, position)
        if place is not None and self._loaded:
            arguments = f"{place.block}, {place.item}, {place.line}, {str(point).lower()}"
            self._run(f"rundbrief.show({arguments})")

    def set_paper(self, color: QColor) -> None:
        self.page().setBackgroundColor(color)

    def _run(self, script: str, done: Callable[[object], None] = lambda _: None) -> None:
        self.page().runJavaScript(script, _SCRIPT_WORLD, done)

    def _on_loaded(self, _: bool) -> None:
        if self._server.served is not self._server.page:
            return  # a load that a later one has overtaken
        if not self._loading:
            if self._server.times > self._times_served:
                self._load()  # the page was loaded again, without what was patched since
            return
        self._times_served = self._server.times
        self._loading, self._loaded = False, True
        if inner := self.focusProxy():
            inner.setAccessibleName(self.accessibleName())
        self._run(SETUP)
        if self._scroll:
            self._run(f"scrollTo(0, {self._scroll / max(self.zoomFactor(), 0.01)})")
        self._patch(self._sent)  # the text may have gone on while the page was loading

    def _on_process_ended(self) -> None:
        """Load the page again in a new process of the engine, but not for ever."""
        self._restarts += 1
        if self._restarts <= _MAX_RESTARTS:
            QTimer.singleShot(0, self._load)

    # --- finding, and the way out ----------------------------------------------------------------

    def selected_text(self) -> str:
        return self.selectedText()

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        flags = LockedPage.FindFlag(0)
        if back:
            flags = LockedPage.FindFlag.FindBackward
        self.page().findText(
            words, flags, lambda result: done(result.activeMatch(), result.numberOfMatches())
        )

    def print_to(self, printer: "QPrinter") -> None:
        self.print(printer)

    def write_pdf(self, layout: QPageLayout, done: Callable[[bytes], None]) -> None:
        self.page().printToPdf(lambda data: done(bytes(data.data())), layout)

    # --- the user's hands ------------------------------------------------------------------------

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        names = {
            QWebEnginePage.WebAction.Copy: self.tr("Copy"),
            QWebEnginePage.WebAction.SelectAll: self.tr("Select all"),
        }
        for action, name in names.items():
            self.pageAction(action).setText(name)
            menu.addAction(self.pageAction(action))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(position))

    def _on_message(self, json_text: str) -> None:
        """Pass on what the script in the page has noticed."""
        message = json.loads(json_text)
        kind, place = message["kind"], message.get("place")
        if kind == "go":
            word = message["word"][:_MAX_WORD]
            self.place_chosen.emit(PagePosition(*place), word, message["nth"])
        elif kind == "image":
            self.image_chosen.emit()
        elif kind == "calendar" and place:
            is_click = message["stay"]
            self.calendar_pointed.emit(PagePosition(*place), message["href"], is_click)
        elif kind == "link":
            self.link_clicked.emit(QUrl(message["href"]))
        elif kind == "left":
            self.calendar_left.emit()

    def _on_download(self, request: QWebEngineDownloadRequest) -> None:
        """Write nothing: the window decides what becomes of the address."""
        self.link_clicked.emit(request.url())
        request.cancel()

    def close_down(self) -> None:
        """Stop; the page goes with the view, and the profile follows it.

        Any other order crashes.
        """
        self.stop()
