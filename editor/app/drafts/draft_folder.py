"""The folder of drafts in the user's state folder: who owns one, which are left, what goes when.

A draft is ``<id>.jsonl``, with ``<id>.lock`` beside it, which its owner holds while it lives. One
that is done with is moved into ``aside`` and stays there for thirty days.
"""

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from editor.app.drafts.journal import Draft, read_draft
from editor.app.services.files import remove_file
from editor.app.services.folders import make_private_folder, state_folder
from editor.app.services.locks import release, try_to_own
from editor.core.base.encoding import encode

if TYPE_CHECKING:
    from editor.app.versions.timeline import Version

_SUFFIX = ".jsonl"
_MAX_BYTES = 512 * 2**20
"""The longest journal that is read."""
_PATIENCE = 0.3
"""Seconds for which somebody else who looks for drafts may have one."""
_KEPT_SECONDS = 30 * 24 * 3600
"""How long a draft stays that was moved aside."""


class KeptDraft(Struct, frozen=True):
    """A draft whose owner is gone."""

    file: Path
    draft: Draft
    name: str = ""
    """The title of its text, else the name of its document's file; "" for neither."""


def drafts_folder() -> Path:
    """Return the folder of all drafts; it need not exist."""
    return state_folder() / "drafts"


def make_draft_path() -> Path:
    """Return a path for a new draft, in a folder that only the user may look into.

    Raises:
        OSError: If the folder cannot be made.
    """
    make_private_folder(drafts_folder())
    stamp = time.strftime("%Y%m%d-%H%M%S")
    return drafts_folder() / f"{stamp}-{secrets.token_hex(4)}{_SUFFIX}"


def find_kept_drafts() -> list[KeptDraft]:
    """Find the drafts whose owners are gone, and that hold anything that was not saved.

    What holds nothing is moved aside on the way, and what is old there is removed.

    Returns:
        The drafts, the latest first.
    """
    _tidy(drafts_folder() / "aside")
    kept = []
    for file in sorted(drafts_folder().glob(f"*{_SUFFIX}"), reverse=True):
        with contextlib.suppress(OSError), _owned(file) as is_mine:
            if not is_mine:
                continue
            draft = _read_file(file)
            if draft and _is_worth_keeping(draft):
                kept.append(KeptDraft(file, draft, _name(draft)))
            else:
                move_aside(file)
    return kept


def _name(draft: Draft) -> str:
    from editor.core.issue.issue import issue_title, parse_issue

    return issue_title(parse_issue(draft.text)) or Path(draft.header.path).name


@contextlib.contextmanager
def _owned(file: Path) -> Iterator[bool]:
    lock = try_to_own(file, _PATIENCE)
    yield lock is not None
    if lock:
        release(lock)


def _read_file(file: Path) -> Draft | None:
    if file.stat().st_size > _MAX_BYTES:
        return None
    return read_draft(file.read_bytes())


def _is_worth_keeping(draft: Draft) -> bool:
    """Whether the disk does not hold the draft's text: its file says something else, or is gone."""
    is_gone = bool(draft.header.path) and not Path(draft.header.path).exists()
    return (draft.is_changed or is_gone) and not _is_on_disk(draft)


def _is_on_disk(draft: Draft) -> bool:
    """Whether the document's file holds the draft's text: the program died after saving it."""
    if not draft.header.path:
        return False
    try:
        return Path(draft.header.path).read_bytes() == encode(draft.text, draft.form)
    except OSError:
        return False


def move_aside(file: Path) -> None:
    """Move a draft aside that is done with; it is not offered any more.

    Args:
        file: The draft's file; nothing happens where it is gone.
    """
    aside = drafts_folder() / "aside"
    with contextlib.suppress(OSError):
        make_private_folder(aside)
        os.utime(file)  # its thirty days begin now
        file.replace(aside / file.name)


def _find_drafts_aside(path: Path) -> list[KeptDraft]:
    """The drafts of a document that were given up, and can be read."""
    found = []
    for file in sorted((drafts_folder() / "aside").glob(f"*{_SUFFIX}"), reverse=True):
        with contextlib.suppress(OSError):
            draft = _read_file(file)
            if draft and draft.is_changed and draft.header.path == str(path.absolute()):
                found.append(KeptDraft(file, draft))
    return found


def find_draft_versions(path: Path) -> "list[Version]":
    """Find the drafts of a document that were given up, as versions of it.

    Args:
        path: The document's file.

    Returns:
        The versions, the latest first.
    """
    from editor.app.versions.timeline import make_draft_version  # with git, for those who look

    drafts = [kept.draft for kept in _find_drafts_aside(path)]
    return [make_draft_version(draft.last, encode(draft.text, draft.form)) for draft in drafts]


def _tidy(folder: Path) -> None:
    for file in folder.glob(f"*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - file.stat().st_mtime > _KEPT_SECONDS:
                remove_file(file)
