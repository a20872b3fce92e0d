"""The pages of a folder are those that sites have, and no tool's."""

from editor.app.services.page_files import find_pages


def test_pages_of_all_suffixes_but_none_of_tools(tmp_path):
    wanted = ["a.md", "b.MDX", "c/d.markdown"]
    for name in [*wanted, "e.txt", ".git/f.md", "node_modules/x/README.md", "mdx"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_pages(tmp_path)]
    assert found == wanted


def test_templates_at_the_root_of_a_site_are_no_pages(tmp_path):
    for name in ("content/a.md", "archetypes/default.md", "content/archetypes/b.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = {path.relative_to(tmp_path).as_posix() for path in find_pages(tmp_path)}
    assert found == {"content/a.md", "content/archetypes/b.md"}


def test_a_folder_that_is_not_there_has_none(tmp_path):
    assert list(find_pages(tmp_path / "fort")) == []
