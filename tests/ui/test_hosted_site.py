"""A site opened by its address at a code host, with nothing installed, and kept fresh."""

import pytest
from editor.app.hosting.accounts import Accounts, SignIn
from editor.app.services import tokens
from editor.core.base.differences import find_edits
from editor.core.hosting.repository import HostKind

from helpers.code_hosts import running
from helpers.forgejo_stand_in import ForgejoStandIn

NAME = "content/blog/2026-11-02-neues.md"
PAGE = '---\ntitle: "Neues"\ndate: 2026-11-02\n---\n\nEin Absatz.\n\nNoch einer.\n'
SITE = {"hugo.toml": b'title = "Vereinsbrief"\n', NAME: PAGE.encode()}


@pytest.fixture
def host(tmp_path):
    tokens._session.clear()
    with running(ForgejoStandIn(tmp_path / "host")) as made:
        made.site.put("main", SITE)
        yield made
    tokens._session.clear()
    assert not made.violations


@pytest.fixture
def window(make_window, host):
    window = make_window()
    Accounts(window.settings).keep(SignIn(host.host, HostKind.FORGEJO, "ada"))
    tokens._session[host.host] = "token-of-ada"
    return window


def get(window, host, qtbot):
    window.front.hosted.open()
    dialog = window.front.hosted.dialog
    assert not dialog.get_button.isEnabled()
    dialog.repository.setText(f"http://{host.host}/verein/seite")
    dialog.get_button.click()
    qtbot.waitUntil(lambda: window.front.sites.shown is not None, timeout=10_000)
    return window.front.sites.shown


def test_a_site_is_opened_by_its_address_written_in_and_brought_up_to_date(window, host, qtbot):
    root = get(window, host, qtbot)
    assert window.front.is_home
    assert window.front.sites.name_of(root) == "Vereinsbrief"
    window.open_path(root / NAME)
    session = window.session
    session.apply(find_edits(PAGE, PAGE.replace("Ein Absatz", "Ein guter Absatz")), "Typing")
    window.files.save()

    # handed over without git, though there is none in the folder
    window.publishing.export()
    dialog = window.publishing.dialog
    qtbot.waitUntil(lambda: dialog.complete)
    dialog.box.host_button.setChecked(True)
    assert dialog.box.host.place.repository.path == "verein/seite"
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog.publication is not None, timeout=10_000)
    host.merge(host.pulls[0])

    # somebody else goes on; unsaved work here meets it
    theirs = host.site.files("main")[NAME].replace(b"Noch einer", b"Noch ein anderer")
    host.site.put("main", {NAME: theirs, "content/blog/2026-12.md": b"---\ntitle: Neu\n---\n"})
    text = session.text
    session.apply(find_edits(text, text + "\nUngesichert.\n"), "Typing")
    window.front.refresh_site()
    qtbot.waitUntil(lambda: "Noch ein anderer" in session.text, timeout=10_000)
    assert (window.front.sites.shown / "content/blog/2026-12.md").is_file()
    assert "Ein guter Absatz" in session.text
    assert session.text.endswith("\nUngesichert.\n")
    window.front.refresh_site()
    qtbot.waitUntil(lambda: "Nothing is new" in window.bar.text, timeout=10_000)


def test_what_is_shown_again_is_asked_for_by_itself_but_not_each_time(window, host, qtbot):
    root = get(window, host, qtbot)
    qtbot.waitUntil(lambda: not window.front.hosted.busy)
    asked = len(host.calls)
    window.open_path(root / NAME)
    window.front.show_home()
    assert len(host.calls) == asked
    window.front.hosted._asked.clear()
    host.site.put("main", {NAME: b"---\ntitle: Anders\n---\n"})
    window.front.show_home()
    qtbot.waitUntil(lambda: "Anders" in window.session.text, timeout=10_000)
    assert (root / NAME).read_bytes() == b"---\ntitle: Anders\n---\n"


def test_what_goes_wrong_stays_in_the_dialog(window, host, qtbot):
    window.front.hosted.open()
    dialog = window.front.hosted.dialog
    for typed in ("", "no repository", "https://codeberg.org/verein/seite"):
        dialog.repository.setText(typed)
        assert not dialog.get_button.isEnabled()
    dialog.repository.setText(f"http://{host.host}/verein/fremd")
    dialog.get_button.click()
    qtbot.waitUntil(lambda: "nothing there" in dialog.words.text(), timeout=10_000)
    assert dialog.repository.text().endswith("/verein/fremd")
    assert dialog.get_button.isEnabled()
    dialog.reject()


def test_a_folder_of_ones_own_is_not_asked_about(window, tmp_path):
    window.open_path(tmp_path / "neu.md")
    window.front.refresh_site()
    assert "not opened from a code host" in window.bar.text
