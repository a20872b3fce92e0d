"""A picture of every window and dialog, in German and English, light and dark, at 1x and 2x.

screenshots.py [DIR]                    all of them (DIR: shots)
screenshots.py DIR --one de light 1          one round, in this process
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = [
    (language, scheme, scale)
    for language in ("de", "en")
    for scheme in ("light", "dark")
    for scale in ("1", "2")
]


def everything(folder: Path) -> None:
    for language, scheme, scale in ROUNDS:
        environment = os.environ | {"QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, __file__, str(folder), "--one", language, scheme, scale]
        subprocess.run(command, env=environment, check=True)
    print(f"shots: {len(list(folder.glob('*.png')))} pictures in {folder}")


def one_round(folder: Path, language: str, scheme: str, scale: str) -> None:
    from editor.app.services.settings import Settings
    from editor.ui import main
    from PySide6.QtCore import QSettings

    app = main.make_application(language)
    if scheme == "dark":
        app.setPalette(dark_palette())
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(QSettings(str(Path(name) / "s.ini"), QSettings.Format.IniFormat))
        window = main.make_window(settings)
        window.resize(1360, 860)
        window.show()

        def take(title: str, widget: object = None, wait: int = 350) -> None:
            wait_for(wait)
            picture = (widget or window).grab()  # type: ignore[attr-defined]
            picture.save(str(folder / f"{title}-{language}-{scheme}-{scale}x.png"))

        take("start")
        patched = []
        window.preview_patched.connect(lambda: patched.append(True))
        window.open_sample()
        for _ in range(100):
            wait_for(150)
            if patched and drawn(window.workspace.pane.views.grab().toImage()):
                break
        for title, show in scenes(window):
            show()
            take(title)
        for title, dialog in dialogs(window):
            dialog.show()
            take(title, dialog)
            dialog.close()
        window.session.stack.setClean()
        window.close()


def wait_for(milliseconds):
    """QTest.qWait keeps the interpreter to itself, and the renderer's thread would starve."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def drawn(image):
    """Whether a page is to be seen: the engine paints some time after it has the page."""
    small = image.scaled(40, 40)
    return len({small.pixel(x, y) for x in range(40) for y in range(40)}) > 30


def dark_palette():
    """A dark palette for platforms that have none of their own, such as the pictures of the README."""
    from PySide6.QtGui import QColor, QPalette

    palette = QPalette(QColor("#333a47"))
    for role, colour in (
        (QPalette.ColorRole.Window, "#272c36"),
        (QPalette.ColorRole.Base, "#1a1e26"),
        (QPalette.ColorRole.AlternateBase, "#20252f"),
        (QPalette.ColorRole.Text, "#e7eaf0"),
        (QPalette.ColorRole.WindowText, "#e7eaf0"),
        (QPalette.ColorRole.ButtonText, "#e7eaf0"),
        (QPalette.ColorRole.Button, "#39414f"),
        (QPalette.ColorRole.PlaceholderText, "#8891a1"),
        (QPalette.ColorRole.Highlight, "#2f66b3"),
        (QPalette.ColorRole.HighlightedText, "#ffffff"),
        (QPalette.ColorRole.ToolTipBase, "#2b313c"),
        (QPalette.ColorRole.ToolTipText, "#e7eaf0"),
        (QPalette.ColorRole.Link, "#7db7ff"),
    ):
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#6c7585"))
    return palette


