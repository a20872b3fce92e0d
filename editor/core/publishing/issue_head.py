"""The head of a new issue: month, day, title and photo, and how they get into the front matter."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from editor.core.attribution.line import Attribution, read_attribution
from editor.core.attribution.parsing import complete_line, recognize_credit
from editor.core.attribution.photo_sources import PhotoSources
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.date_fields import read_time, read_timestamp
from editor.core.calendar.date_formats import move_timestamp
from editor.core.frontmatter.editing import put_value, remove_node
from editor.core.frontmatter.model import Path, Value
from editor.core.issue import naming
from editor.core.issue.issue import Issue, parse_issue
from editor.core.profiles.profile import Profile

_MISSED_MONTHS = 2
"""After so many months without an issue the next one is not the one after the last."""


class NextIssue(Struct, frozen=True):
    """What the user decides about a new issue."""

    year: int
    month: int
    """Year and month the issue is about."""
    day: date
    """The day of publication."""
    title: str = ""
    """The punch line, or a whole title with its suffix."""
    photo: str = ""
    """The address of a photo's page, or an attribution; "" for none."""
    start: date | None = None
    """The first day that is still to come then; None for the first after the month."""

    def names(self, profile: Profile) -> naming.IssueNames:
        """Return the title of the new issue and the names of its files.

        Args:
            profile: The profile with the patterns.

        Returns:
            The names, with the profile's suffix at the end of the title.
        """
        names = naming.IssueNames(profile, self.year, self.month, self.day, self.title)
        punch_line = self.title
        if profile.title_suffix:
            pattern = naming.title_suffix_pattern(profile)
            punch_line = re.sub(pattern, "", self.title).strip()
        if punch_line:
            return replace(names, title=punch_line + names.suffix)
        return replace(names, title=names.suffix.strip(" –-—"))

    @property
    def first(self) -> date:
        """Return the first day that is still to come when the issue is out."""
        if self.start:
            return self.start
        return date(*naming.month_after(self.year, self.month), 1)


def propose_next(old: Issue | None, today: date) -> NextIssue:
    """Propose the month and the day of the next issue.

    Args:
        old: The last issue; None where there is none.
        today: The day on which the new issue is begun.

    Returns:
        The month after the old issue's, and the day on which that issue would come out; without
        an old issue, or where months have been missed, the month before today.
    """
    if old:
        year, month = naming.month_after(*naming.issue_month(old))
        latest = naming.month_before(today)
        if 12 * (latest[0] - year) + latest[1] - month >= _MISSED_MONTHS:
            year, month = latest  # a newsletter that has paused goes on with the month just over
    else:
        year, month = naming.month_before(today)
    return NextIssue(year, month, naming.publication_day(year, month, today))


def write_head(text: str, profile: Profile, new: NextIssue, sources: PhotoSources) -> str:
    """Write the values of a new issue into the front matter.

    Args:
        text: The whole document.
        profile: The profile of the document.
        new: What is new: month, day, title and photo.
        sources: The known platforms for photos.

    Returns:
        The document, with new values for those keys that it has.

    Raises:
        EditRejected: If a value cannot be written safely, or if the photo is neither an
            attribution nor a known address.
    """
    names = new.names(profile)
    issue = parse_issue(text, profile)
    image = profile.image
    attribution = propose_attribution(new.photo, _read_attribution(issue), sources)
    values: list[tuple[Path, Value]] = [
        (("title",), names.title),
        (("date",), _write_date(issue, new.day)),
        (image.alt, ""),
        (image.attribution, attribution),
        *((path, names.image) for path in (image.name, *image.also)),
    ]
    return write_values(text, profile, values)


def write_values(text: str, profile: Profile, values: Iterable[tuple[Path, Value | None]]) -> str:
    """Write values into the front matter.

    Args:
        text: The whole document.
        profile: The profile of the document.
        values: Values by their path; those of which the front matter has no key are passed over,
            and keys go whose value is None.

    Returns:
        The document.

    Raises:
        EditRejected: If a value cannot be written safely.
    """
    for path, value in values:
        front = parse_issue(text, profile).front
        if path and front.node(*path) is not None:
            if value is not None:
                text = apply(text, put_value(text, front, path, value))
            else:
                with suppress(EditRejected):  # then it stays as it was
                    text = apply(text, remove_node(text, front, path))
    return text


def _write_date(issue: Issue, day: date) -> str:
    """Return the day in the form of the issue's date.

    That is the day alone, or with the issue's time of day (else the profile's) and the UTC offset
    that holds on the new day.
    """
    written = issue.front.text("date")
    timestamp = read_timestamp(written)
    time = read_time(issue.profile.publish_time[:5])
    if timestamp:
        time = timestamp.time()
    assert time is not None
    return move_timestamp(written, day, time, issue.profile.timezone)


def _read_attribution(issue: Issue) -> Attribution | None:
    path = issue.profile.image.attribution
    if path:
        return read_attribution(issue.front.text(*path))
    return None


def propose_attribution(photo: str, before: Attribution | None, sources: PhotoSources) -> str:
    """Make the attribution of a photo.

    An address that does not name the photographer gets the one of the photo before, if both are
    on the same platform; ``assumed_photographer`` tells where that happens.

    Args:
        photo: The address of the photo's page, or an attribution; "" for no photo.
        before: The attribution of the last issue's photo; None where there is none.
        sources: The known platforms for photos.

    Returns:
        The finished line; "" for no photo.

    Raises:
        EditRejected: If the photo is neither an attribution nor a known address.
    """
    if not photo.strip():
        return ""
    credit = recognize_credit(photo, sources, before)
    if credit is None:
        raise EditRejected(
            translate(
                "core",
                "“{photo}” is neither an attribution nor the address of a picture on a known "
                "platform.",
            ).fill(photo=photo)
        )
    same_platform = before and not credit.author and before.platform == credit.platform
    if before and same_platform and before.photo_on == "noun":
        credit = replace(before, photo_url=credit.photo_url)
    return complete_line(credit)


def assumed_photographer(old: Issue, new: NextIssue, sources: PhotoSources) -> str:
    """Return the photographer who was only assumed.

    Args:
        old: The last issue.
        new: What is new, with the photo.
        sources: The known platforms for photos.

    Returns:
        The photographer of the last issue's photo, where the address of the new photo names
        none; "" where nothing was assumed.
    """
    before = _read_attribution(old)
    if not new.photo or not before:
        return ""
    credit = recognize_credit(new.photo, sources, before)
    if credit and not credit.author and before.platform == credit.platform:
        return before.author
    return ""
