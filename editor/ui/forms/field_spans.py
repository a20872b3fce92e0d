"""Which field of a form a place of the text is typed in."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from editor.core.base.edits import Span

FieldSpan = tuple[Span | None, QWidget]
"""A part of the text, None where it is missing, and the field it is typed in."""


def find_field_at(position: int, spans: Iterable[FieldSpan]) -> QWidget | None:
    """Find the field with the narrowest span that holds a position.

    Args:
        position: An index into the text.
        spans: The spans of the fields; they may lie within each other.

    Returns:
        The field, the first one where several spans are equally narrow; None where none holds it.
    """
    field: QWidget | None = None
    narrowest = 0
    for span, widget in spans:
        if span is None or not span.start <= position < span.end:
            continue
        width = span.end - span.start
        if field is None or width < narrowest:
            field, narrowest = widget, width
    return field
