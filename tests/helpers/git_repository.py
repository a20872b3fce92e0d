"""A bare git repository, changed as a code host changes it: by its objects."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

_WHO = {
    **{f"GIT_{role}_NAME": "Stand-in" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "stand-in@example.org" for role in ("AUTHOR", "COMMITTER")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class BareRepository:
    """A folder of git's; all methods ask git."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not folder.exists():
            subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)

    def git(self, *arguments: str, data: bytes = b"", index: str = "") -> bytes:
        environment = {**os.environ, **_WHO} | ({"GIT_INDEX_FILE": index} if index else {})
        done = subprocess.run(
            ["git", "--git-dir", str(self.folder), *arguments],
            input=data,
            capture_output=True,
            env=environment,
            check=False,
        )
        if done.returncode:
            raise KeyError(done.stderr.decode())
        return done.stdout

    def value(self, *arguments: str, data: bytes = b"", index: str = "") -> str:
        return self.git(*arguments, data=data, index=index).decode().strip()

    def fork(self, folder: Path) -> "BareRepository":
        self.git("clone", "--quiet", "--bare", str(self.folder), str(folder))
        return BareRepository(folder)

    def fetch(self, other: "BareRepository") -> None:
        """Get the objects of another repository; its branches are not touched."""
        self.git("fetch", "--quiet", str(other.folder), "+refs/heads/*:refs/others/*")

    def head(self, branch: str) -> str:
        try:
            return self.value("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}^{{commit}}")
        except KeyError:
            return ""

    def archive(self, commit: str) -> bytes:
        return self.git("archive", "--format=tar.gz", f"--prefix=seite-{commit[:7]}/", commit)

    def tree_of(self, commit: str) -> str:
        return self.value("rev-parse", f"{commit}^{{tree}}")

    def tree(self, commit: str) -> dict[str, str]:
        return {entry["path"]: entry["sha"] for entry in self.entries(commit)}

    def entries(self, commit: str) -> list[dict[str, str]]:
        """The files as hosts list them."""
        lines = self.git("ls-tree", "-r", "-z", commit).decode().split("\0")
        entries = (line.replace("\t", " ", 1).split(" ", 3) for line in lines if line)
        return [
            {"mode": mode, "type": kind, "sha": sha, "path": path}
            for mode, kind, sha, path in entries
        ]

    def blob(self, name: str) -> bytes:
        return self.git("cat-file", "blob", name)

    def files(self, branch: str) -> dict[str, bytes]:
        return {path: self.blob(blob) for path, blob in self.tree(self.head(branch)).items()}

    def write_blob(self, data: bytes) -> str:
        return self.value("hash-object", "-w", "--stdin", data=data)

    def write_tree(self, base: str, blobs: Mapping[str, str]) -> str:
        index = str(self.folder / "index.stand-in")
        self.git("read-tree", base or "--empty", index=index)
        lines = "".join(f"100644 {blob}\t{path}\n" for path, blob in blobs.items())
        self.git("update-index", "--add", "--index-info", data=lines.encode(), index=index)
        return self.value("write-tree", index=index)

    def write_commit(self, tree: str, parents: list[str], message: str) -> str:
        options = [option for parent in parents for option in ("-p", parent)]
        return self.value("commit-tree", tree, *options, data=message.encode())

    def move(self, branch: str, commit: str, before: str = "") -> None:
        self.git("update-ref", f"refs/heads/{branch}", commit, before or "0" * 40)

    def is_ancestor(self, one: str, other: str) -> bool:
        try:
            self.git("merge-base", "--is-ancestor", one, other)
        except KeyError:
            return False
        return True

    def put(self, branch: str, files: Mapping[str, bytes], message: str = "Somebody's") -> str:
        """Commit files on a branch, as somebody else does."""
        head = self.head(branch)
        blobs = {path: self.write_blob(data) for path, data in files.items()}
        tree = self.write_tree(self.tree_of(head) if head else "", blobs)
        commit = self.write_commit(tree, [head] if head else [], message)
        self.move(branch, commit, head)
        return commit

    def change(self, branch: str, *lines: str) -> str:
        """Commit lines of an index: a mode, a content and, behind a tab, a path; 0 removes."""
        head = self.head(branch)
        index = str(self.folder / "index.stand-in")
        self.git("read-tree", self.tree_of(head), index=index)
        data = "".join(f"{line}\n" for line in lines).encode()
        self.git("update-index", "--add", "--index-info", data=data, index=index)
        commit = self.write_commit(self.value("write-tree", index=index), [head], "Somebody's")
        self.move(branch, commit, head)
        return commit

    def remove(self, branch: str, path: str) -> str:
        return self.change(branch, f"0 {'0' * 40}\t{path}")

    def link(self, branch: str, path: str, target: str) -> str:
        return self.change(branch, f"120000 {self.write_blob(target.encode())}\t{path}")

    def commits(self, branch: str) -> int:
        return int(self.value("rev-list", "--count", f"refs/heads/{branch}"))
