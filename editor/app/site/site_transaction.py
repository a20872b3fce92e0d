"""Files brought into a site's folder: all of them or none, even if the program is killed half-way.

Everything is written into a staging folder in the site first, with copies of what will be replaced,
and a journal of it in the user's own folder. Once the journal is on the disk the transaction counts
as decided: what follows are renames, which ``recover_site`` finishes after a crash. Before that
nothing of the site has been touched, and ``recover_site`` clears the staging folder away.
"""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from editor.app.services.files import describe_failure, remove_file, sync_folder
from editor.app.services.locks import owning
from editor.app.site.target_paths import (
    TransactionFailed,
    find_free_path,
    first_missing_folder,
    nearest_folder,
    remove_empty_folders,
    resolve_target,
)
from editor.app.site.transaction_journal import (
    BACK,
    BEGUN,
    FORWARD,
    STAGING,
    Journal,
    JournalEntry,
    clear_transaction,
    find_staging_folder,
    hash_data,
    journal_path,
    read_journal,
    site_key,
    write_journal,
    write_synced,
)
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

if TYPE_CHECKING:
    from editor.core.publishing.site_files import SiteFile


def read_target(root: Path, file: "SiteFile") -> bytes | None:
    """Read what lies now where a file goes.

    Args:
        root: The folder of the site.
        file: The file that will go there.

    Returns:
        The present content; None where there is no file.

    Raises:
        TransactionFailed: If the file may not go there, or what lies there cannot be read.
    """
    path = resolve_target(root, file.path)
    try:
        if path.exists():
            return path.read_bytes()
        return None
    except (OSError, ValueError) as error:
        raise TransactionFailed(describe_failure(error, path)) from None


def commit_files(
    root: Path,
    files: "Sequence[SiteFile]",
    may_replace: Collection[str] = (),
    then: Callable[[], object] | None = None,
    just_before: Callable[[], object] = lambda: None,
) -> None:
    """Write files into a site's folder, all or none.

    Args:
        root: The folder of the site.
        files: The files; those that are there already stay untouched.
        may_replace: The paths of the files that may be overwritten.
        just_before: Called when all is ready; where it raises, nothing has changed.
        then: What comes after; where it raises, the folder is put back, and the error goes on.

    Raises:
        TransactionFailed: If the files cannot be written, would overwrite others, or another
            program is writing to the folder; nothing has changed then.
    """
    with _locked(root):
        _recover(root)
        changed = [file for file in files if read_target(root, file) != file.data]
        _check_replacements(root, changed, may_replace)
        try:
            journal = _stage(root, changed, just_before)
        except BaseException as error:
            _recover(root)
            _raise_in_words(error, root)
            raise
        try:
            _move_into_place(root, journal)
            if then:
                then()
        except BaseException as error:
            _take_back(root, journal)
            _raise_in_words(error, root)
            raise
        clear_transaction(root, journal)


def _raise_in_words(error: BaseException, root: Path) -> None:
    if isinstance(error, OSError):
        raise TransactionFailed(_describe_os_error(error, root)) from None


def _check_replacements(
    root: Path, files: "Sequence[SiteFile]", may_replace: Collection[str]
) -> None:
    """Check that no file would overwrite another unasked."""
    for file in files:
        if file.path not in may_replace and read_target(root, file) is not None:
            raise TransactionFailed(
                translate(
                    "core", "“{name}” exists and holds something else; nothing was written."
                ).fill(name=file.path)
            )


def recover_site(root: Path) -> Message | None:
    """Finish or clear away what a killed program of this user has left in a site's folder.

    Nothing happens while another program writes to the folder.

    Args:
        root: The folder of the site.

    Returns:
        A message where the user should look after something; None otherwise.
    """
    if not journal_path(root).is_file():
        return None
    try:
        with _locked(root):
            return _recover(root)
    except UserFacingError:
        return None


def _stage(root: Path, files: "Sequence[SiteFile]", just_before: Callable[[], object]) -> Journal:
    """Write everything beside the site's files, then the journal."""
    journal = write_journal(root, Journal(BEGUN, f"{STAGING}-{secrets.token_hex(4)}"))
    staging = root / journal.staging
    staging.mkdir()
    # A hook that adds every file must not add these.
    write_synced(staging / ".gitignore", b"*\n")
    entries = tuple(_stage_file(root, staging, number, file) for number, file in enumerate(files))
    sync_folder(staging)
    sync_folder(root)
    just_before()
    return write_journal(root, replace(journal, state=FORWARD, entries=entries))