def scenes(window):
    """Every page of the window, and what the message bar looks like."""
    from editor.ui.workspace.outline import OutlinePart

    yield "head", window.workspace.show_head
    yield "image", window.workspace.show_image
    yield "events", lambda: (window.workspace.show_events(), window.workspace.events.select(1))
    yield "meetings", lambda: window.workspace.outline.choose(OutlinePart("meeting"))
    yield "deadlines", lambda: window.workspace.outline.choose(OutlinePart("deadline"))
    yield (
        "source",
        lambda: window.workspace.outline.choose(
            OutlinePart("source", window.session.text.index("## Veranst"))
        ),
    )
    yield "find", window.workspace.find_words
    yield "disk", window._offer_disk
    yield "inspector", lambda: (window.bar.clear(), point_at_calendar(window, 2))
    yield (
        "phone",
        lambda: (window.workspace.pane.inspector.hide(), window.workspace.pane.toggle_phone()),
    )
    yield (
        "page-other-colours",
        lambda: (window.workspace.pane.toggle_phone(), window.workspace.pane.toggle_dark()),
    )
    yield (
        "find-in-page",
        lambda: (
            window.workspace.pane.toggle_dark(),
            window.workspace.pane.find_in_page(),
            window.workspace.pane.find_bar.words.setText("der"),
            window.workspace.pane.find_bar.find_next(),
        ),
    )
    yield "problems", lambda: (window.workspace.pane.find_bar.close_bar(), show_diagnostics(window))
    yield (
        "problems-source",
        lambda: (
            window.workspace.outline.choose(OutlinePart("source")),
            window.workspace.source.go_to(0),
        ),
    )
    yield (
        "problems-event",
        lambda: window.workspace.navigator.go_to_diagnostic(choose(window, "weekday")),
    )
    yield "problems-word", lambda: choose(window, "spelling")
    yield "menu", lambda: window.workspace.pane.find_bar.close_bar()


def show_diagnostics(window):
    """A slip or two, examined, and the list open on one of them."""
    from editor.core.base.edits import Edit

    text = window.session.text
    at = text.index("* Mittwoch")
    window.session.apply(
        [
            Edit(at, at + 10, "* Dienstag"),
            Edit(text.index("Der Februar"), text.index("Der Februar") + 3, "Der Der"),
        ],
        "",
    )
    while not window.workspace.check_runner.current:
        wait_for(100)
    window.workspace.diagnostics.show_open(True)
    window.workspace.diagnostics.tree.setCurrentItem(
        next(item for item in window.workspace.diagnostics.tree.leaves() if "⛔" in item.text(0))
    )


def choose(window, code):
    """Choose the first problem of a kind, if there is one; the one that is chosen."""
    diagnostics = window.workspace.diagnostics
    of_kind = [item for item in diagnostics.tree.leaves() if item.data(0, 256).code == code]
    diagnostics.tree.setCurrentItem((of_kind or diagnostics.tree.leaves())[0])
    return diagnostics.chosen


def point_at_calendar(window, number):
    """As if the n-th calendar link of the page had been clicked."""
    from editor.ui.preview.page import find_place

    event = window.session.issue.events[number]
    window.workspace.pane.show_position(event.span.start)
    window.workspace.pane._on_calendar(
        find_place(window.workspace.pane._page, event.span.start),
        event.href.of(window.session.text),
        True,
    )


PASTED = """* Mittwoch, 11.03.2026, 17:00-18:30, online: **Digitale Sprechstunde für Vereine**
  * https://sprechstunde.example
* 4. April 2026, 19 Uhr, Bürgerhaus, Marktplatz 1, 50667 Köln: Datenabend
* Leipzig: jeden zweiten Montag im Monat, 19:00, online
* [Preis für offene Daten](https://preis.example), Bewerbungen bis 30.04.2026
"""


def old_link(session):
    """The first event's link as real issues have them, an hour off."""
    from editor.core.base.edits import Edit
    from editor.core.calendar.entry import encode_link

    event = session.issue.events[0]
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "SUMMARY:Digitale Sprechstunde",
        "DTSTART:20260311T180000",
        "LINK;VALUE=UID:https://x.example",
        "END:VEVENT",
    ]
    data = "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
    return Edit(event.href.start, event.href.end, "data:text/calendar;base64," + encode_link(data))


