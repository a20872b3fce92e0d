"""Random edits of front matter, in every format, against a reader that is not ours.

    python3 dev.py fields [STEPS] [SEED]

Each edit is made on the loaded data as well as on the text. What PyYAML, tomllib, json and
Python-Markdown then load from the text must be that data; the body must be as it was.
"""

import json
import random
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

import yaml
from markdown import Markdown

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from editor.core.base.edits import apply  # noqa: E402
from editor.core.base.errors import UserFacingError  # noqa: E402
from editor.core.frontmatter import editing  # noqa: E402
from editor.core.frontmatter.reading import read_front_matter  # noqa: E402

from helpers.corpus import DOCUMENTS, SITES, text_of  # noqa: E402

_WORDS = ["Neu", "ä ö ü", 'mit "Zitat"', "it's", "a: b # c", "- x", "[x]", "2026-01-02", "", "7"]
_WORDS += ["true", "C:\\x", "Zeile\nzwei", "🌱", " x ", "{y}", "&a", "*b", "!c", "%", "@", "`", "|"]


def load(style, source):
    """Load front matter as its own readers do; None where they cannot."""
    try:
        if style == "YAML":
            return yaml.load(source, Loader=yaml.BaseLoader)
        if style == "TOML":
            return plain(tomllib.loads(source))
        if style == "JSON":
            is_bare = not source.lstrip().startswith("{")
            return json.loads("{" + source + "}" if is_bare else source)
        md = Markdown(extensions=["meta"])
        md.convert(source)
        return {key: "\n".join(lines) for key, lines in md.Meta.items()}
    except Exception:  # noqa: BLE001 - the page is left out
        return None


def plain(data):
    return json.loads(json.dumps(data, default=str))


def find(data, path):
    for step in path:
        data = data[step]
    return data


def act(rng, front, text, data):
    """Choose an edit; it and the data that it should make."""
    nodes = list(front.root.walk())[1:]
    node = rng.choice(nodes)
    parent = find(data, node.path[:-1])
    step, word = node.path[-1], rng.choice(_WORDS)
    if not front.format.has_lists:
        word = word.strip()
    kind = rng.choice(["put", "put", "add", "insert", "remove", "move"])
    if kind == "put" and node.kind == "scalar":
        parent[step] = word
        return kind, lambda: editing.put_value(text, front, node.path, word)
    if kind == "add" and isinstance(parent, dict):
        key = f"neu_{rng.randrange(99)}"
        value = rng.choice([word, [word, "b"], {"k": word}, [{"k": word}, {"k": "z"}]])
        if not front.format.has_lists:
            value = rng.choice([word, ["a", "b"]])
        parent[key] = value if front.format.has_lists else front.format.shape_of(value)[1]
        after = rng.choice([None, str(step)])
        path = (*node.path[:-1], key)
        return kind, lambda: editing.add_key(text, front, path, value, after=after)
    if kind == "insert" and node.kind == "list":
        index = rng.randint(0, len(node.children))
        parent[step].insert(index, word)
        return kind, lambda: editing.insert_item(text, front, node.path, index, word)
    if kind == "remove":
        del parent[step]
        return kind, lambda: editing.remove_node(text, front, node.path)
    if kind == "move" and node.kind == "list" and len(node.children) > 1:
        source, target = rng.sample(range(len(node.children)), 2)
        parent[step].insert(target, parent[step].pop(source))
        return kind, lambda: editing.move_item(text, front, node.path, source, target)
    return "", None


def says(expected, found):
    """Whether loaded data are what they should be; a number may have been put by its text."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(
            says(value, found[key]) for key, value in expected.items()
        )
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(says, expected, found))
    if isinstance(expected, bool) or isinstance(found, bool):
        return str(expected).lower() == str(found).lower()
    return str(expected) == str(found)


def make_pages():
    """The pages by format; JSON is made of the YAML pages, since few sites have it."""
    pages = {"YAML": [], "TOML": [], "JSON": [], "“Key: value”": []}
    for path in [*DOCUMENTS, *(path for path in SITES.rglob("*.m*") if path.is_file())]:
        text = text_of(path)
        front = read_front_matter(text)
        data = front.root and load(front.format.name, front.span.of(text))
        if not data:
            continue
        pages[front.format.name].append(text)
        if front.format.name == "YAML":
            head = json.dumps(data, ensure_ascii=False, indent=rng_indent(len(text)))
            pages["JSON"].append(f"{head}\n{text[front.body :]}")
    return pages


def rng_indent(number):
    return (None, 2, 4, "\t")[number % 4]


def run(steps=10_000, seed=1):
    """Edit, and say what came of it."""
    rng, failed = random.Random(int(seed)), 0
    for style, texts in make_pages().items():
        start, done, refused = time.monotonic(), Counter(), Counter()
        while texts and done.total() + refused.total() < int(steps):
            text = rng.choice(texts)
            front = read_front_matter(text)
            data = load(style, front.span.of(text))
            try:
                name, edit = act(rng, front, text, data)
            except (KeyError, IndexError, TypeError):
                continue  # a doubled key, or an alias
            if edit is None:
                continue
            try:
                after = apply(text, edit())
            except UserFacingError:
                refused[name] += 1
                continue
            done[name] += 1
            new = read_front_matter(after)
            found = load(style, new.span.of(after)) if new.span else None
            if not says(data, found) or after[new.body :] != text[front.body :]:
                failed += 1
                print(f"{name} in\n{front.span.of(text)}\n{new.span and new.span.of(after)}\n")
        took = time.monotonic() - start
        print(
            f"{style}: {len(texts)} pages, made {dict(done)}, refused {dict(refused)}, {took:.0f} s"
        )
    print(f"{failed} failures")
    return failed


if __name__ == "__main__":
    sys.exit(bool(run(*sys.argv[1:])))
