"""Checks of addresses that carry who shared them: tracking and session parameters."""

import pytest
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.table import run_checks
from editor.core.issue.issue import parse_issue
from editor.core.profiles.profile import Profile


@pytest.mark.parametrize(
    ("text", "code", "fixed"),
    [
        ("https://a.example/?utm_source=x&b=1", "tracking", "https://a.example/?b=1"),
        (
            "[a](https://twitter.com/x/status/1?s=20&t=x)",
            "session",
            "[a](https://twitter.com/x/status/1)",
        ),
        ("[a](https://a.example/b;jsessionid=123?x=1)", "session", "[a](https://a.example/b?x=1)"),
        (
            '<a href="https://a.example/?b=1&amp;utm_source=x&amp;c=2">a</a>',
            "tracking",
            '<a href="https://a.example/?b=1&amp;c=2">a</a>',
        ),
        (
            '[c](https://a.example/?a=1&utm_source=x "Titel")',
            "tracking",
            '[c](https://a.example/?a=1 "Titel")',
        ),
    ],
)
def test_parameters_are_found_and_taken_out(codes_of, fix_all, head, text, code, fixed):
    assert code in codes_of(text + "\n")
    assert fix_all(text + "\n") == head + fixed + "\n"


def test_a_short_number_is_no_session(codes_of):
    assert codes_of("https://a.example/index.php?sid=12345&lang=de\n") == []


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        ("https://a.example/?utm_source=this_week_in_x&utm_medium=email", True),
        ("https://a.example/?utm_source=email&utm_medium=ThisWeekInX", True),
        ("https://a.example/?utm_source=newsletter", False),
        ("https://a.example/?utm_source=this", False),
    ],
)
def test_a_site_may_count_whom_it_sends_to_its_sponsors(address, is_own):
    profile = Profile("x", address="https://www.thisweekinx.com/")
    issue = parse_issue(f"[Partner]({address})\n", profile)
    codes = [diagnostic.code for diagnostic in run_checks(issue, CheckContext())]
    assert ("tracking" not in codes) is is_own
