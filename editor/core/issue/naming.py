"""What issues and their files are called, and when they come out, by the profile's patterns."""

import re
from datetime import date, timedelta

from msgspec import Struct

from editor.core.base.phrasebook import ENGLISH, GERMAN, PHRASEBOOKS, phrasebook_for
from editor.core.base.slugs import make_slug
from editor.core.issue.issue import Issue, issue_title
from editor.core.profiles.profile import Profile

_NUMBERS = ("number", "issue", "slug")
"""Front matter keys that may hold the number of an issue."""
YEARS = range(1970, 2200)
"""The years an issue may be about; a year outside of them is a typing error."""


class IssueNames(Struct, frozen=True):
    """The values for the name patterns of a profile."""

    profile: Profile
    year: int
    month: int
    """Year and month the issue is about."""
    day: date | None
    """The day of publication; None where it is not known."""
    title: str
    number: str = ""
    """The number of the issue, where its title names none."""

    @property
    def file(self) -> str:
        """Return the name of the issue's file.

        It is "" where the profile has no pattern, or one with a day or number that is not known.
        """
        pattern = self.profile.file
        values = self._values()
        if any(f"{{{name}}}" in pattern and not values[name] for name in ("date", "number")):
            return ""
        return _fill_pattern(pattern, values)

    @property
    def image(self) -> str:
        """Return the name of the header picture; "" where the profile has no pattern."""
        return _fill_pattern(self.profile.image.file, self._values())

    @property
    def suffix(self) -> str:
        """Return what follows the punch line in the title."""
        months = phrasebook_for(self.profile.language).months
        values = {"month": months[self.month - 1], "year": f"{self.year:04}"}
        return _fill_pattern(self.profile.title_suffix, values)

    @property
    def branch(self) -> str:
        """Return the name of the git branch for the issue."""
        name = self.file.rpartition(".")[0] or make_slug(self.title)
        return _fill_pattern(self.profile.branch, {**self._values(), "name": name})

    def _values(self) -> dict[str, str]:
        return {
            "date": self.day.isoformat() if self.day else "",
            "year": f"{self.year:04}",
            "month": f"{self.month:02}",
            "month_en": ENGLISH.months[self.month - 1].lower(),
            "slug": make_slug(self.title),
            "number": next(iter(re.findall(r"\d+", self.title)), self.number),
        }


def _fill_pattern(pattern: str, values: dict[str, str]) -> str:
    """Replace the ``{names}`` of a pattern; a name without a value stays."""
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), pattern)


def issue_names(issue: Issue) -> IssueNames:
    """Return what an issue's own title and day give for its names.

    Args:
        issue: The issue.

    Returns:
        The values for the patterns of its profile.
    """
    numbers = (re.search(r"\d+", issue.front.text(key)) for key in _NUMBERS)
    number = next((match[0] for match in numbers if match), "")
    month = issue_month(issue)
    return IssueNames(issue.profile, *month, issue.day, issue_title(issue), number)


def file_name(issue: Issue, fallback: str = "") -> str:
    """Return the name of an issue's file, from publication day, month and title.

    Args:
        issue: The issue.
        fallback: The name where the profile gives none; "" for one made from the title.

    Returns:
        The name with its ending.
    """
    return issue_names(issue).file or fallback or f"{make_slug(issue_title(issue))}.md"


def issue_month(issue: Issue) -> tuple[int, int]:
    """Return the month an issue is about.

    Args:
        issue: The issue.

    Returns:
        Year and month: those its title names, else those before the day of publication; January
        1970 where neither gives a plausible year.
    """
    title = issue_title(issue)
    for months in (book.months for book in PHRASEBOOKS):
        match = re.search(rf"\b({'|'.join(months)}) (\d{{4}})\b", title)
        if match and int(match[2]) in YEARS:
            return int(match[2]), months.index(match[1]) + 1
    day = issue.day
    if day and day.year in YEARS:
        return month_before(day)
    return YEARS.start, 1


def title_suffix_pattern(profile: Profile) -> str:
    """Return a regular expression for the end of a title, whatever month it names.

    Args:
        profile: The profile with the pattern of the suffix.

    Returns:
        The expression; it matches surrounding white space too.
    """
    months = "|".join((*GERMAN.months, *ENGLISH.months))
    pattern = (
        re.escape(profile.title_suffix.strip())
        .replace(r"\{month\}", f"(?:{months})")
        .replace(r"\{year\}", r"\d{4}")
    )
    return rf"\s*{pattern}\s*$"


def month_before(day: date) -> tuple[int, int]:
    """Return year and month of the month before the one of a day.

    >>> month_before(date(2026, 1, 12))
    (2025, 12)

    Args:
        day: Any day of the month.

    Returns:
        The year and the month, from 1 to 12.
    """
    last_day = day.replace(day=1) - timedelta(days=1)
    return last_day.year, last_day.month


def month_after(year: int, month: int) -> tuple[int, int]:
    """Return year and month of the month after another.

    >>> month_after(2025, 12)
    (2026, 1)

    Args:
        year: The year of the month before.
        month: The month before, from 1 to 12.

    Returns:
        The year and the month, from 1 to 12.
    """
    if month == 12:
        return (year + 1, 1)
    return (year, month + 1)


def publication_day(year: int, month: int, today: date) -> date:
    """Return the day on which an issue comes out.

    >>> publication_day(2025, 11, date(2025, 12, 3))
    datetime.date(2025, 12, 8)

    Args:
        year: The year the issue is about.
        month: The month the issue is about.
        today: The first day that is possible.

    Returns:
        The first Monday after the month; the second if the first has passed; else the next
        Monday from today on.
    """
    first = date(*month_after(year, month), 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    if monday >= today:
        return monday
    second_monday = monday + timedelta(days=7)
    if second_monday >= today:
        return second_monday
    return today + timedelta(days=-today.weekday() % 7)
