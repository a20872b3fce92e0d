"""What comes twice: candidates that the issue has, or that stand twice among themselves."""

from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from editor.core.events.link_reading import read_uid
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import read_event_data
from editor.core.importers.candidate import Candidate
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.core.places.gazetteer import fold_key

_EntryKey = tuple[str, date | None]


class PresentEntries(Struct, frozen=True):
    """The entries an issue has.

    Attributes:
        uids: The UIDs in their calendar links.
        keys: Title and day of each entry.
    """

    uids: frozenset[str] = frozenset()
    keys: frozenset[_EntryKey] = field(default_factory=frozenset)

    def has(self, candidate: Candidate) -> bool:
        """Tell whether an entry has the same UID, or the same title and day (or is a series)."""
        if candidate.uid and candidate.uid in self.uids:
            return True
        return _make_key(candidate.data) in self.keys


def collect_present_entries(issue: Issue) -> PresentEntries:
    """Collect the entries of an issue, to tell what comes twice.

    Args:
        issue: The issue that candidates are read for.

    Returns:
        Its entries.
    """
    uids = {read_uid(entry.href.of(issue.text)) for entry in issue.entries if entry.href}
    keys = frozenset(_make_key(read_event_data(entry, issue.text)) for entry in issue.entries)
    return PresentEntries(frozenset(uids - {""}), keys)


def _make_key(data: EventData) -> _EntryKey:
    """What makes two entries one: the folded title, and the day; series have none."""
    title = fold_key(plain_text(data.title))
    if data.when and data.kind != EntryKind.MEETING:
        return title, data.when.start
    return title, None


def mark_duplicates(
    candidates: tuple[Candidate, ...], present: PresentEntries
) -> tuple[Candidate, ...]:
    """Mark the candidates that come twice.

    Args:
        candidates: The candidates; of those that are the same the first is not marked.
        present: The entries of the issue.

    Returns:
        The candidates in their order, ``is_duplicate`` set anew for each.
    """
    seen: set[_EntryKey] = set()
    marked = []
    for candidate in candidates:
        key = _make_key(candidate.data)
        marked.append(replace(candidate, is_duplicate=present.has(candidate) or key in seen))
        seen.add(key)
    return tuple(marked)
