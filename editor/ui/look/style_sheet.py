"""The style sheet, from the tokens.

Lengths are written as ``6u``: pixels at a text size of 14, and more where text is larger.
Qt draws no pictures from data, so the few that it needs lie as files in the cache folder.
"""

import re
from string import Template

from PySide6.QtCore import QDir
from PySide6.QtGui import QFont, QFontInfo

from editor.app.services.folders import cache_folder, make_private_folder
from editor.core.base.errors import UserFacingError
from editor.resources import resource
from editor.ui.look.tokens import TYPE, Colors

_DESIGNED_FOR = 14
"""Pixels of body text for which lengths are written."""
_LENGTH = re.compile(r"\b(\d+)u\b")
_PREFIX = "look"
_PICTURES = {
    "check": ("check", "accent_text"),
    "partly": ("minus", "accent_text"),
    "open": ("chevron-down", "text"),
    "open-off": ("chevron-down", "disabled"),
    "up": ("chevron-up", "text"),
    "folded": ("chevron-right", "muted"),
    "unfolded": ("chevron-down", "muted"),
    "ticked": ("check", "text"),
    "sub": ("chevron-right", "muted"),
    "grip": ("minus", "control"),
}
"""The pictures of the sheet: the icon, and the color it has."""


def text_scale(font: QFont) -> float:
    """Return by how much lengths grow with the text.

    Args:
        font: The font of the application.

    Returns:
        1.0 for text of 14 pixels.
    """
    return QFontInfo(font).pixelSize() / _DESIGNED_FOR


def make_style_sheet(colors: Colors, font: QFont) -> str:
    """Write the style sheet of a scheme.

    Args:
        colors: The colors.
        font: The font of the application; all sizes follow it.

    Returns:
        The sheet. The pictures it names have been written.
    """
    _write_pictures(colors)
    scale, points = text_scale(font), font.pointSizeF()
    rules = resource("css", "window.qss").read_text(encoding="utf-8")
    sizes = {f"{name}_size": f"{points * size:.2f}pt" for name, size in TYPE.items()}
    filled = Template(rules).substitute(colors._asdict() | sizes)
    return _LENGTH.sub(lambda length: f"{max(round(int(length[1]) * scale), 1)}px", filled)


def _write_pictures(colors: Colors) -> None:
    """Write the pictures in the colors of a scheme; a folder for each, so none is ever stale."""
    shades = {ink: getattr(colors, ink) for _, ink in _PICTURES.values()}
    folder = cache_folder() / "look-2" / "".join(shade.lstrip("#") for shade in shades.values())
    QDir.setSearchPaths(_PREFIX, [str(folder)])
    if (folder / f"{list(_PICTURES)[-1]}.svg").exists():
        return
    from editor.app.services.files import store_file  # once for each scheme

    try:
        make_private_folder(folder)
        for name, (source, ink) in _PICTURES.items():
            svg = resource("icons", "lucide", f"{source}.svg").read_text(encoding="utf-8")
            svg = svg.replace("currentColor", shades[ink]).replace(
                'stroke-width="2"', 'stroke-width="2.5"'
            )
            store_file(folder / f"{name}.svg", svg.encode())
    except (OSError, UserFacingError):
        return  # ticks are filled squares then
