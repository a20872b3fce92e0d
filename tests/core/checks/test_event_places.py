"""Checks of where events are: postcode against town, coordinates against postcode."""

import pytest
from editor.core.calendar.entry import decode_link
from editor.core.issue.issue import parse_issue
from editor.core.places.gazetteer import Venue, fold_key
from msgspec.structs import replace

EVENTS = "## Veranstaltungen\n"


def test_a_postcode_of_another_town_is_found(codes_of):
    line = "* Mittwoch, 11.02.2026, Haus, Weg 1, 14195 Leipzig: **Eins**\n"
    assert codes_of(EVENTS + line) == ["postcode"]


@pytest.mark.parametrize(("town", "count"), [("89231 Neu-Ulm", 1), ("10179 Berlin", 0)])
def test_coordinates_of_another_town_are_found(codes_of, calendar_link, town, count):
    link = calendar_link("SUMMARY:Eins", "DTSTART:20260311T180000Z", "GEO:52.52;13.41")
    line = f"* Mittwoch, 11.03.2026, 19:00-21:00, Haus, Weg 1, {town}: **Eins**{link}\n"
    assert codes_of(EVENTS + line).count("coordinates") == count


def test_coordinates_that_were_copied(codes_of, fix_all, calendar_link, shelf):
    lines = "".join(
        f"* Mittwoch, 11.02.2026, 10:00, Haus, Weg 1, {postcode} {town}: **{town}**"
        + calendar_link(f"SUMMARY:{town}", "DTSTART:20260211T090000Z", "GEO:52.52;13.41")
        + "\n"
        for postcode, town in (("10179", "Berlin"), ("14467", "Potsdam"))
    )
    assert "coordinates-shared" in codes_of(EVENTS + lines)
    fixed = parse_issue(fix_all(EVENTS + lines), shelf.named("newsletter"))
    assert b"GEO" not in decode_link(fixed.events[1].href.of(fixed.text))


@pytest.mark.parametrize(
    ("street", "used", "count"),
    [("Gasse 9", 2, 1), ("Lange Straße 1", 2, 0), ("Lange Str. 1", 2, 0), ("Gasse 9", 1, 0)],
)
def test_a_venue_at_another_address_than_in_all_other_issues(
    codes_of, gazetteer, street, used, count
):
    address = "Haus der Daten, Lange Straße 1, 10179 Berlin"
    venues = {fold_key(address): Venue(address, used=used)}
    known = replace(gazetteer, venues=venues)
    line = f"* Mittwoch, 11.03.2026, 19:00, Haus der Daten, {street}, 10179 Berlin: **Eins**\n"
    assert codes_of(EVENTS + line, gazetteer=known).count("venue") == count
