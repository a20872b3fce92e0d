"""What a check is, what it is told, and what it reports."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from msgspec import Struct

from editor.core.base.edits import Edit, Span
from editor.core.base.messages import Message
from editor.core.base.severity import Severity
from editor.core.events.edit_context import EditContext
from editor.core.events.model import Event
from editor.core.frontmatter.editing import put_value
from editor.core.frontmatter.model import Path
from editor.core.issue.issue import Issue, make_edit_context
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer

Fix = Callable[[], list[Edit]]
"""Makes the edits that fix a problem; called only when they are wanted. May raise EditRejected."""

Proposals = Callable[[], list[str]]
"""Makes the texts that may be meant in place of a diagnostic's span, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something wrong at a place in the text.

    A check fills in the span and the message, and a fix where it knows one. The table of checks
    adds ``code`` and ``severity``.

    Attributes:
        span: Where the problem is shown, in the whole text; empty at 0 where it concerns the file.
        message: What is wrong, for the user.
        fix: Makes the edits that fix it; None where there is no mechanical fix.
        is_safe_fix: Whether the fix may be made unseen; False for a guess, which is shown first.
        proposals: Makes texts that may replace the span; None where there are none to choose from.
        code: The code of the check, as it stands in the table, in profiles and in comments.
        severity: How bad it is, after the settings of the profile and the site.
    """

    span: Span
    message: Message
    fix: Fix | None = field(default=None, compare=False)
    is_safe_fix: bool = True
    proposals: Proposals | None = field(default=None, compare=False)
    code: str = ""
    severity: Severity = Severity.ERROR

    @property
    def fixable(self) -> bool:
        """Whether ``check --fix`` makes the fix by itself."""
        return self.fix is not None and self.is_safe_fix


class PictureFacts(Struct, frozen=True):
    """What is known of the header's picture.

    Attributes:
        names: The files in the picture's folder, relative to the profile's image folder.
        size: Width and height in pixels; None where the file is missing or cannot be read.
        weight: The size of the file in bytes; 0 where it is missing.
    """

    names: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    weight: int = 0


class Speller(Protocol):
    """A dictionary, or several, for the language of a site.

    Spellers are keys of the caches in ``spelling``, so they have to be hashable.
    """

    def knows(self, word: str) -> bool:
        """Tell whether a word is right in any language that is looked up."""

    def knows_in_site_language(self, word: str) -> bool:
        """Tell whether the dictionary of the site's own language has a word."""

    def proposals(self, word: str) -> list[str]:
        """Return the words that may be meant, the likeliest first."""

    def __hash__(self) -> int: ...


class GrammarHint(Struct, frozen=True):
    """What a grammar checker says about a part of the text, and what it proposes."""

    span: Span
    message: str
    words: tuple[str, ...] = ()


class CheckContext(Struct, frozen=True):
    """What checks know beside the issue; the defaults leave out the checks that need to know more.

    Attributes:
        gazetteer: Known venues and towns with their postcodes.
        file_name: The name of the issue's file without its folder; "" where there is none.
        pictures: The header's picture; None where no site is known.
        earlier_links: The addresses in earlier issues of the site, each with the title of the one
            that has it.
        dead_links: The addresses that did not answer when the user had them checked, each with the
            reason.
        speller: Looks words up; None where spelling is not checked.
        grammar: What a grammar checker says about this very text.
    """

    gazetteer: Gazetteer = EMPTY_GAZETTEER
    file_name: str = ""
    pictures: PictureFacts | None = None
    earlier_links: Mapping[str, str] = {}
    dead_links: Mapping[str, Message] = {}
    speller: Speller | None = None
    grammar: tuple[GrammarHint, ...] = ()


EMPTY_CONTEXT = CheckContext()

Check = Callable[[Issue, CheckContext], Iterator[Diagnostic]]
"""A check: a function that reads an issue and yields a diagnostic for every problem of one kind.

Its arguments are the issue, parsed from the text as it is now, and what is known beside it. It
changes neither, keeps nothing between two calls, and does no input or output, so that checks can
run in any thread and in any order. What its context does not know (no gazetteer, no pictures, no
speller) it does not report.

It yields diagnostics in any order, with spans in ``issue.text``. It leaves their ``code`` and
``severity`` alone: these come from the row of the table that names the function. It also ignores
suppressions and settings, which ``table.run_checks`` applies to all checks alike.

Checks run after every pause in typing. Work that is needed only for a fix belongs in the ``Fix``,
which is called when the user wants it.

A check needs a docstring of one sentence: what is wrong where it reports something.
"""


def entry_anchor(event: Event) -> Span:
    """Return where a problem of an entry is shown.

    Args:
        event: An entry of any kind.

    Returns:
        The span of its date, or of its whole line where it has no date.
    """
    return event.when_span or event.content


def edit_context(issue: Issue, context: CheckContext) -> EditContext:
    """Return the context in which the fixes of entries are made.

    Args:
        issue: The issue with the entries.
        context: What is known beside it.

    Returns:
        The context for the functions of ``core.events``.
    """
    return make_edit_context(issue, gazetteer=context.gazetteer)


def replace_fix(span: Span, new: str) -> Fix:
    """Return the fix that replaces a span.

    Args:
        span: What is replaced; an empty span inserts.
        new: The text in its place; "" deletes.

    Returns:
        The fix.
    """
    return lambda: [Edit(span.start, span.end, new)]


def put_fix(issue: Issue, path: Path, value: str) -> Fix:
    """Return the fix that sets a value of the front matter.

    Args:
        issue: The issue whose front matter it is.
        path: Keys and indices from the top, such as ``("images", 0, "alt")``.
        value: The new value.

    Returns:
        The fix; it raises EditRejected if the value cannot be written there.
    """
    return lambda: put_value(issue.text, issue.front, path, value)


def entry_of(issue: Issue, diagnostic: Diagnostic) -> Event | None:
    """Find the entry that a problem is about.

    Args:
        issue: The issue in which it was found.
        diagnostic: The problem.

    Returns:
        The event, meeting or deadline in which it starts; None where it starts in none.
    """
    position = diagnostic.span.start
    count = bisect_right(issue.entries, position, key=_start_of)
    if count and position < issue.entries[count - 1].span.end:
        return issue.entries[count - 1]
    return None


def _start_of(entry: Event) -> int:
    return entry.at + entry.reading.span[0]  # without a span for each entry that is compared
