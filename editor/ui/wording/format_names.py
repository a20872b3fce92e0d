"""Names of formats."""

from pathlib import Path

from editor.app.site.export_formats import ExportFormat
from editor.ui.wording.translation import translated


def name_kind(export_format: ExportFormat) -> str:
    """Name a format as file dialogs do.

    Args:
        export_format: The format.

    Returns:
        Such as "Markdown (*.md)".
    """
    return f"{translated(export_format.label)} (*{Path('x' + export_format.suffix).suffix})"
