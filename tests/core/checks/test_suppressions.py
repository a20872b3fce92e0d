"""Comments that silence checks: on their line, on the next, or in the file, and no further."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "das ist ist so <!-- rundbrief off: doubled -->",
        "<!-- rundbrief off: doubled, http -->\ndas ist ist so",
        "<!-- rundbrief off file: doubled -->\n\nx\n\ndas ist ist so",
        "das ist ist so <!-- rundbrief off: all -->",
    ],
)
def test_a_comment_silences(codes_of, text):
    assert codes_of(text + "\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "<!-- rundbrief off: doubled -->\n<!-- rundbrief off: http -->\n"
        "das ist ist http://a.example/\n",
        "das ist ist http://a.example/ "
        "<!-- rundbrief off: doubled --> <!-- rundbrief off: http -->\n",
    ],
)
def test_comments_in_a_row_silence_the_next_line(codes_of, body):
    assert codes_of(body) == []


def test_a_comment_silences_no_more_than_it_says(codes_of):
    assert codes_of("<!-- rundbrief off: doubled -->\nx\n\ndas ist ist so\n") == ["doubled"]
    assert codes_of("das ist ist so <!-- rundbrief off: http -->\n") == ["doubled"]


def test_a_comment_that_names_no_check_is_found(codes_of):
    assert codes_of("<!-- rundbrief off: dubbled -->\n") == ["silence"]
