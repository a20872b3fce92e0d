"""A ZIP of the files of an issue, with a page that says how to upload them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.app.services.files import write_file
from editor.app.site.export_formats import make_zip
from editor.app.site.publish_plan import PlannedFile
from editor.core.issue import naming
from editor.core.issue.issue import Issue
from editor.core.publishing.site_files import upload_guide
from editor.ui.wording.translation import current_language


def pack_zip(issue: Issue, chosen: Sequence[PlannedFile], parent: QWidget) -> Path | None:
    """Ask where to, and write the ZIP.

    Args:
        issue: The issue.
        chosen: What goes into it.
        parent: The widget that asks.

    Returns:
        The file; None where the user cancels.

    Raises:
        UserFacingError: If it cannot be written.
    """
    name = naming.file_name(issue).rpartition(".")[0] + ".zip"
    title = QCoreApplication.translate("PublishDialog", "Save the ZIP")
    kind = QCoreApplication.translate("PublishDialog", "ZIP (*.zip)")
    place, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kind)
    if not place:
        return None
    if not place.lower().endswith(".zip") and not Path(f"{place}.zip").exists():
        place = f"{place}.zip"
    files = [planned.file for planned in chosen]
    guide = upload_guide(issue, files, current_language())
    write_file(Path(place), make_zip(files, guide, issue.stamp))
    return Path(place)
