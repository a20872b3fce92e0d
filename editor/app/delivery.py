"""Files brought into a site's folder: all of them or none, also when the program is killed half-way.

Everything is written into a staging folder first, with copies of what will be replaced and a journal of it. Once
the journal is on the disk the delivery counts as decided: what follows are renames, which ``recover`` finishes after
a crash. Before that nothing of the site has been touched, and ``recover`` clears the staging away.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import platformdirs

from editor.app import files
from editor.core.text import Refused, Sentence, translate

if TYPE_CHECKING:
    from editor.core.parcel import Piece

STAGING = ".rundbrief-export"
"""The folder in the site's root that exists while something is being delivered."""
_JOURNAL, _BACK = "journal.json", "back.json"
"""What is to be done, under the name that says whether forward or back."""


def before(root: Path, piece: "Piece") -> bytes | None:
    """What lies now where a piece goes; None for nothing. Raises Refused where it may not go there."""
    path = _target(root, piece.path)
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        raise Refused(files.reason(error, path)) from None


def deliver(root: Path, pieces: "Sequence[Piece]", replace: Collection[str] = (), then: Callable[[], object] | None = None) -> None:
    """Write the pieces. ``replace`` are the paths of files that may be overwritten; ``then`` is what comes after, such
    as a commit: where it raises, the folder is put back as it was. Raises Refused; nothing has changed then."""
    with _alone(root):
        _recover(root)
        wanted = [piece for piece in pieces if before(root, piece) != piece.data]
        for piece in wanted:
            if piece.path not in replace and before(root, piece) is not None:
                raise Refused(translate("core", "“{name}” exists and holds something else; nothing was written.").fill(name=piece.path))
        staging = root / STAGING
        try:
            journal = _staged(root, staging, wanted)
        except OSError as error:
            _cleared(staging)
            raise Refused(files.reason(error, staging)) from None
        try:
            _played(root, staging, journal)
            if then:
                then()
        except BaseException as error:
            _taken_back(root, staging, journal)
            if isinstance(error, OSError):
                raise Refused(files.reason(error, Path(str(error.filename or root)))) from None
            raise
        _cleared(staging)


def recover(root: Path) -> Sentence | None:
    """Finish or clear away what a killed program has left in a site's folder; a sentence where people should look.

    Where another program is delivering right now, nothing happens.
    """
    if not (root / STAGING).is_dir():
        return None
    try:
        with _alone(root):
            return _recover(root)
    except Refused:
        return None


# --- steps ----------------------------------------------------------------------------------------

Entry = dict[str, str | None]
"""A line of the journal: path, "new" and "old" as hashes (old None: there was none), "made" the first folder made for it."""


def _staged(root: Path, staging: Path, pieces: "Sequence[Piece]") -> list[Entry]:
    """Everything written beside the site's files, the journal last."""
    staging.mkdir()
    journal: list[Entry] = []
    for number, piece in enumerate(pieces):
        target = _target(root, piece.path)
        old = target.read_bytes() if target.exists() else None
        if old is not None:
            _put(staging / f"{number}.old", old, target)
        elif not os.access(_standing(target.parent), os.W_OK):
            raise PermissionError(13, "", str(target))
        _put(staging / f"{number}.new", piece.data, target if old is not None else None)
        journal.append({"path": piece.path, "new": _hash(piece.data), "old": None if old is None else _hash(old), "made": _made(root, target)})
    _put(staging / f"{_JOURNAL}.tmp", json.dumps(journal).encode(), None)
    os.replace(staging / f"{_JOURNAL}.tmp", staging / _JOURNAL)
    files.sync_folder(staging)
    files.sync_folder(root)
    return journal


def _put(path: Path, data: bytes, like: Path | None) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like:
        shutil.copymode(like, path)


def _played(root: Path, staging: Path, journal: Sequence[Entry]) -> None:
    """Every new file in its place; those that are there already stay."""
    for number, entry in enumerate(journal):
        new, target = staging / f"{number}.new", _target(root, str(entry["path"]))
        if new.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(new, target)
            files.sync_folder(target.parent)


