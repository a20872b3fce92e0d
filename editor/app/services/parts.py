"""The packages that the program is made of, as they say it of themselves."""

import re
from importlib import metadata
from typing import NamedTuple

_NAME = re.compile(r"[\w.-]+")
_OPTIONAL = re.compile(r"\bextra\s*==")
_LONGEST = 80
"""Characters of a licence's name; some packages put the whole text there."""


class Part(NamedTuple):
    """A package: its name, version and licence (an SPDX expression where it has one)."""

    name: str
    version: str
    license: str


def list_parts(program: str = "rundbrief") -> list[Part]:
    """List the packages that the program needs, directly or not.

    Args:
        program: The distribution to begin with.

    Returns:
        The parts by name, without the program; where it is not installed, as in a checkout, all
        packages that are there.
    """
    found: dict[str, Part] = {}
    waiting = _needs(program)
    if not waiting:
        waiting = [each.metadata["Name"] for each in metadata.distributions()]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found or name == program:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # wanted on another system only
        found[name] = Part(name, distribution.version, _read_license(distribution))
        waiting += _needs(name)
    return [found[name] for name in sorted(found)]


def _needs(name: str) -> list[str]:
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    names = (_NAME.match(each) for each in wanted if not _OPTIONAL.search(each))
    return [match[0] for match in names if match]


def _read_license(distribution: metadata.Distribution) -> str:
    said = distribution.metadata
    for field in ("License-Expression", "License"):
        name = next(iter(said.get_all(field) or ()), "").strip()
        if name and "\n" not in name and len(name) <= _LONGEST:
            return name
    kinds = [str(each) for each in said.get_all("Classifier") or () if each.startswith("License")]
    return ", ".join(kind.rpartition(":: ")[2] for kind in kinds) or "?"
