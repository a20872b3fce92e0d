"""Checks of Hugo's shortcodes: unknown names, and brackets that do not match."""


def test_a_misspelt_name_is_found_and_mended(codes_of, fix_all, head):
    assert "shortcode-name" in codes_of("{{< fgure src=x >}}\n")
    assert fix_all("{{< fgure src=x >}}\n") == head + "{{< figure src=x >}}\n"


def test_brackets_that_do_not_match_are_found(codes_of):
    assert "shortcode" in codes_of("{{< figure src=x %}}\n")


def test_braces_of_others_and_names_of_the_site_pass(codes_of):
    assert codes_of("${{ secrets.X }} und \\frac{{a}}{{b}} und {{< figures >}}\n") == []
