"""What is put into front matter is what the site's generator reads, asked where it is installed."""

import json
import subprocess

import pytest
from editor.core.base.edits import apply
from editor.core.frontmatter.editing import add_key, insert_item, put_value
from editor.core.frontmatter.reading import read_front_matter

from helpers import hugo

YAML = """\
---
title: "A" # x
count: 1
date: 2026-01-02
tags: [a]
ort: {stadt: U}
---
T
"""
TOML = """\
+++
title = 'A' # x
count = 1
date = 2026-01-02
tags = ['a']
[ort]
stadt = 'U'
+++
T
"""
JSON = """\
{
  "title": "A",
  "count": 1,
  "date": "2026-01-02",
  "tags": ["a"],
  "ort": {"stadt": "U"}
}
T
"""
PAGES = {"YAML": YAML, "TOML": TOML, "JSON": JSON}
WORDS = ["Grüße", 'say "x" \\ y', "it's: # fine", "🌱 {a} [b]", "- x", "yes", "12", " x "]


def change(text, words):
    """Put, add and insert words; each edit is made on the text that the one before has made."""
    rows = [{"name": words}, {"name": "b"}]
    for make, *arguments in (
        (put_value, ("title",), words),
        (put_value, ("count",), 7),
        (put_value, ("ort", "stadt"), words),
        (add_key, ("neu",), words),
        (add_key, ("leute",), rows),
        (insert_item, ("tags",), 1, words),
    ):
        text = apply(text, make(text, read_front_matter(text), *arguments))
    return text


@hugo.needs_hugo
@pytest.mark.parametrize("name", PAGES)
def test_hugo_reads_what_was_put(tmp_path, name):
    site = tmp_path / "site"
    hugo.site(site, {})
    layout = (
        '{{ dict "title" .Title "count" .Params.count "ort" .Params.ort.stadt "neu" .Params.neu '
        '"leute" .Params.leute "tags" .Params.tags "date" (.Date.Format "2006-01-02") '
        '"text" .RawContent | jsonify }}'
    )
    (site / "layouts" / "_default" / "single.html").write_text(layout, encoding="utf-8")
    for number, words in enumerate(WORDS):
        text = change(PAGES[name], words)
        (site / "content" / f"p{number}.md").write_text(text, encoding="utf-8")
    subprocess.run([str(hugo.HUGO), "--quiet"], cwd=site, check=True, capture_output=True)
    for number, words in enumerate(WORDS):
        page = site / "public" / f"p{number}" / "index.html"
        assert json.loads(page.read_text(encoding="utf-8")) == {
            "title": words,
            "count": 7,
            "ort": words,
            "neu": words,
            "leute": [{"name": words}, {"name": "b"}],
            "tags": ["a", words],
            "date": "2026-01-02",
            "text": "T\n",
        }


def test_mkdocs_reads_what_was_put():
    meta = pytest.importorskip("mkdocs.utils.meta")
    for words in WORDS:
        body, data = meta.get_data(change(YAML, words))
        assert data["title"] == data["neu"] == data["ort"]["stadt"] == words
        assert data["tags"] == ["a", words]
        assert data["leute"] == [{"name": words}, {"name": "b"}]
        assert body.strip() == "T"


def test_pelican_reads_what_was_put(tmp_path):
    readers = pytest.importorskip("pelican.readers")
    settings = pytest.importorskip("pelican.settings")
    text = "Title: A\nDate: 2026-01-02\nSummary: s\n\nText\n"
    page = tmp_path / "a.md"
    reader = readers.MarkdownReader(settings.read_settings())
    for words in ["Grüße", "it's: # fine", "🌱 {a} [b]", "- x", "yes", "12"]:
        changed = apply(text, put_value(text, read_front_matter(text), ("title",), words))
        page.write_text(changed, encoding="utf-8")
        content, data = reader.read(str(page))
        assert (data["title"], f"{data['date']:%Y-%m-%d}") == (words, "2026-01-02")
        assert "Text" in content


def test_jekyll_reads_what_was_put():
    program = (
        'require "json"; require "yaml"; texts = JSON.parse(STDIN.read); '
        r"head = /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m; "
        "puts JSON.generate(texts.map { |text| text =~ head;"
        " YAML.safe_load($1, permitted_classes: [Date]).transform_values { |v| v.is_a?(Date) ? "
        "v.to_s : v } })"
    )
    texts = [change(YAML, words) for words in WORDS]
    try:
        done = subprocess.run(
            ["ruby", "-rdate", "-e", program],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=True,
        )
    except FileNotFoundError:
        pytest.skip("Ruby, which Jekyll reads with, is not installed (apt-get install ruby)")
    for words, data in zip(WORDS, json.loads(done.stdout), strict=True):
        assert data["title"] == data["neu"] == data["ort"]["stadt"] == words
        assert data["tags"] == ["a", words]
        assert data["date"] == "2026-01-02"
