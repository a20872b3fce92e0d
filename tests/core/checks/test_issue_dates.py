"""Checks of the day of an issue: its offset from UTC, and the day that its file name says."""

import pytest


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("+01:00'", "+02:00'", "offset"),
        ("2026-02-09T", "2026-02-10T", "date-file"),
    ],
)
def test_a_wrong_day_is_found_and_mended(codes_of, fix_all, head, old, new, code):
    wrong = head.replace(old, new)
    assert wrong != head
    assert codes_of("", wrong) == [code]
    assert fix_all("", wrong) == head


@pytest.mark.parametrize("offset", ["Z", "+05:30", "-00:00", "+00:00"])
def test_an_offset_of_another_place_is_found_and_left_to_the_user(diagnose, head, offset):
    _, diagnostics = diagnose("", head.replace("+01:00'", f"{offset}'"))
    assert [(each.code, each.is_safe_fix) for each in diagnostics] == [("offset", False)]


def test_a_file_name_with_an_impossible_day_is_found(codes_of):
    name = "2026-02-31-out-in-the-open-january-2026.md"
    assert codes_of("", file_name=name) == ["file-date"]
