"""The command that makes profiles of a site's pages, and checks those of users."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from editor.cli.common import FINE, PROBLEMS, WRONG_USE, report_problem

if TYPE_CHECKING:
    from editor.app.services.profile_derivation import Derived


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rundbrief profile``.

    Args:
        commands: The commands of the program.
    """
    parser = commands.add_parser("profile", help="make a profile of a site, or check one")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="DIR",
        help="the site: its editor's configuration and its pages are read",
    )
    action.add_argument("--check", type=Path, metavar="FILE", help="the profile to check")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="where to write it (default: to the terminal)"
    )
    parser.add_argument("--force", action="store_true", help="replace FILE if it exists already")
    parser.set_defaults(run=run_profile)


def run_profile(options: argparse.Namespace) -> int:
    """Run ``rundbrief profile``.

    Args:
        options: The command's arguments.

    Returns:
        The exit code.
    """
    if options.check:
        return _check(options.check)
    if not options.source.is_dir():
        print(f"rundbrief profile: {options.source} is no folder", file=sys.stderr)
        return WRONG_USE
    return _derive(options.source, options.out, force=options.force)


def _check(path: Path) -> int:
    from editor.core.base.errors import UserFacingError
    from editor.core.profiles.loading import load_profiles

    try:
        if path.exists() and not path.is_file():
            raise OSError("no file")
        profiles = load_profiles(path.read_text(encoding="utf-8-sig"))
    except UserFacingError as error:
        print(f"{path}: {error.message}", file=sys.stderr)
        return PROBLEMS
    except (OSError, UnicodeDecodeError) as error:
        report_problem(path, 1, str(error))
        return PROBLEMS
    for profile in profiles:
        patterns = ", ".join(profile.match.paths) or "chosen by hand"
        print(f"{profile.name}: {len(profile.fields)} fields; {patterns}")
    return FINE


def _derive(source: Path, out: Path | None, *, force: bool) -> int:
    from editor.app.services.files import store_file
    from editor.app.services.profile_derivation import derive_from
    from editor.core.base.errors import UserFacingError
    from editor.core.profiles.writing import write_profiles

    derived = derive_from(source)
    if not derived.profiles:
        print(f"rundbrief profile: {source} has no pages with front matter", file=sys.stderr)
        return PROBLEMS
    text = write_profiles(derived.profiles, _describe(derived))
    for field in derived.unmapped:
        print(f"not mapped, so a text: {field}", file=sys.stderr)
    if out is None:
        sys.stdout.write(text)
        return FINE
    try:
        kept = _read_settings(out, force=force)
        if kept is None and not force:
            print(f"rundbrief profile: {out} exists already; --force replaces it", file=sys.stderr)
            return PROBLEMS
        store_file(out, ((kept or "") + text).encode())
    except UserFacingError as error:
        report_problem(out, 1, str(error.message))
        return PROBLEMS
    return FINE


def _read_settings(out: Path, *, force: bool) -> str | None:
    """The settings of checks in a site's file, which profiles join; None where it has others."""
    from editor.app.services.files import read_file
    from editor.app.services.profile_derivation import settings_above
    from editor.core.base.encoding import decode

    if not out.exists():
        return ""
    text, _ = decode(read_file(out))
    if "[checks" not in text or ("[[profile]]" in text and not force):
        return None
    return settings_above(text)


def _describe(derived: "Derived") -> str:
    """What stands above the profiles."""
    from editor.app.services.profile_derivation import TITLE

    configuration = derived.site.configuration
    sources = " and ".join([*(f"the configuration of {name}" for name in derived.editors), "pages"])
    title = f" of “{configuration.title}”" if configuration.title else ""
    return (
        f"{TITLE[2:]}{title} ({configuration.generator}), made from {sources}.\n"
        "What each key means: rundbrief explain profile"
    )
