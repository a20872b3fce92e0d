"""Which preview this machine can have: WebEngine, or a plain one where that is missing."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.preview import WebPreview
    from editor.ui.preview_text import TextPreview

    Preview = WebPreview | TextPreview


def make_preview() -> "Preview":
    """A preview; importing and starting WebEngine takes longer than everything else, so nothing imports it earlier."""
    try:
        from editor.ui.preview import WebPreview, register_scheme
    except ImportError:
        from editor.ui.preview_text import TextPreview

        return TextPreview()
    register_scheme()
    return WebPreview()
