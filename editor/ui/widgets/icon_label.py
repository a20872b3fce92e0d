"""An icon that stands alone, beside words or above them."""

from PySide6.QtWidgets import QLabel

from editor.ui.look.appearance import appearance
from editor.ui.look.icons import picture
from editor.ui.widgets.measure import em_of


class IconLabel(QLabel):
    """An icon in the colors of the scheme and the size of the text, whatever these become."""

    def __init__(self, name: str = "", ink: str = "muted", size: float = 1.5) -> None:
        """Make the label.

        Args:
            name: The name of an icon, as for ``icons.icon``; "" for none yet.
            ink: The role of its color.
            size: Its height in em.
        """
        super().__init__()
        self._name, self._ink, self._size = name, ink, size
        self._draw()
        appearance().changed.connect(self._draw)

    def show_icon(self, name: str, ink: str) -> None:
        """Show another icon.

        Args:
            name: Its name.
            ink: The role of its color.
        """
        self._name, self._ink = name, ink
        self._draw()

    def _draw(self) -> None:
        if self._name:
            side = round(em_of(self) * self._size)
            self.setPixmap(picture(self._name, self._ink, side, self.devicePixelRatioF()))
