"""The preview speaks the site's Markdown: as the real Hugo does, and as it did on the real site."""

import importlib.util
import random
from typing import NamedTuple

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.profiles.profile import Profile
from editor.core.rendering.page import render_body_html
from editor.core.sites.configuration import MarkdownOptions
from msgspec.structs import replace

from helpers import hugo
from helpers.corpus import CORPUS, SHARED, needs_corpus, text_of
from helpers.html_blocks import list_blocks

TOOL = SHARED / "tools" / "parity.py"
needs_parity = pytest.mark.skipif(
    not TOOL.exists(),
    reason="the comparison tool (../shared/tools/parity.py) is not beside this checkout",
)
SITE = Profile("site", link_hook=True)
STOCK = Profile("stock")

LINES = {
    "quotes": (
        "\"Ein\" 'zwei' it's '90s Smiths' (\"drei\") „vier“"
        " d'accord l'art 'tis I've \"21\"\" \"'x'\"\n"
    ),
    "dashes": "a -- b --- c ... d <<e>> 1--2 --a\n",
    "a stray quote": 'Der 3" Bildschirm "ist\n\noffen" und "zu"\n',
    "bare addresses": (
        "https://x.example/a_(b). (www.x.example/ä) a@b.example, okfn.de"
        " *https://x.example* <br>https://x.example [https://x.example\n"
    ),
    "entity tails": "https://x.example/?a=1&b=2&amp; https://x.example/?a=1&quota=2 x\n",
    "links": (
        '[ä](https://x.example/ä(b)?a=1&b=2 "T") [b](<a b>) [c](c\\_d) [d](x&amp;y)'
        " <https://x.example/ü?&quot=1>\n"
    ),
    "images": "![Alt *mit*\nZeile](/blog/bild-ä.png 'T')\n",
    "strikes": "~~weg~~ ~nicht~ ~~~auch nicht\n",
    "headings": (
        "# Eins *zwei*\n\n## Eins *zwei*\n\n## Mit {#eigen .klasse}\n\n"
        'Unter\n---\n\n## `Code` & "Zitat"\n'
    ),
    "tasks": "- [ ] offen\n- [x] zu [x] y\n- [a](b)\n\n1. [X] https://x.example\n",
    "footnotes": (
        "Eins[^a] zwei[^b] eins[^a].\n\n"
        "[^a]: Note *a*\n[^b]: Note b\n\n    zweiter Absatz\n\nEnde\n"
    ),
    "definitions": "Begriff\n: Erklärung *eins*\n: zwei\n\nWort\n\n: Absatz\n",
    "tables": "| a | b |\n|:--|--:|\n| c `|` | **d** |\n",
    "lists": "* a\n  * b\n* c\n\n  d\n1) e\n2) f\nText\n- g\n",
    "references": '[eins][a] [a] [A][] [nichts]\n\n[a]: https://x.example/ä "T"\n',
    "raw": (
        "<details>\n<summary>S</summary>\n\n*mit*\n\n</details>\n\n"
        "<b>in</b> Zeile <a href='x' title=\"y\">z</a>\n"
    ),
    "code": '```python\na = "b" -- c\n```\n\n    ein --gerückt\n\n`"a" -- b`\n',
    "emphasis": "**fett**er __text__ *a*b _c_d 5*6*7 **a **b** c**\n\n**„Zitat“**x **(a)**b\n",
    "breaks": "a  \nb\\\nc\nd\n",
    "wide blanks": (
        "a\u00a0\n\n\u00a0b\n\n# c\u00a0\n\n- d\u00a0 \n- e \u2003\n\n> f\u00a0\n\u00a0g\u3000 \n\n"
        "h\u00a0\ni\n\n## j \u00a0 ##\n"
    ),
}