def dialogs(window):
    """Every dialog, with something in it."""
    from datetime import date

    from editor.core.events.link_refresh import find_refreshes
    from editor.core.frontmatter.editing import put_value
    from editor.ui.dialogs.diff import DiffDialog
    from editor.ui.dialogs.import_dialog import ImportDialog
    from editor.ui.dialogs.new_issue_dialog import NewIssueDialog
    from editor.ui.dialogs.photo_dialog import PhotoDialog
    from editor.ui.dialogs.publish_dialog import PublishDialog
    from editor.ui.dialogs.refresh_dialog import RefreshDialog
    from PySide6.QtCore import QMimeData

    review = ImportDialog(window.session, window)
    data = QMimeData()
    data.setText(PASTED)
    review.take(data)
    yield "import", review
    before = window.session.text
    window.session.apply([old_link(window.session)], "")
    yield (
        "renew",
        RefreshDialog(
            window.session,
            find_refreshes(window.session.edit_context(), window.session.issue.entries),
            window,
        ),
    )
    window.session.stack.undo()
    window.session.apply(
        put_value(
            before,
            window.session.issue.front,
            ("title",),
            "Frühlingserwachen – Out in the Open Februar 2026",
        ),
        "",
    )
    intro = window.tr("“{0}” exists. These lines will be replaced (−) and written (+).").format(
        window.session.path.name
    )
    yield (
        "export",
        DiffDialog(
            window,
            window.tr("Export"),
            intro,
            before,
            window.session.text,
            window.tr("Write the file"),
        ),
    )
    new = NewIssueDialog(
        window.session.registry,
        [window.session.path],
        window.session.gazetteer,
        date(2026, 3, 20),
        window,
    )
    new.title.setText("Aprilwetter")
    new.photo.setText("https://pixabay.com/photos/open-sign-123/")
    yield "new-issue", new
    with tempfile.TemporaryDirectory() as name:
        photo = PhotoDialog(large_photo(Path(name)), window.session.profile.image, "", None, window)
        photo.origin.setText("https://commons.wikimedia.org/wiki/File:Offen.jpg")
        while photo.ready is None:
            wait_for(100)
        yield "photo", photo
        site = Path(name) / "site"
        (site / "static/blog").mkdir(parents=True)
        (site / "content/blog").mkdir(parents=True)
        page = site / "content/blog" / window.session.path.name
        page.write_text(before, encoding="utf-8")
        window.session.site.pending_photos.put(
            "out-in-the-open-2026-02-header.jpg", photo.ready.data
        )
        handover = PublishDialog(window.session, lambda: site, window)
        handover.root = site
        handover.list_files()
        while not handover.complete:
            wait_for(100)
        handover.files.tree.expandAll()
        yield "handover", handover
        handover.files.tree.setCurrentItem(handover.files.rows[1].item)
        handover.git_button.setEnabled(True)
        handover.git_button.setChecked(True)
        yield "handover-picture", handover
        window.session.site.pending_photos.drop("out-in-the-open-2026-02-header.jpg")
    yield "close", close_question(window)


def large_photo(folder):
    """A drawn landscape, larger than a page needs, with an author in its EXIF."""
    from PIL import Image, ImageDraw

    picture = Image.linear_gradient("L").resize((2400, 1800)).convert("RGB")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((1500, 250, 1900, 650), fill="#ffd27a")
    pen.polygon([(0, 1800), (700, 800), (1300, 1500), (1800, 1000), (2400, 1800)], fill="#2b5d4a")
    exif = Image.Exif()
    exif[0x013B] = "Mara Beispiel"
    picture.save(folder / "IMG_2031.jpg", exif=exif, quality=92)
    return folder / "IMG_2031.jpg"


def close_question(window):
    return window.files.make_question()[0]


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "shots").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if "--one" in sys.argv:
        one_round(folder, *sys.argv[3:6])
    else:
        everything(folder)


if __name__ == "__main__":
    main()
