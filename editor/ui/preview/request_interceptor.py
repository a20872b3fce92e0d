"""The lock on the preview: a scheme of its own, and nothing else.

JavaScript is off for pages (ours runs in its own world), an interceptor lets only the ``preview:``
scheme and data addresses through, and the scheme serves one page and the images and fonts of the
site.
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
from editor.ui.preview.scripts import MESSAGE_PREFIX

SCHEME = b"preview"
HOME = "preview://page/"
_ALLOWED = {"preview", "data", "about", "blob"}
_LINK = QWebEnginePage.NavigationType.NavigationTypeLinkClicked


def register_scheme() -> None:
    """Register the preview's scheme.

    It must run before any other part of WebEngine is made; a second call does nothing.
    """
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


_MISSING_IMAGE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="120">'
    '<rect width="800" height="120" fill="#8884" stroke="#888" stroke-dasharray="6"/>'
    '<text x="400" y="68" font-family="sans-serif" font-size="22" fill="#888"'
    ' text-anchor="middle">{}</text></svg>'
)
"""Stands in for a picture that the site does not have, or not yet."""
_MAX_NAME = 60
"""Characters of a missing picture's name that are shown."""


class RequestInterceptor(QWebEngineUrlRequestInterceptor):
    """Blocks every request but the preview's own."""

    remote_images = False
    """Whether the user has allowed the images of other sites."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        scheme = info.requestUrl().scheme()
        is_image = info.resourceType() == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage
        is_allowed_image = self.remote_images and is_image and scheme in ("http", "https")
        if scheme not in _ALLOWED and not is_allowed_image:
            info.block(True)


class PageServer(QWebEngineUrlSchemeHandler):
    """Answers ``preview://page/``: the page itself, and the images and fonts the site has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.page = self.served = b""
        """The page as HTML, and the one that was served last."""
        self.times = 0
        """How often a page has been served."""
        self.asset: Callable[[str], Path | None] = lambda _: None
        """Finds the file of an address; None where the site has none."""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:  # noqa: N802 - Qt's name
        path = job.requestUrl().path(QUrl.ComponentFormattingOption.FullyDecoded)
        if path in ("", "/"):
            self.served, self.times = self.page, self.times + 1
            self._reply(job, b"text/html", self.page)
            return
        file = self.asset(path)
        if file is None:
            words = self.tr("{0} is not there yet").format(Path(path).name[:_MAX_NAME])
            image = _MISSING_IMAGE.format(escape(words))
            self._reply(job, b"image/svg+xml", image.encode())
            return
        try:
            self._reply(job, TYPES[file.suffix.lower()].encode(), file.read_bytes())
        except OSError:
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)

    def _reply(self, job: QWebEngineUrlRequestJob, media_type: bytes, data: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        # a picture may be another one under the same address
        headers = {QByteArray(b"Cache-Control"): [QByteArray(b"no-store")]}
        job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]
        job.reply(media_type, buffer)


class LockedPage(QWebEnginePage):
    """A page that goes nowhere: links and the messages of our own script come out as signals."""

    link_clicked = Signal(QUrl)
    message_received = Signal(str)
    """A message of our own script, as JSON."""

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        url = QUrl(url)
        if url.toString() == HOME and is_main_frame:
            return True
        if kind != _LINK:
            return False
        if url.scheme() == "preview" and url.hasFragment():
            return True
        self.link_clicked.emit(url)
        return False

    def javaScriptConsoleMessage(  # noqa: N802 - Qt's name
        self, level: object, message: str, line: int, source: str
    ) -> None:
        if message.startswith(MESSAGE_PREFIX):
            self.message_received.emit(message.removeprefix(MESSAGE_PREFIX))


def harden_settings(settings: QWebEngineSettings) -> None:
    """Switch off everything that a page could do something with.

    Args:
        settings: The settings of a page; scripts in our own world still run.
    """
    attributes = (
        QWebEngineSettings.WebAttribute.JavascriptEnabled,
        QWebEngineSettings.WebAttribute.LocalStorageEnabled,
        QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
        QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
        QWebEngineSettings.WebAttribute.PluginsEnabled,
        QWebEngineSettings.WebAttribute.AutoLoadIconsForPage,
        QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
        QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    )
    for attribute in attributes:
        settings.setAttribute(attribute, False)
    settings.setUnknownUrlSchemePolicy(
        QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
    )
