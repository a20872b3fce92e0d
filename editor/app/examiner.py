"""Checks while people work: after a moment of quiet, aside, and only the newest text counts."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor.app import inspection
from editor.app.aside import Aside
from editor.app.session import Session
from editor.core.checks import Problem, check
from editor.core.issue import parse
from editor.core.text import Edit, Refused, Sentence

_QUIET = 200
"""Milliseconds without a change before checks are made."""
Examined = tuple[str, tuple[Problem, ...]]


class Examiner(QObject):
    """``examined`` tells that ``problems`` are those of the session's text; ``failed`` carries a Sentence."""

    examined = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.problems: tuple[Problem, ...] = ()
        self.text = ""
        """The text that was examined."""
        self._earlier: dict[tuple[Path | None, Path | None], Mapping[str, str]] = {}
        self._aside = Aside(self, "check")
        self._aside.done.connect(self._on_done)
        self._aside.failed.connect(self._on_failed)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self.examine)
        session.changed.connect(lambda _: self._quiet.start())

    @property
    def current(self) -> bool:
        """Whether ``problems`` are those of the text as it is now."""
        return self.text == self.session.text

    def examine(self) -> None:
        """Check now, aside."""
        session = self.session
        if not session.is_open:
            return
        text, profile, place, path, known, library = session.text, session.profile, session.site, session.place, session.knowledge, session.library
        key = (place.root, path)

        def work(_: object) -> Examined:
            if key not in self._earlier:
                self._earlier = {key: inspection.earlier_links(place, path, library)}
            here = inspection.site_checks(place.root).on(profile, path, place.root)
            issue = parse(text, here)
            return text, tuple(check(issue, inspection.context(path, issue, place, known, self._earlier[key])))

        self._aside.start(work)

    def _on_done(self, found: object) -> None:
        assert isinstance(found, tuple)
        self.text, self.problems = found
        if self.current:
            self.examined.emit()

    def _on_failed(self, sentence: Sentence) -> None:
        self.failed.emit(sentence)

    def fix(self, problem: Problem) -> list[Edit]:
        """The edits that mend a problem; [] where nobody can, or where the text has changed since."""
        try:
            return problem.fix() if problem.fix and self.current else []
        except Refused:
            return []

    def close(self) -> None:
        self._quiet.stop()
        self._aside.close()
