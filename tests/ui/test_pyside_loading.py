"""PySide6 is loaded without what only its error messages need, and that comes when it is asked for.

Each of these is a process of its own: PySide6 is loaded once.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
IS_WAITING = """
import sys
def waiting():
    return {name.rpartition(".")[2] for name, module in sys.modules.items()
            if type(module).__name__ == "_WaitingModule"}
"""


def run(code: str) -> str:
    """Run Python in a process of its own; returns what it has printed."""
    done = subprocess.run(
        [sys.executable, "-c", IS_WAITING + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_window_loads_none_of_it() -> None:
    printed = run(
        "import builtins; own = builtins.__import__\n"
        "from editor.ui import main\n"
        "print(*sorted(waiting())); print(builtins.__import__ is own)\n"
    )
    assert printed == "enum_sig layout parser pyi_generator\nTrue\n"


def test_the_command_loads_none_of_it_before_its_window_is_made() -> None:
    printed = run(
        "from types import ModuleType\n"
        "def run_window(*_, **__):\n"
        "    print(*sorted(waiting()), 'PySide6.QtCore' in sys.modules)\n"
        "    return 0\n"
        "sys.modules['editor.ui.main'] = module = ModuleType('editor.ui.main')\n"
        "module.run_window = run_window\n"
        "from editor.cli.main import main\n"
        "sys.exit(main([]))\n"
    )
    assert printed == "enum_sig layout parser pyi_generator True\n"


def test_a_wrong_call_is_explained_as_ever() -> None:
    wrong_call = (
        "from PySide6.QtCore import QObject, QPoint\n"
        "for call in (lambda: QObject().setObjectName(3), lambda: QPoint(1, 2, 3)):\n"
        "    try: call()\n"
        "    except TypeError as error: print(error)\n"
        "print(QObject.setObjectName.__doc__)\n"
    )
    printed = run("import editor.ui\n" + wrong_call)
    assert "setObjectName(name: str, /)" in printed
    assert printed == run(wrong_call)


def test_each_waiting_module_has_its_names_and_keeps_its_second_one() -> None:
    printed = run(
        "import editor.ui\n"
        "from PySide6.support.signature.lib.pyi_generator import generate_pyi\n"
        "from PySide6.support.signature.lib.enum_sig import HintingEnumerator\n"
        "from PySide6.support.signature import get_signature, layout, parser\n"
        "from PySide6.QtCore import QObject\n"
        "print(generate_pyi.__name__, HintingEnumerator.__name__)\n"
        "print(get_signature(QObject.setObjectName), layout.create_signature.__name__)\n"
        "print(parser is sys.modules['shibokensupport.signature.parser'])\n"
    )
    assert printed == (
        "generate_pyi HintingEnumerator\n(self, name: str, /) -> None create_signature\nTrue\n"
    )


def test_threads_that_are_wrong_at_once_are_told_so() -> None:
    printed = run(
        "import editor.ui, threading\n"
        "from PySide6.QtCore import QObject\n"
        "sys.setswitchinterval(1e-6)\n"
        "barrier, errors = threading.Barrier(8), []\n"
        "def call():\n"
        "    barrier.wait()\n"
        "    try: QObject().setObjectName(3)\n"
        "    except (TypeError, NameError) as error: errors.append(error)\n"  # as in PySide6 itself
        "threads = [threading.Thread(target=call) for _ in range(8)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
        "print(len(errors))\n"
    )
    assert printed == "8\n"
