"""The formats an issue goes out in: one row each, read by the command line, the menu and the help.

Everything heavy is imported by the function that needs it: the command line reads this table to
know its options.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from editor.core.base.errors import InputRejected
from editor.core.base.file_names import is_portable_path
from editor.core.base.messages import Message, translate
from editor.resources import resource

if TYPE_CHECKING:
    from editor.app.site.site import Site
    from editor.core.issue.issue import Issue
    from editor.core.publishing.calendar_files import CalendarFile
    from editor.core.publishing.site_files import SiteFile

GUIDE = "README.html"
"""The page in a ZIP that says how to upload it. Outside the folders: it is not part of the site."""


class ExportSource(Struct, frozen=True):
    """What is exported: an issue, its file's bytes and name, and the site around it."""

    issue: "Issue"
    content: bytes
    name: str
    """The name of its file; "" for the one its profile gives it."""
    site: "Site"

    @property
    def own_path(self) -> str:
        """Where the file lies on the site, from its root; "" where it is not there."""
        from editor.app.site.site import find_own_path

        folder = self.site.folder
        return find_own_path(self.site.root, folder / self.name if folder and self.name else None)

    @property
    def page_name(self) -> str:
        """What the issue is called on the site."""
        from editor.core.publishing.site_files import page_name

        return page_name(self.own_path) or self.name


class ExportProblem(Struct, frozen=True):
    """What the reader of an export should know, and the line of the issue it is about."""

    line: int
    message: Message
    is_missing: bool = False
    """Whether something is missing from the export for this reason."""


class Export(Struct, frozen=True):
    """The content of what was asked for; of a folder, its files by name. Problems go with it."""

    content: bytes | Mapping[str, bytes]
    problems: Sequence[ExportProblem] = ()
    name: str = ""
    """The file's name, where that is not the issue's with the format's suffix."""


class ExportFormat(Struct, frozen=True):
    """A format.

    ``suffix`` follows the issue's name; "" is a folder of files. ``in_menu`` tells whether the
    window offers it under *Export as*, by ``label``; the command line offers every format.
    """

    label: Message
    suffix: str
    export: Callable[[ExportSource], Export]
    in_menu: bool = True


def _export_markdown(source: ExportSource) -> Export:
    return Export(source.content, name=source.name)


def _export_page(source: ExportSource) -> Export:
    from editor.core.publishing.page import write_page

    page = write_page(source.issue, _read_css("page.css", "signs.css"))
    return Export(source.site.embedded(page).encode())


