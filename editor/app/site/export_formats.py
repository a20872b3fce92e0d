"""The formats an issue goes out in besides its Markdown: one row each, for the window and the command line."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from editor.app.site.site import Site
from editor.core.issue.issue import Issue
from editor.core.publishing.site_files import SiteFile
from editor.resources import resource


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: what follows the file's name, and what makes the bytes of an issue, its site and its file's name."""

    suffix: str
    make: Callable[[Issue, Site, str], bytes]


def _css(*names: str) -> str:
    return "".join(resource("css", name).read_text(encoding="utf-8") for name in names)


def _page(issue: Issue, site: Site, _: str) -> bytes:
    from editor.core.publishing.calendar_files import write_page

    return site.embedded(write_page(issue, _css("page.css", "signs.css"))).encode()


def _mail(issue: Issue, _: Site, file: str) -> bytes:
    from editor.core.publishing.mail import write_mail

    return write_mail(issue, _css("mail.css"), file).encode()


def _plain(issue: Issue, *_: object) -> bytes:
    from editor.core.publishing.mail import write_plain_text

    return write_plain_text(issue).encode()


def _feed(issue: Issue, *_: object) -> bytes:
    from editor.core.publishing.calendar_files import write_issue_feed

    return write_issue_feed(issue)


EXPORT_FORMATS = {
    "html": ExportFormat(".html", _page),
    "mail": ExportFormat("-mail.html", _mail),
    "text": ExportFormat(".txt", _plain),
    "feed": ExportFormat(".ics", _feed),
}


def make_zip(pieces: Sequence[SiteFile], guide: str, stamp: datetime | None) -> bytes:
    """The pieces as a ZIP with their folders, and a page that says what to do with them; the same pieces, the same bytes."""
    moment = (stamp or datetime(1980, 1, 1, tzinfo=UTC)).timetuple()[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (
            (GUIDE, guide.encode()),
            *((piece.path, piece.data) for piece in pieces),
        ):
            entry = zipfile.ZipInfo(
                name, min(max(moment, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 0, 0, 0))
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


GUIDE = "README.html"
"""The page in a ZIP that says how to upload it. Outside the folders: it does not belong on the site."""
