"""The index of pages: what it finds, how it follows files, how it is thrown away."""

import os
from datetime import date
from pathlib import Path

import pytest
from editor.app.library import page_batches, page_reading
from editor.app.library.hit_marks import HIT_END, HIT_START
from editor.app.library.library import Library
from editor.app.library.next_page import find_next_page
from editor.app.library.page_facts import PageFacts
from editor.app.library.page_index import PageIndex, write_query
from editor.app.library.page_reading import read_page
from editor.app.services.profile_registry import load_profiles
from editor.app.services.site_reading import looking_once
from hypothesis import given
from hypothesis import strategies as st

REGISTRY = load_profiles()
ISSUE = """---
title: Lichterketten – Out in the Open {month} {year}
date: {day}
author: Jörg Beispiel
---
Am Anfang steht [ein Bericht](https://beispiel.example/bericht) über Straßen.

## Veranstaltungen

* Mittwoch, 04.03.2026, 19:00, online: **Datenstammtisch** [📅](data:text/calendar;base64,QUJD)
"""


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site" / "content" / "blog"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "config.toml").write_text('baseURL = "https://codefor.de/"\n')
    months = (("November", 2025, "2025-12-08"), ("Dezember", 2025, "2026-01-12"))
    for month, year, day in months:
        text = ISSUE.format(month=month, year=year, day=day)
        path = folder / f"{day}-out-in-the-open-{month.lower()}-{year}.md"
        path.write_text(text, encoding="utf-8")
    about = "---\ntitle: Über uns\ndraft: true\n---\nWer wir sind.\n"
    (folder.parent / "about.md").write_text(about, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def library(qtbot):
    library = Library(REGISTRY)
    yield library
    library.close_down()


def follow(library, qtbot, root):
    """The pages of a site once all have been read."""
    seen = []
    library.listed.connect(lambda pages, is_whole: seen.append((pages, is_whole)))
    library.follow(root)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1][1], timeout=60_000)
    return seen[-1][0]


def search(root, words):
    return PageIndex(root).search(words)


def test_pages_are_listed_with_what_is_known_of_them(library, qtbot, site):
    pages = follow(library, qtbot, site)
    assert [page.day for page in pages] == [date(2026, 1, 12), date(2025, 12, 8), None]
    first, _, about = pages
    assert first.title == "Lichterketten – Out in the Open Dezember 2025"
    assert (first.author, first.is_issue, first.is_draft) == ("Jörg Beispiel", True, False)
    assert first.entries == 1
    assert 0 < first.words < 20
    assert (about.title, about.is_issue, about.is_draft) == ("Über uns", False, True)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Bericht", 2),
        ("berich", 2),
        ("strassen", 0),
        ("Straßen", 2),
        ("über strAßen", 2),
        ("ueber", 0),
        ("jorg", 2),
        ("https://beispiel.example/bericht", 2),
        ("beispiel.example", 2),
        ("beispiel.example/anderes", 0),
        ('"ein Bericht"', 2),
        ('"Bericht ein"', 0),
        ("„ein Bericht“", 2),
        ("Stammtisch", 2),
        ("QUJD", 0),
        ("Dezember", 1),
        ("", 0),
        ("   ", 0),
        ('"', 0),
        ("%", 0),
        ("AND OR NOT NEAR(", 0),
    ],
)
def test_words_addresses_and_parts_of_words_are_found(library, qtbot, site, words, count):
    follow(library, qtbot, site)
    assert len(search(site, words)) == count


def test_a_hit_shows_its_place_without_marks(library, qtbot, site):
    follow(library, qtbot, site)
    [hit, _] = search(site, "Bericht")
    assert f"ein {HIT_START}Bericht{HIT_END}" in hit.snippet
    assert "##" not in hit.snippet
    assert "title:" not in hit.snippet
    assert "data:" not in hit.snippet
    [hit, _] = search(site, "stammtisch")
    assert f"Daten{HIT_START}stammtisch{HIT_END}" in hit.snippet


def test_a_snippet_has_one_mark_for_what_is_left_out_and_no_addresses(library, qtbot, site):
    page = site / "content" / "viele.md"
    links = "https://eins.example/a https://zwei.example/b "
    page.write_text(f"---\ntitle: V\n---\n{links * 9}Fundstelle {links * 9}")
    follow(library, qtbot, site)
    [hit] = search(site, "Fundstelle")
    assert hit.snippet == f"… {HIT_START}Fundstelle{HIT_END} …"
    [hit] = search(site, "zwei.example")
    assert HIT_START in hit.snippet


def test_many_pages_are_read_in_other_processes_and_say_the_same(library, qtbot, site, monkeypatch):
    one_by_one = follow(library, qtbot, site)
    PageIndex(site).throw_away()
    monkeypatch.setattr(page_batches, "_FEW", 1)
    monkeypatch.setattr(page_reading, "read_page", None)  # not in this process
    assert follow(library, qtbot, site) == one_by_one
    assert len(one_by_one) == 3


def test_pages_are_read_here_where_there_are_no_processes(library, qtbot, site, monkeypatch):
    monkeypatch.setattr(page_batches, "_FEW", 1)
    monkeypatch.setattr(page_batches, "work_in_processes", lambda *_, **__: iter(()))
    assert len(follow(library, qtbot, site)) == 3


