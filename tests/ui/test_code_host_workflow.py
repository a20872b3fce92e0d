"""An issue on its way to a code host and back, through real widgets and a stand-in for the host."""

import pytest
from editor.app.hosting.accounts import Accounts, SignIn
from editor.app.hosting.memory import HostMemory
from editor.app.services import tokens
from editor.core.base.differences import find_edits
from editor.core.hosting.repository import HostKind
from editor.ui.dialogs.publish_dialog import PublishDialog
from editor.ui.dialogs.review_dialog import ReviewDialog
from editor.ui.dialogs.sign_in_dialog import SignInDialog

from helpers.code_hosts import Remark, running
from helpers.forgejo_stand_in import ForgejoStandIn
from helpers.github_stand_in import GitHubStandIn
from helpers.gitlab_stand_in import GitLabStandIn
from helpers.qt_input import type_into
from helpers.widgets import answers

HOSTS = {
    HostKind.FORGEJO: ForgejoStandIn,
    HostKind.GITHUB: GitHubStandIn,
    HostKind.GITLAB: GitLabStandIn,
}
NAME = "content/blog/2026-11-02-neues.md"
ONE_HOST = pytest.mark.parametrize("host", [HostKind.FORGEJO], indirect=True)
PAGE = """---
title: "Neues"
author: "Ada"
date: '2026-11-02T08:00:00+01:00'
---

Ein Absatz.

Noch ein Absatz.

## Termine

* Freitag, 27.11.2026, 19:00, online: **Treffen**
"""


@pytest.fixture(params=list(HOSTS))
def host(request, tmp_path):
    tokens._session.clear()
    with running(HOSTS[request.param](tmp_path / "host")) as made:
        made.kind = request.param
        yield made
    tokens._session.clear()
    assert not made.violations


@pytest.fixture
def site(tmp_path, host):
    """A site that was cloned from the host; git itself is not needed."""
    root = tmp_path / "site"
    for folder in ("content/blog", "static/blog", ".git"):
        (root / folder).mkdir(parents=True)
    (root / "hugo.toml").write_text("")
    (root / ".git/config").write_text(
        f'[remote "origin"]\n\turl = http://{host.host}/verein/seite.git\n'
    )
    (root / NAME).write_text(PAGE, encoding="utf-8")
    return root


@pytest.fixture
def window(make_window, site, host):
    window = make_window()
    window.open_path(site / NAME)
    Accounts(window.settings).keep(SignIn(host.host, host.kind, "ada"))
    tokens._session[host.host] = "token-of-ada"
    return window


def publish_dialog(window, qtbot):
    window.publishing.export()
    dialog = window.publishing.dialog
    assert isinstance(dialog, PublishDialog)
    qtbot.waitUntil(lambda: dialog.complete)
    dialog.box.host_button.setChecked(True)
    return dialog


def submit(window, qtbot):
    dialog = publish_dialog(window, qtbot)
    assert dialog.write_button.isEnabled(), dialog.reason.text()
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog.publication is not None or answers(dialog.bar) is None)
    return dialog


def branch_of(host):
    return host.pulls[-1].branch


