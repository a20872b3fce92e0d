"""Addresses: "venue, street no, postcode town (country)" taken apart and put together.

Law: ``join_address(split_address(text)) == text`` for every text; one that is not written this
way is all ``venue``.
"""

import re
from functools import lru_cache

from msgspec import Struct


class Address(Struct, frozen=True):
    """The parts of an address; "" for a part that is missing."""

    venue: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""


_TOWN = re.compile(
    r"""
    (?: (?P<postcode> (?:[A-Z]{1,2}-)? \d{4,5} ) [ ] )?
    (?P<town>
        [^\d\s(),] [^\d(),]*?
        (?: [ ] \( (?:Saale|Oder|Main) \) )?  # these belong to the name
    )
    (?: [ ] \( (?P<country>[^\d()]+) \) )?
    """,
    re.VERBOSE,
)
_COMMA = re.compile(r", (?![^()]*\))")
"""A comma that is not in parentheses."""
_STREET = re.compile(
    r"""
    .* \d .*                                                 # with a number
    | .* (?:straße|str\.|strasse|platz|weg|allee|ufer|gasse|damm) $
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=4000)
def split_address(text: str) -> Address:
    """Split an address into its parts.

    >>> split_address("c-base, Rungestraße 20, 10179 Berlin")
    Address(venue='c-base', street='Rungestraße 20', postcode='10179', town='Berlin', country='')

    Args:
        text: An address on one line.

    Returns:
        Its parts; all of it as the venue where it is not written this way.
    """
    *before, last = _COMMA.split(text)
    town = _TOWN.fullmatch(last)
    if not town or not (before or town["postcode"]):
        return Address(text)
    street = ""
    if before and _STREET.fullmatch(before[-1]):
        # without a postcode, what begins with a digit is not a street: "3. OG, Ulm"
        if town["postcode"] or not before[-1][0].isdigit():
            street = before.pop()
    address = Address(
        venue=", ".join(before),
        street=street,
        postcode=town["postcode"] or "",
        town=town["town"] or "",
        country=town["country"] or "",
    )
    if join_address(address) == text:
        return address
    return Address(text)


def join_address(address: Address) -> str:
    """Write an address on one line.

    >>> join_address(Address("", "Markt 1", "04109", "Leipzig"))
    'Markt 1, 04109 Leipzig'

    Args:
        address: The parts.

    Returns:
        The parts that are there, in the order of the class.
    """
    town = " ".join(part for part in (address.postcode, address.town) if part)
    if address.country:
        town = f"{town} ({address.country})".lstrip()
    return ", ".join(part for part in (address.venue, address.street, town) if part)
