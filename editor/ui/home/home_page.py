"""The page that is shown while nothing is written: what comes next, what is not finished, all."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.icons import icon
from editor.ui.widgets.buttons import icon_size, text_button
from editor.ui.widgets.icon_label import IconLabel
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.plain_text import PlainLabel, quiet_label
from editor.ui.widgets.room import fill_centered
from editor.ui.wording.shortening import shorten_words

if TYPE_CHECKING:
    from editor.ui.home.page_list import PageList

_CARD_POLICY = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
_WIDEST = 96
"""Width in em that the page takes at most."""
_ROOM_FOR_TWO = 56
"""Width in em from which the cards stand side by side."""


class Offer(Struct, frozen=True):
    """The next step, on its card."""

    title: str
    about: str
    button: str
    act: Callable[[], object]
    other: str = ""
    """Another way; "" for none."""
    act_other: Callable[[], object] | None = None
    icon: str = "file-plus"
    caption: str = ""
    """What stands above; "" for what is usual."""


class Unfinished(Struct, frozen=True):
    """Something that waits to be gone on with."""

    title: str
    about: str
    icon: str
    act: Callable[[], object]


class HomePage(QScrollArea):
    """Has no knowledge of sites: what it shows is handed in."""

    list_made = Signal(object)
    """The PageList, once it is there."""
    site_menu_wanted = Signal(object)
    """The QMenu to fill with the sites there are."""

    def __init__(self) -> None:
        super().__init__()
        self.site_button = QToolButton()
        self.site_button.setIcon(icon("globe"))
        self.site_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.site_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.site_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.site_button.setIconSize(icon_size(self.site_button.fontMetrics(), beside_words=True))
        menu = QMenu(self.site_button)
        menu.aboutToShow.connect(lambda: self.site_menu_wanted.emit(menu))
        self.site_button.setMenu(menu)
        self.count = PlainLabel()
        self.count.setObjectName("quiet")
        self.next_card, self.unfinished_card = _Card(), _Card()
        self._list: PageList | None = None
        self._go_back: Callable[[], object] = lambda: None
        self._offer: Offer | None = None
        self._shown_offer: tuple[str, ...] = ()
        self._shown_rows: list[tuple[str, str]] | None = None
        self.primary: QPushButton | None = None
        """The button of the next step."""
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.site_button)
        head.addWidget(self.count)
        head.addStretch(1)
        self.back = text_button("", "corner-up-left", "ghost")
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(lambda: self._go_back())
        self.back.hide()
        head.addWidget(self.back)
        self.cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.cards.setSpacing(16)
        self.next_card.setSizePolicy(_CARD_POLICY)
        self.unfinished_card.setSizePolicy(_CARD_POLICY)
        self.cards.addWidget(self.next_card, 1)
        self.cards.addWidget(self.unfinished_card, 1, Qt.AlignmentFlag.AlignTop)
        self.inner = QWidget()
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(self.cards)
        column.addStretch(1)
        self._column = column
        fill_centered(self, self.inner)

    @property
    def list(self) -> "PageList":
        """The list of pages; made once there is something to list, after the first paint."""
        if self._list is None:
            from editor.ui.home.page_list import PageList

            self._list = PageList()
            self._column.insertWidget(2, self._list, 1000)
            self.list_made.emit(self._list)
        return self._list

    # --- showing ---------------------------------------------------------------------------------

    def show_site(self, name: str, count: str) -> None:
        """Show whose pages these are.

        Args:
            name: The name of the site, or what stands for none.
            count: How many pages it has, in words.
        """
        self.site_button.setText(name)
        self.site_button.setAccessibleName(self.tr("Site: {0}").format(name))
        self.count.setText(count)

    def show_back(self, title: str, act: Callable[[], object]) -> None:
        """Offer to return to the open document.

        Args:
            title: Its title; "" where none is open.
            act: Returns to it.
        """
        self.back.setVisible(bool(title))
        self.back.setText(self.tr("Back to “{0}”").format(shorten_words(title)).replace("&", "&&"))
        self._go_back = act

    def show_offer(self, offer: Offer) -> None:
        """Show what comes next.

        Args:
            offer: The next step.
        """
        if self._shown_offer == (offer.title, offer.about, offer.button):
            self._offer = offer
            return
        self._shown_offer, self._offer = (offer.title, offer.about, offer.button), offer
        had_focus = self.primary is not None and self.primary.hasFocus()
        column = self.next_card.begin(offer.caption or self.tr("Coming up"))
        title = PlainLabel(offer.title, wordWrap=True)
        title.setObjectName("pageTitle")
        about = quiet_label(offer.about)
        about.setMinimumHeight(2 * about.fontMetrics().lineSpacing())  # nothing moves with words
        self.primary = text_button(offer.button, offer.icon, "primary")
        self.primary.clicked.connect(lambda: self._offer and self._offer.act())
        buttons = QHBoxLayout()
        buttons.addWidget(self.primary)
        if offer.act_other is not None:
            other, act_other = text_button(offer.other), offer.act_other
            other.clicked.connect(lambda: act_other())
            buttons.addWidget(other)
        buttons.addStretch(1)
        column.addWidget(title)
        column.addWidget(about)
        column.addStretch(1)
        column.addLayout(buttons)
        self._order_tabs()
        if had_focus:
            self.primary.setFocus()

    def show_unfinished(self, rows: Sequence[Unfinished]) -> None:
        """Show what waits to be gone on with.

        Args:
            rows: The things, from above; without any the card is not shown.
        """
        shown = [(row.title, row.about) for row in rows]
        if shown == self._shown_rows:
            return
        self._shown_rows = shown
        column = self.unfinished_card.begin(self.tr("Not finished yet"))
        for row in rows:
            line = QHBoxLayout()
            sign = IconLabel(row.icon, size=1.4)
            words = QVBoxLayout()
            words.setSpacing(0)
            title, about = PlainLabel(row.title, wordWrap=True), quiet_label(row.about)
            title.setObjectName("strong")
            words.addWidget(title)
            words.addWidget(about)
            button = text_button(self.tr("Continue"))
            button.setAccessibleName(self.tr("Continue: {0}").format(row.title))
            button.clicked.connect(lambda _=False, row=row: row.act())
            line.addWidget(sign)
            line.addLayout(words, 1)
            line.addWidget(button)
            column.addLayout(line)
        column.addStretch(1)
        self.unfinished_card.setVisible(bool(rows))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as one reads: what a card makes anew would come last."""
        before: QWidget = self.back
        for card in (self.next_card, self.unfinished_card):
            for button in card.buttons():
                QWidget.setTabOrder(before, button)
                before = button

    def take_focus(self) -> None:
        """Put the focus where one begins: into the list, or onto the next step where it is near."""
        is_near = self.cards.direction() is QBoxLayout.Direction.LeftToRight
        if self.list.model.rows and is_near:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.primary:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_down(self) -> None:
        """Take no more work."""
        if self._list:
            self._list.close_down()

    # --- room ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        em = em_of(self)
        direction = QBoxLayout.Direction.LeftToRight
        if self.width() < _ROOM_FOR_TWO * em:
            direction = QBoxLayout.Direction.TopToBottom
        self.cards.setDirection(direction)
        self.inner.setMaximumWidth(round(_WIDEST * em))


class _Card(QFrame):
    """A card whose content is made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None

    def begin(self, caption: str) -> QVBoxLayout:
        """Throw the content away; returns the layout for another one."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(6)
        label = PlainLabel(caption)
        label.setObjectName("caption")
        column.addWidget(label)
        self._column.addWidget(self._content)
        return column

    def buttons(self) -> "Sequence[QPushButton]":
        """Those of the content, from above."""
        return self._content.findChildren(QPushButton) if self._content else ()
