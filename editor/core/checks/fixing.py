"""Fixing several problems at once."""

from collections.abc import Sequence

from editor.core.base.edits import Edit, apply
from editor.core.base.errors import UserFacingError
from editor.core.checks.diagnostic import Diagnostic


def fix_edits(text: str, diagnostics: Sequence[Diagnostic]) -> list[Edit]:
    """Collect the edits that fix several problems at once.

    Args:
        text: The text in which they were found.
        diagnostics: The problems; those without a fix, or whose fix is rejected, are left out.

    Returns:
        Sorted edits on ``text``; where two fixes touch the same place, only those of the first.
    """
    edits: list[Edit] = []
    for diagnostic in diagnostics:
        if diagnostic.fix is None:
            continue
        try:
            fix = diagnostic.fix()
        except UserFacingError:
            continue
        if not any(_touch(new, edit) for new in fix for edit in edits):
            edits += [edit for edit in fix if text[edit.start : edit.end] != edit.new]
    apply(text, edits)
    return sorted(edits)


def _touch(left: Edit, right: Edit) -> bool:
    return left.start == right.start or (left.start < right.end and right.start < left.end)
