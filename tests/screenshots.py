"""A picture of every window and dialog, in both languages, three schemes, four sizes.

screenshots.py [DIR]                    all of them (DIR: shots)
screenshots.py DIR --one de light 1 1024x600 200 events     one of them, in this process
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
ROUNDS = [
    (language, scheme, scale, size, percent)
    for language in ("de", "en")
    for scheme in ("light", "dark", "contrast")
    for scale, size, percent in (
        ("1", "1360x860", "100"),
        ("2", "1360x860", "100"),
        ("1", "1024x600", "100"),
        ("1", "1024x600", "200"),
    )
]


def everything(folder: Path) -> None:
    """Take all pictures, each round in a process of its own."""
    for language, scheme, scale, size, percent in ROUNDS:
        environment = os.environ | {"QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, __file__, str(folder), "--one", language, scheme, scale]
        subprocess.run([*command, size, percent], env=environment, check=True)
    print(f"shots: {len(list(folder.glob('*.png')))} pictures in {folder}")


def one_round(folder, language, scheme, scale, size="1360x860", percent="100", *only) -> None:
    """Take the pictures in one language, color scheme, scale, size of window and of text."""
    from editor.app.services.settings import Settings
    from editor.ui import main
    from PySide6.QtCore import QSettings

    app = main.make_application(language)
    with tempfile.TemporaryDirectory() as name:
        for kind in ("DATA", "CACHE", "STATE", "CONFIG"):  # drafts of one's own are no part of it
            os.environ[f"XDG_{kind}_HOME"] = str(Path(name) / kind.lower())
        settings = Settings(QSettings(str(Path(name) / "s.ini"), QSettings.Format.IniFormat))
        settings.keep(scheme=scheme, text_percent=int(percent))
        window = main.make_window(settings)
        window.resize(*map(int, size.split("x")))
        window.show()
        kind = f"{language}-{scheme}-{scale}x-{size}-{percent}"

        def take(title, widget=window):
            if not only or title in only:
                wait_for(350)
                wait_until_drawn(window)
                app.processEvents()
                widget.grab().save(str(folder / f"{title}-{kind}.png"))

        wait_for(300)
        take("home-empty")
        window.front.sites.remember(make_site(Path(name)))
        wait_for(1500)
        take("home")
        window.front.search_site()
        window.front.home.page.list.search.setText("Stammtisch")
        wait_for(600)
        take("home-search")
        window.front.home.page.list.search.clear()
        open_sample(window)
        for title, show in scenes(window):
            show()
            take(title)
        for title, dialog in dialogs(window):
            dialog.show()
            take(title, dialog)
            dialog.close()
        window.session.stack.setClean()
        window.open_path(make_empty_issue(Path(name)))
        for page in ("event", "meeting", "deadline", "inbox"):
            window.workspace.show_page(page)
            take(f"empty-{page}")
        window.session.stack.setClean()
        window.close()


def show_inbox(workspace):
    """Addresses that wait, one of them used."""
    from editor.core.inbox.bookmark_files import read_bookmarks

    pasted = (
        "Haushaltsdaten der Stadt als offene Daten https://haushalt.musterstadt.example/daten\n"
        "Neue Karte der Radwege https://radwege.example/karte\n"
        "Offene Fahrpläne: was noch fehlt https://bahn.example/fahrplan\n"
        "https://news.example/2026/datenstrategie"
    )
    page = workspace.middle.inbox
    page.inbox.add(read_bookmarks(pasted, "Firefox"))
    workspace.show_page("inbox")
    page.table.selectRow(2)


def make_site(folder):
    """A site with the sample and five more issues, drafts and pages."""
    import shutil

    from helpers.corpus import SAMPLE

    root = folder / "musterstadt.example"
    shutil.copytree(SAMPLE.parents[2], root)
    text = SAMPLE.read_text(encoding="utf-8")
    for number, (title, month, day) in enumerate(
        (
            ("Lichterketten", "Dezember 2025", "2026-01-12"),
            ("Nebelkerzen", "November 2025", "2025-12-08"),
            ("Zugluft", "Oktober 2025", "2025-11-10"),
            ("Altweibersommer", "September 2025", "2025-10-13"),
        )
    ):
        older = text.replace("Frühjahrsputz", title).replace("Februar 2026", month)
        older = older.replace("2026-03-09", day) + "Noch ein Satz. " * 40 * number
        month = month.lower().replace(" ", "-")
        target = root / "content/blog" / f"{day}-out-in-the-open-{month}.md"
        target.write_text(older, encoding="utf-8")
    page = "---\ntitle: Über uns\nauthor: Mara Beispiel\ndraft: true\n---\nWer die Labs sind.\n"
    (root / "content/about.md").write_text(page, encoding="utf-8")
    return root


def make_empty_issue(folder):
    """An issue without any entry."""
    path = folder / "musterstadt.example/content/blog/2026-04-13-out-in-the-open-maerz-2026.md"
    head = "---\ntitle: Aprilwetter – Out in the Open März 2026\ndate: 2026-04-13\n---\n"
    path.write_text(f"{head}## Open Data\n\nText.\n", encoding="utf-8")
    return path


def open_sample(window):
    """Open the sample issue, and wait until its page is drawn."""
    patched = []
    window.preview_patched.connect(lambda: patched.append(True))
    window.open_sample()
    for _ in range(100):
        wait_for(150)
        if patched:
            break
    wait_until_drawn(window)


def wait_until_drawn(window):
    """Wait for the preview: the engine looks for the fonts of some signs for a second."""
    workspace = window.made_workspace
    for _ in range(30):
        views = workspace and workspace.pane.views
        if not views or not views.isVisible() or is_drawn(views.grab().toImage()):
            return
        wait_for(100)


def wait_for(milliseconds):
    """QTest.qWait keeps the interpreter to itself, and the renderer's thread would starve."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def is_drawn(image):
    """Whether a page can be seen: the engine paints some time after it has the page."""
    small = image.scaled(40, 40)
    return len({small.pixel(x, y) for x in range(40) for y in range(40)}) > 30


