"""Which preview this machine can have: WebEngine, or a plain one where that is missing."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.preview.plain_view import PlainView
    from editor.ui.preview.web_view import WebView

    View = WebView | PlainView


def make_view() -> "View":
    """A view; importing and starting WebEngine takes longer than everything else, so nothing imports it earlier."""
    try:
        from editor.ui.preview.request_interceptor import register_scheme
        from editor.ui.preview.web_view import WebView
    except ImportError:
        from editor.ui.preview.plain_view import PlainView

        return PlainView()
    register_scheme()
    return WebView()
