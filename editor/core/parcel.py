"""What a finished issue consists of, and where each file goes in the site's folder. Pure names and bytes."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.core import export, mail, naming
from editor.core.issue import Issue


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the site: its path from the site's root, with slashes, and what it shall hold.

    ``kind`` is "page", "picture", "calendar" or "feed".
    """

    path: str
    data: bytes
    kind: str


def page(issue: Issue, data: bytes, name: str = "") -> Piece:
    """The Markdown file, under the profile's name or the one given."""
    return Piece(_joined(issue.profile.content, name or naming.file_name(issue)), data, "page")


def picture(issue: Issue, data: bytes) -> Piece | None:
    """The header's picture under the name the front matter gives it; None where it names none."""
    image = issue.profile.image
    name = issue.front.text(*image.name) if image.name else ""
    return Piece(_joined(image.folder, name), data, "picture") if name else None


def calendars(issue: Issue) -> Iterator[Piece]:
    """The issue's calendar files; none for a site without a folder for them."""
    folder = mail.calendar_folder(issue)
    for file in export.calendar_files(issue) if folder else ():
        if file.entry:
            yield Piece(f"{folder}/{file.name}", file.data, "calendar")


def feed(issue: Issue) -> Piece | None:
    """The one calendar to subscribe to; None for a site without a folder for it."""
    events = issue.profile.events
    return Piece(_joined(events.folder, events.feed), export.feed(issue), "feed") if events.folder and events.feed else None


def _joined(folder: str, name: str) -> str:
    return f"{folder.strip('/')}/{name}" if folder.strip("/") else name
