"""A user who writes at random, in both views of the text, and sees to it that they stay one."""

import random

from editor.app.document.utf16_positions import shown_text
from editor.core.base.searching import Hit
from editor.core.richtext import table_edits
from editor.core.richtext.blocks import LINE_BREAK, Mark
from editor.core.richtext.proof import Place
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

_MOVES = QTextCursor.MoveOperation
_HTML = (
    "<p>Ein <b>Wort</b> und <a href='https://b.example'>mehr</a></p>",
    "<ul><li>eins</li><li>zwei</li></ul>",
    "<h3>Kopf</h3><p>Text</p><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>"
    "</table>",
)


class Writer:
    """Plays one act after the other in an open document."""

    def __init__(self, window, seed):
        self.window, self.chance = window, random.Random(seed)
        self.text = window.workspace.text
        self.page, self.session = self.text.writing, window.session
        self.before = self.session.text
        self.done = []
        self.acts = [
            *(self.type_words, self.delete, self.delete_word, self.begin_paragraph) * 2,
            *(self.break_line, self.mark, self.heading, self.list_items, self.quote, self.link),
            *(self.move, self.indent, self.paste_html, self.paste_words, self.table, self.rule),
            *(self.cut, self.undo, self.redo, self.turn, self.replace_all, self.move_section),
            *(self.type_in_source, self.change_table),
        ]

    # --- acts ------------------------------------------------------------------------------------

    def type_words(self):
        self.page.type_words(self.chance.choice("ab *_ä🌱[|#-1.<&`"))

    def delete(self):
        self.page.delete(self.chance.choice((_MOVES.PreviousCharacter, _MOVES.NextCharacter)))

    def delete_word(self):
        self.page.delete(self.chance.choice((_MOVES.PreviousWord, _MOVES.NextWord)))

    def begin_paragraph(self):
        self.page.begin_paragraph()

    def break_line(self):
        self.page.type_words(LINE_BREAK)

    def mark(self):
        self.page.toggle_mark(self.chance.choice(list(Mark)[:4]))

    def heading(self):
        self.page.set_heading(self.chance.randint(0, 4))

    def list_items(self):
        self.page.toggle_list(is_numbered=self.chance.random() < 0.3)

    def quote(self):
        self.page.toggle_quote()

    def link(self):
        self.page.set_link(self.chance.choice(("", "https://a.example", "/b c")))

    def move(self):
        self.page.move_blocks(up=self.chance.random() < 0.5)

    def indent(self):
        self.page.indent_items(back=self.chance.random() < 0.5)

    def paste_html(self):
        data = QMimeData()
        data.setHtml(self.chance.choice(_HTML))
        self.page.insertFromMimeData(data)

    def paste_words(self):
        data = QMimeData()
        data.setText("eins\nzwei *drei*\n")
        self.page.insertFromMimeData(data)

    def table(self):
        self.page.insert_table()

    def rule(self):
        self.page.insert_blocks("---")

    def cut(self):
        self.page.cut_selected()

    def undo(self):
        self.session.stack.undo()

    def redo(self):
        self.session.stack.redo()

    def turn(self):
        self.text.toggle()
        self.text.toggle()

    def replace_all(self):
        """Words dragged elsewhere, or replaced, are many edits at once."""
        index = self.chance.randrange(len(self.page.rich.blocks))
        shown = self.page.rich.blocks[index].block.shown
        if len(shown) > 2:
            self.text.find_bar._search.replace_places(
                [Hit(index, 0, 1, "X"), Hit(index, len(shown) - 1, len(shown), "y")], "x"
            )

    def move_section(self):
        sections = self.session.issue.sections
        if sections:
            start = self.chance.choice(sections).span.start
            self.window.workspace.outline.section_stepped.emit(start, self.chance.random() < 0.5)

    def type_in_source(self):
        """The plain view is visible, and a key is pressed there."""
        self.text.toggle()
        source = self.text.source
        source.go_to(self.chance.randint(self.session.issue.front.body, len(self.session.text)))
        source.insertPlainText(self.chance.choice(("a", " ", "*", "\n", "|", "# ")))
        shown = source.document().toRawText().replace("\u2029", "\n")
        assert shown == shown_text(self.session.text)
        self.text.toggle()

    def change_table(self):
        change = self.chance.choice(
            (
                table_edits.add_row,
                table_edits.remove_row,
                table_edits.add_column,
                table_edits.remove_column,
            )
        )
        if self.page.table_here():
            self.page.act(lambda body, part: change(body, part.end), "x")

    # --- playing ---------------------------------------------------------------------------------

    def step(self):
        """Go somewhere, do something, and see that page and text are one."""
        if self.chance.random() < 0.5:
            index = self.chance.randrange(len(self.page.rich.blocks))
            size = len(self.page.rich.blocks[index].block.shown)
            anchor = None
            if self.chance.random() < 0.3:
                anchor = Place(index, self.chance.randint(0, size))
            self.page.put_caret(Place(index, self.chance.randint(0, size)), anchor)
        act = self.chance.choice(self.acts)
        self.done.append(act.__name__)
        act()
        self.check()

    def check(self):
        """Page and text are one."""
        shown = "\n".join(placed.block.shown for placed in self.page.body.blocks)
        assert self.page.body.text == self.session.text, self.done[-5:]
        on_page = self.page.document().toRawText().replace("\u2029", "\n")
        assert on_page == shown, self.done[-5:]

    def undo_all(self):
        """Take everything back."""
        while self.session.stack.canUndo():
            self.session.stack.undo()
        QApplication.processEvents()
        assert self.session.text == self.before
        self.page.show_now()
        self.check()
        self.session.stack.setClean()
