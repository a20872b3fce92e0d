"""What all commands share: exit codes, how files are opened and written, how problems are reported.

Everything else is imported inside functions: ``rundbrief --help`` should not wait for YAML and
Markdown.
"""

import sys
from collections.abc import Callable, Sequence
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


def write_output(path: Path, data: bytes) -> None:
    """Write a file that a command makes, in folders that are made first.

    Args:
        path: The file; it is replaced where it exists.
        data: Its contents.

    Raises:
        UserFacingError: If it cannot be written.
    """
    from editor.app.services.files import store_file

    store_file(path, data)
