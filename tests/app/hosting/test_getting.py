"""A site fetched from a code host without git, and kept fresh: nothing of the user's is lost."""

import gzip
import io
import tarfile
import threading

import pytest
from editor.app.hosting.accounts import SignIn
from editor.app.hosting.archives import unpack
from editor.app.hosting.fetched_sites import FetchedSites
from editor.app.hosting.getting import find_root, get_site
from editor.app.hosting.handing_over import HandOver, hand_over
from editor.app.hosting.memory import HostMemory, KnownPullRequest
from editor.app.hosting.refreshing import refresh_site
from editor.app.hosting.site_repository import find_site_repository
from editor.app.services.api import HostRefused
from editor.app.services.background import TaskStopped
from editor.app.services.fetch import FetchFailed
from editor.app.services.profile_registry import load_profiles
from editor.app.services.tokens import forget_token, keep_token
from editor.app.site import site_transaction
from editor.app.site.publish_plan import FileState, PlannedFile
from editor.app.versions.version_store import Limits, VersionStore
from editor.core.base.errors import UserFacingError
from editor.core.hosting.repository import HostKind, Repository
from editor.core.publishing.site_files import SiteFile, SiteFileKind

from helpers.code_hosts import running
from helpers.forgejo_stand_in import ForgejoStandIn
from helpers.github_stand_in import GitHubStandIn
from helpers.gitlab_stand_in import GitLabStandIn

KINDS = {
    HostKind.GITHUB: GitHubStandIn,
    HostKind.GITLAB: GitLabStandIn,
    HostKind.FORGEJO: ForgejoStandIn,
}
PAGE = "content/blog/2026-11.md"
TEXT = "---\ntitle: November\n---\n\nEins\n\n## Links\n\n* [A](https://a.example)\n"
FILES = {
    PAGE: TEXT.encode(),
    "hugo.toml": b'baseURL = "https://seite.example/"\n',
    "static/bild.jpg": bytes(range(256)) * 40,
    ".github/pull_request_template.md": "Prüft bitte!\n".encode(),
}


EVERYWHERE = (
    "test_all_files_come_byte_for_byte",
    "test_what_only_the_host_has_changed_comes",
    "test_many_changes_come_at_once",
    "test_links_are_never_followed_nor_written",
    "test_an_issue_that_was_submitted_and_accepted_with_changes_comes_back",
    "test_a_renamed_branch_is_followed_and_a_repository_that_is_gone_says_so",
    "test_large_files_come_whole_or_from_the_archive",
)
"""What the hosts do in ways of their own; all else is tried with one of them."""


def pytest_generate_tests(metafunc):
    if "host" in metafunc.fixturenames:
        everywhere = metafunc.function.__name__ in EVERYWHERE
        kinds = list(KINDS) if everywhere else [HostKind.FORGEJO]
        metafunc.parametrize("host", kinds, indirect=True)


@pytest.fixture
def host(request, tmp_path):
    with running(KINDS[request.param](tmp_path / "host")) as made:
        made.site.put("main", FILES)
        made.account = SignIn(made.host, request.param, "ada")
        keep_token(made.host, "token-of-ada")
        yield made
        forget_token(made.host)
    assert not made.violations


@pytest.fixture
def site(host):
    return get(host)


def get(host):
    return get_site(host.account, Repository(host.host, "verein/seite"), threading.Event())


def refresh(host, site, *, again=False):
    known = FetchedSites().find(site.folder)
    return refresh_site(
        host.account, known, load_profiles(), Limits(), threading.Event(), again=again
    )


def meanwhile(host, act):
    """Let somebody act here while contents come from the host."""
    acts = iter([act])
    host.before_doing = lambda call: "blob" in call.path and next(acts, lambda: None)()


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_all_files_come_byte_for_byte(host, site):
    assert files(site.folder) == FILES
    assert find_root(site) == site.folder
    place = find_site_repository(site.folder)
    assert (str(place.repository), place.folder) == (f"{host.host}/verein/seite", "")


def test_a_site_in_a_folder_of_its_repository_is_found(host):
    host.site.remove("main", "hugo.toml")
    host.site.put("main", {"web/hugo.toml": b"", "web/content/a.md": b"A"})
    site = get(host)
    assert find_root(site) == site.folder / "web"
    assert find_site_repository(site.folder / "web").folder == "web"


