"""What the pages of a site do so often that it is no mistake there: checks that are only hints."""

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec.structs import replace

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
    pages: Sequence[tuple[str, str]], profile: Profile, pause: Callable[[], None] = lambda: None
) -> list[str]:
    """Find the checks that many published pages of a kind fail.

    Args:
        pages: The pages of the kind: the name of the file, and the text.
        profile: Their profile, with all that the site says.
        pause: Called between two pages; it may raise to end the work.

    Returns:
        The codes of errors and warnings found on at least three of ten pages, in their order.
    """
    step = max(len(pages) // _MOST_PAGES, 1)
    sample = [page for page in pages[::step][:_MOST_PAGES] if len(page[1]) <= _LONGEST]
    counts: Counter[str] = Counter()
    for name, text in sample:
        pause()
        context = replace(EMPTY_CONTEXT, file_name=name)
        found = run_checks(parse_issue(text, profile), context)
        counts.update({each.code for each in found if each.severity is not Severity.HINT})
    least = max(_FEWEST, _SHARE * len(sample))
    return sorted(code for code, count in counts.items() if count >= least)
