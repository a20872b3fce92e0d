"""Files brought into a site's folder: all of them or none, also when the program is killed half-way.

Everything is written into a staging folder in the site first, with copies of what will be replaced, and a journal of
it in the user's own folder: what lies in a site may come from anywhere, and is never taken for a journal. Once the
journal is on the disk the delivery counts as decided: what follows are renames, which ``recover_site`` finishes after a
crash. Before that nothing of the site has been touched, and ``recover_site`` clears the staging away.
"""

import contextlib
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import platformdirs

from editor.app.services.files import describe_failure, remove_file, sync_folder
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

if TYPE_CHECKING:
    from editor.core.publishing.site_files import SiteFile

STAGING = ".rundbrief-export"
"""How the folder in the site's root begins that exists while something is being delivered."""
BEGUN, FORWARD, BACK = "begun", "forward", "back"
"""How far a delivery is: nothing touched yet; to be finished; to be taken back."""


class TransactionFailed(UserFacingError):
    """Files that cannot be committed; the site's folder is as it was."""


def read_target(root: Path, piece: "SiteFile") -> bytes | None:
    """What lies now where a piece goes; None for nothing. Raises TransactionFailed where it may not go there."""
    path = _target(root, piece.path)
    try:
        if path.exists():
            return path.read_bytes()
        return None
    except (OSError, ValueError) as error:
        raise TransactionFailed(describe_failure(error, path)) from None


def commit_files(
    root: Path,
    pieces: "Sequence[SiteFile]",
    may_replace: Collection[str] = (),
    then: Callable[[], object] | None = None,
) -> None:
    """Write the pieces. ``may_replace`` are the paths of files that may be overwritten; ``then`` is what comes after, such
    as a commit: where it raises, the folder is put back as it was. Raises TransactionFailed; nothing has changed then."""
    with _alone(root):
        _recover(root)
        wanted = [piece for piece in pieces if read_target(root, piece) != piece.data]
        for piece in wanted:
            if piece.path not in may_replace and read_target(root, piece) is not None:
                raise TransactionFailed(
                    translate(
                        "core", "“{name}” exists and holds something else; nothing was written."
                    ).fill(name=piece.path)
                )
        try:
            journal = _staged(root, wanted)
        except OSError as error:
            _recover(root)
            raise TransactionFailed(
                describe_failure(error, Path(str(error.filename or root)))
            ) from None
        try:
            _played(root, journal)
            if then:
                then()
        except BaseException as error:
            _taken_back(root, journal)
            if isinstance(error, OSError):
                raise TransactionFailed(
                    describe_failure(error, Path(str(error.filename or root)))
                ) from None
            raise
        _cleared(root, journal)


def recover_site(root: Path) -> Message | None:
    """Finish or clear away what a killed program of this user's has left in a site's folder; a sentence where people
    should look. Where another program is delivering right now, nothing happens."""
    if not _journal(root).is_file():
        return None
    try:
        with _alone(root):
            return _recover(root)
    except UserFacingError:
        return None


# --- the journal ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its path, what it shall hold and what it held (as hashes; "" for nothing), the first folder made for it."""

    path: str
    new: str
    old: str
    made: str


@dataclass(frozen=True, slots=True)
class Journal:
    """How far a delivery is, the name of its staging folder, and its files."""

    state: str
    staging: str
    entries: tuple[Entry, ...] = ()


def _journal(root: Path) -> Path:
    """Where the journal of a site's delivery lies: with the user."""
    return (
        Path(platformdirs.user_data_dir("rundbrief", appauthor=False))
        / "deliveries"
        / f"{_key(root)}.json"
    )


