"""What all commands share: exit codes, how files are opened and written, how problems are reported.

Everything else is imported inside functions: ``rundbrief --help`` should not wait for YAML and
Markdown.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.app.services.profile_registry import ProfileRegistry
    from editor.core.base.messages import Message

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
"""Exit codes."""


def report_problem(path: Path, line: int, message: str) -> None:
    """Report a problem in one line on standard error.

    Args:
        path: The file.
        line: The line in it, from 1.
        message: What is wrong.
    """
    print(f"{path}:{line}: {' '.join(str(message).split())}", file=sys.stderr)


def _report_unreadable(path: Path, message: "Message") -> None:
    report_problem(path, 1, message)


def for_each_file(
    paths: Sequence[Path],
    process: "Callable[[Path, OpenedFile], int]",
    report_unreadable: "Callable[[Path, Message], None]" = _report_unreadable,
) -> int:
    """Process every file that can be opened.

    Args:
        paths: The files.
        process: Gets a file and returns an exit code; it may raise UserFacingError.
        report_unreadable: Gets a file that cannot be opened or processed, and the reason. Without
            it the reason goes to standard error.

    Returns:
        The highest exit code.
    """
    from editor.app.services.profile_registry import load_profiles
    from editor.core.base.errors import UserFacingError

    registry = load_profiles()
    for problem in registry.problems:
        print(problem, file=sys.stderr)
    code = FINE
    for path in paths:
        try:
            code = max(code, process(path, OpenedFile(path, registry)))
        except UserFacingError as error:
            report_unreadable(path, error.message)
            code = max(code, PROBLEMS)
    return code


class OpenedFile:
    """A file that a command works on.

    Attributes:
        text: Its text.
        form: How the text is written as bytes.
        issue: The text, parsed with the profile that fits the file.
    """

    def __init__(self, path: Path, registry: "ProfileRegistry") -> None:
        """Read a file.

        Args:
            path: The file.
            registry: The profiles.

        Raises:
            UserFacingError: If it cannot be read, or is not text.
        """
        from editor.app.services.files import read_file
        from editor.core.base.encoding import decode

        self.text, self.form = decode(read_file(path))
        self.issue = registry.parse(self.text, path)


class Outputs:
    """The files a command makes: never one of its inputs, never one of another input's.

    Other files that exist are replaced only where the user has said so.
    """

    def __init__(self, sources: Sequence[Path], *, force: bool) -> None:
        """Prepare to write.

        Args:
            sources: The files that the command reads.
            force: Whether files that exist may be replaced.
        """
        self._sources = {_identify(path) for path in sources if path.exists()}
        self._written: set[tuple[int, int]] = set()
        self._force = force

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write files, in folders that are made first.

        Args:
            files: The contents of each; a file that has them already is left alone.

        Raises:
            UserFacingError: If one may not or cannot be written. Where one may not be, none is.
        """
        from editor.app.services.files import store_file

        for path, data in files.items():
            self._require_free(path, data)
        for path, data in files.items():
            if not path.exists() or path.read_bytes() != data:
                store_file(path, data)
            self._written.add(_identify(path))

    def _require_free(self, path: Path, data: bytes) -> None:
        from editor.core.base.errors import InputRejected
        from editor.core.base.messages import translate

        if not path.exists():
            return
        identity = _identify(path)
        if identity in self._sources:
            message = translate(
                "core", "“{name}” is the file that was read; it is never written over."
            )
        elif identity in self._written:
            message = translate(
                "core", "“{name}” was written a moment ago, from another file of the same name."
            )
        elif self._force or (path.is_file() and path.read_bytes() == data):
            return
        else:
            message = translate(
                "core", "“{name}” exists already; --force replaces it. It was left as it is."
            )
        raise InputRejected(message.fill(name=path))


def _identify(path: Path) -> tuple[int, int]:
    """What two names of one file have in common."""
    state = path.stat()
    return state.st_dev, state.st_ino