def test_a_month_by_the_code_host(window, qtbot, host, site):
    dialog = submit(window, qtbot)
    assert dialog.publication.pull_request == (
        f"https://{host.host}/verein/seite/"
        + {"github": "pull/1", "gitlab": "-/merge_requests/1", "forgejo": "pulls/1"}[host.kind]
    )
    assert host.site.files(branch_of(host))[NAME] == PAGE.encode()
    assert "Submitted" in window.bar.text
    assert not (site / ".git/HEAD").exists()

    # a reviewer says something of a line, and changes another
    head = host.site.head(branch_of(host))
    host.remarks = [
        Remark(41, "cleo", "Bitte mehr davon <b>hier</b>", NAME, 9, head),
        Remark(42, "cleo", "Sonst gut"),
    ]
    theirs = PAGE.replace("Ein Absatz.", "Ein Absatz der Prüfung.")
    host.site.put(branch_of(host), {NAME: theirs.encode()})

    # meanwhile there is more at the top
    session = window.session
    text = session.text.replace("\nEin Absatz.", "\nGanz neu.\n\nEin Absatz.")
    session.apply(find_edits(session.text, text), "Typing")
    window.publishing.reviews.show()
    review = window.publishing.reviews.dialog
    assert isinstance(review, ReviewDialog)
    qtbot.waitUntil(lambda: len(review.cards) == 2)
    assert review.cards[0].words.text() == "Bitte mehr davon <b>hier</b>"
    review.cards[0].go_button.click()
    at = session.text.index("Noch ein Absatz")
    qtbot.waitUntil(lambda: window.workspace.text.view.caret == at)
    place = session.place
    window.files.save()
    window.open_sample()
    review.cards[0].go_button.click()  # the page is opened again
    qtbot.waitUntil(lambda: window.workspace.text.view.caret == at)
    assert session.place == place
    type_into(review.cards[0].answer, "Gern")
    first = review.cards[0]
    first.done_button.click()
    qtbot.waitUntil(lambda: host.remarks[0].answers == ["Gern"])
    qtbot.waitUntil(lambda: review.cards[0] is not first and bool(review.cards[0].state.text()))
    assert review.cards[0].done_button.isHidden()
    assert not review.cards[1].done_button.isHidden()
    review.close()

    # submitting again brings both together first
    dialog = publish_dialog(window, qtbot)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "merged into your text" in dialog.bar.text)
    assert "Ganz neu." in session.text and "Ein Absatz der Prüfung." in session.text
    assert host.site.files(branch_of(host))[NAME] == theirs.encode()
    qtbot.waitUntil(lambda: dialog.complete and dialog.write_button.isEnabled())
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog.publication is not None)
    assert host.site.files(branch_of(host))[NAME].decode() == session.text
    assert len(host.pulls) == 1

    # it is accepted
    host.merge(host.pulls[0])
    assert host.site.files("main")[NAME].decode() == session.text


@ONE_HOST
def test_what_both_have_changed_is_asked(window, qtbot, host):
    submit(window, qtbot)
    theirs = PAGE.replace("Ein Absatz.", "Ein ganz anderer Satz.")
    host.site.put(branch_of(host), {NAME: theirs.encode()})
    session = window.session
    mine = session.text.replace("Ein Absatz.", "Mein eigener Satz.")
    session.apply(find_edits(session.text, mine), "Typing")
    dialog = publish_dialog(window, qtbot)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "in places where you changed it" in dialog.bar.text)
    assert session.text == mine
    assert host.site.files(branch_of(host))[NAME] == theirs.encode()


def test_what_was_changed_on_the_site_meanwhile_is_merged(window, qtbot, host, site):
    host.site.put("main", {NAME: PAGE.encode()})
    session = window.session
    session.apply(find_edits(PAGE, PAGE.replace("Noch ein", "Und noch ein")), "Typing")
    submit(window, qtbot)
    session.save()
    host.site.put("main", {NAME: PAGE.replace('"Neues"', '"Ganz Neues"').encode()})
    session.apply(find_edits(session.text, session.text.replace("Ein Absatz", "Der")), "Typing")
    dialog = publish_dialog(window, qtbot)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "merged into your text" in dialog.bar.text)
    wanted = PAGE.replace('"Neues"', '"Ganz Neues"').replace("Noch ein", "Und noch ein")
    assert session.text == wanted.replace("Ein Absatz", "Der")
    qtbot.waitUntil(lambda: dialog.complete and dialog.write_button.isEnabled())
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog.publication is not None)
    assert host.site.files(branch_of(host))[NAME].decode() == session.text


@ONE_HOST
def test_what_was_saved_before_it_is_submitted_is_the_users(window, qtbot, host):
    host.site.put("main", {NAME: PAGE.encode()})
    session = window.session
    mine = PAGE.replace("Ein Absatz", "Mein Absatz")
    session.apply(find_edits(PAGE, mine), "Typing")
    assert window.files.save()
    submit(window, qtbot)
    assert session.text == mine
    assert host.site.files(branch_of(host))[NAME] == mine.encode()


