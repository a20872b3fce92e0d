"""The tokens of the design: colors by role, and sizes of type.

Style sheet, palette, icons and the frame of the preview are made from these and name no others.
Lengths stand in the style sheet, in units that grow with the text; nothing moves.
"""

from enum import StrEnum
from typing import NamedTuple


class Scheme(StrEnum):
    """A set of colors. ``SYSTEM`` stands for the one the desktop asks for."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "contrast"


class Colors(NamedTuple):
    """Colors by what they are for, as "#rrggbb".

    Inks are text, muted, link, error, warning, hint and success: each is readable on each of the
    grounds window, surface, raised, sunken and hover (WCAG 2.2 §1.4.3). On ``selection`` everything
    takes ``selected_text``; on each state's own ground its own ink.
    """

    window: str
    """Around the work: menus, bars, outline, status line."""
    surface: str
    """The work itself: pages, fields, lists."""
    raised: str
    """Cards, buttons, menus."""
    sunken: str
    """Behind the page, and the track of segments."""
    line: str
    """Hairlines; never the only edge of a control."""
    control: str
    """The edges that tell where a control is."""
    text: str
    muted: str
    disabled: str
    accent: str
    """The ground of the one button that is the next step."""
    accent_hover: str
    accent_text: str
    link: str
    focus: str
    selection: str
    """The ground of chosen rows and of pressed toggles."""
    selected_text: str
    selected_bar: str
    """The bar of a chosen row, and its ring when it has the focus."""
    hover: str
    mark: str
    """The ground of words that were found."""
    error: str
    error_ground: str
    warning: str
    warning_ground: str
    hint: str
    hint_ground: str
    success: str
    success_ground: str


LIGHT = Colors(
    window="#f3f4f6",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#eaecf0",
    line="#dde0e6",
    control="#7d8594",
    text="#1a1d23",
    muted="#565d6b",
    disabled="#8b929e",
    accent="#0b57d0",
    accent_hover="#0947ac",
    accent_text="#ffffff",
    link="#0b57d0",
    focus="#0b57d0",
    selection="#dce7fa",
    selected_text="#12305f",
    selected_bar="#0b57d0",
    hover="#e9ecf1",
    mark="#fff0c2",
    error="#b3261e",
    error_ground="#fcebea",
    warning="#835100",
    warning_ground="#fff3dc",
    hint="#475569",
    hint_ground="#eaeef4",
    success="#186a3b",
    success_ground="#e3f4ea",
)
DARK = Colors(
    window="#1a1c20",
    surface="#212429",
    raised="#2a2e35",
    sunken="#15171a",
    line="#383d46",
    control="#848c99",
    text="#e9ebef",
    muted="#adb4c0",
    disabled="#727a87",
    accent="#8db4f8",
    accent_hover="#a9c7fb",
    accent_text="#0a1f44",
    link="#9cc0ff",
    focus="#9cc0ff",
    selection="#2c4166",
    selected_text="#e6eefc",
    selected_bar="#8db4f8",
    hover="#2e323a",
    mark="#4a4022",
    error="#ff9b93",
    error_ground="#432624",
    warning="#f2be6a",
    warning_ground="#3d3018",
    hint="#b7c3d6",
    hint_ground="#2d3440",
    success="#83d3a2",
    success_ground="#1e3a2a",
)
HIGH_CONTRAST = Colors(
    window="#000000",
    surface="#000000",
    raised="#000000",
    sunken="#000000",
    line="#ffffff",
    control="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    disabled="#a6a6a6",
    accent="#ffe94a",
    accent_hover="#fff3a0",
    accent_text="#000000",
    link="#8fd3ff",
    focus="#8fd3ff",
    selection="#ffe94a",
    selected_text="#000000",
    selected_bar="#000000",
    hover="#26261a",
    mark="#4d4600",
    error="#ff9a9a",
    error_ground="#000000",
    warning="#ffd27a",
    warning_ground="#000000",
    hint="#ffffff",
    hint_ground="#000000",
    success="#8cf0a8",
    success_ground="#000000",
)
COLORS = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.HIGH_CONTRAST: HIGH_CONTRAST}

INKS = ("text", "muted", "link", "error", "warning", "hint", "success")
GROUNDS = ("window", "surface", "raised", "sunken", "hover", "mark")
STATES = ("error", "warning", "hint", "success")

TYPE = {"caption": 0.88, "body": 1.0, "section": 1.15, "title": 1.55, "display": 1.9}
"""Sizes of type, in sizes of the system's font."""


def luminance(color: str) -> float:
    """Return how bright a color is.

    Args:
        color: As "#rrggbb".

    Returns:
        The relative luminance of WCAG 2.2, from 0 to 1.
    """
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors.

    Args:
        one: As "#rrggbb".
        other: The other; their order does not matter.

    Returns:
        The contrast ratio of WCAG 2.2, from 1 to 21.
    """
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)
