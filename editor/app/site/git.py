"""Handing over through the user's own git: a branch, a commit of exactly these files, a push when somebody clicks.

Git is asked, never imitated: hooks, signatures and credentials are the user's. Whatever fails leaves branch, index
and files as they were. Git runs only when people have chosen it: a folder's configuration may name programs.
"""

import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from editor.app.services.files import remove_file
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

_LOCAL, _COMMIT, _REMOTE = 60.0, 900.0, 300.0
"""Seconds git may take here, with hooks and a passphrase to type, and over the network."""
_GRACE = 5.0
"""Seconds git has to put its locks away when it is stopped."""
_BUSY = {
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
}


class GitFailed(UserFacingError):
    """What git said it cannot do; branch, index and files are as before."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder under git: the branch it stands on, what else is changed there, and where it pushes to ("" for nowhere)."""

    root: Path
    branch: str
    others: tuple[str, ...]
    remote: str


def is_checkout(root: Path) -> bool:
    """Whether git is installed and the folder is a checkout; git is not run for this."""
    return shutil.which("git") is not None and any(
        (folder / ".git").exists() for folder in (root, *root.resolve().parents)
    )


def inspect_checkout(root: Path, paths: Sequence[str] = ()) -> Checkout:
    """The state of a checkout; ``paths`` are the files that will be committed. Raises GitFailed where no commit can be made."""
    if _run(root, "rev-parse", "--is-inside-work-tree", check=False)[1].strip() != "true":
        raise GitFailed(
            translate("core", "Git cannot read this folder: {reason}").fill(
                reason=_last(_run(root, "status", check=False)[2]) or root
            )
        )
    for name, what in _BUSY.items():
        if (root / _run(root, "rev-parse", "--git-path", name)[1].strip()).exists():
            raise GitFailed(
                translate(
                    "core",
                    "Git is in the middle of a {what} in this folder. Finish or abort it first.",
                ).fill(what=what)
            )
    branch = _run(root, "symbolic-ref", "--quiet", "--short", "HEAD", check=False)[1].strip()
    if not branch:
        raise GitFailed(
            translate(
                "core",
                "The folder stands on no branch (detached HEAD). Switch to a branch first, then export again.",
            )
        )
    if not all(
        os.environ.get(name) or _config(root, key)
        for name, key in (("GIT_AUTHOR_NAME", "user.name"), ("GIT_AUTHOR_EMAIL", "user.email"))
    ) and not os.environ.get("EMAIL"):
        raise GitFailed(
            translate(
                "core",
                "Git does not know who you are. Tell it: git config --global user.name “…” and git config --global user.email “…”.",
            )
        )
    return Checkout(root, branch, _others(root, paths), _remote(root, branch))


def _others(root: Path, paths: Sequence[str]) -> tuple[str, ...]:
    """Files under git that are changed and not among the paths, from the folder's view."""
    records = _run(root, "status", "--porcelain", "-z", "--untracked-files=no", "--no-renames")[
        1
    ].split("\0")
    prefix = _run(root, "rev-parse", "--show-prefix")[1].strip()
    ours = {prefix + path for path in paths}
    return tuple(record[3:] for record in records if record and record[3:] not in ours)


def _remote(root: Path, branch: str) -> str:
    names = _run(root, "remote")[1].split()
    wanted = (
        _config(root, "remote.pushDefault"),
        _config(root, f"branch.{branch}.remote"),
        "origin",
        *names,
    )
    return next((name for name in wanted if name in names), "")


def commit(root: Path, paths: Sequence[str], branch: str, message: str) -> str:
    """Commit the files as they lie there, on a new branch (or the one the folder stands on); returns the commit.

    Everything else that is changed or staged stays as it is. Raises GitFailed, with branch and index as before.
    """
    before = inspect_checkout(root, paths).branch
    if (
        branch.startswith(("-", "@"))
        or _run(root, "check-ref-format", f"refs/heads/{branch}", check=False)[0]
    ):
        raise GitFailed(
            translate("core", "“{branch}” is no name for a branch.").fill(branch=branch)
        )
    fresh = branch != before
    if (
        fresh
        and not _run(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}", check=False)[
            0
        ]
    ):
        raise GitFailed(
            translate(
                "core",
                "The branch “{branch}” exists already. Switch to it first, or choose another name.",
            ).fill(branch=branch)
        )
    index = root / _run(root, "rev-parse", "--git-path", "index")[1].strip()
    kept = index.with_name("index.rundbrief")
    if index.exists():
        shutil.copy2(index, kept)
    made = False
    try:
        if fresh:
            _run(root, "switch", "--quiet", "--create", branch)
            made = True
        _run(root, "add", "--", *paths)
        if not _run(root, "diff", "--cached", "--quiet", "--", *paths, check=False)[0]:
            raise GitFailed(
                translate(
                    "core",
                    "Git has these files already, exactly as they are; there is nothing to commit.",
                )
            )
        _run(
            root, "commit", "--quiet", "--only", f"--message={message}", "--", *paths, limit=_COMMIT
        )
    except UserFacingError:
        if made:
            _run(root, "symbolic-ref", "HEAD", f"refs/heads/{before}", check=False)
            _run(root, "branch", "--quiet", "-D", "--", branch, check=False)
        with suppress(OSError):
            os.replace(kept, index) if kept.exists() else remove_file(index)
        raise
    finally:
        remove_file(kept)
    return _run(root, "rev-parse", "--short", "HEAD")[1].strip()


