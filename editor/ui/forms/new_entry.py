"""What a new entry says until the user fills it in."""

from collections.abc import Collection
from datetime import date, time

from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar.dates import TimeSpan
from editor.core.events.line_writing import is_usual
from editor.core.events.model import EntryKind, EventData
from editor.core.profiles.profile import Profile

_EVENING = TimeSpan(date.min, time(19))


def make_entry(kind: EntryKind, title: str, day: date, profile: Profile) -> EventData:
    """Make an entry that can be written as it is.

    Args:
        kind: Its kind.
        title: Its title.
        day: Its day; a meeting takes place by its rule instead.
        profile: Its language is that of a meeting's rule; lines of another form than the usual
            may have no room for a place.

    Returns:
        An event, online in the usual form, an online meeting every week, or a deadline.
    """
    if kind == EntryKind.DEADLINE:
        return EventData(title, TimeSpan(day), kind=kind)
    if kind == EntryKind.MEETING:
        rule = phrasebook_for(profile.language).first_rule
        return EventData(title, _EVENING, online=True, rule=rule, kind=kind)
    return EventData(title, TimeSpan(day), online=is_usual(profile))


def name_entry(kind: EntryKind, language: str, taken: Collection[str]) -> str:
    """Name a new entry, in the language of the newsletter: it stands in the text at once.

    Args:
        kind: Its kind.
        language: The language of the newsletter.
        taken: The titles of the entries there are.

    Returns:
        A title that no entry has yet.
    """
    titles = phrasebook_for(language).new_titles
    return find_free_title(titles[list(EntryKind).index(kind)], taken)


def find_new_day(near: date | None, published: date | None) -> date:
    """Find a day for an entry.

    Args:
        near: The day of the entry it is added beside; None for none.
        published: The day the issue is published; None where it does not say.

    Returns:
        That day, or the day of the issue, or today; but no day before the issue is published.
    """
    day = near or published or date.today()
    if published:
        return max(day, published)
    return day


def find_free_title(name: str, taken: Collection[str]) -> str:
    """Find a title that no entry has yet.

    >>> find_free_title("New event", {"New event", "New event 2"})
    'New event 3'

    Args:
        name: The title, which gets a number if need be.
        taken: The titles of the entries there are.

    Returns:
        The title.
    """
    title, number = name, 1
    while title in taken:
        number += 1
        title = f"{name} {number}"
    return title
