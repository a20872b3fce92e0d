"""The commands ``rundbrief`` and ``rundbrief-window``: the wheel has this file as ``rundbrief.py``.

It stands outside the package, because another distribution may have a package of the same name
(PyPI's "editor" has): whichever was installed last has overwritten files of the other one.
"""

import importlib.util
import sys
from pathlib import Path

_APART = "uv tool install rundbrief, or pipx install rundbrief"


def main() -> int:
    """Start the program, unless its package is not what stands in its place.

    Returns:
        The exit code of the program; 2 where it cannot start.
    """
    stranger = find_stranger()
    if stranger:
        print(
            f"rundbrief: another package named “editor” is installed in {stranger}, where files "
            f"of Rundbrief belong; install Rundbrief apart from it: {_APART}",
            file=sys.stderr,
        )
        return 2
    from editor.cli.main import main as run

    return run()


def find_stranger() -> str:
    """Find out whether the package ``editor`` is another one, or has lost files to another one.

    Returns:
        The folder it is in; "" where it is ours.
    """
    found = importlib.util.find_spec("editor")
    places = list(found.submodule_search_locations or ()) if found else []
    if not found or not places:
        return str(Path(found.origin).parent if found and found.origin else Path(__file__).parent)
    folder = Path(places[0])
    try:
        is_ours = (folder / "__init__.py").read_text(encoding="utf-8").startswith('"""Rundbrief:')
    except OSError:
        is_ours = False
    return "" if is_ours and (folder / "cli" / "main.py").exists() else str(folder)
