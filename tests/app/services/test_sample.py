"""The sample issue belongs to the user: what is written into it is kept, never the program's."""

from editor.app.services.folders import data_folder
from editor.app.services.sample import find_sample, is_sample
from editor.resources import resource


def test_it_is_a_copy_that_keeps_what_is_written():
    path = find_sample()
    assert path.is_relative_to(data_folder())
    assert path.read_bytes() == next(resource("sample").glob("**/*.md")).read_bytes()
    path.write_text("Mein Text", encoding="utf-8")
    assert find_sample().read_text(encoding="utf-8") == "Mein Text"
    assert is_sample(path)


def test_where_nothing_can_be_copied_it_is_the_programs_own():
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().write_bytes(b"")
    assert find_sample().is_relative_to(resource("sample"))
    assert is_sample(find_sample())


def test_other_files_are_no_sample(tmp_path):
    assert not is_sample(tmp_path / "a.md")
