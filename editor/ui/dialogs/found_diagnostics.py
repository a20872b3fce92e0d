"""What checks have found in an issue, in one line: a last look before others see it."""

from collections.abc import Sequence

from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import Diagnostic
from editor.ui.widgets.plain_text import PlainLabel


class FoundDiagnostics(PlainLabel):
    """Counts errors and warnings; hidden where there are none."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Make the line.

        Args:
            diagnostics: What checks have found.
        """
        super().__init__(wordWrap=True)
        severities = [diagnostic.severity for diagnostic in diagnostics]
        errors, warnings = (
            severities.count(severity) for severity in (Severity.ERROR, Severity.WARNING)
        )
        texts = (self.tr("%n to fix", "", errors), self.tr("%n to look at", "", warnings))
        self.setObjectName("problem" if errors else "warning")
        counts = [text for text, count in zip(texts, (errors, warnings), strict=True) if count]
        text = self.tr("{0} in the issue; the list of problems (F8) shows them.")
        self.setText("⚠ " + text.format(", ".join(counts)) if counts else "")
        self.setVisible(bool(counts))
