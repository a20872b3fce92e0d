"""From the last issue to a commit, through real widgets; and the other ways out.

New issue, photo, attribution, events, export and git: nothing is written before a click, nothing
is lost after a refusal, and what arrives on the site is what the editor saw.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date

import pytest
from editor.app.site.publish_plan import FileState
from editor.app.site.transaction_journal import STAGING
from editor.core.calendar.entry import decode_link
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.issue.issue import calendar_hrefs
from editor.ui.dialogs.import_dialog import ImportDialog
from editor.ui.dialogs.new_issue_dialog import NewIssueDialog
from editor.ui.dialogs.photo_dialog import PhotoDialog
from editor.ui.dialogs.publish_dialog import PublishDialog
from PIL import Image
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from helpers.browser import script
from helpers.corpus import ISSUES, ROOT, SAMPLE
from helpers.qt_input import leave, type_into
from helpers.widgets import answers

OLD_PHOTO = (
    '<a href="https://pixabay.com/photos/alt-1/">Foto</a>'
    ' von <a href="https://pixabay.com/users/bo-2/">bo</a>'
    ' auf <a href="https://pixabay.com/">Pixabay</a>'
)
OLD = f"""---
title: "Los – Out in the Open Januar 2026"
author: "Ada Beispiel"
date: '2026-02-09T08:00:00+01:00'
excerpt: Überblick
topic: community
images:
- imgname: out-in-the-open-2026-01-header.jpg
  attribution: {OLD_PHOTO}
og_image: out-in-the-open-2026-01-header.jpg
type: blog
---

Prosa.

## Veranstaltungen
* Freitag, 27.02.2026, 19:00, online: **Vorbei**
* Mittwoch, 04.03.2026, 10:00-11:30, online: **Bleibt**
  * https://bleibt.example
* Regelmäßige OKLab-Treffen
  * Leipzig: jeden Mittwoch, 19:00-22:00, online: **OK Lab Leipzig**
"""


def git(folder, *arguments):
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True)
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.fixture
def site(tmp_path):
    """A Hugo site with one issue and its picture."""
    root = tmp_path / "site"
    (root / "content/blog").mkdir(parents=True)
    (root / "static/blog").mkdir(parents=True)
    (root / "hugo.toml").write_text("")
    (root / "content/blog/2026-02-09-out-in-the-open-january-2026.md").write_text(
        OLD, encoding="utf-8"
    )
    Image.new("RGB", (800, 533), "blue").save(
        root / "static/blog/out-in-the-open-2026-01-header.jpg"
    )
    return root


@pytest.fixture
def checkout(site, tmp_path, monkeypatch):
    """The same under git, with a bare repository as the other side."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "home/.gitconfig").write_text(
        "[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n"
    )
    git(tmp_path, "init", "--quiet", "--bare", "server.git")
    git(site, "init", "--quiet")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "-m", "eins")
    git(site, "remote", "add", "origin", str(tmp_path / "server.git"))
    return site


def last_issue(site):
    return next((site / "content/blog").glob("*january-2026.md"))


def drop(widget, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    hand = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(9, 9), *hand, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), *hand, none))


