"""The table of settings: one row for each that the user may choose, with its explanation."""

from msgspec import Struct

from editor.ui.wording.translation import QT_TRANSLATE_NOOP


class Choice(Struct, frozen=True):
    """A value, and what it is called."""

    value: str | int
    text: str


class SettingRow(Struct, frozen=True):
    """A field of ``SettingsData`` as the dialog shows it."""

    name: str
    section: str
    title: str
    about: str
    choices: tuple[Choice, ...] = ()
    """What can be chosen; without any it is a tick, a number or a line, as the field's default."""
    least: int = 0
    most: int = 0
    """The limits of a number."""
    is_folder: bool = False
    is_address: bool = False
    """Whether it is an address of the web, or empty."""


LOOK = QT_TRANSLATE_NOOP("settings", "Look and language")
WRITING = QT_TRANSLATE_NOOP("settings", "Writing and spelling")
PUBLISHING = QT_TRANSLATE_NOOP("settings", "Site and publishing")
PRIVACY = QT_TRANSLATE_NOOP("settings", "Privacy")
DRAFTS = QT_TRANSLATE_NOOP("settings", "Start, drafts and versions")

_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)

# fmt: off
SETTINGS = (
    SettingRow(
        "scheme", LOOK, QT_TRANSLATE_NOOP("settings", "&Colors"),
        QT_TRANSLATE_NOOP("settings", "High contrast is black, white and yellow."),
        (
            Choice("", QT_TRANSLATE_NOOP("settings", "as the desktop")),
            Choice("light", QT_TRANSLATE_NOOP("settings", "light")),
            Choice("dark", QT_TRANSLATE_NOOP("settings", "dark")),
            Choice("contrast", QT_TRANSLATE_NOOP("settings", "high contrast")),
        ),
    ),
    SettingRow(
        "text_percent", LOOK, QT_TRANSLATE_NOOP("settings", "&Size of text"),
        QT_TRANSLATE_NOOP(
            "settings", "Of menus, forms and lists. The page has a size of its own (Ctrl+Plus)."
        ),
        tuple(Choice(percent, f"{percent} %") for percent in _PERCENTS),
    ),
    SettingRow(
        "language", LOOK, QT_TRANSLATE_NOOP("settings", "&Language"),
        QT_TRANSLATE_NOOP("settings", "Of the program, from its next start on."),
        (
            Choice("", QT_TRANSLATE_NOOP("settings", "as the desktop")),
            Choice("de", "Deutsch"),
            Choice("en", "English"),
        ),
    ),
    SettingRow(
        "writing", WRITING, QT_TRANSLATE_NOOP("settings", "Show the &text as it will look"),
        QT_TRANSLATE_NOOP("settings", "Otherwise plain Markdown is shown. Ctrl+/ changes it, too."),
    ),
    SettingRow(
        "spelling", WRITING, QT_TRANSLATE_NOOP("settings", "Check s&pelling"),
        QT_TRANSLATE_NOOP("settings", "With the dictionaries of your computer; nothing is sent."),
    ),
    SettingRow(
        "language_tool", WRITING, QT_TRANSLATE_NOOP("settings", "&Grammar by LanguageTool"),
        QT_TRANSLATE_NOOP(
            "settings",
            "The address of your server, such as http://localhost:8081. The words of your text "
            "are sent there. Empty: none is asked.",
        ),
        is_address=True,
    ),
    SettingRow(
        "source_at_caret", WRITING,
        QT_TRANSLATE_NOOP("settings", "Show the &Markdown at the caret"),
        QT_TRANSLATE_NOOP("settings", "In the status line."),
    ),
    SettingRow(
        "invisibles", WRITING, QT_TRANSLATE_NOOP("settings", "Show &blanks and tabs"),
        QT_TRANSLATE_NOOP("settings", "As small signs in the text."),
    ),
    SettingRow(
        "site", PUBLISHING, QT_TRANSLATE_NOOP("settings", "Site’s &folder"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Whose issues and pages are listed at home. Several sites are switched there.",
        ),
        is_folder=True,
    ),
    SettingRow(
        "handover", PUBLISHING, QT_TRANSLATE_NOOP("settings", "Usual &way to the site"),
        QT_TRANSLATE_NOOP("settings", "What is chosen first when you publish."),
        (
            Choice("files", QT_TRANSLATE_NOOP("settings", "write the files into the folder")),
            Choice("git", QT_TRANSLATE_NOOP("settings", "submit as a proposal (git)")),
            Choice("zip", QT_TRANSLATE_NOOP("settings", "a ZIP to upload in the browser")),
        ),
    ),
    SettingRow(
        "export_folder", PUBLISHING, QT_TRANSLATE_NOOP("settings", "Folder for &exported files"),
        QT_TRANSLATE_NOOP("settings", "Where PDF, mails and calendars are offered to be saved."),
        is_folder=True,
    ),
    SettingRow(
        "private_addresses", PRIVACY,
        QT_TRANSLATE_NOOP("settings", "Ask addresses in my own net&work, too"),
        QT_TRANSLATE_NOOP(
            "settings",
            "For links and events on computers beside yours. Pages are fetched only when you "
            "check links or import events; pictures of other sites load only if you allow it.",
        ),
    ),
    SettingRow(
        "updates", PRIVACY, QT_TRANSLATE_NOOP("settings", "Look for a new &release each month"),
        QT_TRANSLATE_NOOP(
            "settings",
            "The home page of Rundbrief is asked for its number; nothing else is sent, and nothing "
            "is installed.",
        ),
    ),
    SettingRow(
        "reopens", DRAFTS, QT_TRANSLATE_NOOP("settings", "Begin with the &document of last time"),
        QT_TRANSLATE_NOOP("settings", "Otherwise the program begins at home."),
    ),
    SettingRow(
        "versions", DRAFTS, QT_TRANSLATE_NOOP("settings", "&Versions that are kept"),
        QT_TRANSLATE_NOOP(
            "settings", "Of each document, from the next start on; each time you save is one."
        ),
        least=0, most=10_000,
    ),
    SettingRow(
        "version_days", DRAFTS, QT_TRANSLATE_NOOP("settings", "Da&ys for which they are kept"),
        QT_TRANSLATE_NOOP("settings", "Drafts of unsaved work are kept until you decide."),
        least=1, most=3_650,
    ),
)
# fmt: on
