"""Boxes between lines of colons, as Docusaurus has them: ``:::note Title`` … ``:::``."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.container import container_plugin

NAME = "admonition"
_HEAD = re.compile(r"\s*(?P<kind>[A-Za-z][\w-]*)\s*(?:\[(?P<label>[^\[\]]*)\]|(?P<title>[^{}]*))")


def admonitions_plugin(md: MarkdownIt) -> None:
    """Teach a parser boxes.

    Args:
        md: The parser.
    """
    container_plugin(md, NAME, validate=lambda head, *_: bool(_HEAD.match(head)), render=_render)


def _render(
    self: RendererProtocol, tokens: Sequence[Token], idx: int, options: OptionsDict, env: object
) -> str:
    token = tokens[idx]
    if token.nesting < 0:
        return "</div>\n"
    match = _HEAD.match(token.info)
    assert match
    kind = match["kind"]
    title = (match["label"] or match["title"] or "").strip() or kind[:1].upper() + kind[1:]
    mark = " ".join(f'{name}="{value}"' for name, value in token.attrs.items())
    opening = f'<div class="admonition {kind}"{" " + mark if mark else ""}>'
    return f'{opening}\n<p class="admonition-title">{escapeHtml(title)}</p>\n'
