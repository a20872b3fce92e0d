"""What of a folder git's server does not have."""

from pathlib import Path

from editor.app.site.git_command import run_git


def list_unpublished(root: Path) -> frozenset[Path]:
    """List the files that git's server does not have: changed, new, or only committed here.

    Args:
        root: The folder.

    Returns:
        Their paths; none where git cannot say.
    """
    top = run_git(root, "rev-parse", "--show-toplevel", check=False).value
    if not top:
        return frozenset()
    options = ("--porcelain", "-z", "--untracked-files=all", "--no-renames")
    records = run_git(root, "status", *options, check=False).output.split("\0")
    names = [record[3:] for record in records if record]
    ahead = run_git(root, "diff", "--name-only", "-z", "@{upstream}...HEAD", check=False)
    if ahead.succeeded:
        names += [name for name in ahead.output.split("\0") if name]
    return frozenset(Path(top, name) for name in names)
