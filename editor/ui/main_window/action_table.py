"""The table of actions: one row for each, read by the menus."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.ui.wording.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from editor.ui.main_window.window import MainWindow

Keys = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action: its menu, its text, and the method of the window or one of its parts it runs."""

    name: str
    menu: str
    text: str
    run: "Callable[[MainWindow], object]"
    keys: QKeySequence.StandardKey | str | None = None
    """Keys in Qt's words, with a blank between two ways to press them."""
    needs_document: bool = True
    separated: bool = False
    """Whether a line separates it from the action above."""


MENUS = (
    QT_TRANSLATE_NOOP("actions", "&File"),
    QT_TRANSLATE_NOOP("actions", "&Edit"),
    QT_TRANSLATE_NOOP("actions", "&View"),
    QT_TRANSLATE_NOOP("actions", "&Insert"),
    QT_TRANSLATE_NOOP("actions", "F&ormat"),
    QT_TRANSLATE_NOOP("actions", "&Help"),
)

# fmt: off
ACTIONS = (
    ActionRow("new_issue", "&File", QT_TRANSLATE_NOOP("actions", "&New issue…"),
              lambda window: window.publishing.new_issue(), Keys.New, needs_document=False),
    ActionRow("open_dialog", "&File", QT_TRANSLATE_NOOP("actions", "&Open…"),
              lambda window: window.open_dialog(), Keys.Open, needs_document=False),
    ActionRow("new_window", "&File", QT_TRANSLATE_NOOP("actions", "New &window"),
              lambda window: window.front.open_window(), "Ctrl+Alt+N", needs_document=False),
    ActionRow("save", "&File", QT_TRANSLATE_NOOP("actions", "&Save"),
              lambda window: window.files.save(), Keys.Save),
    ActionRow("save_as", "&File", QT_TRANSLATE_NOOP("actions", "Save &as…"),
              lambda window: window.files.save_as(), "Ctrl+Shift+S"),
    ActionRow("compare", "&File", QT_TRANSLATE_NOOP("actions", "&Compare with the file…"),
              lambda window: window.files.compare(), separated=True),
    ActionRow("versions", "&File", QT_TRANSLATE_NOOP("actions", "&Versions…"),
              lambda window: window.unsaved_work.show_versions()),
    ActionRow("export", "&File", QT_TRANSLATE_NOOP("actions", "Publ&ish…"),
              lambda window: window.front.show_publishing(), "F9"),
    ActionRow("publish_site", "&File", QT_TRANSLATE_NOOP("actions", "Publish on the &website…"),
              lambda window: window.publishing.export(), "Shift+F9"),
    ActionRow("reviews", "&File", QT_TRANSLATE_NOOP("actions", "Re&views…"),
              lambda window: window.publishing.reviews.show()),
    ActionRow("export_as", "&File", QT_TRANSLATE_NOOP("actions", "&Export as…"),
              lambda window: window.publishing.export_as(), "Ctrl+Shift+E"),
    ActionRow("open_hosted", "&File", QT_TRANSLATE_NOOP("actions", "Open from a co&de host…"),
              lambda window: window.front.hosted.open(), needs_document=False),
    ActionRow("refresh_site", "&File",
              QT_TRANSLATE_NOOP("actions", "&Get what is new at the code host"),
              lambda window: window.front.refresh_site(), needs_document=False),
    ActionRow("choose_site", "&File", QT_TRANSLATE_NOOP("actions", "The site’s &folder…"),
              lambda window: window.front.choose_site(), needs_document=False),
    ActionRow("open_in_browser", "&File", QT_TRANSLATE_NOOP("actions", "Open in the &browser"),
              lambda window: window.workspace.pane.page_output.open_in_browser(),
              "Ctrl+Shift+B", separated=True),
    ActionRow("save_pdf", "&File", QT_TRANSLATE_NOOP("actions", "Save as &PDF…"),
              lambda window: window.workspace.pane.page_output.save_pdf()),
    ActionRow("print_page", "&File", QT_TRANSLATE_NOOP("actions", "P&rint…"),
              lambda window: window.workspace.pane.page_output.print_page(), Keys.Print),
    ActionRow("derive_kinds", "&File", QT_TRANSLATE_NOOP("actions", "&Kinds of page…"),
              lambda window: window.site_kinds.derive()),
    ActionRow("close", "&File", QT_TRANSLATE_NOOP("actions", "&Quit"),
              lambda window: window.close(), Keys.Quit, needs_document=False, separated=True),
    ActionRow("find_words", "&Edit", QT_TRANSLATE_NOOP("actions", "&Find…"),
              lambda window: window.workspace.find_words(), Keys.Find),
    ActionRow("replace_words", "&Edit", QT_TRANSLATE_NOOP("actions", "Rep&lace…"),
              lambda window: window.workspace.find_words(replacing=True), "Ctrl+H"),
    ActionRow("find_in_page", "&Edit", QT_TRANSLATE_NOOP("actions", "Find in the &page…"),
              lambda window: window.workspace.pane.find_in_page(), "Ctrl+Alt+F"),
    ActionRow("search_site", "&Edit", QT_TRANSLATE_NOOP("actions", "Find in &all pages…"),
              lambda window: window.front.search_site(), "Ctrl+Shift+F", needs_document=False),
    ActionRow("order_events", "&Edit", QT_TRANSLATE_NOOP("actions", "&Order events by date"),
              lambda window: window.workspace.order_events(), separated=True),
    ActionRow("renew_links", "&Edit", QT_TRANSLATE_NOOP("actions", "&Renew calendar links…"),
              lambda window: window.workspace.event_import.renew_links()),
    ActionRow("renew_chosen", "&Edit", QT_TRANSLATE_NOOP("actions", "Renew the &selected links…"),
              lambda window: window.workspace.event_import.renew_chosen()),
    ActionRow("check_links", "&Edit", QT_TRANSLATE_NOOP("actions", "Check &links…"),
              lambda window: window.workspace.check_links()),
    ActionRow("settings", "&Edit", QT_TRANSLATE_NOOP("actions", "&Settings…"),
              lambda window: window.help.show_settings(), "Ctrl+,",
              needs_document=False, separated=True),
    ActionRow("show_home", "&View", QT_TRANSLATE_NOOP("actions", "H&ome"),
              lambda window: window.front.show_home(), "Alt+Home", needs_document=False),
    ActionRow("show_head", "&View", QT_TRANSLATE_NOOP("actions", "Title and &details"),
              lambda window: window.workspace.show_page("head"), "Ctrl+1"),
    ActionRow("show_image", "&View", QT_TRANSLATE_NOOP("actions", "&Header picture"),
              lambda window: window.workspace.show_page("image"), "Ctrl+2"),
    ActionRow("show_events", "&View", QT_TRANSLATE_NOOP("actions", "&Events"),
              lambda window: window.workspace.show_page("event"), "Ctrl+3"),
    ActionRow("show_meetings", "&View", QT_TRANSLATE_NOOP("actions", "Recurring &meetings"),
              lambda window: window.workspace.show_page("meeting"), "Ctrl+4"),
    ActionRow("show_deadlines", "&View", QT_TRANSLATE_NOOP("actions", "&Deadlines"),
              lambda window: window.workspace.show_page("deadline"), "Ctrl+5"),
    ActionRow("show_source", "&View", QT_TRANSLATE_NOOP("actions", "&Text"),
              lambda window: window.workspace.show_page("source"), "Ctrl+6"),
    ActionRow("show_inbox", "&View", QT_TRANSLATE_NOOP("actions", "In&box"),
              lambda window: window.workspace.show_page("inbox"), "Ctrl+7"),
    ActionRow("toggle_writing", "&View", QT_TRANSLATE_NOOP("actions", "Text or &Markdown"),
              lambda window: window.workspace.navigator.toggle_writing(), "Ctrl+/"),
    ActionRow("toggle_diagnostics", "&View", QT_TRANSLATE_NOOP("actions", "&Problems"),
              lambda window: window.workspace.split.toggle_diagnostics(), "F8"),
    ActionRow("toggle_outline", "&View", QT_TRANSLATE_NOOP("actions", "O&utline"),
              lambda window: window.workspace.panes.toggle("outline"), "F7"),
    ActionRow("toggle_preview", "&View", QT_TRANSLATE_NOOP("actions", "Previe&w"),
              lambda window: window.workspace.panes.toggle("preview"), "F12"),
    ActionRow("next_pane", "&View", QT_TRANSLATE_NOOP("actions", "&Next pane"),
              lambda window: window.workspace.next_pane(), "F6"),
    ActionRow("zoom_in", "&View", QT_TRANSLATE_NOOP("actions", "Page and text &larger"),
              lambda window: window.workspace.zoom(10), Keys.ZoomIn, separated=True),
    ActionRow("zoom_out", "&View", QT_TRANSLATE_NOOP("actions", "Page and text s&maller"),
              lambda window: window.workspace.zoom(-10), Keys.ZoomOut),
    ActionRow("zoom_normal", "&View", QT_TRANSLATE_NOOP("actions", "&Original size"),
              lambda window: window.workspace.zoom(0), "Ctrl+0"),
    ActionRow("toggle_phone", "&View", QT_TRANSLATE_NOOP("actions", "&Phone width"),
              lambda window: window.workspace.pane.toggle_phone(), separated=True),
    ActionRow("toggle_dark", "&View", QT_TRANSLATE_NOOP("actions", "&Dark preview"),
              lambda window: window.workspace.pane.toggle_dark()),
    ActionRow("toggle_real", "&View", QT_TRANSLATE_NOOP("actions", "&Real page"),
              lambda window: window.workspace.pane.toggle_real(), "F5"),
    ActionRow("allow_images", "&View",
              QT_TRANSLATE_NOOP("actions", "&Load pictures of other sites"),
              lambda window: window.workspace.pane.looks.allow_images()),
    ActionRow("choose_css", "&View",
              QT_TRANSLATE_NOOP("actions", "Own &style for the preview (CSS)…"),
              lambda window: window.workspace.pane.looks.choose_css(), separated=True),
    ActionRow("own_css", "&View", QT_TRANSLATE_NOOP("actions", "The site's &own style sheet"),
              lambda window: window.workspace.pane.looks.own_css()),
    ActionRow("add_event", "&Insert", QT_TRANSLATE_NOOP("actions", "&Event"),
              lambda window: window.workspace.add_entry("event"), "Ctrl+Shift+N"),
    ActionRow("add_meeting", "&Insert", QT_TRANSLATE_NOOP("actions", "&Meeting"),
              lambda window: window.workspace.add_entry("meeting")),
    ActionRow("add_deadline", "&Insert", QT_TRANSLATE_NOOP("actions", "&Deadline"),
              lambda window: window.workspace.add_entry("deadline")),
    ActionRow("insert_section", "&Insert", QT_TRANSLATE_NOOP("actions", "&Section…"),
              lambda window: window.workspace.sections.open_menu(window), separated=True),
    ActionRow("toggle_source_at_caret", "&View",
              QT_TRANSLATE_NOOP("actions", "Markdown at the &caret"),
              lambda window: window.workspace.text.toggle_source_at_caret()),
    ActionRow("toggle_invisibles", "&View", QT_TRANSLATE_NOOP("actions", "Spaces and ta&bs"),
              lambda window: window.workspace.text.toggle_invisibles()),
    ActionRow("toggle_focus", "&View", QT_TRANSLATE_NOOP("actions", "Write one section alone"),
              lambda window: window.workspace.text.toggle_focus(), "Ctrl+Shift+J"),
    ActionRow("import_text", "&Insert", QT_TRANSLATE_NOOP("actions", "Import &text…"),
              lambda window: window.workspace.text.imports.choose()),
    ActionRow("import_events", "&Insert", QT_TRANSLATE_NOOP("actions", "Import e&vents…"),
              lambda window: window.workspace.event_import.import_events(),
              "Ctrl+Shift+I", separated=True),
    ActionRow("paste_events", "&Insert",
              QT_TRANSLATE_NOOP("actions", "Events from the &clipboard…"),
              lambda window: window.workspace.event_import.paste_events(), "Ctrl+Alt+V"),
    ActionRow("ask_sources", "&Insert", QT_TRANSLATE_NOOP("actions", "Events that are &new…"),
              lambda window: window.workspace.event_import.ask_sources()),
    ActionRow("show_manual", "&Help", QT_TRANSLATE_NOOP("actions", "&Manual"),
              lambda window: window.help.show_manual(), Keys.HelpContents, needs_document=False),
    ActionRow("start_tour", "&Help", QT_TRANSLATE_NOOP("actions", "&Tour"),
              lambda window: window.help.start_tour(), needs_document=False),
    ActionRow("show_news", "&Help", QT_TRANSLATE_NOOP("actions", "What is &new"),
              lambda window: window.help.show_news(), needs_document=False),
    ActionRow("show_commands", "&Help", QT_TRANSLATE_NOOP("actions", "&Commands and keys…"),
              lambda window: window.help.show_commands(), "Ctrl+Shift+P Ctrl+?",
              needs_document=False),
    ActionRow("look_for_updates", "&Help",
              QT_TRANSLATE_NOOP("actions", "Look for &updates"),
              lambda window: window.help.look_for_updates(), needs_document=False),
    ActionRow("open_sample", "&Help", QT_TRANSLATE_NOOP("actions", "Open a &sample issue"),
              lambda window: window.open_sample(), needs_document=False),
    ActionRow("copy_details", "&Help", QT_TRANSLATE_NOOP("actions", "Copy details for a &report"),
              lambda window: window.help.copy_details(), needs_document=False),
    ActionRow("save_report", "&Help", QT_TRANSLATE_NOOP("actions", "Save re&port…"),
              lambda window: window.help.save_report(), needs_document=False),
    ActionRow("about", "&Help", QT_TRANSLATE_NOOP("actions", "&About Rundbrief"),
              lambda window: window.help.about(), needs_document=False),
)
# fmt: on
