"""The issue as one HTML page that needs nothing but its pictures. A pure string."""

import html

from editor.core.issue.issue import Issue, issue_title
from editor.core.rendering.blocks import strip_markers
from editor.core.rendering.page import render_page

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; img-src {images}; style-src 'unsafe-inline'; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What the page may load (CSP): no script, and pictures only from the sources in ``{images}``."""


def write_page(issue: Issue, css: str = "", images: str = "* data:") -> str:
    """Write an issue as a complete HTML page.

    Args:
        issue: The issue to show.
        css: The style sheet of the page; "" for none.
        images: Where pictures may be loaded from, as a source list of a Content Security Policy.

    Returns:
        The whole document, from its doctype on.
    """
    style = css.replace("</", "<\\/")
    content = "\n".join(strip_markers(block.html) for block in render_page(issue))
    policy = CONTENT_SECURITY_POLICY.format(images=images)
    return (
        f'<!DOCTYPE html>\n<html lang="{issue.profile.language}">\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{html.escape(issue_title(issue))}</title>\n"
        f"<style>\n{style}</style>\n"
        f"</head>\n<body>\n<main>\n{content}\n</main>\n</body>\n</html>\n"
    )
