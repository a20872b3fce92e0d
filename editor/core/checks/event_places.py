"""Checks of places: what a line says about where, and where its calendar entry lies."""

from collections import defaultdict
from collections.abc import Iterator

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks.calendar_links import refresh_fix
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import split_place
from editor.core.issue.issue import Issue
from editor.core.issue.suggestions import read_coordinates
from editor.core.places.address import Address, split_address
from editor.core.places.gazetteer import fold_key
from editor.core.places.geography import Coordinates, distance_km

_FAR = 5.0
"""km between towns that share coordinates by mistake."""


def _placed(issue: Issue) -> Iterator[tuple[Event, Address]]:
    for event in issue.entries:
        if event.place_span and event.kind != EntryKind.DEADLINE:
            yield event, split_address(split_place(event.place)[0])


def postcode(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A postcode that the town has not."""
    for event, place in _placed(issue):
        if (
            event.place_span
            and place.postcode
            and not place.country
            and context.gazetteer.geography.mismatch(place.postcode, place.town)
        ):
            message = translate("core", "{town} has no postcode like {postcode}.").fill(
                town=place.town, postcode=place.postcode
            )
            at = issue.text.find(place.postcode, event.place_span.start)
            yield Diagnostic(Span(at, at + len(place.postcode)), message)


def coordinates(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The calendar entry lies somewhere else than its line."""
    geography = context.gazetteer.geography
    for event, place in _placed(issue) if geography.regions else ():
        if event.href and place.postcode:
            point = read_coordinates(event.href.of(issue.text))
        else:
            point = None
        distance = geography.distance(place.postcode, point) if point and not place.country else 0
        if distance and event.href:
            message = translate(
                "core",
                "The coordinates of the calendar entry lie {distance} km away from {postcode} {town}.",
            )
            words = message.fill(distance=round(distance), postcode=place.postcode, town=place.town)
            yield Diagnostic(event.href, words, refresh_fix(issue, context, event))


def shared(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """Coordinates that two towns share: those of the second were copied."""
    first: defaultdict[Coordinates, dict[str, str]] = defaultdict(dict)
    for event, place in _placed(issue):
        point = read_coordinates(event.href.of(issue.text)) if event.href and place.town else None
        if point is None or not event.href:
            continue
        others = [postcode for town, postcode in first[point].items() if town != place.town]
        if others and not _near(context, others[0], place.postcode):
            message = translate(
                "core",
                "The coordinates of the calendar entry are also those of another town, {town}.",
            )
            words = message.fill(town=next(town for town in first[point] if town != place.town))
            yield Diagnostic(event.href, words, refresh_fix(issue, context, event))
        first[point].setdefault(place.town, place.postcode)


def _near(context: CheckContext, one: str, other: str) -> bool:
    regions = context.gazetteer.geography.regions
    if one[:2] not in regions or other[:2] not in regions:
        return False
    return (
        one[:2] != other[:2]
        and distance_km(regions[one[:2]].centre, regions[other[:2]].centre) < _FAR
    )


def venue(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A venue that other issues always have at another address."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for one in context.gazetteer.venues.values():
        parts = split_address(one.address)
        if parts.venue and parts.street and one.used > 1:
            known[f"{fold_key(parts.venue)}|{fold_key(parts.town)}"].add(one.address)
    for event, place in _placed(issue):
        if place.venue and place.street:
            others = known.get(f"{fold_key(place.venue)}|{fold_key(place.town)}", set())
        else:
            others = set()
        said = split_place(event.place)[0]
        if (
            event.place_span
            and len(others) == 1
            and fold_key(said) not in map(fold_key, others)
            and not _same_street(said, next(iter(others)))
        ):
            yield Diagnostic(
                event.place_span,
                translate("core", "Other issues have this venue at “{address}”.").fill(
                    address=next(iter(others))
                ),
            )


def _same_street(one: str, other: str) -> bool:
    """Whether two addresses differ only in how the street is written."""

    def bare(text: str) -> str:
        return "".join(
            char
            for char in fold_key(split_address(text).street)
            .replace("straße", "str")
            .replace("strasse", "str")
            if char.isalnum()
        )

    return bare(one) == bare(other)
