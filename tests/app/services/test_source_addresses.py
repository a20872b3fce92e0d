"""The addresses that are asked what is new."""

from editor.app.services.source_addresses import find_addresses


def test_addresses_and_pages_of_the_site_are_sources(tmp_path):
    labs = tmp_path / "content" / "labs"
    labs.mkdir(parents=True)
    (labs / "ulm.md").write_text(
        "---\ncity: Ulm\n# feeds\nfeeds:\n- type: ical\n  url: https://ulm.example/events.ics\n---\n"
    )
    (labs / "jena.md").write_text("+++\nfeeds = ['https://jena.example/a.ics']\n+++\n")
    (labs / "leer.md").write_text("---\ncity: Leer\n---\n")
    (labs / "mail.md").write_text("---\nfeeds:\n- url: mailto:x@mail.example\n---\n")
    (labs / "kaputt.md").write_text("---\nfeeds: [\n---\n")
    sources = ("webcal://eins.example/a.ics", "content/labs/*.md", "https://zwei.example")
    assert find_addresses(sources, tmp_path) == (
        "https://eins.example/a.ics",
        "https://jena.example/a.ics",
        "https://ulm.example/events.ics",
        "https://zwei.example",
    )


def test_no_page_outside_the_site_is_a_source(tmp_path):
    (tmp_path / "secret.md").write_text("---\nfeeds: ['https://x.example']\n---\n")
    site = tmp_path / "site"
    site.mkdir()
    assert find_addresses(("../*.md", str(tmp_path / "*.md"), ""), site) == ()
    assert find_addresses(("*.md",), None) == ()
