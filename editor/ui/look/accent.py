"""The accent of the desktop, moved in lightness until everything written on it can be read."""

import colorsys

from editor.ui.look.tokens import GROUNDS, Colors, contrast

_NEEDED = 4.5
_STEPS = 100


def with_accent(colors: Colors, accent: str) -> Colors:
    """Give a scheme the accent of the desktop.

    Args:
        colors: A light or a dark scheme; one of high contrast keeps its own accent.
        accent: The color that the user has chosen, as "#rrggbb".

    Returns:
        The scheme with accent, link, focus and selection from it. States keep their colors.
    """
    is_dark = contrast(colors.surface, "#000000") < contrast(colors.surface, "#ffffff")
    grounds = tuple(getattr(colors, name) for name in GROUNDS)
    far = "#ffffff" if is_dark else "#000000"
    tone = _readable(accent, grounds, up=is_dark)
    selection = mix(tone, colors.surface, 0.30 if is_dark else 0.14)
    return colors._replace(
        accent=tone,
        accent_hover=mix(far, tone, 0.2),
        accent_text=mix("#000000", tone, 0.88) if is_dark else "#ffffff",
        link=tone,
        focus=tone,
        selection=selection,
        selected_text=mix(far, tone, 0.88 if is_dark else 0.65),
        selected_bar=_readable(tone, (selection,), up=is_dark, needed=3),
    )


def _readable(color: str, grounds: tuple[str, ...], *, up: bool, needed: float = _NEEDED) -> str:
    """Move a color in lightness only, until it can be read on all grounds."""
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    for _ in range(_STEPS):
        if min(contrast(color, ground) for ground in grounds) >= needed:
            break
        lightness = min(max(lightness + (0.01 if up else -0.01), 0), 1)
        color = _write(colorsys.hls_to_rgb(hue, lightness, saturation))
    return color


def mix(one: str, other: str, share: float) -> str:
    """Mix two colors.

    Args:
        one: As "#rrggbb".
        other: The other.
        share: How much of the first there is, from 0 to 1.

    Returns:
        The mixture, as "#rrggbb".
    """
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return _write([(share * first + (1 - share) * second) / 255 for first, second in pairs])


def _write(parts: "tuple[float, ...] | list[float]") -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
