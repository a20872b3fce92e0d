"""Loads PySide6 without the 3000 lines of Python that it compiles at each start.

They write the text of a ``TypeError`` for a wrong call, ``help()`` and stubs for type checkers,
and wait here until something asks for them: 45 ms of every start. PySide6 also puts a hook into
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
from types import ModuleType

_PACKAGES = ("shibokensupport.signature", "shibokensupport.signature.lib")
_LATER = ("errorhandler", "layout", "parser", "enum_sig", "pyi_generator")
"""Modules of these packages that nothing needs until one of their names is asked for."""
_import = builtins.__import__


class _WaitingModule(ModuleType):
    """A module whose code runs when one of its names is looked up first."""

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__spec__ = spec
        self.own_name = spec.name

    def __getattr__(self, name: str) -> object:
        spec, self.__class__ = self.__spec__, ModuleType  # type: ignore[assignment]
        assert spec and spec.loader
        spec.name = self.own_name  # PySide6 publishes it under a second name
        spec.loader.exec_module(self)
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
