"""A copy of a site for its generator to work on, with the unsaved text of one page in it."""

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from msgspec import Struct

from editor.app.services.files import describe_failure, write_file
from editor.app.site.hugo_program import (
    BASE_URL,
    HugoFailed,
    confined_command,
    describe_hugo_failure,
)
from editor.app.site.sandbox import overriding_environment
from editor.core.base.messages import translate

_LOCK_FILE = ".hugo_build.lock"
_LEFT_OUT = {".git", ".jekyll-cache", ".venv", "node_modules", _LOCK_FILE}
"""What is not copied from the top folder of a site, besides what was built there."""
_LARGEST_SITE = 2 * 2**30
_LISTING_SECONDS = 120


class SiteCopy(Struct, frozen=True):
    """A copy of a site, made in a worker thread."""

    root: Path
    """The folder of the site, resolved."""
    folder: Path
    """The folder for the copy; it does not exist yet."""
    page: Path
    """The file of the page, in the copy."""
    cancelled: Event
    """Breaks off the preparation when it is set."""
    built: str = "public"
    """The folder in the site for what is built, which is not copied."""

    def make(self, data: bytes) -> None:
        """Copy the site, and put the text in.

        Args:
            data: The content of the page.

        Raises:
            HugoFailed: If the site cannot be copied or is too large; also if the preparation was
                cancelled.
            InputRejected: If the text cannot be written.
        """
        self._copy_site()
        self.page.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.page, data)

    def _copy_site(self) -> None:
        """Copy every file once, with what lies in linked folders of the site.

        Links that lead out of the site, or round in it, are left out.
        """
        size = 0
        for path, folder_names, file_names in os.walk(self.root, followlinks=True):
            folder = Path(path)
            folder_names[:] = [name for name in folder_names if self._is_copied(folder, name)]
            (self.folder / folder.relative_to(self.root)).mkdir(parents=True, exist_ok=True)
            for name in file_names:
                size += self._copy_file(folder / name)
                if size > _LARGEST_SITE:
                    raise HugoFailed(
                        translate(
                            "core",
                            "The site's folder is larger than 2 GB; "
                            "it is not copied for the real page.",
                        )
                    )
                if self.cancelled.is_set():
                    raise HugoFailed(translate("core", "Hugo has ended."))
        modules = self.root / "node_modules"
        if modules.is_dir():
            (self.folder / "node_modules").mkdir()
            for package in modules.iterdir():  # beside them generators keep what they remember
                link = self.folder / "node_modules" / package.name
                link.symlink_to(package, target_is_directory=package.is_dir())

    def _is_copied(self, parent: Path, name: str) -> bool:
        """Tell whether a folder is copied.

        A link is, if it leads to another folder of the site and does not lie in a linked folder
        itself, since it might lead round then.
        """
        if parent == self.root and (name in _LEFT_OUT or name == self.built):
            return False
        folder = parent / name
        if not folder.is_symlink():
            return True
        target = folder.resolve()
        return (
            parent.resolve() == parent
            and target.is_relative_to(self.root)
            and not folder.is_relative_to(target)
        )

    def _copy_file(self, path: Path) -> int:
        """Copy what is a file of the site and can be read; return its size."""
        try:
            if (
                path.name == _LOCK_FILE
                or not path.is_file()
                or not path.resolve().is_relative_to(self.root)
            ):
                return 0
            shutil.copy2(path, self.folder / path.relative_to(self.root))
            return path.stat().st_size
        except PermissionError:
            return 0
        except (OSError, shutil.Error) as error:
            raise HugoFailed(describe_failure(OSError(str(error)[:200]), path)) from None

    def find_address(self, hugo: str) -> str:
        """Find the path of the page's address in Hugo's own list of all pages.

        Args:
            hugo: The path of the program.

        Returns:
            The path, such as "/blog/a/".

        Raises:
            HugoFailed: If the site cannot be built, or has no such page.
        """
        scratch = self.folder.parent
        command = [*confined_command(hugo, scratch, self.root), "list", "all"]
        overridden = overriding_environment(scratch)
        environment = {**os.environ, **overridden, "HUGO_BASEURL": BASE_URL}
        try:
            exit_code, output, errors = _run(command, self.folder, environment, self.cancelled)
        except OSError as error:
            raise HugoFailed(describe_hugo_failure(str(error))) from None
        start = output.find("path,")
        page = self.page.relative_to(self.folder).as_posix()
        for row in csv.DictReader(io.StringIO(output[max(start, 0) :])):
            if (row.get("path") or "").replace("\\", "/") == page:
                return urlsplit(row.get("permalink") or "/").path or "/"
        if exit_code or start < 0:
            report = (errors + output).replace(f"{self.folder}/", "")
            raise HugoFailed(describe_hugo_failure(report))
        raise HugoFailed(
            translate(
                "core", "Hugo makes no page of “{name}”: it is not in the content of the site."
            ).fill(name=self.page.name)
        )


def _run(
    command: list[str], folder: Path, environment: dict[str, str], cancelled: Event
) -> tuple[int, str, str]:
    """Return a command's exit code, output and errors; kill it when it is late or cancelled."""
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for _ in range(_LISTING_SECONDS * 5):
            try:
                output, errors = process.communicate(timeout=0.2)
                return process.returncode, output, errors
            except subprocess.TimeoutExpired:
                if cancelled.is_set():
                    break
        process.kill()
        output, errors = process.communicate()
        return -1, output, errors
