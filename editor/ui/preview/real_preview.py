"""The real site's page in the preview's place: its generator's, and nothing but it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.site.hugo import HugoServer
from editor.app.site.site_programs import SiteProgram
from editor.app.site.site_server import SiteServer
from editor.core.base.messages import Message
from editor.ui.preview.request_interceptor import harden_settings
from editor.ui.wording.translation import translated

_BUILD_DELAY = 300
"""Milliseconds of quiet in typing before the page is built anew."""
_LINK = QWebEnginePage.NavigationType.NavigationTypeLinkClicked


class _LoopbackInterceptor(QWebEngineUrlRequestInterceptor):
    """Blocks every request but those to the one server, on this machine, and data addresses."""

    origin = QUrl()

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        url = info.requestUrl()
        if url.scheme() != "data" and not _is_same_origin(url, self.origin):
            info.block(True)


class _SitePage(QWebEnginePage):
    link_clicked = Signal(QUrl)
    origin = QUrl()

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        url = QUrl(url)
        if _is_same_origin(url, self.origin):
            return True
        if kind == _LINK:
            self.link_clicked.emit(url)
        return False


def _is_same_origin(url: QUrl, origin: QUrl) -> bool:
    return (
        url.scheme() == origin.scheme()
        and url.host() == origin.host()
        and url.port() == origin.port()
    )


class RealView(QWebEngineView):
    """A page of the real site. Its scripts are off, and it reaches nothing outside."""

    link_clicked = Signal(QUrl)

    def __init__(self) -> None:
        super().__init__()
        self._profile = QWebEngineProfile(QApplication.instance())  # must outlive the page
        self._interceptor = _LoopbackInterceptor(self._profile)
        self._profile.setUrlRequestInterceptor(self._interceptor)
        self._profile.downloadRequested.connect(self._on_download)
        page = self._site_page = _SitePage(self._profile, self)
        page.destroyed.connect(self._profile.deleteLater)
        page.link_clicked.connect(self.link_clicked)
        page.newWindowRequested.connect(
            lambda request: self.link_clicked.emit(request.requestedUrl())
        )
        harden_settings(page.settings())
        self.setPage(page)

    def show_address(self, address: str) -> None:
        """Show a page; everything but its server is out of reach from then on.

        Args:
            address: The page's URL on its server.
        """
        self._interceptor.origin = self._site_page.origin = QUrl(address)
        self.setUrl(QUrl(address))

    def _on_download(self, request: QWebEngineDownloadRequest) -> None:
        self.link_clicked.emit(request.url())
        request.cancel()


class RealPreview(QObject):
    """The generator's server and its view; one at a time, until it is ended."""

    shown = Signal(QWidget)
    """The view, which is about to have a page."""
    ended = Signal()
    link_clicked = Signal(QUrl)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.view: RealView | None = None
        self._server: HugoServer | SiteServer | None = None
        self._data = b""
        self._build_timer = QTimer(self, singleShot=True, interval=_BUILD_DELAY)
        self._build_timer.timeout.connect(self._update)

    @property
    def running(self) -> bool:
        """Whether the page is being built or served."""
        return self._server is not None

    def start(self, root: Path, path: Path, data: bytes, row: SiteProgram | None) -> None:
        """Build the page of a file and serve it.

        Args:
            root: The folder of the site.
            path: The file in it.
            data: The bytes that the file is taken to have; the file itself is not touched.
            row: The program that builds the site; None for Hugo.
        """
        self.end()
        server = self._server = SiteServer(row, self) if row else HugoServer(self)
        server.ready.connect(self._on_ready)
        server.built.connect(self._on_built)
        server.failed.connect(self._on_failed)
        server.ended.connect(self.end)
        server.start(root, path, data)

    def update(self, data: bytes) -> None:
        """Build the page anew with another text, when typing rests.

        Args:
            data: The bytes that the file is taken to have.
        """
        self._data = data
        self._build_timer.start()

    def _update(self) -> None:
        if self._server:
            self._server.update(self._data)

    def _on_ready(self, address: str) -> None:
        view = self.view = RealView()
        view.link_clicked.connect(self.link_clicked)
        self.shown.emit(view)
        view.show_address(address)

    def _on_built(self) -> None:
        if self.view is not None:
            self.view.reload()

    def _on_failed(self, message: Message) -> None:
        """Give up before there is a page; later the last good page stays."""
        self.refused.emit(translated(message))
        if self.view is None:
            self.end()

    def end(self) -> None:
        """Take down the server, the view and the copy of the site; none running is fine."""
        self._build_timer.stop()
        server, view = self._server, self.view
        self._server = self.view = None
        if server:
            server.stop()
            server.deleteLater()
        if view is not None:
            view.hide()
            view.deleteLater()
        if server:
            self.ended.emit()
