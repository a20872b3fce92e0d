"""Which profile is meant for a file."""

import fnmatch
import re
from collections.abc import Callable, Iterable
from enum import StrEnum

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
        The best profile; GENERIC where none fits.
    """
    best, most = GENERIC, 0
    for profile in profiles:
        score = _score(profile.match, path, scalars, relate(profile))
        if score > most:
            best, most = profile, score
    return best


def _score(match: MatchRule, path: str, scalars: dict[str, str], relation: SiteRelation) -> int:
    keys = sum(key in scalars for key in match.keys)
    values = [
        key for key, pattern in match.values.items() if not re.search(pattern, scalars.get(key, ""))
    ]
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
