"""Links clicked in the preview: their address is shown before anything opens."""

from urllib.parse import unquote

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from editor.app.document.session import Session
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.wording.shortening import shorten_address


class PreviewLinks(QObject):
    """Says in the message bar where a link leads; calendar entries in words."""

    def __init__(self, session: Session, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._bar = session, bar

    def follow(self, url: QUrl) -> None:
        """Show where a link leads, and offer to open what a browser can."""
        # encoded, so that nothing looks like another address
        from editor.core.markdown.placeholders import SCHEME

        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.scheme() == "data":
            self._show_calendar_entry(address)
        elif url.scheme() == SCHEME:
            tag = unquote(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
            text = self.tr("The site writes this address when it is built: {0}")
            self._bar.say(text.format(tag))
        elif url.scheme() in ("http", "https", "mailto"):
            open_link = (self.tr("Open in the browser"), lambda: QDesktopServices.openUrl(url))
            self._bar.say(shorten_address(address), [open_link])
        else:
            text = self.tr("The address “{0}” is not opened from here.")
            self._bar.say(text.format(shorten_address(address)))

    def _show_calendar_entry(self, address: str) -> None:
        from editor.core.events.link_reading import read_link
        from editor.ui.wording.calendar_text import describe_entry

        entry = read_link(address)
        if entry:
            words = describe_entry(entry, self._session.profile.timezone)
            self._bar.say(f"📅 {entry.summary}: {words}")
