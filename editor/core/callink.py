"""The calendar link of an event: from the values of its line and from its old entry to the finished element.

Law: the same values and the same old entry give the same bytes. An old entry contributes what the line
cannot say: a published UID, its coordinates while the place stays, and nothing else.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from editor.core import ics
from editor.core.dates import When
from editor.core.profile import Profile
from editor.core.text import Refused, translate

_NONE: Mapping[str, bool] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Values:
    """What an event's line and details say, and nothing of how."""

    title: str
    when: When | None
    address: str = ""
    online: bool = False
    url: str = ""
    notes: str = ""
    rule: str = ""
    """A meeting's phrase, such as "jeden dritten Montag im Monat"."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Writes calendar entries for one issue.

    ``stamp`` is the issue's date; ``published`` maps the UIDs of the saved text to their SEQUENCE: a UID
    out in the world is kept, one that only this session has written follows the title until it is saved.
    """

    profile: Profile
    stamp: datetime | None = None
    published: Mapping[str, int] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.profile.language

    def element(self, values: Values, old_href: str = "", taken: Mapping[str, bool] = _NONE) -> str:
        """The HTML element by the profile's template; "" for a profile without links."""
        if not self.profile.events.link or values.when is None:
            return ""
        data = self.data(values, old_href, taken)
        title = plain_text(values.title)
        label = self.profile.events.label.format(title=title)
        return self.profile.events.link.format(title=html.escape(title), label=html.escape(label), name=slug(title), data=ics.encode_link(data))

    def data(self, values: Values, old_href: str = "", taken: Mapping[str, bool] = _NONE) -> bytes:
        """The VCALENDAR of a dated event."""
        from editor.core import vevent

        return vevent.write(self.entry(values, old_href, taken), self.profile.timezone)

    def entry(self, values: Values, old_href: str = "", taken: Mapping[str, bool] = _NONE) -> ics.Entry:
        """The entry of a dated event, from its values and its old link; ``taken`` are UIDs of other events,
        True for those that bear theirs first. Raises Refused at the ends of the calendar."""
        assert values.when
        old = old_entry(old_href)
        try:
            start, end = moments(values.when, self.profile.timezone)
        except (OverflowError, ValueError):
            raise Refused(translate("core", "Calendars cannot say the date of “{title}”.").fill(title=values.title)) from None
        kept = old.uid if old and old.uid in self.published and not taken.get(old.uid) else ""
        uid = kept or self._uid(values, taken)
        location = place_text(values)
        text = "\n".join(part for part in (plain_text(values.notes), values.url) if part)
        return ics.Entry(
            summary=plain_text(values.title),
            start=start,
            end=end,
            location=location,
            url=values.url,
            description=text,
            uid=uid,
            stamp=self.stamp or datetime.combine(values.when.start, time(), UTC),
            sequence=self.published.get(uid, -1) + 1,
            geo=old.geo if old and old.location == location else None,
        )

    def _uid(self, values: Values, taken: Mapping[str, bool]) -> str:
        """By title and day; the hour tells two events of one title on one day apart."""
        assert values.when
        title = plain_text(values.title)
        uid = ics.make_uid(self.profile.site, title, values.when.start)
        return ics.make_uid(self.profile.site, f"{title}\n{values.when.from_}", values.when.start) if uid in taken else uid


def old_entry(href: str) -> ics.Entry | None:
    """What an old link holds; None for none, or for one nobody can read."""
    from editor.core import vevent

    try:
        return next(iter(vevent.read(ics.decode_link(href))), None) if href else None
    except Refused:
        return None


def moments(when: When, zone: str) -> tuple[ics.Moment, ics.Moment | None]:
    """DTSTART and DTEND. All day: dates, the end exclusive. No end is invented for one that is not said,
    but days that are named count in full; an end at or before its start is left out (RFC 5545 §3.6.1)."""
    here = ZoneInfo(zone)
    if when.from_ is None:
        return when.start, max(when.start, when.last) + timedelta(days=1)
    start = datetime.combine(when.start, when.from_, here)
    end = None
    if when.till:
        end = datetime.combine(when.last, when.till, here)
    elif when.last > when.start:
        end = datetime.combine(when.last + timedelta(days=1), time(), here)
    # compared as moments: on the day the clocks change, 02:45 may come after 03:15
    begin = start.astimezone(UTC)
    return start, end if end and end.astimezone(UTC) > begin else None


def place_text(values: Values) -> str:
    if values.address and values.online:
        return f"{plain_text(values.address)} / online"
    return plain_text(values.address) or ("online" if values.online else "")


_MARKUP = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)|\\([\\`*_{}\[\]()#+.!-])|(\*\*|__|`)")


def plain_text(markdown: str) -> str:
    """Inline Markdown as words, for calendars.

    >>> plain_text(r"A [link](https://x.example) and **bold** \\*")
    'A link and bold *'
    """
    return html.unescape(_MARKUP.sub(lambda match: match[1] or match[2] or "", markdown)).strip()


def slug(title: str) -> str:
    """A file name from a title: ASCII, lower case, at most 60 characters, never empty.

    >>> slug("Bürger:innen – Größe & Maß")
    'buerger-innen-groesse-mass'
    """
    folded = title.casefold()
    for char, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        folded = folded.replace(char, letters)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].rstrip("-") or "termin"


def published(hrefs: list[str]) -> dict[str, int]:
    """The UIDs of links and their SEQUENCE."""
    found = {}
    for href in hrefs:
        try:
            uid, sequence = ics.identity(ics.decode_link(href))
        except Refused:
            continue
        if uid:
            found[uid] = sequence
    return found


def identity_of(href: str) -> str:
    """The UID of a link; "" where it has none or cannot be read."""
    return next(iter(published([href])), "")


def day_of(moment: ics.Moment, zone: str) -> date:
    """The local day of a moment."""
    if isinstance(moment, datetime):
        return moment.astimezone(ZoneInfo(zone)).date() if moment.tzinfo else moment.date()
    return moment
