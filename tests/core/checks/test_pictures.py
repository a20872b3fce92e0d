"""Checks of pictures: the header's file, who made it, and texts in place of pictures."""

import pytest
from editor.core.checks.diagnostic import PictureFacts

NAMES = ("out-in-the-open-2026-01-header.jpg",)


@pytest.mark.parametrize(
    ("pictures", "codes"),
    [
        (PictureFacts(), ["image-missing"]),
        (PictureFacts(("Out-in-the-open-2026-01-Header.JPG",)), ["image-case"]),
        (PictureFacts(NAMES, (500, 333), 1), ["image-size"]),
        (PictureFacts(NAMES, (800, 800), 1), ["image-size"]),
        (PictureFacts(NAMES, (800, 533), 300 * 1024), ["image-weight"]),
        (None, []),
    ],
)
def test_the_headers_picture(codes_of, pictures, codes):
    assert codes_of("", pictures=pictures) == codes


def test_another_case_is_mended_in_all_places(fix_all):
    name = "Out-in-the-open-2026-01-Header.JPG"
    assert fix_all("", pictures=PictureFacts((name,))).count(name) == 2


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "'Foto von [A](https://a.example) auf [Pixabay](https://pixabay.com/photos/x-1/)'",
            "''",
            "image-attribution",
        ),
        ("[A](https://a.example)", "?", "image-attribution"),
        (
            "https://pixabay.com/photos/x-1/",
            "https://www.flickr.com/photos/a/1",
            "image-licence",
        ),
    ],
)
def test_who_made_the_picture(codes_of, head, old, new, code):
    assert old in head
    assert codes_of("", head.replace(old, new)) == [code]


def test_a_header_without_a_text_in_its_place_is_found(codes_of, head):
    assert "image-alt" in codes_of("", head.replace("  alt: Ein Tor\n", ""))


def test_pictures_of_the_body_without_a_text_in_their_place_are_found(codes_of):
    body = "![](/a.png) <img src='/b.png'> ![gut](/c.png)\n"
    assert codes_of(body) == ["image-alt", "image-alt"]


def test_a_text_in_place_of_a_picture_may_be_unquoted_or_empty(codes_of):
    assert codes_of("<img src=x alt=foo> <img src=x alt=''>\n") == []
