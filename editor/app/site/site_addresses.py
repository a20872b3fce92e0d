"""The addresses of a site's files, as its pages write them."""

from pathlib import Path

from editor.app.site.site import Site


def address_of(site: Site, path: Path, before: str = "") -> str | None:
    """Write the address of a file of the site, as ``Site.asset`` finds it.

    Args:
        site: The site.
        path: The file.
        before: The address so far, whose form is kept for a file beside the one it means.

    Returns:
        The address; None for a file outside of the site.
    """
    path = path.resolve()
    old = site.asset(before) if before else None
    if old and old.resolve().parent == path.parent:
        return before.rpartition("/")[0] + before.rpartition("/")[1] + path.name
    if site.folder and path.is_relative_to(site.folder.resolve()):
        return path.relative_to(site.folder.resolve()).as_posix()
    if site.root is None:
        return None
    for name in (*site.configuration.static, *site.configuration.content, ""):
        folder = (site.root / name).resolve()
        if path.is_relative_to(folder):
            return f"/{path.relative_to(folder).as_posix()}"
    return None
