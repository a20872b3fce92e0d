"""A fetched site kept fresh: what its code host has changed comes, and nothing of the user's goes.

What only the host has changed comes; where both have, a page is merged if nothing clashes, and
otherwise stays as it is here and is named. What is replaced or removed of pages is kept among their
versions.
"""

import contextlib
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from editor.app.hosting.accounts import SignIn, connect
from editor.app.hosting.code_host import CodeHost
from editor.app.hosting.fetched_sites import FetchedFile, FetchedSite, FetchedSites
from editor.app.hosting.getting import find_head, keep_others_out
from editor.app.hosting.incoming import fetch_contents, merge_pages
from editor.app.hosting.memory import HostMemory
from editor.app.services.api import HostRefused
from editor.app.services.background import TaskStopped
from editor.app.services.fetch import FetchFailed
from editor.app.services.files import describe_failure, remove_file
from editor.app.services.page_files import is_page
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site_transaction import commit_files
from editor.app.site.target_paths import (
    TransactionFailed,
    remove_empty_folders,
    resolve_target,
)
from editor.app.versions.version_store import Limits, VersionStore
from editor.core.base.errors import InputRejected
from editor.core.base.file_names import is_portable_path
from editor.core.base.messages import translate
from editor.core.hosting.git_objects import blob_id
from editor.core.hosting.pull_request import PullState
from editor.core.publishing.site_files import SiteFile, SiteFileKind

_TRIES = 3


class Refreshed(Struct, frozen=True):
    """What has come of looking at the host again."""

    changed: tuple[str, ...] = ()
    """The files that are new, other or gone here now; paths from the folder."""
    kept: tuple[str, ...] = ()
    """The files that both have changed, and that stay as they are here."""


class _Plan(Struct):
    """What is to become of the files, from what they hold now."""

    known: dict[str, FetchedFile]
    new: dict[str, bytes] = field(default_factory=dict)
    before: dict[str, bytes | None] = field(default_factory=dict)
    """What the new and the gone ones hold now; None for nothing."""
    gone: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


class _FileChanged(Exception):
    """Somebody has saved a file meanwhile."""


def refresh_site(
    account: SignIn,
    site: FetchedSite,
    registry: ProfileRegistry,
    limits: Limits,
    stop: threading.Event,
    *,
    again: bool = False,
) -> Refreshed:
    """Bring what the host has changed; for a thread.

    Args:
        account: The account at its host.
        site: The site.
        registry: Knows through which profile a page is merged.
        limits: What is kept of versions.
        stop: Ends the work when it is set.
        again: Whether what both have changed is looked at where nothing is new at the host.

    Returns:
        What has changed here; nothing where another program is at it.

    Raises:
        UserFacingError: If the host refuses or cannot be reached, or the files cannot be written.
        OSError: If what is known cannot be read or kept.
        TaskStopped: If it was stopped; nothing has changed then.
    """
    with keep_others_out(site.folder) as is_alone:
        if not is_alone:
            return Refreshed()
        host = connect(account, stop)
        found = find_head(host, site)
        if not found.head or (found.head == site.head and not again):
            return Refreshed()
        sites = FetchedSites()
        refresh = _Refresh(host, site, registry, limits, sites.files(site))
        plan = refresh.run(found.head, stop)
        sites.keep(found, plan.known)
        return Refreshed((*plan.new, *plan.gone), tuple(plan.kept))


