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
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, Signal

from editor.app.services.files import describe_failure, write_file
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

_LEFT_OUT = {".git", "public", "node_modules", ".hugo_build.lock"}
_MOST = 2 * 2**30
_ENVIRONMENT = {"HUGO_ENABLEGITINFO": "false"}
"""There is no repository around the copy."""
_PATIENCE = 120
_BASE = "http://127.0.0.1/"
_SHOW_ALL = ("--buildDrafts", "--buildFuture", "--buildExpired")
_BUILT = re.compile(r"(?:Total|Built) in \d+ ?ms")


def find_hugo() -> str | None:
    """Hugo on the PATH, or beside this Python (``pip install hugo``)."""
    own = Path(sys.executable).with_name("hugo.exe" if os.name == "nt" else "hugo")
    return shutil.which("hugo") or (str(own) if own.exists() else None)


class HugoFailed(UserFacingError):
    """A site that Hugo cannot build, or that cannot be prepared for it."""


class HugoServer(QObject):
    """One page of a site, served as Hugo makes it. Everything is reported by signals; stop() ends it all."""

    ready = Signal(str)
    """The address of the page."""
    built = Signal()
    """The page has been built anew."""
    failed = Signal(object)
    """A Message; the server has stopped, or Hugo cannot build the text as it is now."""
    ended = Signal()
    """Hugo has ended by itself."""
    _prepared = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "hugo")
        self._process: QProcess | None = None
        self._scratch: Path | None = None
        self._target: Path | None = None
        self._address = self._said = ""
        self._serving = False
        self._ending = Event()
        self._latest: bytes | None = None
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
            how = translate(
                "core",
                "Hugo is not installed. On Debian: apt install hugo; elsewhere: pip install hugo.",
            )
            self.failed.emit(how.fill())
            return
        self._scratch = Path(tempfile.mkdtemp(prefix="rundbrief-site-"))
        self._target = self._scratch / "site" / path.resolve().relative_to(root.resolve())
        job = _Preparation(hugo, root.resolve(), self._scratch / "site", self._target, self._ending)
        self._pool.submit(job.run, data).add_done_callback(self._deliver)

    def _deliver(self, future: object) -> None:
        """In the worker's thread."""
        if not self._ending.is_set() and not future.cancelled():  # type: ignore[attr-defined]
            self._prepared.emit(future)

    def _on_prepared(self, future: object) -> None:
        if self._ending.is_set():
            return
        try:
            hugo, where = future.result()  # type: ignore[attr-defined]
        except UserFacingError as refused:
            self.failed.emit(refused.message)
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
        for name, value in (*_ENVIRONMENT.items(), ("HUGO_CACHEDIR", str(self._scratch / "cache"))):
            environment.insert(name, value)
        if self._latest is not None:
            self._put(self._latest)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_words)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        options = [
            "server",
            "--bind",
            "127.0.0.1",
            "--port",
            str(port),
            "--baseURL",
            _BASE,
            "--disableLiveReload",
            "--noHTTPCache",
        ]
        command = [*_leash(), hugo, *options, *_SHOW_ALL]
        process.start(command[0], command[1:])

    def update(self, data: bytes) -> None:
        """The text has changed: Hugo builds the page anew, once, since it never sees half a file."""
        self._latest = data
        if self._process:
            self._put(data)

    def _put(self, data: bytes) -> None:
        if self._target and self._scratch:
            fresh = self._scratch / "fresh.md"
            write_file(fresh, data)
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
            self.failed.emit(_hugo_says(line.replace(f"{self._scratch}/site/", "")))
        elif "Web Server is available" in line:
            self._serving = True
            self.ready.emit(self._address)
        elif self._serving and not self._broken and _BUILT.match(line):
            self.built.emit()

    def _on_finished(self, *_: object) -> None:
        if self._ending.is_set():
            return
        if not self._broken:
            self.failed.emit(
                _hugo_says(self._said)
                if self._said.strip()
                else translate("core", "Hugo has ended.")
            )
        self.stop()
        self.ended.emit()

    def stop(self) -> None:
        """End Hugo and take the copy away; what is still being copied goes a moment later."""
        self._ending.set()
        if self._process:
            self._process.terminate()
            if not self._process.waitForFinished(1500):
                self._process.kill()
                self._process.waitForFinished(1500)
            self._process = None
        if self._scratch:
            gone = self._pool.submit(shutil.rmtree, self._scratch, ignore_errors=True)
            wait([gone], timeout=1)
            self._scratch = None
        self._pool.shutdown(wait=False)


