"""An address that was pasted alone can get the title of its page as its words, on a click."""

from PySide6.QtCore import QObject, Signal
from selectolax.lexbor import LexborHTMLParser

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.fetch import FetchedPage, fetch
from editor.app.services.settings import Settings
from editor.core.base.edits import Edit
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.importers.pages import decode_page
from editor.core.richtext.pictures import write_alt
from editor.ui.wording.translation import translated
from editor.ui.writing.writing_pane import WritingPane

_LONGEST = 200


class LinkTitles(QObject):
    """Offers, fetches and writes titles. Nothing is asked of the network before the click."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(self, session: Session, settings: Settings, pane: WritingPane) -> None:
        super().__init__(pane)
        self._session, self._settings = session, settings
        self._address = ""
        self._task = BackgroundTask(self, "title of a page")
        self._task.done.connect(self._on_fetched)
        self._task.failed.connect(self._on_failed)
        pane.address_pasted.connect(self._offer)

    def _offer(self, address: str) -> None:
        actions = [(self.tr("Take the page’s title"), lambda: self._fetch(address))]
        text = self.tr("The address is a link now. Its words can be the title of its page.")
        self.message_posted.emit(text, actions, False)

    def _fetch(self, address: str) -> None:
        self._address = address
        private = self._settings.now.private_addresses
        self.message_posted.emit(
            self.tr("Asking for the title…"), [(self.tr("Stop"), self._task.cancel)], False
        )
        self._task.start(lambda stop: fetch(address, private=private, stop=stop))

    def _on_fetched(self, page: FetchedPage) -> None:
        try:
            node = LexborHTMLParser(decode_page(page.data, page.address)).css_first("title")
        except UserFacingError as error:
            self._on_failed(error.message)
            return
        title = " ".join(node.text().split())[:_LONGEST] if node else ""
        if not title:
            self.message_posted.emit(self.tr("The page has no title."), [], True)
        elif self._write(title):
            self.message_posted.emit(self.tr("The words of the link are “{0}” now.").format(title),
                                     [], False)  # fmt: skip

    def _write(self, title: str) -> bool:
        """Put the title in place of the bare address, where that still stands alone."""
        text, address = self._session.text, self._address
        start = text.rfind(address)
        while start >= 0 and text[start - 1 : start] in ("(", "<", '"', "'"):
            start = text.rfind(address, 0, start)
        if start < 0:
            self.message_posted.emit(
                self.tr("The address does not stand there any more."), [], True
            )
            return False
        edit = Edit(start, start + len(address), f"[{write_alt(title)}]({address})")
        return self._session.apply([edit], self.tr("Title of the page"))

    def _on_failed(self, message: Message) -> None:
        self.message_posted.emit(translated(message), [], True)

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close()
