import pytest
from editor.app.services.gazetteer_loading import load_country, load_gazetteer
from editor.core.calendar.recurrence import read_rule
from editor.core.checks import table
from editor.core.checks.table import CheckContext
from editor.core.issue.issue import parse_issue
from editor.core.places.geography import Geography

HEAD = "---\ntitle: x\nauthor: y\nexcerpt: z\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Termine\n"
GOOD = "* Mittwoch, 11.03.2026, 19:00-21:00, Haus, Weg 1, 04109 Leipzig: **Eins**\n"


def found(shelf, body):
    return [
        problem.code
        for problem in table.run_checks(
            parse_issue(HEAD + body, shelf.named("newsletter")),
            CheckContext(load_gazetteer()[0]),
            table.EVENT_CHECKS,
        )
    ]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (GOOD, []),
        (GOOD.replace("Mittwoch", "Dienstag"), ["weekday"]),
        (GOOD.replace("21:00", "19:00"), ["end"]),
        (GOOD.replace("11.03.2026", "04.02.2026"), ["past"]),
        (GOOD + GOOD.replace("19:00-21:00", "20:00"), ["double"]),
        (GOOD.replace("04109", "14195"), ["postcode"]),
        (GOOD.replace("Leipzig", "Lausanne (Schweiz)"), []),
        ("* Gruppe\n  * Ort: jeden zweiten Montag, 19:00, online\n", ["rule-doubt"]),
        (
            "* Gruppe\n  * Ort: jeden zweiten oder dritten Montag im Monat, online\n",
            ["rule-choice"],
        ),
        ("* Gruppe\n  * Ort: jeden. Mittwoch, online\n", ["rule-typo"]),
        ("* Gruppe\n  * Ort: montags aller zwei Wochen, online\n", []),
        ("* Gruppe\n  * Ort: jeden ersten Montag im Monat, online\n", []),
    ],
)
def test_each_clash_is_found(shelf, body, codes):
    assert found(shelf, body) == codes


def test_coordinates_of_another_town_are_found(shelf):
    from editor.core.calendar.entry import encode_link

    data = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Eins\r\nDTSTART:20260311T180000Z\r\nGEO:52.52;13.41\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    link = f' <a href="data:text/calendar;base64,{encode_link(data)}">x</a>\n'
    assert "coordinates" in found(
        shelf, GOOD.replace("04109 Leipzig", "89231 Neu-Ulm").rstrip() + link
    )
    assert "coordinates" not in found(
        shelf, GOOD.replace("04109 Leipzig", "10179 Berlin").rstrip() + link
    )


def test_the_country_is_coarse_and_silent_where_it_knows_nothing():
    land = load_country()
    assert len(land.regions) >= 90 and len(land.towns) > 500
    assert land.distance("89231", (52.52, 13.41)) > 400
    assert (
        land.distance("8005", (52.52, 13.41))
        == land.distance("", (0, 0))
        == land.distance("67000", (48.58, 7.75))
        == 0
    )
    assert land.mismatch("14195", "Wiesbaden") and land.mismatch("4103", "Leipzig")
    assert not land.mismatch("65183", "Wiesbaden") and not land.mismatch("1010", "Wien")
    assert all(
        land.distance(f"{code}000", region.center) == 0 for code, region in land.regions.items()
    )
    assert Geography().distance("10179", (0, 0)) == 0


def test_a_misspelt_rule_is_still_a_rule():
    assert read_rule("jeden. Mittwoch").pattern == read_rule("jeden Mittwoch").pattern
