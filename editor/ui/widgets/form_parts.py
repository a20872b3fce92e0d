"""The parts forms and dialogs are made of: rows, labels, small print, monospaced text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.utf16_positions import selected_text
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.naming import name_line
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.widgets.text_input import keep_to_one_line
from editor.ui.widgets.undo_forwarding import forward_undo


def form_layout() -> QFormLayout:
    """Make a form layout with its labels at the left, or above their fields where it is narrow.

    Returns:
        An empty layout; labels and fields are added by row.
    """
    layout = QFormLayout()
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    layout.setHorizontalSpacing(14)
    layout.setVerticalSpacing(8)
    return layout


def set_monospaced(widget: QWidget) -> None:
    """Show a widget's text in the system's monospaced font, in the size of all other text.

    Args:
        widget: The widget, usually a text area that shows Markdown.
    """
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font = QFont()  # it says nothing but the family: the size follows that of the window
    font.setFamilies([fixed.family()])
    font.setStyleHint(QFont.StyleHint.Monospace)
    widget.setFont(font)


def typed_text(area: QPlainTextEdit) -> str:
    """Read a text area, every character of it.

    ``toPlainText`` would turn no-break spaces into plain ones.

    Args:
        area: The text area.

    Returns:
        Its text, with "\\n" between the lines.
    """
    return selected_text(area.document().toRawText())


def field_label(text: str) -> QLabel:
    """Make a label as high as the field that it stands beside.

    Args:
        text: The label.

    Returns:
        The label.
    """
    label = PlainLabel(text)
    label.setObjectName("fieldLabel")
    return label


def label_for(text: str, buddy: QWidget) -> QLabel:
    """Make a label that leads to its field, by its Alt key and for screen readers.

    Args:
        text: The label, with ``&`` before the letter of its Alt key.
        buddy: The field, whose accessible name is set too.

    Returns:
        The label.
    """
    label = field_label(text)
    label.setBuddy(buddy)
    name = text.replace("&", "").rstrip(":")
    buddy.setAccessibleName(name)
    name_line(buddy, name)
    return label


def hint(text: str = "") -> QLabel:
    """Make a label in small print, to stand below a field.

    Args:
        text: What it says; "" where that is set later.

    Returns:
        The label; it wraps its words.
    """
    label = PlainLabel(text, wordWrap=True)
    label.setObjectName("hint")
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def with_hint(field: QWidget, small_print: QLabel) -> QWidget:
    """Put a field and its small print close together.

    Args:
        field: The field.
        small_print: The label that stands below it (``hint``).

    Returns:
        A widget that holds both.
    """
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(field)
    column.addWidget(small_print)
    return holder


def with_forwarded_undo(widget: QWidget) -> QWidget:
    """Let undo pass through a widget to the window.

    Args:
        widget: A field, or a widget that holds some.

    Returns:
        The same widget, ready to be added to a form.
    """
    forward_undo(widget)
    return widget


def make_row(*widgets: QWidget) -> QWidget:
    """Put widgets side by side, as wide as they need; in several lines where it is narrow.

    Args:
        *widgets: Fields, buttons and labels; undo passes through the fields.

    Returns:
        The row, ready to be added to a form.
    """
    for widget in widgets:
        if not isinstance(widget, QLabel | QPushButton):
            forward_undo(widget)
    return flow_row(*widgets)


def with_label(label: str, field: QWidget) -> QWidget:
    """Put a field below its label.

    Args:
        label: The label, with ``&`` before the letter of its Alt key.
        field: The field; undo passes through it.

    Returns:
        A widget that holds both.
    """
    holder = QWidget()
    holder.setSizePolicy(field.sizePolicy())
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    caption = label_for(label, field)
    caption.setObjectName("fieldLabel")
    column.addWidget(caption)
    column.addWidget(with_forwarded_undo(field))
    return holder


def line_of(box: QComboBox) -> QLineEdit:
    """Return the line of a box that can be typed in.

    Args:
        box: An editable box.

    Returns:
        Its line.
    """
    line = box.lineEdit()
    assert line is not None
    if line.validator() is None:
        keep_to_one_line(line)
    return line


def show_text_in(line: QLineEdit, text: str, *, exactly: bool = True) -> None:
    """Put a text into a line unless it is there already, so that the caret stays while typing.

    Args:
        line: The line; where it has not the focus, the start of the text is shown.
        text: The text.
        exactly: Whether spaces around the text that stands there count as a difference.
    """
    shown = line.text()
    if not exactly:
        shown = shown.strip()
    if shown != text:
        line.setText(text)
        if not line.hasFocus():
            line.setCursorPosition(0)


def mark_invalid(widget: QWidget, problem: str, *, is_mild: bool = False) -> None:
    """Frame a field that something is wrong with, and say what in its tooltip.

    Args:
        widget: The field, or a widget that holds boxes.
        problem: What is wrong; "" for nothing.
        is_mild: Whether that is a warning, no error.
    """
    widget.setToolTip(plain_tip(problem))
    look = "mild" if is_mild else "severe"
    if not problem:
        look = ""
    if (widget.property("problem") or "") != look:
        widget.setProperty("problem", look)
        for styled in (widget, *widget.findChildren(QComboBox)):
            styled.style().polish(styled)


def stacked(*widgets: QWidget, growing: QWidget | None = None) -> QWidget:
    """Put widgets one below the other, without space between them.

    Args:
        *widgets: The widgets, from above.
        growing: The one that takes all room that is left; None for the lowest.

    Returns:
        A widget with all of them.
    """
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(growing or widgets[-1], 1)
    return holder


def finish_typing(page: QWidget | None, window: QWidget) -> None:
    """Let what is typed in a field count, although the user has not left it.

    Args:
        page: The page whose fields may hold half-typed values; None for none.
        window: The window that knows which field has the focus.
    """
    for box in page.findChildren(QAbstractSpinBox) if page else ():
        box.interpretText()
    field = window.focusWidget()
    if isinstance(field, QLineEdit):
        field.editingFinished.emit()
