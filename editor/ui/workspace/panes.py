"""Outline, page and preview side by side: all three, two, or one, as the window has room."""

from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from editor.app.services.settings import Settings
from editor.ui.widgets.grip_splitter import GripSplitter
from editor.ui.widgets.measure import em_of

_ROOM_FOR_THREE, _ROOM_FOR_TWO = 86, 56
"""Widths in em: of that many letters "m" of the text's size."""
_NARROWEST = {"outline": 13, "page": 26, "preview": 18}
"""The narrowest that a pane is useful, in em."""


class Side(StrEnum):
    """A pane beside the page."""

    OUTLINE = "outline"
    PREVIEW = "preview"


class Panes(GripSplitter):
    """What the user has folded stays folded; where there is no room, one at a time comes back."""

    folded = Signal()
    """Other panes are shown than before."""

    def __init__(
        self, outline: QWidget, page: QWidget, preview: QWidget, settings: Settings
    ) -> None:
        """Put the panes side by side.

        Args:
            outline: At the left.
            page: In the middle; it is always there where there is room for two.
            preview: At the right.
            settings: Remembers the widths, and what is folded.
        """
        super().__init__()
        self.outline, self.page, self.preview = outline, page, preview
        self._settings = settings
        self._called: Side | None = None
        """The pane that was asked for where there is no room for all."""
        self._kept = list(settings.now.panes)
        for pane, stretch in ((outline, 0), (page, 1), (preview, 3)):
            self.addWidget(pane)
            self.setStretchFactor(self.indexOf(pane), stretch)
        self.setSizes(self._kept)
        self.splitterMoved.connect(lambda *_: self._keep_sizes())

    @property
    def room(self) -> float:
        """The width in em."""
        return self.width() / em_of(self)

    def is_shown(self, side: Side) -> bool:
        """Tell whether a pane can be seen.

        Args:
            side: The pane.

        Returns:
            False where it is folded.
        """
        return not self._pane(side).isHidden()

    def _pane(self, side: Side) -> QWidget:
        return self.outline if side is Side.OUTLINE else self.preview

    def toggle(self, name: str) -> None:
        """Fold a pane, or show it again.

        Args:
            name: The name of a Side.
        """
        side = Side(name)
        wanted = not self.is_shown(side)
        if self.room >= _ROOM_FOR_THREE:
            folded = {Side(name) for name in self._settings.now.folded}
            folded = folded - {side} if wanted else folded | {side}
            self._settings.keep(folded=tuple(sorted(folded)))
        self._called = side if wanted else None
        if not wanted and self.room < _ROOM_FOR_THREE and side is Side.OUTLINE:
            self._settings.keep(folded=tuple(sorted({*self._settings.now.folded, side})))
        elif wanted and side is Side.OUTLINE:
            rest = set(self._settings.now.folded) - {side}
            self._settings.keep(folded=tuple(sorted(rest)))
        self.fit()
        if wanted:
            self._pane(side).setFocus()

    def return_to_page(self) -> None:
        """Show the page again where a pane has taken its place."""
        if self.page.isHidden():
            self._called = None
            self.fit()

    def fit(self) -> None:
        """Show as many panes as there is room for."""
        folded = set(self._settings.now.folded)
        outline, page = Side.OUTLINE not in folded, True
        preview = Side.PREVIEW not in folded
        if self.room < _ROOM_FOR_TWO:
            outline, preview = (self._called is side for side in Side)
            page = self._called is None
        elif self.room < _ROOM_FOR_THREE:
            preview = self._called is Side.PREVIEW
            outline = outline and not preview
        shown = (outline, page, preview)
        panes = (self.outline, self.page, self.preview)
        em = em_of(self)
        for pane, is_on, narrowest in zip(panes, shown, _NARROWEST.values(), strict=True):
            pane.setMinimumWidth(round(min(narrowest * em, self.width() / max(sum(shown), 1) - 8)))
            pane.setVisible(is_on)
        if shown == (True, True, True):
            with QSignalBlocker(self):
                self.setSizes(self._kept)
        self.folded.emit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not the sum of what is shown: panes are folded where the window is narrower."""
        return QSize(round(_NARROWEST["page"] * em_of(self)), super().minimumSizeHint().height())

    def _keep_sizes(self) -> None:
        if all(not pane.isHidden() for pane in (self.outline, self.page, self.preview)):
            self._kept = self.sizes()

    def close_down(self) -> None:
        """Remember the widths."""
        self._settings.keep(panes=tuple(self._kept))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()
