"""Loads PySide6 without the 3000 lines of Python that it compiles at each start.

They write the text of a ``TypeError`` for a wrong call, ``help()`` and stubs for type checkers,
and wait here until something asks for them: 40 ms of every start. PySide6 also puts a hook into
``import`` that reads the source of each module which is imported from then on, to look for a
syntax that is not used here. It takes 60 ms until a page is open, and all these sources stay in
memory; so the hook is taken out again.
"""

import builtins
import importlib
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType

_PACKAGES = ("shibokensupport.signature", "shibokensupport.signature.lib")
_LATER = ("layout", "parser", "enum_sig", "pyi_generator")
"""Modules of these packages that nothing needs until one of their names is asked for.

Not ``errorhandler``: Qt's side calls it from any thread, and ends the process where it fails.
"""
_import = builtins.__import__
_lock = RLock()


class _WaitingModule(ModuleType):
    """A module whose code runs when one of its names is looked up first."""

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__spec__ = spec
        self.own_name = spec.name
        self.is_running = False

    def __getattr__(self, name: str) -> object:
        with _lock:
            if self.is_running:  # it looks for what it has not got
                raise AttributeError(f"module {self.own_name!r} has no attribute {name!r}")
            if isinstance(self, _WaitingModule):  # no other thread has run it meanwhile
                spec, self.is_running = self.__spec__, True
                assert spec and spec.loader
                spec.name = self.own_name  # PySide6 publishes it under a second name
                spec.loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment]
                self.is_running = False
        return getattr(self, name)


def load_pyside() -> None:
    """Import ``PySide6.QtCore``; the first import of PySide6 in a process must be this one.

    Where PySide6 is made of other modules, it is loaded as it comes.
    """
    builtins.__import__ = _import_some_later
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        builtins.__import__ = _import


def _import_some_later(
    name: str,
    globals: Mapping[str, object] | None = None,
    locals: Mapping[str, object] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    if name in _PACKAGES and fromlist and fromlist[0] in _LATER:
        full_name = f"{name}.{fromlist[0]}"
        spec = None if full_name in sys.modules else importlib.util.find_spec(full_name)
        if spec and spec.loader:
            module = sys.modules[full_name] = _WaitingModule(spec)
            setattr(sys.modules[name], fromlist[0], module)
    return _import(name, globals, locals, fromlist or (), level)
