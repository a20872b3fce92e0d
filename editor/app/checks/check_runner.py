"""Runs checks while the user works: in a thread, after a pause in typing."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from editor.app.checks.check_context import find_earlier_links, make_check_context
from editor.app.checks.ignored import IgnoredProblems
from editor.app.checks.link_checker import check_links
from editor.app.checks.site_check_settings import load_site_checks
from editor.app.checks.speller import Dictionaries, load_speller
from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask, TaskStopped
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site import Site
from editor.core.base.edits import Edit
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.checks.body_links import find_links
from editor.core.checks.diagnostic import Diagnostic
from editor.core.checks.spelling import page_language
from editor.core.events.link_reading import read_link
from editor.core.issue.issue import calendar_hrefs, parse_issue
from editor.core.places.gazetteer import Gazetteer
from editor.core.profiles.profile import Profile

_TYPING_PAUSE, _LONGEST_PAUSE = 200, 2000
"""Milliseconds without a change before checks run: as many as the last run took, within these.
A run that lasts until the next key would hold that key up, and be in vain."""
_REST = 0.002
"""Seconds between two checks in which the window's thread has the interpreter to itself."""

CheckedText = tuple[str, Path | None, str]
"""What was checked: a text, where its file is or would go, and the name of its profile."""
CheckResult = tuple[CheckedText, tuple[Diagnostic, ...], float]
"""What was checked, what was found, and how many seconds the checks took."""


class _CheckInput(Struct, frozen=True):
    """What a run needs of the session, which only the window's thread may read."""

    text: str
    path: Path | None
    profile: Profile
    site: Site
    gazetteer: Gazetteer
    registry: ProfileRegistry
    dead_links: Mapping[str, Message]


