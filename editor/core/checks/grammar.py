"""Hints of grammar that a server has given; they never block."""

from collections.abc import Iterator

from editor.core.base.messages import translate
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.issue.issue import Issue


def language_tool(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A rule of grammar or style does not like a place."""
    for hint in context.grammar:
        message = translate("core", "LanguageTool: {message}").fill(message=hint.message)
        proposals = list(hint.words)
        yield Diagnostic(
            hint.span,
            message,
            is_safe_fix=False,
            proposals=(lambda words=proposals: words) if proposals else None,  # type: ignore[misc]
        )
