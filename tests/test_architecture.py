"""The house's rules that no linter knows."""

import ast
import subprocess
import sys

import pytest

from helpers.corpus import ROOT

MODULES = sorted((ROOT / "editor").rglob("*.py"))
CORE = [path for path in MODULES if "core" in path.parts]


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_short_and_say_why_they_exist(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 600, "one idea a module"
    assert ast.get_docstring(tree(path)) or path.name == "__main__.py"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_short(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno <= 60, (
                f"{node.name} is {node.end_lineno - node.lineno} lines"
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_there_are_no_globals_that_change(path):
    for node in ast.walk(tree(path)):
        assert not isinstance(node, ast.Global), path
    for node in tree(path).body:
        if isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            assert not any(
                isinstance(node.value, ast.List | ast.Set) and name.isupper() is False
                for name in names
            ), names


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_public_functions_of_the_core_give_their_contract(path):
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node) or len(node.body) <= 4, f"{path.name}: {node.name}"


def test_nothing_but_files_and_the_cli_writes():
    """Bytes reach the disk in one place, and a site's folder in another: there it is all files or none."""
    writers = [
        path.name
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in ("write_bytes", "write_text", "unlink", "rename", "replace")
        and node.attr != "replace"
    ]
    assert set(writers) <= {"files.py", "site_transaction.py"}


def test_importing_the_window_does_not_import_webengine():
    code = "import sys; import editor.ui.main_window.window; sys.exit(any('WebEngine' in m or m in ('markdown', 'icalendar') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
