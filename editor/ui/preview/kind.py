"""Which preview this machine can have: WebEngine, or a plain one where that is missing."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.preview.plain import PlainView
    from editor.ui.preview.web import WebView

    View = WebView | PlainView


def make_view() -> "View":
    """A view; importing and starting WebEngine takes longer than everything else, so nothing imports it earlier."""
    try:
        from editor.ui.preview.gate import register_scheme
        from editor.ui.preview.web import WebView
    except ImportError:
        from editor.ui.preview.plain import PlainView

        return PlainView()
    register_scheme()
    return WebView()
