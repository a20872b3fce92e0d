"""Addresses, series and field values to suggest.

They are learned from earlier issues, and read from the user's own address book.

Law: coordinates belong to an address, never to a line: they come from entries of that very address,
and only where they lie in the region of its postcode.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.calendar.entry import decode_link
from editor.core.events.location import split_place
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.core.places.address import split_address
from editor.core.places.gazetteer import Series, Venue, fold_key
from editor.core.places.geography import Coordinates, Geography
from editor.core.profiles.profile import FieldKind

_GEO = re.compile(rb"^GEO:(-?[\d.]+);(-?[\d.]+)", re.MULTILINE)
_SUGGESTED_FIELDS = (FieldKind.TEXT, FieldKind.CHOICE)
_LONGEST_VALUE = 80
_VALUES_PER_FIELD = 40


class Suggestions(Struct, frozen=True):
    """Venues by folded address, series by folded title (see ``fold_key``)."""

    venues: Mapping[str, Venue]
    series: Mapping[str, Series]


def read_coordinates(href: str) -> Coordinates | None:
    """Read the coordinates in a calendar link, without parsing the rest.

    Args:
        href: The address of the link.

    Returns:
        Latitude and longitude in degrees (GEO, RFC 5545 §3.8.1.6); None where the link gives none.
    """
    try:
        match = _GEO.search(decode_link(href))
        if match is None:
            return None
        return (float(match[1]), float(match[2]))
    except (UserFacingError, ValueError):
        return None


class _Learner(Struct):
    """Counts what the entries of issues say about addresses and series."""

    geography: Geography
    uses: Counter[str] = field(default_factory=Counter)
    addresses: dict[str, str] = field(default_factory=dict)
    """The latest spelling of an address, by its key."""
    points: defaultdict[str, Counter[Coordinates]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    series: dict[str, Series] = field(default_factory=dict)

    def add(self, event: Event, issue: Issue) -> None:
        if event.kind == EntryKind.DEADLINE:
            return
        address, online = split_place(event.place)
        postcode = split_address(address).postcode
        if postcode:
            self._add_address(address, postcode, event, issue)
        if event.title:
            self._add_series(address, online, event, issue)

    def _add_address(self, address: str, postcode: str, event: Event, issue: Issue) -> None:
        key = fold_key(address)
        self.uses[key] += 1
        self.addresses[key] = address
        if event.href is None:
            return
        point = read_coordinates(event.href.of(issue.text))
        if point and not self.geography.distance(postcode, point):
            self.points[key][point] += 1

    def _add_series(self, address: str, online: bool, event: Event, issue: Issue) -> None:
        key = fold_key(plain_text(event.title))
        uses = 1
        if key in self.series:
            uses += self.series[key].used
        self.series[key] = Series(
            title=event.title,
            address=address,
            online=online,
            url=read_event_data(event, issue.text).url,
            rule=event.rule_text,
            used=uses,
        )

    def make_venue(self, key: str) -> Venue:
        point = None
        if self.points[key]:
            [(point, _)] = self.points[key].most_common(1)
        return Venue(self.addresses[key], point, self.uses[key])


def learn_suggestions(issues: Iterable[Issue], geography: Geography) -> Suggestions:
    """Learn venues and series from issues.

    Args:
        issues: The issues in the order of their days; the latest line of a series counts.
        geography: The regions of postcodes, by which coordinates are checked.

    Returns:
        Every venue, and every series that has a rule or more than one entry.
    """
    learner = _Learner(geography)
    for issue in issues:
        for event in issue.entries:
            learner.add(event, issue)
    series = {
        key: series for key, series in learner.series.items() if series.used > 1 or series.rule
    }
    return Suggestions({key: learner.make_venue(key) for key in learner.addresses}, series)


def count_field_values(pages: Iterable[Issue]) -> dict[str, tuple[str, ...]]:
    """Find the values that the fields of a site's pages hold more than once.

    Args:
        pages: The pages of the site.

    Returns:
        For every key of the front matter with such values (authors and topics, for instance),
        the short texts in it, the most frequent first.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for page_field in page.profile.fields:
            if page_field.widget not in _SUGGESTED_FIELDS:
                continue
            value = page.front.text(page_field.key).strip()
            if value and len(value) <= _LONGEST_VALUE:
                counts[page_field.key][value] += 1
    suggestions = {}
    for key, values in counts.items():
        most_common = values.most_common(_VALUES_PER_FIELD)
        if repeated := tuple(value for value, count in most_common if count > 1):
            suggestions[key] = repeated
    return suggestions


def load_suggestions(text: str) -> Suggestions:
    """Read the user's own address book.

    Args:
        text: TOML with ``[[venue]]`` (address, latitude and longitude) and ``[[series]]`` (title,
            address, online, url and rule).

    Returns:
        The venues and series in it.

    Raises:
        InputRejected: If the text is not TOML, or a table in it is not as described.
    """
    try:
        data = tomllib.loads(text)
        venues = [_read_venue(row) for row in data.get("venue", [])]
        series = [_read_series(row) for row in data.get("series", [])]
    except (tomllib.TOMLDecodeError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise InputRejected(
            translate("core", "The address book cannot be read: {reason}").fill(reason=error)
        ) from None
    return Suggestions(
        {fold_key(venue.address): venue for venue in venues},
        {fold_key(entry.title): entry for entry in series},
    )


def _read_series(row: Mapping[str, object]) -> Series:
    texts = {name: str(row.get(name, "")) for name in ("title", "address", "url", "rule")}
    unknown = set(row) - {*texts, "online"}
    if unknown or not texts["title"]:
        raise ValueError(", ".join(unknown) or "title")
    return Series(
        title=texts["title"],
        address=texts["address"],
        online=row.get("online") is True,
        url=texts["url"],
        rule=texts["rule"],
    )


def _read_venue(row: Mapping[str, object]) -> Venue:
    point = None
    if "latitude" in row:
        point = (float(str(row["latitude"])), float(str(row["longitude"])))
    return Venue(str(row["address"]), point)


def merge_suggestions(*books: Suggestions) -> Suggestions:
    """Merge several address books; later ones win.

    Args:
        *books: The address books.

    Returns:
        All their venues and series.
    """
    return Suggestions(
        {key: venue for book in books for key, venue in book.venues.items()},
        {key: series for book in books for key, series in book.series.items()},
    )
