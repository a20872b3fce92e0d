"""All that is known of a document's past: what saving replaced, git's commits, drafts given up."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from functools import partial
from pathlib import Path

from msgspec import Struct

from editor.app.site.git_command import GitFailed, read_blob, run_git
from editor.app.versions.version_store import VersionStore
from editor.core.base.errors import UserFacingError

_MAX_COMMITS = 200
_GIT_SECONDS = 10.0


class VersionSource(StrEnum):
    """Where a version comes from."""

    SAVED = "saved"
    GIT = "git"
    DRAFT = "draft"


class Version(Struct, frozen=True):
    """A text that a document has had."""

    source: VersionSource
    moment: float
    """When it was saved over, committed or given up, in seconds since 1970."""
    label: str
    """The subject of a commit; "" for others."""
    read: Callable[[], bytes]
    """Returns the bytes of the file; it may raise OSError or UserFacingError."""
    hash: str = ""
    """The SHA-256 of the bytes, where it is known."""


LoadTimeline = Callable[[threading.Event], list[Version]]
"""Loads the versions of a document, unless the event is set meanwhile."""


def load_timeline(
    store: VersionStore,
    path: Path,
    stop: threading.Event,
    drafts: Callable[[Path], list[Version]] = lambda _: [],
) -> list[Version]:
    """Load the versions of a document; it may take seconds.

    Args:
        store: Where saving keeps what it replaces.
        path: The document's file.
        stop: Set when the answer is not wanted any more.
        drafts: Finds the drafts of the document that were given up.

    Returns:
        The versions, the latest first; those of git only where git is, and in a checkout.

    Raises:
        OSError: If the store cannot be read.
    """
    saved = [
        Version(VersionSource.SAVED, each.moment, "", partial(store.read, each), each.hash)
        for each in store.list(path)
    ]
    known = {version.hash for version in saved}
    given_up = [version for version in drafts(path) if version.hash not in known]
    versions = [*saved, *given_up, *_find_commits(path, stop)]
    return sorted(versions, key=lambda version: version.moment, reverse=True)


def without_text(versions: Iterable[Version], data: bytes) -> list[Version]:
    """Leave out the versions that say what a document says by now.

    Args:
        versions: The versions, the latest first. Of those whose hash is not known, the first is
            read: a document that was committed says what its last commit says.
        data: The bytes of the document.

    Returns:
        The others.
    """
    wanted, others = hashlib.sha256(data).hexdigest(), []
    is_read = False
    for version in versions:
        is_same = version.hash == wanted
        if not version.hash and not is_read:
            is_read = True
            with suppress(OSError, UserFacingError):
                is_same = version.read() == data
        if not is_same:
            others.append(version)
    return others


def make_draft_version(moment: float, data: bytes) -> Version:
    """Make the version of a draft that was given up.

    Args:
        moment: When its last step was made, in seconds since 1970.
        data: The bytes its file would have had.

    Returns:
        The version.
    """
    return Version(VersionSource.DRAFT, moment, "", lambda: data, hashlib.sha256(data).hexdigest())


def _find_commits(path: Path, stop: threading.Event) -> Iterator[Version]:
    """The commits that changed a file, also under earlier names."""
    target = path.resolve()
    try:
        # a repository's own settings may name programs; none of them is needed here
        listed = run_git(
            target.parent,
            "-c",
            "log.showSignature=false",
            "log",
            f"--max-count={_MAX_COMMITS}",
            "--follow",
            "--no-ext-diff",
            "--format=%x01%H%x00%ct%x00%s",
            "--name-only",
            "-z",
            "--",
            target.name,
            check=False,
            seconds=_GIT_SECONDS,
            stop=stop,
        )
    except GitFailed:
        return
    for record in listed.output.split("\x01")[1:]:
        fields = [field.strip("\n") for field in record.split("\0")]
        if len(fields) >= 4 and fields[1].isdecimal():
            commit, moment, subject, name = fields[0], float(fields[1]), fields[2], fields[3]
            read = partial(read_blob, target.parent, f"{commit}:{name}")
            yield Version(VersionSource.GIT, moment, subject, read)
