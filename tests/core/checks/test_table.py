"""The table of checks: what runs them, who chooses them, and how their fixes go together."""

import re

import pytest
from editor.core.checks import table
from editor.core.checks.table import CHECKS, run_checks
from editor.core.issue.issue import parse_issue
from editor.core.profiles.profile import CheckSettings
from msgspec.structs import replace

from helpers.corpus import EDGES


def test_a_good_issue_has_no_problem(codes_of):
    body = (
        "Prosa mit [Bericht](https://a.example/b) und **fett**.\n"
        "\n"
        "## Veranstaltungen\n"
        "* Mittwoch, 11.02.2026, 10:00-11:00, online: **Eins**\n"
        "  * https://eins.example/x\n"
    )
    assert codes_of(body) == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("duplicate keys", ["double-key"]),
        ("tab", ["tab"]),
        ("BOM", []),
        ("events", ["past", "past", "line-unread", "rule-typo", "rule-choice"]),
    ],
)
def test_edge_files_are_checked(name, codes):
    diagnostics = run_checks(parse_issue(EDGES[name].decode("utf-8-sig")))
    assert [diagnostic.code for diagnostic in diagnostics] == codes


def test_codes_are_words():
    for row in CHECKS:
        assert re.fullmatch(r"[a-z0-9-]+", row.code)


def test_codes_are_unique():
    codes = [row.code for row in CHECKS]
    assert sorted(set(codes)) == sorted(codes)


def test_a_check_that_stumbles_takes_no_other_with_it():
    def stumbles(issue, context):
        raise KeyError("x")
        yield

    rows = [table.CheckRow("weekday", "error", stumbles), table.find_check("doubled")]
    stumbled, doubled = run_checks(parse_issue("das ist ist so\n"), rows=rows)
    assert stumbled.code == "weekday"
    assert "could not be checked" in stumbled.message
    assert doubled.code == "doubled"


def test_a_profile_chooses(shelf, head, context):
    settings = CheckSettings(("doubled",), {"http": "error"})
    profile = replace(shelf.named("newsletter"), checks=settings)
    issue = parse_issue(head + "das ist ist http://a.example/\n", profile)
    (diagnostic,) = run_checks(issue, context)
    assert (diagnostic.code, diagnostic.severity) == ("http", "error")