def test_what_only_the_host_has_changed_comes(host, site):
    host.site.put("main", {PAGE: b"Neu\n", "content/neu.md": "Grüße\r\n".encode()})
    host.site.remove("main", "static/bild.jpg")
    refreshed = refresh(host, site)
    assert set(refreshed.changed) == {PAGE, "content/neu.md", "static/bild.jpg"}
    assert refreshed.kept == ()
    assert files(site.folder) == host.site.files("main")
    assert refresh(host, site).changed == ()
    (version,) = VersionStore().list(site.folder / PAGE)
    assert VersionStore().read(version) == TEXT.encode()


def test_what_only_the_user_has_changed_stays(host, site):
    (site.folder / PAGE).write_bytes(b"Meins\n")
    (site.folder / "content/eigenes.md").write_bytes(b"Eigenes\n")
    host.site.put("main", {"content/neu.md": b"Neu\n"})
    assert refresh(host, site).changed == ("content/neu.md",)
    assert (site.folder / PAGE).read_bytes() == b"Meins\n"
    assert (site.folder / "content/eigenes.md").read_bytes() == b"Eigenes\n"


def test_a_page_that_both_have_changed_is_merged_and_merged_again(host, site):
    here = site.folder / PAGE
    here.write_text(TEXT.replace("Eins", "Eins und mehr"))
    theirs = TEXT + "* [B](https://b.example)\n"
    host.site.put("main", {PAGE: theirs.encode()})
    assert refresh(host, site).kept == ()
    assert here.read_text() == theirs.replace("Eins", "Eins und mehr")
    host.site.put("main", {PAGE: (theirs + "* [C](https://c.example)\n").encode()})
    assert refresh(host, site).kept == ()
    assert here.read_text().count("](https://") == 3
    assert "Eins und mehr" in here.read_text()


def test_what_clashes_stays_as_it_is_here_and_is_named(host, site):
    (site.folder / PAGE).write_text(TEXT.replace("Eins", "Zwei"))
    (site.folder / "static/bild.jpg").write_bytes(b"mine")
    (site.folder / "content/neu.md").write_bytes(b"Meins")
    clashing = {PAGE: TEXT.replace("Eins", "Drei").encode(), "static/bild.jpg": b"theirs"}
    host.site.put("main", {**clashing, "content/neu.md": b"Ihres", "content/mehr.md": b"Mehr"})
    refreshed = refresh(host, site)
    assert set(refreshed.kept) == {PAGE, "static/bild.jpg", "content/neu.md"}
    assert refreshed.changed == ("content/mehr.md",)
    assert "Zwei" in (site.folder / PAGE).read_text()
    host.site.put("main", {"content/noch.md": b"Noch"})
    assert set(refresh(host, site).kept) == {PAGE, "static/bild.jpg", "content/neu.md"}


def test_what_is_gone_there_stays_where_the_user_has_changed_it(host, site):
    (site.folder / PAGE).write_bytes(b"Meins\n")
    host.site.remove("main", PAGE)
    assert refresh(host, site).kept == (PAGE,)
    assert (site.folder / PAGE).read_bytes() == b"Meins\n"


ISSUE = "content/blog/2026-12.md"


def submit(host, site, text=TEXT):
    """An issue as it is after it was submitted from here."""
    page = site.folder / ISSUE
    page.write_text(text)
    start = host.site.head("main")
    host.commit("verein/seite", "ausgabe", {ISSUE: text.encode()}, start, "Ausgabe")
    pull = host.open_pull("verein/seite", "ausgabe", "main", "Ausgabe", "")
    memory = HostMemory()
    memory.keep_accepted(page, {ISSUE: text.encode()})
    known = KnownPullRequest(host.host, "verein/seite", pull.number, "ausgabe", ISSUE)
    memory.keep_pull_request(page, known)
    return page, pull


def test_an_issue_that_was_submitted_and_accepted_with_changes_comes_back(host, site):
    page, pull = submit(host, site)
    changed = TEXT.replace("Eins", "Eins, geprüft").encode()
    host.site.put("ausgabe", {ISSUE: changed})
    host.merge(pull)
    assert refresh(host, site).changed == (ISSUE,)
    assert page.read_bytes() == changed


def test_somebody_elses_issue_takes_not_the_place_of_one_that_waits(host, site):
    page, _ = submit(host, site)
    host.site.put("main", {ISSUE: b"---\ntitle: Fremd\n---\n"})
    assert refresh(host, site).kept == (ISSUE,)
    assert page.read_text() == TEXT


