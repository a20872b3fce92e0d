"""What a finished issue consists of, and where each file goes in the site's folder. Pure names and bytes."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.issue import naming
from editor.core.issue.issue import Issue, issue_title
from editor.core.publishing.calendar_files import make_calendar_files, write_issue_feed
from editor.core.publishing.mail import calendar_folder


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: its path from the site's root, with slashes, and what it shall hold.

    ``kind`` is "page", "picture", "calendar" or "feed".
    """

    path: str
    data: bytes
    kind: str


def page_file(issue: Issue, data: bytes, name: str = "") -> SiteFile:
    """The Markdown file, under the profile's name or the one given."""
    return SiteFile(_joined(issue.profile.content, name or naming.file_name(issue)), data, "page")


def picture_file(issue: Issue, data: bytes) -> SiteFile | None:
    """The header's picture under the name the front matter gives it; None where it names none."""
    image = issue.profile.image
    name = issue.front.text(*image.name) if image.name else ""
    if name and any(part in ("", ".", "..") for part in name.split("/")):
        raise EditRejected(translate("core", "“{name}” is no name for a picture.").fill(name=name))
    if name:
        return SiteFile(_joined(image.folder, name), data, "picture")
    return None


def calendar_site_files(issue: Issue, name: str = "") -> Iterator[SiteFile]:
    """The issue's calendar files; none for a site without a folder for them. ``name`` is the issue's file name, if it
    is not the profile's."""
    folder = calendar_folder(issue, name)
    for file in make_calendar_files(issue) if folder else ():
        if file.entry:
            yield SiteFile(f"{folder}/{file.name}", file.data, "calendar")


def feed_file(issue: Issue) -> SiteFile | None:
    """The one calendar to subscribe to; None for a site without a folder for it."""
    events = issue.profile.events
    wanted = (
        events.folder and events.feed and issue.entries
    )  # a calendar without an entry is none (RFC 5545 §3.6)
    if wanted:
        return SiteFile(_joined(events.folder, events.feed), write_issue_feed(issue), "feed")
    return None


def _joined(folder: str, name: str) -> str:
    if folder.strip("/"):
        return f"{folder.strip('/')}/{name}"
    return name


_GUIDES = {
    "de": (
        "So kommt die Ausgabe auf die Website",
        "Öffnen Sie das Repository der Website in Ihrem Browser, und legen Sie dort über „Branch“ einen neuen Zweig namens „{branch}“ an.",
        "Wählen Sie „Add file → Upload files“ (bei anderen Anbietern „Hochladen“), und ziehen Sie die Ordner aus diesem ZIP so, wie sie sind, "
        "auf die Seite: {folders}.",
        "Schreiben Sie „{title}“ in das Feld für die Nachricht, bestätigen Sie, und öffnen Sie mit dem angebotenen Knopf den Pull Request.",
    ),
    "en": (
        "How this issue gets onto the site",
        "Open the site’s repository in your browser, and make a new branch named “{branch}” there.",
        "Choose “Add file → Upload files” (elsewhere “Upload”), and drag the folders of this ZIP, as they are, onto the page: {folders}.",
        "Write “{title}” into the field for the message, confirm, and open the pull request with the button you are offered.",
    ),
}


def upload_guide(issue: Issue, pieces: Iterable[SiteFile], language: str = "de") -> str:
    """A page that says in three sentences how the pieces are uploaded in the browser."""
    title, *sentences = _GUIDES.get(language, _GUIDES["en"])
    folders = ", ".join(dict.fromkeys(piece.path.partition("/")[0] + "/" for piece in pieces))
    words = {
        "branch": naming.issue_names(issue).branch,
        "folders": folders,
        "title": issue_title(issue),
    }
    lines = "\n".join(f"<li>{html.escape(sentence.format(**words))}</li>" for sentence in sentences)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        "<style>body { max-width: 40em; margin: 3em auto; font: 18px/1.6 sans-serif; } li { margin: .6em 0; }</style>\n</head>\n"
        f"<body>\n<h1>{title}</h1>\n<ol>\n{lines}\n</ol>\n</body>\n</html>\n"
    )
