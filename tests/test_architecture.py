"""The rules of the house that no linter knows: sizes, decisions, contracts, names, layers."""

import ast
import collections
import doctest
import importlib
import os
import subprocess
import sys
import tomllib

import pytest

from helpers import architecture
from helpers.corpus import ROOT, SAMPLE

PATHS = sorted((ROOT / "editor").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PATHS}
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in PATHS}
BORDERS = ("editor.core.", "editor.app.", "editor.cli.", "editor.ui.")


def name_of(path):
    return str(path.relative_to(ROOT))


def functions():
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def decisions(node):
    """Count what a reader has to decide: branches, and the expressions that linters overlook."""
    count = 0
    for part in ast.walk(node):
        if isinstance(part, ast.If | ast.IfExp | ast.For | ast.While | ast.ExceptHandler):
            count += 1
        elif isinstance(part, ast.BoolOp):
            count += len(part.values) - 1
        elif isinstance(part, ast.comprehension):
            count += 1 + len(part.ifs)
        elif isinstance(part, ast.match_case):
            count += 1
    return count


# --- examples -------------------------------------------------------------------------------------

EXAMPLES = [name for name, path in MODULES.items() if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_in_docstrings_hold(name):
    results = doctest.testmod(importlib.import_module(name))
    assert results.attempted
    assert not results.failed


# --- sizes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_module_holds_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_module_says_what_it_is_for(path):
    assert ast.get_docstring(TREES[path])


def test_functions_are_short():
    long = [
        f"{name_of(path)}: {node.name}"
        for path, node in functions()
        if node.end_lineno - node.lineno + 1 > 40
    ]
    assert long == []


def test_functions_decide_little():
    """mccabe does not see ``and``, ``or``, conditional expressions and comprehensions."""
    dense = {
        f"{name_of(path)}: {node.name}": count
        for path, node in functions()
        if (count := decisions(node)) > 18
    }
    assert dense == {}


def test_conditional_expressions_are_rare_and_never_nested():
    statements = expressions = 0
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            statements += isinstance(node, ast.stmt)
            if isinstance(node, ast.IfExp):
                expressions += 1
                inner = [part for part in ast.walk(node) if isinstance(part, ast.IfExp)]
                assert inner == [node], f"{name_of(path)}:{node.lineno}"
    assert 100 * expressions / statements < 3


def test_any_is_rare():
    """Any hides a wrong type from mypy; it stands where YAML and TOML hold whatever they like."""
    uses = sum(
        isinstance(node, ast.Name) and node.id == "Any"
        for tree in TREES.values()
        for node in ast.walk(tree)
    )
    assert uses < 15


# --- contracts ------------------------------------------------------------------------------------


def public_functions():
    return {
        (module, node.name): node
        for module, path in MODULES.items()
        for node in TREES[path].body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def users_of(known):
    """Which modules use which public function, by name or through its module."""
    users = collections.defaultdict(set)
    for module, path in MODULES.items():
        aliases = {}
        for node in ast.walk(TREES[path]):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    users[node.module, alias.name].add(module)
                    aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        for node in ast.walk(TREES[path]):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                users[aliases.get(node.value.id), node.attr].add(module)
    return {key: users[key] for key in known}


def is_check(node):
    """The contract of a check is its type (core/checks/diagnostic.py)."""
    return node.returns is not None and ast.unparse(node.returns) == "Iterator[Diagnostic]"


def missing_parts(node):
    doc = ast.get_docstring(node) or ""
    arguments = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
    if (arguments or node.args.vararg) and "Args:" not in doc:
        yield "Args"
    returns = ast.unparse(node.returns) if node.returns else "None"
    if returns != "None" and not ("Returns:" in doc or "Yields:" in doc):
        yield "Returns"
    raises = any(isinstance(part, ast.Raise) and part.exc for part in ast.walk(node))
    if raises and "Raises:" not in doc:
        yield "Raises"


def test_functions_at_package_borders_give_their_contract():
    known = public_functions()
    missing = {}
    for (module, name), users in users_of(known).items():
        package = module.rpartition(".")[0]
        at_border = any(user.rpartition(".")[0] != package for user in users)
        node = known[module, name]
        if at_border and not is_check(node) and (parts := list(missing_parts(node))):
            missing[f"{module}.{name}"] = parts
    assert missing == {}


# --- names ----------------------------------------------------------------------------------------

FORMER_NAMES = (
    "callink Linker vevent conformance renewal eventedits eventlists Scene yamltext frontedits "
    "sanitise intake gather parcel outlets Outlet album Aside examiner inspection "
    "Found silenced slips compounds desk Desk RealSite Sentence Refused untangle calm_wheel "
    "undo_through Teacher teacher HandoverDialog Ways"
).split()


def test_names_of_the_past_are_gone():
    """Each had a metaphor or an abbreviation where the field has a word."""
    used = {
        node.id if isinstance(node, ast.Name) else node.name
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.FunctionDef | ast.ClassDef)
    }
    modules = {path.stem for path in PATHS} | {path.parent.name for path in PATHS}
    assert sorted((used | modules) & set(FORMER_NAMES)) == []


# --- layers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_there_are_no_globals_that_change(path):
    for node in ast.walk(TREES[path]):
        assert not isinstance(node, ast.Global)
    for node in TREES[path].body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Set):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            assert all(name.isupper() for name in names), names


