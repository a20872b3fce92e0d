"""The site as its own generator makes it, with the open file's unsaved text in it.

The generator works on a copy of the site's folder in a scratch directory, in a sandbox where the
system has one, and builds the whole site at each change. What it builds is served on a free port of
this machine alone. Hugo, which builds a page at a time, has a server of its own.
"""

import re
import secrets
import shutil
import tempfile
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from editor.app.services.background import BackgroundTask
from editor.app.services.files import write_file
from editor.app.site.hugo_program import parent_death_command
from editor.app.site.sandbox import sandbox_command
from editor.app.site.site_copy import SiteCopy
from editor.app.site.site_programs import SiteProgram, find_program, readable_places
from editor.app.site.static_server import StaticServer
from editor.core.base.encoding import decode
from editor.core.base.messages import Message, translate
from editor.core.base.slugs import make_slug
from editor.core.frontmatter.reading import read_front_matter

_BUILD_MILLISECONDS = 180_000
_STOP_MILLISECONDS = 1500
_LONGEST_REASON = 300
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-")
_WRONG = re.compile(r"error|cannot|not found|failed|exception", re.IGNORECASE)
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class SiteServer(QObject):
    """One page of a site, served as its generator makes it; signals report all, stop() ends it."""

    ready = Signal(str)
    """The address of the page."""
    built = Signal()
    """The page has been built anew."""
    failed = Signal(object)
    """A Message: there is no page, or the generator cannot build the text as it is now."""
    ended = Signal()
    """The server has ended by itself."""

    def __init__(self, row: SiteProgram, parent: QObject | None = None) -> None:
        """Prepare.

        Args:
            row: The program that builds the site.
            parent: The owner.
        """
        super().__init__(parent)
        self._row = row
        self._preparation = BackgroundTask(self, "site")
        self._preparation.done.connect(lambda _: self._build())
        self._preparation.failed.connect(self.failed)
        self._process: QProcess | None = None
        self._late = QTimer(self, singleShot=True, interval=_BUILD_MILLISECONDS)
        self._late.timeout.connect(self._on_late)
        self._program = Path()
        self._scratch: Path | None = None
        self._root, self._page = Path(), Path()
        self._server: StaticServer | None = None
        self._mark = f"rundbrief-{secrets.token_hex(8)}"
        self._latest: bytes | None = None
        self._title = ""
        self._serving = False
        self._stopping = Event()

    @property
    def _output(self) -> Path:
        assert self._scratch
        if self._row.is_told:
            return self._scratch / "public"
        return self._scratch / "site" / self._row.built

    def start(self, root: Path, path: Path, data: bytes) -> None:
        """Serve a page as it would be with another content.

        Args:
            root: The folder of the site.
            path: The file of the page, below ``root``.
            data: The content of the page.
        """
        program = find_program(self._row, root)
        if program is None:
            message = translate(
                "core", "{program} is not installed. It comes with: {installation}"
            ).fill(program=self._row.name, installation=self._row.installation)
            self.failed.emit(message)
            return
        scratch = self._scratch = Path(tempfile.mkdtemp(prefix="rundbrief-site-"))
        self._program, self._root = program, root.resolve()
        self._title = read_front_matter(decode(data)[0]).text("title")
        self._page = scratch / "site" / path.resolve().relative_to(self._root)
        copy = SiteCopy(self._root, scratch / "site", self._page, self._stopping, self._row.built)
        self._preparation.start(lambda _: self._prepare(copy, scratch, data))

    def _prepare(self, copy: SiteCopy, scratch: Path, data: bytes) -> None:
        """In the worker's thread: copy the site; a copy that is not wanted any more is removed."""
        try:
            copy.make(self._with_mark(data))
        finally:
            if self._stopping.is_set():
                shutil.rmtree(scratch, ignore_errors=True)

    def _with_mark(self, data: bytes) -> bytes:
        """The page with a comment that tells its HTML file; MDX knows no such comments."""
        if self._page.suffix == ".mdx":
            return data
        return data.rstrip() + f"\n\n<!-- {self._mark} -->\n".encode()

    def _build(self) -> None:
        """Let the generator build the site with the latest text."""
        if self._stopping.is_set() or self._scratch is None:
            return
        if self._server is None:
            self._server = StaticServer(self._output)
        if self._latest is not None:
            self._write_page(self._latest)
            self._latest = None
        process = self._process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.setWorkingDirectory(str(self._scratch / "site"))
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in self._row.environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        program, *arguments = self._make_command(self._server.address)
        process.start(program, arguments)
        self._late.start()

    def _make_command(self, address: str) -> list[str]:
        assert self._scratch
        arguments = [
            part.format(output=self._output, address=address) for part in self._row.arguments
        ]
        readable = readable_places(self._program, self._root)
        sandbox = sandbox_command(self._scratch, readable)
        return [*parent_death_command(), *sandbox, str(self._program), *arguments]

    def update(self, data: bytes) -> None:
        """Let the generator build the page anew; while it builds, the next build takes the text.

        Args:
            data: The new content of the page.
        """
        self._latest = data
        if self._server and self._process is None:
            self._build()

    def _write_page(self, data: bytes) -> None:
        assert self._scratch
        temporary = self._scratch / "fresh.md"
        write_file(temporary, self._with_mark(data))
        temporary.replace(self._page)

    def _on_finished(self, *_: object) -> None:
        process, self._process = self._process, None
        if process is None or self._stopping.is_set():
            return
        self._late.stop()
        output = bytes(process.readAll().data()).decode("utf-8", "replace")
        has_failed = process.error() is QProcess.ProcessError.FailedToStart or process.exitCode()
        process.deleteLater()
        if has_failed:
            self._fail(self._describe(output or process.errorString()))
        else:
            self._show()
        if self._latest is not None:
            self._build()

    def _show(self) -> None:
        if self._serving:
            self.built.emit()
            return
        path = find_page(self._output, self._mark, self._page, self._title)
        if path is None:
            message = translate(
                "core", "{program} makes no page of “{name}”: it is not in the content of the site."
            )
            self._fail(message.fill(program=self._row.name, name=self._page.name))
            return
        assert self._server
        self._serving = True
        address = path.relative_to(self._output).as_posix()
        self.ready.emit(self._server.address + address.removesuffix("index.html"))

    def _fail(self, message: Message) -> None:
        self.failed.emit(message)
        if not self._serving:
            self.stop()
            self.ended.emit()

    def _describe(self, output: str) -> Message:
        """Why the generator cannot build: its first line about an error, else its last one."""
        plain = _ESCAPES.sub("", output).replace(f"{self._scratch}/site/", "")
        lines = [line.strip() for line in plain.splitlines() if line.strip()]
        lines = [line for line in lines if not line.startswith("at ")] or ["?"]
        wrong = [line for line in lines if _WRONG.search(line) and "warning" not in line.lower()]
        reason = next(iter(wrong), lines[-1])
        return translate("core", "{program} cannot build the page: {reason}").fill(
            program=self._row.name, reason=reason[:_LONGEST_REASON]
        )

    def _on_late(self) -> None:
        if self._process:
            self._process.kill()

    def stop(self) -> None:
        """End the generator and remove the copy; one still being made goes a moment later."""
        self._stopping.set()
        self._late.stop()
        process, self._process = self._process, None
        if process:
            process.terminate()
            if not process.waitForFinished(_STOP_MILLISECONDS):
                process.kill()
                process.waitForFinished(_STOP_MILLISECONDS)
        if self._server:
            self._server.close()
            self._server = None
        if self._scratch:
            removal = Thread(target=shutil.rmtree, args=(self._scratch, True), name="site-removal")
            removal.start()
            removal.join(timeout=1)
        self._scratch = None
        self._preparation.close()


def find_page(output: Path, mark: str, page: Path, title: str = "") -> Path | None:
    """Find the HTML file that a page became.

    Args:
        output: The folder with the built site.
        mark: What stands in a comment of the page, and so in its HTML.
        page: The page's own path.
        title: Its title, after which its HTML may be named.

    Returns:
        The file, of several with the mark the one whose path has the page's name; without any
        mark the one with that name; None for none.
    """
    stem = page.stem if page.stem != "index" else page.parent.name
    names = {stem, _DATED.sub("", stem, count=1), *([make_slug(title)] if title else [])}
    files = sorted(output.rglob("*.html"), key=lambda path: (-len(path.parts), path))
    named = [path for path in files if names & {path.stem, *path.relative_to(output).parts}]
    marked = [path for path in files if _has_mark(path, mark)]
    both = [path for path in named if path in marked]
    return next(iter([*both, *marked, *named]), None)


def _has_mark(path: Path, mark: str) -> bool:
    try:
        return mark in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
