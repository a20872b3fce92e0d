"""File names of issues, by the profile's patterns."""

import re
from datetime import date, timedelta

from editor.core import callink, dates
from editor.core.issue import Issue, title_of


def file_name(issue: Issue, fallback: str = "") -> str:
    """The name the profile gives the file, from publication day, month of the issue and title.

    The month of the issue is the one its title names, else the one before publication.
    """
    day, pattern = issue.day, issue.profile.file
    if not pattern or (day is None and "{date}" in pattern):
        return fallback or f"{callink.slug(title_of(issue))}.md"
    year, month = issue_month(issue)
    words = {
        "date": day.isoformat() if day else "",
        "year": f"{year:04}",
        "month": f"{month:02}",
        "month_en": dates.MONTHS_EN[month - 1].lower(),
        "slug": callink.slug(title_of(issue)),
    }
    return re.sub(r"\{(\w+)\}", lambda match: words.get(match[1], match[0]), pattern)


def issue_month(issue: Issue) -> tuple[int, int]:
    """Year and month an issue is about."""
    title = title_of(issue)
    for names in (dates.MONTHS_DE, dates.MONTHS_EN):
        match = re.search(rf"\b({'|'.join(names)}) (\d{{4}})\b", title)
        if match:
            return int(match[2]), names.index(match[1]) + 1
    before = (issue.day or date(1970, 2, 1)).replace(day=1) - timedelta(days=1)
    return before.year, before.month
