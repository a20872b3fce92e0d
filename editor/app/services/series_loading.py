"""The last issues of a newsletter, read for the next one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from editor.app.services.profile_registry import ProfileRegistry
from editor.core.issue.issue import Issue
from editor.core.publishing.series import IssueSeries, read_series

_MOST = 12


def load_series(
    last: Issue, path: Path, issues: Sequence[Path], registry: ProfileRegistry, today: date
) -> IssueSeries:
    """Read what an issue has in common with those before it.

    Args:
        last: The issue that the next one starts from.
        path: Its file.
        issues: All issues of its kind, the latest first.
        registry: The profiles.
        today: The next issue comes out on this day or later.

    Returns:
        The series. Files that cannot be read are passed over.
    """
    place = issues.index(path) if path in issues else 0
    near = [*issues[place + 1 : place + _MOST], *issues[max(place - _MOST, 0) : place]]
    found = [last]
    for _, issue in registry.read_pages(near[:_MOST]):
        if issue.profile.name == last.profile.name:
            found.append(issue)
    return read_series(found, today)
