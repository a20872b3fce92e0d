"""The real Hugo, where it is installed: what it makes of Markdown, with codefor.de's settings."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

HUGO = shutil.which("hugo")
needs_hugo = pytest.mark.skipif(
    HUGO is None, reason="Hugo is not installed (Debian: apt-get install hugo)"
)

_CONFIG = """\
baseURL = "https://site.example/"
languageCode = "de-DE"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
[markup.goldmark]
  [markup.goldmark.extensions]
    definitionList = true
    footnote = true
    linkify = true
    strikethrough = true
    table = true
    taskList = true
    typographer = true
  [markup.goldmark.parser]
    attribute = true
    autoHeadingID = true
  [markup.goldmark.renderer]
    hardWraps = false
    unsafe = true
    xHTML = false
"""
_LINK = (
    '<a href="{{ .Destination | safeURL }}"{{ with .Title }} title="{{ . }}"{{ end }}'
    '{{ if strings.HasPrefix .Destination "http" }} target="_blank" rel="noopener"{{ end }}>'
    "{{ .Text | safeHTML }}</a>"
)


def site(
    folder: Path,
    bodies: dict[str, str],
    *,
    hook: bool = True,
    options: dict[str, bool] = {},  # noqa: B006
) -> Path:
    """Make a Hugo site with a page per body; gives the path where one more page could be.

    With ``hook`` links are written in the theme's way; ``options`` are other settings of goldmark.
    """
    config = _CONFIG
    for name, value in options.items():
        config = re.sub(rf"(?m)^( *{name} = ).*$", rf"\g<1>{str(value).lower()}", config)
    content, layouts = folder / "content", folder / "layouts" / "_default"
    content.mkdir(parents=True)
    (layouts / "_markup").mkdir(parents=True)
    for name in ("hugo.toml", "config.toml"):  # the second for Hugo before 0.110
        (folder / name).write_text(config, encoding="utf-8")
    (layouts / "single.html").write_text("{{ .Content }}", encoding="utf-8")
    if hook:
        (layouts / "_markup" / "render-link.html").write_text(_LINK, encoding="utf-8")
    for number, text in enumerate(bodies.values()):
        (content / f"p{number}.md").write_bytes(f"---\ntitle: x\n---\n{text}".encode())
    return content / "page.md"


def rendered(
    folder: Path,
    bodies: dict[str, str],
    *,
    hook: bool = True,
    options: dict[str, bool] = {},  # noqa: B006
) -> dict[str, str]:
    """Return each body as Hugo renders it, in one run; those it chokes on are left out.

    With ``hook`` links are written in the theme's way; ``options`` are other settings of goldmark.
    """
    site(folder, bodies, hook=hook, options=options)
    subprocess.run([str(HUGO), "--quiet"], cwd=folder, check=True, capture_output=True)
    pages = {
        name: folder / "public" / f"p{number}" / "index.html" for number, name in enumerate(bodies)
    }
    return {name: page.read_text(encoding="utf-8") for name, page in pages.items() if page.exists()}
