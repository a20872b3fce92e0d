"""A window speaks one language, the core's sentences included; each Alt key leads to one place."""

import subprocess
import sys

import pytest
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.frontmatter.reading import read_front_matter

from helpers.corpus import ROOT

SCRIPT = """
import os, sys
from collections import Counter
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from editor.core.base import encoding
from editor.core.base.errors import UserFacingError
from editor.ui import main
from editor.ui.dialogs.comparison import ComparisonDialog
from editor.ui.widgets.mnemonics import menu_mnemonics, mnemonic_of
from editor.ui.wording.translation import translated
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
app = main.make_application(sys.argv[1])
window = main.make_window()
window.show()
window.open_sample()
for form in window.workspace.middle.pages.values():
    window.workspace.middle.setCurrentWidget(form)
    form.show_now()
window.status.show_words()
question = window.files.make_question()[0]
dialog = ComparisonDialog(window, "", "", "a", "a", window.session.profile, "x")
texts = {dialog.view.lines.toPlainText()}
for parent, kinds in ((window, (QLabel, QPushButton)), (question, (QPushButton,))):
    for kind in kinds:
        texts |= {widget.text() for widget in parent.findChildren(kind)}
for menu in window.menuBar().actions():
    texts.add(menu.text())
    texts |= {action.text() for action in menu.menu().actions()}
try:
    encoding.decode(b"\\xff")
except UserFacingError as refused:
    texts.add(translated(refused))
print("\\n".join(sorted(texts)))
pages = window.workspace.middle.pages.values()
for page in (*pages, window.workspace.diagnostics, window.front.home.page):
    widgets = page.findChildren(QLabel) + page.findChildren(QAbstractButton)
    keys = Counter(mnemonic_of(widget.text()) for widget in widgets)
    keys.update(menu_mnemonics(window.menuBar()))
    for key, count in keys.items():
        if key and count > 1:
            print("TWICE", type(page).__name__, key)
window.close()
"""


@pytest.mark.parametrize(
    ("language", "spoken", "foreign"),
    [
        (
            "de",
            [
                "&Datei",
                "Termin &hinzufügen",
                "Nicht sichern",
                "Abbrechen",
                "Keine Zeile unterscheidet sich.",
                "Die Datei ist nicht in UTF-8",
                "275 Wörter",
            ],
            ["Add event", "&Save", "Cancel"],
        ),
        (
            "en",
            [
                "&Add event",
                "Do not save",
                "Cancel",
                "No line differs.",
                "The file is not UTF-8",
                "275 words",
            ],
            ["Termin &hinzufügen", "Abbrechen"],
        ),
    ],
)
def test_a_whole_window_speaks_one_language(language, spoken, foreign):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, language],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "TWICE" not in done.stdout  # an Alt key leads to one place
    shown = done.stdout.replace("&", "")
    for text in spoken:
        assert text.replace("&", "") in shown, text
    for text in foreign:
        assert text.replace("&", "") not in shown.splitlines(), text


def test_sentences_keep_their_values_for_translation():
    with pytest.raises(UserFacingError) as refused:
        decode(b"a\n\xff")
    assert refused.value.message.values == {"byte": "0xFF", "line": 2}
    front = read_front_matter("---\na: [\n---\n")
    assert front.problem.values["line"] == 3
