"""The address and series book: learned from earlier issues, and read from a file of the user's.

Law: coordinates belong to an address, never to a row: they come from entries of that very address, and only
where they lie in the region of its postcode.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.calendar.entry import decode_link
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import read_event_data, split_place
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.core.places.address import split_address
from editor.core.places.gazetteer import Series, Venue, fold_key
from editor.core.places.geography import Coordinates, Geography

_GEO = re.compile(rb"^GEO:(-?[\d.]+);(-?[\d.]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Venues by folded address, series by folded title."""

    venues: Mapping[str, Venue]
    series: Mapping[str, Series]


def read_coordinates(href: str) -> Coordinates | None:
    """The coordinates in a calendar link, read without parsing the rest; None for none."""
    try:
        found = _GEO.search(decode_link(href))
        if found:
            return (float(found[1]), float(found[2]))
        return None
    except (UserFacingError, ValueError):
        return None


def learn_suggestions(issues: Iterable[Issue], geography: Geography) -> Suggestions:
    """What issues teach, given in the order of their days: of a series the latest line counts."""
    used: Counter[str] = Counter()
    written: dict[str, str] = {}
    points: defaultdict[str, Counter[Coordinates]] = defaultdict(Counter)
    series: dict[str, Series] = {}
    for issue in issues:
        for event in issue.entries:
            place, online = split_place(event.place)
            parts = split_address(place)
            if parts.postcode and event.kind != EntryKind.DEADLINE:
                used[fold_key(place)] += 1
                written[fold_key(place)] = place
                point = read_coordinates(event.href.of(issue.text)) if event.href else None
                if point and not geography.distance(parts.postcode, point):
                    points[fold_key(place)][point] += 1
            if event.kind != EntryKind.DEADLINE and event.title:
                _again(series, event, issue, place, online)
    venues = {
        key: Venue(text, points[key].most_common(1)[0][0] if points[key] else None, used[key])
        for key, text in written.items()
    }
    return Suggestions(
        venues, {key: one for key, one in series.items() if one.used > 1 or one.rule}
    )


def _again(series: dict[str, Series], event: Event, issue: Issue, place: str, online: bool) -> None:
    key = fold_key(plain_text(event.title))
    before = series.get(key)
    url = read_event_data(event, issue.text).url
    series[key] = Series(
        event.title, place, online, url, event.rule_text, before.used + 1 if before else 1
    )


_LONGEST, _MOST = 80, 40


def count_field_values(pages: Iterable[Issue]) -> dict[str, tuple[str, ...]]:
    """What the profile's fields hold in a site's pages, by key: short texts that come more than once, the most
    frequent first, such as authors and topics."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for field in page.profile.fields:
            if (
                field.widget in ("text", "choice")
                and 0 < len(value := page.front.text(field.key).strip()) <= _LONGEST
            ):
                counts[field.key][value] += 1
    found = {
        key: tuple(value for value, count in values.most_common(_MOST) if count > 1)
        for key, values in counts.items()
    }
    return {key: values for key, values in found.items() if values}


def load_suggestions(text: str) -> Suggestions:
    """The user's own book (TOML): ``[[venue]]`` with address, latitude and longitude; ``[[series]]`` with title, address,
    online, url and rule. Raises InputRejected with a sentence."""
    try:
        data = tomllib.loads(text)
        venues = [_venue(row) for row in data.get("venue", [])]
        series = [_series(row) for row in data.get("series", [])]
    except (tomllib.TOMLDecodeError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise InputRejected(
            translate("core", "The address book cannot be read: {reason}").fill(reason=error)
        ) from None
    return Suggestions(
        {fold_key(one.address): one for one in venues}, {fold_key(one.title): one for one in series}
    )


def _series(row: Mapping[str, object]) -> Series:
    texts = {name: str(row.get(name, "")) for name in ("title", "address", "url", "rule")}
    unknown = set(row) - {*texts, "online"}
    if unknown or not texts["title"]:
        raise ValueError(", ".join(unknown) or "title")
    return Series(
        texts["title"], texts["address"], row.get("online") is True, texts["url"], texts["rule"]
    )


def _venue(row: Mapping[str, object]) -> Venue:
    if "latitude" in row:
        point = (float(str(row["latitude"])), float(str(row["longitude"])))
    else:
        point = None
    return Venue(str(row["address"]), point)


def merge_suggestions(*books: Suggestions) -> Suggestions:
    """Several books as one; later ones win."""
    return Suggestions(
        {key: one for book in books for key, one in book.venues.items()},
        {key: one for book in books for key, one in book.series.items()},
    )
