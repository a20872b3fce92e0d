"""A site's files from its code host, without git: fetched once as a whole."""

import contextlib
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from editor.app.hosting.accounts import SignIn, connect
from editor.app.hosting.archives import unpack
from editor.app.hosting.code_host import CodeHost
from editor.app.hosting.fetched_sites import FetchedFile, FetchedSite, FetchedSites
from editor.app.services.files import describe_failure
from editor.app.services.folders import data_folder
from editor.app.services.site_reading import read_site
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
    sites = FetchedSites()
    parts = (repository.host.replace(":", "_"), *repository.path.split("/"))
    folder = data_folder().joinpath("sites", *parts).resolve()
    site = sites.find(folder)
    if site is None or not folder.is_dir():
        site, files = _fetch(connect(account, stop), repository, folder, stop, tell)
        sites.keep(site, files)
    return site


def _fetch(
    host: CodeHost,
    repository: Repository,
    folder: Path,
    stop: threading.Event,
    tell: Callable[[int], object],
) -> tuple[FetchedSite, dict[str, FetchedFile]]:
    there = host.repository(repository.path)
    head = host.head(there.path, there.base)
    if not head:
        message = translate("core", "{repository} has no files yet.")
        raise InputRejected(message.fill(repository=str(repository)))
    tree = host.tree(there.path, head)
    with _staging(folder) as staging:
        written = fetch_all(host, there.path, head, staging, stop, tell)
    pairs = ((path, here) for path, here in written.items() if path in tree)
    files = {path: FetchedFile(tree[path], here) for path, here in pairs}
    return FetchedSite(folder, repository, there.base, head), files


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A folder that takes the place of another one when it is whole; what lies there stays."""
    staging = folder.with_name(folder.name + ".part")
    try:
        shutil.rmtree(staging, ignore_errors=True)
        yield staging
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
            packed.write(part)
            tell(packed.tell())

        host.archive(path, commit, take)
        packed.seek(0)
        return unpack(packed, folder, stop)


def _free_name(folder: Path) -> Path:
    names = (folder.with_name(f"{folder.name}.{number}") for number in range(1, 1000))
    return next(name for name in names if not name.exists())


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
