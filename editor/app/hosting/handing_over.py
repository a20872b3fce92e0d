"""A planned publication handed over to the code host of its site, with what is remembered of it."""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from editor.app.hosting.accounts import SignIn, connect
from editor.app.hosting.code_host import CodeHost
from editor.app.hosting.fetched_sites import FetchedSites
from editor.app.hosting.memory import HostMemory, KnownPullRequest
from editor.app.hosting.site_repository import SiteRepository
from editor.app.hosting.submitting import ChangedThere, Submission, Submitted, submit
from editor.app.services.api import HostRefused
from editor.app.services.fetch import FetchFailed
from editor.app.site.publish_plan import PlannedFile
from editor.app.versions.version_store import VersionStore
from editor.core.hosting.git_objects import blob_id
from editor.core.publishing.site_files import SiteFileKind


class HandOver(Struct, frozen=True):
    """What the user has chosen to hand over, and where to."""

    page: Path
    """The file of the page, by which it is remembered."""
    account: SignIn
    place: SiteRepository
    files: Sequence[PlannedFile]
    branch: str
    title: str
    text: str
    """Of a new pull request."""
    comment: str = ""
    """Said of one that is open; "" for nothing."""


class FileThere(Struct, frozen=True):
    """A file as somebody has changed it at the host; ``base`` is what both began with, if known."""

    path: str
    theirs: bytes
    base: bytes | None
    is_page: bool
    is_base: bool = False
    """Whether it is the base of the pull request that has changed, not its branch."""


class HandedOver(Struct, frozen=True):
    """What has become of it: a pull request, or files that were changed there."""

    submitted: Submitted | None = None
    changed: tuple[FileThere, ...] = ()


def hand_over(what: HandOver, stop: threading.Event) -> HandedOver:
    """Submit the files; for a thread.

    Args:
        what: What is handed over.
        stop: Ends requests when it is set.

    Returns:
        The pull request, or the files that somebody has changed there: nothing is written then.

    Raises:
        HostRefused: If the host refuses.
        FetchFailed: If it cannot be reached.
        OSError: If what was sent cannot be remembered; nothing is sent then.
    """
    memory = HostMemory()
    host = connect(what.account, stop)
    fetched = _fetched(what)
    submission = _prepare(what, memory, fetched)
    try:
        submitted = submit(host, submission)
    except ChangedThere as changed:
        return HandedOver(changed=tuple(_describe(host, what, memory, fetched, changed)))
    memory.keep_based_on(what.page, submitted.based_on)
    memory.keep_accepted(what.page, submission.files)
    page = next((each for each in what.files if each.file.kind is SiteFileKind.PAGE), None)
    request = submitted.request
    known = KnownPullRequest(
        what.account.host,
        submitted.repository,
        request.number,
        request.branch,
        _path(what.place, page) if page else "",
    )
    memory.keep_pull_request(what.page, known)
    return HandedOver(submitted)


def _prepare(what: HandOver, memory: HostMemory, fetched: Mapping[str, str]) -> Submission:
    """Note the contents before they are sent: an answer may be lost."""
    files = {_path(what.place, each): each.file.data for each in what.files}
    seen = _seen(what, memory, fetched)
    paths = ((_path(what.place, each), each.before) for each in what.files)
    before = {path: data for path, data in paths if data and path not in fetched}
    memory.add_seen(what.page, before)  # it may be at the host still, when the disk has it no more
    memory.add_seen(what.page, files)
    path, base = what.place.repository.path, memory.based_on(what.page)
    return Submission(
        path, what.branch, files, what.title, what.title, what.text, seen, what.comment, base
    )


def _path(place: SiteRepository, file: PlannedFile) -> str:
    return f"{place.folder}/{file.file.path}" if place.folder else file.file.path


def _seen(
    what: HandOver, memory: HostMemory, fetched: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """What the user has had here may be replaced: what was sent, and what lies on the disk.

    Of a fetched site it is known what the host had when it was brought up to date. Older texts
    count there no more: the host may have gone back to one of them since.
    """
    seen = memory.seen(what.page)
    for each in what.files:
        path = _path(what.place, each)
        contents = seen.setdefault(path, set())
        if path in fetched:
            contents.add(fetched[path])
            continue
        if each.before is not None:
            contents.add(blob_id(each.before))
        if each.file.kind is SiteFileKind.PAGE:
            contents |= _saved_before(what.page)
    return {path: frozenset(blobs) for path, blobs in seen.items()}


def _fetched(what: HandOver) -> dict[str, str]:
    """What the host had of a fetched site's files, by path; nothing for other sites."""
    sites = FetchedSites()
    site = sites.find(what.page)
    if site is None:
        return {}
    return {path: each.there for path, each in sites.files(site).items()}


def _saved_before(page: Path) -> set[str]:
    """The texts of a page that saving has replaced."""
    store = VersionStore()
    try:
        return {blob_id(store.read(version)) for version in store.list(page)}
    except OSError:
        return set()


def _describe(
    host: CodeHost,
    what: HandOver,
    memory: HostMemory,
    fetched: Mapping[str, str],
    changed: ChangedThere,
) -> list[FileThere]:
    kinds = {_path(what.place, each): each for each in what.files}
    own = memory.based_on(what.page) if changed.is_base else memory.accepted(what.page)
    known = {**fetched, **own}
    found = []
    for path, data in changed.theirs.items():
        planned = kinds[path].file
        blob = known.get(path, "")
        if not changed.is_base and blob == blob_id(planned.data):
            blob = ""  # going back to it is an edit, too: nothing of theirs is to win by it
        base = _find_base(host, changed.repository, blob)
        is_page = planned.kind is SiteFileKind.PAGE
        found.append(FileThere(path, data, base, is_page, changed.is_base))
    return found


def _find_base(host: CodeHost, repository: str, blob: str) -> bytes | None:
    """Read what both have begun with; None where that is not known: the user is asked then."""
    if not blob:
        return None
    try:
        return host.blob(repository, blob)
    except (HostRefused, FetchFailed):
        return None