def choose_site(window, site, monkeypatch):
    """Tell the program where the site is, as the button for it does."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(site))
    window.publishing.choose_site()


def new_issue(window, title="Frühling"):
    window.publishing.new_issue()
    dialog = window.publishing.dialog
    assert isinstance(dialog, NewIssueDialog)
    dialog.month.setCurrentIndex(1)
    dialog.year.setValue(2026)
    dialog.day.setDate(QDate(2026, 3, 2))
    type_into(dialog.title, title)
    return dialog


def dropped_photo(window, qtbot, tmp_path, alt="Ein Tor in Leipzig"):
    photo = tmp_path / "IMG_0001.png"
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(photo)
    window.workspace.show_page("image")
    drop(window.workspace.image, photo)
    dialog = window.workspace.image.dialog
    assert isinstance(dialog, PhotoDialog)
    qtbot.waitUntil(lambda: dialog.ready is not None)
    type_into(dialog.alt, alt)
    return dialog


def publish_dialog(window, qtbot):
    """The dialog that publishes, once it knows all files."""
    window.publishing.export()
    dialog = window.publishing.dialog
    assert isinstance(dialog, PublishDialog)
    qtbot.waitUntil(lambda: dialog.complete)
    return dialog


def choose_git(dialog, qtbot):
    """Choose a commit, and wait until git has told about the folder."""
    dialog.box.git_button.setChecked(True)
    qtbot.waitUntil(lambda: dialog.box.checkout is not None)


def write_all(dialog, qtbot):
    """Click the button, and wait until everything is written."""
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog.publication is not None)


def test_a_month_of_work(window, qtbot, tmp_path, checkout, monkeypatch):
    window.open_path(last_issue(checkout))
    assert window.settings.now.site == str(checkout)

    # a new issue from the last one
    dialog = new_issue(window)
    assert [fate.event.title for fate in dialog.kept] == ["Bleibt", "OK Lab Leipzig"]
    assert "2026-03-02-out-in-the-open-february-2026.md" in dialog.options.names.text()
    dialog.create_button.click()
    session = window.session
    assert session.path is None
    assert not session.saved
    assert session.issue.front.text("title") == "Frühling – Out in the Open Februar 2026"
    assert session.place.name == "2026-03-02-out-in-the-open-february-2026.md"
    assert [entry.title for entry in session.issue.entries] == ["Bleibt", "OK Lab Leipzig"]

    # a photo, with its alt text
    photo = dropped_photo(window, qtbot, tmp_path)
    photo.use_button.click()
    name = "out-in-the-open-2026-02-header.jpg"
    assert session.issue.front.text("images", 0, "alt") == "Ein Tor in Leipzig"
    assert session.site.pending_photos.path(name)
    assert not (checkout / "static/blog" / name).exists()
    window.workspace.image.refresh()
    assert not window.workspace.image.thumbnail.pixmap().isNull()

    # who took it
    window.workspace.image.attribution.paste.setText("https://pixabay.com/photos/neu-3/")
    window.workspace.image.attribution.paste.textEdited.emit("https://pixabay.com/photos/neu-3/")
    type_into(window.workspace.image.attribution.parts["author"], "Mara")
    assert "pixabay.com/photos/neu-3/" in session.issue.front.text("images", 0, "attribution")
    assert "Mara" in session.issue.front.text("images", 0, "attribution")

    # events
    window.workspace.event_import.import_events()
    review = window.workspace.event_import.dialog
    assert isinstance(review, ImportDialog)
    review.source.setPlainText(
        "4. April 2026, 19 Uhr, Bürgerhaus, Marktplatz 1, 50667 Köln: Datenabend\n"
    )
    review.look_button.click()
    qtbot.waitUntil(lambda: len(review.candidates) == 1)
    review.add_button.click()
    window.workspace.show_page("event")
    window.workspace.add_entry("event")
    assert len(session.issue.events) == 3
    assert any(event.href for event in session.issue.events)
    session.stack.undo()
    session.stack.redo()

    # export and commit
    dialog = publish_dialog(window, qtbot)
    page = "content/blog/2026-03-02-out-in-the-open-february-2026.md"
    picture = f"static/blog/{name}"
    states = {row.planned.file.path: row.planned.state for row in dialog.files.rows}
    assert states[page] == FileState.NEW
    assert states[picture] == FileState.NEW
    [calendars] = dialog.files.tree.findItems("calendar file", Qt.MatchFlag.MatchContains)
    calendars.setCheckState(0, Qt.CheckState.Checked)
    choose_git(dialog, qtbot)
    assert dialog.box.branch.text() == "out-in-the-open-2026-02"
    write_all(dialog, qtbot)
    assert git(checkout, "symbolic-ref", "--short", "HEAD").strip() == "out-in-the-open-2026-02"
    committed = git(checkout, "show", "--name-only", "--format=", "HEAD").split()
    assert {page, picture} < set(committed)
    assert {path.partition("/")[0] for path in committed} == {"content", "static"}
    assert git(checkout, "status", "--porcelain") == ""
    assert (checkout / page).read_text(encoding="utf-8") == session.text
    assert session.saved
    assert session.path == checkout / page
    with Image.open(checkout / picture) as arrived:
        assert arrived.size == (800, 533)
    assert not session.site.pending_photos.path(name)
    hrefs = calendar_hrefs(session.issue)
    assert [find_breaches(decode_link(href)) for href in hrefs] == [()] * len(hrefs)
    assert not list(checkout.glob(f"{STAGING}*"))

    # push, on click only
    answers(window.bar)["Push"].click()
    qtbot.waitUntil(lambda: "is pushed" in window.bar.text)
    assert "out-in-the-open-2026-02" in git(tmp_path / "server.git", "branch")

    # a correction: the same file, the same branch
    window.workspace.show_page("head")
    type_into(window.workspace.head.fields["excerpt"].area, "Anders")
    dialog = publish_dialog(window, qtbot)
    assert dialog.collisions == []
    choose_git(dialog, qtbot)
    assert "on top" in dialog.box.git_hint.text()
    write_all(dialog, qtbot)
    subjects = git(checkout, "log", "--format=%s").splitlines()
    assert subjects == ["Frühling – Out in the Open Februar 2026"] * 2 + ["eins"]


def test_the_next_issue_of_a_real_one(window, tmp_path):
    root = tmp_path / "site"
    (root / "content/blog").mkdir(parents=True)
    for path in ISSUES[-3:]:
        shutil.copy(path, root / "content/blog" / path.name)
    window.open_path(root / "content/blog" / ISSUES[-2].name)
    dialog = new_issue(window)
    assert dialog.source.currentData().name == ISSUES[-1].name  # the latest, whichever is open
    assert dialog.source.currentText() in ISSUES[-1].read_text(encoding="utf-8")  # its title
    assert 2 < len(dialog.kept) < len(dialog.fates)
    dialog.create_button.click()
    assert len(window.session.issue.entries) == len(dialog.kept)


# --- the next issue -------------------------------------------------------------------------------


def test_ticks_decide(window, site):
    window.open_path(last_issue(site))
    dialog = new_issue(window)
    for row in range(dialog.table.rowCount()):
        dialog.table.item(row, 0).setCheckState(
            Qt.CheckState.Checked if row == 0 else Qt.CheckState.Unchecked
        )
    dialog.create_button.click()
    assert [entry.title for entry in window.session.issue.entries] == ["Bleibt"]


def test_a_new_month_proposes_a_new_day_until_one_is_chosen(window, site):
    window.open_path(last_issue(site))
    window.publishing.new_issue()
    dialog = window.publishing.dialog
    dialog.today = date(2026, 1, 1)
    dialog.month.setCurrentIndex(3)
    assert dialog.day.date() == QDate(2026, 5, 4)
    dialog.day.setDate(QDate(2026, 5, 20))
    dialog.month.setCurrentIndex(4)
    assert dialog.day.date() == QDate(2026, 5, 20)
    dialog.reject()


def test_a_wrong_photo_is_said_and_nothing_lost(window, site):
    window.open_path(last_issue(site))
    dialog = new_issue(window)
    type_into(dialog.options.photo, "kein Foto")
    dialog.create_button.click()
    assert dialog.isVisible()
    assert "neither an attribution" in dialog.bar.text
    type_into(dialog.options.photo, "https://pixabay.com/photos/neu-3/")
    assert "“bo” is taken over" in dialog.warnings.text()
    dialog.reject()
    assert window.session.path == last_issue(site)


def test_from_nothing_without_a_site(window):
    window.actions_by_name["new_issue"].trigger()
    dialog = window.publishing.dialog
    assert dialog.old is None
    assert dialog.fates == []
    newsletter = dialog.source.findData("newsletter")
    dialog.source.setCurrentIndex(newsletter)
    dialog.source.activated.emit(newsletter)
    type_into(dialog.title, "Anfang")
    dialog.create_button.click()
    assert "Anfang – Out in the Open" in window.session.issue.front.text("title")
    assert window.session.is_open
    assert window.session.place is None
    assert window.windowTitle().startswith("Anfang – Out in the Open")


def test_unsaved_work_is_kept_when_a_new_issue_begins(window, qtbot, site):
    window.open_path(last_issue(site))
    window.workspace.show_page("head")
    type_into(window.workspace.head.fields["author"].line, "Neu")
    text, title = window.session.text, window.session.title
    new_issue(window).create_button.click()
    qtbot.waitUntil(lambda: f"“{title}” is not saved" in window.bar.text)
    answers(window.bar)["Back to it"].click()
    assert window.session.text == text


# --- photos ---------------------------------------------------------------------------------------


def test_the_frame_is_moved_with_keys_and_mouse(window, qtbot, tmp_path, site):
    window.open_path(last_issue(site))
    dialog = dropped_photo(window, qtbot, tmp_path)
    frame = dialog.frame_
    start = frame.box
    width, height = start[2] - start[0], start[3] - start[1]
    assert width * 2400 / (height * 1800) == pytest.approx(800 / 533, abs=0.01)
    QTest.keyClick(frame, Qt.Key.Key_Down)
    assert frame.box[1] > start[1]
    QTest.keyClick(frame, Qt.Key.Key_Minus, Qt.KeyboardModifier.ShiftModifier)
    assert frame.box[2] - frame.box[0] < width
    for _ in range(40):
        QTest.keyClick(frame, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert frame.box[2] == pytest.approx(1.0)
    inside = frame.frame_area.center().toPoint()
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=inside)
    QTest.mouseMove(frame, inside - QPoint(20, 0))
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=inside - QPoint(20, 0))
    assert frame.box[2] < 1.0
    corner = frame.frame_area.topLeft().toPoint()
    before = frame.box
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(frame, corner + QPoint(30, 30))
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=corner + QPoint(30, 30))
    assert frame.box[0] > before[0]
    assert frame.box[2:] == pytest.approx(before[2:])
    assert not dialog.use_button.isEnabled()  # the result is being made anew
    qtbot.waitUntil(lambda: dialog.ready is not None)
    QTest.keyClick(frame, Qt.Key.Key_Home)
    assert frame.box[2] - frame.box[0] == pytest.approx(width)
    dialog.reject()
    assert dialog.taken is None


def test_what_is_no_photo_is_said_in_the_dialog(window, qtbot, tmp_path, site):
    window.open_path(last_issue(site))
    before = window.session.text
    broken = tmp_path / "kein.jpg"
    broken.write_text("Text")
    window.workspace.image.take_photo(broken)
    dialog = window.workspace.image.dialog
    qtbot.waitUntil(lambda: bool(dialog.bar.text))
    assert "no picture that can be read" in dialog.bar.text
    assert not dialog.use_button.isEnabled()
    dialog.reject()
    assert window.session.text == before


def test_one_undo_takes_the_photo_back(window, qtbot, tmp_path, site):
    window.open_path(last_issue(site))
    before = window.session.text
    dialog = dropped_photo(window, qtbot, tmp_path)
    type_into(dialog.origin, "https://unsplash.com/photos/x-1")
    assert "does not say who made it" in dialog.origin_field.hint.text()
    dialog.use_button.click()
    assert window.session.text != before
    window.session.stack.undo()
    assert window.session.text == before


def test_the_window_lives_while_a_large_photo_is_read(window, qtbot, tmp_path, site):
    """24 megapixels: the window answers all the time."""
    photo = tmp_path / "gross.jpg"
    Image.effect_noise((1500, 1000), 60).resize((6000, 4000)).convert("RGB").save(photo)
    window.open_path(last_issue(site))
    window.workspace.image.take_photo(photo)
    dialog = window.workspace.image.dialog
    assert dialog.progress.isVisible()
    turns = 0

    def is_ready():
        nonlocal turns
        turns += 1
        return dialog.ready is not None

    qtbot.waitUntil(is_ready)
    assert turns > 3  # of the window's event loop; a window that waits has none
    assert not dialog.progress.isVisible()
    dialog.reject()


def test_a_photo_can_be_given_up_at_once(window, tmp_path, site):
    photo = tmp_path / "gross.jpg"
    Image.new("RGB", (6000, 4000)).save(photo)
    window.open_path(last_issue(site))
    window.workspace.image.take_photo(photo)
    dialog = window.workspace.image.dialog
    dialog.reject()
    assert dialog.taken is None
    assert window.session.text == OLD


def test_an_own_photo_is_said_with_a_click(window, qtbot, tmp_path, site):
    window.open_path(last_issue(site))
    dialog = dropped_photo(window, qtbot, tmp_path)
    assert dialog.origin_field.own_button.isVisible()
    dialog.origin_field.own_button.click()
    assert not dialog.origin_field.own_button.isVisible()
    dialog.use_button.click()
    path = ("images", 0, "attribution")
    assert window.session.issue.front.text(*path) == "Eigene Aufnahme (Ada Beispiel)"
    window.workspace.show_page("image")
    form = window.workspace.image.attribution
    assert not form.origin.own_button.isVisible()
    type_into(form.parts["own"], "Bo")
    assert window.session.issue.front.text(*path) == "Eigene Aufnahme (Bo)"
    type_into(form.line, "")
    form.origin.own_button.click()
    assert window.session.issue.front.text(*path) == "Eigene Aufnahme (Ada Beispiel)"


def test_a_photo_dropped_on_the_window_goes_to_the_image_form(window, tmp_path, site):
    photo = tmp_path / "a.jpg"
    Image.new("RGB", (900, 600)).save(photo)
    window.open_path(last_issue(site))
    drop(window, photo)
    assert window.workspace.middle.currentWidget() is window.workspace.image
    assert window.workspace.image.dialog.isVisible()
    window.workspace.image.dialog.reject()


def test_a_licence_is_chosen_from_the_list(window, site, qtbot):
    window.open_path(last_issue(site))
    window.workspace.show_page("image")
    form = window.workspace.image
    form.attribution.paste.textEdited.emit("https://commons.wikimedia.org/wiki/File:Tor.jpg")
    hint = form.attribution.origin.hint
    qtbot.waitUntil(lambda: "licences of their own" in hint.text())
    form.attribution.license.setCurrentIndex(form.attribution.license.findText("CC BY-SA 4.0"))
    form.attribution.license.activated.emit(form.attribution.license.currentIndex())
    assert (
        '<a href="https://creativecommons.org/licenses/by-sa/4.0/deed.de">CC BY-SA 4.0</a>'
        in window.session.issue.front.text("images", 0, "attribution")
    )
    line = window.session.text
    form.attribution.paste.textEdited.emit("irgendwas")
    assert "Neither an attribution" in hint.text()
    assert window.session.text == line


# --- ways out -------------------------------------------------------------------------------------


def test_a_collision_needs_a_tick(window, qtbot, site, tmp_path, monkeypatch):
    draft = tmp_path / "entwurf.md"
    draft.write_text(OLD.replace("Prosa.", "Andere Prosa."), encoding="utf-8")
    choose_site(window, site, monkeypatch)
    window.open_path(draft)
    dialog = publish_dialog(window, qtbot)
    assert len(dialog.collisions) == 1
    assert not dialog.write_button.isEnabled()
    assert "the tick above" in dialog.reason.text()
    assert dialog.replace.isVisible()
    assert "Andere Prosa" in dialog.files.comparison.page.toPlainText()
    dialog.replace.setChecked(True)
    assert dialog.reason.text() == ""
    write_all(dialog, qtbot)
    assert last_issue(site).read_text(encoding="utf-8") == window.session.text
    assert window.session.path == draft  # a draft stays one


def test_an_entry_without_a_calendar_file_is_told_before_anything_is_written(window, qtbot, site):
    path = last_issue(site)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("04.03.2026", "30.02.2026"), encoding="utf-8")
    window.open_path(path)
    dialog = publish_dialog(window, qtbot)
    [missing] = dialog.files.tree.findItems("No calendar file", Qt.MatchFlag.MatchContains)
    dialog.files.tree.setCurrentItem(missing)
    assert "30.02.2026" in dialog.files.comparison.page.toPlainText()


def test_what_changed_since_the_look_is_not_overwritten(window, qtbot, site, tmp_path):
    window.open_path(last_issue(site))
    window.workspace.show_page("head")
    type_into(window.workspace.head.fields["author"].line, "Neu")
    leave(window.workspace.head.fields["author"].line)
    dialog = publish_dialog(window, qtbot)
    last_issue(site).write_text("von anderen\n", encoding="utf-8")
    dialog.write_button.click()
    assert "has changed since you looked" in dialog.bar.text
    assert last_issue(site).read_text(encoding="utf-8") == "von anderen\n"
    dialog.reject()


def test_a_failing_commit_leaves_folder_and_dialog(window, qtbot, checkout):
    window.open_path(last_issue(checkout))
    hook = checkout / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'nein' >&2\nexit 1\n")
    hook.chmod(0o755)
    window.workspace.show_page("head")
    type_into(window.workspace.head.fields["author"].line, "Neu")
    dialog = publish_dialog(window, qtbot)
    choose_git(dialog, qtbot)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "Git says: nein" in dialog.bar.text)
    assert last_issue(checkout).read_text(encoding="utf-8") == OLD
    assert git(checkout, "status", "--porcelain") == ""
    assert not window.session.saved
    assert dialog.write_button.isEnabled()
    dialog.reject()


def test_a_zip_for_the_browser(window, qtbot, site, tmp_path, monkeypatch):
    window.open_path(last_issue(site))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.zip"), ""))
    dialog = publish_dialog(window, qtbot)
    dialog.box.zip_button.setChecked(True)
    dialog.write_button.click()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
    assert names[:3] == [
        "README.html",
        "content/blog/2026-02-09-out-in-the-open-january-2026.md",
        "static/blog/out-in-the-open-2026-01-header.jpg",
    ]
    assert len(names) == 6
    assert all(name.startswith("static/calendar/") for name in names[3:])
    assert str(tmp_path / "a.zip") in window.bar.text


def test_whether_calendar_files_are_ticked_is_remembered(window, qtbot, site, tmp_path):
    """A draft leads to them, so they go along; who does not want them says so once."""
    window.open_path(last_issue(site))
    dialog = publish_dialog(window, qtbot)
    calendars = [row.item for row in dialog.files.rows if row.planned.file.path.endswith(".ics")]
    folder = calendars[0].parent()
    assert folder.checkState(0) == Qt.CheckState.Checked
    folder.setCheckState(0, Qt.CheckState.Unchecked)
    dialog.reject()
    assert window.settings.now.calendar_files  # nothing was published
    dialog = publish_dialog(window, qtbot)
    folder = dialog.files.rows[2].item.parent()
    folder.setCheckState(0, Qt.CheckState.Unchecked)
    write_all(dialog, qtbot)
    dialog = publish_dialog(window, qtbot)
    assert dialog.files.rows[2].item.checkState(0) == Qt.CheckState.Unchecked
    dialog.reject()


def test_without_a_site_one_can_be_chosen(window, qtbot, site, tmp_path, monkeypatch):
    draft = tmp_path / "weit/weg/2026-03-02-out-in-the-open-february-2026.md"
    draft.parent.mkdir(parents=True)
    draft.write_text(OLD, encoding="utf-8")
    window.open_path(draft)
    dialog = publish_dialog(window, qtbot)
    assert dialog.root is None
    assert not dialog.write_button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(site))
    dialog.folder_button.click()
    assert dialog.root == site
    assert window.settings.now.site == str(site)
    qtbot.waitUntil(lambda: dialog.complete)
    dialog.reject()


@pytest.mark.parametrize(
    ("kind", "suffix", "words"),
    [
        ("HTML page (*.html)", ".html", "<main>"),
        ("HTML for mail (*.html)", "-mail.html", "style="),
        ("Plain text (*.txt)", ".txt", "===="),
        ("Calendar of all events (*.ics)", ".ics", "REFRESH-INTERVAL"),
        ("Markdown (*.md)", ".md", "Prosa"),
    ],
)
def test_other_formats(window, site, tmp_path, monkeypatch, kind, suffix, words):
    window.open_path(last_issue(site))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "aus"), kind))
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window.publishing.export_as()
    assert words in (tmp_path / f"aus{suffix}").read_text(encoding="utf-8")
    assert ("Gmail" in window.bar.text) == ("mail" in suffix)
    answers(window.bar)["Show folder"].click()
    assert opened == [str(tmp_path)]


CUT_OFF_EXPORT = """
import os, sys
from pathlib import Path
from editor.app.site.site_transaction import commit_files
from editor.core.publishing.site_files import SiteFile, SiteFileKind

