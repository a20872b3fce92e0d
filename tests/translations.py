"""Collects the program's sentences, and says whether both languages are complete.

translations.py            collect into resources/translations/*.ts, and compile them
translations.py --check    change nothing; exit 1 where a sentence is missing or unfinished
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
LANGUAGES = ("de", "en")

Sentence = tuple[str, str]
"""A context, and an English sentence in it."""


def collect(folder: Path) -> None:
    """Collect the sentences of the program into the .ts files of a folder."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "editor").rglob("*.py"))
    for language in LANGUAGES:
        options = ["-no-obsolete", "-locations", "none", "-target-language", language]
        if language == "en":
            options.append("-pluralonly")
        target = str(folder / f"rundbrief_{language}.ts")
        command = [TOOLS / "pyside6-lupdate", *options, *sources, "-ts", target]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def read_sentences(ts: Path) -> dict[Sentence, bool]:
    """Return the sentences of a .ts file, and whether the translation of each is finished."""
    sentences = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
            is_finished = translation.get("type") is None and all(texts)
            sentences[context.findtext("name"), message.findtext("source")] = is_finished
    return sentences


def find_problems() -> Iterator[str]:
    """Say what is wrong with the translations, without changing them."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        for language in LANGUAGES:
            ts = FOLDER / f"rundbrief_{language}.ts"
            (fresh / ts.name).write_bytes(ts.read_bytes())
        collect(fresh)
        for language in LANGUAGES:
            name = f"rundbrief_{language}.ts"
            yield from compare(FOLDER / name, fresh / name)


def compare(ts: Path, fresh: Path) -> Iterator[str]:
    """Compare a .ts file with what was collected just now."""
    now, known = read_sentences(fresh), read_sentences(ts)
    for (_, source), is_finished in now.items():
        if not is_finished:
            yield f"{ts.name}: unfinished: {source}"
    for _, source in sorted(now.keys() - known.keys()):
        yield f"{ts.name}: not collected: {source}"


def main() -> None:
    """Check where that is asked for; otherwise collect and compile."""
    if "--check" in sys.argv:
        problems = list(find_problems())
        if problems:
            print(*problems, "translations: run python3 dev.py translate", sep="\n")
        sys.exit(bool(problems))
    collect(FOLDER)
    subprocess.run([sys.executable, "hatch_build.py"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
