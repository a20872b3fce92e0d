"""A user as a state machine: forms, typing, undo, redo, save, reload, in any order."""

import os
import random
from contextlib import suppress
from datetime import date, time

import pytest
from editor.app.document.session import Session
from editor.app.document.utf16_positions import Utf16Positions, shown_text
from editor.app.drafts.journal import DraftHeader, read_draft, write_header, write_step
from editor.core.attribution.line import change_attribution, read_attribution, write_attribution
from editor.core.base.encoding import encode
from editor.core.base.errors import UserFacingError
from editor.core.calendar.dates import TimeSpan
from editor.core.events.editing import change_event
from editor.core.events.insertion import add_entries
from editor.core.events.lists import move_entries, remove_entries
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
from editor.core.frontmatter.editing import add_key, put_value, remove_node
from editor.core.issue.issue import parse_issue
from editor.ui.workspace.source_pane import SourcePane
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace
from PySide6.QtGui import QTextCursor

from helpers.corpus import EDGES, OWN, SAMPLE
from helpers.qt_input import type_text

TYPED = st.text(st.sampled_from("abc äöüß€😀🌱\n#*-:'\"|>[]\u00a0"), min_size=1, max_size=6)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


DOCUMENTS = [*EDGES.values(), *(path.read_bytes() for path in (*OWN, SAMPLE))]


