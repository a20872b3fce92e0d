"""The preview's pane: the page, what it is seen through, and what stands around it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPalette, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.app.site.site import Site
from editor.core.base.encoding import encode
from editor.core.base.errors import UserFacingError
from editor.core.events.consistency import compare_at
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import Profile
from editor.resources import resource
from editor.ui.preview.calendar_inspector import CalendarInspector
from editor.ui.preview.page import (
    Page,
    PageLook,
    PagePosition,
    position_of_place,
    span_of_place,
    word_at,
)
from editor.ui.preview.toolbar import PreviewToolbar
from editor.ui.preview.view_factory import make_view
from editor.ui.widgets.find_bar import FindBar
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.core.rendering.blocks import Block, Omissions
    from editor.ui.preview.hugo_preview import HugoPreview
    from editor.ui.preview.view_factory import View

_PHONE = 390
"""The width of a phone's window in CSS pixels."""


class PreviewPane(QWidget):
    """Shows what the renderer made of the session's text. What it has to say goes out by signals."""

    link_clicked = Signal(QUrl)
    image_chosen = Signal()
    place_chosen = Signal(int)
    """A double click: the position in the text it was made from."""
    said = Signal(str, object, bool)
    """Something for the message bar: text, its answers, whether it is a warning."""
    started = Signal()
    patched = Signal()
    drawn = Signal()
    """By another engine, or with other things left out."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session, self.settings = session, settings
        self.view: View | None = None
        self.real: HugoPreview | None = None
        self.omitted: Omissions | None = None
        self._page = Page("", [], Site(None, None), PageLook())
        self._issue: Issue | None = None
        self.document = 0
        self._allowed: set[int] = set()
        """Documents whose remote images may load."""
        self._asked: set[int] = set()
        self._event_at = 0
        self._make()
        self._connect()
        self._show_zoom()

    # --- building --------------------------------------------------------------------------------

    def _make(self) -> None:
        self.bar = PreviewToolbar()
        self.find_bar = FindBar(self, self.tr("Find in the page"))
        self.place = QStackedWidget()
        self.place.addWidget(
            QLabel(self.tr("The preview is starting…"), alignment=Qt.AlignmentFlag.AlignCenter)
        )
        self._frame = QWidget()
        self._frame.setObjectName("previewFrame")
        self._fit = QHBoxLayout(self._frame)
        self._fit.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.find_bar, self._frame):
            column.addWidget(widget)
        column.setStretch(2, 1)
        self.inspector = CalendarInspector(self)

    def _connect(self) -> None:
        self.bar.phone.setChecked(self.settings.now.phone)
        self.bar.phone_wanted.connect(self.show_phone)
        self.bar.dark_wanted.connect(self.show_dark)
        self.bar.real_wanted.connect(self.show_real)
        self.bar.zoom_wanted.connect(self.zoom_by)
        self.inspector.event_wanted.connect(self._on_event_wanted)
        self.inspector.saved.connect(self._on_saved)
        self.inspector.refused.connect(self.warn)

    def start(self) -> None:
        """Make the view; after the first paint, since WebEngine takes longer than everything else together."""
        if self.view is not None:
            return
        from editor.ui.preview.output import PageOutput

        view = self.view = make_view()
        self._output = PageOutput(self, self.said.emit)
        view.link_clicked.connect(self.link_clicked)
        view.patched.connect(self.patched)
        view.place_chosen.connect(self._on_place)
        view.image_chosen.connect(self.image_chosen)
        view.calendar_pointed.connect(self._on_calendar)
        view.calendar_left.connect(self.inspector.linger)
        self.place.addWidget(view)
        self.place.setCurrentWidget(view)
        self._show_zoom()
        self.started.emit()

    def warn(self, text: str) -> None:
        self.said.emit(text, [], True)

    # --- the page --------------------------------------------------------------------------------

    def new_document(self) -> None:
        """What comes next is another document."""
        self.document += 1
        self.inspector.hide()
        if self.real:
            self.real.end()

    def show_rendered(self, issue: Issue, blocks: "list[Block]", omitted: "Omissions") -> None:
        """Show what the renderer has made."""
        self._issue = issue
        place = self.session.site
        self._page = Page(
            issue.text, blocks, place, self._look(issue.profile, place), self.document
        )
        if omitted != self.omitted:
            self.omitted = omitted
            self.drawn.emit()
        if self.view is not None:
            self.view.show_page(self._page)
        if omitted.remote_images and not self._page.look.remote_images:
            self._ask_for_images(omitted.remote_images)
        if self.real:
            self.real.update(self._bytes())

    def missing(self) -> str:
        """What the preview does not show of the page; "" where it shows all."""
        of = self.omitted
        if of is None or self.is_real:
            return ""
        waiting = 0 if self._page.look.remote_images else of.remote_images
        lost = self._page.lost_images()
        parts = (
            self.tr("%n shortcode(s)", "", of.shortcodes) if of.shortcodes else "",
            self.tr("%n embedded page(s)", "", of.embeds) if of.embeds else "",
            self.tr("%n script(s)", "", of.scripts) if of.scripts else "",
            self.tr("%n image(s) from the network", "", waiting) if waiting else "",
            self.tr("%n image(s) that were not found", "", lost) if lost else "",
        )
        return ", ".join(part for part in parts if part)

    @property
    def is_real(self) -> bool:
        """Whether the page is the real site's."""
        return self.real is not None and self.real.view is not None

    def shows(self, text: str) -> bool:
        """Whether the page has been made from this text."""
        return self._page.text is text or self._page.text == text

    def show_position(self, at: int, *, point: bool = False) -> None:
        """Bring what was made from a position of the text into view; ``point``: mark it briefly."""
        if self.view is not None:
            self.view.show_position(at, point=point)

    def apply_style(self) -> None:
        """The look is another: the window's colours, or what was chosen."""
        if self._issue is None:
            return
        self._page = replace(self._page, look=self._look(self._issue.profile, self._page.site))
        if self.view is not None:
            self.view.set_paper(self.palette().color(QPalette.ColorRole.Base))
            self.view.show_page(self._page)

    def _look(self, profile: Profile, place: Site) -> PageLook:
        scheme = self.settings.now.page_scheme or ("dark" if self._window_is_dark() else "light")
        self.bar.dark.setChecked(scheme == "dark")
        return PageLook(scheme, self._css(profile, place), self.document in self._allowed)

    def _css(self, profile: Profile, place: Site) -> str:
        """The style sheet the user has chosen, or the site's own, or ours; and ours for what is only a sign."""
        own = place.style(profile.css)
        chosen = self.settings.now.page_css
        try:
            own = Path(chosen).read_text(encoding="utf-8", errors="replace") if chosen else own
        except OSError:
            self.settings.keep(page_css="")
            self.warn(self.tr("The style sheet “{0}” cannot be read any more.").format(chosen))
        return (own or style_sheet("page.css")) + style_sheet("signs.css")

    def _window_is_dark(self) -> bool:
        return self.palette().color(QPalette.ColorRole.Base).lightness() < 128

    def _ask_for_images(self, count: int) -> None:
        """Once per document: images of other sites tell those sites who is looking."""
        if self.document not in self._asked:
            self._asked.add(self.document)
            text = self.tr("%n image(s) from the network are not loaded.", "", count)
            self.said.emit(text, [(self.tr("Load for this document"), self.allow_images)], False)

    def allow_images(self) -> None:
        """Load the images of other sites in this document, until it is closed."""
        self._allowed.add(self.document)
        self.apply_style()
        self.drawn.emit()

    # --- seen through ----------------------------------------------------------------------------

    def toggle_phone(self) -> None:
        self.bar.phone.click()

    def toggle_dark(self) -> None:
        self.bar.dark.click()

    def show_phone(self, phone: bool) -> None:
        """As wide as a phone, or as the pane."""
        self.settings.keep(phone=phone)
        self._fit_width()

    def show_dark(self, dark: bool) -> None:
        """The page in the dark or in the light; which of them is the window's own needs no remembering."""
        self.settings.keep(
            page_scheme="" if dark == self._window_is_dark() else "dark" if dark else "light"
        )
        self.apply_style()

    def choose_css(self) -> None:
        """Dress the page with a style sheet of the user's."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Style sheet of the preview"), "", self.tr("Style sheets (*.css)")
        )
        if name:
            self.settings.keep(page_css=name)
            self.apply_style()

    def own_css(self) -> None:
        """Back to the site's style sheet, or ours."""
        self.settings.keep(page_css="")
        self.apply_style()

    def zoom_by(self, percent: int) -> None:
        """50 to 200 percent in all; 0 for the original size."""
        self.settings.keep(
            zoom=min(max(self.settings.now.zoom + percent, 50), 200) if percent else 100
        )
        self._show_zoom()

    def _show_zoom(self) -> None:
        zoom = self.settings.now.zoom
        for view in (self.view, self.real.view if self.real else None):
            if view is not None:
                view.setZoomFactor(zoom / 100)
        self.bar.show_zoom(zoom)
        self._fit_width()

    def _fit_width(self) -> None:
        width = _PHONE * self.settings.now.zoom // 100 if self.settings.now.phone else self.width()
        margin = max((self.width() - width) // 2, 0)
        self._fit.setContentsMargins(margin, 0, margin, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_width()
        self._place_inspector()

    # --- finding, and the way out ----------------------------------------------------------------

    def find_in_page(self) -> None:
        self.find_bar.open()

    def selected_words(self) -> str:
        """What is selected in the page, for the find bar."""
        selected = getattr(self.view, "selectedText", None)
        words: str = selected() if selected else ""
        if "\n" in words:
            return ""
        return words

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        """Mark words in the page."""
        if self.view is not None:
            self.view.find_text(words, back=back, done=done)

    def print_page(self) -> None:
        if self.view is not None:
            self._output.print_page(self.view)

    def save_pdf(self) -> None:
        if self.view is not None:
            if self.session.path:
                name = self.session.path.with_suffix(".pdf")
            else:
                name = Path("rundbrief.pdf")
            self._output.save_pdf(self.view, str(name))

    def open_in_browser(self) -> None:
        if self._issue is not None:
            self._output.open_in_browser(self._issue, self._page)

    # --- the calendar inspector ------------------------------------------------------------------

    def _on_calendar(self, at: PagePosition, href: str, stays: bool) -> None:
        if self._issue is None:
            return
        try:
            found, event = compare_at(
                self._issue.entries,
                self._page.text,
                self._issue.profile,
                span_of_place(self._page, at),
                href,
            )
        except UserFacingError as refusal:
            if stays:
                self.warn(translated(refusal))
            return
        self._event_at = event.span.start if event else position_of_place(self._page, at)
        self.inspector.show_agreement(found, self._issue.profile, stays=stays)
        self._place_inspector()

    def _place_inspector(self) -> None:
        width = min(self.width() - 24, 640)
        height = min(self.inspector.height_for(width), self.height() - self.bar.height() - 24)
        self.inspector.setGeometry(
            (self.width() - width) // 2, self.height() - height - 12, width, height
        )

    def _on_event_wanted(self) -> None:
        self.place_chosen.emit(
            self._event_at
        )  # first: a focus that is lost falls to the page, which scrolls to it
        self.inspector.hide()

    def _on_saved(self, path: Path) -> None:
        file = QUrl.fromLocalFile(str(path))
        self.said.emit(
            self.tr("Written: {0}").format(path),
            [(self.tr("Open in the calendar"), lambda: QDesktopServices.openUrl(file))],
            False,
        )

    def _on_place(self, at: PagePosition, word: str, number: int) -> None:
        self.place_chosen.emit(word_at(self._page, at, word, number))

    # --- the real site ---------------------------------------------------------------------------

    def toggle_real(self) -> None:
        self.bar.real.click()

    def show_real(self, wanted: bool) -> None:
        """The page as the site's own Hugo makes it, with the text as it is now."""
        if not wanted:
            if self.real:
                self.real.end()
            return
        path = self.session.path
        root = self.session.site.root
        if (
            path is None
            or root is None
            or self.session.profile.renderer != "goldmark"
            or self.view is None
            or not self.view.complete
        ):
            self.bar.show_real(False)
            self.warn(self.tr("The real page needs a saved file in the folder of a Hugo site."))
            return
        real = self.real = self.real or self._make_real()
        self.bar.show_real(True, building=True)
        real.start(root, path, self._bytes())

    def _make_real(self) -> "HugoPreview":
        from editor.ui.preview.hugo_preview import HugoPreview

        real = HugoPreview(self)
        real.shown.connect(self._on_real_shown)
        real.ended.connect(self._on_real_ended)
        real.refused.connect(self.warn)
        real.link_clicked.connect(self.link_clicked)
        return real

    def _bytes(self) -> bytes:
        return encode(self.session.text, self.session.form)

    def _on_real_shown(self, view: QWidget) -> None:
        self.place.addWidget(view)
        self.place.setCurrentWidget(view)
        self.bar.show_real(True)
        self._show_zoom()
        self.drawn.emit()

    def _on_real_ended(self) -> None:
        if self.view is not None:
            self.place.setCurrentWidget(self.view)
        self.bar.show_real(False)
        self.drawn.emit()

    def close_down(self) -> None:
        """Hugo ends, and the page goes out of the engine."""
        if self.real:
            self.real.end()
        if self.view is not None:
            self.view.close_down()
            self.view = None


@cache
def style_sheet(name: str) -> str:
    """One of the program's own style sheets for pages."""
    return resource("css", name).read_text(encoding="utf-8")
