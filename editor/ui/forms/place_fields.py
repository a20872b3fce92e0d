"""Where something takes place: online, on site or both, and the address in its parts."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from editor.core.base.edits import Span
from editor.core.places.address import Address, join_address, split_address
from editor.core.places.gazetteer import Gazetteer
from editor.ui.forms.field_spans import FieldSpan
from editor.ui.widgets.completion import make_completer
from editor.ui.widgets.form_parts import (
    label_for,
    make_row,
    show_text_in,
    with_forwarded_undo,
    with_label,
)
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextLine

_ONLINE, _ON_SITE, _BOTH = range(3)


class PlaceFields(QWidget):
    """A choice of online, on site or both, and five lines for the parts of an address."""

    edited = Signal()
    """The user has typed or chosen something."""
    left = Signal()
    """A field was left."""

    def __init__(self) -> None:
        super().__init__()
        self.online = QRadioButton(self.tr("&online"))
        self.on_site = QRadioButton(self.tr("on &site"))
        self.both = QRadioButton(self.tr("b&oth"))
        self.choice = QButtonGroup(self)
        self.choice.addButton(self.online, _ONLINE)
        self.choice.addButton(self.on_site, _ON_SITE)
        self.choice.addButton(self.both, _BOTH)
        self.venue, self.street, self.postcode, self.town, self.country = (
            TextLine() for _ in range(5)
        )
        names = (
            self.tr("Venue"),
            self.tr("Street and number"),
            self.tr("Postcode"),
            self.tr("Town"),
            self.tr("Country"),
        )
        for line, name in zip(self._lines, names, strict=True):
            line.setAccessibleName(name)
            line.textEdited.connect(lambda _: self._on_typed())
            line.editingFinished.connect(self._on_left)
        self.choice.idClicked.connect(lambda _: self.edited.emit())
        for button in self.choice.buttons():
            button.installEventFilter(self)
        self._addresses = QStringListModel(self)
        completer = make_completer(self._addresses, self)
        completer.activated.connect(self._on_chosen)
        self.venue.setCompleter(completer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Who leaves the choice for a field of the address goes on with the same place."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._on_choice_left)
        return super().eventFilter(watched, event)

    def _on_choice_left(self) -> None:
        if QApplication.focusWidget() not in (*self._lines, *self.choice.buttons()):
            self.left.emit()

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.venue, self.street, self.postcode, self.town, self.country

    @property
    def place(self) -> QLineEdit:
        """The first field in which a place can be typed."""
        if self.venue.isVisible():
            return self.venue
        return self.town

    def field_spans(self, place: Span | None, text: str) -> list[FieldSpan]:
        """Say which part of a place in a text is typed in which field.

        Args:
            place: Where the place stands; None where there is none.
            text: The text of the issue.

        Returns:
            The whole place, and those of its parts that stand there as they are typed.
        """
        spans: list[FieldSpan] = [(place, self.place)]
        if place is None:
            return spans
        for line in (self.street, self.postcode, self.town, self.country):
            part = line.text()
            start = text.find(part, place.start, place.end)
            if part and start >= 0:
                spans.append((Span(start, start + len(part)), line))
        return spans

    def add_to(self, layout: QFormLayout) -> None:
        """Put the fields into a form.

        Args:
            layout: The layout of the form; it gets three rows.
        """
        choices = make_row(self.online, self.on_site, self.both)
        layout.addRow(self.tr("Where:"), choices)
        layout.addRow(label_for(self.tr("&Venue:"), self.venue), with_forwarded_undo(self.venue))
        width = self.postcode.fontMetrics().horizontalAdvance
        for line, letters in (
            (self.street, "Hauptstraße 123456"),
            (self.postcode, "A-00000"),
            (self.town, "Musterstadt"),
            (self.country, "Österreich"),
        ):
            line.setMinimumWidth(width(letters) + 24)
        self.postcode.setFixedWidth(self.postcode.minimumWidth())
        parts = make_row(
            with_label(self.tr("St&reet and number"), self.street),
            with_label(self.tr("Postcode"), self.postcode),
            with_label(self.tr("Town"), self.town),
            with_label(self.tr("Country"), self.country),
        )
        layout.addRow(PlainLabel(self.tr("Address:")), parts)
        self._rows = (choices, self.venue, parts)

    def show_rows(self, layout: QFormLayout, *, shown: bool) -> None:
        """Show or hide the rows of the form that they were put into."""
        choices, venue, parts = self._rows
        layout.setRowVisible(choices, shown)
        layout.setRowVisible(venue, shown)
        layout.setRowVisible(parts, shown)

    def set_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Offer the addresses of earlier issues, the most used first.

        Args:
            gazetteer: What is known of the site's earlier issues.
        """
        by_use = sorted(
            gazetteer.venues.values(), key=lambda venue: (-venue.used, venue.address.casefold())
        )
        self._addresses.setStringList([venue.address for venue in by_use])

    def _on_chosen(self, text: str) -> None:
        """Fill all parts from a known address."""
        self._fill(split_address(text), tidy=True)
        self._on_typed()
        self.left.emit()

    def _on_typed(self) -> None:
        """Switch from online to both as soon as an address is typed."""
        if self.choice.checkedId() == _ONLINE and any(line.text().strip() for line in self._lines):
            self.both.setChecked(True)
        self.edited.emit()

    def _on_left(self) -> None:
        """Split a whole address that was put into the first field into its parts."""
        whole = split_address(self.venue.text().strip())
        if whole.town and not any(line.text().strip() for line in self._lines[1:]):
            self._fill(whole, tidy=True)
        self.left.emit()

    # --- values ----------------------------------------------------------------------------------

    def show_place(self, text: str, *, online: bool, tidy: bool) -> None:
        """Show an address.

        Args:
            text: The address in one line; "" for none.
            online: Whether it is (also) online.
            tidy: Whether to fill the fields anew where they say the same in other parts, and to
                empty them where it is online alone.
        """
        choice = _ON_SITE
        if online:
            choice = _BOTH if text else _ONLINE
        self.choice.button(choice).setChecked(True)
        if choice == _ONLINE and not tidy:
            return  # the address stays in its fields, for who goes back to "on site"
        if tidy or self._typed_address() != text:
            self._fill(split_address(text), tidy=tidy)

    def _fill(self, parts: Address, *, tidy: bool) -> None:
        texts = (parts.venue, parts.street, parts.postcode, parts.town, parts.country)
        for line, text in zip(self._lines, texts, strict=True):
            show_text_in(line, text, exactly=tidy)

    def _typed_address(self) -> str:
        return join_address(Address(*(line.text().strip() for line in self._lines)))

    def value(self) -> tuple[str, bool] | None:
        """Read the fields.

        Returns:
            The address and whether it is (also) online; None while one that is needed is missing.
        """
        choice, address = self.choice.checkedId(), self._typed_address()
        if choice == _ONLINE:
            return "", True
        if not address:
            return None
        return address, choice != _ON_SITE