def scenes(window):
    """Every page of the window, and what the message bar looks like."""
    from editor.ui.workspace.outline_rows import OutlinePart

    workspace = window.workspace
    pane = workspace.pane
    heading = window.session.text.index("## Veranst")

    def take_tour():
        window.front.show_document()
        window.help.start_tour()
        wait_for(600)
        window.help.tour.go(2)

    def leave_tour():
        window.help.tour.leave()
        window.bar.clear()
        window.front.show_publishing()

    def show_event():
        window.front.show_document()
        workspace.show_page("event")
        workspace.middle.events.select(1)

    def show_inspector():
        window.bar.clear()
        point_at_calendar(window, 2)

    def show_phone():
        pane.inspector.hide()
        pane.toggle_phone()

    def show_other_colors():
        pane.toggle_phone()
        pane.toggle_dark()

    def find_in_page():
        pane.toggle_dark()
        pane.find_in_page()
        pane.find_bar.words.setText("der")
        pane.find_bar.find_next()

    def show_problems():
        pane.find_bar.close_bar()
        show_diagnostics(window)

    def show_source():
        workspace.find_bar.close_bar()
        workspace.navigator.toggle_writing()
        workspace.text.go_to(heading)

    def find_words():
        workspace.find_words(replacing=True)
        workspace.find_bar.words.setText("Haushalt")
        workspace.find_bar.find_next()

    def show_problems_in_source():
        workspace.outline.choose(OutlinePart("source"))
        workspace.source.go_to(0)

    yield "head", (lambda: workspace.show_page("head"))
    yield "image", (lambda: workspace.show_page("image"))
    yield "tour", take_tour
    yield "publish", leave_tour
    yield "events", show_event
    yield "meetings", lambda: workspace.outline.choose(OutlinePart("meeting"))
    yield "deadlines", lambda: workspace.outline.choose(OutlinePart("deadline"))
    yield "inbox", (lambda: show_inbox(workspace))
    yield "writing", lambda: workspace.outline.choose(OutlinePart("source", heading))
    yield "find", find_words
    yield "source", show_source
    yield "disk", lambda: ask_about_disk(window)
    yield "draft", lambda: offer_draft(window)
    yield "inspector", show_inspector
    yield "phone", show_phone
    yield "page-other-colours", show_other_colors
    yield "find-in-page", find_in_page
    yield "problems", show_problems
    yield "problems-source", show_problems_in_source
    yield (
        "problems-event",
        lambda: workspace.navigator.go_to_diagnostic(choose_diagnostic(window, "weekday")),
    )
    yield "problems-word", lambda: choose_diagnostic(window, "spelling")
    yield "menu", pane.find_bar.close_bar


def sample_merge(window):
    """The sample as two people have changed it: the title, and the line of an event."""
    from editor.core.merging.merge import merge_texts

    session = window.session
    texts = [
        session.text.replace(session.issue.front.text("title"), title).replace(old, new)
        for title, old, new in (
            ("Die letzte Meile", "18:00", "18:30"),
            ("Denial of Service", "18:00", "19:00"),
        )
    ]
    return merge_texts(session.text, *texts, session.profile)


