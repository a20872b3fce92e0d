"""The calendar to subscribe to, as it lies on a site."""

from pathlib import Path

from editor.app.services.files import read_file
from editor.core.base.errors import UserFacingError
from editor.core.issue.issue import Issue
from editor.core.publishing.site_files import feed_path


def read_published_feed(root: Path | None, issue: Issue) -> bytes:
    """Read the calendar to subscribe to.

    Args:
        root: The site's folder; None where none is known.
        issue: An issue of the site.

    Returns:
        The calendar; b"" where there is none.
    """
    path = feed_path(issue)
    if root is None or not path:
        return b""
    try:
        return read_file(root / path)
    except (UserFacingError, OSError):
        return b""
