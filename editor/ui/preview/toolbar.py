"""The bar above the preview: width, colors, size, and whose page it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor.ui.widgets.buttons import icon_button
from editor.ui.widgets.plain_text import plain_tip


class PreviewToolbar(QWidget):
    """Buttons that ask for a change; the pane tells them what has become of it."""

    phone_wanted = Signal(bool)
    dark_wanted = Signal(bool)
    real_wanted = Signal(bool)
    zoom_wanted = Signal(int)
    """By how many percent; 0 for the original size."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("previewBar")
        # a plain QWidget would get this from the style sheet, a subclass does not
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.phone = icon_button("smartphone", self.tr("As wide as a phone"))
        self.dark = icon_button("moon", self.tr("The page as it looks in the dark"))
        self.smaller = icon_button("minus", self.tr("Smaller"))
        self.original = _make_button("100 %", self.tr("Original size"))
        self.larger = icon_button("plus", self.tr("Larger"))
        self.real = _make_button(self.tr("Real page"), self.tr("The page as your site makes it"))
        for toggle in (self.phone, self.dark, self.real):
            toggle.setCheckable(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        row.addWidget(self.phone)
        row.addWidget(self.dark)
        row.addStretch(1)
        row.addWidget(self.smaller)
        row.addWidget(self.original)
        row.addWidget(self.larger)
        row.addStretch(1)
        row.addWidget(self.real)

    def _connect(self) -> None:
        self.phone.clicked.connect(self.phone_wanted)
        self.dark.clicked.connect(self.dark_wanted)
        self.smaller.clicked.connect(lambda: self.zoom_wanted.emit(-10))
        self.original.clicked.connect(lambda: self.zoom_wanted.emit(0))
        self.larger.clicked.connect(lambda: self.zoom_wanted.emit(10))
        self.real.clicked.connect(self.real_wanted)

    def show_zoom(self, percent: int) -> None:
        """Show the zoom.

        Args:
            percent: 100 for the original size.
        """
        self.original.setText(f"{percent} %")
        self.original.setAccessibleName(f"{percent} %")

    def show_real(self, on: bool, *, building: bool = False) -> None:
        """Show whether the page is the real site's.

        Args:
            on: Whether it is, or will be once it is built.
            building: Whether it is being built.
        """
        self.real.setChecked(on)
        self.real.setText(self.tr("Building…") if building else self.tr("Real page"))


def _make_button(text: str, tool_tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(plain_tip(tool_tip))
    # the name begins with what can be read (WCAG 2.2 §2.5.3)
    button.setAccessibleName(text)
    button.setAccessibleDescription(tool_tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
