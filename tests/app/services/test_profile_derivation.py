"""Derived kinds of page have the fields that a person would choose, on sites of other people."""

import functools
import re
from datetime import date

import pytest
from editor.app.services.profile_derivation import derive_from, keep_profiles
from editor.app.services.profile_registry import load_own_profiles
from editor.core.events.reading import read_event_data
from editor.core.frontmatter.reading import read_front_matter
from editor.core.issue.issue import parse_issue
from editor.core.profiles.event_settings import PageEvent
from editor.core.profiles.loading import load_profiles
from editor.core.profiles.matching import fit_to_site
from editor.core.profiles.profile import Profile
from editor.core.profiles.writing import write_profiles
from editor.core.publishing.calendar_files import make_calendar_files
from editor.core.publishing.issue_head import NextIssue
from editor.core.publishing.next_issue import make_blank_issue

from helpers.corpus import SITE_FOLDERS, SITES, needs_sites

BY_HAND = {
    ("this-week-in-rust", "content"): "title:text number:number date:date category:choice",
    ("blog.rust-lang.org", "content"): (
        "path:text title:text authors:list aliases:list description:text extra:map"
    ),
    ("eleventy-base-blog", "content/blog"): "title:text description:text date:date tags:tags",
    ("fossgis-webseite", "content/news"): (
        "title:text date:datetime images:list author:text language:choice categories:tags"
    ),
    ("freifunkmuc.github.io", "_posts"): (
        "layout:choice title:text date:datetime categories:tags translations:tags"
    ),
    ("lwkd.github.io", "_posts"): "layout:choice title:text date:datetime slug:text",
    ("site", "source/_posts"): "title:text date:datetime",
    ("Webseite-EmK-Jena", "content/beitraege"): (
        "slug:text title:text publishDate:date date:date expiryDate:date draft:flag authors:tags "
        "heroCaption:long heroStyle:choice summary:long smartTOC:flag cascade:rows"
    ),
    ("ianahuja.com", "content/words"): (
        "title:text date:date description:long keywords:text draft:flag og_image:image"
    ),
    ("ianahuja.com", "content/recipes"): (
        "title:text created:date modified:date source:text image:image cuisine:text prep:number"
    ),
    ("2i2c-org.github.io", "content/blog"): (
        "title:text slug:text authors:tags date:date tags:tags categories:tags draft:flag "
        "featured:flag lastmod:datetime"
    ),
    ("website", "content/blog"): "type:choice author:text title:text date:datetime tags:tags",
    ("website", "content/publication"): (
        "title:text authors:list date:date doi:text publishDate:date abstract:long tags:tags "
        "featured:flag url_pdf:text"
    ),
    ("AikidoClub", "src/content/activities"): (
        "title:text description:long image:image link:text featured:flag order:number"
    ),
    ("handbook", "pages/tools"): "title:text keywords:tags questions:list redirect_from:list",
}


derive_from_sample = functools.cache(derive_from)


@needs_sites
def test_nine_of_ten_fields_have_the_kind_that_a_person_would_choose():
    others = []
    count = 0
    for (name, folder), words in BY_HAND.items():
        profiles = derive_from_sample(SITES / name).profiles
        profile = next(profile for profile in profiles if profile.content == folder)
        kinds = {field.key: field.widget.value for field in profile.fields}
        for pair in words.split():
            key, wanted = pair.split(":")
            count += 1
            if kinds.get(key) != wanted:
                others.append((name, key, wanted, kinds.get(key)))
    assert len(others) <= count / 10, others


@pytest.mark.parametrize("in_site", [True, False])
def test_what_is_kept_is_loaded_and_replaced(tmp_path, in_site):
    path = keep_profiles(tmp_path, [Profile("a")], in_site=in_site)
    path.write_text('[checks]\noff = ["http"]\n\n' + path.read_text(encoding="utf-8"))
    assert [profile.name for profile in load_own_profiles(tmp_path)] == ["a"]
    keep_profiles(tmp_path, [Profile("b"), Profile("c")], in_site=in_site)
    assert [profile.name for profile in load_own_profiles(tmp_path)] == ["b", "c"]
    assert path.read_text(encoding="utf-8").startswith('[checks]\noff = ["http"]\n\n# Kinds')


# --- events ---------------------------------------------------------------------------------------

EVENT_LINE = re.compile(r"(?m)^ ?[*-] (?:\*\*)?\[?(?:\d{4}-|\d{1,2}/|[A-Z][a-z]{2,8}\.? \d).*")


