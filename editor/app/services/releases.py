"""The newest release of the program, as its home page names it. It is asked, never installed."""

import re
import threading

import msgspec

from editor import HOME_PAGE, __version__
from editor.app.services.fetch import fetch
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

ADDRESS = f"{HOME_PAGE}/releases/latest/download/release.json"
"""``dev.py bundle release`` writes it beside the bundles."""
_LONGEST = 20_000
_VERSION = re.compile(r"\d{1,5}(?:\.\d{1,5}){1,3}")


class Release(msgspec.Struct, frozen=True):
    """A release: its version, such as "1.2.0", and the page that says what is new in it."""

    version: str
    page: str

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than the program that runs."""
        return _order(self.version) > _order(__version__)


def fetch_release(stop: threading.Event | None = None) -> Release:
    """Ask for the newest release.

    Args:
        stop: Ends the request when it is set.

    Returns:
        The release.

    Raises:
        FetchFailed: If there is no answer.
        InputRejected: If the answer does not name a release of this program.
    """
    return read_release(fetch(ADDRESS, stop=stop).data)


def read_release(data: bytes) -> Release:
    """Read what the home page says of a release.

    Args:
        data: JSON; what else is in it is left aside.

    Returns:
        The release. Its page is one of the program's home page, whatever the answer says.

    Raises:
        InputRejected: If it does not name a version and such a page.
    """
    try:
        if len(data) > _LONGEST:
            raise ValueError("too long")
        release = msgspec.json.decode(data, type=Release)
    except (ValueError, RecursionError):
        release = Release("", "")
    if not _VERSION.fullmatch(release.version) or not release.page.startswith(f"{HOME_PAGE}/"):
        raise InputRejected(
            translate("core", "The home page does not say which release is the newest.")
        )
    return release


def _order(version: str) -> list[int]:
    numbers = [int(number) for number in re.findall(r"\d+", version)]
    while numbers and not numbers[-1]:
        numbers.pop()  # 1.2 and 1.2.0 are the same
    return numbers
