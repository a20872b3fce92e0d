"""The page of the inbox beside an issue of a site with an earlier one."""

import pytest
from editor.ui.workspace.pages import Page

EARLIER = """---
title: Earlier
---

## Climate
* [Ice](https://ice.example/melting) is melting in the climate of today

## Software
* [Code](https://code.example/tool) for everybody
"""
TEXT = """---
title: Now
---

## Climate
* [Heat](https://heat.example/)

## Software

Words.
"""


@pytest.fixture
def site(tmp_path):
    (tmp_path / "hugo.toml").write_text('baseURL = "https://news.example/"\n')
    pages = tmp_path / "content" / "posts"
    pages.mkdir(parents=True)
    (pages / "2026-01-05-earlier.md").write_text(EARLIER)
    (pages / "2026-02-02-now.md").write_text(TEXT)
    return tmp_path


@pytest.fixture
def page(make_window, site, qtbot):
    window = make_window()
    window.open_path(site / "content" / "posts" / "2026-02-02-now.md")
    window.workspace.show_page(Page.INBOX)
    page = window.workspace.middle.inbox
    page.window_of_test, page.text_of_test = window, TEXT
    qtbot.waitUntil(lambda: bool(page.inbox._sorter.past.uses), timeout=10_000)
    return page
