"""A site without kinds of page is offered to have them learned from its pages."""

import pytest
from editor.app.services.profile_registry import load_own_profiles, own_profile_path
from editor.app.services.site_reading import OWN_PROFILE
from editor.core.profiles.profile import FieldKind
from editor.ui.wording.field_kinds import field_kind_names
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.qt_input import leave, type_into


@pytest.fixture
def page(tmp_path):
    root = tmp_path / "site"
    files = {
        "_config.yml": "title: Verein\nlang: de\n",
        "_posts/2026-01-02-a.md": "---\ntitle: A\nnummer: 1\nort: {stadt: Ulm}\n---\nText\n",
        "_posts/2026-01-03-b.md": "---\ntitle: B\nnummer: 2\n---\nText\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root / "_posts" / "2026-01-02-a.md"


def open_dialog(window, page, qtbot):
    window.open_path(page)
    QApplication.processEvents()
    assert "“Verein” has no kinds of page yet" in window.bar.text
    (button,) = window.bar.buttons
    button.click()
    qtbot.waitUntil(lambda: window.site_kinds.dialog is not None)
    return window.site_kinds.dialog


def test_kinds_are_learned_corrected_and_kept_in_the_site(window, page, qtbot):
    dialog = open_dialog(window, page, qtbot)
    posts = dialog.tree.topLevelItem(0)
    assert [posts.child(row).text(3) for row in range(3)] == ["title", "nummer", "ort"]
    posts.setText(0, "Beitrag")
    posts.child(0).setText(0, "Titel")
    posts.child(1).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.for_all.setChecked(True)
    dialog.accept()
    QApplication.processEvents()
    root = page.parent.parent
    (profile,) = load_own_profiles(root)
    assert profile.label == {"de": "Beitrag"}
    assert [field.key for field in profile.fields] == ["title", "ort"]
    assert profile.fields[0].label == {"de": "Titel"}
    assert profile.fields[1].widget is FieldKind.MAP
    assert (root / OWN_PROFILE).is_file()
    assert window.session.profile.name == profile.name
    window.workspace.show_page("head")
    assert {"title", "ort.stadt"} <= set(window.workspace.head.fields)
    assert window.session.text == page.read_text(encoding="utf-8")


def test_lists_of_events_are_proposed_shown_and_kept(window, page, qtbot):
    lines = "".join(
        f"* 2026-02-0{day} | Ulm | [Treff {day}](https://x.org/{day})\n" for day in range(3, 7)
    )
    page.write_text(
        f"---\ntitle: A\ndate: 2026-02-01\n---\n## Bald\n\n{lines}\n## Mehr\n\nText\n",
        encoding="utf-8",
    )
    dialog = open_dialog(window, page, qtbot)
    posts = dialog.tree.topLevelItem(0)
    row = posts.child(posts.childCount() - 1)
    assert row.text(0) == "Events: 4 of 4 lines are read"
    assert row.text(3) == "Bald"
    assert row.child(0).text(1) == "date, place, title, link"
    dialog.accept()
    QApplication.processEvents()
    assert [event.title for event in window.session.issue.events] == [
        f"Treff {day}" for day in range(3, 7)
    ]
    window.workspace.show_page("event")
    fields = window.workspace.middle.events.fields
    assert not fields.where.venue.isVisible()
    assert not fields.group.isVisible()
    assert fields.place_line.text() == "Ulm"
    type_into(fields.place_line, "Neu-Ulm")
    leave(fields.place_line)
    assert "* 2026-02-03 | Neu-Ulm | [Treff 3]" in window.session.text
    window.workspace.middle.events.add_entry()
    assert "* 2026-02-03 |  | [Neuer Termin]()\n* 2026-02-04" in window.session.text


def test_folders_and_names_of_files_are_corrected(window, page, qtbot):
    dialog = open_dialog(window, page, qtbot)
    posts = dialog.tree.topLevelItem(0)
    assert (posts.text(1), posts.text(3)) == ("{date}-{slug}.md", "_posts")
    posts.setText(1, "{date}-brief.md")
    posts.setText(3, "/briefe/")
    (profile,) = dialog.profiles
    assert (profile.file, profile.content) == ("{date}-brief.md", "briefe")
    assert profile.match.paths == ("briefe/*.md",)
    dialog.tree.itemDoubleClicked.emit(posts.child(0), 3)
    assert not dialog.tree.isPersistentEditorOpen(posts.child(0), 3)


def test_forms_that_are_unticked_are_not_kept(window, page, qtbot):
    lines = "".join(f"* 2026-02-0{day}: Treff\n" for day in range(3, 7))
    page.write_text(f"---\ntitle: A\n---\n## Bald\n\n{lines}", encoding="utf-8")
    dialog = open_dialog(window, page, qtbot)
    posts = dialog.tree.topLevelItem(0)
    posts.child(posts.childCount() - 1).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.accept()
    QApplication.processEvents()
    assert window.session.issue.events == ()


def test_kinds_may_be_kept_for_oneself(window, page, qtbot):
    dialog = open_dialog(window, page, qtbot)
    box = dialog.tree.itemWidget(dialog.tree.topLevelItem(0).child(1), 1)
    box.setCurrentIndex(box.findData(FieldKind.TEXT))
    dialog.accept()
    root = page.parent.parent
    assert not (root / OWN_PROFILE).exists()
    assert own_profile_path(root).is_file()
    (profile,) = load_own_profiles(root)
    assert profile.fields[1].widget is FieldKind.TEXT


def test_nobody_is_asked_twice(window, page, qtbot):
    open_dialog(window, page, qtbot).reject()
    window.bar.clear()
    other = page.parent / "2026-01-03-b.md"
    window.open_path(other)
    QApplication.processEvents()
    assert "kinds of page" not in window.bar.text
    assert window.session.profile.name == "generic"


def test_without_a_site_nobody_is_asked(window, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\n---\n")
    window.open_path(path)
    QApplication.processEvents()
    assert window.bar.text == ""


def test_every_kind_of_field_has_a_name():
    names = field_kind_names()
    assert set(names) == set(FieldKind)
    assert len(set(names.values())) == len(names)
