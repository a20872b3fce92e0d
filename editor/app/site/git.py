"""Handing over through the user's own git.

That is a branch, a commit of exactly these files, and a push when the user asks for it.

Git is asked, never imitated: hooks, signatures and credentials are the user's. Whatever fails
leaves branch, index and files as they were. Git runs only when the user has chosen it, since the
configuration of a folder may name programs.
"""

import os
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from editor.app.services.files import remove_file
from editor.app.site.git_command import GitFailed, find_reason, read_config, run_git
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.hosting.repository import pull_request_url

_COMMIT_SECONDS = 900.0
"""How long a commit may take, with hooks and a passphrase to type."""
_PUSH_SECONDS = 300.0
_OPERATIONS = {
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
}
"""The files in git's folder that say which operation is unfinished."""
_OFFERED_PAGE = re.compile(
    r"""
    ^remote:.*?
    (?P<url>
        https?://\S+
        (?:pull|merge_requests|compare)
        \S*
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The page for a pull request in what a server answers to a push."""


class Checkout(Struct, frozen=True):
    """The state of a folder under git."""

    root: Path
    branch: str
    """The branch that is checked out."""
    others: tuple[str, ...]
    """The changed files that will not be committed, from git's top folder."""
    remote: str
    """The name of the remote to push to; "" where there is none."""


def is_checkout(root: Path) -> bool:
    """Tell whether git is installed and a folder is under git; git is not run for this.

    Args:
        root: The folder.

    Returns:
        Whether there is a checkout that git can be asked about.
    """
    return shutil.which("git") is not None and find_top(root) is not None


def find_top(root: Path) -> Path | None:
    """Find the top folder of a checkout; git is not run for this.

    Args:
        root: A folder.

    Returns:
        The folder itself or one above it, resolved; None where none is under git.
    """
    resolved = root.resolve()
    return next(
        (folder for folder in (resolved, *resolved.parents) if (folder / ".git").exists()), None
    )


def inspect_checkout(root: Path, paths: Sequence[str] = ()) -> Checkout:
    """Read the state of a checkout, and find out whether a commit can be made.

    Args:
        root: The folder.
        paths: The files that will be committed, from the folder.

    Returns:
        The state.

    Raises:
        GitFailed: If git cannot read the folder, is in the middle of something, is on no branch,
            or does not know the user's name.
    """
    _check_work_tree(root)
    _check_no_operation(root)
    branch = run_git(root, "symbolic-ref", "--quiet", "--short", "HEAD", check=False).value
    if not branch:
        raise GitFailed(
            translate(
                "core",
                "The folder stands on no branch (detached HEAD). "
                "Switch to a branch first, then export again.",
            )
        )
    _check_identity(root)
    return Checkout(root, branch, _list_other_changes(root, paths), _find_remote(root, branch))


def _check_work_tree(root: Path) -> None:
    if run_git(root, "rev-parse", "--is-inside-work-tree", check=False).value != "true":
        reason = find_reason(run_git(root, "status", check=False).errors) or root
        raise GitFailed(
            translate("core", "Git cannot read this folder: {reason}").fill(reason=reason)
        )


def _check_no_operation(root: Path) -> None:
    for name, operation in _OPERATIONS.items():
        if (root / run_git(root, "rev-parse", "--git-path", name).value).exists():
            raise GitFailed(
                translate(
                    "core",
                    "Git is in the middle of a {what} in this folder. Finish or abort it first.",
                ).fill(what=operation)
            )


def _check_identity(root: Path) -> None:
    sources = (("GIT_AUTHOR_NAME", "user.name"), ("GIT_AUTHOR_EMAIL", "user.email"))
    if all(os.environ.get(variable) or read_config(root, key) for variable, key in sources):
        return
    if not os.environ.get("EMAIL"):
        raise GitFailed(
            translate(
                "core",
                "Git does not know who you are. Tell it: git config --global user.name “…” "
                "and git config --global user.email “…”.",
            )
        )


def _list_other_changes(root: Path, paths: Sequence[str]) -> tuple[str, ...]:
    """List the files under git that are changed and not among the paths."""
    options = ("--porcelain", "-z", "--untracked-files=no", "--no-renames")
    records = run_git(root, "status", *options).output.split("\0")
    prefix = run_git(root, "rev-parse", "--show-prefix").value
    own = {prefix + path for path in paths}
    return tuple(record[3:] for record in records if record and record[3:] not in own)


def _find_remote(root: Path, branch: str) -> str:
    names = run_git(root, "remote").output.split()
    candidates = (
        read_config(root, "remote.pushDefault"),
        read_config(root, f"branch.{branch}.remote"),
        "origin",
        *names,
    )
    return next((name for name in candidates if name in names), "")


def commit(
    root: Path,
    paths: Sequence[str],
    branch: str,
    message: str,
    *,
    seconds: float = _COMMIT_SECONDS,
) -> str:
    """Commit files as they are on the disk.

    Everything else that is changed or staged stays as it is.

    Args:
        root: The folder under git.
        paths: The files, from the folder.
        branch: The branch to commit to: a new one, or the one that is checked out.
        message: The message of the commit.
        seconds: How long git may take for it, with its hooks.

    Returns:
        The short name of the commit.

    Raises:
        GitFailed: If the commit cannot be made; branch and index are as before.
    """
    current = inspect_checkout(root, paths).branch
    _check_branch(root, branch, current)
    with _index_kept(root), _branch_checked_out(root, branch, current):
        run_git(root, "add", "--", *paths)
        if run_git(root, "diff", "--cached", "--quiet", "--", *paths, check=False).succeeded:
            raise GitFailed(
                translate(
                    "core",
                    "Git has these files already, exactly as they are; there is nothing to commit.",
                )
            )
        options = ("--quiet", "--only", f"--message={message}")
        run_git(root, "commit", *options, "--", *paths, seconds=seconds)
    return run_git(root, "rev-parse", "--short", "HEAD").value


def _check_branch(root: Path, branch: str, current: str) -> None:
    """Check that a branch is the current one, or can be made."""
    reference = f"refs/heads/{branch}"
    if (
        branch.startswith(("-", "@"))
        or not run_git(root, "check-ref-format", reference, check=False).succeeded
    ):
        raise GitFailed(
            translate("core", "“{branch}” is no name for a branch.").fill(branch=branch)
        )
    if branch == current:
        return
    if run_git(root, "rev-parse", "--verify", "--quiet", reference, check=False).succeeded:
        raise GitFailed(
            translate(
                "core",
                "The branch “{branch}” exists already. Switch to it first, or choose another name.",
            ).fill(branch=branch)
        )


@contextmanager
def _index_kept(root: Path) -> Iterator[None]:
    """Put git's index back as it was where the block fails."""
    index = root / run_git(root, "rev-parse", "--git-path", "index").value
    backup = index.with_name("index.rundbrief")
    if index.exists():
        shutil.copy2(index, backup)
    try:
        yield
    except UserFacingError:
        with suppress(OSError):
            if backup.exists():
                os.replace(backup, index)
            else:
                remove_file(index)
        raise
    finally:
        remove_file(backup)


@contextmanager
def _branch_checked_out(root: Path, branch: str, current: str) -> Iterator[None]:
    """Make a branch, unless it is the current one; remove it again where the block fails."""
    if branch == current:
        yield
        return
    run_git(root, "switch", "--quiet", "--create", branch)
    try:
        yield
    except UserFacingError:
        run_git(root, "symbolic-ref", "HEAD", f"refs/heads/{current}", check=False)
        run_git(root, "branch", "--quiet", "-D", "--", branch, check=False)
        raise


def push(root: Path, branch: str, remote: str, stop: threading.Event | None = None) -> str:
    """Push a branch.

    Args:
        root: The folder under git.
        branch: The branch.
        remote: The name of the remote.
        stop: Stops git when it is set.

    Returns:
        The address where a pull request can be opened; "" where none is known.

    Raises:
        GitFailed: If the other side refuses or cannot be reached; nothing has changed here.
    """
    reference = f"refs/heads/{branch}"
    answer = run_git(
        root,
        "push",
        "--set-upstream",
        remote,
        f"{reference}:{reference}",
        seconds=_PUSH_SECONDS,
        stop=stop,
    ).errors
    offer = _OFFERED_PAGE.search(answer)
    if offer:
        return offer["url"]
    return pull_request_url(read_config(root, f"remote.{remote}.url"), branch)
