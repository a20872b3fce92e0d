"""The lock on the preview: an own scheme, and nothing but it.

JavaScript is off for pages (ours runs in its own world), an interceptor lets only the ``preview:`` scheme and
data addresses through, and the scheme serves one page and what the site has of images and fonts.
"""

import os
from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from editor.app.site.site import TYPES
from editor.ui.preview.scripts import VOICE

SCHEME = b"preview"
HOME = "preview://page/"
_ALLOWED = {"preview", "data", "about", "blob"}
_LINK = QWebEnginePage.NavigationType.NavigationTypeLinkClicked


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


_MISSING = """<svg xmlns="http://www.w3.org/2000/svg" width="800" height="120"><rect width="800" height="120" fill="#8884" stroke="#888"
stroke-dasharray="6"/><text x="400" y="68" font-family="sans-serif" font-size="22" fill="#888" text-anchor="middle">? {}</text></svg>"""
"""Stands where a picture is that the site has not (or not yet)."""


class RequestInterceptor(QWebEngineUrlRequestInterceptor):
    """Blocks every request but the preview's own; images of other sites only where somebody has allowed them."""

    remote_images = False

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        scheme = info.requestUrl().scheme()
        image = info.resourceType() == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage
        if scheme not in _ALLOWED and not (
            self.remote_images and image and scheme in ("http", "https")
        ):
            info.block(True)


class PageServer(QWebEngineUrlSchemeHandler):
    """Answers ``preview://page/``: the page itself, and the images and fonts the site has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.page = self.served = b""
        self.times = 0
        """How often the page has been asked for."""
        self.asset: Callable[[str], Path | None] = lambda _: None

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:  # noqa: N802 - Qt's name
        path = job.requestUrl().path(QUrl.ComponentFormattingOption.FullyDecoded)
        if path in ("", "/"):
            self.served, self.times = self.page, self.times + 1
            self._reply(job, b"text/html", self.page)
            return
        file = self.asset(path)
        if file is None:
            self._reply(
                job, b"image/svg+xml", _MISSING.format(escape(Path(path).name[:60])).encode()
            )
            return
        try:
            self._reply(job, TYPES[file.suffix.lower()].encode(), file.read_bytes())
        except OSError:
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)

    def _reply(self, job: QWebEngineUrlRequestJob, kind: bytes, data: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.setAdditionalResponseHeaders({QByteArray(b"Cache-Control"): [QByteArray(b"no-store")]})  # type: ignore[dict-item]  # a picture may be another one
        job.reply(kind, buffer)


class LockedPage(QWebEnginePage):
    """A page that goes nowhere: links and our own world's words come out as signals."""

    link_clicked = Signal(QUrl)
    said = Signal(str)
    """A message of our own world, as JSON."""

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        url = QUrl(url)
        if url.toString() == HOME and is_main_frame:
            return True
        if kind == _LINK and url.scheme() == "preview" and url.hasFragment():
            return True
        if kind == _LINK:
            self.link_clicked.emit(url)
        return False

    def javaScriptConsoleMessage(self, level: object, message: str, line: int, source: str) -> None:  # noqa: N802 - Qt's name
        if message.startswith(VOICE):
            self.said.emit(message.removeprefix(VOICE))


def harden_settings(settings: QWebEngineSettings) -> None:
    """Everything off that a page could do something with."""
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
    settings.setUnknownUrlSchemePolicy(
        QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
    )
