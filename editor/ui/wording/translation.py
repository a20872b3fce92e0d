"""German and English: which one, and how the core's sentences are said in it."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.resources import resource

LANGUAGES = ("de", "en")


def system_language() -> str:
    """The first of the system's languages that the program speaks; English otherwise."""
    for name in QLocale.system().uiLanguages():
        if name[:2] in LANGUAGES:
            return name[:2]
    return "en"


def install_translation(app: QCoreApplication, language: str) -> None:
    """Speak a language from now on: our sentences, Qt's own buttons, dates and numbers."""
    QLocale.setDefault(
        QLocale(QLocale.Language.German, QLocale.Country.Germany)
        if language == "de"
        else QLocale(QLocale.Language.English)
    )
    app.setProperty("language", language)
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{language}", qt),
        (f"rundbrief_{language}", str(resource("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def current_language() -> str:
    """The language spoken: "de" or "en"."""
    app = QCoreApplication.instance()
    return (app.property("language") if app else None) or "en"


def translated(sentence: Message | UserFacingError) -> str:
    """A sentence of the core in the language of the window."""
    if isinstance(sentence, UserFacingError):
        sentence = sentence.message
    values = {
        key: translated(value) if isinstance(value, Message) else value
        for key, value in sentence.values.items()
    }
    return QCoreApplication.translate("core", sentence.template).format(**values)