def push(root: Path, branch: str, remote: str, stop: threading.Event | None = None) -> str:
    """Push a branch; returns the address where a pull request can be opened, "" where none is known.

    Raises GitFailed with what the other side said; nothing has changed here then.
    """
    _, _, said = _run(
        root,
        "push",
        "--set-upstream",
        remote,
        f"refs/heads/{branch}:refs/heads/{branch}",
        limit=_REMOTE,
        stop=stop,
    )
    offered = re.search(
        r"^remote:.*?(https?://\S+(?:pull|merge_requests|compare)\S*)", said, re.MULTILINE
    )
    if offered:
        return offered[1]
    return pull_request_url(_config(root, f"remote.{remote}.url"), branch)


_HOSTS = (
    ("github.com", "https://{host}/{path}/compare/{branch}?expand=1"),
    (
        "gitlab",
        "https://{host}/{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}",
    ),
    ("bitbucket.org", "https://{host}/{path}/pull-requests/new?source={branch}"),
    ("", "https://{host}/{path}/compare/{branch}"),
)
"""Where the code hosts open pull requests, by a part of the host's name; the last is Gitea's and Forgejo's."""


def pull_request_url(url: str, branch: str) -> str:
    """The page that opens a pull request for a branch of a remote; "" for a remote that has no pages.

    >>> pull_request_url("git@github.com:codeforgermany/site.git", "neu")
    'https://github.com/codeforgermany/site/compare/neu?expand=1'
    """
    found = re.fullmatch(
        r"(?:ssh://)?(?:[\w.-]+@)?([\w.-]+\.\w+)(?::\d+)?[:/]([\w./~-]+?)(?:\.git)?/?", url
    )
    parts = urlsplit(url)
    if parts.scheme in ("http", "https"):
        host, path = (parts.hostname or "", parts.path.strip("/").removesuffix(".git"))
    elif found:
        host, path = found.groups()
    else:
        host, path = ("", "")
    if not host or not path or url.startswith(("/", ".")):
        return ""
    form = next(form for name, form in _HOSTS if name in host)
    return form.format(host=host, path=path.strip("/"), branch=quote(branch, safe=""))


# --- running --------------------------------------------------------------------------------------


def _config(root: Path, key: str) -> str:
    return _run(root, "config", "--get", key, check=False)[1].strip()


def _environment() -> dict[str, str]:
    """The user's, in plain English, and without questions nobody could answer: no terminal is there."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
    }
    return {
        **kept,
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_EDITOR": "true",
    }


def _run(
    root: Path,
    *arguments: str,
    check: bool = True,
    limit: float = _LOCAL,
    stop: threading.Event | None = None,
) -> tuple[int, str, str]:
    """Exit code, output and errors of a git command. Raises GitFailed where it fails, if ``check``."""
    try:
        process = subprocess.Popen(
            ["git", "-C", str(root), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        raise GitFailed(
            translate("core", "Git cannot be started: {reason}").fill(
                reason=error.strerror or error
            )
        ) from None
    with process:
        out, err = _awaited(process, limit, stop)
    if check and process.returncode:
        raise GitFailed(_why(err.strip() or out, arguments[0]))
    return process.returncode, out, err


def _awaited(
    process: "subprocess.Popen[str]", limit: float, stop: threading.Event | None
) -> tuple[str, str]:
    end = time.monotonic() + limit
    while True:
        try:
            return process.communicate(timeout=0.2)
        except subprocess.TimeoutExpired:
            if (stop and stop.is_set()) or time.monotonic() > end:
                _ended(process)
                raise GitFailed(
                    translate(
                        "core", "Git did not answer in time, or was stopped. Nothing has changed."
                    )
                ) from None


def _ended(process: "subprocess.Popen[str]") -> None:
    """Git and what it has started, asked to stop so that it puts its locks away, then made to."""
    for name in ("SIGTERM", "SIGKILL"):
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, getattr(signal, name))
            else:
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=_GRACE)
            return


_REASONS: tuple[tuple[str, Message], ...] = (
    (
        r"non-fast-forward|fetch first|\[rejected\]",
        translate(
            "core",
            "The server has commits on this branch that are not here, so it rejected the push. Choose another branch name, or fetch first.",
        ),
    ),
    (
        r"could not read Username|Authentication failed|Permission denied|terminal prompts disabled|HTTP 40[13]",
        translate(
            "core",
            "The server did not let git in. Log in once with git on the command line (or with your git program), then push again.",
        ),
    ),
    (
        r"Could not resolve host|unable to access|Connection (?:refused|timed out)|Network is unreachable",
        translate(
            "core",
            "The server cannot be reached. Check the connection, then push again; the commit is safe.",
        ),
    ),
)


def _why(said: str, command: str) -> Message:
    """What git says, as a sentence."""
    if command == "push":
        known = next((sentence for pattern, sentence in _REASONS if re.search(pattern, said)), None)
        if known:
            return known
    if "ignored by one of your .gitignore files" in said:
        return translate(
            "core", "A .gitignore of the site keeps git from taking one of these files."
        )
    if not said.strip():
        return translate("core", "A hook of the site said no, without a reason.")
    return translate("core", "Git says: {reason}").fill(reason=_last(said))


def _last(said: str) -> str:
    """The line that says why: the first that git marks, else the last; its hints left out."""
    lines = [
        line.strip() for line in said.splitlines() if line.strip() and not line.startswith("hint:")
    ]
    marked = [line for line in lines if line.startswith(("fatal:", "error:", "remote: error"))]
    return (marked or lines or [""])[0 if marked else -1][:300]
