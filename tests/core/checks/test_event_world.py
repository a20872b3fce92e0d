"""Checks of entries against the world: holidays, clocks that change, each other."""

import pytest

HOUSE = "Haus, Weg 1, 04109 Leipzig"


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (f"* Freitag, 03.04.2026, 19:00, {HOUSE}: **Eins**\n", ["holiday"]),
        (f"* Mittwoch, 18.11.2026, 19:00, {HOUSE}: **In Sachsen**\n", ["holiday"]),
        ("* Mittwoch, 18.11.2026, 19:00, Haus, Weg 1, 10115 Berlin: **In Berlin**\n", []),
        ("* ~~Freitag, 03.04.2026, 19:00, online: **Eins**~~\n", []),
        ("* Freitag, 03.04.2026, bis Montag, 06.04.2026, online: **Eins**\n", []),
        ("* Freitag, 03.04.2026, 22:00-02:00, online: **Eins**\n", ["holiday"]),
        ("* Sonntag, 29.03.2026, 02:30, online: **Eins**\n", ["clock-change"]),
        ("* Sonntag, 25.10.2026, 02:30, online: **Eins**\n", ["clock-change"]),
        ("* Sonntag, 25.10.2026, 03:30, online: **Eins**\n", []),
        (
            f"* Donnerstag, 12.03.2026, 19:00, {HOUSE}: **Eins**\n"
            f"* Donnerstag, 12.03.2026, 19:00, {HOUSE}: **Zwei**\n",
            ["same-time"],
        ),
        (f"* Donnerstag, 12.03.2026, 19:00, {HOUSE}: **Eins**\n" * 4, ["same-time", "double"] * 3),
        (
            f"* Donnerstag, 12.03.2026, 19:00, {HOUSE}: **Eins**\n"
            f"* Donnerstag, 12.03.2026, 20:00, {HOUSE}: **Zwei**\n"
            "* Donnerstag, 12.03.2026, 20:00, online: **Drei**\n",
            [],
        ),
        (
            f"* Donnerstag, 12.03.2026, 19:00, {HOUSE}: **Eins**\n"
            "* Regelmäßige Treffen:\n"
            f"  * Lab: jeden Donnerstag, 19:00, {HOUSE}\n",
            ["same-time"],
        ),
        (
            f"* Regelmäßige Treffen:\n  * Lab: donnerstags alle zwei Wochen, 19:00, {HOUSE}\n",
            ["weeks-guessed"],
        ),
        (
            "* Regelmäßige Treffen:\n"
            f"  * Lab: donnerstags alle zwei Wochen ab 12.02.2026, 19:00, {HOUSE}\n",
            [],
        ),
    ],
)
def test_entries_in_the_world(codes_of, lines, codes):
    assert codes_of("## Veranstaltungen\n" + lines) == codes
