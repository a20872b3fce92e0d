"""Who made a photo, from the metadata of its file; nobody is made up."""

import pytest
from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.photo_metadata import PhotoMetadata, credit_from_metadata

SOURCES = load_sources()


@pytest.mark.parametrize(
    ("metadata", "author", "license_name", "photo_url"),
    [
        (PhotoMetadata(author="Ada", license="CC BY 4.0"), "Ada", "CC BY 4.0", ""),
        (PhotoMetadata(rights="© 2024-2026 Ada, CC BY 4.0"), "Ada", "CC BY 4.0", ""),
        (PhotoMetadata(rights="Copyright Ada. All rights reserved"), "Ada", "", ""),
        (PhotoMetadata(credit="Bo Beispiel"), "Bo Beispiel", "", ""),
        (PhotoMetadata(author="Ada, Bo"), "Ada · Bo", "", ""),
        (
            PhotoMetadata(author="Ada", page="https://creativecommons.org/licenses/by-sa/4.0/"),
            "Ada",
            "CC BY-SA 4.0",
            "",
        ),
        (
            PhotoMetadata(author="Ada", page="https://photos.example/7"),
            "Ada",
            "",
            "https://photos.example/7",
        ),
        (PhotoMetadata(author="Ada", page="javascript:alert(1)"), "Ada", "", ""),
    ],
)
def test_a_credit_is_read(metadata, author, license_name, photo_url):
    credit = credit_from_metadata(metadata, SOURCES)
    assert (credit.author, credit.license, credit.photo_url) == (author, license_name, photo_url)


@pytest.mark.parametrize(
    "metadata",
    [PhotoMetadata(), PhotoMetadata(title="Ein Tor"), PhotoMetadata(rights="(c) 2026, CC0")],
)
def test_without_an_author_there_is_no_credit(metadata):
    assert credit_from_metadata(metadata, SOURCES) is None
