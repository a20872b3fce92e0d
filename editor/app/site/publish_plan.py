"""What publishing an issue would do to its site, and doing it: the rules, without a window.

A plan lists every file with what lies in its place now. Nothing that exists is replaced unless the
user has agreed; all files arrive or none (``site_transaction``).
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from editor.app.services.files import DiskState, read_file
from editor.app.site.git import commit
from editor.app.site.published_feed import read_published_feed
from editor.app.site.site import Site, find_own_path
from editor.app.site.site_transaction import commit_files, read_target
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.calendar.entry import PRODID
from editor.core.issue.issue import Issue
from editor.core.publishing.site_files import (
    CalendarSiteFiles,
    SiteFile,
    SiteFileKind,
    calendar_site_files,
    feed_file,
    page_file,
    page_name,
    picture_file,
    text_picture_file,
    text_picture_names,
)


class Delivery(StrEnum):
    """How a finished issue leaves the program."""

    FILES = "files"
    GIT = "git"
    HOST = "host"
    """By the API of a code host, without git."""
    ZIP = "zip"


class FileState(StrEnum):
    """How a file compares with what lies in its place."""

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"
    OWN = "own"
    """It is the open file, which nobody else has changed."""


class PlannedFile(Struct, frozen=True):
    """A file of the plan; ``before`` is the content in its place, None for no file."""

    file: SiteFile
    before: bytes | None
    state: FileState


class Publication(Struct, frozen=True):
    """What has been published, and how.

    ``written`` are paths below ``root``; ``branch`` and ``remote`` are "" where git had no part;
    ``archive`` is the ZIP, if it was one.
    """

    root: Path
    written: tuple[str, ...] = ()
    branch: str = ""
    remote: str = ""
    archive: Path | None = None
    pull_request: str = ""
    """The address of the pull request that a code host has of it."""


class PublishPlan(Struct, frozen=True):
    """An issue that is to be published, and where it comes from.

    ``root`` is the site's folder, None where none is known; ``path`` and ``disk`` are the open file
    and what it held when it was read, None for a document that has none.
    """

    issue: Issue
    content: bytes
    """The issue's text as its file will hold it."""
    site: Site
    root: Path | None
    path: Path | None = None
    disk: DiskState | None = None

    @property
    def own_path(self) -> str:
        """Where the issue's file lies on the site, from its root; "" where it is not there."""
        return find_own_path(self.root, self.path)

    @property
    def name(self) -> str:
        """What the issue is called on the site; "" for the name its profile gives it."""
        return page_name(self.own_path)

    def inspect(self, file: SiteFile) -> PlannedFile:
        """Compare a file with what lies in its place.

        Args:
            file: A file of the issue.

        Returns:
            The file with its state.

        Raises:
            TransactionFailed: If it may not go there.
        """
        before = read_target(self.root, file) if self.root else None
        if before is None:
            state = FileState.NEW
        elif before == file.data:
            state = FileState.SAME
        elif self.is_own(file) or _goes_on(file, before):
            state = FileState.OWN
        else:
            state = FileState.DIFFERENT
        return PlannedFile(file, before, state)

    def is_own(self, file: SiteFile) -> bool:
        """Tell whether a file is the open one, and nobody else has changed that on disk."""
        unchanged = self.path and self.disk and self.disk.same(self.path)
        return bool(unchanged) and self.is_open_file(file)

    def is_open_file(self, file: SiteFile) -> bool:
        """Tell whether a file goes where the open one lies."""
        if self.path is None or self.root is None:
            return False
        return (self.root / file.path).resolve() == self.path.resolve()

    def page(self) -> SiteFile:
        """Return the Markdown file."""
        return page_file(self.issue, self.content, self.own_path)

    def picture(self) -> SiteFile | None:
        """Return the header picture that waits for its export, or lies on the site already.

        Returns:
            The picture; None where the front matter names none.

        Raises:
            UserFacingError: If the one it names is nowhere to be found, or cannot be read.
        """
        image = self.issue.profile.image
        name = self.issue.front.text(*image.name) if image.name else ""
        if not name:
            return None
        path = self.site.pending_photos.path(name)
        if path is None and self.root and (self.root / image.folder / name).is_file():
            path = self.root / image.folder / name  # git or a ZIP may still want it
        if path is None:
            message = translate(
                "core",
                "The picture “{name}” is neither on the site nor waiting here. Choose one on "
                "the page “Header picture”.",
            )
            raise UserFacingError(message.fill(name=name))
        return picture_file(self.issue, read_file(path))

    def pictures(self) -> Iterator[SiteFile]:
        """Yield the pictures of the text that wait for their export, then the header picture.

        Raises:
            UserFacingError: If one cannot be read, or the header picture is not found.
        """
        for name in text_picture_names(self.issue):
            if path := self.site.pending_photos.path(name):
                yield text_picture_file(self.issue, name, read_file(path))
        if header := self.picture():
            yield header

    def calendars(self) -> CalendarSiteFiles:
        """Make the calendar files and the feed; it takes a moment. Empty for a site without."""
        made = calendar_site_files(self.issue, self.name)
        feed = feed_file(self.issue, read_published_feed(self.root, self.issue))
        return replace(made, files=[*made.files, feed]) if feed else made


def _goes_on(file: SiteFile, before: bytes) -> bool:
    """Whether a file is the calendar to subscribe to, and takes the place of an earlier one."""
    return file.kind is SiteFileKind.FEED and PRODID.encode() in before


def collisions(chosen: Iterable[PlannedFile]) -> list[PlannedFile]:
    """Find the files that would take the place of something else.

    Args:
        chosen: What is to be written.

    Returns:
        Those that the user has to agree to.
    """
    return [planned for planned in chosen if planned.state is FileState.DIFFERENT]


def find_changed(root: Path, chosen: Iterable[PlannedFile]) -> SiteFile | None:
    """Look at the site again before anything is written.

    Args:
        root: The site's folder.
        chosen: What is to be written.

    Returns:
        The first file in whose place something else lies than when it was inspected; None for none.

    Raises:
        TransactionFailed: If a file may not go where it should.
    """
    for planned in chosen:
        if read_target(root, planned.file) != planned.before:
            return planned.file
    return None


def publish(
    root: Path, chosen: Sequence[PlannedFile], *, branch: str = "", message: str = ""
) -> None:
    """Write the chosen files into the site, and commit exactly these where a branch is named.

    Args:
        root: The site's folder.
        chosen: What is to be written; the user has agreed to every collision.
        branch: The git branch; "" writes files, and nothing more.
        message: The commit's message.

    Raises:
        TransactionFailed: If they cannot be written; nothing has changed then.
        GitFailed: If git refuses; nothing has changed then.
    """
    paths = [planned.file.path for planned in chosen]
    replaced = [
        planned.file.path
        for planned in chosen
        if planned.state in (FileState.DIFFERENT, FileState.OWN)
    ]
    then = (lambda: commit(root, paths, branch, message)) if branch else None
    commit_files(root, [planned.file for planned in chosen], replaced, then)