def _stage_file(root: Path, staging: Path, number: int, file: "SiteFile") -> JournalEntry:
    target = resolve_target(root, file.path)
    old_hash = ""
    if target.exists():
        _check_writable(target)
        old = target.read_bytes()
        old_hash = hash_data(old)
        write_synced(staging / f"{number}.old", old)
        shutil.copymode(target, staging / f"{number}.old")
        write_synced(staging / f"{number}.new", file.data)
        shutil.copymode(target, staging / f"{number}.new")
    else:
        _check_writable(nearest_folder(target.parent), target)
        write_synced(staging / f"{number}.new", file.data)
    return JournalEntry(
        path=file.path,
        new=hash_data(file.data),
        old=old_hash,
        made=first_missing_folder(root, target),
    )


def _check_writable(path: Path, target: Path | None = None) -> None:
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "", str(target or path))


def _move_into_place(root: Path, journal: Journal) -> None:
    """Move every new file into its place; those that are there already stay."""
    staging = root / journal.staging
    for number, entry in enumerate(journal.entries):
        new, target = staging / f"{number}.new", resolve_target(root, entry.path)
        if new.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(new, target)
            sync_folder(target.parent)


def _take_back(root: Path, journal: Journal) -> None:
    """Put the old files back, whatever has become of them since, and remove the folders made.

    What cannot be put back now is left, with its copy, to the next recovery.
    """
    with contextlib.suppress(OSError, UserFacingError):
        journal = write_journal(root, replace(journal, state=BACK))
        staging = root / journal.staging
        for number, entry in enumerate(journal.entries):
            target = resolve_target(root, entry.path)
            old, new = staging / f"{number}.old", staging / f"{number}.new"
            if old.exists():
                os.replace(old, target)
            elif not entry.old and not new.exists():
                remove_file(target)
            if entry.made:
                remove_empty_folders(target.parent, root / entry.made)
        clear_transaction(root, journal)


def _recover(root: Path) -> Message | None:
    journal = read_journal(root)
    if journal is None:
        remove_file(journal_path(root))
        return None
    if journal.state == BEGUN or find_staging_folder(root, journal) is None:
        clear_transaction(root, journal)
        return None
    try:
        changed = _find_changed_entry(root, journal)
        if changed:
            return _set_aside(root, journal, changed.path)
        if journal.state == BACK:
            _take_back(root, journal)
        else:
            _move_into_place(root, journal)
            clear_transaction(root, journal)
    except UserFacingError as error:
        return error.message
    except OSError as error:
        return _describe_os_error(error, root)
    return None


def _find_changed_entry(root: Path, journal: Journal) -> JournalEntry | None:
    """Find a file that holds neither its old nor its new content."""
    changed = [
        entry
        for entry in journal.entries
        if _hash_file(resolve_target(root, entry.path)) not in (entry.new, entry.old)
    ]
    return changed[0] if changed else None


def _set_aside(root: Path, journal: Journal, path: str) -> Message:
    """Move the staging folder aside, since the user has changed a file; nothing is lost."""
    folder = find_free_path(root, "rundbrief-export")
    os.replace(root / journal.staging, folder)
    remove_file(journal_path(root))
    return translate(
        "core",
        "An export was interrupted, and “{name}” has been changed since. "
        "Its files lie in “{folder}”; export again to finish.",
    ).fill(name=path, folder=folder)


def _hash_file(path: Path) -> str:
    """Return the hash of a file; "" where it does not exist."""
    if path.is_file():
        return hash_data(path.read_bytes())
    return ""


def _describe_os_error(error: OSError, root: Path) -> Message:
    return describe_failure(error, Path(str(error.filename or root)))


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Keep other programs from writing to a site; the lock ends with its holder."""
    busy = translate(
        "core", "Another Rundbrief is exporting to this folder. Wait a moment, then try again."
    )
    try:
        with owning(site_key(root)) as is_alone:
            if not is_alone:
                raise TransactionFailed(busy)
            yield
    except OSError as error:
        raise TransactionFailed(describe_failure(error, root)) from None
