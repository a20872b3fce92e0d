"""What a check gives and what it knows. A problem says what is wrong, where, and, if it can, how it is mended."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from editor.core import frontedits
from editor.core.eventedits import Scene
from editor.core.events import Event
from editor.core.frontmatter import Path
from editor.core.issue import Issue, scene
from editor.core.knowledge import NOTHING, Knowledge
from editor.core.profile import LEVELS
from editor.core.text import Edit, Sentence, Span

ERROR, WARNING, HINT = LEVELS

Fix = Callable[[], list[Edit]]
"""Makes the edits that mend a problem; computed when somebody wants them. May raise Refused."""


Options = Callable[[], list[str]]
"""Texts that may be meant in the place of the span, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something wrong at a place of the text, before the table has given it a code and a level."""

    span: Span
    message: Sentence
    fix: Fix | None = None
    sure: bool = True
    """Whether the fix can be made without anybody looking; a guess is shown first."""
    options: Options | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place of the text; ``level`` is one of LEVELS."""

    code: str
    level: str
    span: Span
    message: Sentence
    fix: Fix | None = field(default=None, compare=False)
    sure: bool = True
    options: Options | None = field(default=None, compare=False)

    @property
    def fixable(self) -> bool:
        """Whether the program mends it by itself."""
        return self.fix is not None and self.sure


@dataclass(frozen=True, slots=True)
class Pictures:
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
class Context:
    """What checks know beside the issue.

    ``file`` is the name of its file, "" for none; ``pictures`` is None where no site is known; ``earlier`` maps the
    addresses of the site's earlier issues to the file that had them; ``speller`` knows words, where there is one.
    """

    knowledge: Knowledge = NOTHING
    file: str = ""
    pictures: Pictures | None = None
    earlier: Mapping[str, str] = field(default_factory=dict)
    dead: Mapping[str, Sentence] = field(default_factory=dict)
    """Addresses that did not answer when somebody had them asked, and why."""
    speller: Speller | None = None


NOTHING_KNOWN = Context()
Check = Callable[[Issue, Context], Iterator[Found]]


def place(event: Event) -> Span:
    """Where an entry's problem is shown: its date, else its line."""
    return event.when_span or event.content


def stage(issue: Issue, context: Context) -> Scene:
    """The scene for a fix of entries."""
    return scene(issue, knowledge=context.knowledge)


def replaced(span: Span, new: str) -> Fix:
    """The fix that puts a text in the place of a span."""
    return lambda: [Edit(span.start, span.end, new)]


def put(issue: Issue, path: Path, value: str) -> Fix:
    """The fix that sets a value of the front matter."""
    return lambda: frontedits.put(issue.text, issue.front, path, value)
