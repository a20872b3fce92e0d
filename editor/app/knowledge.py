"""What the program knows beside the issue, gathered: its own tables, what the site's earlier issues teach, and the
user's own book. No Qt: the command line knows it too."""

from functools import cache
from pathlib import Path

from editor.app import files
from editor.app.library import Library, user_folder
from editor.core import book, credits, geography, source
from editor.core.book import Book
from editor.core.credits import Sources
from editor.core.geography import Geography
from editor.core.issue import Issue
from editor.core.knowledge import Knowledge
from editor.core.text import Refused, Sentence
from editor.resources import resource

_MOST = 400
"""Files of a site that are read, the newest names first."""


@cache
def country() -> Geography:
    """The tables of postcodes."""
    return geography.read(resource("data", "postcodes.toml").read_text(encoding="utf-8"))


@cache
def photo_sources() -> Sources:
    """The platforms and licences of photos."""
    return credits.read(resource("data", "photos.toml").read_text(encoding="utf-8"))


def user_book() -> Path:
    """Where the user's own addresses and series stand."""
    return user_folder().parent / "book.toml"


def load(
    folder: Path | None = None, library: Library | None = None
) -> tuple[Knowledge, list[Sentence]]:
    """The country, the user's book, and what the issues in a folder teach; with a sentence for what could not be read."""
    problems: list[Sentence] = []
    pages = _pages(folder, library) if folder and library else []
    books = [book.learn([page for page in pages if page.entries], country())] if pages else []
    path = user_book()
    if path.exists():
        try:
            books.append(book.read(files.read(path).decode("utf-8", "replace")))
        except Refused as refused:
            problems.append(refused.sentence)
    known = book.merged(*books) if books else Book({}, {})
    return Knowledge(country(), known.venues, known.series, book.usual(pages)), problems


def _pages(folder: Path, library: Library) -> list[Issue]:
    found = []
    for path in sorted(folder.glob("*.md"), key=lambda path: path.name, reverse=True)[:_MOST]:
        try:
            text, _ = source.decode(files.read(path))
        except Refused:
            continue
        found.append(library.parse(text, path))
    return found[::-1]
