"""The live preview: a page in WebEngine that swaps single blocks, or a QTextBrowser where there is none.

Locked down: JavaScript is off for the page (ours runs in its own world), an interceptor lets only the
``preview:`` scheme and data addresses through, and the scheme serves one page and raster images of the site.
"""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.renderer import Piece
from editor.app.site import Site
from editor.resources import resource

SCHEME = b"preview"
_HOST = "preview://page/"
_ALLOWED = {"preview", "data", "about", "blob"}
_TYPES = {
    ".jpg": b"image/jpeg",
    ".jpeg": b"image/jpeg",
    ".png": b"image/png",
    ".gif": b"image/gif",
    ".webp": b"image/webp",
    ".avif": b"image/avif",
    ".bmp": b"image/bmp",
}
_POLICY = "default-src 'none'; img-src preview: data:; style-src 'unsafe-inline'; font-src preview: data:; base-uri 'none'; form-action 'none'"
_PATCH = """
(function (first, gone, blocks) {
  const main = document.querySelector('main'), holder = document.createElement('template');
  const old = main.children[first + gone] || null;
  for (let i = 0; i < gone; i++) main.children[first].remove();
  holder.innerHTML = blocks.map(block => '<div class="block">' + block + '</div>').join('');
  main.insertBefore(holder.content, old);
})
"""
_SHOW = """
(function (index) {
  const block = document.querySelector('main').children[index];
  if (!block) return;
  const box = block.firstElementChild ? block.firstElementChild.getBoundingClientRect() : block.getBoundingClientRect();
  if (box.top < 40 || box.top > innerHeight - 80) scrollBy({top: box.top - innerHeight / 3, behavior: 'instant'});
})
"""