class User(RuleBasedStateMachine):
    """Does to a document what a user can; the pane of Markdown and the session must agree."""

    shelf = None
    folder = None

    @initialize(data=st.sampled_from(DOCUMENTS))
    def open(self, data):
        self.path = self.folder / f"{os.getpid()}.md"
        self.path.write_bytes(data)
        self.session = Session(self.shelf)
        self.pane = SourcePane(self.session)
        self.pane.show()  # it follows where it is seen
        self.session.opened.connect(self.begin_journal)
        self.session.stored.connect(lambda _: self.begin_journal())
        self.session.stepped.connect(lambda step: self.journal.append(write_step(step, 1.0)))
        self.session.open(self.path)
        self.opened = self.session.text

    def begin_journal(self):
        """What is saved needs no journal; what comes after it does."""
        self.journal = [write_header(DraftHeader(self.session.text, self.session.form, "a.md"))]

    def check_journal(self):
        """A crash now would cost nothing: the journal holds the text, and what can be undone."""
        draft = read_draft(b"".join(self.journal))
        assert (draft.text, draft.form) == (self.session.text, self.session.form)
        restored = Session(self.shelf)
        restored.open_content(self.path, encode(draft.header.base, draft.header.form))
        for step in draft.steps:
            restored.repeat(step)
        assert restored.text == self.session.text
        for _ in range(restored.stack.index()):
            restored.stack.undo()
        assert restored.text == draft.header.base

    def put(self, make, label, merge=""):
        """Apply the edits that ``make`` returns, unless it refuses to make them."""
        with suppress(UserFacingError):
            self.session.apply(make(), label, merge=merge)

    @rule(words=WORDS, which=st.integers(0, 30))
    def put_a_field(self, words, which):
        front = self.session.issue.front
        nodes = [node for node in front.root.walk() if node.kind == "scalar"] if front.root else []
        if nodes:
            path = nodes[which % len(nodes)].path
            self.put(
                lambda: put_value(self.session.text, front, path, words),
                "Feld",
                f"head:{path}",
            )

    @rule(words=WORDS)
    def add_a_field(self, words):
        front = self.session.issue.front
        self.put(
            lambda: add_key(self.session.text, front, (f"neu{len(front.keys)}",), words),
            "Feld",
        )

    @rule(which=st.integers(0, 30))
    def remove_a_field(self, which):
        front = self.session.issue.front
        if front.keys:
            self.put(
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
            self.put(lambda: put_value(self.session.text, front, path, line), "Nachweis")

    @rule(title=WORDS, day=DAYS, hour=st.integers(0, 23), online=st.booleans())
    def add_an_event(self, title, day, hour, online):
        values = EventData(
            title,
            TimeSpan(day, time(hour)),
            "" if online else "Haus, Weg 1, 04103 Leipzig",
            online,
            "https://e.example",
        )
        self.put(lambda: add_entries(self.session.edit_context(), [values]), "Termin")

    @rule(which=st.integers(0, 30), title=WORDS, day=DAYS, part=st.integers(0, 4))
    def change_an_event(self, which, title, day, part):
        events = self.session.issue.events
        if not events:
            return
        event = events[which % len(events)]
        old = read_event_data(event, self.session.text)
        changes = (
            {"title": title},
            {"when": TimeSpan(day, time(9, 30))},
            {"address": title.strip(), "online": True},
            {"url": "https://n.example"},
            {"notes": title},
        )
        self.put(
            lambda: change_event(self.session.edit_context(), event, replace(old, **changes[part])),
            "Termin",
            f"event:{which}:{part}",
        )

    @rule(which=st.integers(0, 30), other=st.integers(0, 30), behind=st.booleans())
    def move_an_event(self, which, other, behind):
        events = self.session.issue.events
        if events:
            self.put(
                lambda: move_entries(
                    self.session.edit_context(),
                    [events[which % len(events)]],
                    events[other % len(events)],
                    behind=behind,
                ),
                "Termin",
            )

    @rule(which=st.integers(0, 30))
    def remove_an_entry(self, which):
        entries = self.session.issue.entries
        if entries:
            self.put(
                lambda: remove_entries(self.session.edit_context(), entries[which % len(entries)]),
                "Termin",
            )

    def place_caret(self, position, mode=QTextCursor.MoveMode.MoveAnchor):
        """Put the caret at a position of the document.

        Never inside an emoji: no key or mouse brings a caret there.
        """
        positions = Utf16Positions(self.session.text)
        cursor = self.pane.textCursor()
        cursor.setPosition(positions.to_document(positions.to_text(position)), mode)
        self.pane.setTextCursor(cursor)

    @rule(words=TYPED, at=st.integers(0, 10**6))
    def type(self, words, at):
        self.place_caret(at % self.pane.document().characterCount())
        type_text(self.pane, words)

    @rule(at=st.integers(0, 10**6), count=st.integers(1, 12), words=st.one_of(st.just(""), TYPED))
    def replace_a_selection(self, at, count, words):
        last = self.pane.document().characterCount() - 1
        self.place_caret(at % (last + 1))
        end = min(self.pane.textCursor().position() + count, last)
        self.place_caret(end, QTextCursor.MoveMode.KeepAnchor)
        if words:
            self.pane.insertPlainText(words)
        else:
            self.pane.textCursor().removeSelectedText()

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
            shown = self.pane.document().toRawText().replace("\u2029", "\n")
            assert shown == shown_text(self.session.text)
            assert parse_issue(self.session.text, self.session.profile) == self.session.issue

    def teardown(self):
        """Undo everything, and do it again."""
        if not hasattr(self, "session"):
            return
        self.check_journal()
        stack = self.session.stack
        end, steps = self.session.text, stack.index()
        for _ in range(steps):
            stack.undo()
        assert self.session.text == self.opened
        for _ in range(steps):
            stack.redo()
        assert self.session.text == end
        self.pane.deleteLater()
        self.session.deleteLater()


STEPS = int(os.environ.get("RUNDBRIEF_STEPS", "50"))
"""How many of the 2000 steps each document gets."""


def test_a_user_plays_2000_steps(shelf, tmp_path, qapp):
    User.shelf, User.folder = shelf, tmp_path
    runner = User.TestCase
    runner.settings = settings(
        max_examples=2000 // STEPS,
        stateful_step_count=STEPS,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=[Phase.generate],
    )
    runner("runTest").runTest()


def random_steps(user, chance):
    """What a user may do next, with values drawn when it is done."""
    letters = "abc äöü€😀🌱\n#*:'\"[]\u00a0"

    def words(count):
        return "".join(chance.choices(letters, k=count))

    def anywhere():
        return chance.randrange(10**6)

    def some():
        return chance.randrange(30)

    def a_day():
        return date(2026, chance.randrange(1, 13), 5)

    def a_title():
        return "Titel " + chance.choice("äöü")

    return (
        lambda: user.type(words(3), anywhere()),
        lambda: user.replace_a_selection(
            anywhere(), chance.randrange(1, 20), chance.choice(["", "ü"])
        ),
        lambda: user.put_a_field(words(4), some()),
        lambda: user.change_an_event(some(), a_title(), a_day(), chance.randrange(5)),
        lambda: user.add_an_event(f"Neu {chance.random()}", a_day(), 18, True),
        lambda: user.remove_an_entry(some()),
        user.undo,
        user.undo,
        user.redo,
        user.save,
        user.pause,
    )


@pytest.mark.parametrize("seed", range(2))
def test_one_long_session(shelf, tmp_path, qapp, seed):
    """One document, 600 steps drawn at random: deep undo stacks, merges across everything."""
    chance = random.Random(seed)
    User.shelf, User.folder = shelf, tmp_path
    user = User()
    user.open(SAMPLE.read_bytes())
    steps = random_steps(user, chance)
    for _ in range(600):
        chance.choice(steps)()
        user.the_pane_shows_the_text()
    user.teardown()
