"""Derived kinds of page have the fields that a person would choose, on sites of other people."""

import pytest
from editor.app.services.profile_derivation import derive_from, keep_profiles
from editor.app.services.profile_registry import load_own_profiles
from editor.core.profiles.profile import Profile

from helpers.corpus import SITES, needs_sites

BY_HAND = {
    ("this-week-in-rust", "content"): "title:text number:number date:date category:choice",
    ("blog.rust-lang.org", "content"): (
        "path:text title:text authors:list aliases:list description:text extra:map"
    ),
    ("eleventy-base-blog", "content/blog"): "title:text description:text date:date tags:tags",
    ("fossgis-webseite", "content/news"): (
        "title:text date:datetime images:list author:text language:choice categories:tags"
    ),
    ("freifunkmuc.github.io", "_posts"): (
        "layout:choice title:text date:datetime categories:tags translations:tags"
    ),
    ("lwkd.github.io", "_posts"): "layout:choice title:text date:datetime slug:text",
    ("site", "source/_posts"): "title:text date:datetime",
    ("Webseite-EmK-Jena", "content/beitraege"): (
        "slug:text title:text publishDate:date date:date expiryDate:date draft:flag authors:tags "
        "heroCaption:long heroStyle:choice summary:long smartTOC:flag cascade:rows"
    ),
    ("ianahuja.com", "content/words"): (
        "title:text date:date description:long keywords:text draft:flag og_image:image"
    ),
    ("ianahuja.com", "content/recipes"): (
        "title:text created:date modified:date source:text image:image cuisine:text prep:number"
    ),
    ("2i2c-org.github.io", "content/blog"): (
        "title:text slug:text authors:tags date:date tags:tags categories:tags draft:flag "
        "featured:flag lastmod:datetime"
    ),
    ("website", "content/blog"): "type:choice author:text title:text date:datetime tags:tags",
    ("website", "content/publication"): (
        "title:text authors:list date:date doi:text publishDate:date abstract:long tags:tags "
        "featured:flag url_pdf:text"
    ),
    ("AikidoClub", "src/content/activities"): (
        "title:text description:long image:image link:text featured:flag order:number"
    ),
    ("handbook", "pages/tools"): "title:text keywords:tags questions:list redirect_from:list",
}


@needs_sites
def test_nine_of_ten_fields_have_the_kind_that_a_person_would_choose():
    others = []
    count = 0
    for (name, folder), words in BY_HAND.items():
        profiles = derive_from(SITES / name).profiles
        profile = next(profile for profile in profiles if profile.content == folder)
        kinds = {field.key: field.widget.value for field in profile.fields}
        for pair in words.split():
            key, wanted = pair.split(":")
            count += 1
            if kinds.get(key) != wanted:
                others.append((name, key, wanted, kinds.get(key)))
    assert len(others) <= count / 10, others


@pytest.mark.parametrize("in_site", [True, False])
def test_what_is_kept_is_loaded_and_replaced(tmp_path, in_site):
    path = keep_profiles(tmp_path, [Profile("a")], in_site=in_site)
    path.write_text('[checks]\noff = ["http"]\n\n' + path.read_text(encoding="utf-8"))
    assert [profile.name for profile in load_own_profiles(tmp_path)] == ["a"]
    keep_profiles(tmp_path, [Profile("b"), Profile("c")], in_site=in_site)
    assert [profile.name for profile in load_own_profiles(tmp_path)] == ["b", "c"]
    assert path.read_text(encoding="utf-8").startswith('[checks]\noff = ["http"]\n\n# Kinds')