def ask_about_disk(window):
    """What the message bar says when both have changed the same places."""
    session = window.session
    window.files.disk_changes.ask(sample_merge(window), session.disk.data, session.form)


def offer_draft(window):
    """What the message bar says after a crash."""
    import time

    from editor.app.drafts.draft_folder import KeptDraft
    from editor.app.drafts.journal import Draft, DraftHeader

    session = window.session
    header = DraftHeader(session.text, session.form, str(session.path))
    draft = Draft(
        header, text=session.text + "x", form=session.form, changes=12, last=time.time() - 3600
    )
    window.unsaved_work.offer(KeptDraft(Path("draft.jsonl"), draft))


def merge_dialog(window):
    """What both have changed, side by side."""
    from editor.ui.dialogs.merge_dialog import MergeDialog

    return MergeDialog(sample_merge(window), window.session.path.name, "Europe/Berlin", window)


def versions_dialog(window):
    """A document's past: two saves, a commit, a draft."""
    from datetime import datetime, timedelta

    from editor.app.versions.timeline import Version, VersionSource, make_draft_version
    from editor.ui.dialogs.versions_dialog import VersionsDialog

    session, now = window.session, datetime.now().replace(hour=14, minute=32)
    old = session.text.replace("Der Februar", "Der kurze Februar").encode()
    versions = [
        Version(VersionSource.SAVED, (now - timedelta(minutes=9)).timestamp(), "", lambda: old),
        make_draft_version((now - timedelta(days=1)).timestamp(), old),
        Version(
            VersionSource.GIT, (now - timedelta(days=3)).timestamp(), "Ausgabe Februar", lambda: old
        ),
    ]
    return VersionsDialog(session, session.path, lambda _: versions, now.date(), window)


def show_diagnostics(window):
    """Make a slip or two, wait for the checks, and open their list at an error."""
    from editor.core.base.edits import Edit
    from editor.core.base.severity import Severity

    text = window.session.text
    weekday, words = text.index("* Mittwoch"), text.index("Der Februar")
    slips = [
        Edit(weekday, weekday + len("* Mittwoch"), "* Dienstag"),
        Edit(words, words + len("Der"), "Der Der"),
    ]
    window.session.apply(slips, "")
    while not window.workspace.check_runner.current:
        wait_for(100)
    diagnostics = window.workspace.diagnostics
    diagnostics.show_open(True)
    diagnostics.tree.setCurrentItem(
        next(
            item
            for item in diagnostics.tree.leaves()
            if diagnostic_of(item).severity is Severity.ERROR
        )
    )


def diagnostic_of(item):
    """The diagnostic that a row of the list shows."""
    from PySide6.QtCore import Qt

    return item.data(0, Qt.ItemDataRole.UserRole)


def choose_diagnostic(window, code):
    """Choose the first diagnostic with a code, or else the first of all; returns it."""
    diagnostics = window.workspace.diagnostics
    rows = diagnostics.tree.leaves()
    of_code = [item for item in rows if diagnostic_of(item).code == code]
    diagnostics.tree.setCurrentItem((of_code or rows)[0])
    return diagnostics.chosen


def point_at_calendar(window, number):
    """Click the n-th calendar link of the page."""
    from editor.ui.preview.page import find_place

    pane, event = window.workspace.pane, window.session.issue.events[number]
    if pane.view is None:
        return  # the window has no room for the page
    pane.show_position(event.span.start)
    _, page = pane.shown_page()
    place, href = find_place(page, event.span.start), event.href.of(window.session.text)
    pane.view.calendar_pointed.emit(place, href, True)


HEADER = "out-in-the-open-2026-02-header.jpg"
"""What the sample calls its header picture."""
PASTED = """* Mittwoch, 11.03.2026, 17:00-18:30, online: **Digitale Sprechstunde für Vereine**
  * https://sprechstunde.example
* 4. April 2026, 19 Uhr, Bürgerhaus, Marktplatz 1, 50667 Köln: Datenabend
* Leipzig: jeden zweiten Montag im Monat, 19:00, online
* [Preis für offene Daten](https://preis.example), Bewerbungen bis 30.04.2026
"""


