"""Which profile is meant for a file."""

import fnmatch
import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec.structs import replace

from editor.core.profiles.profile import GENERIC, MatchRule, Profile


class SiteRelation(StrEnum):
    """How a file's site relates to the one a profile is made for."""

    HOME = "home"
    """It is that site, or the profile is for any."""
    UNKNOWN = "unknown"
    """No site was found around the file."""
    FOREIGN = "foreign"
    """It is another site."""


def choose_profile(
    profiles: Iterable[Profile],
    path: str,
    scalars: dict[str, str],
    relate: Callable[[Profile], SiteRelation] = lambda _: SiteRelation.UNKNOWN,
) -> Profile:
    """Choose the profile that fits a file best.

    A path that fits counts most, a longer pattern more than a short one. In another site than the
    profile's own no path counts, and front matter only where the profile names values, too.

    Args:
        profiles: The profiles there are.
        path: The file's path, with slashes; "" for none.
        scalars: The values of its front matter's first level, by key.
        relate: Tells how the file's site relates to a profile's.

    Returns:
        The best profile; GENERIC where none fits. Without its time zone where nothing but a folder
        speaks for it: any site may have such a folder.
    """
    best, most = GENERIC, 0
    for profile in profiles:
        score = _score(profile.match, path, scalars, relate(profile))
        if score > most:
            best, most = profile, score
    if best is GENERIC:
        return best
    if relate(best) is SiteRelation.UNKNOWN and not _is_meant(best.match, path, scalars):
        return replace(best, timezone="")
    return best


def _is_meant(match: MatchRule, path: str, scalars: dict[str, str]) -> bool:
    """Whether the file's name, or all of its front matter, is what a profile names."""
    for pattern in match.paths:
        names = pattern.rpartition("/")[2].rpartition(".")[0].strip("*")
        if names and fnmatch.fnmatch(path, pattern):
            return True
    return set(match.keys) <= set(scalars) and not _unlike_values(match, scalars)


def _unlike_values(match: MatchRule, scalars: dict[str, str]) -> list[str]:
    """The keys whose values are not those that a profile names."""
    return [
        key for key, pattern in match.values.items() if not re.search(pattern, scalars.get(key, ""))
    ]


def _score(match: MatchRule, path: str, scalars: dict[str, str], relation: SiteRelation) -> int:
    keys = sum(key in scalars for key in match.keys)
    values = _unlike_values(match, scalars)
    on_path = max(
        (len(pattern) for pattern in match.paths if fnmatch.fnmatch(path, pattern)), default=0
    )
    if relation is SiteRelation.FOREIGN:
        on_path = 0
        if not match.values:
            return 0
    if on_path:
        return 1000 * on_path + 10 * keys - len(values)
    if match.keys and keys == len(match.keys) and not values:
        return 10 * keys + len(match.values)
    return 0
