"""What publishing would do to a site, and doing it: no window, no git but where it is asked."""

import pytest
from editor.app.services.files import DiskState
from editor.app.site import publish_plan
from editor.app.site.git_command import GitFailed
from editor.app.site.publish_plan import (
    FileState,
    PublishPlan,
    collisions,
    find_changed,
    publish,
)
from editor.app.site.site import find_site
from editor.app.site.target_paths import TransactionFailed
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.issue.issue import parse_issue
from editor.core.publishing.site_files import CalendarSiteFiles, SiteFile, SiteFileKind
from msgspec.structs import replace

NAME = "2026-02-09-out-in-the-open-january-2026.md"
"""What the profile calls the issue's file."""
PICTURE = "out-in-the-open-2026-01-header.jpg"
TEXT = f"""\
---
title: Los – Out in the Open Januar 2026
date: '2026-02-09T08:00:00+01:00'
images:
- imgname: {PICTURE}
---

## Veranstaltungen
* Mittwoch, 04.03.2026, 19:00, online: **Treffen**
"""
CONTENT = TEXT.encode()


@pytest.fixture
def root(tmp_path):
    """The folder of a site without issues."""
    root = tmp_path / "site"
    (root / "content/blog").mkdir(parents=True)
    (root / "static/blog").mkdir(parents=True)
    return root


@pytest.fixture
def make_plan(shelf, root):
    """Makes the plan of an issue; ``path`` is the open file, which is read where there is one."""

    def make(text=TEXT, path=None):
        profile = shelf.named("newsletter")
        site = find_site(path, profile, root)
        disk = DiskState(path.read_bytes()) if path else None
        return PublishPlan(parse_issue(text, profile), text.encode(), site, root, path, disk)

    return make


@pytest.fixture
def pending(make_plan):
    """The photos that wait for the site."""
    return make_plan().site.pending_photos


def write(path, data):
    """Write a file; returns its path."""
    path.write_bytes(data)
    return path


