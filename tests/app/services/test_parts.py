"""What the program is made of, as the packages say it."""

from editor.app.services.parts import list_parts


def test_the_parts_of_the_program_have_licences():
    parts = {part.name: part for part in list_parts()}
    assert {"pyside6-essentials", "icalendar", "markdown", "pillow", "pyyaml", "six"} <= set(parts)
    assert "LGPL-3.0-only" in parts["pyside6-essentials"].license
    assert parts["python-dateutil"].license
    assert all(part.license != "?" and part.version for part in parts.values())
    assert not {"rundbrief", "pytest", "mypy", "pillow-heif"} & set(parts)
    assert [part.name for part in list_parts()] == sorted(parts)


def test_where_the_program_is_not_installed_all_packages_are_listed():
    assert "pytest" in {part.name for part in list_parts("nothing-of-this-name")}
