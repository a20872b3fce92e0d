"""The tools of the text: one table for the bar above it and for the menu *Format*."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QMenu, QToolBar, QToolButton, QWidget

from editor.core.richtext.blocks import BlockKind, Mark
from editor.ui.look.icons import icon
from editor.ui.widgets.buttons import icon_size
from editor.ui.widgets.naming import name_field
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import QT_TRANSLATE_NOOP
from editor.ui.writing.writing_pane import WritingPane

_LEVELS = 6
"""The deepest heading."""

Act = Callable[[WritingPane], object]


class Tool(Struct, frozen=True):
    """What can be done with words and blocks at the caret."""

    name: str
    text: str
    keys: str
    act: Act
    is_on: Callable[[WritingPane, frozenset[Mark]], bool] | None = None
    """Whether what is at the caret, with its marks, is so already; None for what inserts."""
    is_shown: bool = True
    """Whether the bar has a button for it."""
    separated: bool = False
    """Whether a line separates it from the tool before."""


def _mark_tool(name: str, text: str, keys: str, mark: Mark) -> Tool:
    return Tool(
        name,
        text,
        keys,
        lambda pane: pane.toggle_mark(mark),
        lambda _, marks: mark in marks,
    )


# fmt: off
TOOLS = (
    _mark_tool("bold", QT_TRANSLATE_NOOP("tools", "&Bold"), "Ctrl+B", Mark.STRONG),
    _mark_tool("italic", QT_TRANSLATE_NOOP("tools", "&Italic"), "Ctrl+I", Mark.EMPHASIS),
    _mark_tool("strike", QT_TRANSLATE_NOOP("tools", "&Struck out"), "Ctrl+Shift+X", Mark.STRIKE),
    _mark_tool("code", QT_TRANSLATE_NOOP("tools", "&Code"), "Ctrl+Shift+C", Mark.CODE),
    Tool("link", QT_TRANSLATE_NOOP("tools", "&Link…"), "Ctrl+K",
         lambda pane: pane.link_wanted.emit(), lambda _, marks: Mark.LINK in marks),
    Tool("unlink", QT_TRANSLATE_NOOP("tools", "&No link"), "Ctrl+Shift+K",
         lambda pane: pane.set_link(""), is_shown=False),
    Tool("list", QT_TRANSLATE_NOOP("tools", "Lis&t"), "Ctrl+Shift+8",
         lambda pane: pane.toggle_list(is_numbered=False),
         lambda pane, _: pane.block_here()[2] == "•", separated=True),
    Tool("numbers", QT_TRANSLATE_NOOP("tools", "N&umbered list"), "Ctrl+Shift+7",
         lambda pane: pane.toggle_list(is_numbered=True),
         lambda pane, _: pane.block_here()[2][:1].isdigit()),
    Tool("quote", QT_TRANSLATE_NOOP("tools", "&Quote"), "Ctrl+Shift+9",
         lambda pane: pane.toggle_quote(), lambda pane, _: pane.is_quoted()),
    Tool("picture", QT_TRANSLATE_NOOP("tools", "&Picture…"), "Ctrl+Alt+P",
         lambda pane: pane.picture_wanted.emit(), separated=True),
    Tool("table", QT_TRANSLATE_NOOP("tools", "T&able"), "Ctrl+Alt+T",
         lambda pane: pane.insert_table()),
    Tool("rule", QT_TRANSLATE_NOOP("tools", "&Horizontal line"), "Ctrl+Alt+H",
         lambda pane: pane.insert_blocks("---")),
    Tool("event", QT_TRANSLATE_NOOP("tools", "Link to an &event…"), "Ctrl+Alt+E",
         lambda pane: pane.event_wanted.emit()),
)
# fmt: on
_INSERTED = ("picture", "table", "link", "rule")
"""What the menu *Insert* offers, too."""
_ICONS = {
    "bold": "bold",
    "italic": "italic",
    "strike": "strikethrough",
    "code": "code",
    "link": "link",
    "list": "list",
    "numbers": "list-ordered",
    "quote": "quote",
    "picture": "image",
    "table": "table",
    "rule": "square-minus",
    "event": "calendar-plus",
}


class FormatTools(QToolBar):
    """Buttons that show what the words at the caret are, and change it."""

    def __init__(
        self, pane: WritingPane, views: tuple[QWidget, ...], run: Callable[[Act], object]
    ) -> None:
        """Make an action of each tool.

        Args:
            pane: Whose state is shown.
            views: Where the keys work.
            run: Lets a tool act, on whichever view is visible.
        """
        super().__init__()
        self._pane, self._views, self._run = pane, views, run
        self.setAccessibleName(self.tr("Format"))
        self.setIconSize(icon_size(self.fontMetrics()))
        self.setMovable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._level_actions = [self._make_level(level) for level in range(_LEVELS + 1)]
        self._add_levels()
        self.addSeparator()
        self.tool_actions = {tool.name: self._make_action(tool) for tool in TOOLS}
        for tool in TOOLS:
            if tool.separated:
                self.addSeparator()
            if tool.is_shown:
                self.addAction(self.tool_actions[tool.name])
        self._enable(is_text_seen=False)

    def _add_levels(self) -> None:
        self.levels = QComboBox()
        name_field(self.levels, self.tr("Paragraph or heading"))
        self.levels.setToolTip(self.tr("Paragraph or heading (Ctrl+Alt+0 to 6)"))
        self.levels.addItems([action.text() for action in self._level_actions])
        ignore_wheel_without_focus(self.levels)
        self.levels.activated.connect(self._on_level)
        self.addWidget(self.levels)

    def _make_action(self, tool: Tool) -> QAction:
        text = QCoreApplication.translate("tools", tool.text)
        action = QAction(text, self)
        if tool.name in _ICONS:
            action.setIcon(icon(_ICONS[tool.name]))
            action.setIconVisibleInMenu(False)
        action.setCheckable(tool.is_on is not None)
        action.triggered.connect(lambda: self._run(tool.act))
        self._give_key(action, tool.keys)
        shown = QKeySequence(tool.keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(plain_tip(f"{action.iconText()} ({shown})"))
        return action

    def _make_level(self, level: int) -> QAction:
        text = self.tr("Heading {0}").format(level) if level else self.tr("Paragraph")
        action = QAction(text, self)
        action.triggered.connect(lambda: self._run(lambda pane: pane.set_heading(level)))
        self._give_key(action, f"Ctrl+Alt+{level}")
        return action

    def _give_key(self, action: QAction, keys: str) -> None:
        """Let a key work in the text alone."""
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for view in self._views:
            view.addAction(action)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIconSize(icon_size(self.fontMetrics()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        for button in self.findChildren(QToolButton, "qt_toolbar_ext_button"):
            button.setIcon(icon("chevron-right"))
        self._enable(is_text_seen=True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._enable(is_text_seen=False)

    def _enable(self, *, is_text_seen: bool) -> None:
        """Let the menus change no text that is not on the screen."""
        for action in (*self._level_actions, *self.tool_actions.values()):
            action.setEnabled(is_text_seen)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer all tools in a menu.

        Args:
            menu: The menu.
        """
        menu.addActions(self._level_actions)
        menu.addSeparator()
        for tool in TOOLS:
            if tool.separated:
                menu.addSeparator()
            menu.addAction(self.tool_actions[tool.name])

    def fill_insert_menu(self, menu: QMenu) -> None:
        """Offer what can be put into the text.

        Args:
            menu: The menu *Insert*.
        """
        menu.addSeparator()
        menu.addActions([self.tool_actions[name] for name in _INSERTED])

    def _on_level(self, level: int) -> None:
        if level != self._level_here():
            self._run(lambda pane: pane.set_heading(level))

    def _level_here(self) -> int:
        kind, level, _ = self._pane.block_here()
        return level if kind is BlockKind.HEADING else 0

    def show_state(self) -> None:
        """Show what the words at the caret are."""
        marks = self._pane.marks_here()
        for tool in TOOLS:
            if tool.is_on:
                self.tool_actions[tool.name].setChecked(tool.is_on(self._pane, marks))
        self.levels.setCurrentIndex(self._level_here())
