"""What the program is and what it is made of, with the licences of all parts, as Markdown."""

from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, qVersion

from editor import HOME_PAGE, __version__
from editor.app.services.parts import list_parts
from editor.resources import resource


def write_about() -> str:
    """Write the text for the page *About*.

    Returns:
        Markdown.
    """
    return "\n\n".join([_introduce(), _write_qt(), _write_data(), _write_parts()]) + "\n"


def _introduce() -> str:
    text = QCoreApplication.translate(
        "About",
        "An editor for newsletter issues: forms and a page to write on over Markdown, of which "
        "not one byte changes that you did not touch. Free software under the MIT licence.",
    )
    return f"# Rundbrief {__version__}\n\n{text} [{HOME_PAGE.partition('//')[2]}]({HOME_PAGE})"


def _write_qt() -> str:
    folder = Path(PySide6.__file__).parent
    words = QCoreApplication.translate(
        "About",
        "The window is made with Qt {0} and PySide6 {1}, which you may use, change and pass on "
        "under the [LGPL, version 3](https://www.gnu.org/licenses/lgpl-3.0.html). They are "
        "libraries of their own in the folder `{2}`: put others of the same version series in "
        "their place, and Rundbrief uses yours. Their source code is at "
        "[download.qt.io](https://download.qt.io/official_releases/).",
    ).format(qVersion(), PySide6.__version__, folder)
    preview = QCoreApplication.translate(
        "About",
        "The preview is drawn by Qt WebEngine, which contains Chromium and its parts; each has "
        "its licence, all of them are listed at "
        "[doc.qt.io](https://doc.qt.io/qt-6/qtwebengine-licensing.html).",
    )
    return f"## Qt\n\n{words}\n\n{preview}"


def _write_data() -> str:
    heading = QCoreApplication.translate("About", "Icons and data")
    words = QCoreApplication.translate(
        "About",
        "Icons: [Lucide](https://lucide.dev) (ISC). Postcodes and places: "
        "[GeoNames](https://www.geonames.org) (CC BY 4.0). Dictionaries are those of your system, "
        "with the licences they have there.",
    )
    if resource("dictionaries").is_dir():
        words += " " + QCoreApplication.translate(
            "About",
            "Two came along, in the folder `{0}`: German by Björn Jacke and others (GPL, "
            "version 2 or 3) and English from [SCOWL](http://wordlist.aspell.net) (its README is "
            "there).",
        ).format(resource("dictionaries"))
    return f"## {heading}\n\n{words}"


def _write_parts() -> str:
    heading = QCoreApplication.translate("About", "Packages of Python")
    columns = QCoreApplication.translate("About", "| package | version | licence |")
    rows = "\n".join(f"| {part.name} | {part.version} | {part.license} |" for part in list_parts())
    return f"## {heading}\n\n{columns}\n|---|---|---|\n{rows}"
