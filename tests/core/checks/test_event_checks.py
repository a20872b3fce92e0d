"""The checks that run while an entry is typed."""

import pytest
from editor.core.checks import table
from editor.core.checks.diagnostic import CheckContext
from editor.core.issue.issue import parse_issue

HEAD = "---\ntitle: x\nauthor: y\nexcerpt: z\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Termine\n"
GOOD = "* Mittwoch, 11.03.2026, 19:00-21:00, Haus, Weg 1, 04109 Leipzig: **Eins**\n"


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
def test_each_clash_is_found(shelf, gazetteer, body, codes):
    issue = parse_issue(HEAD + body, shelf.named("newsletter"))
    diagnostics = table.run_checks(issue, CheckContext(gazetteer), table.EVENT_CHECKS)
    assert [diagnostic.code for diagnostic in diagnostics] == codes
