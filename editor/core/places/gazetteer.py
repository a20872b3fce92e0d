"""What the program knows beside the issue: the country's postcodes, and the addresses and series learned from
earlier issues."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.core.places.address import split_address
from editor.core.places.geography import Coordinates, Geography


@dataclass(frozen=True, slots=True)
class Venue:
    """A place that has been used: its full address, and where it lies if somebody has said so."""

    address: str
    geo: Coordinates | None = None
    used: int = 1


@dataclass(frozen=True, slots=True)
class Series:
    """An event that comes again: what its last line said."""

    title: str
    address: str = ""
    online: bool = False
    url: str = ""
    rule: str = ""
    used: int = 1


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Venues by folded address, series by folded title, and what fields usually hold."""

    geography: Geography = Geography()
    venues: Mapping[str, Venue] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    used: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values of front matter fields in the site's pages of a kind, the most frequent first, by key."""

    def geo(self, place: str, said: Coordinates | None = None) -> Coordinates | None:
        """The coordinates of an address: those ``said``, else the learned ones; none that lie outside its postcode's region."""
        known = self.venues.get(fold_key(place)) if place else None
        postcode = split_address(place).postcode
        candidates = (said, known.geo if known else None)
        return next(
            (
                point
                for point in candidates
                if point and not self.geography.distance(postcode, point)
            ),
            None,
        )


EMPTY_GAZETTEER = Gazetteer()


def fold_key(text: str) -> str:
    """A text as a key: case and blanks do not count."""
    return " ".join(text.casefold().split())
