"""The XML of OpenDocument as HTML: what styles say of words becomes elements."""

import pytest
from editor.core.importers.open_document import read_open_document

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)
STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="700"/></style:style>'
    '<style:style style:name="I"><style:text-properties fo:font-style="italic" '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Q" style:parent-style-name="Quotations"/>'
    '<style:style style:name="P" style:parent-style-name="Preformatted_20_Text"/>'
    '<text:list-style style:name="N"><text:list-level-style-number/></text:list-style>'
)


def read(body, styles=b""):
    content = (
        f'<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>"
        f"{body}</office:text></office:body></office:document-content>"
    )
    return read_open_document(content.encode(), "https://p.example/", styles)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ('<text:h text:outline-level="9">a &amp; b</text:h>', "<h6>a &amp; b</h6>"),
        (
            '<text:p>a<text:span text:style-name="B">b</text:span>c</text:p>',
            "<p>a<strong>b</strong>c</p>",
        ),
        ('<text:p text:style-name="I">a</text:p>', "<p><em><del>a</del></em></p>"),
        ('<text:p text:style-name="Q">a</text:p>', "<blockquote><p>a</p></blockquote>"),
        ('<text:p text:style-name="P">a</text:p>', "<pre>a</pre>"),
        (
            '<text:list text:style-name="N"><text:list-item><text:p>a</text:p></text:list-item>'
            "</text:list>",
            "<ol><li><p>a</p></li></ol>",
        ),
        ("<text:list><text:list-item/></text:list>", "<ul><li></li></ul>"),
        ("<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d</text:p>", "<p>a b c<br>d</p>"),
        ("<text:p>a<text:note>weg</text:note>b</text:p>", "<p>ab</p>"),
        ('<text:p><text:a xlink:href="x&quot;y">a</text:a></text:p>',
         '<p><a href="x&quot;y">a</a></p>'),
        (
            "<table:table><table:table-row><table:table-cell>a</table:table-cell>"
            "</table:table-row></table:table>",
            "<table><tr><td>a</td></tr></table>",
        ),
        ('<text:p><draw:frame><draw:image xlink:href="../x"/></draw:frame></text:p>', "<p></p>"),
    ],
)  # fmt: skip
def test_elements_become_html(body, html):
    assert read(body) == (html, {})


def test_pictures_are_told_with_their_paths():
    html, paths = read(
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>T</svg:title></draw:frame>'
        '<draw:frame><draw:image xlink:href="Pictures/b.png"/></draw:frame>'
    )
    assert html == ('<img src="https://p.example/1" alt="T"><img src="https://p.example/2" alt="">')
    assert paths == {
        "https://p.example/1": "Pictures/a.png",
        "https://p.example/2": "Pictures/b.png",
    }


@pytest.mark.parametrize(
    "content", [b"", b"<a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a" * 9]
)
def test_what_is_no_text_is_refused(content):
    with pytest.raises(ValueError, match="."):
        read_open_document(content, "https://p.example/")


def test_what_is_nested_too_deeply_is_refused():
    with pytest.raises(ValueError, match="deeply"):
        read("<text:section>" * 99 + "</text:section>" * 99)
