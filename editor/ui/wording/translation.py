"""German and English: which one is spoken, and the core's messages in it."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.resources import resource

LANGUAGES = ("de", "en")


def system_language() -> str:
    """Return the first of the system's languages that the program speaks.

    Returns:
        One of ``LANGUAGES``; "en" where the system has none of them.
    """
    for name in QLocale.system().uiLanguages():
        if name[:2] in LANGUAGES:
            return name[:2]
    return "en"


def install_translation(app: QCoreApplication, language: str) -> None:
    """Speak a language from now on: our messages, Qt's own buttons, dates and numbers.

    Args:
        app: The application; it owns the translators and remembers the language.
        language: One of ``LANGUAGES``.
    """
    if language == "de":
        locale = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    else:
        locale = QLocale(QLocale.Language.English)
    QLocale.setDefault(locale)
    app.setProperty("language", language)
    qt_translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{language}", qt_translations),
        (f"rundbrief_{language}", str(resource("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def current_language() -> str:
    """Return the language spoken.

    Returns:
        One of ``LANGUAGES``; "en" where none has been installed.
    """
    app = QCoreApplication.instance()
    language = app and app.property("language")
    return language or "en"


def translated(message: Message | UserFacingError) -> str:
    """Write a message of the core in the language of the window.

    Args:
        message: The message, or an error that carries one. Messages among its values are
            translated too.

    Returns:
        The text with all values filled in.
    """
    if isinstance(message, UserFacingError):
        message = message.message
    values = {key: _translate_value(value) for key, value in message.values.items()}
    return QCoreApplication.translate("core", message.template).format(**values)


def _translate_value(value: object) -> object:
    if isinstance(value, Message):
        return translated(value)
    return value


def QT_TRANSLATE_NOOP(_: str, text: str) -> str:  # noqa: N802 - the name lupdate collects
    """Mark a text for translation; PySide's own function is typed to return an object.

    Args:
        text: The text; what precedes it is the context that it is translated in.

    Returns:
        The text.
    """
    return text
