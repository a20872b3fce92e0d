"""The next issue of a newsletter that nobody has configured: learned, begun, saved to its place."""

from datetime import date, timedelta

import pytest
from editor.core.profiles.loading import load_profiles
from PySide6.QtWidgets import QApplication

PROFILE = """
name = "weekly"
language = "en"
content = "content"
file = "{date}-weekly.md"
[match]
paths = ["content/*.md"]
[[field]]
key = "title"
"""


@pytest.fixture
def page(tmp_path):
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "pelicanconf.py").write_text("SITENAME = 'W'\nPATH = 'content'\n", encoding="utf-8")
    (root / ".rundbrief.toml").write_text(PROFILE, encoding="utf-8")
    for number in range(1, 4):
        day = date(2126, 6, 1) + timedelta(weeks=number)
        (root / "content" / f"{day}-weekly.md").write_text(
            f"Title: The Weekly {number}\nDate: {day}\n\nWelcome!\n\nThis is news {number * 7}.\n",
            encoding="utf-8",
        )
    assert load_profiles(PROFILE)
    return root / "content" / "2126-06-22-weekly.md"


def test_it_is_proposed_made_and_saved(window, page):
    window.open_path(page)
    QApplication.processEvents()
    window.publishing.new_issue()
    dialog = window.publishing.dialog
    assert dialog.source.currentText() == "The Weekly 3"
    assert dialog.title.text() == "The Weekly 4"
    assert dialog.day.date().toString("yyyy-MM-dd") == "2126-06-29"
    assert not dialog.month.isVisible()
    assert not dialog.options.photo.isVisible()
    assert dialog.options.names.text() == "File: 2126-06-29-weekly.md"
    dialog.accept()
    QApplication.processEvents()
    assert window.session.text == "Title: The Weekly 4\nDate: 2126-06-29\n\nWelcome!\n\n"
    assert window.session.place == page.with_name("2126-06-29-weekly.md")


def test_a_newsletter_about_months_is_asked_for_its_month(window):
    window.open_sample()
    window.publishing.new_issue()
    dialog = window.publishing.dialog
    assert dialog.month.isVisible()
    assert dialog.full_title.text().startswith("Title: ")
