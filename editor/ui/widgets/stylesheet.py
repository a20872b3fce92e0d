"""The few rules of style on top of the style of the system."""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class _Colors:
    """The colors of the rules, by what they are for."""

    quiet: str
    line: str
    alarm: str
    pane: str
    accent: str
    on_accent: str
    note: str


_LIGHT = _Colors(
    quiet="#5b6474",
    line="#d7dce4",
    alarm="#a3261a",
    pane="#f3f5f9",
    accent="#0b57d0",
    on_accent="#ffffff",
    note="#eaf1fd",
)
_DARK = _Colors(
    quiet="#a4adbd",
    line="#3a414d",
    alarm="#ffb4a8",
    pane="#20242c",
    accent="#7db7ff",
    on_accent="#10141b",
    note="#2a3345",
)
_RULES = Template("""
#pageTitle { font-size: 15pt; font-weight: 600; padding: 2px 0 4px 0; }
#startTitle { font-size: 24pt; font-weight: 600; }
#hint { color: $quiet; }
#problem, #hint[problem="true"] { color: $alarm; }
QLineEdit[problem="true"],
QDateEdit[problem="true"],
QComboBox[problem="true"],
RuleBuilder[problem="true"] #ruleWords {
    border: 1px solid $alarm;
    border-radius: 3px;
}
RuleBoxes QToolButton:checked {
    background: $accent;
    color: $on_accent;
    border: 1px solid $accent;
    border-radius: 3px;
    padding: 3px;
    font-weight: 600;
}
#thumbnail {
    background: $pane;
    border: 1px dashed $line;
    border-radius: 8px;
    color: $quiet;
    padding: 6px;
}
#messageBar { background: $note; border: 0; border-bottom: 1px solid $line; }
#primary {
    background: $accent;
    color: $on_accent;
    border: 0;
    border-radius: 5px;
    padding: 2px 16px;
    margin: 2px 8px;
    min-height: 1.3em;
    font-weight: 600;
}
#primary:focus { border: 2px solid $on_accent; }
#previewBar { background: $pane; border-bottom: 1px solid $line; }
#previewBar QToolButton { padding: 3px 9px; border: 0; border-radius: 4px; }
#previewBar QToolButton:hover { background: $note; }
#previewBar QToolButton:checked { background: $accent; color: $on_accent; }
#previewBar QToolButton:focus { border: 1px solid $accent; }
#frontLine {
    background: transparent;
    border: 0;
    border-bottom: 1px solid $line;
    color: $quiet;
    text-align: left;
    padding: 0 2px;
}
#frontLine:hover { color: $accent; }
#frontLine:focus { border: 1px solid $accent; }
#previewFrame { background: $line; }
#inspector { background: $note; border: 1px solid $accent; border-radius: 8px; }
#inspectorTitle { font-weight: 600; }
QListWidget::item { padding: 4px 4px; }
QTreeWidget { background: $pane; padding: 8px 4px; }
QTreeWidget::item { padding: 4px 2px; }
QGroupBox {
    border: 1px solid $line;
    border-radius: 8px;
    margin-top: 1.3em;
    padding: 10px 8px 6px 8px;
    font-weight: 600;
}
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; color: $quiet; }
QLineEdit, QDateEdit, QTimeEdit, QComboBox, QPushButton { min-height: 1.55em; }
QMenuBar { padding: 2px 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $note; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QStatusBar QLabel { color: $quiet; padding: 2px 8px; }
QStatusBar::item { border: 0; }
QHeaderView::section {
    border: 0;
    border-bottom: 1px solid $line;
    padding: 4px 6px;
    background: $pane;
}
""")


def style_sheet(palette: QPalette) -> str:
    """Write the rules for a palette.

    Args:
        palette: The palette of the application; only whether it is light or dark counts.

    Returns:
        A Qt style sheet, to be set again when the palette changes between light and dark.
    """
    colors = _LIGHT
    if palette.color(QPalette.ColorRole.Window).lightness() < 128:
        colors = _DARK
    return _RULES.substitute(asdict(colors))


def apply_style(app: QApplication) -> None:
    """Put the style on the application, now and at every change between light and dark.

    Args:
        app: The application.
    """

    def set_style() -> None:
        app.setStyleSheet(style_sheet(app.palette()))

    set_style()
    app.styleHints().colorSchemeChanged.connect(lambda _: set_style())
