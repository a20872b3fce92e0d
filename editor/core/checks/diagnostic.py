"""What a check gives and what it knows. A problem says what is wrong, where, and, if it can, how it is mended."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from editor.core.base.edits import Edit, Span
from editor.core.base.messages import Message
from editor.core.base.severity import Severity
from editor.core.events.editing import EditContext
from editor.core.events.model import Event
from editor.core.frontmatter.editing import put_value
from editor.core.frontmatter.reading import Path
from editor.core.issue.issue import Issue, make_edit_context
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer

Fix = Callable[[], list[Edit]]
"""Makes the edits that mend a problem; computed when somebody wants them. May raise EditRejected."""


Proposals = Callable[[], list[str]]
"""Texts that may be meant in the place of the span, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something wrong at a place of the text.

    A check gives span and message, and a fix where it knows one; the table of checks adds its
    ``code`` and ``severity``.
    """

    span: Span
    message: Message
    fix: Fix | None = field(default=None, compare=False)
    is_safe_fix: bool = True
    """Whether the fix can be made without the user looking at it; a guess is shown first."""
    proposals: Proposals | None = field(default=None, compare=False)
    code: str = ""
    severity: Severity = Severity.ERROR

    @property
    def fixable(self) -> bool:
        """Whether ``check --fix`` makes the fix by itself."""
        return self.fix is not None and self.is_safe_fix


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What is known of the header's picture: the names in its folder, and the size and bytes of the one that is meant."""

    names: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    weight: int = 0


class Speller(Protocol):
    """Who knows how words are written."""

    def knows(self, word: str) -> bool:
        """Whether a word is right, in any language that is looked up."""

    def has(self, word: str) -> bool:
        """Whether the site's own language has a word."""

    def proposals(self, word: str) -> list[str]:
        """What may be meant, the likeliest first."""

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What checks know beside the issue.

    ``file`` is the name of its file, "" for none; ``pictures`` is None where no site is known; ``earlier`` maps the
    addresses of the site's earlier issues to the file that had them; ``speller`` knows words, where there is one.
    """

    gazetteer: Gazetteer = EMPTY_GAZETTEER
    file: str = ""
    pictures: PictureFacts | None = None
    earlier: Mapping[str, str] = field(default_factory=dict)
    dead: Mapping[str, Message] = field(default_factory=dict)
    """Addresses that did not answer when somebody had them asked, and why."""
    speller: Speller | None = None


EMPTY_CONTEXT = CheckContext()
Check = Callable[[Issue, CheckContext], Iterator[Diagnostic]]


def entry_anchor(event: Event) -> Span:
    """Where an entry's problem is shown: its date, else its line."""
    return event.when_span or event.content


def edit_context(issue: Issue, context: CheckContext) -> EditContext:
    """The scene for a fix of entries."""
    return make_edit_context(issue, gazetteer=context.gazetteer)


def replace_fix(span: Span, new: str) -> Fix:
    """The fix that puts a text in the place of a span."""
    return lambda: [Edit(span.start, span.end, new)]


def put_fix(issue: Issue, path: Path, value: str) -> Fix:
    """The fix that sets a value of the front matter."""
    return lambda: put_value(issue.text, issue.front, path, value)