def _noted(root: Path, journal: Journal) -> Journal:
    path = _journal(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(asdict(journal)).encode()
    temporary = path.with_suffix(".tmp")
    _put(temporary, data, None)
    os.replace(temporary, path)
    sync_folder(path.parent)
    return journal


def _read(root: Path) -> Journal | None:
    try:
        data = json.loads(_journal(root).read_bytes())
        entries = tuple(
            Entry(**{name: str(one[name]) for name in ("path", "new", "old", "made")})
            for one in data["entries"]
        )
        return Journal(str(data["state"]), str(data["staging"]), entries)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _cleared(root: Path, journal: Journal) -> None:
    """What is left is rubbish: that is noted first, so that a crash in the middle leaves nothing but a broom."""
    with contextlib.suppress(OSError):
        _noted(root, Journal(BEGUN, journal.staging))
    if staging := _staging(root, journal):
        shutil.rmtree(staging, ignore_errors=True)
    remove_file(_journal(root))


def _staging(root: Path, journal: Journal) -> Path | None:
    """The staging folder, if it is one of ours."""
    path = root / journal.staging
    ours = journal.staging.startswith(STAGING) and Path(journal.staging).name == journal.staging
    if ours and path.is_dir() and not path.is_symlink():
        return path
    return None


# --- steps ----------------------------------------------------------------------------------------


def _staged(root: Path, pieces: "Sequence[SiteFile]") -> Journal:
    """Everything written beside the site's files, then the journal."""
    journal = _noted(root, Journal(BEGUN, f"{STAGING}-{secrets.token_hex(4)}"))
    staging = root / journal.staging
    staging.mkdir()
    _put(staging / ".gitignore", b"*\n", None)  # a hook that adds everything shall not add this
    entries: list[Entry] = []
    for number, piece in enumerate(pieces):
        target = _target(root, piece.path)
        old = target.read_bytes() if target.exists() else None
        if not os.access(target if old is not None else _standing(target.parent), os.W_OK):
            raise PermissionError(13, "", str(target))
        if old is not None:
            _put(staging / f"{number}.old", old, target)
        _put(staging / f"{number}.new", piece.data, target if old is not None else None)
        entries.append(
            Entry(
                piece.path,
                _hash(piece.data),
                "" if old is None else _hash(old),
                _made(root, target),
            )
        )
    sync_folder(staging)
    sync_folder(root)
    return _noted(root, replace(journal, state=FORWARD, entries=tuple(entries)))


def _put(path: Path, data: bytes, like: Path | None) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like:
        shutil.copymode(like, path)


def _played(root: Path, journal: Journal) -> None:
    """Every new file in its place; those that are there already stay."""
    staging = root / journal.staging
    for number, entry in enumerate(journal.entries):
        new, target = staging / f"{number}.new", _target(root, entry.path)
        if new.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(new, target)
            sync_folder(target.parent)


def _taken_back(root: Path, journal: Journal) -> None:
    """The old files in their places again, whatever came after has made of them, and the folders gone that were made
    for new ones. What cannot be put back now is left, with its copy, to the next recovery."""
    with contextlib.suppress(OSError, UserFacingError):
        journal = _noted(root, replace(journal, state=BACK))
        staging = root / journal.staging
        for number, entry in enumerate(journal.entries):
            target, old, new = (
                _target(root, entry.path),
                staging / f"{number}.old",
                staging / f"{number}.new",
            )
            if old.exists():
                os.replace(old, target)
            elif not entry.old and not new.exists():
                remove_file(target)
            _without_empty(target.parent, root / entry.made if entry.made else None)
        _cleared(root, journal)


def _recover(root: Path) -> Message | None:
    journal = _read(root)
    if journal is None:
        remove_file(_journal(root))
        return None
    if journal.state == BEGUN or _staging(root, journal) is None:
        _cleared(root, journal)
        return None
    try:
        strange = [
            entry.path
            for entry in journal.entries
            if _hash_of(_target(root, entry.path)) not in (entry.new, entry.old)
        ]
        if strange:
            return _set_aside(root, journal, strange[0])
        if journal.state == BACK:
            _taken_back(root, journal)
        else:
            _played(root, journal)
            _cleared(root, journal)
    except UserFacingError as refused:
        return refused.message
    except OSError as error:
        return describe_failure(error, Path(str(error.filename or root)))
    return None


def _set_aside(root: Path, journal: Journal, name: str) -> Message:
    """Somebody has changed a file since: nothing is overwritten, and nothing thrown away."""
    aside = _free(root, "rundbrief-export")
    os.replace(root / journal.staging, aside)
    remove_file(_journal(root))
    return translate(
        "core",
        "An export was interrupted, and “{name}” has been changed since. Its files lie in “{folder}”; export again to finish.",
    ).fill(name=name, folder=aside)


# --- paths ----------------------------------------------------------------------------------------


def _target(root: Path, path: str) -> Path:
    """Where a piece goes. A path that leads out of the site, also through a link, or into git's own folder, is refused."""
    pure = PurePosixPath(path)
    try:
        target = root.joinpath(*pure.parts)
        path.encode()
        inside = not pure.is_absolute() and target.parent.resolve().is_relative_to(root.resolve())
        wrong = (
            not inside or not pure.name or "\0" in path or target.is_symlink() or target.is_dir()
        )
    except (OSError, ValueError, RuntimeError):
        wrong = True
    if wrong or any(
        part == ".." or part.casefold().startswith((".git", STAGING)) for part in pure.parts
    ):
        raise TransactionFailed(
            translate(
                "core", "“{name}” is no place for a file in the site's folder; nothing was written."
            ).fill(name=path)
        )
    return target


def _standing(folder: Path) -> Path:
    """The nearest folder above that exists."""
    if folder.exists():
        return folder
    return _standing(folder.parent)


def _made(root: Path, target: Path) -> str:
    """The first folder that has to be made for a file, from the root; "" for none."""
    missing = [
        folder
        for folder in target.parents
        if folder != root and folder.is_relative_to(root) and not folder.exists()
    ]
    if missing:
        return missing[-1].relative_to(root).as_posix()
    return ""


def _without_empty(folder: Path, top: Path | None) -> None:
    while top and folder.is_relative_to(top) and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _free(root: Path, name: str) -> Path:
    numbers = (root / (f"{name}-{number}" if number else name) for number in range(1000))
    return next(path for path in numbers if not path.exists())


def _key(root: Path) -> str:
    return _hash(str(root.resolve()).encode())[:16]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash_of(path: Path) -> str:
    if path.is_file():
        return _hash(path.read_bytes())
    return ""


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Only one program at a time delivers to a site; the lock dies with its holder."""
    from filelock import FileLock, Timeout  # with asyncio, which a start need not wait for

    folder = Path(platformdirs.user_cache_dir("rundbrief", appauthor=False)) / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / f"{_key(root)}.lock", timeout=0)
        with lock:
            yield
    except Timeout:
        raise TransactionFailed(
            translate(
                "core",
                "Another Rundbrief is exporting to this folder. Wait a moment, then try again.",
            )
        ) from None
    except OSError as error:
        raise TransactionFailed(describe_failure(error, root)) from None
