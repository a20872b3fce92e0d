"""Tables on the page to write on: cells are words, rows and columns can be changed."""

import pytest
from editor.core.base.edits import apply, invert
from editor.core.base.errors import EditRejected
from editor.core.issue.issue import parse_issue
from editor.core.markdown.parser import Dialect
from editor.core.richtext import table_edits
from editor.core.richtext.blocks import LINE_BREAK, BlockKind, Mark
from editor.core.richtext.body import read_body
from editor.core.richtext.caret import cell_spans
from editor.core.richtext.linking import set_link
from editor.core.richtext.marking import toggle_mark
from editor.core.richtext.proof import Place, Selected
from editor.core.richtext.replacing import replace_words
from editor.core.richtext.table_runs import Alignment
from editor.core.richtext.tables import is_grid

from helpers.corpus import DOCUMENTS, text_of

TABLE = """Vor

| Name | Ort |
|---|:-:|
| **Anna** | [Ulm](https://ulm.example) |
| x\\|y |  |

Ende
"""
BARE = "a | b\n--|--\n1 | 2\n3 | 4"


def read(text):
    return read_body(parse_issue(text), Dialect("goldmark"))


def table_of(body):
    index = next(
        at for at, placed in enumerate(body.blocks) if placed.block.kind is BlockKind.TABLE
    )
    return index, body.blocks[index].block


def place_in(body, words):
    index, block = table_of(body)
    return Place(index, block.shown.index(words))


def made(body, proved):
    assert apply(body.text, proved.edits) == proved.body.text
    return proved.body.text


def test_cells_are_seen_and_nothing_else():
    _, block = table_of(read(TABLE))
    assert block.shown == f"Name\tOrt{LINE_BREAK}Anna\tUlm{LINE_BREAK}x|y\t"
    assert sum(run.end - run.start for run in block.runs) == block.length


def test_words_of_a_cell_are_typed_and_pipes_are_escaped():
    body = read(TABLE)
    place = place_in(body, "Anna")
    proved = replace_words(body, Selected(place, place._replace(offset=place.offset + 4)), "A|B")
    assert "| **A\\|B** | [Ulm]" in made(body, proved) or ("| A\\|B | [Ulm]" in made(body, proved))


def test_an_empty_cell_takes_words():
    body = read(TABLE)
    index, block = table_of(body)
    end = Place(index, len(block.shown))
    assert "| x\\|y | Bonn |" in made(body, replace_words(body, Selected(end, end), "Bonn"))


def test_deleting_over_cells_keeps_the_cells():
    body = read(TABLE)
    index, block = table_of(body)
    part = Selected(Place(index, 2), Place(index, block.shown.index("Ulm") + 1))
    proved = replace_words(body, part, "")
    assert table_of(proved.body)[1].shown == f"Na\t{LINE_BREAK}\tlm{LINE_BREAK}x|y\t"


def test_marks_are_set_cell_by_cell():
    body = read(TABLE)
    index, block = table_of(body)
    proved = toggle_mark(body, Selected(Place(index, 0), Place(index, 8)), Mark.EMPHASIS)
    assert "| *Name* | *Ort* |" in made(body, proved)
    place = place_in(body, "Ort")
    linked = set_link(body, Selected(place, place._replace(offset=place.offset + 3)), "/ort")
    assert "| Name | [Ort](/ort) |" in made(body, linked)


def test_rows():
    body = read(TABLE)
    added = table_edits.add_row(body, place_in(body, "Anna"))
    assert "(https://ulm.example) |\n|  |  |\n| x" in made(body, added)
    above = table_edits.add_row(body, place_in(body, "Anna"), above=True)
    assert "|:-:|\n|  |  |\n| **Anna**" in made(body, above)
    removed = table_edits.remove_row(body, place_in(body, "Anna"))
    assert "|:-:|\n| x\\|y |  |\n" in made(body, removed)
    moved = table_edits.move_row(body, place_in(body, "Anna"), up=False)
    assert "|:-:|\n| x\\|y |  |\n| **Anna** |" in made(body, moved)
    for refused in (table_edits.remove_row, lambda b, p: table_edits.move_row(b, p, up=False)):
        with pytest.raises(EditRejected):
            refused(body, place_in(body, "Name"))


