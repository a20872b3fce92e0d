"""The settings of checks in a site's own file, .rundbrief.toml."""

import fnmatch
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from editor.app.services.files import read_file
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.checks.suppressions import ALL_CODES
from editor.core.profiles.loading import load_settings
from editor.core.profiles.profile import CheckSettings, Profile

SETTINGS_FILE = ".rundbrief.toml"
"""In the root of a site: which checks are off there, for all its files or for some."""


class SiteCheckSettings(CheckSettings, frozen=True, forbid_unknown_fields=True):
    """What a site says about checks: like a profile, and also for files by their names.

    Attributes:
        files: The codes that are off in the files of a pattern, such as ``content/blog/2019*``.
    """

    files: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)

    def apply_to(self, profile: Profile, path: Path | None, root: Path | None) -> Profile:
        """Add the settings to a profile.

        Args:
            profile: The profile of a file.
            path: The file; None where it has no name yet.
            root: The root of the site; None where there is none.

        Returns:
            The profile with the settings that hold for the file.
        """
        off_in_file = list(self._find_codes_off_in_file(path, root))
        if not (self.off or self.levels or off_in_file):
            return profile
        checks = CheckSettings(
            (*profile.checks.off, *self.off, *off_in_file),
            {**profile.checks.levels, **self.levels},
        )
        return msgspec.structs.replace(profile, checks=checks)

    def _find_codes_off_in_file(self, path: Path | None, root: Path | None) -> Iterator[str]:
        if not path or not root or not path.resolve().is_relative_to(root.resolve()):
            return
        name = path.resolve().relative_to(root.resolve()).as_posix()
        for pattern, codes in self.files.items():
            if fnmatch.fnmatch(name, pattern):
                yield from codes


class _SettingsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    checks: SiteCheckSettings = msgspec.field(default_factory=SiteCheckSettings)
    profile: tuple[Profile, ...] = ()


def load_site_checks(root: Path | None) -> tuple[SiteCheckSettings, Message | None]:
    """Load the settings of a site.

    Args:
        root: The root of the site; None where there is none.

    Returns:
        The settings, and what is wrong with their file. Without a file, or with one that cannot be
        read, they are empty.
    """
    if root is None or not (root / SETTINGS_FILE).is_file():
        return SiteCheckSettings(), None
    path = root / SETTINGS_FILE
    try:
        settings = load_settings(_SettingsFile, decode(read_file(path))[0]).checks
    except UserFacingError as error:
        message = translate("core", "{path} is not used: {reason}")
        return SiteCheckSettings(), message.fill(path=path, reason=error.message)
    unknown_code = first_unknown_code(_list_codes(settings))
    if unknown_code:
        message = translate("core", "{path}: no check is called “{code}”")
        return settings, message.fill(path=path, code=unknown_code)
    return settings, None


def _list_codes(settings: SiteCheckSettings) -> Iterator[str]:
    """Yield the codes of single checks, in the order in which an unknown one is reported."""
    for codes in (settings.off, *settings.files.values()):
        yield from (code for code in codes if code != ALL_CODES)
    yield from settings.levels


def first_unknown_code(codes: Iterable[str]) -> str:
    """Find a code that no check has.

    Args:
        codes: Codes that the user has written.

    Returns:
        The first unknown one; "" where all are known.
    """
    from editor.core.checks.table import find_check  # with all checks, for a file few sites have

    return next((code for code in codes if find_check(code) is None), "")
