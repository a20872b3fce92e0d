"""Checks while people work: after a moment of quiet, aside, and only the newest text counts."""

import threading
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor.app.checks.check_context import find_earlier_links, load_site_checks, make_check_context
from editor.app.checks.link_checker import ask_links
from editor.app.checks.speller import Dictionaries, load_speller
from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask, TaskStopped
from editor.core.base.edits import Edit
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.checks.links import find_links
from editor.core.checks.table import Diagnostic, run_checks
from editor.core.events import calendar_link
from editor.core.issue.issue import calendar_hrefs, parse_issue

_QUIET = 200
"""Milliseconds without a change before checks are made."""
_BREATH = 0.002
"""Seconds between two checks in which the window's thread has the interpreter to itself."""
CheckedText = tuple[str, Path | None, str]
"""A text, its file and the name of its profile: what was examined."""
CheckResult = tuple[CheckedText, tuple[Diagnostic, ...]]


class CheckRunner(QObject):
    """``examined`` tells that ``diagnostics`` are those of the session's text; ``failed`` carries a Message."""

    examined = Signal()
    failed = Signal(object)
    asked = Signal(int, int)
    """So many links of so many have been asked."""
    links_done = Signal(int, int)
    """So many links are known, so many of them do not answer."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self._examined: CheckedText = ("", None, "")
        self._earlier: dict[tuple[Path | None, Path | None], Mapping[str, str]] = {}
        self.answers: Mapping[str, Message | None] = {}
        """What links have answered in this session."""
        self._spellers: dict[str, Dictionaries | None] = {}
        self._complaint: Message | None = None
        """What is wrong with the site's settings: said once."""
        self._asker = BackgroundTask(self, "links")
        self._asker.done.connect(self._on_answers)
        self._asker.failed.connect(self.failed)
        self._task = BackgroundTask(self, "check")
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self.failed)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self.examine)
        session.changed.connect(lambda _: self._on_changed())
        session.path_changed.connect(lambda _: self._on_changed())

    def _on_changed(self) -> None:
        """Whoever types comes first: what is being checked ends before the next check."""
        self._task.stop()
        self._quiet.start()

    @property
    def current(self) -> bool:
        """Whether ``diagnostics`` are those of the text as it is now."""
        return self._examined == (self.session.text, self.session.path, self.session.profile.name)

    def examine(self) -> None:
        """Check now, aside."""
        session = self.session
        if not session.is_open:
            return
        text, profile, place, path, known, registry = (
            session.text,
            session.profile,
            session.site,
            session.place,
            session.gazetteer,
            session.registry,
        )
        key, dead = (
            (place.root, path),
            {url: sentence for url, sentence in self.answers.items() if sentence},
        )

        def work(stop: threading.Event) -> CheckResult:
            def pause() -> None:
                if stop.is_set():
                    raise TaskStopped
                time.sleep(_BREATH)

            earlier = self._earlier.get(key)
            if earlier is None:
                earlier = find_earlier_links(place, path, registry, pause)
                self._earlier = {key: earlier}
            settings, wrong = load_site_checks(place.root)
            if wrong and wrong != self._complaint:
                self.failed.emit(wrong)
            self._complaint = wrong
            here = settings.on(profile, path, place.root)
            issue = parse_issue(text, here)
            for href in calendar_hrefs(
                issue
            ):  # remembered: what takes longest can be left off at any link
                pause()
                calendar_link.read_link(href)
            speller = self._speller(profile.language)
            around = make_check_context(
                path, issue, place, known, earlier=earlier, dead=dead, speller=speller
            )
            return (text, path, profile.name), tuple(run_checks(issue, around, pause=pause))

        self._task.start(work)

    def _speller(self, language: str) -> Dictionaries | None:
        """In the worker's thread: dictionaries take a moment to open."""
        if language not in self._spellers:
            self._spellers[language] = load_speller(language)
        return self._spellers[language]

    def learn(self, word: str) -> None:
        """The user says that a word is right. Raises UserFacingError."""
        for one in self._spellers.values():
            if one:
                one.learn(word)
        self.examine()

    def unlearn(self, word: str) -> None:
        """It was not right after all. Raises UserFacingError."""
        for one in self._spellers.values():
            if one:
                one.unlearn(word)
        self.examine()

    # --- links -----------------------------------------------------------------------------------

    def ask_links(self, *, private: bool = False) -> None:
        """Ask every link whether anything is there: somebody has clicked for this. What is known stays known."""
        issue, known = self.session.issue, dict(self.answers)
        urls = [link.address for link in find_links(issue)]
        self._asker.start(lambda stop: ask_links(urls, known, self._tell, stop, private=private))

    def _tell(self, done: int, total: int) -> None:
        """In the worker's thread."""
        self.asked.emit(done, total)

    def stop_links(self) -> None:
        self._asker.stop()

    def _on_answers(self, found: object) -> None:
        assert isinstance(found, dict)
        self.answers = found
        self.links_done.emit(len(found), sum(sentence is not None for sentence in found.values()))
        self.examine()

    def _on_done(self, found: object) -> None:
        assert isinstance(found, tuple)
        self._examined, self.diagnostics = found
        if self.current:
            self.examined.emit()

    def fix(self, diagnostic: Diagnostic) -> list[Edit]:
        """The edits that mend a problem; [] where nobody can, or where the text has changed since."""
        try:
            if diagnostic.fix and self.current:
                return diagnostic.fix()
            return []
        except UserFacingError:
            return []

    def proposals(self, diagnostic: Diagnostic) -> list[str]:
        """What may be meant in the place of a problem's words."""
        if diagnostic.proposals and self.current:
            return diagnostic.proposals()
        return []

    def close(self) -> None:
        self._quiet.stop()
        self._asker.close()
        self._task.close()
