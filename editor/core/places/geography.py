"""What postcodes say about towns and coordinates; coarse, and silent where it knows nothing."""

import math
import tomllib
from collections.abc import Mapping

from msgspec import Struct, field

Coordinates = tuple[float, float]
"""Latitude and longitude in degrees."""

_NEAR_KM = 50
_EARTH_RADIUS_KM = 6371


class Region(Struct, frozen=True):
    """The places whose postcodes share their first two digits."""

    center: Coordinates
    radius: float
    """In kilometers from the center; all of the places lie within."""
    town: str


class Geography(Struct, frozen=True):
    """German postcode regions by two digits, and the regions of larger towns by folded name."""

    regions: Mapping[str, Region] = field(default_factory=dict)
    towns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    states: tuple[tuple[str, str, str], ...] = ()
    """The first and last postcode of a stretch, and its state (ISO 3166-2:DE)."""

    def state_of(self, postcode: str) -> str:
        """Return the German state of a postcode.

        Args:
            postcode: The postcode; "" is unknown.

        Returns:
            The state, such as "BE"; "" where it is not known for certain.
        """
        if len(postcode) != 5:
            return ""
        return next((state for first, last, state in self.states if first <= postcode <= last), "")

    def distance(self, postcode: str, point: Coordinates) -> float:
        """Return how far a point lies outside the region of a postcode.

        Args:
            postcode: The postcode; "" is unknown.
            point: The point.

        Returns:
            Kilometers; 0 inside, near the region (other countries have postcodes of five digits
            too), or where the postcode is not one of the known regions'.
        """
        region = self._find_region(postcode)
        if region is None:
            return 0.0
        outside = distance_km(region.center, point) - region.radius
        if outside > _NEAR_KM:
            return outside
        return 0.0

    def mismatch(self, postcode: str, town: str) -> bool:
        """Return whether a town of that name is known, but not with such a postcode.

        Args:
            postcode: The postcode; one with four digits is another country's, or lacks its zero.
            town: The name of the town.

        Returns:
            True for a mismatch; False where the town is unknown or the postcode is not a number.
        """
        known = self.towns.get(town.casefold())
        return bool(known and postcode.isdigit() and postcode[:2] not in known)

    def _find_region(self, postcode: str) -> Region | None:
        if len(postcode) == 5 and postcode.isdigit():
            return self.regions.get(postcode[:2])
        return None


def load_geography(text: str) -> Geography:
    """Load the tables of resources/data/postcodes.toml.

    Args:
        text: The content of the file.

    Returns:
        The regions and towns.
    """
    data = tomllib.loads(text)
    regions = {
        code: Region((lat, lon), radius, town)
        for code, (lat, lon, radius, town) in data["regions"].items()
    }
    towns = {town.casefold(): frozenset(codes.split()) for town, codes in data["towns"].items()}
    states = tuple(
        (first, last, state)
        for state, stretches in data["states"].items()
        for first, last in (stretch.split("-") for stretch in stretches.split())
    )
    return Geography(regions, towns, states)


def distance_km(start: Coordinates, end: Coordinates) -> float:
    """Return the distance along the surface (haversine formula on a sphere).

    >>> round(distance_km((52.52, 13.41), (48.40, 9.99)))
    518

    Args:
        start: A point.
        end: Another point.

    Returns:
        Kilometers.
    """
    lat1, lon1, lat2, lon2 = map(math.radians, (*start, *end))
    chord = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
