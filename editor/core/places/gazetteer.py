"""What the program knows besides the issue: postcodes, and what earlier issues taught it.

That is the addresses and series of earlier issues, and what the fields of their front matter hold.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from editor.core.places.address import split_address
from editor.core.places.geography import Coordinates, Geography


class Venue(Struct, frozen=True):
    """A place that has been used: its full address, and where it lies, if an issue says so."""

    address: str
    geo: Coordinates | None = None
    used: int = 1
    """How many times."""


class Series(Struct, frozen=True):
    """An event that comes again: what its last line said."""

    title: str
    address: str = ""
    online: bool = False
    url: str = ""
    rule: str = ""
    used: int = 1
    """How many times."""


class Gazetteer(Struct, frozen=True):
    """Venues by folded address, series by folded title, and what fields usually hold."""

    geography: Geography = Geography()
    venues: Mapping[str, Venue] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    used: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values of front matter fields in the site's pages of a kind, by key; most frequent first."""

    def geo(self, address: str, stated: Coordinates | None = None) -> Coordinates | None:
        """Return the coordinates of an address.

        Args:
            address: The full address; "" is unknown.
            stated: Coordinates stated elsewhere, which come before the learned ones.

        Returns:
            The stated or the learned coordinates; None where both are missing or lie outside the
            region of the postcode.
        """
        postcode = split_address(address).postcode
        if stated and not self.geography.distance(postcode, stated):
            return stated
        if not address:
            return None
        venue = self.venues.get(fold_key(address))
        if venue and venue.geo and not self.geography.distance(postcode, venue.geo):
            return venue.geo
        return None


EMPTY_GAZETTEER = Gazetteer()


def fold_key(text: str) -> str:
    """Return a text as a key: case and extra spaces do not count.

    Args:
        text: An address or a title.

    Returns:
        The key.
    """
    return " ".join(text.casefold().split())