replace = os.replace


def die_on_the_way(source, target):
    if Path(target).name == "neu.md":
        os._exit(9)
    replace(source, target)


os.replace = die_on_the_way
commit_files(Path(sys.argv[1]), [SiteFile("content/blog/neu.md", b"neu\\n", SiteFileKind.PAGE)])
"""
"""An export whose process dies when everything is prepared, and nothing is in its place."""


def test_a_cut_off_export_is_finished_when_the_site_is_opened(window, site):
    export = subprocess.run([sys.executable, "-c", CUT_OFF_EXPORT, str(site)], cwd=ROOT)
    assert export.returncode == 9
    assert not (site / "content/blog/neu.md").exists()
    assert len(list(site.glob(f"{STAGING}*"))) == 1
    window.open_path(last_issue(site))
    assert (site / "content/blog/neu.md").read_bytes() == b"neu\n"
    assert list(site.glob(f"{STAGING}*")) == []


def test_what_other_pages_hold_is_offered(window, qtbot, site):
    for name in (
        "2026-01-12-out-in-the-open-december-2025.md",
        "2025-12-08-out-in-the-open-november-2025.md",
    ):
        (site / "content/blog" / name).write_text(
            OLD.replace("community", "netzkultur"), encoding="utf-8"
        )
    with qtbot.waitSignal(window.suggestion_loader.loaded):
        window.open_path(last_issue(site))
    window.workspace.show_page("head")
    topic = window.workspace.head.fields["topic"].box
    author = window.workspace.head.fields["author"].line
    assert topic.findText("netzkultur") >= 0
    assert topic.currentText() == "community"
    assert author.completer().model().stringList() == ["Ada Beispiel"]
    window.workspace.show_page("image")
    assert window.workspace.image.name.completer().model().stringList() == [
        "out-in-the-open-2026-01-header.jpg"
    ]


def test_what_is_ticked_while_files_are_written_is_not_taken_for_written(
    window, qtbot, tmp_path, checkout
):
    """A slow hook: nothing can be changed or closed meanwhile, and the result arrives."""
    hook = checkout / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nsleep 1\n")
    hook.chmod(0o755)
    window.open_path(last_issue(checkout))
    new_issue(window).create_button.click()
    dropped_photo(window, qtbot, tmp_path).use_button.click()
    dialog = publish_dialog(window, qtbot)
    dialog.files.rows[1].item.setCheckState(0, Qt.CheckState.Unchecked)
    choose_git(dialog, qtbot)
    dialog.write_button.click()
    assert not dialog.files.tree.isEnabled()
    assert not dialog.buttons.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.publication is not None)
    assert window.session.site.pending_photos.path("out-in-the-open-2026-02-header.jpg")
    assert window.session.path
    assert window.session.saved
    assert "Committed" in window.bar.text


def test_exporting_under_a_completed_name_asks(window, site, tmp_path, monkeypatch):
    window.open_path(last_issue(site))
    (tmp_path / "aus.html").write_text("meins")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "aus"), "HTML page (*.html)")
    )
    window.publishing.export_as()
    assert (tmp_path / "aus.html").read_text() == "meins"
    assert "exists already" in window.bar.text
    answers(window.bar)["Replace it"].click()
    assert "<main>" in (tmp_path / "aus.html").read_text(encoding="utf-8")


def test_a_photo_finds_its_site_and_its_new_name(window, qtbot, tmp_path, site, monkeypatch):
    draft = tmp_path / "weit/weg/2026-03-02-out-in-the-open-february-2026.md"
    draft.parent.mkdir(parents=True)
    draft.write_text(OLD, encoding="utf-8")
    window.open_path(draft)
    dropped_photo(window, qtbot, tmp_path).use_button.click()
    choose_site(window, site, monkeypatch)
    name = "out-in-the-open-2026-01-header.jpg"
    assert window.session.site.root == site
    assert window.session.site.pending_photos.path(name)
    window.workspace.image.refresh()
    window.workspace.image.name.setFocus()
    type_into(window.workspace.image.name, "neu.jpg")
    leave(window.workspace.image.name)
    assert window.session.site.pending_photos.path("neu.jpg")


def test_the_programs_sample_is_no_site_to_write_to(window):
    window.open_sample()
    assert window.session.site_root is None
    new_issue(window).create_button.click()
    assert window.session.home is None


def test_attributions_that_are_no_addresses_are_no_fault(window, site):
    path = last_issue(site)
    path.write_text(
        OLD.replace("https://pixabay.com/photos/alt-1/", "https://[x"), encoding="utf-8"
    )
    window.open_path(path)
    window.workspace.show_page("image")
    window.workspace.image.attribution.paste.textEdited.emit("https://[x")
    dialog = new_issue(window)
    type_into(dialog.options.photo, "https://[x")
    dialog.create_button.click()
    assert dialog.isVisible()
    assert "neither an attribution" in dialog.bar.text
    dialog.reject()


PIXEL = """(() => {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    const picture = document.querySelector('.header-image img')
    if (!picture.complete) return null
    context.drawImage(picture, 0, 0)
    return [...context.getImageData(9, 9, 1, 1).data]
})()"""
"""The color of the header image at a place inside."""


def test_the_preview_shows_a_photo_as_soon_as_it_is_chosen(make_window, qtbot, tmp_path, site):
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched):
        window.open_path(last_issue(site))
    view, blue = window.workspace.pane.view, [0, 0, 254, 255]
    qtbot.waitUntil(lambda: script(qtbot, view, PIXEL) == blue)
    dropped_photo(window, qtbot, tmp_path).use_button.click()

    def is_grey():  # as the noise of the photo is
        color = script(qtbot, view, PIXEL) or blue
        return max(color[:3]) - min(color[:3]) < 16

    qtbot.waitUntil(is_grey)


def test_a_wrong_time_leaves_the_date_alone(window, site):
    window.open_path(last_issue(site))
    window.workspace.show_page("event")
    window.workspace.middle.events.select(1)
    fields = window.workspace.middle.events.fields
    type_into(fields.start_day, "5.3.2026")
    leave(fields.start_day)
    type_into(fields.start_time, "25")
    leave(fields.start_time)
    assert "Donnerstag, 05.03.2026, 10:00-11:30" in window.session.text
    assert fields.start_time.text() == "25"
    said = {label.text() for label in fields.findChildren(QLabel, "problem")}
    assert any(words.startswith("⚠ “25” is no time.") for words in said)


def test_a_pasted_picture_becomes_the_header(window, qtbot):
    window.open_path(SAMPLE)
    window.workspace.show_page("image")
    picture = QImage(900, 600, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(picture)
    form = window.workspace.image
    form.photo_button.setFocus()
    QTest.keyClick(form.photo_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.dialog is not None)
    form.dialog.close()