def test_what_is_saved_while_contents_come_is_not_replaced(host, site):
    host.site.put("main", {PAGE: b"Neu\n", "content/neu.md": b"Neu\n"})
    mine = {PAGE: b"Meins\n", "content/neu.md": b"Auch meins\n"}

    def save():
        for path, data in mine.items():
            (site.folder / path).write_bytes(data)

    meanwhile(host, save)
    assert set(refresh(host, site).kept) == set(mine)
    assert {path: (site.folder / path).read_bytes() for path in mine} == mine


def test_what_is_saved_at_the_last_moment_is_not_replaced(host, site, monkeypatch):
    host.site.put("main", {PAGE: b"Neu\n"})
    stage = site_transaction._stage_file

    def save_then(root, staging, number, file):
        made = stage(root, staging, number, file)
        (site.folder / PAGE).write_bytes(b"Meins\n")
        return made

    monkeypatch.setattr(site_transaction, "_stage_file", save_then)
    assert refresh(host, site).kept == (PAGE,)
    assert (site.folder / PAGE).read_bytes() == b"Meins\n"
    assert not list(site.folder.glob(".rundbrief*"))


def test_a_page_that_is_gone_there_is_among_the_versions(host, site):
    host.site.remove("main", PAGE)
    assert refresh(host, site).changed == (PAGE,)
    assert not (site.folder / "content").exists()
    assert len(VersionStore().list(site.folder / PAGE)) == 1


def test_a_name_in_other_letters_removes_no_file_that_is_the_same_one(host, site):
    """As on Windows and macOS, where both are one file."""
    data = FILES["static/bild.jpg"]
    host.site.remove("main", "static/bild.jpg")
    host.site.put("main", {"static/Bild.jpg": data})
    (site.folder / "static/Bild.jpg").hardlink_to(site.folder / "static/bild.jpg")
    assert refresh(host, site).kept == ()
    assert (site.folder / "static/bild.jpg").read_bytes() == data


def test_a_refresh_that_is_stopped_changes_nothing(host, site):
    host.site.put("main", {PAGE: b"Neu\n"})
    stop, before = threading.Event(), files(site.folder)
    host.before_doing = lambda call: "blob" in call.path and stop.set()
    known = FetchedSites().find(site.folder)
    with pytest.raises((TaskStopped, UserFacingError)):
        refresh_site(host.account, known, load_profiles(), Limits(), stop)
    assert files(site.folder) == before
    assert refresh(host, site).changed == (PAGE,)


def test_what_the_user_has_removed_does_not_come_back(host, site):
    (site.folder / PAGE).unlink()
    host.site.put("main", {PAGE: b"Neu\n"})
    assert refresh(host, site).kept == (PAGE,)
    assert not (site.folder / PAGE).exists()


def test_a_file_becomes_a_folder_and_back(host, site):
    host.site.put("main", {"content/about": b"Wir\n"})
    refresh(host, site)
    host.site.remove("main", "content/about")
    host.site.put("main", {"content/about/index.md": b"Wir\n"})
    assert refresh(host, site).kept == ()
    assert files(site.folder) == host.site.files("main")
    host.site.remove("main", "content/about/index.md")
    host.site.put("main", {"content/about": b"Wir\n"})
    assert refresh(host, site).kept == ()
    assert files(site.folder) == host.site.files("main")


def test_files_beside_git_are_kept_fresh_too(host, site):
    host.site.put("main", {".github/pull_request_template.md": b"Neu\n", ".gitignore": b"x\n"})
    refresh(host, site)
    assert files(site.folder) == host.site.files("main")


def test_the_version_limits_of_the_user_hold(host, site):
    store = VersionStore()
    for number in range(30):
        store.keep(site.folder / PAGE, b"%d" % number, Limits(400, 900), 1_000_000.0 + number)
    host.site.put("main", {PAGE: b"Neu\n"})
    known = FetchedSites().find(site.folder)
    limits = Limits(400, 100_000)
    refresh_site(host.account, known, load_profiles(), limits, threading.Event())
    assert len(store.list(site.folder / PAGE)) == 31


