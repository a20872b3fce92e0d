"""A format is added in one place: a row of EXPORT_FORMATS brings it to shell, menu and help."""

import re

import pytest
from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.app.site.export_formats import EXPORT_FORMATS, Export, ExportFormat, ExportSource
from editor.app.site.site import Site
from editor.cli import main
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.issue.issue import parse_issue
from editor.ui.main_window.publishing import Publishing
from editor.ui.main_window.window_callbacks import WindowCallbacks
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from helpers.corpus import ROOT, SAMPLE


@pytest.fixture
def fake_format(monkeypatch):
    """A format of these tests: an issue's text in capitals."""
    fake = ExportFormat(
        translate("core", "Capital letters"),
        ".caps",
        lambda source: Export(source.content.decode().upper().encode()),
    )
    monkeypatch.setitem(EXPORT_FORMATS, "capitals", fake)
    return fake


@pytest.fixture
def publishing(shelf, qtbot, tmp_path):
    """What the menu's exports run in, with a copy of the sample open; ``messages`` what it says."""
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    session, window, messages = Session(shelf), QWidget(), []
    qtbot.addWidget(window)
    callbacks = WindowCallbacks(
        show_position=lambda _: None,
        say=lambda text, answers, warning: messages.append(text),
        finish_field=lambda: None,
        begin=lambda change: True,
        refresh_pictures=lambda: None,
        hold_disk=lambda is_held: None,
        diagnostics=lambda: (),
    )
    publishing = Publishing(session, settings, window, callbacks)
    publishing.messages = messages
    path = tmp_path / SAMPLE.name
    path.write_bytes(SAMPLE.read_bytes())
    session.open(path)
    yield publishing
    publishing.close()


@pytest.fixture
def save_dialog(monkeypatch):
    """The dialog that asks where to: ``answer`` is what the user says, ``asked`` what it offers."""

    class SaveDialog:
        answer = ("", "")
        asked: list[str] = []

    def ask(parent, title, path, filters):
        SaveDialog.asked = filters.split(";;")
        return SaveDialog.answer

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return SaveDialog


def is_documented(name):
    """Whether a word stands in the texts that tell users how the program is used."""
    paths = [ROOT / "README.md", *(ROOT / "resources" / "help").glob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in paths if path.is_file()]
    return any(re.search(rf"\b{re.escape(name)}\b", text) for text in texts)


def test_the_command_line_offers_a_new_format(fake_format, capsys):
    assert main.main(["export", "--help"]) == 0
    assert "capitals" in capsys.readouterr().out


def test_the_command_line_writes_a_new_format(fake_format, tmp_path):
    assert main.main(["export", "--to", "capitals", "--out", str(tmp_path), str(SAMPLE)]) == 0
    written = (tmp_path / f"{SAMPLE.stem}.caps").read_text(encoding="utf-8")
    assert written == SAMPLE.read_text(encoding="utf-8").upper()


def test_the_menu_offers_a_new_format(fake_format, publishing, save_dialog):
    publishing.export_as()
    assert "Capital letters (*.caps)" in save_dialog.asked


def test_the_menu_writes_a_new_format(fake_format, publishing, save_dialog, tmp_path):
    save_dialog.answer = (str(tmp_path / "ausgabe"), "Capital letters (*.caps)")
    publishing.export_as()
    written = (tmp_path / "ausgabe.caps").read_text(encoding="utf-8")
    assert written == SAMPLE.read_text(encoding="utf-8").upper()
    assert publishing.messages == [f"Written: {tmp_path / 'ausgabe.caps'}"]


def test_the_menu_offers_what_the_table_says(publishing, save_dialog):
    publishing.export_as()
    labels = [offer.partition(" (*")[0] for offer in save_dialog.asked]
    assert labels == [str(each.label) for each in EXPORT_FORMATS.values() if each.in_menu]


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_every_format_is_documented(name):
    assert is_documented(name)


def test_a_format_that_is_not_documented_would_be_found(fake_format):
    assert not is_documented("capitals")


def test_a_page_without_events_says_so():
    issue = parse_issue("---\ntitle: A\n---\nText\n")
    source = ExportSource(issue, b"", "a.md", Site(None, None))
    with pytest.raises(InputRejected, match="No event"):
        EXPORT_FORMATS["feed"].export(source)
    export = EXPORT_FORMATS["ics"].export(source)
    (problem,) = export.problems
    assert not problem.is_missing
    assert "No event" in str(problem.message)
