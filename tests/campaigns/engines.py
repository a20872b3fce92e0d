"""Pages of other people's sites, as we show them and as their own engines make them.

    python3 dev.py engines [--show N] [NAME…]

Compared are the innermost blocks of the body, without ids and classes. Template tags and
shortcodes are made inert first: engines do not run them. Engines that are not installed are left
out, with a word on how to get them.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from editor.app.services.page_files import find_pages  # noqa: E402
from editor.app.services.profile_registry import load_profiles  # noqa: E402
from editor.core.issue.issue import parse_issue  # noqa: E402
from editor.core.markdown.placeholders import swap_out  # noqa: E402
from editor.core.profiles.profile import Engine  # noqa: E402
from editor.core.rendering.dialects import dialect_for  # noqa: E402
from editor.core.rendering.page import render_body_html  # noqa: E402
from editor.resources import resource  # noqa: E402

from helpers import hugo as real_hugo  # noqa: E402
from helpers.corpus import SITES  # noqa: E402
from helpers.html_blocks import compare_blocks, list_blocks  # noqa: E402

_MOST_PAGES = 40
_RUBY = r"""
require "json"; require "kramdown"; require "kramdown-parser-gfm"
options = JSON.parse(ARGV[0]).transform_keys(&:to_sym)
usual = {input: "GFM", hard_wrap: false, auto_ids: false, syntax_highlighter: nil}
made = JSON.parse(STDIN.read).map { |text|
  Kramdown::Document.new(text, usual.merge(options)).to_html
}
puts JSON.generate(made)
"""
_NODE = r"""
const {createRequire} = require("module");
const load = createRequire(process.argv[1] + "/");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const options = JSON.parse(process.argv[3]);
const make = {
  eleventy() {
    const md = load("markdown-it")({html: true, ...options}).disable("code");
    return text => md.render(text);
  },
  hexo() {
    const render = load("hexo-renderer-marked/lib/renderer");
    const hexo = {config: {marked: {gfm: true, breaks: true, smartypants: true, autolink: true,
      modifyAnchors: 0, headerIds: false, prependRoot: false, descriptionLists: true,
      external_link: {enable: false, exclude: [], nofollow: false}, ...options},
      url: "https://site.example", root: "/", relative_link: false},
      execFilterSync() {}, extend: {filter: {}}};
    return text => render.call(hexo, {text}, {});
  },
};
process.stdout.write(JSON.stringify(texts.map(make[process.argv[2]]())));
"""


def zola(texts, options):
    import pyromark

    chosen = (
        pyromark.Options.ENABLE_TABLES
        | pyromark.Options.ENABLE_FOOTNOTES
        | pyromark.Options.ENABLE_STRIKETHROUGH
        | pyromark.Options.ENABLE_TASKLISTS
        | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    )
    return [pyromark.html(text, options=chosen) for text in texts]


def jekyll(texts, options):
    return json.loads(call(["ruby", "-e", _RUBY, json.dumps(options)], texts))


def eleventy(texts, options):
    return node("eleventy", texts, options)


def hexo(texts, options):
    return node("hexo", texts, options)


def node(name, texts, options):
    folder = str(node_folder())
    return json.loads(call(["node", "-e", _NODE, folder, name, json.dumps(options)], texts))


def node_folder():
    """Where the packages of npm lie: RUNDBRIEF_NODE names the folder with node_modules."""
    return Path(os.environ.get("RUNDBRIEF_NODE", ROOT))


def python(extensions):
    def render(texts, options):
        import markdown

        names = options.get("extensions") or extensions
        return [markdown.markdown(text, extensions=names) for text in texts]

    return render


def call(command, texts):
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-600:])
    return done.stdout


def hugo(texts, options):
    if real_hugo.HUGO is None:
        raise FileNotFoundError("hugo")
    with tempfile.TemporaryDirectory() as folder:
        bodies = {str(number): text for number, text in enumerate(texts)}
        made = real_hugo.rendered(Path(folder), bodies, hook=False, options=options)
        return [made.get(name, "") for name in bodies]


ENGINES = {
    "Hugo": (
        "Webseite-EmK-Jena fossgis-webseite website 2i2c-org.github.io 1nterp.github.io",
        hugo,
        "apt-get install hugo",
    ),
    "Zola": ("blog.rust-lang.org", zola, "pip install pyromark"),
    "Hexo": ("site", hexo, "npm install hexo-renderer-marked"),
    "Eleventy": ("eleventy-base-blog KiwiSAT.org.nz handbook", eleventy, "npm install markdown-it"),
    "Pelican": ("this-week-in-rust", python(["codehilite", "extra", "meta"]), ""),
    "MkDocs": ("mkdocs-material", python(["meta", "toc", "tables", "fenced_code"]), ""),
    "Jekyll": (
        "freifunkmuc.github.io lwkd.github.io",
        jekyll,
        "apt-get install ruby-kramdown-parser-gfm",
    ),
}


def options_of(profile):
    """What the site sets, in the words of its engine."""
    said = profile.markdown
    options = {}
    if profile.renderer is Engine.PYTHON_MARKDOWN and said.extensions:
        options["extensions"] = list(said.extensions)
    if profile.renderer is Engine.GOLDMARK:
        dialect = dialect_for(profile)
        options |= {"typographer": dialect.quotes, "hardWraps": dialect.wraps}
        options |= {"linkify": dialect.linkify, "unsafe": dialect.html}
    if profile.renderer is Engine.MARKDOWN_IT:
        for ours, theirs in (("typographer", "typographer"), ("hard_wraps", "breaks")):
            if getattr(said, ours) is not None:
                options[theirs] = getattr(said, ours)
        if said.linkify is not None:
            options["linkify"] = said.linkify
    return options


def measure(site, engine, shown):
    """The blocks of a site's pages: the same, all; and pages without a difference, all."""
    registry = load_profiles(resource("profiles"))
    ours, inert, options = [], [], {}
    for path in find_pages(SITES / site):
        text = path.read_text(encoding="utf-8", errors="replace")
        profile = registry.choose(text, path)
        body = text[parse_issue(text, profile).front.body :]
        if not body.strip() or len(ours) == _MOST_PAGES:
            continue
        swapped = swap_out(body, profile.renderer)
        plain = re.sub(r"qzshortcode(\d+)zq", r"TAG\1", swapped.text)
        ours.append((path, render_body_html(parse_issue(plain, profile))))
        inert.append(plain)
        options = options_of(profile)
        dialect = dialect_for(profile)
    same = total = whole = 0
    for (path, html), theirs in zip(ours, engine(inert, options), strict=True):
        count, of, pairs = compare_blocks(list_blocks(html), list_blocks(theirs))
        same, total, whole = same + count, total + of, whole + (not pairs)
        for left, right in pairs[:2] if shown > 0 else []:
            shown -= 1
            print(f"    {path.name}\n      we:   {left[:2]}\n      they: {right[:2]}")
    print(f"  {site}: {same} of {total} blocks ({same / total:.2%}), {whole} of {len(ours)} pages")
    print(f"    {dialect}, {options}")
    return same, total


def share_of(name):
    """The share of blocks that are the same on all sites of an engine; None without it."""
    sites, engine, _ = ENGINES[name]
    try:
        counts = [measure(site, engine, 0) for site in sites.split()]
    except (ImportError, FileNotFoundError, RuntimeError):
        return None
    return sum(same for same, _ in counts) / sum(total for _, total in counts)


def main(arguments):
    shown = int(arguments[arguments.index("--show") + 1]) if "--show" in arguments else 0
    names = [name for name in arguments if name in ENGINES] or list(ENGINES)
    for name in names:
        sites, engine, how = ENGINES[name]
        print(name)
        for site in sites.split():
            try:
                measure(site, engine, shown)
            except (ImportError, FileNotFoundError, RuntimeError) as error:
                print(f"  not installed: {how} ({str(error)[:200]})")
                break


if __name__ == "__main__":
    main(sys.argv[1:])
