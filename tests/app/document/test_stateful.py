"""A user as a state machine: forms, typing, undo, redo, save, reload, in any order, for 2 000 steps."""

import os
import random
from dataclasses import replace
from datetime import date, time

import pytest
from editor.app.document.session import Session
from editor.app.document.utf16_positions import shown_text
from editor.core.attribution.line import change_attribution, read_attribution, write_attribution
from editor.core.base.encoding import encode
from editor.core.base.errors import UserFacingError
from editor.core.calendar.dates import TimeSpan
from editor.core.events.editing import change_event
from editor.core.events.lists import add_entries, move_entries, remove_entries
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
from editor.core.frontmatter.editing import add_key, put_value, remove_node
from editor.core.issue.issue import parse_issue
from editor.ui.workspace.source_pane import SourcePane
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from helpers.corpus import EDGES, SAMPLE

TYPED = st.text(st.sampled_from("abc äöüß€😀🌱\n#*-:'\"|>[]\u00a0"), min_size=1, max_size=6)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


class User(RuleBasedStateMachine):
    shelf = None
    folder = None

    @initialize(data=st.sampled_from([*EDGES.values(), SAMPLE.read_bytes()]))
    def open(self, data):
        self.path = self.folder / f"{os.getpid()}.md"
        self.path.write_bytes(data)
        self.session = Session(self.shelf)
        self.pane = SourcePane(self.session)
        self.session.open(self.path)
        self.before = {0: self.session.text}

    def _put(self, make, label, merge=""):
        try:
            self.session.apply(make(), label, merge=merge)
        except UserFacingError:
            pass

    @rule(words=WORDS, which=st.integers(0, 30))
    def put_a_field(self, words, which):
        front = self.session.issue.front
        nodes = [node for node in front.root.walk() if node.kind == "scalar"] if front.root else []
        if nodes:
            path = nodes[which % len(nodes)].path
            self._put(
                lambda: put_value(self.session.text, front, path, words),
                "Feld",
                f"head:{path}",
            )

    @rule(words=WORDS)
    def add_a_field(self, words):
        front = self.session.issue.front
        self._put(
            lambda: add_key(self.session.text, front, (f"neu{len(front.keys)}",), words),
            "Feld",
        )

    @rule(which=st.integers(0, 30))
    def remove_a_field(self, which):
        front = self.session.issue.front
        if front.keys:
            self._put(
                lambda: remove_node(
                    self.session.text, front, (front.keys[which % len(front.keys)],)
                ),
                "Feld",
            )

    @rule(words=WORDS)
    def change_the_attribution(self, words):
        front = self.session.issue.front
        path = ("images", 0, "attribution")
        parts = read_attribution(front.text(*path))
        if parts:
            line = write_attribution(change_attribution(parts, author=words or "x"))
            self._put(lambda: put_value(self.session.text, front, path, line), "Nachweis")

    @rule(title=WORDS, day=DAYS, hour=st.integers(0, 23), online=st.booleans())
    def add_an_event(self, title, day, hour, online):
        values = EventData(
            title,
            TimeSpan(day, time(hour)),
            "" if online else "Haus, Weg 1, 04103 Leipzig",
            online,
            "https://e.example",
        )
        self._put(lambda: add_entries(self.session.edit_context(), [values]), "Termin")

    @rule(which=st.integers(0, 30), title=WORDS, day=DAYS, part=st.integers(0, 4))
    def change_an_event(self, which, title, day, part):
        found = self.session.issue.events
        if not found:
            return
        event = found[which % len(found)]
        old = read_event_data(event, self.session.text)
        changes = (
            {"title": title},
            {"when": TimeSpan(day, time(9, 30))},
            {"address": title.strip(), "online": True},
            {"url": "https://n.example"},
            {"notes": title},
        )
        self._put(
            lambda: change_event(self.session.edit_context(), event, replace(old, **changes[part])),
            "Termin",
            f"event:{which}:{part}",
        )

    @rule(which=st.integers(0, 30), other=st.integers(0, 30), behind=st.booleans())
    def move_an_event(self, which, other, behind):
        found = self.session.issue.events
        if found:
            self._put(
                lambda: move_entries(
                    self.session.edit_context(),
                    [found[which % len(found)]],
                    found[other % len(found)],
                    behind=behind,
                ),
                "Termin",
            )

    @rule(which=st.integers(0, 30))
    def remove_an_entry(self, which):
        found = self.session.issue.entries
        if found:
            self._put(
                lambda: remove_entries(self.session.edit_context(), found[which % len(found)]),
                "Termin",
            )

    def _whole(self, position):
        """Never inside an emoji: no key or mouse brings a caret there."""
        return self.pane._positions.to_document(self.pane._positions.to_text(position))

    @rule(words=TYPED, at=st.integers(0, 10**6))
    def type(self, words, at):
        cursor = self.pane.textCursor()
        cursor.setPosition(self._whole(at % self.pane.document().characterCount()))
        self.pane.setTextCursor(cursor)
        for char in words:
            key = Qt.Key.Key_Return if char == "\n" else Qt.Key.Key_A
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    self.pane,
                    QKeyEvent(
                        kind, key, Qt.KeyboardModifier.NoModifier, "\r" if char == "\n" else char
                    ),
                )

    @rule(at=st.integers(0, 10**6), count=st.integers(1, 12), words=st.one_of(st.just(""), TYPED))
    def replace_a_selection(self, at, count, words):
        cursor = self.pane.textCursor()
        last = self.pane.document().characterCount() - 1
        cursor.setPosition(self._whole(at % (last + 1)))
        cursor.setPosition(
            self._whole(min(cursor.position() + count, last)), QTextCursor.MoveMode.KeepAnchor
        )
        self.pane.setTextCursor(cursor)
        self.pane.insertPlainText(words) if words else self.pane.textCursor().removeSelectedText()

    @rule()
    def undo(self):
        self.session.stack.undo()

    @rule()
    def redo(self):
        self.session.stack.redo()

    @rule()
    def pause(self):
        self.session.pause()

    @rule()
    def save(self):
        self.session.save()
        assert self.path.read_bytes() == encode(self.session.text, self.session.form)

    @rule(words=TYPED)
    def the_disk_changes_and_is_taken_over(self, words):
        self.path.write_bytes(self.path.read_bytes() + words.encode())
        self.session.reload("Von der Platte")

    @invariant()
    def the_pane_shows_the_text(self):
        if hasattr(self, "pane"):
            assert self.pane.document().toRawText().replace("\u2029", "\n") == shown_text(
                self.session.text
            )
            assert parse_issue(self.session.text, self.session.profile) == self.session.issue

    def teardown(self):
        if not hasattr(self, "session"):
            return
        end = self.session.text
        for _ in range(self.session.stack.index()):
            self.session.stack.undo()
        assert self.session.text == self.before[0]
        while self.session.stack.canRedo():
            self.session.stack.redo()
        assert self.session.text == end or self.session.stack.index() > 0
        self.pane.deleteLater()
        self.session.deleteLater()


