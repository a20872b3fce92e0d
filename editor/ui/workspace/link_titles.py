"""An address that was pasted alone can get the title of its page as its words, on a click."""

from PySide6.QtCore import QObject, Signal

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.fetch import FetchedPage, fetch
from editor.app.services.settings import Settings
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.richtext.blocks import Mark
from editor.core.richtext.caret import shown_span
from editor.core.richtext.pictures import write_alt
from editor.core.richtext.proof import Place
from editor.ui.wording.translation import translated
from editor.ui.writing.writing_pane import WritingPane


class LinkTitles(QObject):
    """Offers, fetches and writes titles. Nothing is asked of the network before the click."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(self, session: Session, settings: Settings, pane: WritingPane) -> None:
        super().__init__(pane)
        self._settings, self._pane = settings, pane
        self._address = ""
        self._task = BackgroundTask(self, "title of a page")
        self._task.done.connect(self._on_fetched)
        self._task.failed.connect(self._on_failed)
        pane.address_pasted.connect(self._offer)
        session.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:
            self._task.cancel()  # the title was for another document

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
        from editor.core.importers.pages import read_title

        try:
            title = read_title(page.data, page.address)
        except UserFacingError as error:
            self._on_failed(error.message)
            return
        if not title:
            self.message_posted.emit(self.tr("The page has no title."), [], True)
        elif self._write(title):
            self.message_posted.emit(self.tr("The words of the link are “{0}” now.").format(title),
                                     [], False)  # fmt: skip

    def _write(self, title: str) -> bool:
        """Put the title in place of the address, where that is a link by itself."""
        for index, placed in enumerate(self._pane.rich.blocks):
            for construct in placed.block.constructs:
                shown = shown_span(placed.block, construct.inner)
                is_bare = shown.of(placed.block.shown) == self._address
                if construct.mark is Mark.LINK and is_bare:
                    self._pane.put_caret(Place(index, shown.end), Place(index, shown.start))
                    markdown = f"[{write_alt(title)}]({self._address})"
                    return self._pane.insert_words(markdown, self.tr("Title of the page"))
        text = self.tr("The address does not stand there any more.")
        self.message_posted.emit(text, [], True)
        return False

    def _on_failed(self, message: Message) -> None:
        self.message_posted.emit(translated(message), [], True)

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close()
