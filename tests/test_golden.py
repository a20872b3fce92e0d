"""Exports of the sample issue, byte for byte.

``RUNDBRIEF_GOLDEN=write python3 dev.py test tests/test_golden.py`` makes them anew: look at the
difference before committing it.
"""

import os

import pytest
from editor.cli import main

from helpers.corpus import ROOT, SAMPLE

GOLDEN = ROOT / "tests" / "golden"
EXPORTS = {
    "ics": ["export", "--to", "ics"],
    "html": ["export", "--to", "html"],
    "markdown": ["export", "--to", "markdown"],
    "body": ["render"],
}


def contents(folder):
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("name", EXPORTS)
def test_the_export_is_the_one_that_was_looked_at(name, tmp_path):
    target = GOLDEN / name if os.environ.get("RUNDBRIEF_GOLDEN") == "write" else tmp_path
    force = ["--force"] if target != tmp_path else []
    assert main.main([*EXPORTS[name], *force, "--out", str(target), str(SAMPLE)]) == 0
    exported = contents(target)
    assert exported
    assert exported == contents(GOLDEN / name)
