"""What is known of a page without opening it: title, day, state, how much is in it, its words."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page as the list of a site shows it."""

    path: Path
    title: str
    day: date | None
    """When it is or was published."""
    author: str
    kind: str
    """The name of its profile."""
    is_draft: bool
    image: str
    """The file of the header picture; "" for none."""
    entries: int
    """How many events, meetings and deadlines it lists."""
    words: int
    is_issue: bool = False
    """Whether it is an issue of a newsletter: it lists events, or its kind has names by date."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page, and the words to search in it."""

    facts: PageFacts
    text: str
    """What is searched: words and addresses, without calendar data."""
