"""Checks of the front matter: keys, their values, and what cannot be read at all."""

import pytest


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("date: '2026-02-09T08:00:00+01:00'", "date: bald", "type"),
        ("excerpt: E", "excerpt:", "required"),
        ("author: A", "author: A\nauthor: B", "double-key"),
    ],
)
def test_what_the_profile_does_not_want_is_found(codes_of, head, old, new, code):
    assert old in head
    assert code in codes_of("", head.replace(old, new))


def test_required_fields_are_asked_for(diagnose):
    _, (diagnostic,) = diagnose("", "---\ntitle: x\nauthor:\n---\n", profile="blog", file_name="")
    assert (diagnostic.code, diagnostic.severity) == ("required", "warning")


def test_a_misspelt_key_is_found_and_mended(codes_of, fix_all, head):
    misspelt = head.replace("author: A", "autor: A")
    assert codes_of("", misspelt).count("unknown-key") == 1
    assert fix_all("", misspelt) == head


def test_a_tab_is_found_and_mended(codes_of, fix_all):
    head = "---\ntitle: x\nimages:\n- imgname: a\n\tattribution: b\n---\n"
    assert "tab" in codes_of("", head, profile="blog")
    assert "\t" not in fix_all("", head)


def test_tabs_that_are_values_stay(codes_of, head):
    assert codes_of("", head.replace("excerpt: E", "excerpt: |\n  Zeile\n  \tEingerückt")) == []


def test_front_matter_nobody_can_read(codes_of):
    assert codes_of("", "---\na: [\n---\n") == ["front-matter"]


def test_front_matter_without_an_end(codes_of):
    assert codes_of("", "---\ntitle: x\n\nProsa\n", profile="blog") == ["front-matter"]
    assert codes_of("", "---\n\nProsa\n", profile="generic") == []