def _export_mail(source: ExportSource) -> Export:
    from editor.core.publishing.mail import GMAIL_CLIPS_AT, write_mail

    css, widths = _read_css("mail.css"), source.site.picture_width
    content = write_mail(source.issue, css, source.page_name, widths).encode()
    if len(content) <= GMAIL_CLIPS_AT:
        return Export(content)
    message = translate("core", "the mail weighs {weight} kB; Gmail clips mails at {limit} kB")
    message = message.fill(weight=len(content) // 1024, limit=GMAIL_CLIPS_AT // 1024)
    return Export(content, [ExportProblem(1, message)])


def _export_draft(source: ExportSource) -> Export:
    from editor.core.issue.issue import issue_title
    from editor.core.publishing.mail_draft import find_lost_parts, write_draft
    from editor.core.publishing.plain_text import write_plain_text

    mail = _export_mail(source)
    assert isinstance(mail.content, bytes)
    page = mail.content.decode()
    issue = source.issue
    text, language = write_plain_text(issue), issue.profile.language
    content = write_draft(issue_title(issue), page, text, language)
    lost = [ExportProblem(1, message) for message in find_lost_parts(page)]
    return Export(content, [*mail.problems, *lost])


def _export_text(source: ExportSource) -> Export:
    from editor.core.publishing.plain_text import write_plain_text

    return Export(write_plain_text(source.issue).encode())


def _no_events() -> ExportProblem:
    return ExportProblem(1, translate("core", "No event was found here, so no calendar has one."))


def _export_feed(source: ExportSource) -> Export:
    from editor.app.site.published_feed import read_published_feed
    from editor.core.publishing.calendar_files import make_calendar_files
    from editor.core.publishing.rolling_feed import write_issue_feed

    problems = _without_file(make_calendar_files(source.issue))
    feed = write_issue_feed(source.issue, read_published_feed(source.site.root, source.issue))
    if not feed:
        raise InputRejected(_no_events().message)
    return Export(feed, problems)


def _export_calendars(source: ExportSource) -> Export:
    from editor.core.publishing.calendar_files import make_calendar_files

    made = list(make_calendar_files(source.issue))
    files = {file.name: file.data for file in made if file.entry}
    problems = _without_file(made) if made else [_no_events()]
    return Export(files, problems)


def _without_file(made: "Iterable[CalendarFile]") -> list[ExportProblem]:
    """The entries that no calendar can express."""
    return [
        ExportProblem(file.line, file.problem, is_missing=True) for file in made if file.problem
    ]


def _export_zip(source: ExportSource) -> Export:
    from editor.app.services.files import read_file
    from editor.core.publishing import site_files

    issue = source.issue
    files = [site_files.page_file(issue, source.content, source.own_path)]
    if issue.profile.image.name:
        path = source.site.image(issue.front.text(*issue.profile.image.name))
        picture = site_files.picture_file(issue, read_file(path)) if path else None
        if picture:
            files.append(picture)
    calendars = site_files.calendar_site_files(issue, source.page_name)
    files += calendars.files
    guide = site_files.upload_guide(issue, files, issue.profile.language)
    return Export(make_zip(files, guide, issue.stamp), _without_file(calendars.missing))


EXPORT_FORMATS: Mapping[str, ExportFormat] = {
    "html": ExportFormat(translate("core", "HTML page"), ".html", _export_page),
    "mail": ExportFormat(translate("core", "HTML for mail"), "-mail.html", _export_mail),
    "draft": ExportFormat(translate("core", "Draft of a mail"), ".eml", _export_draft),
    "text": ExportFormat(translate("core", "Plain text"), ".txt", _export_text),
    "feed": ExportFormat(translate("core", "Calendar of all events"), ".ics", _export_feed),
    "markdown": ExportFormat(translate("core", "Markdown"), ".md", _export_markdown),
    "ics": ExportFormat(
        translate("core", "Calendar files, one per event"), "", _export_calendars, in_menu=False
    ),
    "zip": ExportFormat(translate("core", "ZIP for the site"), ".zip", _export_zip, in_menu=False),
}
"""By the name the command line has for it, in the order of the menu."""


def _read_css(*names: str) -> str:
    return "".join(resource("css", name).read_text(encoding="utf-8") for name in names)


def make_zip(files: "Sequence[SiteFile]", guide: str, stamp: datetime | None) -> bytes:
    """Pack files with their folders.

    Args:
        files: The files of the site.
        guide: An HTML page that says what to do with them.
        stamp: The date of all entries; None for the earliest a ZIP can have.

    Returns:
        The ZIP; the same files give the same bytes.

    Raises:
        InputRejected: If not every system could unpack it: for the name of a file.
    """
    import io
    import zipfile

    for file in files:
        if not is_portable_path(file.path):
            message = translate(
                "core", "“{name}” cannot be unpacked on every system; give the file another name."
            )
            raise InputRejected(message.fill(name=file.path))
    earliest, latest = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 0, 0, 0)
    moment = (stamp or datetime(1980, 1, 1, tzinfo=UTC)).timetuple()[:6]
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((GUIDE, guide.encode()), *((file.path, file.data) for file in files)):
            entry = zipfile.ZipInfo(name, min(max(moment, earliest), latest))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return output.getvalue()