def test_a_renamed_branch_is_followed_and_a_repository_that_is_gone_says_so(host, site):
    host.site.git("branch", "-m", "main", "haupt")
    describe = host.describe
    host.describe = lambda *args: describe(*args) | {"default_branch": "haupt"}
    host.site.put("haupt", {PAGE: b"Neu\n"})
    assert refresh(host, site).changed == (PAGE,)
    del host.repositories["verein/seite"]
    with pytest.raises(HostRefused):
        refresh(host, site)


def test_large_files_come_whole_or_from_the_archive(host, site):
    large = bytes(range(256)) * 100_000  # more than an answer may have in base64
    host.site.put("main", {"static/gross.pdf": large, PAGE: b"Neu\n"})
    assert set(refresh(host, site).changed) == {"static/gross.pdf", PAGE}
    assert (site.folder / "static/gross.pdf").read_bytes() == large
    host.site.put("main", {"static/gross.pdf": large[:-1]})
    assert refresh(host, site).changed == ("static/gross.pdf",)


def test_what_archives_leave_out_is_not_asked_for_again(host, site):
    host.site.put("main", {".gitattributes": b"geheim.md export-ignore\n", "geheim.md": b"x"})
    refresh(host, site)
    host.site.put("main", {PAGE: b"Neu\n"})
    host.calls.clear()
    assert refresh(host, site).changed == (PAGE,)
    assert not [call for call in host.calls if "tar" in call.path]


def test_line_ends_that_archives_write_stay(host):
    host.site.put("main", {".gitattributes": b"*.md text eol=crlf\n", PAGE: b"Eins\nZwei\n"})
    site = get(host)
    assert (site.folder / PAGE).read_bytes() == b"Eins\r\nZwei\r\n"
    host.site.put("main", {PAGE: b"Eins\nDrei\n"})
    refresh(host, site)
    assert (site.folder / PAGE).read_bytes() == b"Eins\r\nDrei\r\n"


def test_clashes_are_named_as_often_as_the_user_asks(host, site):
    (site.folder / PAGE).write_text(TEXT.replace("Eins", "Zwei"))
    host.site.put("main", {PAGE: TEXT.replace("Eins", "Drei").encode()})
    assert refresh(host, site).kept == (PAGE,)
    assert refresh(host, site).kept == ()
    assert refresh(host, site, again=True).kept == (PAGE,)


def test_two_windows_do_not_get_a_site_at_once(host):
    said = []

    def other(call):
        if "arch" in call.path or "tarball" in call.path:
            host.before_doing = lambda call: None
            try:
                get(host)
            except UserFacingError as error:
                said.append(str(error.message))

    host.before_doing = other
    site = get(host)
    assert "Another window" in said[0]
    assert files(site.folder) == FILES


def test_a_withdrawn_change_is_not_brought_back_by_publishing(host, site):
    """The host went from A to B, and back to A; here B was gone on with."""
    host.site.put("main", {PAGE: TEXT.replace("Eins", "Zwei").encode()})
    refresh(host, site)
    host.site.put("main", {PAGE: TEXT.encode()})
    page = site.folder / PAGE
    mine = (page.read_text() + "\nMehr.\n").encode()
    planned = PlannedFile(
        SiteFile(PAGE, mine, SiteFileKind.PAGE), page.read_bytes(), FileState.DIFFERENT
    )
    place = find_site_repository(site.folder)
    what = HandOver(page, host.account, place, [planned], "ausgabe", "Titel", "")
    handed = hand_over(what, threading.Event())
    (there,) = handed.changed
    assert there.theirs == TEXT.encode()
    assert there.base == TEXT.replace("Eins", "Zwei").encode()


def test_a_page_that_was_merged_is_published_without_a_question(host, site):
    page = site.folder / PAGE
    page.write_text(TEXT.replace("Eins", "Eins und mehr"))
    host.site.put("main", {PAGE: (TEXT + "* [B](https://b.example)\n").encode()})
    refresh(host, site)
    planned = PlannedFile(
        SiteFile(PAGE, page.read_bytes(), SiteFileKind.PAGE), page.read_bytes(), FileState.DIFFERENT
    )
    place = find_site_repository(site.folder)
    what = HandOver(page, host.account, place, [planned], "ausgabe", "Titel", "")
    assert hand_over(what, threading.Event()).submitted


def test_many_changes_come_at_once(host, site):
    many = {f"content/{number}.md": f"Nr. {number}\n".encode() for number in range(40)}
    host.site.put("main", many)
    host.calls.clear()
    assert len(refresh(host, site).changed) == 40
    assert files(site.folder) == host.site.files("main")
    assert not [call for call in host.calls if "blob" in call.path]


