"""What is known of a page without opening it: title, day, state, how much is in it, its words."""

from datetime import date
from pathlib import Path

from msgspec import Struct


class PageFacts(Struct, frozen=True):
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


class ReadPage(Struct, frozen=True):
    """A page, and the words to search in it."""

    facts: PageFacts
    text: str
    """What is searched: words and addresses, without calendar data."""
