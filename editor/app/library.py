"""The profiles on disk: the program's own, then the user's, which win by name. No Qt: the command line reads them too."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from editor.core import frontmatter, profile
from editor.core.issue import Issue, parse
from editor.core.profile import GENERIC, Profile
from editor.core.text import Refused, Sentence, translate
from editor.resources import resource


@dataclass(frozen=True, slots=True)
class Library:
    """The profiles that could be read, and a sentence for each that could not."""

    profiles: tuple[Profile, ...]
    problems: tuple[Sentence, ...] = ()

    def named(self, name: str) -> Profile:
        return next((kind for kind in self.profiles if kind.name == name), GENERIC)

    def choose(self, text: str, path: Path | None) -> Profile:
        """The profile that fits a text and its path; the library's generic one where none does."""
        front = frontmatter.read(text)
        scalars = {child.name: child.text for child in front.root.children} if front.root else {}
        found = profile.choose(self.profiles, path.resolve().as_posix() if path else "", scalars)
        return self.named("generic") if found is GENERIC else found

    def parse(self, text: str, path: Path | None = None) -> Issue:
        return parse(text, self.choose(text, path))


def user_folder() -> Path:
    """Where the user's own profiles lie."""
    return Path(platformdirs.user_config_dir("rundbrief", appauthor=False)) / "profiles"


def load(*folders: Path) -> Library:
    """The profiles of the folders, later ones win; by default the program's and the user's."""
    found: dict[str, Profile] = {}
    problems = []
    for folder in folders or (resource("profiles"), user_folder()):
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            try:
                kind = profile.read(path.read_text(encoding="utf-8"))
                found[kind.name] = kind
            except (Refused, OSError, UnicodeDecodeError) as error:
                reason = error.sentence if isinstance(error, Refused) else error
                problems.append(
                    translate("core", "The profile {path} was skipped: {reason}").fill(
                        path=path, reason=reason
                    )
                )
    return Library(tuple(found.values()), tuple(problems))