class _Refresh:
    """One look at what has changed at the host, and here."""

    def __init__(
        self,
        host: CodeHost,
        site: FetchedSite,
        registry: ProfileRegistry,
        limits: Limits,
        known: dict[str, FetchedFile],
    ) -> None:
        self._host, self._site, self._registry, self._limits = host, site, registry, limits
        self._known = known
        self._versions = VersionStore()

    def run(self, head: str, stop: threading.Event) -> _Plan:
        """Fetch what is new, and carry out what is planned from what the files hold just now."""
        known, path = self._known, self._site.repository.path
        tree = {
            each: blob
            for each, blob in self._host.tree(path, head).items()
            if is_portable_path(each) and "\ufffd" not in each  # no UTF-8
        }
        wanted = {
            each: blob
            for each, blob in tree.items()
            if each not in known or known[each].there != blob
        }
        packed = [name for name, each in known.items() if each.here not in ("", each.there)]
        contents = fetch_contents(self._host, path, head, wanted, packed, stop)
        for _ in range(_TRIES):
            if stop.is_set():
                raise TaskStopped
            with contextlib.suppress(_FileChanged):
                return self._carry_out(self._plan(tree, wanted, contents))
        raise InputRejected(translate("core", "Files are being changed just now; try again."))

    # --- planning --------------------------------------------------------------------------------

    def _plan(
        self, tree: Mapping[str, str], wanted: Mapping[str, str], contents: Mapping[str, bytes]
    ) -> _Plan:
        plan = _Plan(dict(self._known))
        for path in [path for path in self._known if path not in tree]:
            self._plan_gone(plan, path, tree)
        for path, blob in wanted.items():
            with contextlib.suppress(TransactionFailed):  # no place for a file of a site
                self._plan_news(plan, path, blob, contents.get(path))
        return plan

    def _plan_gone(self, plan: _Plan, path: str, tree: Mapping[str, str]) -> None:
        known = plan.known.pop(path)
        with contextlib.suppress(TransactionFailed):
            here = self._read(path)
            if here is None or any(self._twins(path, tree)):
                return
            if blob_id(here) == known.here:
                plan.gone.append(path)
                plan.before[path] = here
            else:
                plan.kept.append(path)

    def _plan_news(self, plan: _Plan, path: str, blob: str, theirs: bytes | None) -> None:
        here, known = self._read(path), self._known.get(path)
        if theirs is None:  # archives leave it out
            plan.known[path] = FetchedFile(blob, "")
            return
        come = FetchedFile(blob, blob_id(theirs))
        if here is not None and blob_id(here) in (come.there, come.here):
            plan.known[path] = come
            return
        if here is None and known and known.here:  # the user has removed it
            plan.kept.append(path)
            return
        is_untouched = here is None or (known is not None and blob_id(here) == known.here)
        if here is None or is_untouched or self._is_accepted(path, here):
            new: bytes | None = theirs
        else:
            new = self._merge(path, known, here, theirs)
        if new is None:
            plan.kept.append(path)
        else:
            plan.known[path], plan.new[path], plan.before[path] = come, new, here

    def _path(self, path: str) -> Path:
        return self._site.folder.joinpath(*path.split("/"))

    def _read(self, path: str) -> bytes | None:
        place = self._path(path)
        if place.is_dir() and not place.is_symlink():  # it may be gone there, and here soon
            return None
        target = resolve_target(self._site.folder, path)
        try:
            return target.read_bytes() if target.is_file() else None
        except OSError as error:
            raise TransactionFailed(describe_failure(error, target)) from None

    def _is_accepted(self, path: str, here: bytes) -> bool:
        """Whether a page is as it was submitted from here, and the host has accepted it."""
        if not is_page(path):
            return False
        memory, page = HostMemory(), self._path(path)
        request = memory.pull_request(page)
        if request is None or memory.accepted(page).get(path) != blob_id(here):
            return False
        with contextlib.suppress(HostRefused, FetchFailed):
            review = self._host.review(request.repository, request.number)
            return review.request.state is PullState.MERGED
        return False

    def _merge(
        self, path: str, base: FetchedFile | None, here: bytes, theirs: bytes
    ) -> bytes | None:
        """Merge a page; None where that cannot be done without asking."""
        if base is None or not is_page(path):
            return None
        try:
            before = self._host.blob(self._site.repository.path, base.there)
        except (HostRefused, FetchFailed):
            return None
        return merge_pages(self._registry, self._path(path), before, here, theirs)

    # --- carrying out ----------------------------------------------------------------------------

    def _carry_out(self, plan: _Plan) -> _Plan:
        """Remove what is gone, then write all that is new, or none of it."""
        for path in list(plan.gone):
            if not self._remove(path, plan.before[path]):
                plan.gone.remove(path)
                plan.kept.append(path)
        for path in [path for path in plan.new if not self._has_room(path)]:
            plan.kept.append(path)
            del plan.new[path]
            plan.known.pop(path, None)
        for path in plan.new:
            self._keep_version(path, plan.before[path])

        def check() -> None:
            if any(self._read(path) != plan.before[path] for path in plan.new):
                raise _FileChanged

        files = [SiteFile(path, data, _kind_of(path)) for path, data in plan.new.items()]
        replaced = [path for path in plan.new if plan.before[path] is not None]
        try:
            commit_files(self._site.folder, files, replaced, just_before=check)
        except TransactionFailed:
            check()  # somebody has made a file where there was none
            raise
        return plan

    def _remove(self, path: str, before: bytes | None) -> bool:
        target = self._path(path)
        self._keep_version(path, before)
        try:
            if self._read(path) != before:
                return False
            remove_file(target)
        except (OSError, TransactionFailed):
            return False
        remove_empty_folders(target.parent, self._path(path.partition("/")[0]))
        return True

    def _twins(self, path: str, tree: Mapping[str, str]) -> Iterator[str]:
        """Names that the host has, and that are the same file on this system."""
        for other in tree:
            if _fold(other) == _fold(path):
                with contextlib.suppress(OSError):
                    if self._path(other).samefile(self._path(path)):
                        yield other

    def _has_room(self, path: str) -> bool:
        target = self._path(path)
        above = target.parents[: len(path.split("/")) - 1]
        return not target.is_dir() and not any(folder.is_file() for folder in above)

    def _keep_version(self, path: str, data: bytes | None) -> None:
        if data is not None and is_page(path):
            self._versions.keep(self._path(path), data, self._limits)


def _fold(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _kind_of(path: str) -> SiteFileKind:
    return SiteFileKind.PAGE if is_page(path) else SiteFileKind.PICTURE
