"""Checks of the dates of entries: weekday, end, publication and order."""

import pytest


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("* Dienstag, 11.02.2026, online: **Eins**\n", ["weekday"]),
        ("* Mittwoch, 32.02.2026, online: **Eins**\n", ["date-broken"]),
        ("* Mittwoch, 11.02.2026, 10:00-:11:00, online: **Eins**\n", ["date-broken"]),
        ("* Mittwoch, 11.02.2026, 12:00-11:00, online: **Eins**\n", ["end"]),
        ("* Sonntag, 01.02.2026, online: **Eins**\n", ["past"]),
        (
            "* Donnerstag, 12.02.2026, online: **Eins**\n"
            "* Mittwoch, 11.02.2026, online: **Zwei**\n",
            ["order"],
        ),
        ("* Mittwoch, 11.02.2026, 20:00-18:00, online: **Eins**\n", ["end"]),
        ("* jeden Mittwoch, 20:00-18:00, online: **Eins**\n", ["end"]),
        ("* 14. und 15.02.2026, 10–18 Uhr, online: **Eins**\n", ["hours-of-days"]),
        ("* 12.–15.02.2026, 10:00 bis 18:00 Uhr, online: **Eins**\n", ["hours-of-days"]),
        ("* March 7-8, 2026, 10am-6pm, online: **Eins**\n", ["hours-of-days"]),
        ("* Samstag, 14.02.2026, 10:00, bis Sonntag, 15.02.2026, 18:00, online: **Eins**\n", []),
        ("* 14.2.2026 10:00 – 15.2.2026 18:00 Uhr, online: **Eins**\n", []),
        ("* Mittwoch, 11.02.2026, 10:00 (Anmeldung bis 12:00 am 3.2.), online: **Eins**\n", []),
    ],
)
def test_dates_of_events(codes_of, lines, codes):
    assert codes_of("## Veranstaltungen\n" + lines) == codes
