"""Texts of Word, LibreOffice, mails and pages become Markdown, with their pictures."""

import io
import zipfile

import pytest
from editor.app.services.document_import import read_text_document, write_pictures
from editor.app.services.documents import read_document
from editor.core.base.errors import InputRejected
from editor.core.markdown.parser import Dialect

GOLDMARK = Dialect("goldmark")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8"
    "cfc0f01f0005000180a0f0b4c20000000049454e44ae426082"
)


def pack(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return stream.getvalue()


def word(body):
    return pack(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{R}/'
            'officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="l1" '
            f'Type="{R}/hyperlink" Target="https://ulm.example/x?utm_source=w" '
            'TargetMode="External"/></Relationships>',
            "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" '
            'w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}'
            "</w:body></w:document>",
        }
    )


def run(words, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


WORD = word(
    '<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr>' + run("Neues aus Ulm") + "</w:p>"
    "<w:p>" + run("Die Stadt hat ") + run("viel", "<w:b/>") + run(" vor, sagt ")
    + '<w:hyperlink r:id="l1">' + run("der Bericht") + "</w:hyperlink>" + run(".") + "</w:p>"
)  # fmt: skip

ODT_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/>'
    "</text:list-style></office:automatic-styles><office:body><office:text>"
)
ODT_TAIL = "</office:text></office:body></office:document-content>"
ODT = (
    '<text:h text:outline-level="2">Neues aus Ulm</text:h>'
    '<text:p>Die Stadt hat <text:span text:style-name="T1">viel</text:span> vor, sagt '
    '<text:a xlink:href="https://ulm.example/x">der Bericht</text:a>.</text:p>'
    '<text:list text:style-name="L1"><text:list-item><text:p>eins</text:p></text:list-item>'
    "<text:list-item><text:p>zwei</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Was</text:p></table:table-cell>"
    "<table:table-cell><text:p>Wo</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell><text:p>Fest</text:p></table:table-cell>"
    "<table:table-cell><text:p>Ulm</text:p></table:table-cell></table:table-row></table:table>"
    '<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/>'
    "<svg:desc>Ein Punkt</svg:desc></draw:frame></text:p>"
)


def odt(content, **files):
    return pack({"content.xml": ODT_HEAD + content + ODT_TAIL, **files})


def test_a_text_of_word():
    document = read_document(WORD, "Bericht.docx", GOLDMARK)
    assert document.markdown == (
        "## Neues aus Ulm\n\nDie Stadt hat **viel** vor, sagt [der Bericht](https://ulm.example/x)."
    )


def test_a_text_of_libreoffice_with_list_table_and_picture():
    data = odt(ODT, **{"Pictures/1.png": PNG})
    document = read_document(data, "Bericht.odt", GOLDMARK)
    assert document.markdown == (
        "## Neues aus Ulm\n\n"
        "Die Stadt hat **viel** vor, sagt [der Bericht](https://ulm.example/x).\n\n"
        "1. eins\n2. zwei\n\n"
        "| Was | Wo |\n| --- | --- |\n| Fest | Ulm |\n\n"
        "![Ein Punkt](https://picture.invalid/1)"
    )
    assert [picture.data for picture in document.pictures] == [PNG]


def test_a_page_and_a_mail():
    page = b"<title>x</title><h2>Kopf</h2><p>Ein <b>Wort</b>"
    assert read_document(page, "a.html", GOLDMARK).markdown == "## Kopf\n\nEin **Wort**"
    mail = (
        b"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nEins\r\nzwei\r\n\r\nDrei *"
    )
    assert read_document(mail, "a.eml", GOLDMARK).markdown == "Eins zwei\n\nDrei \\*"


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"PK", "a.docx", "damaged"),
        (pack({"x": "y"}), "a.docx", "damaged"),
        (pack({"x": "y"}), "a.odt", "damaged"),
        (pack({"content.xml": "<a"}), "a.odt", "damaged"),
        (pack({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "a.odt", "damaged"),
        (odt("<text:section>" * 90 + "</text:section>" * 90), "a.odt", "damaged"),
        (b"", "a.eml", "no text"),
        (b"Content-Type: image/png\n\nx", "a.eml", "no text"),
        (b"x", "a.pdf", "no text that can be read"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data, name, sentence):
    with pytest.raises(InputRejected, match=sentence):
        read_document(data, name, GOLDMARK)


def test_a_file_that_unpacks_for_ever_is_not_unpacked():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("content.xml", b" " * 9_000_000)
    with pytest.raises(InputRejected, match="too large"):
        read_document(data.getvalue(), "a.odt", GOLDMARK)


def test_a_plain_mail_keeps_its_lists_and_quotes():
    mail = (
        "Content-Type: text/plain; charset=utf-8\n\nWir treffen uns:\n- Montag\n- Dienstag\n\n"
        "> Zitat\n\n1. eins\n2. zwei\n"
    )
    assert read_document(mail.encode(), "a.eml", GOLDMARK).markdown == (
        "Wir treffen uns:\n\n- Montag\n- Dienstag\n\n> Zitat\n\n1. eins\n2. zwei"
    )


def test_named_styles_of_libreoffice_are_read():
    styles = (
        ODT_HEAD.replace("document-content", "document-styles").partition("<office:automatic")[0]
        + '<office:styles><style:style style:name="Strong"><style:text-properties '
        'fo:font-weight="bold"/></style:style></office:styles></office:document-styles>'
    )
    data = odt(
        '<text:p>Ein <text:span text:style-name="Strong">Wort</text:span></text:p>',
        **{"styles.xml": styles},
    )
    assert read_document(data, "a.odt", GOLDMARK).markdown == "Ein **Wort**"


def test_pictures_become_plain_files_and_broken_ones_their_alt_text(tmp_path):
    frame = (
        '<text:p><draw:frame><draw:image xlink:href="Pictures/{0}"/>'
        "<svg:desc>{1}</svg:desc></draw:frame></text:p>"
    )
    content = frame.format("1.png", "Ein Punkt") + frame.format("2.emf", "Ein Plan")
    path = tmp_path / "a.odt"
    path.write_bytes(odt(content, **{"Pictures/1.png": PNG, "Pictures/2.emf": b"x"}))
    document = read_text_document(path, GOLDMARK)
    markdown = write_pictures(document, tmp_path, "b")
    assert markdown == "![Ein Punkt](b-1.jpg)\n\nEin Plan"
    assert (tmp_path / "b-1.jpg").read_bytes()[:2] == b"\xff\xd8"