def _taken_back(root: Path, staging: Path, journal: Sequence[Entry]) -> None:
    """The old files in their places again, and the folders gone that were made for new ones."""
    with contextlib.suppress(OSError):  # what cannot be put back now is left to the next recovery
        if (staging / _JOURNAL).exists():
            os.replace(staging / _JOURNAL, staging / _BACK)
            files.sync_folder(staging)
        for number, entry in enumerate(journal):
            target, old = _target(root, str(entry["path"])), staging / f"{number}.old"
            if _hash_of(target) != entry["new"]:
                continue
            if old.exists():
                os.replace(old, target)
            else:
                target.unlink()
                _without_empty(target.parent, root / str(entry["made"]) if entry["made"] else None)
        _cleared(staging)


def _recover(root: Path) -> Sentence | None:
    staging = root / STAGING
    if not staging.is_dir():
        return None
    back = (staging / _BACK).exists()
    try:
        journal: list[Entry] = json.loads((staging / (_BACK if back else _JOURNAL)).read_bytes())
    except (OSError, ValueError):
        _cleared(staging)  # killed before it was decided, or after all was done
        return None
    strange = [str(entry["path"]) for entry in journal if _hash_of(_target(root, str(entry["path"]))) not in (entry["new"], entry["old"])]
    if strange:
        aside = _free(root, "rundbrief-export")
        with contextlib.suppress(OSError):
            os.replace(staging, aside)
        return translate(
            "core", "An export was interrupted, and “{name}” has been changed since. Its files lie in “{folder}”; export again to finish."
        ).fill(name=strange[0], folder=aside)
    if back:
        _taken_back(root, staging, journal)
        return None
    try:
        _played(root, staging, journal)
    except OSError as error:
        return files.reason(error, Path(str(error.filename or root)))
    _cleared(staging)
    return None


def _cleared(staging: Path) -> None:
    """The journal goes first: without it, what is left is rubbish."""
    with contextlib.suppress(OSError):
        for name in (_JOURNAL, _BACK):
            (staging / name).unlink(missing_ok=True)
        files.sync_folder(staging)
    shutil.rmtree(staging, ignore_errors=True)


# --- paths ----------------------------------------------------------------------------------------


def _target(root: Path, path: str) -> Path:
    """Where a piece goes. A path that leads out of the site, also through a link, is refused."""
    pure = PurePosixPath(path)
    target = root.joinpath(*pure.parts)
    inside = not pure.is_absolute() and ".." not in pure.parts and target.parent.resolve().is_relative_to(root.resolve())
    if not inside or not pure.name or target.is_symlink() or target.is_dir() or "\0" in path:
        raise Refused(translate("core", "“{name}” is no place for a file in the site's folder; nothing was written.").fill(name=path))
    return target


def _standing(folder: Path) -> Path:
    """The nearest folder above that exists."""
    return folder if folder.exists() else _standing(folder.parent)


def _made(root: Path, target: Path) -> str | None:
    """The first folder that has to be made for a file, from the root."""
    missing = [folder for folder in target.parents if folder != root and folder.is_relative_to(root) and not folder.exists()]
    return missing[-1].relative_to(root).as_posix() if missing else None


def _without_empty(folder: Path, top: Path | None) -> None:
    while top and folder.is_relative_to(top) and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _free(root: Path, name: str) -> Path:
    numbers = (root / (f"{name}-{number}" if number else name) for number in range(1000))
    return next(path for path in numbers if not path.exists())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash_of(path: Path) -> str | None:
    return _hash(path.read_bytes()) if path.is_file() else None


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Only one program at a time delivers to a site; the lock dies with its holder."""
    from filelock import FileLock, Timeout  # with asyncio, which a start need not wait for

    folder = Path(platformdirs.user_cache_dir("rundbrief", appauthor=False)) / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / f"{_hash(str(root.resolve()).encode())[:16]}.lock", timeout=0)
        with lock:
            yield
    except Timeout:
        raise Refused(translate("core", "Another Rundbrief is exporting to this folder. Wait a moment, then try again.")) from None
    except OSError as error:
        raise Refused(files.reason(error, root)) from None
