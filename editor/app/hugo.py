"""The site as the real Hugo makes it, with the open file's unsaved text in it.

Hugo works on a copy of the site's folder in a scratch directory, so nothing of the site is ever touched, and
is served on a free port of this machine alone. It ends with its owner, and with the program on Linux even when
that is killed.
"""

import csv
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, Signal

from editor.app import files
from editor.core.text import Refused, Sentence, translate

_LEFT_OUT = {".git", "public", "node_modules", ".hugo_build.lock"}
_MOST = 2 * 2**30
_PATIENCE = 120
_BASE = "http://127.0.0.1/"
_SHOW_ALL = ("--buildDrafts", "--buildFuture", "--buildExpired")
_BUILT = re.compile(r"(?:Total|Built) in \d+ ?ms")


def find_hugo() -> str | None:
    """Hugo on the PATH, or beside this Python (``pip install hugo``)."""
    own = Path(sys.executable).with_name("hugo.exe" if os.name == "nt" else "hugo")
    return shutil.which("hugo") or (str(own) if own.exists() else None)


class HugoServer(QObject):
    """One page of a site, served as Hugo makes it. Everything is reported by signals; stop() ends it all."""

    ready = Signal(str)
    """The address of the page."""
    built = Signal()
    """The page has been built anew."""
    failed = Signal(object)
    """A Sentence; the server has stopped, or Hugo cannot build the text as it is now."""
    _prepared = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "hugo")
        self._process: QProcess | None = None
        self._scratch: Path | None = None
        self._target: Path | None = None
        self._address = self._said = ""
        self._serving = self._stopped = False
        self._broken = False
        """Hugo has said that it cannot build the text as it is."""
        self._prepared.connect(self._on_prepared, Qt.ConnectionType.QueuedConnection)

    @property
    def scratch(self) -> Path | None:
        """The copy of the site."""
        return self._scratch

    def start(self, root: Path, path: Path, data: bytes) -> None:
        """Serve the page of a file below ``root`` as it would be with these bytes."""
        hugo = find_hugo()
        if hugo is None:
            how = translate("core", "Hugo is not installed. On Debian: apt install hugo; elsewhere: pip install hugo.")
            self.failed.emit(how.fill())
            return
        self._scratch = Path(tempfile.mkdtemp(prefix="rundbrief-site-"))
        self._target = self._scratch / "site" / path.resolve().relative_to(root.resolve())
        self._pool.submit(_prepare, hugo, root.resolve(), self._scratch / "site", self._target, data).add_done_callback(self._deliver)

    def _deliver(self, future: object) -> None:
        """In the worker's thread."""
        if not self._stopped and not future.cancelled():  # type: ignore[attr-defined]
            self._prepared.emit(future)

    def _on_prepared(self, future: object) -> None:
        if self._stopped:
            return
        try:
            hugo, where = future.result()  # type: ignore[attr-defined]
        except Refused as refused:
            self.failed.emit(refused.sentence)
            return
        self._serve(hugo, where)

    def _serve(self, hugo: str, where: str) -> None:
        assert self._scratch
        port = _free_port()
        self._address = f"http://127.0.0.1:{port}{where}"
        process = self._process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.setWorkingDirectory(str(self._scratch / "site"))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("HUGO_CACHEDIR", str(self._scratch / "cache"))
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_words)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        options = ["server", "--bind", "127.0.0.1", "--port", str(port), "--baseURL", _BASE, "--disableLiveReload", "--noHTTPCache"]
        command = [*_leash(), hugo, *options, *_SHOW_ALL]
        process.start(command[0], command[1:])

    def update(self, data: bytes) -> None:
        """The text has changed: Hugo builds the page anew, once, since it never sees half a file."""
        if self._target and self._process and self._scratch:
            fresh = self._scratch / "fresh.md"
            files.write(fresh, data)
            fresh.replace(self._target)

    def _on_words(self) -> None:
        assert self._process
        self._said += bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        *lines, self._said = self._said.split("\n")
        for line in lines:
            self._on_line(line.strip())

    def _on_line(self, line: str) -> None:
        if line.startswith("Change detected"):
            self._broken = False
        elif line.startswith(("ERROR", "Error")) and not self._broken:
            self._broken = True
            self.failed.emit(_hugo_says(line))
        elif "Web Server is available" in line:
            self._serving = True
            self.ready.emit(self._address)
        elif self._serving and not self._broken and _BUILT.match(line):
            self.built.emit()

    def _on_finished(self, *_: object) -> None:
        if not self._stopped and not self._broken:
            self.failed.emit(_hugo_says(self._said))
        self.stop()

    def stop(self) -> None:
        """End Hugo and take the copy away."""
        self._stopped = True
        if self._process:
            self._process.terminate()
            if not self._process.waitForFinished(1500):
                self._process.kill()
                self._process.waitForFinished(1500)
            self._process = None
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._scratch:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._scratch = None


def _prepare(hugo: str, root: Path, copy: Path, target: Path, data: bytes) -> tuple[str, str]:
    """Copy the site, put the text in, and ask Hugo under which address it will be."""
    _mirror(root, copy)
    target.parent.mkdir(parents=True, exist_ok=True)
    files.write(target, data)
    return hugo, _path_of(hugo, copy, target)


def _mirror(root: Path, copy: Path) -> None:
    size = 0
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in _LEFT_OUT]
        size += sum((Path(folder) / name).lstat().st_size for name in names)
        if size > _MOST:
            raise Refused(translate("core", "The site's folder is larger than 2 GB; it is not copied for the real page."))
    try:
        shutil.copytree(root, copy, ignore=lambda _, names: _LEFT_OUT.intersection(names), symlinks=False, ignore_dangling_symlinks=True)
        if (root / "node_modules").is_dir():
            (copy / "node_modules").symlink_to(root / "node_modules", target_is_directory=True)
    except (OSError, shutil.Error) as error:
        raise Refused(files.reason(OSError(str(error)[:200]), root)) from None


def _path_of(hugo: str, copy: Path, target: Path) -> str:
    """The path of the page's address, from Hugo's own list of all pages."""
    shape = {"cwd": copy, "env": {**os.environ, "HUGO_BASEURL": _BASE}, "timeout": _PATIENCE}
    try:
        done = subprocess.run([hugo, "list", "all"], capture_output=True, text=True, encoding="utf-8", errors="replace", **shape)  # type: ignore[call-overload]
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused(_hugo_says(str(error))) from None
    start = done.stdout.find("path,")
    wanted = target.relative_to(copy).as_posix()
    for row in csv.DictReader(io.StringIO(done.stdout[max(start, 0) :])):
        if (row.get("path") or "").replace("\\", "/") == wanted:
            return urlsplit(row.get("permalink") or "/").path or "/"
    if done.returncode or start < 0:
        raise Refused(_hugo_says(done.stderr + done.stdout))
    raise Refused(translate("core", "Hugo makes no page of “{name}”: it is not in the content of the site.").fill(name=target.name))


def _hugo_says(output: str) -> Sentence:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    told = next((line for line in lines if "error" in line.lower()), lines[-1] if lines else "?")
    return translate("core", "Hugo cannot build the page: {reason}").fill(reason=told[:300])


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _leash() -> list[str]:
    """On Linux, what ends the server with this program even when that is killed."""
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    return [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []
