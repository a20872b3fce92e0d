"""The profiles on disk: the program's own, then the user's, which win by name. No Qt: the command line reads them too."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.frontmatter.reading import read_front_matter
from editor.core.issue.issue import Issue, parse_issue
from editor.core.profiles.profile import GENERIC, Profile, choose_profile, load_profile
from editor.resources import resource


@dataclass(frozen=True, slots=True)
class ProfileRegistry:
    """The profiles that could be read, and a sentence for each that could not."""

    profiles: tuple[Profile, ...]
    problems: tuple[Message, ...] = ()

    def named(self, name: str) -> Profile:
        return next((kind for kind in self.profiles if kind.name == name), GENERIC)

    def choose(self, text: str, path: Path | None) -> Profile:
        """The profile that fits a text and its path; the library's generic one where none does."""
        front = read_front_matter(text)
        scalars = {child.name: child.text for child in front.root.children} if front.root else {}
        found = choose_profile(self.profiles, path.resolve().as_posix() if path else "", scalars)
        if found is GENERIC:
            return self.named("generic")
        return found

    def parse(self, text: str, path: Path | None = None) -> Issue:
        return parse_issue(text, self.choose(text, path))


def user_folder() -> Path:
    """Where the user's own profiles lie."""
    return Path(platformdirs.user_config_dir("rundbrief", appauthor=False)) / "profiles"


def load_profiles(*folders: Path) -> ProfileRegistry:
    """The profiles of the folders, later ones win; by default the program's and the user's."""
    found: dict[str, Profile] = {}
    problems = []
    for folder in folders or (resource("profiles"), user_folder()):
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            try:
                kind = load_profile(path.read_text(encoding="utf-8"))
                found[kind.name] = kind
            except (UserFacingError, OSError, UnicodeDecodeError) as error:
                reason = error.message if isinstance(error, UserFacingError) else error
                problems.append(
                    translate("core", "The profile {path} was skipped: {reason}").fill(
                        path=path, reason=reason
                    )
                )
    return ProfileRegistry(tuple(found.values()), tuple(problems))
