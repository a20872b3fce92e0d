"""Checks of the names an issue gets from its month: title, file and pictures."""

import pytest


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Januar 2026", "January 2026", "month-language"),
        (
            "og_image: out-in-the-open-2026-01",
            "og_image: out-in-the-open-2025-12",
            "image-name",
        ),
    ],
)
def test_a_name_of_another_month_is_found_and_mended(codes_of, fix_all, head, old, new, code):
    other = head.replace(old, new)
    assert other != head
    assert code in codes_of("", other)
    assert fix_all("", other) == head


def test_a_title_without_the_month_is_found(codes_of, head):
    assert "title" in codes_of("", head.replace(" – Out in the Open Januar 2026", ""))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("2026-02-09-anders.md", ["file-name"]),
        ("2026-02-09-out-in-the-open-january-2026.md", []),
        ("", []),
    ],
)
def test_the_files_name(codes_of, name, codes):
    assert codes_of("", file_name=name) == codes
