"""Compiles the translations while a wheel is built: *.qm files are not in the repository."""

import subprocess
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # as a script, where only what running needs is installed
    BuildHookInterface = object


class TranslationsHook(BuildHookInterface):
    """Runs Qt's lrelease over resources/translations."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_translations(Path(self.root) / "resources" / "translations")
        start = Path(self.root) / "editor" / "cli" / "start.py"
        build_data["force_include_editable"] = {str(start): "rundbrief.py"}


def compile_translations(folder: Path) -> None:
    """Compile every *.ts of a folder beside it, unless the *.qm is newer.

    Args:
        folder: Where the translations are.
    """
    import PySide6

    program = Path(PySide6.__path__[0]) / "lrelease"
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            command = [program, "-silent", "-nounfinished", source, "-qm", target]
            subprocess.run(list(map(str, command)), check=True)


if __name__ == "__main__":
    compile_translations(Path(__file__).parent / "resources" / "translations")