@ONE_HOST
def test_a_page_of_which_nothing_is_known_is_asked_about(window, qtbot, host):
    theirs = PAGE.replace("Ein Absatz", "Von jemand anderem").encode()
    host.site.put("main", {NAME: theirs})
    dialog = publish_dialog(window, qtbot)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "Somebody has changed there" in dialog.bar.text)
    assert window.session.text == PAGE and not host.pulls
    dialog.bar._buttons[0].click()
    qtbot.waitUntil(lambda: dialog.publication is not None)
    assert host.site.files(branch_of(host))[NAME] == PAGE.encode()


@ONE_HOST
def test_going_back_to_earlier_words_is_not_undone_by_a_merge(window, qtbot, host):
    submit(window, qtbot)
    session = window.session
    session.apply(find_edits(PAGE, PAGE.replace("Ein Absatz", "Zwei")), "Typing")
    submit(window, qtbot)
    theirs = session.text.replace("Noch ein", "Und noch ein")
    host.site.put(branch_of(host), {NAME: theirs.encode()})
    session.apply(find_edits(session.text, PAGE), "Typing")
    dialog = publish_dialog(window, qtbot)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "merged into your text" in dialog.bar.text)
    assert session.text == PAGE.replace("Noch ein", "Und noch ein")


@ONE_HOST
def test_a_token_that_is_refused_keeps_the_dialog_open(window, qtbot, host):
    tokens._session[host.host] = "old"
    dialog = publish_dialog(window, qtbot)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "Sign in again" in dialog.bar.text)
    assert dialog.isVisible() and dialog.write_button.isEnabled()
    assert HostMemory().pull_request(window.session.path) is None


@ONE_HOST
def test_without_an_account_it_says_what_to_do(window, qtbot, host):
    Accounts(window.settings).forget(host.host)
    dialog = publish_dialog(window, qtbot)
    assert not dialog.write_button.isEnabled()
    assert "Sign in first" in dialog.reason.text()
    fields = dialog.box.host
    type_into(fields.repository, "nothing")
    assert "Say where the repository" in dialog.reason.text()


@ONE_HOST
def test_signing_in_and_out(window, qtbot, host):
    Accounts(window.settings).forget(host.host)
    tokens._session.clear()
    dialog = publish_dialog(window, qtbot)
    fields = dialog.box.host
    fields.who.sign_in_button.click()
    sign_in = fields.who.dialog
    assert isinstance(sign_in, SignInDialog)
    type_into(sign_in.token, "wrong")
    sign_in.sign_in()
    qtbot.waitUntil(lambda: "does not accept" in sign_in.words.text())
    type_into(sign_in.token, "token-of-ada")
    sign_in.sign_in()
    qtbot.waitUntil(lambda: fields.account is not None)
    assert fields.account.name == "ada"
    assert "until the program ends" in fields.who.words.text()
    assert "token-of-ada" not in window.settings._store.fileName()
    with open(window.settings._store.fileName()) as file:
        window.settings._store.sync()
        assert "token-of-ada" not in file.read()
    assert dialog.write_button.isEnabled()
    fields.who.sign_out_button.click()
    assert fields.account is None
    qtbot.waitUntil(lambda: not tokens._session)


@ONE_HOST
def test_what_was_typed_stays_when_the_files_are_listed_again(window, qtbot, host):
    dialog = publish_dialog(window, qtbot)
    type_into(dialog.box.host.description, "Bitte bis Freitag")
    dialog.list_files()
    qtbot.waitUntil(lambda: dialog.complete)
    assert dialog.box.host.text == "Bitte bis Freitag"
    dialog.box.host_button.setChecked(True)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog.publication is not None)
    assert host.pulls[0].text == "Bitte bis Freitag"


@ONE_HOST
def test_reviews_of_an_issue_that_was_not_submitted(window, qtbot):
    window.publishing.reviews.show()
    assert "not submitted" in window.bar.text
    assert window.publishing.reviews.dialog is None