def contents(root):
    """Every file below a folder, by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


# --- the state of a file --------------------------------------------------------------------------


def test_a_file_is_new_where_nothing_lies(make_plan):
    plan = make_plan()
    planned = plan.inspect(plan.page())
    assert planned.state is FileState.NEW
    assert planned.before is None
    assert planned.file.path == f"content/blog/{NAME}"
    assert planned.file.data == CONTENT


def test_a_file_is_the_same_where_its_bytes_lie_already(make_plan, root):
    write(root / "content/blog" / NAME, CONTENT)
    plan = make_plan()
    planned = plan.inspect(plan.page())
    assert planned.state is FileState.SAME
    assert planned.before == CONTENT


def test_a_file_is_different_where_something_else_lies(make_plan, root):
    write(root / "content/blog" / NAME, b"anders\n")
    plan = make_plan()
    planned = plan.inspect(plan.page())
    assert planned.state is FileState.DIFFERENT
    assert planned.before == b"anders\n"


def test_a_file_from_elsewhere_is_different_even_if_it_is_named_so(make_plan, root, tmp_path):
    write(root / "content/blog" / NAME, b"anders\n")
    plan = make_plan(path=write(tmp_path / NAME, b"anders\n"))
    assert plan.inspect(plan.page()).state is FileState.DIFFERENT


def test_the_open_file_is_the_users_own(make_plan, root):
    plan = make_plan(path=write(root / "content/blog" / NAME, b"wie gelesen\n"))
    planned = plan.inspect(plan.page())
    assert planned.state is FileState.OWN
    assert planned.before == b"wie gelesen\n"


def test_an_open_file_that_another_program_has_changed_is_different(make_plan, root):
    path = write(root / "content/blog" / NAME, b"wie gelesen\n")
    plan = make_plan(path=path)
    path.write_bytes(b"von Hand\n")
    assert plan.inspect(plan.page()).state is FileState.DIFFERENT


def test_an_open_file_that_is_gone_is_new(make_plan, root):
    path = write(root / "content/blog" / NAME, b"wie gelesen\n")
    plan = make_plan(path=path)
    path.unlink()
    assert plan.inspect(plan.page()).state is FileState.NEW


def test_the_open_file_is_known_behind_a_link(make_plan, root, tmp_path):
    write(root / "content/blog" / NAME, b"wie gelesen\n")
    (tmp_path / "link").symlink_to(root, target_is_directory=True)
    plan = make_plan(path=tmp_path / "link/content/blog" / NAME)
    assert plan.inspect(plan.page()).state is FileState.OWN


def test_without_a_site_everything_is_new(make_plan):
    plan = replace(make_plan(), root=None)
    assert plan.inspect(plan.page()).state is FileState.NEW


def test_a_place_outside_of_the_site_is_refused(make_plan):
    file = SiteFile("../a.md", b"x", SiteFileKind.PAGE)
    with pytest.raises(TransactionFailed):
        make_plan().inspect(file)


# --- the name of the page -------------------------------------------------------------------------


def test_the_open_file_at_home_keeps_its_name(make_plan, root):
    path = write(root / "content/blog/mein-name.md", CONTENT)
    plan = make_plan(path=path)
    assert plan.name == "mein-name.md"
    assert plan.page().path == "content/blog/mein-name.md"
    assert plan.inspect(plan.page()).state is FileState.SAME


def test_the_calendar_files_have_their_folder_by_the_name_that_is_kept(make_plan, root):
    path = write(root / "content/blog/mein-name.md", CONTENT)
    folders = {
        file.path.rpartition("/")[0]
        for file in make_plan(path=path).calendars().files
        if file.kind is SiteFileKind.CALENDAR
    }
    assert folders == {"static/calendar/mein-name"}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("mein-name.md", "mein-name.md"),
        ("_posts/2024-01-01-x.md", "2024-01-01-x.md"),
        ("content/blog/2024/the-project/index.md", "the-project.md"),
        ("content/blog/_index.md", "blog.md"),
        ("content/blog/entwurf/mein-name.md", "mein-name.md"),
    ],
)
def test_a_file_of_the_site_goes_back_to_its_own_path(make_plan, root, path, name):
    (root / path).parent.mkdir(exist_ok=True, parents=True)
    plan = make_plan(path=write(root / path, CONTENT))
    assert (plan.page().path, plan.name) == (path, name)
    folders = {file.path.rpartition("/")[0] for file in plan.calendars().files[:1]}
    assert folders == {f"static/calendar/{name.removesuffix('.md')}"}


def test_a_file_from_elsewhere_gets_the_profiles_name(make_plan, tmp_path):
    plan = make_plan(path=write(tmp_path / "mein-name.md", CONTENT))
    assert plan.page().path == f"content/blog/{NAME}"


def test_a_document_without_a_file_gets_the_profiles_name(make_plan):
    assert make_plan().name == ""


# --- picture and calendars ------------------------------------------------------------------------


def test_a_picture_that_waits_is_published(make_plan, pending):
    pending.put(PICTURE, b"wartet")
    plan = make_plan()
    expected = SiteFile(f"static/blog/{PICTURE}", b"wartet", SiteFileKind.PICTURE)
    assert plan.picture() == expected
    assert plan.inspect(expected).state is FileState.NEW


def test_a_picture_that_lies_on_the_site_is_published_as_it_is(make_plan, root):
    write(root / "static/blog" / PICTURE, b"liegt")
    plan = make_plan()
    expected = SiteFile(f"static/blog/{PICTURE}", b"liegt", SiteFileKind.PICTURE)
    assert plan.picture() == expected
    assert plan.inspect(expected).state is FileState.SAME


def test_a_picture_that_waits_comes_before_the_one_on_the_site(make_plan, root, pending):
    write(root / "static/blog" / PICTURE, b"liegt")
    pending.put(PICTURE, b"wartet")
    plan = make_plan()
    assert plan.picture().data == b"wartet"
    assert plan.inspect(plan.picture()).state is FileState.DIFFERENT


def test_pictures_of_the_text_that_wait_are_published(make_plan, pending):
    pending.put("tor.jpg", b"im Text")
    pending.put("anderes.jpg", b"einer anderen Ausgabe")
    plan = make_plan(TEXT + "\n![Ein Tor](/blog/tor.jpg)\n")
    found = plan.pictures()
    assert next(found) == SiteFile("static/blog/tor.jpg", b"im Text", SiteFileKind.PICTURE)
    with pytest.raises(UserFacingError, match="neither on the site"):
        next(found)  # the header picture is told about only then


def test_a_picture_that_is_nowhere_is_a_sentence(make_plan):
    with pytest.raises(UserFacingError, match="neither on the site nor waiting") as refused:
        make_plan().picture()
    assert PICTURE in refused.value.message


def test_a_picture_is_not_looked_for_on_a_site_that_is_not_known(make_plan, root):
    write(root / "static/blog" / PICTURE, b"liegt")
    with pytest.raises(UserFacingError, match="neither on the site nor waiting"):
        replace(make_plan(), root=None).picture()


def test_without_a_picture_in_the_front_matter_there_is_none(make_plan):
    assert make_plan(TEXT.replace(PICTURE, "''")).picture() is None


def test_the_calendars_are_a_file_for_each_event_and_the_feed(make_plan):
    files = make_plan().calendars().files
    assert [file.kind for file in files] == [SiteFileKind.CALENDAR, SiteFileKind.FEED]
    assert files[0].path == f"static/calendar/{NAME.removesuffix('.md')}/treffen.ics"
    assert files[1].path == "static/calendar/out-in-the-open.ics"
    assert all(file.data.startswith(b"BEGIN:VCALENDAR\r\n") for file in files)


def test_a_site_without_calendars_has_no_files_for_them(shelf, make_plan):
    plan = replace(make_plan(), issue=parse_issue(TEXT, shelf.named("generic")))
    assert plan.calendars() == CalendarSiteFiles()


def test_entries_that_get_no_file_are_told_with_their_reason(make_plan):
    made = make_plan(TEXT + "* Montag, 30.02.2026, 19:00, online: **Nie**\n").calendars()
    [nie] = made.missing
    assert (nie.title, nie.line, nie.data) == ("Montag, 30.02.2026, 19:00", 10, b"")
    assert "30.02.2026" in nie.problem
    assert len(made.files) == 2  # the other event, and the feed


# --- before anything is written -------------------------------------------------------------------


@pytest.fixture
def chosen(make_plan, root, pending):
    """A page that is the user's own, a picture in the place of another, and new calendars."""
    write(root / "static/blog" / PICTURE, b"liegt")
    pending.put(PICTURE, b"wartet")
    plan = make_plan(path=write(root / "content/blog" / NAME, b"wie gelesen\n"))
    return [plan.inspect(file) for file in (plan.page(), plan.picture(), *plan.calendars().files)]