@dataclass(frozen=True, slots=True)
class _Preparation:
    """A copy of the site with the text in it, made in the worker's thread; ``ending`` breaks it off."""

    hugo: str
    root: Path
    copy: Path
    target: Path
    ending: Event

    def run(self, data: bytes) -> tuple[str, str]:
        """Copy, put the text in, and ask Hugo under which address it will be."""
        self._mirror()
        self.target.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.target, data)
        return self.hugo, self._path_of()

    def _mirror(self) -> None:
        """Every file once, and what lies in linked folders of the site; no links that lead out or around."""
        size = 0
        for folder, folders, names in os.walk(self.root, followlinks=True):
            here = Path(folder)
            folders[:] = [
                name
                for name in folders
                if self._belongs(here / name) and not (here == self.root and name in _LEFT_OUT)
            ]
            (self.copy / here.relative_to(self.root)).mkdir(parents=True, exist_ok=True)
            for name in names:
                size += self._copy_file(here / name)
                if size > _MOST:
                    raise HugoFailed(
                        translate(
                            "core",
                            "The site's folder is larger than 2 GB; it is not copied for the real page.",
                        )
                    )
                if self.ending.is_set():
                    raise HugoFailed(translate("core", "Hugo has ended."))
        if (self.root / "node_modules").is_dir():
            (self.copy / "node_modules").symlink_to(
                self.root / "node_modules", target_is_directory=True
            )

    def _belongs(self, folder: Path) -> bool:
        """A folder, or a link to another one of the site; no links in what is linked, which may go round."""
        if not folder.is_symlink():
            return True
        real = folder.resolve()
        return (
            folder.parent.resolve() == folder.parent
            and real.is_relative_to(self.root)
            and not folder.is_relative_to(real)
        )

    def _copy_file(self, path: Path) -> int:
        """Copy what is a file and can be read; returns its size."""
        try:
            if (
                path.name == ".hugo_build.lock"
                or not path.is_file()
                or not path.resolve().is_relative_to(self.root)
            ):
                return 0
            shutil.copy2(path, self.copy / path.relative_to(self.root))
            return path.stat().st_size
        except PermissionError:
            return 0
        except (OSError, shutil.Error) as error:
            raise HugoFailed(describe_failure(OSError(str(error)[:200]), path)) from None

    def _path_of(self) -> str:
        """The path of the page's address, from Hugo's own list of all pages."""
        command = [*_leash(), self.hugo, "list", "all"]
        environment = {**os.environ, **_ENVIRONMENT, "HUGO_BASEURL": _BASE}
        try:
            output, errors, code = _listed(command, self.copy, environment, self.ending)
        except OSError as error:
            raise HugoFailed(_hugo_says(str(error))) from None
        start = output.find("path,")
        wanted = self.target.relative_to(self.copy).as_posix()
        for row in csv.DictReader(io.StringIO(output[max(start, 0) :])):
            if (row.get("path") or "").replace("\\", "/") == wanted:
                return urlsplit(row.get("permalink") or "/").path or "/"
        if code or start < 0:
            raise HugoFailed(_hugo_says((errors + output).replace(f"{self.copy}/", "")))
        raise HugoFailed(
            translate(
                "core", "Hugo makes no page of “{name}”: it is not in the content of the site."
            ).fill(name=self.target.name)
        )


def _listed(
    command: list[str], folder: Path, environment: dict[str, str], ending: Event
) -> tuple[str, str, int]:
    """What a command prints to both streams, and its code; killed when it takes too long or nobody waits."""
    shape = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "text": True,
        "encoding": "utf-8",
        "errors": "replace",
    }
    with subprocess.Popen(command, cwd=folder, env=environment, **shape) as process:  # type: ignore[call-overload]
        for _ in range(_PATIENCE * 5):
            try:
                return (*process.communicate(timeout=0.2), process.returncode)
            except subprocess.TimeoutExpired:
                if ending.is_set():
                    break
        process.kill()
        return (*process.communicate(), -1)


def _hugo_says(output: str) -> Message:
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
    if setpriv:
        return [setpriv, "--pdeathsig", "TERM", "--"]
    return []
