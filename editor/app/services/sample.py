"""The sample issue, in a copy that the user may write into."""

import shutil
from pathlib import Path

from editor.app.services.folders import data_folder, make_private_folder
from editor.resources import resource


def is_sample(path: Path) -> bool:
    """Tell whether a file or folder belongs to the sample, or to the user's copy of it.

    Args:
        path: A path.

    Returns:
        Whether it is no site to publish on.
    """
    return any(map(path.is_relative_to, (resource("sample"), data_folder() / "sample")))


def find_sample() -> Path:
    """Find the sample issue; the first time, its site is copied into the user's own folder.

    Returns:
        The path of its Markdown file: what the user has written there, else as it comes. Where
        nothing can be copied, that of the program's own.
    """
    folder = data_folder() / "sample"
    try:
        if not folder.is_dir():
            make_private_folder(data_folder())
            fresh = folder.with_name("sample.new")
            shutil.rmtree(fresh, ignore_errors=True)
            shutil.copytree(resource("sample"), fresh)
            fresh.rename(folder)
    except OSError:
        folder = resource("sample")
    return next(iter(sorted(folder.glob("**/*.md"))), next(resource("sample").glob("**/*.md")))
