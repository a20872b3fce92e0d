"""An issue as plain text says what the page says, without its looks."""

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.publishing.plain_text import write_plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Noch ~~drei~~ fünf Plätze", "Noch ~~drei~~ fünf Plätze"),
        (
            "* ~~Mittwoch, 04.02.2026, 10:00, online: **Treffen**~~ (abgesagt)",
            "* ~~Mittwoch, 04.02.2026, 10:00, online: Treffen~~ (abgesagt)",
        ),
        ("Vor <del>gestern</del>", "Vor ~~gestern~~"),
        ("![Ein Baum im Hof](baum.jpg)", "[Ein Baum im Hof]"),
        ("![](schmuck.jpg) Text", "Text"),
        ("[![Plakat](p.jpg)](https://a.example/)", "[Plakat] <https://a.example/>"),
        ("* [x] erledigt\n* [ ] offen", "* [x] erledigt\n* [ ] offen"),
    ],
)
def test_nothing_changes_its_meaning(markdown, text):
    assert write_plain_text(parse_issue(f"---\ntitle: x\n---\n\n{markdown}\n")).endswith(
        f"{text}\n"
    )
