"""The fields that dated events and recurring meetings share."""

from msgspec.structs import replace
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCheckBox, QWidget

from editor.core.events.model import Event, EventData
from editor.core.places.gazetteer import Gazetteer, Series, fold_key
from editor.ui.forms.entry_fields import EntryFields
from editor.ui.forms.entry_page import EntryPage
from editor.ui.forms.field_spans import FieldSpan
from editor.ui.forms.place_fields import PlaceFields
from editor.ui.widgets.completion import make_completer
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.time_field import read_times


class GatheringFields(EntryFields):
    """Hours, place, cancelled or not, and titles that earlier issues know."""

    def __init__(self, page: EntryPage, title: str) -> None:
        super().__init__(page, title)
        self.start_time, self.end_time = TextLine(), TextLine()
        self.cancelled = QCheckBox(self.tr("&cancelled"))
        self.where = PlaceFields()
        self._series: dict[str, Series] = {}
        self._titles = QStringListModel(self)

    def watch_gathering(self) -> None:
        """Write the shared fields at every change, and complete known titles."""
        self.watch(self.title, "title", self.tr("title"))
        self.watch_time(self.start_time, self.tr("Start time"))
        self.watch_time(self.end_time, self.tr("End time"))
        self.watch_url()
        self.watch_notes()
        self.where.edited.connect(lambda: self.write("place", self.tr("place")))
        self.where.left.connect(self.leave)
        self.cancelled.clicked.connect(
            lambda _: self.write_and_leave("cancelled", self.tr("cancelled"))
        )
        completer = make_completer(self._titles, self)
        completer.activated.connect(self._on_title_chosen)
        self.title.setCompleter(completer)

    def set_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Offer what earlier issues teach.

        Args:
            gazetteer: The addresses to offer, and the series whose titles complete the title.
        """
        self.where.set_gazetteer(gazetteer)
        suitable = [series for series in gazetteer.series.values() if self.suits(series)]
        self._series = {fold_key(series.title): series for series in suitable}
        by_use = sorted(self._series.values(), key=lambda series: -series.used)
        self._titles.setStringList([series.title for series in by_use])

    def suits(self, series: Series) -> bool:
        """Say whether the title of a series is offered here. Subclasses decide."""
        raise NotImplementedError

    def fill_from(self, series: Series) -> None:
        """Take over what is known of the series whose title was chosen. Subclasses decide what."""
        raise NotImplementedError

    def take_url(self, url: str) -> None:
        """Put a link into its field and write it."""
        self.url.setText(url)
        self.write("url", self.tr("link"))

    def take_place(self, series: Series) -> None:
        """Put the place of a series into its fields and write it."""
        self.where.show_place(series.address, online=series.online, tidy=True)
        self.write("place", self.tr("place"))

    def _on_title_chosen(self, title: str) -> None:
        series = self._series.get(fold_key(title))
        self.write("title", self.tr("title"))
        if series:
            self.fill_from(series)
        self.leave()

    def field_spans(self, event: Event) -> list[FieldSpan]:
        place_spans = self.where.field_spans(event.place_span, self.owner.session.text)
        return [*super().field_spans(event), *place_spans]

    def fields_by_code(self) -> dict[str, QWidget]:
        return {**super().fields_by_code(), "coordinates": self.where.place}

    def widget_of(self, field: str) -> QWidget:
        if field == "when":
            return next(
                (line for line in (self.start_time, self.end_time) if not read_times(line)),
                self.start_time,
            )
        if field == "place":
            return self.where.place
        if field == "cancelled":
            return self.cancelled
        return super().widget_of(field)

    def with_field(self, field: str, old: EventData) -> EventData | str:
        if field == "place":
            place = self.where.value()
            if place:
                return replace(old, address=place[0], online=place[1])
            if old.address or old.online:
                return self.tr("On site needs an address.")
            return old
        if field == "cancelled":
            return replace(old, cancelled=self.cancelled.isChecked())
        return super().with_field(field, old)
