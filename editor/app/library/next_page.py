"""What comes next on a site: an issue that is begun, or the one to begin."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from editor.app.library.page_facts import PageFacts
from editor.app.services.files import read_file
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.services.series_loading import load_series
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.publishing.issue_head import propose_next

_LOOKED_AT = 12
"""Issues whose kinds decide which newsletter it is."""
_SOON = timedelta(days=200)
"""An issue that is further ahead is a placeholder."""


class NextPage(Struct, frozen=True):
    """The next issue of a newsletter."""

    day: date
    """When it comes out."""
    before: PageFacts
    """The issue before."""
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
    issues = _choose_issues(pages, today)
    if not issues:
        return None
    ahead = [page for page in issues if page.day and today <= page.day]
    newest = next(page for page in issues if page not in ahead or page is issues[-1])
    begun = ahead[-1] if ahead else newest  # of several the one that comes out first
    assert newest.day and begun.day
    if ahead or newest.is_draft:
        return NextPage(begun.day, newest, begun=begun)
    try:
        text, _ = decode(read_file(newest.path))
    except UserFacingError:
        return None
    old = registry.parse(text, newest.path)
    if "{month}" in old.profile.title_suffix:
        plan = propose_next(old, today)
        return NextPage(plan.day, newest, plan.year, plan.month)
    series = load_series(old, newest.path, [page.path for page in issues], registry, today)
    return NextPage(series.day, newest, title=series.title)


def _choose_issues(pages: Sequence[PageFacts], today: date) -> list[PageFacts]:
    """The issues of the newsletter that comes out most, without placeholders for later years."""
    issues = [page for page in pages if page.is_issue and page.day]
    soon = [page for page in issues if page.day and page.day <= today + _SOON]
    kinds = [page.kind for page in soon[:_LOOKED_AT]]
    kind = max(set(kinds), key=kinds.count, default="")
    return [page for page in soon if page.kind == kind]
