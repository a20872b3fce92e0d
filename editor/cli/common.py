"""What all commands share: exit codes, how a file is opened, how something is said and written.

Everything else is imported inside functions: ``rundbrief --help`` should not wait for YAML and Markdown.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.app.library import Library
    from editor.core.text import Sentence

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def complain(path: Path, line: int, sentence: str) -> None:
    """One line on standard error: file, line, what is wrong."""
    print(f"{path}:{line}: {' '.join(str(sentence).split())}", file=sys.stderr)


def each(
    paths: Sequence[Path],
    work: "Callable[[Path, Opened], int]",
    refused: "Callable[[Path, Sentence], None] | None" = None,
) -> int:
    """Do something with every file that can be opened; a sentence for each that cannot, on standard error or to ``refused``."""
    from editor.app import library
    from editor.core.text import Refused

    shelf = library.load()
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    code = FINE
    for path in paths:
        try:
            code = max(code, work(path, Opened(path, shelf)))
        except Refused as refusal:
            (refused or (lambda path, sentence: complain(path, 1, sentence)))(
                path, refusal.sentence
            )
            code = max(code, PROBLEMS)
    return code


class Opened:
    """A file as the command line sees it."""

    def __init__(self, path: Path, shelf: "Library") -> None:
        from editor.app import files
        from editor.core import source

        self.text, self.form = source.decode(files.read(path))
        self.issue = shelf.parse(self.text, path)


def store(path: Path, data: bytes) -> None:
    """Write a file of a command's, in folders that are made first. Raises Refused."""
    from editor.app import files

    files.store(path, data)
