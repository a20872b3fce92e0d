"""Underlines below what checks have found, in either view of the text."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextEdit

from editor.core.base.edits import Span
from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import Diagnostic
from editor.ui.widgets.text_marks import make_mark

_MAX_UNDERLINES = 2_000
"""Where there are more diagnostics, none is underlined: each costs a cursor."""
_COLORS = {Severity.ERROR: "#d93025", Severity.WARNING: "#c08a2b", Severity.HINT: "#3f7fd1"}
_UNDERLINED_HINTS = ("spelling", "language-tool")

PlacedDiagnostic = tuple[Span, Diagnostic]
"""A diagnostic, and where it is in the document, in the document's UTF-16 units."""


def make_underlines(
    document: QTextDocument, placed: Sequence[PlacedDiagnostic]
) -> list[QTextEdit.ExtraSelection]:
    """Underline what checks have found; of hints those of spelling and grammar alone.

    Args:
        document: The document that shows the text.
        placed: All diagnostics of that text.

    Returns:
        One mark for each, at least one character wide; none where there are too many diagnostics.
    """
    if len(placed) > _MAX_UNDERLINES:
        return []
    last = document.characterCount() - 1
    marks = []
    for span, diagnostic in placed:
        if diagnostic.severity is Severity.HINT and diagnostic.code not in _UNDERLINED_HINTS:
            continue
        wide = Span(min(span.start, last), min(max(span.end, span.start + 1), last))
        marks.append(make_mark(document, wide, _make_underline(diagnostic.severity)))
    return marks


@cache
def _make_underline(severity: Severity) -> QTextCharFormat:
    underline = QTextCharFormat()
    underline.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    underline.setUnderlineColor(QColor(_COLORS[severity]))
    return underline
