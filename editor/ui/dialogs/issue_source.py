"""The box that asks what a new issue starts from: an earlier issue, a file, or nothing.

The texts belong to the dialog for a new issue and are translated in its context.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from editor.app.services.page_files import read_title
from editor.core.profiles.profile import Profile, localized
from editor.ui.widgets.file_choice import DOCUMENTS, choose_file
from editor.ui.wording.translation import current_language

_TITLES = 100
"""How many issues are listed by their titles: each is read for it."""


class IssueSourceBox(QComboBox):
    """Offers issues by title, another file, and empty issues by profile.

    The data of an item are the path of an issue, "" for another file, or the name of a profile.
    """

    def __init__(self, issues: Sequence[Path], profiles: Iterable[Profile]) -> None:
        """Fill the box and choose its first item, or without issues its last one.

        Args:
            issues: The issues to start from, the latest first.
            profiles: The profiles; those with a template offer an empty issue.
        """
        super().__init__()
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(36)  # titles may be long
        for path, name in zip(issues, _name_all(issues), strict=True):
            self.addItem(name, path)
        if issues:
            self.insertSeparator(self.count())
        self.addItem(QCoreApplication.translate("NewIssueDialog", "Another file…"), "")
        self.insertSeparator(self.count())
        for profile in profiles:
            if profile.new:
                self.addItem(
                    QCoreApplication.translate("NewIssueDialog", "None, start empty: {0}").format(
                        localized(profile.label, current_language(), profile.name)
                    ),
                    profile.name,
                )
        if not issues:
            self.setCurrentIndex(self.count() - 1)

    def home(self, pattern: str) -> Path | None:
        """Find the folder of the issue that is chosen.

        Args:
            pattern: That of file names, which may bring folders of their own.

        Returns:
            The folder without these; None where no issue is chosen.
        """
        chosen = self.currentData()
        return chosen.parents[pattern.count("/")] if isinstance(chosen, Path) else None

    def is_there(self, pattern: str, name: str) -> bool:
        """Tell whether an issue stands beside the one that is chosen.

        Args:
            pattern: That of file names.
            name: The name of its file, by that pattern.

        Returns:
            Whether there is such a file.
        """
        home = self.home(pattern)
        return home is not None and (home / name).exists()

    def choose_file(self) -> Path | None:
        """Ask for another file and choose it.

        Returns:
            The file; where the user chooses none, the latest issue or None for an empty one, which
            are chosen then.
        """
        name = choose_file(
            self.window(),
            QCoreApplication.translate("NewIssueDialog", "Start from an issue"),
            QCoreApplication.translate(
                "NewIssueDialog", "Markdown (*.md *.mdx *.markdown *.txt);;All files (*)"
            ),
            DOCUMENTS,
        )
        if name:
            self.insertItem(0, read_title(Path(name)) or Path(name).name, Path(name))
            self.setCurrentIndex(0)
            return Path(name)
        latest = self.itemData(0)
        if isinstance(latest, Path):
            self.setCurrentIndex(0)
            return latest
        self.setCurrentIndex(self.count() - 1)
        return None


def _name_all(issues: Sequence[Path]) -> list[str]:
    """The titles of issues; their files where there is none, or several are called so."""
    titles = [read_title(path) for path in issues[:_TITLES]]
    names = []
    for number, path in enumerate(issues):
        file = f"{path.parent.name}/{path.name}" if path.stem == "index" else path.name
        title = titles[number] if number < len(titles) else ""
        if title and titles.count(title) > 1:
            title += f" ({file})"
        names.append(title or file)
    return names
