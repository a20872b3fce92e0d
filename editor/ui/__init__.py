"""The top floor: everything visible. ``main`` builds and connects the parts, nobody else does.

PySide6 puts a hook into ``import`` that reads the source of each module which is imported from
then on, to look for a syntax that is not used here. It takes 60 ms until a page is open, and all
these sources stay in memory; so the hook is taken out again.
"""

import builtins

_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401 - this puts the hook there

builtins.__import__ = _import
