"""What each check is about, in the words of resources/data/checks.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from editor.resources import resource


class Explanation(Struct, frozen=True):
    """A check in the words of one language.

    Attributes:
        what: What is wrong.
        why: Why it matters to readers.
        how: How it is fixed.
        otherwise: What to do where a fix that ``how`` speaks of is not possible.
    """

    what: str
    why: str
    how: str
    otherwise: str = ""


@cache
def load_explanations(language: str) -> Mapping[str, Explanation]:
    """Load the explanations of all checks.

    Args:
        language: "de" or "en"; English stands in for others.

    Returns:
        The explanations by the code of the check.
    """
    checks = tomllib.loads(resource("data", "checks.toml").read_text(encoding="utf-8"))
    return {
        code: Explanation(*(words.get(language) or words["en"])) for code, words in checks.items()
    }
