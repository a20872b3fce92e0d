"""How issues and their files are called, and when they come out, by the profile's patterns."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from editor.core.base.slugs import make_slug
from editor.core.calendar import dates
from editor.core.issue.issue import Issue, issue_title
from editor.core.profiles.profile import Profile

YEARS = range(1970, 2200)
"""The years an issue may be of; what is outside of them is a slip, and no calendar's business."""


@dataclass(frozen=True, slots=True)
class IssueNames:
    """What the patterns of a profile are filled with. ``year`` and ``month`` are the issue's, ``day`` that of publication."""

    profile: Profile
    year: int
    month: int
    day: date | None
    title: str

    @property
    def file(self) -> str:
        """The file's name; "" where the pattern asks for a day nobody has said, or there is no pattern."""
        pattern = self.profile.file
        if "{date}" in pattern and not self.day:
            return ""
        return self.filled(pattern)

    @property
    def image(self) -> str:
        return self.filled(self.profile.image.file)

    @property
    def suffix(self) -> str:
        """What follows the punch line in the title."""
        names = dates.MONTHS_DE if self.profile.language == "de" else dates.MONTHS_EN
        return _filled(
            self.profile.title_suffix, {"month": names[self.month - 1], "year": f"{self.year:04}"}
        )

    @property
    def branch(self) -> str:
        """The name of a git branch."""
        return _filled(
            self.profile.branch,
            {
                **self._words(),
                "name": self.file.rpartition(".")[0] or make_slug(self.title),
            },
        )

    def filled(self, pattern: str) -> str:
        return _filled(pattern, self._words())

    def _words(self) -> dict[str, str]:
        return {
            "date": self.day.isoformat() if self.day else "",
            "year": f"{self.year:04}",
            "month": f"{self.month:02}",
            "month_en": dates.MONTHS_EN[self.month - 1].lower(),
            "slug": make_slug(self.title),
        }


def _filled(pattern: str, words: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: words.get(match[1], match[0]), pattern)


def issue_names(issue: Issue) -> IssueNames:
    """What an issue's own title and day say."""
    return IssueNames(issue.profile, *issue_month(issue), issue.day, issue_title(issue))


def file_name(issue: Issue, fallback: str = "") -> str:
    """The name the profile gives the file, from publication day, month of the issue and title."""
    return issue_names(issue).file or fallback or f"{make_slug(issue_title(issue))}.md"


def issue_month(issue: Issue) -> tuple[int, int]:
    """Year and month an issue is about: the one its title names, else the one before publication."""
    title = issue_title(issue)
    for months in (dates.MONTHS_DE, dates.MONTHS_EN):
        match = re.search(rf"\b({'|'.join(months)}) (\d{{4}})\b", title)
        if match and int(match[2]) in YEARS:
            return int(match[2]), months.index(match[1]) + 1
    return month_before(issue.day if issue.day and issue.day.year in YEARS else date(1970, 2, 1))


def title_suffix_pattern(profile: Profile) -> str:
    """What the end of a title looks like, whatever month it names, as a regular expression."""
    months = "|".join((*dates.MONTHS_DE, *dates.MONTHS_EN))
    pattern = (
        re.escape(profile.title_suffix.strip())
        .replace(r"\{month\}", f"(?:{months})")
        .replace(r"\{year\}", r"\d{4}")
    )
    return rf"\s*{pattern}\s*$"


def month_before(day: date) -> tuple[int, int]:
    """
    >>> month_before(date(2026, 1, 12))
    (2025, 12)
    """
    before = day.replace(day=1) - timedelta(days=1)
    return before.year, before.month


def month_after(year: int, month: int) -> tuple[int, int]:
    """
    >>> month_after(2025, 12)
    (2026, 1)
    """
    if month == 12:
        return (year + 1, 1)
    return (year, month + 1)


def publication_day(year: int, month: int, today: date) -> date:
    """The day an issue comes out: the first Monday after its month, the second if that is past, else the next one there is.

    >>> publication_day(2025, 11, date(2025, 12, 3))
    datetime.date(2025, 12, 8)
    """
    first = date(*month_after(year, month), 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    return next(
        (day for day in (monday, monday + timedelta(days=7)) if day >= today),
        today + timedelta(days=-today.weekday() % 7),
    )
