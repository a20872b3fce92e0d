"""What the program knows beside the issue: its own tables, earlier issues, the user's own book.

No Qt: the command line knows it too.
"""

from functools import cache
from pathlib import Path

from editor.app.services.files import read_file
from editor.app.services.page_files import is_page
from editor.app.services.profile_registry import ProfileRegistry, user_folder
from editor.core.attribution.photo_sources import PhotoSources, load_photo_sources
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

_MAX_PAGES = 400
"""How many files of a site are read, the newest names first."""


@cache
def load_country() -> Geography:
    """Load the tables of postcodes and towns that come with the program."""
    return load_geography(resource("data", "postcodes.toml").read_text(encoding="utf-8"))


@cache
def load_sources() -> PhotoSources:
    """Load the platforms and licenses of photos that come with the program.

    Returns:
        Both, as resources/data/photos.toml lists them.
    """
    return load_photo_sources(resource("data", "photos.toml").read_text(encoding="utf-8"))


def user_suggestions_file() -> Path:
    """Name the file of the user's own addresses and series; it need not exist."""
    return user_folder().parent / "book.toml"


def load_gazetteer(
    folder: Path | None = None, registry: ProfileRegistry | None = None
) -> tuple[Gazetteer, list[Message]]:
    """Gather the country, the user's book, and what the issues in a folder teach.

    Args:
        folder: The folder of a site's pages; None for no site.
        registry: The profiles to parse the pages with; None reads no page.

    Returns:
        The gazetteer, and a message for each part that could not be read.
    """
    problems: list[Message] = []
    pages: list[Issue] = []
    if folder and registry:
        pages = _load_pages(folder, registry)
    books: list[Suggestions] = []
    if pages:
        books.append(learn_suggestions([page for page in pages if page.entries], load_country()))
    path = user_suggestions_file()
    if path.exists():
        try:
            books.append(load_suggestions(read_file(path).decode("utf-8", "replace")))
        except UserFacingError as error:
            problems.append(error.message)
    known = merge_suggestions(*books) if books else Suggestions({}, {})
    gazetteer = Gazetteer(load_country(), known.venues, known.series, count_field_values(pages))
    return gazetteer, problems


def _load_pages(folder: Path, registry: ProfileRegistry) -> list[Issue]:
    """Parse the newest pages of a folder, oldest first; skip what cannot be read."""
    files = [path for path in folder.glob("*.m*") if is_page(path.name)]
    newest = sorted(files, key=lambda path: path.name, reverse=True)[:_MAX_PAGES]
    return [page for _, page in registry.read_pages(newest)][::-1]
