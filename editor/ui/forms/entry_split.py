"""The table of entries above, the form of the selected one below, with a grip between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.ui.widgets.grip_splitter import GripSplitter

_SPACE = 6
_LEAST = 5
"""Lines of text that are seen of the form at least."""


class EntrySplit(GripSplitter):
    """What becomes of an entry stays in sight above its fields, which scroll alone."""

    def __init__(
        self,
        listing: QWidget,
        acts: QWidget,
        band: QWidget,
        fields: QWidget,
        raw: QWidget | None,
    ) -> None:
        """Put the parts of the page together.

        Args:
            listing: The table.
            acts: What is done to the selected entries.
            band: The finished line.
            fields: The form.
            raw: The entry as text; None where the page has none.
        """
        super().__init__(Qt.Orientation.Vertical)
        self._listing, self._asides = listing, (acts, band)
        """What is left out where there is little room, the last one first."""
        self._fields = QWidget()
        self._scroll = QScrollArea(widgetResizable=True)
        self._fill_scroll(fields, raw)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, _SPACE, 0, 0)
        column.setSpacing(_SPACE)
        column.addWidget(acts)
        column.addWidget(band)
        column.addWidget(self._scroll, 1)
        self.addWidget(listing)
        self.addWidget(lower)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)

    def _fill_scroll(self, fields: QWidget, raw: QWidget | None) -> None:
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 4, 8, 4)
        inner.addWidget(fields)
        if raw:
            inner.addWidget(raw)
        inner.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._fields)

    def show_top(self) -> None:
        """Scroll the form to its beginning: another entry is shown."""
        self._scroll.verticalScrollBar().setValue(0)

    def fit(self, room: int) -> None:
        """Show as much beside the fields as there is room for.

        Where not even table and fields fit, the fields do not scroll by themselves: the whole
        page does.

        Args:
            room: The height that is in sight, in pixels.
        """
        line, spare = self.fontMetrics().height(), room - self._listing.minimumSizeHint().height()
        spare -= line * _LEAST + self.handleWidth() + _SPACE
        is_low = spare < 0
        for part in self._asides:
            spare -= part.heightForWidth(part.width()) + _SPACE
            part.setVisible(is_low or spare >= 0)
        least = self._fields.sizeHint().height() if is_low else line * _LEAST
        self._scroll.setMinimumHeight(least)
