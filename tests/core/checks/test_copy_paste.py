"""Checks for what was copied from another entry and left as it was."""

import pytest


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (
            "* Mittwoch, 11.02.2026, online: **Eins**\n"
            "* Mittwoch, 11.02.2026, 10:00, online: **Eins**\n",
            ["double"],
        ),
        (
            "* Mittwoch, 11.02.2026, online: **151. Abend für alle**\n"
            "* Donnerstag, 12.02.2026, online: **151. Abend für alle**\n",
            ["number"],
        ),
        (
            "* Mittwoch, 11.02.2026, online: **Apfel**\n  * https://a.example/x/y\n"
            "* Donnerstag, 12.02.2026, online: **Birne**\n  * https://a.example/x/y\n",
            ["same-link"],
        ),
        (
            "* Mittwoch, 11.02.2026, online: **Eins**\n"
            "* Mittwoch, 11.02.2026, 10:00, online: **Zwei**\n",
            [],
        ),
    ],
)
def test_copied_events(codes_of, lines, codes):
    assert codes_of("## Veranstaltungen\n" + lines) == codes
