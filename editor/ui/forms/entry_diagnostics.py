"""What checks have found in the entries of a page.

The checks of a line run here, at once; what all others find is handed in when they are done.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from editor.app.document.session import Session
from editor.core.base.severity import Severity
from editor.core.checks import table
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.events.model import Event
from editor.core.issue.issue import Issue

_CODES_OF_LINES = frozenset(row.code for row in table.EVENT_CHECKS)


class EntryDiagnostics:
    """The diagnostics of the session's entries, as far as they are about the text of now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._checked_text = ""
        self._handed_in: list[Diagnostic] = []
        """The text that the slower checks have read, and what they found in it."""
        self._entry_checked: tuple[str, Event | None] = ("", None)
        self._found_in_entry: list[Diagnostic] = []

    def hand_in(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Keep what checks have found that take longer than those of a line.

        Args:
            diagnostics: All diagnostics of the session's text.
        """
        self._checked_text = self._session.text
        self._handed_in = [
            diagnostic for diagnostic in diagnostics if diagnostic.code not in _CODES_OF_LINES
        ]

    def of_entry(self, event: Event) -> list[Diagnostic]:
        """Collect what is wrong with one entry; the checks of its line run only once per text.

        Args:
            event: An entry of the session's issue.

        Returns:
            First what the checks of its line find, then what the others have found in it.
        """
        if self._entry_checked != (self._session.text, event):
            alone = replace(self._session.issue, entries=(event,))
            self._found_in_entry = self._run_line_checks(alone)
            self._entry_checked = (self._session.text, event)
        return self._found_in_entry + [
            diagnostic
            for diagnostic in self._still_valid()
            if event.span.start <= diagnostic.span.start < event.span.end
        ]

    def by_row(self, entries: Sequence[Event]) -> dict[int, list[Diagnostic]]:
        """Collect what is wrong with many entries, hints aside.

        Args:
            entries: Entries of the session's issue, in the order of the text.

        Returns:
            The diagnostics by the index of their entry; entries without any are missing.
        """
        diagnostics = self._run_line_checks(self._session.issue)
        diagnostics += [
            diagnostic for diagnostic in self._still_valid() if diagnostic.severity != Severity.HINT
        ]
        diagnostics.sort(key=lambda diagnostic: diagnostic.span)
        by_row: dict[int, list[Diagnostic]] = {}
        row = 0
        for diagnostic in diagnostics:  # both in the order of the text
            start = diagnostic.span.start
            while row < len(entries) and entries[row].span.end <= start:
                row += 1
            if row < len(entries) and entries[row].span.start <= start:
                by_row.setdefault(row, []).append(diagnostic)
        return by_row

    def _run_line_checks(self, issue: Issue) -> list[Diagnostic]:
        context = CheckContext(self._session.gazetteer)
        return table.run_checks(issue, context, table.EVENT_CHECKS)

    def _still_valid(self) -> list[Diagnostic]:
        if self._checked_text == self._session.text:
            return self._handed_in
        return []