def test_links_are_never_followed_nor_written(host, tmp_path):
    outside = tmp_path / "outside.md"
    outside.write_text("secret")
    host.site.link("main", "content/link.md", str(outside))
    site = get(host)
    assert not (site.folder / "content/link.md").exists()
    (site.folder / "static/neu.md").symlink_to(outside)
    host.site.put("main", {"static/neu.md": b"overwritten?"})
    refresh(host, site)
    assert outside.read_text() == "secret"


def test_nothing_is_left_of_what_breaks_off(host):
    for number in range(1, 8):
        start = len(host.calls)
        host.drop = lambda call, at=start + number: "after" if call == at else ""
        try:
            site = get(host)
        except UserFacingError:
            assert not list((FetchedSites()._file.parent / "sites").glob(".staging/*"))
            continue
        assert files(site.folder) == FILES
        break
    else:
        pytest.fail("it never came")


def test_a_refresh_that_breaks_off_changes_nothing(host, site):
    host.site.put("main", {PAGE: b"Neu\n", "content/neu.md": b"Neu\n"})
    before = files(site.folder)
    for number in range(1, 12):
        start = len(host.calls)
        host.drop = lambda call, at=start + number: "before" if call == at else ""
        try:
            refresh(host, site)
        except UserFacingError:
            assert files(site.folder) == before
            continue
        break
    assert files(site.folder) == host.site.files("main")


def test_a_site_that_may_not_be_read_says_so(host):
    with pytest.raises(HostRefused):
        get_site(host.account, Repository(host.host, "verein/fremd"), threading.Event())


def test_what_lies_in_the_way_is_set_aside(host, site):
    (site.folder / PAGE).write_bytes(b"Meins\n")
    FetchedSites()._file.unlink()
    again = get(host)
    assert files(again.folder) == FILES
    assert (again.folder.with_name("seite.1") / PAGE).read_bytes() == b"Meins\n"


# --- archives -------------------------------------------------------------------------------------


def pack(*members):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as packed:
        for name, data, kind in members:
            member = tarfile.TarInfo(name)
            member.type, member.size = kind, len(data)
            if kind != tarfile.REGTYPE:
                member.linkname, member.size = "/etc/passwd", 0
            packed.addfile(member, io.BytesIO(data))
    file.seek(0)
    return file


@pytest.mark.parametrize(
    "name",
    [
        "top/../../out.md",
        "top/.git/config",
        "top/.GIT/hooks/x",
        "top/a/../../../out.md",
        "top/con.md",
        "top/a\\..\\..\\out.md",
        "top",
    ],
)
def test_names_that_lead_out_are_left_out(tmp_path, name):
    folder = tmp_path / "in"
    folder.mkdir()
    good = ("top/gut.md", b"gut", tarfile.REGTYPE)
    packed = pack((name, b"bad", tarfile.REGTYPE), good)
    assert list(unpack(packed, folder, threading.Event())) == ["gut.md"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["gut.md"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE])
def test_links_and_devices_are_left_out(tmp_path, kind):
    packed = pack(("top/a", b"", kind), ("top/a/b.md", b"x", tarfile.REGTYPE))
    assert list(unpack(packed, tmp_path, threading.Event())) == ["a/b.md"]
    assert not (tmp_path / "a").is_symlink()


@pytest.mark.parametrize(
    "data", [b"", b"no archive", gzip.compress(b"x" * 2000, mtime=0)], ids=("empty", "text", "gzip")
)
def test_what_is_no_archive_says_so(tmp_path, data):
    with pytest.raises(FetchFailed, match="cannot be read"):
        unpack(io.BytesIO(data), tmp_path, threading.Event())


def test_an_archive_that_breaks_off_says_so(tmp_path):
    data = pack(("top/a.md", bytes(range(256)) * 999, tarfile.REGTYPE)).getvalue()
    with pytest.raises(FetchFailed):
        unpack(io.BytesIO(data[: len(data) // 2]), tmp_path, threading.Event())


def test_unpacking_can_be_stopped(tmp_path):
    stop = threading.Event()
    stop.set()
    with pytest.raises(TaskStopped):
        unpack(pack(("top/a.md", b"a", tarfile.REGTYPE)), tmp_path, stop)
