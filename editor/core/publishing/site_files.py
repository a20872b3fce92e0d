"""The files of a finished issue, and where each goes in the site's folder. Pure names and bytes."""

import html
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from urllib.parse import unquote

from msgspec import Struct

from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.base.phrasebook import phrasebook_for
from editor.core.issue import naming
from editor.core.issue.issue import Issue, issue_title
from editor.core.publishing.calendar_files import CalendarFile, make_calendar_files
from editor.core.publishing.mail import calendar_folder
from editor.core.publishing.rolling_feed import write_issue_feed


class SiteFileKind(StrEnum):
    """The kinds of files an issue consists of."""

    PAGE = "page"
    PICTURE = "picture"
    CALENDAR = "calendar"
    FEED = "feed"


class SiteFile(Struct, frozen=True):
    """A file of the site."""

    path: str
    """The path from the site's root, with slashes."""
    data: bytes
    """What the file will hold."""
    kind: SiteFileKind


class CalendarSiteFiles(Struct, frozen=True):
    """The calendar files of an issue, and the entries that have none."""

    files: Sequence[SiteFile] = ()
    missing: Sequence[CalendarFile] = ()
    """The entries that no calendar can express, each with its problem."""


def page_file(issue: Issue, data: bytes, path: str = "") -> SiteFile:
    """Return the Markdown file of an issue.

    Args:
        issue: The issue to publish.
        data: The encoded text of the issue.
        path: Where the file lies on the site already, from its root; "" for nowhere.

    Returns:
        The file at its path; a new one in the folder for content, by the name its profile gives it.
    """
    path = path or _join_path(issue.profile.content, naming.file_name(issue))
    return SiteFile(path, data, SiteFileKind.PAGE)


def page_name(path: str) -> str:
    """Name a page of the site, as its calendar files are named.

    >>> page_name("content/blog/barcamp/index.md")
    'barcamp.md'

    Args:
        path: The path of its file from the site's root; "" for a page that is not there yet.

    Returns:
        The name of the file, or of the folder whose page it is; "" for no path.
    """
    folder, _, name = path.rpartition("/")
    stem, _, suffix = name.rpartition(".")
    if stem in ("index", "_index") and folder:
        return f"{folder.rpartition('/')[2]}.{suffix}"
    return name


def picture_file(issue: Issue, data: bytes) -> SiteFile | None:
    """Return the header picture of an issue, under the name its front matter gives it.

    Args:
        issue: The issue to publish.
        data: The content of the picture.

    Returns:
        The file, in the folder for pictures; None where the front matter names no picture.

    Raises:
        EditRejected: If the name would lead out of the folder for pictures.
    """
    image = issue.profile.image
    if not image.name:
        return None
    name = issue.front.text(*image.name)
    if not name:
        return None
    if any(part in ("", ".", "..") for part in name.split("/")):
        raise EditRejected(translate("core", "“{name}” is no name for a picture.").fill(name=name))
    return SiteFile(_join_path(image.folder, name), data, SiteFileKind.PICTURE)


def text_picture_names(issue: Issue) -> list[str]:
    """List the pictures of the text that lie in the folder for pictures.

    Args:
        issue: The issue to publish.

    Returns:
        Their names, each once, in the order of the text.
    """
    served = issue.profile.picture_address
    if not served:
        return []
    body = issue.body.of(issue.text)
    names = re.findall(re.escape(served) + r"([^\s()<>\"'/]+)", body)
    return list(dict.fromkeys(unquote(name) for name in names))


def text_picture_file(issue: Issue, name: str, data: bytes) -> SiteFile:
    """Return a picture of the text as a file of the site.

    Args:
        issue: The issue to publish.
        name: The name of the picture.
        data: Its content.

    Returns:
        The file, in the folder for pictures.
    """
    return SiteFile(_join_path(issue.profile.image.folder, name), data, SiteFileKind.PICTURE)


def calendar_site_files(issue: Issue, name: str = "") -> CalendarSiteFiles:
    """Make the calendar files of an issue.

    Args:
        issue: The issue to publish.
        name: The name of the issue's file; "" for the one its profile gives it.

    Returns:
        One file for every entry that a calendar can express, and the other entries; nothing for a
        site without a folder for calendar files.
    """
    folder = calendar_folder(issue, name)
    if not folder:
        return CalendarSiteFiles()
    made = list(make_calendar_files(issue))
    files = [
        SiteFile(f"{folder}/{file.name}", file.data, SiteFileKind.CALENDAR)
        for file in made
        if file.entry
    ]
    return CalendarSiteFiles(files, [file for file in made if file.problem])


def feed_path(issue: Issue) -> str:
    """Return where the one calendar to subscribe to lies.

    Args:
        issue: An issue of the site.

    Returns:
        Its path from the site's root; "" for a site without a place for it.
    """
    events = issue.profile.events
    return _join_path(events.folder, events.feed) if events.folder and events.feed else ""


def feed_file(issue: Issue, published: bytes = b"") -> SiteFile | None:
    """Make the one calendar to subscribe to.

    Args:
        issue: The issue whose entries the calendar holds.
        published: The calendar as it has been published so far; b"" for none.

    Returns:
        The file; None for a site without a place for it, and for a calendar without entries.
    """
    path = feed_path(issue)
    data = write_issue_feed(issue, published) if path else b""
    return SiteFile(path, data, SiteFileKind.FEED) if data else None


def _join_path(folder: str, name: str) -> str:
    if folder.strip("/"):
        return f"{folder.strip('/')}/{name}"
    return name


def upload_guide(issue: Issue, files: Iterable[SiteFile], language: str = "de") -> str:
    """Write a page that says how the files are uploaded in the browser.

    Args:
        issue: The issue to publish.
        files: The files to upload.
        language: The language of the page; English for one there is no guide in.

    Returns:
        A complete HTML document.
    """
    title, *steps = phrasebook_for(language).upload_guide
    folders = ", ".join(dict.fromkeys(file.path.partition("/")[0] + "/" for file in files))
    values = {
        "branch": naming.issue_names(issue).branch,
        "folders": folders,
        "title": issue_title(issue),
    }
    items = "\n".join(f"<li>{html.escape(step.format(**values))}</li>" for step in steps)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n'
        f'<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        "<style>body { max-width: 40em; margin: 3em auto; font: 18px/1.6 sans-serif; } "
        "li { margin: .6em 0; }</style>\n"
        f"</head>\n<body>\n<h1>{title}</h1>\n<ol>\n{items}\n</ol>\n</body>\n</html>\n"
    )
