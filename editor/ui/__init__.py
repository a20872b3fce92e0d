"""The top floor: everything visible. ``main`` builds and connects the parts, nobody else does."""

from editor.ui.pyside_loading import load_pyside

load_pyside()
