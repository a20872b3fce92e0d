"""The command that writes a text from elsewhere as Markdown."""

import argparse
from pathlib import Path

from editor.cli.common import FINE, PROBLEMS, report_problem


def run_import(options: argparse.Namespace) -> int:
    """Run ``rundbrief import``: write Markdown, and the pictures that came along beside it.

    Args:
        options: The command's arguments.

    Returns:
        The exit code.
    """
    from editor.app.services.document_import import read_text_document, write_pictures
    from editor.app.services.files import store_file
    from editor.core.base.errors import InputRejected, UserFacingError
    from editor.core.base.messages import translate
    from editor.core.markdown.parser import Dialect

    target: Path = options.out
    try:
        if target.exists():
            message = translate("core", "“{name}” exists already; nothing was written.")
            raise InputRejected(message.fill(name=target))
        document = read_text_document(options.source, Dialect("goldmark"))
        markdown = write_pictures(document, target.parent, target.stem)
        store_file(target, (markdown + "\n").encode())
    except UserFacingError as error:
        report_problem(options.source, 1, str(error.message))
        return PROBLEMS
    return FINE
