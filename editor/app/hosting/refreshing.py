"""A fetched site kept fresh: what its code host has changed comes, and nothing of the user's goes.

What only the host has changed comes; where both have, a page is merged if nothing clashes, and
otherwise stays as it is here and is named.
"""

import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from editor.app.hosting.accounts import SignIn, connect
from editor.app.hosting.code_host import CodeHost
from editor.app.hosting.fetched_sites import FetchedFile, FetchedSite, FetchedSites
from editor.app.hosting.getting import fetch_all
from editor.app.hosting.memory import HostMemory
from editor.app.services.files import read_file, remove_file
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site_transaction import commit_files
from editor.app.site.target_paths import TransactionFailed, resolve_target
from editor.app.versions.version_store import Limits, VersionStore
from editor.core.base.encoding import decode, encode
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.hosting.git_objects import blob_id
from editor.core.merging.merge import merge_texts
from editor.core.publishing.site_files import SiteFile, SiteFileKind

_MOST_SINGLE = 30
"""Files that are asked for one by one; where more have changed, all are fetched again."""
_PAGES = (".md", ".markdown", ".mdx", ".mdown")
_LIMITS = Limits(200, 90)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What has come of looking at the host again."""

    changed: tuple[str, ...] = ()
    """The files that are new, other or gone here now; paths from the folder."""
    kept: tuple[str, ...] = ()
    """The files that both have changed, and that stay as they are here."""


def refresh_site(
    account: SignIn, site: FetchedSite, registry: ProfileRegistry, stop: threading.Event
) -> Refreshed:
    """Bring what the host has changed; for a thread.

    Args:
        account: The account at its host.
        site: The site.
        registry: Knows through which profile a page is merged.
        stop: Ends the work when it is set.

    Returns:
        What has changed here.

    Raises:
        HostRefused: If the host refuses.
        FetchFailed: If it cannot be reached.
        TransactionFailed: If the files cannot be written; nothing has changed then.
        TaskStopped: If it was stopped; nothing has changed then.
    """
    host, path = connect(account, stop), site.repository.path
    head = host.head(path, site.branch)
    if not head or head == site.head:
        return Refreshed()
    sites = FetchedSites()
    refresh = _Refresh(host, site, registry, head, sites.files(site))
    refreshed = refresh.run(host.tree(path, head), stop)
    sites.keep(replace(site, head=head), refresh.known)
    return refreshed


class _Refresh:
    """One look at what has changed between two commits, and here."""

    def __init__(
        self,
        host: CodeHost,
        site: FetchedSite,
        registry: ProfileRegistry,
        head: str,
        known: dict[str, FetchedFile],
    ) -> None:
        self._host, self._site, self._registry, self._head = host, site, registry, head
        self.known = known
        self._new: list[SiteFile] = []
        self._before: dict[str, bytes] = {}
        self._kept: list[str] = []

    def run(self, tree: dict[str, str], stop: threading.Event) -> Refreshed:
        wanted = [path for path, blob in tree.items() if self._is_news(path, blob)]
        for path, theirs in self._contents(wanted, tree, stop):
            self._take(path, tree[path], theirs)
        gone = list(self._list_gone(tree))
        self._write()
        for path in gone:
            remove_file(self._site.folder.joinpath(*path.split("/")))
        changed = (*(file.path for file in self._new), *gone)
        return Refreshed(changed, tuple(self._kept))

    def _is_news(self, path: str, blob: str) -> bool:
        known = self.known.get(path)
        if known and known.there == blob:
            return False
        try:
            here = self._read(path)
        except (TransactionFailed, InputRejected):  # no place for a file of the site
            return False
        if here is not None and blob_id(here) == blob:
            self.known[path] = FetchedFile(blob, blob)
            return False
        return True

    def _read(self, path: str) -> bytes | None:
        target = resolve_target(self._site.folder, path)
        return read_file(target) if target.exists() else None

    def _contents(
        self, paths: list[str], tree: dict[str, str], stop: threading.Event
    ) -> Iterable[tuple[str, bytes]]:
        repository = self._site.repository.path
        if len(paths) <= _MOST_SINGLE:
            for path in paths:
                yield path, self._host.blob(repository, tree[path])
            return
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "all"
            fetch_all(self._host, repository, self._head, folder, stop)
            for path in paths:
                file = folder.joinpath(*path.split("/"))
                if file.is_file():
                    yield path, file.read_bytes()

    def _take(self, path: str, blob: str, theirs: bytes) -> None:
        """Decide what becomes of a file that the host has changed."""
        here, known = self._read(path), self._find_known(path)
        if here is None or (known and blob_id(here) == known.here):
            self._put(path, theirs, here)
            self.known[path] = FetchedFile(blob, blob_id(theirs))
            return
        base = self._host.blob(self._site.repository.path, known.there) if known else None
        merged = self._merge(path, base, here, theirs) if base is not None else None
        if merged is None:
            self._kept.append(path)
            return
        self._put(path, merged, here)
        self.known[path] = FetchedFile(blob, blob_id(theirs))

    def _find_known(self, path: str) -> FetchedFile | None:
        """What both have begun with: what was fetched, or what the host has of a submission."""
        known = self.known.get(path)
        if known:
            return known
        page = self._site.folder.joinpath(*path.split("/"))
        sent = HostMemory().accepted(page).get(path)
        return FetchedFile(sent, sent) if sent else None

    def _merge(self, path: str, base: bytes, here: bytes, theirs: bytes) -> bytes | None:
        if not path.lower().endswith(_PAGES):
            return None
        try:
            (old, _), (mine, form), (other, _) = map(decode, (base, here, theirs))
        except InputRejected:
            return None
        profile = self._registry.choose(mine, self._site.folder.joinpath(*path.split("/")))
        merge = merge_texts(old, mine, other, profile)
        return None if merge.conflicts else encode(merge.text(), form)

    def _put(self, path: str, data: bytes, before: bytes | None) -> None:
        if data == before:
            return
        is_page = path.lower().endswith(_PAGES)
        kind = SiteFileKind.PAGE if is_page else SiteFileKind.PICTURE
        self._new.append(SiteFile(path, data, kind))
        if before is not None:
            self._before[path] = before

    def _list_gone(self, tree: dict[str, str]) -> Iterable[str]:
        for path in [path for path in self.known if path not in tree]:
            known = self.known.pop(path)
            try:
                here = self._read(path)
            except (TransactionFailed, InputRejected):
                continue
            if here is not None and blob_id(here) == known.here:
                yield path
            elif here is not None:
                self._kept.append(path)

    def _write(self) -> None:
        """Write all or none; the pages that are replaced are kept among their versions."""
        versions = VersionStore()
        for path, data in self._before.items():
            if self._read(path) != data:
                message = translate("core", "“{name}” was changed just now; try again.")
                raise InputRejected(message.fill(name=path))
            if path.lower().endswith(_PAGES):
                versions.keep(self._site.folder.joinpath(*path.split("/")), data, _LIMITS)
        paths = [file.path for file in self._new]
        commit_files(self._site.folder, self._new, may_replace=paths)
