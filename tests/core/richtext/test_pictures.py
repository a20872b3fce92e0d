"""Pictures in the text: read, described, and written."""

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected
from editor.core.issue.issue import parse_issue
from editor.core.markdown.parser import Dialect
from editor.core.richtext.body import read_body
from editor.core.richtext.pictures import (
    find_picture,
    pictures_of,
    read_title,
    set_picture,
    write_picture,
)
from editor.core.richtext.proof import Place


def read(text):
    return read_body(parse_issue(text), Dialect("goldmark"))


def test_a_picture_is_seen_as_its_alt_text_behind_a_sign():
    body = read('![Eine *Brücke*](/blog/b.jpg "Bei Nacht")\n\nWort ![](x.png) Ende\n')
    assert [placed.block.shown for placed in body.blocks] == ["🖼 Eine Brücke", "Wort 🖼 Ende"]
    assert pictures_of(body.blocks[0].block) == ["/blog/b.jpg"]
    assert pictures_of(body.blocks[1].block) == []
    picture = find_picture(body, Place(0, 1))
    assert read_title(body, Place(0, 1), picture) == "Bei Nacht"
    assert find_picture(body, Place(1, 0)) is None


@pytest.mark.parametrize(
    ("source", "alt", "title", "wanted"),
    [
        ("![a](/x.jpg)", "Neu", "", "![Neu](/x.jpg)"),
        ("![a](/x.jpg)", "a", "Titel", '![a](/x.jpg "Titel")'),
        ("![a](/x.jpg 'alt')", "b", "alt", "![b](/x.jpg 'alt')"),
        ("![a](/x.jpg 'alt')", "a", 'mit "x"', '![a](/x.jpg "mit \\"x\\"")'),
        ('![a](</x y.jpg> "t")', "a", "", "![a](</x y.jpg>)"),
        ("![](x.jpg)", "1 * 2 * 3 [x]", "", "![1 * 2 * 3 [x]](x.jpg)"),
        ("![](x.jpg)", "*x* ]", "", "![\\*x\\* \\]](x.jpg)"),
        ("vor ![a](x.jpg){width=50%}", "b", "", "vor ![b](x.jpg){width=50%}"),
    ],
)
def test_alt_text_and_caption_are_written_and_nothing_else(source, alt, title, wanted):
    body = read(source + "\n")
    place = Place(0, body.blocks[0].block.shown.index("🖼") + 1)
    proved = set_picture(body, place, alt, title)
    assert apply(body.text, proved.edits) == wanted + "\n" == proved.body.text


def test_pictures_defined_elsewhere_and_no_pictures_are_left_alone():
    for source in ("![a][b]\n\n[b]: /x.jpg\n", "Wort\n"):
        with pytest.raises(EditRejected):
            set_picture(read(source), Place(0, 1), "x", "")


def test_a_picture_is_written_so_that_it_is_read_again():
    for alt, address in (("Ein [Kreis] *x*", "/a b.jpg"), ("", "x(1).jpg")):
        body = read(write_picture(alt, address) + "\n")
        assert body.blocks[0].block.shown == ("🖼 " + alt).strip()
