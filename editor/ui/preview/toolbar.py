"""The bar above the preview: width, colours, size, and whose page it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class PreviewToolbar(QWidget):
    """Buttons that say what is wanted; what is, they are told."""

    phone_wanted = Signal(bool)
    dark_wanted = Signal(bool)
    real_wanted = Signal(bool)
    zoom_wanted = Signal(int)
    """By how many percent; 0 for the original size."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("previewBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        self.phone = _button(
            self.tr("Phone"), self.tr("As wide as a phone"), self.phone_wanted.emit, checkable=True
        )
        self.dark = _button(
            self.tr("Dark"),
            self.tr("The page as it looks in the dark"),
            self.dark_wanted.emit,
            checkable=True,
        )
        self.smaller = _button("−", self.tr("Smaller"), lambda _: self.zoom_wanted.emit(-10))
        self.original = _button(
            "100 %", self.tr("Original size"), lambda _: self.zoom_wanted.emit(0)
        )
        self.larger = _button("+", self.tr("Larger"), lambda _: self.zoom_wanted.emit(10))
        self.original.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %") + 18)
        self.real = _button(
            self.tr("Real site"),
            self.tr("The page as your own Hugo makes it"),
            self.real_wanted.emit,
            checkable=True,
        )
        for widget in (
            self.phone,
            self.dark,
            None,
            self.smaller,
            self.original,
            self.larger,
            None,
            self.real,
        ):
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget)

    def show_zoom(self, percent: int) -> None:
        self.original.setText(f"{percent} %")

    def show_real(self, on: bool, *, building: bool = False) -> None:
        """Whether the page is the real site's, or will be once it is built."""
        self.real.setChecked(on)
        self.real.setText(self.tr("Building…") if building else self.tr("Real site"))


def _button(
    text: str, tip: str, act: Callable[[bool], object], *, checkable: bool = False
) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setCheckable(checkable)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda checked=False: act(checked))
    return button
