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
from editor.app.hosting.memory import HostMemory
from editor.app.hosting.refreshing import refresh_site
from editor.app.hosting.site_repository import find_site_repository
from editor.app.services.api import HostRefused
from editor.app.services.background import TaskStopped
from editor.app.services.fetch import FetchFailed
from editor.app.services.profile_registry import load_profiles
from editor.app.services.tokens import forget_token, keep_token
from editor.app.versions.version_store import VersionStore
from editor.core.base.errors import UserFacingError
from editor.core.hosting.repository import HostKind, Repository

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


@pytest.fixture(params=list(KINDS))
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


def refresh(host, site):
    known = FetchedSites().find(site.folder)
    return refresh_site(host.account, known, load_profiles(), threading.Event())


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
    assert not list(site.folder.parent.glob("*.part"))


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


def test_an_issue_that_was_submitted_and_accepted_with_changes_comes_back(host, site):
    page = site.folder / "content/blog/2026-12.md"
    page.write_text(TEXT)
    HostMemory().keep_accepted(page, {"content/blog/2026-12.md": TEXT.encode()})
    host.site.put("other", {"content/blog/2026-12.md": TEXT.encode()})  # what was submitted
    changed = TEXT.replace("Eins", "Eins, geprüft").encode()
    host.site.put("main", {"content/blog/2026-12.md": changed})
    assert refresh(host, site).changed == ("content/blog/2026-12.md",)
    assert page.read_bytes() == changed


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
            assert not list((FetchedSites()._file.parent / "sites").rglob("*.part"))
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