def old_link(session):
    """Give the first event a link as old issues have them, an hour off."""
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
    yield "manual", manual_dialog(window)
    yield "news", news_dialog(window)
    yield "settings", settings_dialog(window)
    yield "commands", commands_dialog(window)
    yield "import", import_dialog(window)
    before = window.session.text
    window.session.apply([old_link(window.session)], "")
    yield "renew", refresh_dialog(window)
    window.session.stack.undo()
    change_title(window.session)
    yield "merge", merge_dialog(window)
    yield "versions", versions_dialog(window)
    yield "compare", diff_dialog(window, before)
    yield "new-issue", new_issue_dialog(window)
    with tempfile.TemporaryDirectory() as name:
        photo = photo_dialog(window, Path(name))
        yield "photo", photo
        waiting = window.session.site.pending_photos
        waiting.put(HEADER, photo.ready.data)
        handover = publish_dialog(window, Path(name) / "site", before)
        yield "handover", handover
        handover.files.tree.setCurrentItem(handover.files.rows[1].item)
        handover.box.git_button.setEnabled(True)
        handover.box.git_button.setChecked(True)
        yield "handover-picture", handover
        handover.box.host.repository.setText("https://codeberg.org/verein/seite")
        handover.box.host_button.setChecked(True)
        yield "handover-host", handover
        yield "sign-in", sign_in_dialog(handover)
        waiting.drop(HEADER)
    yield "reviews", review_dialog(window)
    yield from source_dialogs(window)
    yield "get-site", get_site_dialog(window)
    yield "close", window.files.make_question()[0]


def manual_dialog(window):
    """The manual at the chapter of events."""
    from editor.ui.help.chapters import Chapter
    from editor.ui.help.help_dialog import HelpDialog

    dialog = HelpDialog(window)
    dialog.open_at(Chapter.EVENTS)
    return dialog


def news_dialog(window):
    """What is new."""
    from editor.resources import resource
    from editor.ui.help.help_page import HelpPage
    from editor.ui.wording.translation import current_language

    news = resource("help", f"news.{current_language()}.md").read_text(encoding="utf-8")
    return HelpPage(window.tr("What is new"), news, window)


def settings_dialog(window):
    """All settings."""
    from editor.ui.dialogs.settings_dialog import SettingsDialog

    return SettingsDialog(window.settings, window)


def commands_dialog(window):
    """All commands with their keys."""
    from editor.ui.dialogs.commands_dialog import CommandsDialog

    return CommandsDialog(window.menuBar(), window)


def import_dialog(window):
    """The review of events that were pasted."""
    from editor.ui.dialogs.import_dialog import ImportDialog
    from PySide6.QtCore import QMimeData

    dialog, data = ImportDialog(window.session, window), QMimeData()
    data.setText(PASTED)
    dialog.take(data)
    return dialog


def refresh_dialog(window):
    """The renewal of all calendar links."""
    from editor.core.events.link_refresh import find_refreshes
    from editor.ui.dialogs.refresh_dialog import RefreshDialog

    session = window.session
    refreshes = find_refreshes(session.edit_context(), session.issue.entries)
    return RefreshDialog(session, refreshes, window)


def change_title(session):
    """Give the issue another title."""
    from editor.core.frontmatter.editing import put_value

    title = "Frühlingserwachen – Out in the Open Februar 2026"
    session.apply(put_value(session.text, session.issue.front, ("title",), title), "")


def diff_dialog(window, before):
    """What differs from the file."""
    from editor.ui.dialogs.comparison import ComparisonDialog
    from PySide6.QtCore import QCoreApplication

    words = (
        QCoreApplication.translate("DocumentFiles", text)
        for text in (
            "Compare with the file",
            "What only “{0}” on disk has is struck out, what is new here is underlined.",
        )
    )
    title, intro = words
    session = window.session
    intro = intro.format(session.path.name)
    return ComparisonDialog(window, title, intro, before, session.text, session.profile)


def new_issue_dialog(window):
    """The questions about the next issue, some of them answered."""
    from datetime import date

    from editor.ui.dialogs.new_issue_dialog import NewIssueDialog

    session = window.session
    issues, today = [session.path], date(2026, 3, 20)
    dialog = NewIssueDialog(session.registry, issues, session.gazetteer, today, window)
    dialog.title.setText("Aprilwetter")
    dialog.options.photo.setText("https://pixabay.com/photos/open-sign-123/")
    return dialog


def photo_dialog(window, folder):
    """A photo on its way to the page."""
    from editor.ui.dialogs.photo_dialog import PhotoDialog

    dialog = PhotoDialog(large_photo(folder), window.session.profile.image, "", None, window)
    dialog.origin.setText("https://commons.wikimedia.org/wiki/File:Offen.jpg")
    while dialog.ready is None:
        wait_for(100)
    return dialog