def test_every_package_has_its_place_in_the_layers():
    """A new package must say where it stands, or import-linter would not look at it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    placed = {
        f"{container}.{package.strip()}"
        for contract in contracts["importlinter"]["contracts"]
        for container in contract.get("containers", ())
        for layer in contract["layers"]
        for package in layer.split("|")
    }
    packages = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for floor in ("core", "app", "ui")
        for path in (ROOT / "editor" / floor).glob("*/__init__.py")
    }
    assert packages - placed == set()


def test_bytes_reach_the_disk_in_few_places():
    """Only ``files`` writes; in a site's folder only the transaction, all files or none.

    An archive is unpacked into a folder that is no site yet.
    """
    writing = ("write_bytes", "write_text", "unlink", "rename")
    writers = {
        path.name
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in writing
    }
    assert writers <= {
        "archives.py",
        "files.py",
        "crash_log.py",
        "sample.py",
        "site_transaction.py",
        "transaction_journal.py",
        "temporary_files.py",
    }


def is_own_text(node):
    """Whether a text is one of ours: a translated literal, which holds no value of a document."""
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and (
        (isinstance(node.func, ast.Name) and node.func.id == "plain_tip")
        or (isinstance(node.func, ast.Attribute) and node.func.attr in ("tr", "translate"))
    )


def test_nobody_watches_all_objects_of_the_application():
    """Those of the web engine have no type information: PySide crashes when it names one."""
    watched = [
        f"{path.name}: {ast.unparse(node.func.value)}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "installEventFilter"
    ]
    assert watched
    assert [each for each in watched if "app" in each.partition(": ")[2].lower()] == []


def test_tooltips_and_labels_take_no_foreign_text_for_html():
    """A heading "<img src=/dev/zero>" would be read by the tooltip that shows it."""
    foreign = []
    for path, tree in TREES.items():
        if "ui" not in path.parts or path.name == "plain_text.py":
            continue
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if name == "setToolTip" and not is_own_text(node.args[-1]):
                foreign.append(f"{path.name}:{node.lineno}")
            if isinstance(node.func, ast.Name) and node.func.id == "QLabel":
                foreign.append(f"{path.name}:{node.lineno}")
    assert foreign == []


SHOWN_LATER = (
    "PIL", "PySide6.QtWebEngine", "enchant", "frontmatter", "httpx", "icalendar", "markdown",
    "yaml", "editor.core.attribution", "editor.core.calendar", "editor.core.checks",
    "editor.core.events.", "editor.core.frontmatter", "editor.core.importers",
    "editor.core.issue.", "editor.core.markdown", "editor.core.merging", "editor.core.publishing",
    "editor.core.rendering", "editor.core.richtext", "editor.ui.dialogs", "editor.ui.forms",
    "editor.ui.help.manual", "editor.ui.preview", "editor.ui.workspace", "editor.ui.writing",
    "editor.app.document", "editor.app.drafts", "editor.app.site", "editor.app.versions",
    "editor.ui.home", "editor.ui.main_window.front", "editor.ui.main_window.parts", "hashlib",
    "json", "logging", "msgspec", "subprocess",
)  # fmt: skip
"""What the frame of a window shows nothing of: home, a document, its forms, its preview."""


USED_LATER = (
    "editor.app.hosting.accounts", "editor.app.networks", "editor.core.checks.accessibility",
    "editor.core.checks.table", "editor.core.importers.importing", "editor.core.publishing",
    "editor.ui.forms.entries_page", "holidays", "http", "httpx", "icalendar", "multiprocessing",
    "PIL", "PySide6.QtWebEngine", "selectolax", "socketserver", "ssl", "xml",
)  # fmt: skip
"""What a page that opens needs nothing of: importing, checking, publishing, the network."""


def test_nothing_is_imported_that_the_frame_of_a_window_does_not_show(tmp_path):
    code = (
        "import sys; from editor.ui import main; app = main.make_application('en'); "
        "from editor.app.services.passing_on import pass_on; pass_on(None); "
        "window = main.make_frame(main.Settings()); window.app_bar.show(); window.show(); "
        f"print([name for name in sys.modules if name.startswith({SHOWN_LATER})])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(tmp_path)}
    for _ in range(2):  # the first start stores the pictures of the style sheet
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
        )
    assert done.stdout.strip() == "[]", done.stderr


def test_nothing_is_imported_that_a_page_which_opens_does_not_need(tmp_path):
    page = tmp_path / SAMPLE.name
    page.write_bytes(SAMPLE.read_bytes())
    code = (
        "import sys; from pathlib import Path; from editor.ui import main; "
        "app = main.make_application('en'); window = main.make_window(); window.show(); "
        f"window.open_path(Path({str(page)!r})); assert window.session.is_open; "
        f"print([name for name in sys.modules if name.startswith({USED_LATER})])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_the_picture_of_the_packages_is_drawn_from_the_contracts():
    """``python tests/helpers/architecture.py`` draws it anew."""
    assert architecture.current() == architecture.draw()