@pytest.mark.parametrize(
    ("act", "wanted"),
    [
        (
            lambda body, place: table_edits.add_column(body, place),
            "a | b|  |\n--|--| --- |\n1 | 2|  |\n3 | 4|  |",
        ),
        (
            lambda body, place: table_edits.remove_column(body, place),
            "a \n--\n1 \n3 ",
        ),
        (
            lambda body, place: table_edits.move_column(body, place, left=True),
            " b|a \n--|--\n 2|1 \n 4|3 ",
        ),
        (
            lambda body, place: table_edits.align_column(body, place, Alignment.RIGHT),
            "a | b\n--|--:\n1 | 2\n3 | 4",
        ),
    ],
)
def test_columns_of_a_table_without_outer_pipes(act, wanted):
    body = read(BARE)
    try:
        assert made(body, act(body, place_in(body, "b"))) == wanted
    except EditRejected:
        assert "\n--\n" in wanted  # one column without pipes is no table


def test_columns():
    body = read(TABLE)
    added = table_edits.add_column(body, place_in(body, "Name"))
    assert "| Name |  | Ort |\n|---| --- |:-:|\n" in made(body, added)
    first = table_edits.add_column(body, place_in(body, "Name"), left=True)
    assert "|  | Name | Ort |\n| --- |---|:-:|\n" in made(body, first)
    removed = table_edits.remove_column(body, place_in(body, "Name"))
    assert "| Ort |\n|:-:|\n| [Ulm](https://ulm.example) |\n|  |\n" in made(body, removed)
    place = place_in(body, "Ulm")
    assert table_edits.alignment_of(body, place) is Alignment.CENTER
    plain = table_edits.align_column(body, place, Alignment.NONE)
    assert "|---|---|\n" in made(body, plain)


def test_an_empty_table_can_be_filled():
    body = read(table_edits.EMPTY_TABLE + "\n")
    index, block = table_of(body)
    assert block.shown == LINE_BREAK.join(["\t\t"] * 3)
    start = Place(index, 0)
    text = made(body, replace_words(body, Selected(start, start), "Wann"))
    assert text.startswith("| Wann |  |  |\n")


@pytest.mark.parametrize("source", ["> | a | b |\n> |---|---|\n> | 1 | 2 |", "|a|\n|-|\n|1|2|"])
def test_tables_that_are_not_understood_are_shown(source):
    _, block = table_of(read(source))
    assert "---" in block.shown or "|-|" in block.shown


REAL = [
    (path, index)
    for path in DOCUMENTS
    if "--|" in text_of(path)
    for index, placed in enumerate(read(text_of(path)).blocks)
    if is_grid(placed.block)
]


@pytest.mark.parametrize(("path", "index"), REAL, ids=lambda part: getattr(part, "name", part))
def test_changes_of_real_tables_are_undone_exactly(path, index):
    body = read(text_of(path))
    block = body.blocks[index].block
    for offset in {0, len(block.shown) // 2, len(block.shown)}:
        place = Place(index, offset)
        for act in (table_edits.add_row, table_edits.add_column):
            proved = act(body, place)
            assert apply(proved.body.text, invert(body.text, proved.edits)) == body.text
            remove = table_edits.remove_row
            if act is table_edits.add_column:
                remove = table_edits.remove_column
            back = remove(proved.body, proved.caret)
            assert words(back.body, index) == words(body, index)
            outside = body.text[: body.blocks[index].start]
            assert back.body.text.startswith(outside)
            assert back.body.text.endswith(body.text[body.blocks[index].end :])


def words(body, index):
    block = body.blocks[index].block
    return [[span.of(block.shown) for span in row] for row in cell_spans(block)]
