"""The contents of files that a host has changed: alone or from an archive of all, and merged."""

import tempfile
import threading
from collections.abc import Collection, Mapping
from pathlib import Path

from editor.app.hosting.code_host import CodeHost
from editor.app.hosting.getting import fetch_all
from editor.app.services.api import HostRefused
from editor.app.services.fetch import FetchFailed
from editor.app.services.profile_registry import ProfileRegistry
from editor.core.base.encoding import decode, encode
from editor.core.base.errors import InputRejected
from editor.core.hosting.git_objects import blob_id
from editor.core.merging.merge import merge_texts

_MOST_SINGLE = 30
"""Files that are asked for one by one; where more have changed, all are fetched again."""
_STORED_ELSEWHERE = b"version https://git-lfs.github.com/"
"""What git has in place of a large file (git-lfs.com); archives have the file."""


def fetch_contents(
    host: CodeHost,
    repository: str,
    commit: str,
    wanted: Mapping[str, str],
    packed: Collection[str],
    stop: threading.Event,
) -> dict[str, bytes]:
    """Fetch files of a commit.

    Args:
        host: The code host.
        repository: The path of the repository.
        commit: The commit.
        wanted: The files: path, and what git calls the content.
        packed: Those that archives have with another content, which is the one that is wanted.
        stop: Ends the work when it is set.

    Returns:
        The contents by path; none of those that archives leave out and that do not come otherwise.

    Raises:
        HostRefused: If the host refuses.
        FetchFailed: If it cannot be reached.
        OSError: If there is no room for the archive.
        TaskStopped: If it was stopped.
    """
    found: dict[str, bytes] = {}
    if len(wanted) <= _MOST_SINGLE:
        for path in wanted.keys() - packed:
            data = _ask(host, repository, wanted[path])
            if data is not None:
                found[path] = data
    rest = wanted.keys() - found
    return found | _unpack(host, repository, commit, rest, stop) if rest else found


def _unpack(
    host: CodeHost, repository: str, commit: str, paths: Collection[str], stop: threading.Event
) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "all"
        fetch_all(host, repository, commit, folder, stop)
        files = ((path, folder.joinpath(*path.split("/"))) for path in paths)
        return {path: file.read_bytes() for path, file in files if file.is_file()}


def _ask(host: CodeHost, repository: str, blob: str) -> bytes | None:
    """Ask for one content; None where the host has it in archives only, as some do large files."""
    try:
        data = host.blob(repository, blob)
    except (HostRefused, FetchFailed):
        return None
    is_whole = blob_id(data) == blob and not data.startswith(_STORED_ELSEWHERE)
    return data if is_whole else None


def merge_pages(
    registry: ProfileRegistry, page: Path, before: bytes, here: bytes, theirs: bytes
) -> bytes | None:
    """Merge what both have made of a page.

    Args:
        registry: Knows through which profile it is seen.
        page: Its file.
        before: What both began with.
        here: What the user has made of it.
        theirs: What the host has.

    Returns:
        Both; None where they clash, or one of them is no text.
    """
    try:
        (old, _), (mine, form), (other, _) = map(decode, (before, here, theirs))
    except InputRejected:
        return None
    merge = merge_texts(old, mine, other, registry.choose(mine, page))
    return None if merge.conflicts else encode(merge.text(), form)