def test_collisions_are_what_would_take_the_place_of_something_else(chosen):
    page, picture, calendar, feed = chosen
    assert [planned.state for planned in chosen] == [
        FileState.OWN,
        FileState.DIFFERENT,
        FileState.NEW,
        FileState.NEW,
    ]
    assert collisions(chosen) == [picture]
    assert collisions([page, calendar, feed]) == []


def test_nothing_has_changed_where_everything_lies_as_it_was(root, chosen):
    assert find_changed(root, chosen) is None


def test_what_was_changed_since_it_was_inspected_is_found(root, chosen):
    write(root / "static/blog" / PICTURE, b"noch anders")
    assert find_changed(root, chosen) == chosen[1].file


def test_what_came_since_it_was_inspected_is_found(root, chosen):
    (root / "static/calendar").mkdir()
    write(root / chosen[3].file.path, b"neu gekommen")
    assert find_changed(root, chosen) == chosen[3].file


def test_what_is_gone_since_it_was_inspected_is_found(root, chosen):
    (root / "content/blog" / NAME).unlink()
    assert find_changed(root, chosen) == chosen[0].file


def test_of_several_changes_the_first_is_found(root, chosen):
    (root / "content/blog" / NAME).unlink()
    (root / "static/blog" / PICTURE).unlink()
    assert find_changed(root, chosen) == chosen[0].file


# --- publishing -----------------------------------------------------------------------------------


@pytest.fixture
def commits(monkeypatch):
    """The arguments of every commit, which are made in name only."""
    commits = []
    monkeypatch.setattr(publish_plan, "commit", lambda *arguments: commits.append(arguments))
    return commits


def test_what_was_chosen_is_written_and_nothing_else(root, chosen, commits):
    write(root / "content/blog/alt.md", b"alt\n")
    publish(root, chosen)
    expected = {planned.file.path: planned.file.data for planned in chosen}
    assert contents(root) == {**expected, "content/blog/alt.md": b"alt\n"}
    assert commits == []


def test_a_branch_gets_a_commit_of_exactly_these_files(root, chosen, commits):
    publish(root, chosen, branch="ausgabe", message="Ausgabe")
    assert commits == [(root, [planned.file.path for planned in chosen], "ausgabe", "Ausgabe")]


def test_the_files_are_there_when_they_are_committed(root, chosen, monkeypatch):
    committed = []

    def read(root, paths, *_):
        committed.append({path: (root / path).read_bytes() for path in paths})

    monkeypatch.setattr(publish_plan, "commit", read)
    publish(root, chosen, branch="ausgabe", message="Ausgabe")
    assert committed == [{planned.file.path: planned.file.data for planned in chosen}]


def test_a_commit_that_fails_leaves_the_folder_as_it_was(root, chosen, monkeypatch):
    before = contents(root)
    folders_before = {path for path in root.rglob("*") if path.is_dir()}

    def refuse(*_):
        assert contents(root) != before
        raise GitFailed(translate("core", "Stopped."))

    monkeypatch.setattr(publish_plan, "commit", refuse)
    with pytest.raises(GitFailed, match="Stopped"):
        publish(root, chosen, branch="ausgabe", message="Ausgabe")
    assert contents(root) == before
    assert {path for path in root.rglob("*") if path.is_dir()} == folders_before


def test_a_folder_that_is_not_under_git_stays_as_it_was(root, chosen):
    before = contents(root)
    with pytest.raises(GitFailed):
        publish(root, chosen, branch="ausgabe", message="Ausgabe")
    assert contents(root) == before


def test_what_came_after_the_plan_is_not_replaced(root, chosen):
    (root / "static/calendar").mkdir()
    write(root / chosen[3].file.path, b"neu gekommen")
    before = contents(root)
    with pytest.raises(TransactionFailed, match="holds something else"):
        publish(root, chosen)
    assert contents(root) == before
