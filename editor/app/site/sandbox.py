"""Programs that a site names run, if at all, without the network, and see only their own folder.

Hugo follows the configuration of the site: it may be told to read any file, to run programs and to
ask servers. What can be overridden is; on Linux namespaces do the rest, where the system has them.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_SYSTEM_FOLDERS = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/etc/ld.so.cache")
_TRIAL_SECONDS = 5


def overriding_environment(scratch: Path) -> dict[str, str]:
    """Return variables that override what a site's configuration could reach for.

    Args:
        scratch: The folder for whatever Hugo writes.

    Returns:
        Variables: no programs, no requests, no variables of the user's, no folders elsewhere.
    """
    return {
        "HUGO_ENABLEGITINFO": "false",
        "HUGO_SECURITY_EXEC_ALLOW": "none",
        "HUGO_SECURITY_HTTP_URLS": "none",
        "HUGO_SECURITY_FUNCS_GETENV": "none",
        "HUGO_PUBLISHDIR": str(scratch / "public"),
        "HUGO_RESOURCEDIR": "resources",
        "HUGO_CACHEDIR": str(scratch / "cache"),
    }


def sandbox_command(scratch: Path, readable: Sequence[Path]) -> list[str]:
    """Return what a command must begin with to run in a sandbox.

    Args:
        scratch: The one folder it may write to.
        readable: Further files and folders that it may read; missing ones are passed over.

    Returns:
        The first words of the command: bubblewrap's, else those for a namespace without network;
        empty where the system has neither.
    """
    if sys.platform != "linux":
        return []
    if _works("bwrap", "--ro-bind", "/", "/", "--unshare-all"):
        return _bubblewrap(scratch, readable)
    if _works("unshare", "--user", "--map-current-user", "--net"):
        return ["unshare", "--user", "--map-current-user", "--net", "--"]
    return []


def _bubblewrap(scratch: Path, readable: Sequence[Path]) -> list[str]:
    command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session"]
    for folder in _SYSTEM_FOLDERS:
        if Path(folder).is_symlink():
            command += ["--symlink", str(Path(folder).readlink()), folder]
        else:
            command += ["--ro-bind-try", folder, folder]
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
    for path in readable:
        command += ["--ro-bind-try", str(path), str(path)]
    command += ["--bind", str(scratch), str(scratch), "--setenv", "HOME", str(scratch), "--"]
    return command


@cache
def _works(program: str, *arguments: str) -> bool:
    """Whether the system lets a program make namespaces: many forbid it."""
    if shutil.which(program) is None:
        return False
    try:
        done = subprocess.run(
            [program, *arguments, "true"], capture_output=True, timeout=_TRIAL_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
