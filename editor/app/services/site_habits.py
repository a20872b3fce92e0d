"""What the pages of a site do so often that it is no mistake there: checks that are only hints."""

from collections import Counter
from collections.abc import Callable, Sequence

from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import EMPTY_CONTEXT
from editor.core.checks.table import run_checks
from editor.core.issue.issue import parse_issue
from editor.core.profiles.profile import Profile

_SHARE = 0.3
"""The share of pages that makes a habit."""
_FEWEST = 5
"""On how many pages it must be found at least."""
_MOST_PAGES = 40
_LONGEST = 100_000


def find_habits(
    texts: Sequence[str], profile: Profile, pause: Callable[[], None] = lambda: None
) -> list[str]:
    """Find the checks that many published pages of a kind fail.

    Args:
        texts: The pages of the kind.
        profile: Their profile, with all that the site says.
        pause: Called between two pages; it may raise to end the work.

    Returns:
        The codes of errors and warnings found on at least three of ten pages, in their order.
    """
    step = max(len(texts) // _MOST_PAGES, 1)
    sample = [text for text in texts[::step][:_MOST_PAGES] if len(text) <= _LONGEST]
    counts: Counter[str] = Counter()
    for text in sample:
        pause()
        found = run_checks(parse_issue(text, profile), EMPTY_CONTEXT)
        counts.update({each.code for each in found if each.severity is not Severity.HINT})
    least = max(_FEWEST, _SHARE * len(sample))
    return sorted(code for code, count in counts.items() if count >= least)