class CheckRunner(QObject):
    """Keeps the diagnostics of a session's text up to date.

    Attributes:
        session: The document that is checked.
        diagnostics: The problems that the last run found; see ``current``.
        link_answers: What links have answered since the session began.
    """

    finished = Signal()
    """The ``diagnostics`` are those of the session's text."""
    failed = Signal(object)
    """A Message: why checks or links could not run, or what is wrong with the site's settings."""
    links_progressed = Signal(int, int)
    """How many of how many links have been asked."""
    links_finished = Signal(int, int)
    """How many links are known, and how many of them do not answer."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Run checks whenever a session changes.

        Args:
            session: The document.
            parent: The Qt object that owns the runner.
        """
        super().__init__(parent)
        self.session = session
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.link_answers: Mapping[str, Message | None] = {}
        self._checked_text: CheckedText = ("", None, "")
        self._ignored = IgnoredProblems()
        self._earlier_links: dict[tuple[Path | None, Path | None], Mapping[str, str]] = {}
        """Those of the last run alone, by the root of the site and the file."""
        self._spellers: dict[str, Dictionaries | None] = {}
        self.spells = True
        self._settings_problem: Message | None = None
        """What is wrong with the site's settings: reported once."""
        self._link_task = BackgroundTask(self, "links")
        self._link_task.done.connect(self._on_links_checked)
        self._link_task.failed.connect(self.failed)
        self._check_task = BackgroundTask(self, "check")
        self._check_task.done.connect(self._on_checked)
        self._check_task.failed.connect(self.failed)
        self._typing_timer = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._typing_timer.timeout.connect(self.run)
        session.changed.connect(lambda change: self._on_changed(is_new=change.edits is None))
        session.path_changed.connect(lambda _: self._on_changed())

    def _on_changed(self, *, is_new: bool = False) -> None:
        """Typing comes first: a run ends before its next check."""
        if is_new:
            self._ignored.clear()
            self.diagnostics = ()  # those of the document before say nothing of this one
            self._typing_timer.setInterval(_TYPING_PAUSE)
        self._check_task.stop()
        self._typing_timer.start()

    @property
    def current(self) -> bool:
        """Whether ``diagnostics`` are those of the text as it is now."""
        session = self.session
        return self._checked_text == (session.text, session.place, session.profile.name)

    # --- checks ----------------------------------------------------------------------------------

    def run(self) -> None:
        """Run all checks now, in a thread; ``finished`` or ``failed`` follows."""
        session = self.session
        if not session.is_open:
            return
        check_input = _CheckInput(
            text=session.text,
            path=session.place,
            profile=session.profile,
            site=session.site,
            gazetteer=session.gazetteer,
            registry=session.registry,
            dead_links={url: reason for url, reason in self.link_answers.items() if reason},
        )
        self._check_task.start(lambda stop: self._check(check_input, stop))

    def _check(self, check_input: _CheckInput, stop: threading.Event) -> CheckResult:
        """Run the checks; in the worker's thread."""
        from editor.core.checks.table import run_checks  # the page need not wait for all checks

        def pause() -> None:
            if stop.is_set():
                raise TaskStopped
            time.sleep(_REST)

        start = time.monotonic()
        text, path, site = check_input.text, check_input.path, check_input.site
        earlier_links = self._load_earlier_links(check_input, pause)
        issue = parse_issue(text, self._apply_site_settings(check_input))
        for href in calendar_hrefs(issue):  # takes longest, and a run can end at each
            pause()
            read_link(href)
        context = make_check_context(
            path,
            issue,
            site,
            check_input.gazetteer,
            earlier_links=earlier_links,
            dead_links=check_input.dead_links,
            speller=self._load_speller(page_language(issue)),
        )
        diagnostics = tuple(run_checks(issue, context, pause=pause))
        checked_text = (text, path, check_input.profile.name)
        return checked_text, diagnostics, time.monotonic() - start

    def _load_earlier_links(
        self, check_input: _CheckInput, pause: Callable[[], None]
    ) -> Mapping[str, str]:
        site, path = check_input.site, check_input.path
        links = self._earlier_links.get((site.root, path))
        if links is None:
            links = find_earlier_links(site, path, check_input.registry, pause)
            self._earlier_links = {(site.root, path): links}
        return links

    def _apply_site_settings(self, check_input: _CheckInput) -> Profile:
        """Return the profile with the site's settings, and report what is wrong with these."""
        root = check_input.site.root
        settings, problem = load_site_checks(root)
        if problem and problem != self._settings_problem:
            self.failed.emit(problem)
        self._settings_problem = problem
        return settings.apply_to(check_input.profile, check_input.path, root)

    def _load_speller(self, language: str) -> Dictionaries | None:
        """Open dictionaries, which takes a moment; in the worker's thread."""
        if not self.spells:
            return None
        if language not in self._spellers:
            self._spellers[language] = load_speller(language)
        return self._spellers[language]

    def _on_checked(self, result: object) -> None:
        assert isinstance(result, tuple)
        self._checked_text, found, seconds = result
        self._typing_timer.setInterval(
            min(max(_TYPING_PAUSE, round(seconds * 1000)), _LONGEST_PAUSE)
        )
        self.diagnostics = self._ignored.filter(found, self._checked_text[0])
        if self.current:
            self.finished.emit()

    def ignore(self, diagnostic: Diagnostic) -> None:
        """Leave a problem out while the document is open, wherever its words stand.

        Args:
            diagnostic: One of ``diagnostics``.
        """
        self._ignored.add(diagnostic, self._checked_text[0])
        self.run()

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add problems that somebody else has found in the text as it is now.

        Args:
            diagnostics: The problems.
        """
        self.diagnostics += self._ignored.filter(tuple(diagnostics), self._checked_text[0])
        self.finished.emit()

    # --- spelling --------------------------------------------------------------------------------

    def learn(self, word: str) -> None:
        """Add a word to the user's word list, and check again.

        Args:
            word: What the user calls right.

        Raises:
            UserFacingError: If the list cannot be written.
        """
        for speller in filter(None, self._spellers.values()):
            speller.learn(word)
        self.run()

    def unlearn(self, word: str) -> None:
        """Take a word from the user's word list, and check again; see ``learn``."""
        for speller in filter(None, self._spellers.values()):
            speller.unlearn(word)
        self.run()

    # --- links -----------------------------------------------------------------------------------

    def check_links(self, *, private: bool = False) -> None:
        """Ask every link that is not known to answer, in a thread, because the user wants it.

        Args:
            private: Whether addresses of the user's own network are asked, too.
        """
        urls = [link.address for link in find_links(self.session.issue)]
        known = dict(self.link_answers)
        report = self.links_progressed.emit
        self._link_task.start(lambda stop: check_links(urls, known, report, stop, private=private))

    def stop_links(self) -> None:
        """Stop asking links; what is known by then stays known."""
        self._link_task.stop()

    def _on_links_checked(self, answers: object) -> None:
        assert isinstance(answers, dict)
        self.link_answers = answers
        dead = sum(reason is not None for reason in answers.values())
        self.links_finished.emit(len(answers), dead)
        self.run()

    # --- fixing ----------------------------------------------------------------------------------

    def fix(self, diagnostic: Diagnostic) -> list[Edit]:
        """Make the edits that fix a problem.

        Args:
            diagnostic: One of ``diagnostics``.

        Returns:
            The edits; none where there is no fix, or where the text has changed since.
        """
        if diagnostic.fix is None or not self.current:
            return []
        try:
            return diagnostic.fix()
        except UserFacingError:
            return []

    def proposals(self, diagnostic: Diagnostic) -> list[str]:
        """List what may be meant in place of a problem's words.

        Args:
            diagnostic: One of ``diagnostics``.

        Returns:
            The texts, the likeliest first; none where the text has changed since.
        """
        if diagnostic.proposals and self.current:
            return diagnostic.proposals()
        return []

    def close(self) -> None:
        """End all threads; nothing can run afterwards."""
        self._typing_timer.stop()
        for task in self.findChildren(BackgroundTask):
            task.close()