def test_only_what_has_changed_is_read_again(library, qtbot, site, monkeypatch):
    follow(library, qtbot, site)
    read = []
    original = page_reading.read_page

    def note(path, *rest):
        read.append(path)
        return original(path, *rest)

    monkeypatch.setattr(page_reading, "read_page", note)
    follow(library, qtbot, site)
    assert read == []
    about = site / "content" / "about.md"
    about.write_text("---\ntitle: Wir\n---\nNeue Wörter.\n", encoding="utf-8")
    (site / "content" / "blog" / "2025-12-08-out-in-the-open-november-2025.md").unlink()
    pages = follow(library, qtbot, site)
    assert read == [about]
    assert [page.title for page in pages] == [
        "Lichterketten – Out in the Open Dezember 2025",
        "Wir",
    ]
    assert len(search(site, "Neue")) == 1
    assert len(search(site, "Bericht")) == 1


@pytest.mark.parametrize("damage", [b"no database", b"", b"SQLite format 3\0" + b"x" * 5000])
def test_a_broken_index_is_made_anew(library, qtbot, site, damage):
    follow(library, qtbot, site)
    index = PageIndex(site)
    index.throw_away()
    index.file.write_bytes(damage)
    index.search("x")
    assert len(follow(library, qtbot, site)) == 3
    assert len(index.search("Bericht")) == 2


def test_an_index_of_another_version_is_made_anew(library, qtbot, site, monkeypatch):
    follow(library, qtbot, site)
    monkeypatch.setattr("editor.app.library.page_index._VERSION", 9_999)
    assert len(follow(library, qtbot, site)) == 3


def test_files_that_are_no_text_are_passed_over(library, qtbot, site):
    (site / "content" / "zip.md").write_bytes(b"PK\x03\x04\0\0\0\0" * 40)
    (site / "content" / "latin.md").write_bytes("---\ntitle: Grüße\n---\n".encode("latin-1"))
    assert len(follow(library, qtbot, site)) >= 3


def test_a_site_that_is_left_says_nothing_more(library, qtbot, site, tmp_path):
    seen = []
    library.listed.connect(lambda pages, _: seen.append(len(pages)))
    library.follow(site)
    library.follow(None)
    qtbot.wait(300)
    assert seen == [0]


def test_the_issue_after_the_newest_comes_next(site):
    pages = [
        read.facts
        for path in sorted((site / "content").rglob("*.md"), reverse=True)
        if (read := read_page(path, path.read_bytes(), REGISTRY))
    ]
    pages.sort(key=lambda page: str(page.day or ""), reverse=True)
    found = find_next_page(pages, REGISTRY, date(2026, 1, 28))
    assert (found.year, found.month, found.day) == (2026, 1, date(2026, 2, 2))
    begun = find_next_page(pages, REGISTRY, date(2026, 1, 10))
    assert begun.begun.day == date(2026, 1, 12)
    assert find_next_page(pages[-1:], REGISTRY, date(2026, 1, 10)) is None


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_an_error_of_the_query(words):
    query = write_query(words)
    assert query.count('"') % 2 == 0


def test_a_thread_looks_at_each_folder_once(site, monkeypatch):
    from editor.app.services import site_reading

    looked = []
    original = site_reading._look_at
    monkeypatch.setattr(
        site_reading, "_look_at", lambda root: looked.append(root) or original(root)
    )
    path = site / "content" / "about.md"
    with looking_once():
        for _ in range(3):
            read_page(path, path.read_bytes(), REGISTRY)
    assert len(looked) == len(set(looked))
    read_page(path, path.read_bytes(), REGISTRY)
    assert len(looked) > len(set(looked))


def test_a_name_that_is_not_utf_8_hides_no_other_page(library, qtbot, site):
    name = os.fsdecode(b"caf\xe9.md")
    (site / "content" / name).write_text("Nur Text.\n", encoding="utf-8")
    pages = follow(library, qtbot, site)
    assert len(pages) == 4
    assert any(page.path.name == name for page in pages)
    assert len(search(site, "Bericht")) == 2


def test_pages_are_listed_where_no_index_can_be_kept(library, qtbot, site, tmp_path, monkeypatch):
    blocked = tmp_path / "no folder"
    blocked.write_text("a file")
    monkeypatch.setattr("editor.app.library.page_index.cache_folder", lambda: blocked)
    assert len(follow(library, qtbot, site)) == 3


def test_a_page_that_is_no_text_any_more_is_gone(library, qtbot, site):
    follow(library, qtbot, site)
    page = next((site / "content" / "blog").glob("2025*"))
    page.write_bytes(b"\0\xff\xfe" * 900)
    assert len(follow(library, qtbot, site)) == 2
    assert len(search(site, "Bericht")) == 1


def test_several_windows_read_one_site_at_once(qtbot, site):
    for number in range(120):
        (site / "content" / f"{number}.md").write_text(f"# Seite {number}\n", encoding="utf-8")
    libraries = [Library(REGISTRY) for _ in range(3)]
    results = {}
    for number, each in enumerate(libraries):
        each.listed.connect(
            lambda pages, whole, number=number: whole and results.update({number: len(pages)})
        )
        each.follow(site)
    qtbot.waitUntil(lambda: len(results) == 3)
    assert set(results.values()) == {123}
    assert len(PageIndex(site).pages()) == 123
    for each in libraries:
        each.close_down()


def page_of(day, *, is_draft=False):
    return PageFacts(Path(f"{day}.md"), "T", day, "", "x", is_draft, "", 3, 9, is_issue=True)


def test_of_several_issues_ahead_the_first_comes_next():
    today = date(2026, 6, 15)
    days = [date(9999, 12, 31), date(2026, 8, 1), date(2026, 7, 1), date(2026, 5, 1)]
    found = find_next_page([page_of(day) for day in days], REGISTRY, today)
    assert found.begun.day == date(2026, 7, 1)
    assert found.before.path == Path("2026-05-01.md")
    only = find_next_page([page_of(date(2026, 7, 1))], REGISTRY, today)
    assert only.begun.day == date(2026, 7, 1)
