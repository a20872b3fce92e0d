"""What the program knows beside the issue, gathered: its own tables, what the site's earlier issues teach, and the
user's own book. No Qt: the command line knows it too."""

from functools import cache
from pathlib import Path

from editor.app.services.files import read_file
from editor.app.services.profile_registry import ProfileRegistry, user_folder
from editor.core.attribution.parsing import PhotoSources, load_photo_sources
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.issue.issue import Issue
from editor.core.issue.suggestions import (
    Suggestions,
    count_field_values,
    learn_suggestions,
    load_suggestions,
    merge_suggestions,
)
from editor.core.places.gazetteer import Gazetteer
from editor.core.places.geography import Geography, load_geography
from editor.resources import resource

_MOST = 400
"""Files of a site that are read, the newest names first."""


@cache
def load_country() -> Geography:
    """The tables of postcodes."""
    return load_geography(resource("data", "postcodes.toml").read_text(encoding="utf-8"))


@cache
def load_sources() -> PhotoSources:
    """The platforms and licences of photos."""
    return load_photo_sources(resource("data", "photos.toml").read_text(encoding="utf-8"))


def user_suggestions_file() -> Path:
    """Where the user's own addresses and series stand."""
    return user_folder().parent / "book.toml"


def load_gazetteer(
    folder: Path | None = None, registry: ProfileRegistry | None = None
) -> tuple[Gazetteer, list[Message]]:
    """The country, the user's book, and what the issues in a folder teach; with a sentence for what could not be read."""
    problems: list[Message] = []
    pages = _pages(folder, registry) if folder and registry else []
    if pages:
        books = [learn_suggestions([page for page in pages if page.entries], load_country())]
    else:
        books = []
    path = user_suggestions_file()
    if path.exists():
        try:
            books.append(load_suggestions(read_file(path).decode("utf-8", "replace")))
        except UserFacingError as refused:
            problems.append(refused.message)
    known = merge_suggestions(*books) if books else Suggestions({}, {})
    return Gazetteer(
        load_country(), known.venues, known.series, count_field_values(pages)
    ), problems


def _pages(folder: Path, registry: ProfileRegistry) -> list[Issue]:
    found = []
    for path in sorted(folder.glob("*.md"), key=lambda path: path.name, reverse=True)[:_MOST]:
        try:
            text, _ = decode(read_file(path))
        except UserFacingError:
            continue
        found.append(registry.parse(text, path))
    return found[::-1]
