"""Checks: a table of functions ``(Issue, CheckContext) -> Iterator[Diagnostic]``."""
