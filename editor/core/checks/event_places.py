"""Checks of the places of entries, and of the coordinates in their calendar entries."""

from collections import defaultdict
from collections.abc import Iterator

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks.calendar_links import refresh_fix
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.events.location import split_place
from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.core.issue.suggestions import read_coordinates
from editor.core.places.address import Address, split_address
from editor.core.places.gazetteer import Gazetteer, fold_key
from editor.core.places.geography import Coordinates, distance_km

_NEARBY_KM = 5.0
"""Towns whose regions are no farther apart may share coordinates."""


def _entries_with_places(issue: Issue) -> Iterator[tuple[Event, Address]]:
    for event in issue.entries:
        if event.place_span and event.kind != EntryKind.DEADLINE:
            yield event, split_address(split_place(event.place)[0])


def postcode(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The town of an entry has no postcode like the one beside it."""
    geography = context.gazetteer.geography
    for event, place in _entries_with_places(issue):
        if (
            event.place_span
            and place.postcode
            and not place.country
            and geography.mismatch(place.postcode, place.town)
        ):
            message = translate("core", "{town} has no postcode like {postcode}.").fill(
                town=place.town, postcode=place.postcode
            )
            start = issue.text.find(place.postcode, event.place_span.start)
            yield Diagnostic(Span(start, start + len(place.postcode)), message)


def coordinates(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The coordinates of a calendar entry are far from the place in its line."""
    geography = context.gazetteer.geography
    if not geography.regions:
        return
    for event, place in _entries_with_places(issue):
        if not event.href or not place.postcode or place.country:
            continue
        point = read_coordinates(event.href.of(issue.text))
        if point is None:
            continue
        distance = geography.distance(place.postcode, point)
        if distance:
            message = translate(
                "core",
                "The coordinates of the calendar entry lie {distance} km away "
                "from {postcode} {town}.",
            ).fill(distance=round(distance), postcode=place.postcode, town=place.town)
            fix = refresh_fix(issue, context, event)
            yield Diagnostic(event.href, message, fix, is_safe_fix=False)


def coordinates_shared(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """Two towns share coordinates, so those of the second were copied."""
    postcodes_at: defaultdict[Coordinates, dict[str, str]] = defaultdict(dict)
    for event, place in _entries_with_places(issue):
        if not event.href or not place.town:
            continue
        point = read_coordinates(event.href.of(issue.text))
        if point is None:
            continue
        postcodes = postcodes_at[point]
        other_town = next((town for town in postcodes if town != place.town), None)
        if other_town is not None and not _is_nearby(
            context, postcodes[other_town], place.postcode
        ):
            message = translate(
                "core",
                "The coordinates of the calendar entry are also those of another town, {town}.",
            ).fill(town=other_town)
            fix = refresh_fix(issue, context, event)
            yield Diagnostic(event.href, message, fix, is_safe_fix=False)
        postcodes.setdefault(place.town, place.postcode)


def _is_nearby(context: CheckContext, postcode: str, other_postcode: str) -> bool:
    """Tell whether two postcodes belong to different regions that are close to each other."""
    regions = context.gazetteer.geography.regions
    region, other_region = regions.get(postcode[:2]), regions.get(other_postcode[:2])
    if region is None or other_region is None or postcode[:2] == other_postcode[:2]:
        return False
    return distance_km(region.center, other_region.center) < _NEARBY_KM


def venue(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A venue stands at another address than in all other issues."""
    addresses_of = _collect_venue_addresses(context.gazetteer)
    for event, place in _entries_with_places(issue):
        if not event.place_span or not place.venue or not place.street:
            continue
        addresses = addresses_of.get(_venue_key(place), set())
        if len(addresses) != 1:
            continue
        (known_address,) = addresses
        written_address = split_place(event.place)[0]
        if fold_key(written_address) != fold_key(known_address) and not _is_same_street(
            written_address, known_address
        ):
            message = translate("core", "Other issues have this venue at “{address}”.").fill(
                address=known_address
            )
            yield Diagnostic(event.place_span, message)


def _collect_venue_addresses(gazetteer: Gazetteer) -> dict[str, set[str]]:
    """Return the addresses of the venues that more than one issue has."""
    addresses_of: defaultdict[str, set[str]] = defaultdict(set)
    for known_venue in gazetteer.venues.values():
        place = split_address(known_venue.address)
        if place.venue and place.street and known_venue.used > 1:
            addresses_of[_venue_key(place)].add(known_venue.address)
    return addresses_of


def _venue_key(place: Address) -> str:
    return f"{fold_key(place.venue)}|{fold_key(place.town)}"


def _is_same_street(address: str, other_address: str) -> bool:
    """Tell whether two addresses differ only in how the street is written."""
    return _bare_street(address) == _bare_street(other_address)


def _bare_street(address: str) -> str:
    street = fold_key(split_address(address).street)
    street = street.replace("straße", "str").replace("strasse", "str")
    return "".join(char for char in street if char.isalnum())
