"""In which line of TOML a value stands."""

import re
from collections.abc import Sequence

Key = str | int
"""A key, or the index of a table in a list."""
_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
_KEY = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"\s*(?P<list>\[)?\[\s*(?P<key>{_KEY})\s*\]")
_ASSIGNMENT = re.compile(rf"\s*(?P<key>{_KEY})\s*=")


def find_line(text: str, keys: Sequence[Key]) -> int:
    """Find the line of a value: the first that names the most of its path.

    Args:
        text: TOML.
        keys: The path: keys, and the indices of tables in lists.

    Returns:
        The number of the line, from 1.
    """
    wanted = list(keys)
    best, most = 1, 0
    table: list[Key] = []
    counts: dict[tuple[Key, ...], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.match(line):
            place = table = _read_place(match["key"], [], counts, is_list=bool(match["list"]))
        elif match := _ASSIGNMENT.match(line):
            place = _read_place(match["key"], table, counts)
        else:
            continue
        common = min(len(place), len(wanted))
        if common > most and place[:common] == wanted[:common]:
            best, most = number, common
    return best


def _read_place(
    key: str, table: list[Key], counts: dict[tuple[Key, ...], int], *, is_list: bool = False
) -> list[Key]:
    """The path of a key in a table, with the indices that ``[[lists]]`` of tables add."""
    place = list(table)
    parts = [part.strip("\"'") for part in re.findall(_PART, key)]
    for part in parts[:-1] if is_list else parts:
        place.append(part)
        if tuple(place) in counts:
            place.append(counts[tuple(place)])
    if is_list:
        place.append(parts[-1])
        index = counts[tuple(place)] = counts.get(tuple(place), -1) + 1
        place.append(index)
    return place
