"""Pictures of pages: asked for where the user allows it, and never else."""

import http.server
import io

import pytest
from editor.core.importers.pages import read_picture
from editor.core.inbox.bookmark import make_bookmark
from PIL import Image

from helpers.loopback import send_answer, serving


def make_picture():
    data = io.BytesIO()
    Image.new("RGB", (1200, 630), "red").save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("head", "picture"),
    [
        ('<meta property="og:image" content="/a.png">', "https://n.example/a.png"),
        ('<meta name="twitter:image" content=" b.png ">', "https://n.example/x/b.png"),
        ('<link rel="image_src" href="//c.example/c.png">', "https://c.example/c.png"),
        ('<meta property="og:image" content="">', ""),
        ('<meta property="og:image" content="data:image/png;base64,AA">', ""),
        ('<meta property="og:image" content="https://[x">', ""),
        ('<meta property="og:image">', ""),
        ("", ""),
    ],
)
def test_a_page_names_its_picture(head, picture):
    data = f"<!doctype html><head><title>T</title>{head}</head>".encode()
    assert read_picture(data, "https://n.example/x/y.html") == picture


@pytest.fixture
def pages():
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            if self.path == "/p.png":
                send_answer(self, 200, {"Content-Type": "image/png"}, make_picture())
            else:
                name = {"/good": "/p.png", "/broken": "/good"}.get(self.path, "")
                page = f'<meta property="og:image" content="{name}">'.encode()
                send_answer(self, 200, {"Content-Type": "text/html"}, page)

        def log_message(self, *_):
            pass

    with serving(Handler) as address:
        yield address, asked


def test_the_chosen_row_shows_the_picture_of_its_page_where_that_is_allowed(page, pages, qtbot):
    address, asked = pages
    fields = page.fields
    page.pictures._settings.keep(private_addresses=True)
    page.inbox.add([make_bookmark(f"{address}/{name}") for name in ("good", "broken", "without")])
    page.table.selectRow(0)
    page.table.selectRow(1)
    qtbot.wait(50)
    assert asked == [] and fields.picture.isHidden()

    shown = [row.bookmark.address.rpartition("/")[2] for row in page.table.rows_model.rows]
    page.table.selectRow(shown.index("without"))
    fields.pictures_box.click()
    qtbot.waitUntil(lambda: not page.pictures._task.busy)
    assert asked == ["/without"] and fields.picture.isHidden()
    page.table.selectRow(shown.index("good"))
    qtbot.waitUntil(lambda: not fields.picture.isHidden())
    assert fields.picture.pixmap().deviceIndependentSize().width() == 160
    page.table.selectRow(shown.index("broken"))
    assert fields.picture.isHidden()
    qtbot.waitUntil(lambda: not page.pictures._task.busy)
    assert asked == ["/without", "/good", "/p.png", "/broken", "/good"]
    page.table.selectRow(shown.index("good"))
    assert not fields.picture.isHidden()
    assert len(asked) == 5  # it is remembered
    fields.pictures_box.click()
    assert fields.picture.isHidden()