@needs_sites
def test_this_week_in_rust_is_read_by_what_its_own_pages_say():
    root = SITES / "this-week-in-rust"
    derived = derive_from(root)
    profile = next(profile for profile in derived.profiles if profile.content == "content")
    profile = load_profiles(write_profiles([fit_to_site(profile, derived.site.configuration)]))[0]
    lines = read = exported = 0
    for path in sorted(root.glob("content/*.m*")):
        text = path.read_text(encoding="utf-8")
        issue = parse_issue(text, profile)
        spans = [event.span for event in issue.events]
        for section in issue.sections:
            if section.heading.title.startswith("Upcoming Events"):
                places = [
                    section.span.start + match.start()
                    for match in EVENT_LINE.finditer(section.span.of(text))
                ]
                lines += len(places)
                read += sum(any(s.start <= at < s.end for s in spans) for at in places)
        for event in issue.events:
            data = read_event_data(event, text)
            assert data.title
            assert data.when
            if " | [" in event.content.of(text):
                assert data.address, event
                assert data.group, event
                assert data.url, event
        files = list(make_calendar_files(issue))
        assert not [file for file in files if file.problem]
        exported += len(files)
    assert lines > 550
    assert read >= 0.99 * lines
    assert exported >= 0.95 * lines


def test_no_events_are_proposed_for_lists_of_other_things():
    for folder in SITE_FOLDERS:
        if folder.name not in ("this-week-in-rust", "blog.rust-lang.org"):  # these list events
            assert derive_from_sample(folder).events == {}, folder.name


def test_pages_that_are_events_name_their_keys(tmp_path):
    (tmp_path / "hugo.toml").write_text('title = "Gemeinde"\n', encoding="utf-8")
    folder = tmp_path / "content" / "termine"
    folder.mkdir(parents=True)
    for day in range(1, 7):
        (folder / f"fest-{day}.md").write_text(
            f"+++\ntitle = 'Fest {day}'\ndate = 2026-01-0{day}\n[event]\n"
            f"date = 2026-06-0{day}T19:30:00\nlocation = 'Kirche, Jena'\n+++\nText\n",
            encoding="utf-8",
        )
    derived = derive_from(tmp_path)
    (profile,) = derived.profiles
    assert profile.events.page == PageEvent(start="event.date", place="event.location")
    profile = load_profiles(write_profiles([profile]))[0]
    issue = parse_issue((folder / "fest-3.md").read_text(encoding="utf-8"), profile)
    (file,) = make_calendar_files(issue)
    assert file.name == "fest-3.ics"
    assert b"DTSTART:20260603T193000\r\n" in file.data
    assert b"LOCATION:Kirche\\, Jena\r\n" in file.data


def test_what_many_pages_do_is_only_a_hint_there(tmp_path):
    (tmp_path / "_config.yml").write_text("title: T\nlang: en\n", encoding="utf-8")
    (tmp_path / "_posts").mkdir()
    for number in range(1, 11):
        picture = "![](a.png)" if number <= 6 else "Text"
        page = tmp_path / "_posts" / f"2026-01-{number:02}-a.md"
        page.write_text(f"---\ntitle: A\n---\n{picture} and and\n" if number == 1 else
                        f"---\ntitle: A\n---\n{picture}\n", encoding="utf-8")  # fmt: skip
    derived = derive_from(tmp_path)
    assert derived.habits == ["image-alt"]
    (profile,) = load_profiles(write_profiles(derived.profiles))
    assert profile.checks.levels == {"heading-1": "hint", "image-alt": "hint"}


def test_new_pages_begin_as_the_generator_begins_them(tmp_path):
    files = {
        "hugo.toml": 'title = "T"\n',
        "archetypes/default.md": "---\ntitle: x\n---\n",
        "archetypes/news.md": (
            '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ntags: [news]\n'
            "---\n\n## Summary\n"
        ),
        "content/news/a.md": "---\ntitle: A\ndate: 2026-01-02\n---\n",
        "content/pages/b.md": "---\ntitle: B\n---\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    news, pages = sorted(derive_from(tmp_path).profiles, key=lambda profile: profile.content)
    assert news.new == '---\ntitle: ""\ndate: \ntags: [news]\n---\n\n## Summary\n'
    assert pages.new == "---\ntitle: x\n---\n"
    new = NextIssue(2026, 2, date(2026, 2, 3), "Neues", start=date(2026, 2, 3))
    head = read_front_matter(make_blank_issue(news, new))
    assert (head.text("title"), head.text("date")) == ("Neues", "2026-02-03")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are glad that you read this, and thank you for it.", "en"),
        ("Wir freuen uns, dass das nicht nur für die Mitglieder ist.", "de"),
        ("Nous sommes dans les rues pour une ville plus verte.", "fr"),
        ("1 2 3", "en"),
    ],
)
def test_the_language_of_pages_is_guessed_where_the_site_says_none(tmp_path, text, language):
    (tmp_path / "_config.yml").write_text("title: T\npermalink: /x\n", encoding="utf-8")
    (tmp_path / "_posts").mkdir()
    page = tmp_path / "_posts" / "2026-01-02-a.md"
    page.write_text(f"---\ntitle: A\n---\n{text}\n", encoding="utf-8")
    (profile,) = derive_from(tmp_path).profiles
    assert profile.language == language