STEPS = int(os.environ.get("RUNDBRIEF_STEPS", "50"))


def test_a_user_plays_2000_steps(shelf, tmp_path, qapp):
    User.shelf, User.folder = shelf, tmp_path
    runner = User.TestCase
    runner.settings = settings(
        max_examples=2000 // STEPS,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=[Phase.generate],
    )
    random.seed(0)
    runner("runTest").runTest()


@pytest.mark.parametrize("seed", range(2))
def test_one_long_session(shelf, tmp_path, qapp, seed):
    """One document, 600 steps drawn at random: deep undo stacks, merges across everything."""
    chance = random.Random(seed)
    User.shelf, User.folder = shelf, tmp_path
    user = User()
    user.open(SAMPLE.read_bytes())
    letters = "abc äöü€😀🌱\n#*:'\"[]\u00a0"
    moves = (
        lambda: user.type("".join(chance.choices(letters, k=3)), chance.randrange(10**6)),
        lambda: user.replace_a_selection(chance.randrange(10**6), chance.randrange(1, 20), chance.choice(["", "ü"])),
        lambda: user.put_a_field("".join(chance.choices(letters, k=4)), chance.randrange(30)),
        lambda: user.change_an_event(chance.randrange(30), "Titel " + chance.choice("äöü"), date(2026, chance.randrange(1, 13), 5), chance.randrange(5)),
        lambda: user.add_an_event(f"Neu {chance.random()}", date(2026, chance.randrange(1, 13), 7), 18, True),
        lambda: user.remove_an_entry(chance.randrange(30)),
        user.undo, user.undo, user.redo, user.save, user.pause,
    )  # fmt: skip
    for _ in range(600):
        chance.choice(moves)()
        user.the_pane_shows_the_text()
    user.teardown()