def publish_dialog(window, site, before):
    """The files for a site that has another version of the page."""
    from editor.ui.dialogs.publish_dialog import PublishDialog

    (site / "static/blog").mkdir(parents=True)
    (site / "content/blog").mkdir(parents=True)
    page = site / "content/blog" / window.session.path.name
    page.write_text(before, encoding="utf-8")
    dialog = PublishDialog(window.session, lambda: site, window, settings=window.settings)
    dialog.root = site
    dialog.list_files()
    while not dialog.complete:
        wait_for(100)
    dialog.files.tree.expandAll()
    return dialog


def sign_in_dialog(parent):
    """A host that is asked for the first time."""
    from editor.ui.dialogs.sign_in_dialog import SignInDialog

    return SignInDialog("codeberg.org", parent)


def get_site_dialog(window):
    """A repository whose files are coming."""
    from editor.app.hosting.accounts import Accounts, SignIn
    from editor.core.hosting.repository import HostKind
    from editor.ui.dialogs.get_site_dialog import GetSiteDialog

    Accounts(window.settings).keep(SignIn("codeberg.org", HostKind.FORGEJO, "mara"))
    dialog = GetSiteDialog(window.settings, window)
    dialog.repository.setText("https://codeberg.org/verein/seite")
    dialog.progress.show()
    dialog.words.setText(dialog.tr("{0} MB have come…").format("12.4"))
    return dialog


def source_dialogs(window):
    """The sources of the inbox with two accounts, and signing in to another."""
    from editor.app.networks.accounts import NetworkAccounts
    from editor.core.inbox.networks import read_account
    from editor.ui.inbox.network_sign_in import BlueskySignIn, MastodonSignIn
    from editor.ui.inbox.sources_dialog import SourcesDialog

    settings = window.workspace.middle.inbox.asking._settings
    names = ("mastodon:mara@chaos.social", "bluesky:mara.bsky.social@bsky.social")
    for name in names:
        NetworkAccounts(settings).keep(read_account(name))
    feeds = ("https://codefor.de/index.xml", "https://chaos.social/tags/opendata")
    yield "sources", SourcesDialog((f"{names[0]}/bookmarks", *feeds), settings, window)
    waiting = MastodonSignIn(window)
    waiting.server.setText("chaos.social")
    waiting.show_page("https://chaos.social/oauth/authorize")
    yield "sign-in-mastodon", waiting
    wrong = BlueskySignIn(window)
    wrong.name.setText("mara.bsky.social")
    wrong.password.setText("geheim")
    wrong.sign_in()
    yield "sign-in-bluesky", wrong


def review_dialog(window):
    """A pull request with checks, a preview and comments."""
    from editor.app.hosting.accounts import SignIn
    from editor.app.hosting.memory import KnownPullRequest
    from editor.app.hosting.reviewing import PageComment, PageReview
    from editor.core.hosting.pull_request import (
        CheckState,
        HostCheck,
        PullRequest,
        PullState,
        Review,
        ReviewComment,
    )
    from editor.core.hosting.repository import HostKind
    from editor.ui.dialogs.review_dialog import ReviewDialog

    class Quiet(ReviewDialog):
        """Asks nobody."""

        def ask(self):
            pass

    path = f"content/blog/{window.session.path.name}"
    address = "https://codeberg.org/verein/seite/pulls/12"
    request = PullRequest(12, address, PullState.OPEN, "b", "c")
    checks = (
        HostCheck("Vorschau", CheckState.PASSED, "https://pr-12.verein.pages.dev"),
        HostCheck("Links", CheckState.FAILED),
    )
    said = (
        ReviewComment("1", "cleo", "Hier bitte noch den Ort, sonst findet ihn niemand.", path, 21),
        ReviewComment("2", "dana", "Der Titel gefällt mir.", path, 2),
        ReviewComment("", "cleo", "Sonst von mir aus gern."),
    )
    texts = (window.session.text, window.session.text, "")
    comments = zip(said, texts, (False, True, False), strict=True)
    dialog = Quiet(
        SignIn("codeberg.org", HostKind.FORGEJO, "ada"),
        KnownPullRequest("codeberg.org", "verein/seite", 12, "b", path),
        window.session.path,
        lambda *_: None,
        window,
    )
    dialog.show_review(
        PageReview(Review(request, checks, said), tuple(PageComment(*each) for each in comments))
    )
    return dialog


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


def main() -> None:
    """Take what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("shots"))
    parser.add_argument(
        "--one",
        nargs="+",
        metavar="PART",
        help="one round: language, scheme, scale, size, percent, and which pictures",
    )
    options = parser.parse_args()
    folder = options.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if options.one:
        one_round(folder, *options.one)
    else:
        everything(folder)


if __name__ == "__main__":
    main()
