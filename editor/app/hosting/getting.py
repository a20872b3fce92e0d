"""A site's files from its code host, without git: fetched once as a whole."""

import contextlib
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from msgspec.structs import replace

from editor.app.hosting.accounts import SignIn, connect
from editor.app.hosting.archives import unpack
from editor.app.hosting.code_host import CodeHost, HostedRepository
from editor.app.hosting.fetched_sites import FetchedFile, FetchedSite, FetchedSites
from editor.app.services.files import describe_failure
from editor.app.services.folders import data_folder
from editor.app.services.locks import owning
from editor.app.services.site_reading import read_site
from editor.app.site.transaction_journal import site_key
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.hosting.repository import Repository

_MOST_FOLDERS = 200
"""In which a site is looked for."""


def get_site(
    account: SignIn,
    repository: Repository,
    stop: threading.Event,
    tell: Callable[[int], object] = lambda _: None,
) -> FetchedSite:
    """Fetch the files of a repository into a folder of the program; for a thread.

    Args:
        account: The account at its host.
        repository: The repository.
        stop: Ends the work when it is set.
        tell: Called with the number of bytes that have come.

    Returns:
        The site; one that was fetched before as it is.

    Raises:
        HostRefused: If the host refuses.
        FetchFailed: If it cannot be reached, or what it sends cannot be read.
        InputRejected: If the files cannot be written.
        TaskStopped: If it was stopped.
    """
    sites, host = FetchedSites(), connect(account, stop)
    there = host.repository(repository.path)
    # hosts make no difference between large and small letters, and some systems none either
    parts = (repository.host.replace(":", "_"), *there.path.lower().split("/"))
    folder = data_folder().joinpath("sites", *parts).resolve()
    with keep_others_out(folder) as is_alone:
        if not is_alone:
            message = translate("core", "Another window is getting this site just now.")
            raise InputRejected(message)
        site = sites.find(folder)
        if site is None or not folder.is_dir():
            named = Repository(repository.host, there.path)
            site, files = _fetch(
                host, there, FetchedSite(folder, named, there.base, ""), stop, tell
            )
            sites.keep(site, files)
        return site


def keep_others_out(folder: Path) -> AbstractContextManager[bool]:
    """Keep other windows from fetching a site while this one does.

    Args:
        folder: The folder of the site.

    Returns:
        What tells, as a context, whether nobody else is at it.
    """
    return owning(f"fetch-{site_key(folder)}")


def _fetch(
    host: CodeHost,
    there: HostedRepository,
    site: FetchedSite,
    stop: threading.Event,
    tell: Callable[[int], object],
) -> tuple[FetchedSite, dict[str, FetchedFile]]:
    head = host.head(there.path, there.base)
    if not head:
        message = translate("core", "{repository} has no files yet.")
        raise InputRejected(message.fill(repository=str(site.repository)))
    tree = host.tree(there.path, head)
    with _staging(site.folder) as staging:
        written = fetch_all(host, there.path, head, staging, stop, tell)
    # what the archive leaves out is known, too: it is not asked for again before it changes
    files = {path: FetchedFile(blob, written.get(path, "")) for path, blob in tree.items()}
    return replace(site, head=head), files


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A folder that takes the place of another one when it is whole; what lies there stays."""
    waiting = data_folder() / "sites" / ".staging"
    staging = waiting / site_key(folder)  # one program at a time (keep_others_out)
    try:
        shutil.rmtree(staging, ignore_errors=True)
        yield staging
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.is_dir():
            os.replace(folder, _free_name(folder))
        os.replace(staging, folder)
    except OSError as error:
        raise InputRejected(describe_failure(error, folder)) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def fetch_all(
    host: CodeHost,
    path: str,
    commit: str,
    folder: Path,
    stop: threading.Event,
    tell: Callable[[int], object] = lambda _: None,
) -> dict[str, str]:
    """Fetch all files of a commit.

    Args:
        host: The code host.
        path: The path of the repository.
        commit: The commit.
        folder: Where the files go; it does not exist yet.
        stop: Ends the work when it is set.
        tell: Called with the number of bytes that have come.

    Returns:
        What git calls the contents, by path from the folder.

    Raises:
        HostRefused: If the host refuses.
        FetchFailed: If it cannot be reached, or what it sends cannot be read.
        OSError: If the files cannot be written.
        TaskStopped: If it was stopped.
    """
    folder.mkdir(parents=True)
    with tempfile.TemporaryFile() as packed:

        def take(part: bytes) -> None:
            try:
                packed.write(part)
            except OSError as error:  # the disk is full: no fault of the host
                raise InputRejected(describe_failure(error, folder)) from None
            tell(packed.tell())

        host.archive(path, commit, take)
        packed.seek(0)
        return unpack(packed, folder, stop)


def _free_name(folder: Path) -> Path:
    names = (folder.with_name(f"{folder.name}.{number}") for number in range(1, 1000))
    return next(name for name in names if not name.exists())


def find_head(host: CodeHost, site: FetchedSite) -> FetchedSite:
    """Look where the host is by now with a site.

    Args:
        host: The code host.
        site: The site as it was fetched.

    Returns:
        The site with the last commit, of another branch where the host has renamed it.

    Raises:
        HostRefused: If the repository is gone, or may not be read any more.
        FetchFailed: If the host cannot be reached.
    """
    path = site.repository.path
    if head := host.head(path, site.branch):
        return replace(site, head=head)
    branch = host.repository(path).base
    return replace(site, branch=branch, head=host.head(path, branch))


def find_root(site: FetchedSite) -> Path:
    """Find the folder of the site in its repository.

    Args:
        site: The site.

    Returns:
        The uppermost folder that a generator has marked, two levels deep at most; else the whole.
    """
    folders = [site.folder, *_folders_in(site.folder)]
    folders += [deeper for folder in folders[1:] for deeper in _folders_in(folder)]
    return next((each for each in folders[:_MOST_FOLDERS] if read_site(each)), site.folder)


def _folders_in(folder: Path) -> list[Path]:
    return sorted(each for each in folder.glob("[!.]*") if each.is_dir())
