"""Where something takes place: online, on site or both, and the address in its parts."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from editor.core.base.edits import Span
from editor.core.places.address import Address, join_address, split_address
from editor.core.places.gazetteer import Gazetteer
from editor.ui.forms.base import label_for, with_forwarded_undo


class PlaceFields(QWidget):
    """``edited`` at every key press; ``left`` when a field was left."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.online = QRadioButton(self.tr("&online"))
        self.on_site = QRadioButton(self.tr("on &site"))
        self.both = QRadioButton(self.tr("b&oth"))
        self.choice = QButtonGroup(self)
        for number, button in enumerate((self.online, self.on_site, self.both)):
            self.choice.addButton(button, number)
        self.venue, self.street, self.postcode, self.town, self.country = (
            QLineEdit() for _ in range(5)
        )
        names = (
            self.tr("Venue"),
            self.tr("Street and number"),
            self.tr("Postcode"),
            self.tr("Town"),
            self.tr("Country"),
        )
        for line, name in zip(self._lines, names, strict=True):
            line.setPlaceholderText(name)
            line.setAccessibleName(name)
            line.textEdited.connect(lambda _: self._on_typed())
            line.editingFinished.connect(self._on_left)
        self.choice.idClicked.connect(lambda _: self.edited.emit())
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._on_chosen)
        self.venue.setCompleter(completer)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.venue, self.street, self.postcode, self.town, self.country

    @property
    def place(self) -> QLineEdit:
        """The field a place is typed in first."""
        if self.venue.isVisible():
            return self.venue
        return self.town

    def spots(self, place: Span | None, text: str) -> list[tuple[Span | None, QWidget]]:
        """Which part of a place in a text is typed in which field."""
        found: list[tuple[Span | None, QWidget]] = [(place, self.place)]
        if place is None:
            return found
        for line in (self.street, self.postcode, self.town, self.country):
            at = text.find(line.text(), place.start, place.end) if line.text() else -1
            if at >= 0:
                found.append((Span(at, at + len(line.text())), line))
        return found

    def add_to(self, layout: QFormLayout) -> None:
        """Put the fields into a form."""
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.online, self.on_site, self.both):
            row.addWidget(with_forwarded_undo(button))
        row.addStretch(1)
        layout.addRow(self.tr("Where:"), row)
        layout.addRow(label_for(self.tr("&Venue:"), self.venue), with_forwarded_undo(self.venue))
        parts = QHBoxLayout()
        parts.setSpacing(8)
        self.postcode.setFixedWidth(self.postcode.fontMetrics().horizontalAdvance("A-00000") + 24)
        for line, stretch in (
            (self.street, 3),
            (self.postcode, 0),
            (self.town, 2),
            (self.country, 1),
        ):
            line.setMinimumWidth(40)
            parts.addWidget(with_forwarded_undo(line), stretch)
        layout.addRow(label_for(self.tr("Add&ress:"), self.street), parts)
        self.street.setAccessibleName(self.tr("Street and number"))

    def set_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Offer the addresses of earlier issues, the most used first."""
        used = sorted(
            gazetteer.venues.values(), key=lambda venue: (-venue.used, venue.address.casefold())
        )
        self._known.setStringList([venue.address for venue in used])

    def _on_chosen(self, text: str) -> None:
        """A known address fills all its parts."""
        self._fill(split_address(text), tidy=True)
        self._on_typed()
        self.left.emit()

    def _on_typed(self) -> None:
        """An address that is typed for something online makes it both."""
        if self.choice.checkedId() == 0 and any(line.text().strip() for line in self._lines):
            self.both.setChecked(True)
        self.edited.emit()

    def _on_left(self) -> None:
        """A whole address that was put into the first field goes to its parts."""
        whole = split_address(self.venue.text().strip())
        if whole.town and not any(line.text().strip() for line in self._lines[1:]):
            self._fill(whole, tidy=True)
        self.left.emit()

    # --- values ----------------------------------------------------------------------------------

    def show_place(self, text: str, *, online: bool, tidy: bool) -> None:
        """Show an address; ``tidy`` also where the fields say the same in other parts."""
        self.choice.button(2 if online and text else 0 if online else 1).setChecked(True)
        if tidy or self._text() != text:
            self._fill(split_address(text), tidy=tidy)

    def _fill(self, parts: Address, *, tidy: bool) -> None:
        for line, part in zip(
            self._lines,
            (parts.venue, parts.street, parts.postcode, parts.town, parts.country),
            strict=True,
        ):
            if (line.text() if tidy else line.text().strip()) != part:
                line.setText(part)
                if not line.hasFocus():
                    line.setCursorPosition(0)

    def _text(self) -> str:
        return join_address(Address(*(line.text().strip() for line in self._lines)))

    def value(self) -> tuple[str, bool] | None:
        """Address and whether it is (also) online; None while on site lacks an address."""
        where, text = self.choice.checkedId(), self._text()
        if where and not text:
            return None
        return (text if where else "", where != 1)
