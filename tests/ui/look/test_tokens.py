"""Whether everything can be read and seen: all inks on all grounds, in all schemes and accents."""

import pytest
from editor.ui.look.accent import with_accent
from editor.ui.look.tokens import COLORS, DARK, GROUNDS, INKS, LIGHT, STATES, Scheme, contrast

ACCENTS = (
    # GNOME
    "#3584e4", "#2190a4", "#3a944a", "#c88800", "#ed5b00", "#e62d42", "#d56199", "#9141ac",
    "#6f8396",
    # KDE, Windows, macOS
    "#3daee9", "#0078d4", "#ffb900", "#107c10", "#e74856", "#007aff", "#af52de", "#ff9500",
    "#28cd41", "#8e8e93",
    # the brightest, the darkest, and nothing
    "#ffff00", "#000080", "#ffffff", "#000000",
)  # fmt: skip
SCHEMES = list(COLORS.values()) + [
    with_accent(colors, accent) for colors in (LIGHT, DARK) for accent in ACCENTS
]


def ratio(colors, one, other):
    return contrast(getattr(colors, one), getattr(colors, other))


@pytest.mark.parametrize("colors", SCHEMES)
def test_every_ink_is_readable_on_every_ground(colors):
    low = {
        (ink, ground): ratio(colors, ink, ground)
        for ink in INKS
        for ground in GROUNDS
        if ratio(colors, ink, ground) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("colors", SCHEMES)
def test_states_selection_and_the_next_step_are_readable(colors):
    for state in STATES:
        assert ratio(colors, state, f"{state}_ground") >= 4.5
    assert ratio(colors, "selected_text", "selection") >= 4.5
    assert ratio(colors, "accent_text", "accent") >= 4.5
    assert ratio(colors, "accent_text", "accent_hover") >= 4.5


@pytest.mark.parametrize("colors", SCHEMES)
def test_edges_of_controls_and_the_focus_are_seen(colors):
    for ground in ("window", "surface", "raised", "sunken"):
        assert ratio(colors, "control", ground) >= 3
        assert ratio(colors, "focus", ground) >= 3
        assert ratio(colors, "accent", ground) >= 3
    assert ratio(colors, "selected_bar", "selection") >= 3


@pytest.mark.parametrize("scheme", list(COLORS))
def test_a_scheme_is_what_its_name_says(scheme):
    brightness = contrast(COLORS[scheme].window, "#000000")
    assert (brightness > 10) == (scheme == Scheme.LIGHT)


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == 1
