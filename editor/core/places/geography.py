"""What postcodes say about towns and coordinates; coarse, and silent where it knows nothing."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

Coordinates = tuple[float, float]
"""Latitude and longitude in degrees."""


_NEAR = 50


@dataclass(frozen=True, slots=True)
class Region:
    """The places whose postcodes share their first two digits: all within ``radius`` km of ``centre``."""

    centre: Coordinates
    radius: float
    town: str


@dataclass(frozen=True, slots=True)
class Geography:
    """German postcode regions by two digits, and the regions of larger towns by folded name."""

    regions: Mapping[str, Region] = field(default_factory=dict)
    towns: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def distance(self, postcode: str, point: Coordinates) -> float:
        """How many km a point lies outside the region of a postcode; 0 inside, near it (other countries have postcodes
        of five digits too), or where the postcode is none of ours."""
        region = self._region(postcode)
        outside = distance_km(region.centre, point) - region.radius if region else 0.0
        if outside > _NEAR:
            return outside
        return 0.0

    def mismatch(self, postcode: str, town: str) -> bool:
        """Whether a town of that name is known, but not with such a postcode; one with four digits is another country's
        (or lacks its zero)."""
        known = self.towns.get(town.casefold())
        return bool(known and postcode.isdigit() and postcode[:2] not in known)

    def _region(self, postcode: str) -> Region | None:
        if len(postcode) == 5 and postcode.isdigit():
            return self.regions.get(postcode[:2])
        return None


def load_geography(text: str) -> Geography:
    """The tables of resources/data/postcodes.toml."""
    data = tomllib.loads(text)
    regions = {
        code: Region((lat, lon), radius, town)
        for code, (lat, lon, radius, town) in data["regions"].items()
    }
    return Geography(
        regions,
        {town.casefold(): frozenset(codes.split()) for town, codes in data["towns"].items()},
    )


def distance_km(one: Coordinates, other: Coordinates) -> float:
    """The distance along the surface (haversine, a sphere of 6 371 km).

    >>> round(distance_km((52.52, 13.41), (48.40, 9.99)))
    518
    """
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    chord = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(chord)))
