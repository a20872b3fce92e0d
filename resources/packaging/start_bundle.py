"""What a bundle starts: no other package can stand in the place of ours there."""

import os
import sys


def give_back_environment() -> None:
    """Let programs that are started from here, such as a browser, load their own libraries.

    PyInstaller puts the bundle's libraries first, for itself; a program of KDE would take our Qt.
    """
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # a process of our own begins anew


if sys.platform == "linux":
    give_back_environment()

from editor.cli.main import main  # noqa: E402 - what it imports may look at the environment

sys.exit(main())