def register_scheme() -> None:
    """Must run before any other part of WebEngine is made; once per process."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


def page_html(pieces: Sequence[Piece], scheme: str = "light") -> str:
    """The page with all its blocks, "light" or "dark"; blocks are wrapped so that the n-th child is the n-th block."""
    css = resource("css", "page.css").read_text(encoding="utf-8")
    blocks = "".join(f'<div class="block">{piece.html}</div>' for piece in pieces)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    return f"<!DOCTYPE html><html class='{scheme}'><head><meta charset='utf-8'>{policy}<style>{css}.block{{display:contents}}</style></head><body><main>{blocks}</main></body></html>"


class _Gate(QWebEngineUrlRequestInterceptor):
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        if info.requestUrl().scheme() not in _ALLOWED:
            info.block(True)


class _Server(QWebEngineUrlSchemeHandler):
    """Answers ``preview://page/``: the page itself, and raster images the site has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.page = self.served = b""
        self.asset: Callable[[str], Path | None] = lambda _: None

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:  # noqa: N802 - Qt's name
        path = job.requestUrl().path(QUrl.ComponentFormattingOption.FullyDecoded)
        if path in ("", "/"):
            self.served = self.page
            self._reply(job, b"text/html", self.page)
            return
        file = self.asset(path)
        if file is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        try:
            self._reply(job, _TYPES[file.suffix.lower()], file.read_bytes())
        except OSError:
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)

    def _reply(self, job: QWebEngineUrlRequestJob, kind: bytes, data: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(kind, buffer)


class _Page(QWebEnginePage):
    link_clicked = Signal(QUrl)

    def acceptNavigationRequest(self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool) -> bool:  # noqa: N802 - Qt's name
        url = QUrl(url)
        if url.toString() == _HOST and is_main_frame:
            return True
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            if url.scheme() == "preview" and url.hasFragment():
                return True
            self.link_clicked.emit(url)
        return False

    def javaScriptConsoleMessage(self, level: object, message: str, line: int, source: str) -> None:  # noqa: N802 - Qt's name
        """Pages may grumble about what they are not allowed; nobody needs to read it."""


class WebPreview(QWebEngineView):
    """The preview in WebEngine."""

    complete = True
    """Whether it shows pages as browsers do."""
    link_clicked = Signal(QUrl)
    patched = Signal()
    """The newest pieces are in the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = QWebEngineProfile(QApplication.instance())  # must outlive the page
        self._server = _Server(self._profile)
        self._gate = _Gate(self._profile)
        self._profile.installUrlSchemeHandler(QByteArray(SCHEME), self._server)
        self._profile.setUrlRequestInterceptor(self._gate)
        self._profile.downloadRequested.connect(self._on_download)
        page = _Page(self._profile, self)
        page.destroyed.connect(self._profile.deleteLater)
        page.link_clicked.connect(self.link_clicked)
        page.newWindowRequested.connect(lambda request: self.link_clicked.emit(request.requestedUrl()))
        _lock(page.settings())
        self.setPage(page)
        page.setBackgroundColor(self.palette().color(QPalette.ColorRole.Base))
        self._pieces: list[Piece] = []
        self._loaded = False
        self.loadFinished.connect(self._on_loaded)

    def show_pieces(self, pieces: list[Piece], site: Site) -> None:
        """Show a page: the first time whole, then only the blocks that differ."""
        self._server.asset = site.asset
        old, self._pieces = self._pieces, pieces
        if not self._loaded:
            self._server.page = self._page_of(pieces)
            if self.url().isEmpty():
                self.setUrl(QUrl(_HOST))
            return
        first, gone, new = difference([piece.html for piece in old], [piece.html for piece in pieces])
        if gone or new:
            self._run(f"{_PATCH}({first}, {gone}, {json.dumps(new)})", lambda _: self.patched.emit())
        else:
            self.patched.emit()

    def reload_page(self, pieces: list[Piece], site: Site) -> None:
        """Show another document: from its top."""
        self._loaded = False
        self._pieces = pieces
        self._server.asset = site.asset
        self._server.page = self._page_of(pieces)
        self.setUrl(QUrl(_HOST))

    def _page_of(self, pieces: Sequence[Piece]) -> bytes:
        """The page in the window's colours."""
        colour = self.palette().color(QPalette.ColorRole.Base)
        self.page().setBackgroundColor(colour)
        return page_html(pieces, "dark" if colour.lightness() < 128 else "light").encode()

    def show_position(self, position: int) -> None:
        """Bring the block that was made from a position of the text into view."""
        index = next((i for i, piece in enumerate(self._pieces) if piece.start <= position < piece.end), None)
        if index is not None and self._loaded:
            self._run(f"{_SHOW}({index})")

    def _run(self, script: str, done: Callable[[object], None] = lambda _: None) -> None:
        self.page().runJavaScript(script, QWebEngineScript.ScriptWorldId.ApplicationWorld, done)

    def _on_loaded(self, _: bool) -> None:
        self._loaded = True
        pieces, self._pieces = self._pieces, list(self._pieces)
        if self._page_of(pieces) != self._server.served:
            self._run(f"{_PATCH}(0, document.querySelector('main').children.length, {json.dumps([piece.html for piece in pieces])})")
        self.patched.emit()

    def _on_download(self, request: object) -> None:
        """A calendar link was clicked: the window decides what becomes of it; nothing is written."""
        self.link_clicked.emit(request.url())  # type: ignore[attr-defined]
        request.cancel()  # type: ignore[attr-defined]

    def close_down(self) -> None:
        """Stop; the page goes with the view, and the profile follows the page: any other order crashes."""
        self.stop()


def _lock(settings: QWebEngineSettings) -> None:
    off = (
        QWebEngineSettings.WebAttribute.JavascriptEnabled,
        QWebEngineSettings.WebAttribute.LocalStorageEnabled,
        QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
        QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
        QWebEngineSettings.WebAttribute.PluginsEnabled,
        QWebEngineSettings.WebAttribute.AutoLoadIconsForPage,
        QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
        QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    )
    for attribute in off:
        settings.setAttribute(attribute, False)


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, list[str]]:
    """What to do to ``old`` to get ``new``: from which index, how many to take out, what to put in.

    >>> difference(["a", "b", "c"], ["a", "x", "c"])
    (1, 1, ['x'])
    """
    limit = min(len(old), len(new))
    head = next((i for i in range(limit) if old[i] != new[i]), limit)
    limit -= head
    tail = next((i for i in range(limit) if old[-1 - i] != new[-1 - i]), limit)
    return head, len(old) - head - tail, list(new[head : len(new) - tail])
