"""Looking for a newer release: on a click, or monthly where it is allowed; never by itself."""

import pytest
from editor import HOME_PAGE
from editor.app.services.releases import Release
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.ui.main_window import updates
from PySide6.QtGui import QDesktopServices

NEW = Release("99.1", f"{HOME_PAGE}/releases/tag/v99.1")
OLD = Release("0.0.1", f"{HOME_PAGE}/releases/tag/v0.0.1")


@pytest.fixture
def asked(monkeypatch):
    """How often the home page was asked; ``asked.answer`` is what it says."""

    class Asked(list):
        answer = NEW

    counted = Asked()

    def fetch_release(_):
        counted.append(1)
        if isinstance(counted.answer, Exception):
            raise counted.answer
        return counted.answer

    monkeypatch.setattr(updates, "fetch_release", fetch_release)
    return counted


def act(window, text):
    next(button for button in window.bar.buttons if button.text() == text).click()


def test_a_newer_release_leads_to_its_page(window, qtbot, asked, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.actions_by_name["look_for_updates"].trigger()
    qtbot.waitUntil(lambda: "99.1 is out" in window.bar.text)
    act(window, "See what is new")
    assert opened == [NEW.page]


def test_the_newest_one_says_so_and_offers_to_look_monthly(window, qtbot, asked):
    asked.answer = OLD
    window.help.look_for_updates()
    qtbot.waitUntil(lambda: "This is the newest" in window.bar.text)
    assert not window.settings.now.updates
    act(window, "Look each month")
    assert window.settings.now.updates


def test_what_fails_is_said_only_to_who_has_asked(window, qtbot, asked):
    asked.answer = InputRejected(translate("core", "Nobody is there."))
    window.settings.keep(updates=True)
    window.help.look_for_updates_monthly()
    qtbot.waitUntil(lambda: len(asked) == 1)
    qtbot.wait(100)
    assert "Nobody" not in window.bar.text
    window.help.look_for_updates()
    qtbot.waitUntil(lambda: "Nobody is there." in window.bar.text)


def test_unasked_nothing_is_fetched_and_allowed_once_a_month(window, qtbot, asked):
    window.help.look_for_updates_monthly()
    assert window.help.updates is None
    window.settings.keep(updates=True)
    window.help.look_for_updates_monthly()
    qtbot.waitUntil(lambda: "99.1 is out" in window.bar.text)
    window.help.look_for_updates_monthly()
    qtbot.wait(100)
    assert len(asked) == 1
