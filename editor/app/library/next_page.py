"""What comes next on a site: an issue that is begun, or the one to begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from editor.app.library.page_facts import PageFacts
from editor.app.services.files import read_file
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.services.series_loading import load_series
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.publishing.issue_head import propose_next


@dataclass(frozen=True, slots=True)
class NextPage:
    """The next issue of a newsletter."""

    day: date
    """When it comes out."""
    before: Path
    """The file of the issue before."""
    year: int = 0
    month: int = 0
    """The month it is about; 0 where issues are not about months."""
    title: str = ""
    """Its title as far as it follows from those before, without a month."""
    begun: PageFacts | None = None
    """The page, where there is one already."""


def find_next_page(
    pages: Sequence[PageFacts], registry: ProfileRegistry, today: date
) -> NextPage | None:
    """Find what comes next on a site.

    Args:
        pages: All pages of the site, the newest first.
        registry: The profiles.
        today: The current day.

    Returns:
        The newest issue where it comes out today or later or is a draft, else the one after it;
        None for a site without issues.
    """
    issues = [page for page in pages if page.is_issue and page.day]
    if not issues:
        return None
    kinds = [page.kind for page in issues[:12]]
    kind = max(set(kinds), key=kinds.count)
    issues = [page for page in issues if page.kind == kind]
    newest = issues[0]
    assert newest.day
    if newest.day >= today or newest.is_draft:
        before = issues[1].path if len(issues) > 1 else newest.path
        return NextPage(newest.day, before, begun=newest)
    try:
        text, _ = decode(read_file(newest.path))
    except UserFacingError:
        return None
    old = registry.parse(text, newest.path)
    if "{month}" in old.profile.title_suffix:
        plan = propose_next(old, today)
        return NextPage(plan.day, newest.path, plan.year, plan.month)
    series = load_series(old, newest.path, [page.path for page in issues], registry, today)
    return NextPage(series.day, newest.path, title=series.title)
