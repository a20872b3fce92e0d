"""Problems that the user does not want to see in the open document."""

from editor.core.checks.diagnostic import Diagnostic


class IgnoredProblems:
    """Kinds of problems with their words; a document that is opened starts without any."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()

    def add(self, diagnostic: Diagnostic, text: str) -> None:
        """Leave a problem out from now on, wherever its words stand.

        Args:
            diagnostic: The problem.
            text: The text that it was found in.
        """
        self._known.add((diagnostic.code, diagnostic.span.of(text)))

    def filter(self, diagnostics: tuple[Diagnostic, ...], text: str) -> tuple[Diagnostic, ...]:
        """Leave out what is ignored.

        Args:
            diagnostics: Problems.
            text: The text that they were found in.

        Returns:
            The others.
        """
        return tuple(
            each for each in diagnostics if (each.code, each.span.of(text)) not in self._known
        )

    def clear(self) -> None:
        """Ignore nothing."""
        self._known.clear()
