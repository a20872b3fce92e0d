"""What the window does, made once its frame has been painted."""

from typing import TYPE_CHECKING

from editor.ui.main_window.document_files import DocumentFiles
from editor.ui.main_window.file_drops import FileDrops
from editor.ui.main_window.front import Front
from editor.ui.main_window.help import Help
from editor.ui.main_window.preview_links import PreviewLinks
from editor.ui.main_window.publishing import Publishing
from editor.ui.main_window.site_kinds import SiteKinds
from editor.ui.main_window.status_line import StatusLine
from editor.ui.main_window.unsaved_work import UnsavedWork
from editor.ui.main_window.window_callbacks import WindowCallbacks
from editor.ui.main_window.window_state import WindowState
from editor.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from editor.app.document.renderer import Renderer
    from editor.app.document.session import Session
    from editor.app.drafts.draft_keeper import DraftKeeper
    from editor.app.services.suggestion_loader import SuggestionLoader
    from editor.ui.main_window.window import MainWindow


def make_parts(
    window: "MainWindow",
    session: "Session",
    renderer: "Renderer",
    suggestion_loader: "SuggestionLoader",
    keeper: "DraftKeeper",
) -> None:
    """Give a window its parts, as its attributes.

    Args:
        window: The window, which becomes the parent of all of them.
        session: The document it is for.
        renderer: Draws the preview.
        suggestion_loader: Reads what other issues say.
        keeper: Keeps the draft of the document.
    """
    settings, bar = window.settings, MessageBar()
    for service in (session, renderer, suggestion_loader):
        service.setParent(window)
    window.session, window.renderer = session, renderer
    window.suggestion_loader, window.bar = suggestion_loader, bar
    files = window.files = DocumentFiles(session, settings, window, bar, window.finish_field)
    callbacks = _make_callbacks(window)
    window.publishing = Publishing(session, settings, window, callbacks)
    window.unsaved_work = UnsavedWork(session, keeper, files, bar, callbacks, window)
    window.help = Help(window)
    window.site_kinds = SiteKinds(session, settings, window, bar)
    window.preview_links = PreviewLinks(session, bar, window)
    window.front = Front(window)
    window.status = StatusLine(session)
    window.state = WindowState(session, files, window.app_bar, window.status, window)
    FileDrops(window, lambda: window.workspace if session.is_open else None, window.open_path)


def _make_callbacks(window: "MainWindow") -> WindowCallbacks:
    return WindowCallbacks(
        say=window.bar.say,
        finish_field=window.finish_field,
        begin=window.begin,
        refresh_pictures=lambda: window.workspace.refresh_pictures(),
        hold_disk=window.files.hold_disk,
        show_position=lambda at: window.workspace.navigator.go_to_position(at),
        diagnostics=lambda: window.workspace.check_runner.diagnostics,
    )


def close_parts(window: "MainWindow") -> None:
    """Let a window's parts take no more work, before it closes.

    Args:
        window: The window.
    """
    window.front.close_down()
    window.unsaved_work.close(keep=window.is_ending)
    window.state.close_down()
    if window.made_workspace:
        window.made_workspace.close_down()
    window.files.disk_changes.close()
    window.suggestion_loader.close()
    window.publishing.close()
    window.help.close()
    window.site_kinds.close_down()
