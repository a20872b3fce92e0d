"""What is new: of the events that sources list, those that an issue may want and has not seen."""

import hashlib
from collections.abc import Collection
from datetime import timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from editor.core.base.messages import translate
from editor.core.events.model import EntryKind
from editor.core.importers.candidate import Candidate, ImportContext, ImportResult
from editor.core.importers.duplicates import PresentEntries, mark_duplicates
from editor.core.markdown.inline import plain_text

_AHEAD = timedelta(days=62)
"""How far ahead of publication events are proposed."""


class KnownEvents(Struct, frozen=True):
    """What need not be proposed again."""

    present: PresentEntries = PresentEntries()
    """The entries of the issue."""
    refused: Collection[str] = field(default_factory=frozenset)
    """The keys of candidates that were not taken before."""


def key_of(candidate: Candidate) -> str:
    """Make what a candidate is known by from issue to issue.

    Args:
        candidate: The candidate.

    Returns:
        A short text of its UID, or of its title and day.
    """
    when = candidate.data.when
    day = when.start.isoformat() if when else ""
    identity = candidate.uid or plain_text(candidate.data.title).casefold()
    return hashlib.sha256(f"{identity}\n{day}".encode()).hexdigest()[:16]


def choose_new(result: ImportResult, context: ImportContext, known: KnownEvents) -> ImportResult:
    """Choose what is new.

    Args:
        result: What the sources list.
        context: The issue it is for.
        known: What it has, and what was refused.

    Returns:
        The candidates from publication to two months later that are not known, and how many others
        were left out.
    """
    marked = mark_duplicates(result.candidates, known.present)
    kept = [each for each in marked if not each.is_duplicate and _is_near(each, context)]
    new = [each for each in kept if key_of(each) not in known.refused]
    problems = result.problems
    if left_out := len(result.candidates) - len(new):
        message = translate(
            "core", "{count} events are in the issue, later, or were not taken before."
        )
        problems = (*problems, message.fill(count=left_out))
    return replace(result, candidates=tuple(new), problems=problems)


def _is_near(candidate: Candidate, context: ImportContext) -> bool:
    when = candidate.data.when
    if candidate.data.kind is EntryKind.MEETING or when is None or context.day is None:
        return True
    return context.day <= when.last and when.start <= context.day + _AHEAD
