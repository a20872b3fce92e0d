"""What all commands share: exit codes, how a file is opened, how something is said and written.

Everything else is imported inside functions: ``rundbrief --help`` should not wait for YAML and Markdown.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.app.services.profile_registry import ProfileRegistry
    from editor.core.base.messages import Message

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def report_problem(path: Path, line: int, sentence: str) -> None:
    """One line on standard error: file, line, what is wrong."""
    print(f"{path}:{line}: {' '.join(str(sentence).split())}", file=sys.stderr)


def for_each_file(
    paths: Sequence[Path],
    work: "Callable[[Path, OpenedFile], int]",
    refused: "Callable[[Path, Message], None] | None" = None,
) -> int:
    """Do something with every file that can be opened; a sentence for each that cannot, on standard error or to ``refused``."""
    from editor.app.services import profile_registry
    from editor.core.base.errors import UserFacingError

    shelf = profile_registry.load_profiles()
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    code = FINE
    for path in paths:
        try:
            code = max(code, work(path, OpenedFile(path, shelf)))
        except UserFacingError as refusal:
            (refused or (lambda path, sentence: report_problem(path, 1, sentence)))(
                path, refusal.message
            )
            code = max(code, PROBLEMS)
    return code


class OpenedFile:
    """A file as the command line sees it."""

    def __init__(self, path: Path, shelf: "ProfileRegistry") -> None:
        from editor.app.services.files import read_file
        from editor.core.base.encoding import decode

        self.text, self.form = decode(read_file(path))
        self.issue = shelf.parse(self.text, path)


def write_output(path: Path, data: bytes) -> None:
    """Write a file of a command's, in folders that are made first. Raises UserFacingError."""
    from editor.app.services.files import store_file

    store_file(path, data)