@pytest.fixture(scope="module")
def parity():
    pytest.importorskip("selectolax")
    spec = importlib.util.spec_from_file_location("parity", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(body, profile):
    return render_body_html(parse_issue(f"---\ntitle: x\n---\n{body}", profile))


@hugo.needs_hugo
@needs_parity
@pytest.mark.parametrize("profile", [SITE, STOCK], ids=["theme's links", "stock"])
def test_every_feature_is_as_the_real_hugo_renders_it(parity, tmp_path, profile):
    pages = hugo.rendered(tmp_path / "site", LINES, hook=profile.link_hook)
    for name, body in LINES.items():
        assert parity.leaves(ours(body, profile)) == parity.leaves(pages[name]), name


@hugo.needs_hugo
@needs_parity
@pytest.mark.parametrize("name", ["typographer", "hardWraps", "linkify", "unsafe"])
def test_what_a_site_has_set_is_done(parity, tmp_path, name):
    value = name == "hardWraps"
    fields = {"hardWraps": "hard_wraps"}
    options = MarkdownOptions(**{fields.get(name, name): value})
    profile = replace(STOCK, markdown=options)
    pages = hugo.rendered(tmp_path / "site", LINES, hook=False, options={name: value})
    for line, body in LINES.items():
        if "<<e>>" in body and name == "typographer":
            continue  # an element that nobody knows, and that the sanitizer takes away
        assert parity.leaves(ours(body, profile)) == parity.leaves(pages[line]), line


ATOMS = (
    # characters; a space is as likely as two others
    *"a ä € 😀 * _ ` \" ' ( ) [ ] ! ? : ; , . 1 \\".split(),
    " ",
    " ",
    "\n",
    "\n\n",
    # emphasis and typography
    "**",
    "~~",
    "--",
    "...",
    "<<",
    ">>",
    "it's",
    "'90s",
    "l'art",
    '21"',
    # links and pictures
    "](https://x.example/a(b)c)",
    '](ä "t")',
    "![a\nb](i.png)",
    "https://x.example/?q=1&r=2.",
    "www.x.example/ä).",
    "a@b.example",
    "<https://a.example>",
    "[ref]",
    '\n\n[ref]: https://r.example "T"\n\n',
    # HTML
    "<br>",
    "<b>x</b>",
    "&amp;",
    # blocks
    "# K {#id}",
    '\n## Kopf "q"\n',
    "\n- ",
    "\n1. ",
    "\n> ",
    "    ",
    "- [x] t\n",
    "\n```\nx\n```\n",
    "\n\n---\n\n",
)


@hugo.needs_hugo
@needs_parity
def test_random_text_is_as_the_real_hugo_renders_it(parity, tmp_path):
    """Text nobody writes: at least 98 of 100 pieces are the same (99.5 measured)."""
    chance = random.Random(20261121)
    bodies = {
        str(number): "".join(chance.choices(ATOMS, k=chance.randint(2, 14))) + "\n"
        for number in range(600)
    }
    pages = hugo.rendered(tmp_path / "site", bodies)
    different = [
        bodies[name]
        for name, page in pages.items()
        if parity.leaves(ours(bodies[name], SITE)) != parity.leaves(page)
    ]
    assert len(different) <= 0.02 * len(pages), different[:5]


class Comparison(NamedTuple):
    """Pages and blocks of the site, and how many of each the preview renders the same."""

    pages: int
    same_pages: int
    blocks: int
    same_blocks: int


def compare(parity, shelf, kind):
    pages = same_pages = blocks = same_blocks = 0
    by_name = {path.stem: path for path in CORPUS if path.parent.name in ("blog", "labs")}
    for page in sorted((SHARED / "oracle").rglob("*.html")):
        if ("out-in-the-open" in page.name) != (kind == "issues"):
            continue
        path = by_name[page.stem]
        text = text_of(path)
        on_site = parity.leaves(page.read_text(encoding="utf-8"))
        in_preview = parity.leaves(render_body_html(shelf.parse(text, path)))
        pages += 1
        same_pages += on_site == in_preview
        blocks += len(on_site)
        same_blocks += parity.matched(on_site, in_preview)
    return Comparison(pages, same_pages, blocks, same_blocks)


@pytest.mark.slow
@needs_corpus
@needs_parity
def test_real_pages_are_as_on_the_site(parity, shelf):
    """All issues to the letter; of the rest, the preview locks out scripts and embedded pages."""
    issues, posts = compare(parity, shelf, "issues"), compare(parity, shelf, "posts")
    print("issues:", issues, "posts and labs:", posts)
    assert issues.pages > 0
    assert issues.same_pages == issues.pages
    assert posts.same_pages >= 0.93 * posts.pages
    assert issues.same_blocks + posts.same_blocks >= 0.99 * (issues.blocks + posts.blocks)


@hugo.needs_hugo
def test_blanks_in_cells_are_hugos(tmp_path):
    text = "| a\u00a0 | \u00a0b |\n|---|---|\n| \u00a0 | c\u00a0|\n| x\u00a0y | `d`\u00a0 |\n"
    theirs = hugo.rendered(tmp_path, {"p": text}, hook=False)["p"]
    assert list_blocks(ours(text, Profile("page"))) == list_blocks(theirs)
    assert theirs.count("\u00a0") + theirs.count("&nbsp;") == 6
