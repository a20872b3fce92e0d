"""Running git: by the user's settings, without questions, with an end, and with readable errors."""

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

_LOCAL_SECONDS = 60.0
"""How long git may take without hooks and without the network."""
_GRACE_SECONDS = 5.0
"""How long git has to put its locks away when it is stopped."""
_FOREIGN_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Variables that would lead git to another checkout, set where a hook starts the program."""
_LONGEST_REASON = 300


class GitFailed(UserFacingError):
    """What git cannot do; branch, index and files are as before."""


class GitResult(NamedTuple):
    """What a git command gave."""

    exit_code: int
    output: str
    errors: str

    @property
    def succeeded(self) -> bool:
        """Return whether the exit code is 0."""
        return self.exit_code == 0

    @property
    def value(self) -> str:
        """Return the output without surrounding white space."""
        return self.output.strip()


def run_git(
    root: Path,
    *arguments: str,
    check: bool = True,
    seconds: float = _LOCAL_SECONDS,
    stop: threading.Event | None = None,
) -> GitResult:
    """Run a git command in a folder.

    Args:
        root: The folder.
        *arguments: The command and its arguments.
        check: Whether a command that fails raises an error.
        seconds: How long the command may take.
        stop: Stops the command when it is set.

    Returns:
        Exit code, output and errors.

    Raises:
        GitFailed: If git cannot be started, takes too long or is stopped; if ``check``, also where
            the command fails.
    """
    with _start_git(root, arguments) as process:
        output, errors = map(_decode, _wait_for(process, seconds, stop))
    if check and process.returncode:
        raise GitFailed(_explain_failure(arguments[0], errors.strip() or output))
    return GitResult(process.returncode, output, errors)


def read_blob(root: Path, name: str) -> bytes:
    """Read a file as a commit holds it.

    Args:
        root: A folder of the checkout.
        name: The commit, a colon, and the path from the top of the checkout.

    Returns:
        Its bytes, without any filter.

    Raises:
        GitFailed: If there is no such file, or git does not answer.
    """
    with _start_git(root, ("cat-file", "blob", name)) as process:
        output, errors = _wait_for(process, _LOCAL_SECONDS, None)
    if process.returncode:
        raise GitFailed(_explain_failure("cat-file", _decode(errors)))
    return output


def _decode(output: bytes) -> str:
    return output.decode("utf-8", errors="replace").replace("\r\n", "\n")


def read_config(root: Path, key: str) -> str:
    """Read a setting of git.

    Args:
        root: A folder of the checkout.
        key: The name of the setting, such as "user.name".

    Returns:
        Its value; "" where it is not set.

    Raises:
        GitFailed: If git cannot be started or does not answer.
    """
    return run_git(root, "config", "--get", key, check=False).value


def find_reason(output: str) -> str:
    """Find the line of git's output that says why a command failed.

    Args:
        output: What git has printed.

    Returns:
        The first line that git marks as an error, else the last line; hints are left out. "" for
        no output.
    """
    lines = [line.strip() for line in output.splitlines() if not line.startswith("hint:")]
    lines = [line for line in lines if line]
    marked = [line for line in lines if line.startswith(("fatal:", "error:", "remote: error"))]
    reason = ""
    if marked:
        reason = marked[0]
    elif lines:
        reason = lines[-1]
    return reason[:_LONGEST_REASON]


def _make_environment() -> dict[str, str]:
    """Return the user's environment, for plain English and without questions.

    Nobody could answer a question: there is no terminal.
    """
    inherited = {
        name: value for name, value in os.environ.items() if name not in _FOREIGN_VARIABLES
    }
    return {
        **inherited,
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_EDITOR": "true",
        # a status that writes the index would run a hook of the folder
        "GIT_OPTIONAL_LOCKS": "0",
    }


def _start_git(root: Path, arguments: Sequence[str]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            ["git", "-c", "core.fsmonitor=false", "-C", str(root), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_make_environment(),
            start_new_session=True,
        )
    except OSError as error:
        reason = error.strerror or error
        raise GitFailed(
            translate("core", "Git cannot be started: {reason}").fill(reason=reason)
        ) from None


def _wait_for(
    process: "subprocess.Popen[bytes]", seconds: float, stop: threading.Event | None
) -> tuple[bytes, bytes]:
    """Return what a process prints to both streams; stop it when its time is over."""
    end = time.monotonic() + seconds
    while True:
        try:
            return process.communicate(timeout=0.2)
        except subprocess.TimeoutExpired:
            if (stop and stop.is_set()) or time.monotonic() > end:
                _stop_process_group(process)
                raise GitFailed(
                    translate(
                        "core", "Git did not answer in time, or was stopped. Nothing has changed."
                    )
                ) from None


def _stop_process_group(process: "subprocess.Popen[bytes]") -> None:
    """Ask git and its children to stop, so that they put their locks away; then kill them."""
    for name in ("SIGTERM", "SIGKILL"):
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, getattr(signal, name))
            else:
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=_GRACE_SECONDS)
            return


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_PUSH_FAILURES: tuple[tuple[re.Pattern[str], Message], ...] = (
    (
        _any_of(r"non-fast-forward", r"fetch first", r"\[rejected\]"),
        translate(
            "core",
            "The server has commits on this branch that are not here, so it rejected the push. "
            "Choose another branch name, or fetch first.",
        ),
    ),
    (
        _any_of(
            r"could not read Username",
            r"Authentication failed",
            r"Permission denied",
            r"terminal prompts disabled",
            r"HTTP 40[13]",
        ),
        translate(
            "core",
            "The server did not let git in. Log in once with git on the command line "
            "(or with your git program), then push again.",
        ),
    ),
    (
        _any_of(
            r"Could not resolve host",
            r"unable to access",
            r"Connection (?:refused|timed out)",
            r"Network is unreachable",
        ),
        translate(
            "core",
            "The server cannot be reached. Check the connection, then push again; "
            "the commit is safe.",
        ),
    ),
)
"""What the output of a failed push means."""


def _explain_failure(command: str, output: str) -> Message:
    if command == "push":
        for pattern, message in _PUSH_FAILURES:
            if pattern.search(output):
                return message
    if "ignored by one of your .gitignore files" in output:
        return translate(
            "core", "A .gitignore of the site keeps git from taking one of these files."
        )
    if not output.strip():
        return translate("core", "A hook of the site said no, without a reason.")
    return translate("core", "Git says: {reason}").fill(reason=find_reason(output))
