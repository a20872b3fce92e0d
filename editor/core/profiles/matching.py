"""Which profile is meant for a file."""

import fnmatch
import re
from collections.abc import Iterable

from editor.core.profiles.profile import GENERIC, MatchRule, Profile


def choose_profile(profiles: Iterable[Profile], path: str, scalars: dict[str, str]) -> Profile:
    """Choose the profile that fits a file best.

    A path that fits counts most, a longer pattern more than a short one.

    Args:
        profiles: The profiles there are.
        path: The file's path, with slashes; "" for none.
        scalars: The values of its front matter's first level, by key.

    Returns:
        The best profile; GENERIC where none fits.
    """
    best, most = GENERIC, 0
    for profile in profiles:
        score = _score(profile.match, path, scalars)
        if score > most:
            best, most = profile, score
    return best


def _score(match: MatchRule, path: str, scalars: dict[str, str]) -> int:
    keys = sum(key in scalars for key in match.keys)
    values = [
        key for key, pattern in match.values.items() if not re.search(pattern, scalars.get(key, ""))
    ]
    on_path = max(
        (len(pattern) for pattern in match.paths if fnmatch.fnmatch(path, pattern)), default=0
    )
    if on_path:
        return 1000 * on_path + 10 * keys - len(values)
    if match.keys and keys == len(match.keys) and not values:
        return 10 * keys + len(match.values)
    return 0
