"""Addresses: "venue, street no, postcode town (country)" taken apart and put together.

Law: ``join(split(text)) == text`` for every text; one that is not written this way is all ``venue``.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address; "" for what is not said."""

    venue: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""


_TOWN = re.compile(
    r"(?:(?P<postcode>(?:[A-Z]{1,2}-)?\d{4,5}) )?(?P<town>[^\d\s(),][^\d(),]*?(?: \((?:Saale|Oder|Main)\))?)(?: \((?P<country>[^\d()]+)\))?"
)
_COMMA = re.compile(r", (?![^()]*\))")
_STREET = re.compile(
    r".*\d.*|.*(?:straße|str\.|strasse|platz|weg|allee|ufer|gasse|damm)$", re.IGNORECASE
)


def split_address(text: str) -> Address:
    """An address in its parts.

    >>> split_address("c-base, Rungestraße 20, 10179 Berlin")
    Address(venue='c-base', street='Rungestraße 20', postcode='10179', town='Berlin', country='')
    """
    *before, last = _COMMA.split(text)
    town = _TOWN.fullmatch(last)
    if not town or not (before or town["postcode"]):
        return Address(text)
    if (
        before
        and _STREET.fullmatch(before[-1])
        and (town["postcode"] or not before[-1][0].isdigit())
    ):
        street = before.pop()
    else:
        street = ""
    found = Address(
        ", ".join(before),
        street,
        *(part or "" for part in town.group("postcode", "town", "country")),
    )
    if join_address(found) == text:
        return found
    return Address(text)


def join_address(address: Address) -> str:
    """The address as a line says it.

    >>> join_address(Address("", "Markt 1", "04109", "Leipzig"))
    'Markt 1, 04109 Leipzig'
    """
    town = " ".join(part for part in (address.postcode, address.town) if part)
    if address.country:
        town = f"{town} ({address.country})".lstrip()
    return ", ".join(part for part in (address.venue, address.street, town) if part)
