"""Collects the program's sentences, compiles the translations, and says whether both languages are complete.

translations.py            collect into resources/translations/*.ts, compile to *.qm
translations.py --check    change nothing; exit 1 where a sentence is missing, unfinished or not compiled
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
LANGUAGES = ("de", "en")


def collect(folder: Path) -> None:
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "editor").rglob("*.py"))
    for language in LANGUAGES:
        plural = ["-pluralonly"] if language == "en" else []
        target = folder / f"rundbrief_{language}.ts"
        command = [
            TOOLS / "pyside6-lupdate",
            *plural,
            "-no-obsolete",
            "-locations",
            "none",
            "-target-language",
            language,
        ]
        subprocess.run(
            [*command, *sources, "-ts", str(target)],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )


def compiled(ts: Path, folder: Path) -> bytes:
    target = folder / f"{ts.stem}.qm"
    subprocess.run(
        [TOOLS / "pyside6-lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(target)],
        cwd=ROOT,
        check=True,
    )
    return target.read_bytes()


def messages(ts: Path) -> dict[tuple[str, str], bool]:
    """Context and sentence, and whether its translation is finished."""
    found = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
            done = translation.get("type") is None and all(texts)
            found[context.findtext("name"), message.findtext("source")] = done
    return found


def problems() -> list[str]:
    said = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for language in LANGUAGES:
            (fresh / f"rundbrief_{language}.ts").write_bytes(
                (FOLDER / f"rundbrief_{language}.ts").read_bytes()
            )
        collect(fresh)
        for language in LANGUAGES:
            ts = FOLDER / f"rundbrief_{language}.ts"
            now = messages(fresh / ts.name)
            said += [
                f"{ts.name}: unfinished: {source}" for (_, source), done in now.items() if not done
            ]
            said += [
                f"{ts.name}: not collected: {source}" for _, source in set(now) - set(messages(ts))
            ]
            if compiled(ts, fresh) != (FOLDER / f"{ts.stem}.qm").read_bytes():
                said.append(f"{ts.stem}.qm: older than {ts.name}")
    return said


def main() -> None:
    if "--check" in sys.argv:
        found = problems()
        print(
            "\n".join(found + ["translations: run python3 dev.py translate"]) if found else "",
            end="",
        )
        sys.exit(bool(found))
    collect(FOLDER)
    for language in LANGUAGES:
        compiled(FOLDER / f"rundbrief_{language}.ts", FOLDER)


if __name__ == "__main__":
    main()
