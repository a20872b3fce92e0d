"""The preview's pane: the page, and what stands around it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.app.site.site import Site
from editor.core.issue.issue import Issue
from editor.core.rendering.blocks import PageBlocks
from editor.ui.preview.link_inspection import LinkInspection, ShownPage
from editor.ui.preview.page import Page, PageLook, PagePosition, word_at
from editor.ui.preview.page_frame import PageFrame, Zoomable
from editor.ui.preview.page_looks import PageLooks
from editor.ui.preview.page_output import PageOutput
from editor.ui.preview.page_search import PageSearch
from editor.ui.preview.real_switch import RealSwitch
from editor.ui.preview.toolbar import PreviewToolbar
from editor.ui.preview.view_factory import PreviewView, make_view
from editor.ui.widgets.find_bar import FindBar
from editor.ui.widgets.plain_text import PlainLabel

if TYPE_CHECKING:
    from editor.core.rendering.blocks import Omissions


class PreviewPane(QWidget):
    """Shows what the renderer made of the session's text. Its messages go out by signals."""

    link_clicked = Signal(QUrl)
    image_chosen = Signal()
    place_chosen = Signal(int)
    """A double click: the position in the text that the place was made from."""
    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""
    started = Signal()
    patched = Signal()
    drawn = Signal()
    """By another engine, or with other things left out."""

    def __init__(self, session: Session, settings: Settings) -> None:
        """Make the pane; the view of the page comes later, by ``start``.

        Args:
            session: The open document.
            settings: Remembers zoom, width and look.
        """
        super().__init__()
        self.session, self.settings = session, settings
        self.view: PreviewView | None = None
        self.omitted: Omissions | None = None
        self._page = Page("", PageBlocks(), Site(None, None), PageLook())
        self._issue: Issue | None = None
        self._make()
        self._lay_out()
        self._connect()
        self.frame.show_zoom()

    # --- building --------------------------------------------------------------------------------

    def _make(self) -> None:
        self.looks = PageLooks(self.settings, self)
        self.bar = PreviewToolbar()
        self.find_bar = FindBar(PageSearch(self, lambda: self.view), self.tr("Find in the page"))
        self.frame = PageFrame(self.settings, self._zoomable_views)
        self.views = self.frame.views
        self.real = RealSwitch(self.session, self.settings, self.bar, self)
        self.page_output = PageOutput(self.session, self.settings, self, self.shown_page)
        self.link_inspection = LinkInspection(self, self.shown_page)
        self.inspector = self.link_inspection.inspector

    def _lay_out(self) -> None:
        self.views.addWidget(
            PlainLabel(self.tr("The preview is starting…"), alignment=Qt.AlignmentFlag.AlignCenter)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.frame, 1)
        self.inspector.raise_()

    def _connect(self) -> None:
        self.bar.phone.setChecked(self.settings.now.phone)
        self.bar.phone_wanted.connect(self.frame.show_phone)
        self.bar.dark_wanted.connect(self.looks.show_dark)
        self.bar.real_wanted.connect(self.show_real)
        self.bar.zoom_wanted.connect(self.frame.zoom_by)
        self.frame.zoomed.connect(self.bar.show_zoom)
        self.looks.changed.connect(self.apply_style)
        self.looks.images_allowed.connect(self.drawn)
        self.real.shown.connect(self._on_real_shown)
        self.real.ended.connect(self._on_real_ended)
        self.real.refused.connect(self.warn)
        self.real.asked.connect(self.message_posted)
        self.real.link_clicked.connect(self.link_clicked)
        self.link_inspection.event_wanted.connect(self.place_chosen)
        self.page_output.view_wanted.connect(self.start)
        self.patched.connect(self.page_output.follow_page)
        for part in (self.looks, self.page_output, self.link_inspection):
            part.message_posted.connect(self.message_posted)

    def _zoomable_views(self) -> list[Zoomable]:
        return [view for view in (self.view, self.real.view) if view is not None]

    def start(self) -> None:
        """Make the view, after the first paint: WebEngine takes longer than all the rest."""
        if self.view is not None:
            return
        view = self.view = self.page_output.view = make_view()
        view.link_clicked.connect(self.link_clicked)
        view.patched.connect(self.patched)
        view.place_chosen.connect(self._on_place)
        view.image_chosen.connect(self.image_chosen)
        view.calendar_pointed.connect(self._on_calendar)
        view.calendar_left.connect(self.inspector.hide_soon)
        self.frame.show_view(view.widget)
        self.frame.show_zoom()
        if QAccessible.isActive():
            # an engine that is started after that tells screen readers nothing of its pages
            QAccessible.setActive(False)
            QAccessible.setActive(True)
        self.started.emit()

    def warn(self, text: str) -> None:
        """Show a warning in the message bar.

        Args:
            text: The warning, in the language of the window.
        """
        self.message_posted.emit(text, [], True)

    # --- the page --------------------------------------------------------------------------------

    @property
    def document(self) -> int:
        """Which document is shown; another number for each new one."""
        return self.looks.document

    def new_document(self) -> None:
        """Treat what is rendered next as another document."""
        self.looks.document += 1
        self.inspector.hide()
        self.real.end()

    def show_rendered(self, issue: Issue, blocks: PageBlocks, omitted: "Omissions") -> None:
        """Show what the renderer has made.

        Args:
            issue: The issue that was rendered.
            blocks: The page.
            omitted: What it does not show.
        """
        self._issue = issue
        site = self.session.recent_site
        self._page = Page(issue.text, blocks, site, self._make_look(issue, site), self.document)
        if omitted != self.omitted:
            self.omitted = omitted
            self.drawn.emit()
        if self.view is not None:
            self.view.show_page(self._page)
        if omitted.remote_images and not self._page.look.remote_images:
            count = omitted.remote_images
            text = self.tr("%n picture(s) from the network are not loaded.", "", count)
            self.looks.offer_images(text)
        self.real.update()

    def _make_look(self, issue: Issue, site: Site) -> PageLook:
        look = self.looks.make_look(issue.profile, site)
        self.bar.dark.setChecked(look.scheme == "dark")
        return look

    def apply_style(self) -> None:
        """Dress the page again: the window's colors may have changed, or the user's choice."""
        if self._issue is None:
            return
        look = self._make_look(self._issue, self._page.site)
        self._page = replace(self._page, look=look)
        if self.view is not None:
            self.view.set_paper(self.palette().color(QPalette.ColorRole.Base))
            self.view.show_page(self._page)

    def missing(self) -> str:
        """Return what the preview does not show of the page; "" where it shows all."""
        omitted = self.omitted
        if omitted is None or self.is_real:
            return ""
        waiting, lost = omitted.remote_images, self._page.count_missing_images()
        if self._page.look.remote_images:
            waiting = 0
        counted_texts = (
            (omitted.shortcodes, self.tr("%n shortcode(s)", "", omitted.shortcodes)),
            (omitted.embeds, self.tr("%n embedded page(s)", "", omitted.embeds)),
            (omitted.scripts, self.tr("%n script(s)", "", omitted.scripts)),
            (waiting, self.tr("%n picture(s) from the network", "", waiting)),
            (lost, self.tr("%n picture(s) that were not found", "", lost)),
            (
                omitted.extensions,
                self.tr("%n extension(s) of the site’s Markdown", "", omitted.extensions),
            ),
        )
        return ", ".join(text for count, text in counted_texts if count)

    @property
    def is_real(self) -> bool:
        """Whether the page is the real site's."""
        return self.real.view is not None

    def shown_page(self) -> ShownPage | None:
        """Return the issue and its page; None before the first was rendered."""
        return (self._issue, self._page) if self._issue is not None else None

    def shows(self, text: str) -> bool:
        """Tell whether the page was made from a text.

        Args:
            text: The text of a document.

        Returns:
            Whether it is the very text of the page.
        """
        return self._page.text is text or self._page.text == text

    def show_position(self, position: int, *, point: bool = False) -> None:
        """Bring what was made from a position into view.

        Args:
            position: A position of the text.
            point: Whether it is marked briefly.
        """
        if self.view is not None:
            self.view.show_position(position, point=point)

    def _on_place(self, place: PagePosition, word: str, number: int) -> None:
        self.place_chosen.emit(word_at(self._page, place, word, number))

    def _on_calendar(self, place: PagePosition, href: str, stays: bool) -> None:
        if self.link_inspection.inspect(place, href, stays):
            self._move_inspector()

    def _move_inspector(self) -> None:
        top = self.bar.height()
        self.inspector.move_to_foot(QRect(0, top, self.width(), self.height() - top))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._move_inspector()

    # --- actions ---------------------------------------------------------------------------------

    def toggle_phone(self) -> None:
        """Switch between the width of a phone and that of the pane."""
        self.bar.phone.click()

    def toggle_dark(self) -> None:
        """Switch between dark and light pages."""
        self.bar.dark.click()

    def toggle_real(self) -> None:
        """Switch between the real site's page and the preview's."""
        self.bar.real.click()

    def show_real(self, wanted: bool) -> None:
        """Show the page as the site's own Hugo makes it, or the preview's.

        Args:
            wanted: Whether the real page is wanted.
        """
        if wanted:
            self.start()
            self.real.start(is_possible=self.view is not None and self.view.complete)
        else:
            self.real.end()

    def _on_real_shown(self, view: QWidget) -> None:
        self.frame.show_view(view)
        self.frame.show_zoom()
        self.drawn.emit()

    def _on_real_ended(self) -> None:
        if self.view is not None:
            self.views.setCurrentWidget(self.view.widget)
        self.drawn.emit()

    def find_in_page(self) -> None:
        """Open the find bar of the page."""
        self.find_bar.open()

    def close_down(self) -> None:
        """End Hugo and take the page out of the engine."""
        self.real.end()
        if self.view is not None:
            self.view.close_down()
            self.view = self.page_output.view = None
