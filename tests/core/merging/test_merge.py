"""Three-way merges keep their laws; what two people do apart needs no question."""

import random
import re
from collections import Counter

import pytest
from editor.core.base.edits import Edit, apply
from editor.core.frontmatter.reading import read_front_matter
from editor.core.merging.merge import Conflict, Side, merge_texts
from editor.core.merging.units import split_units
from editor.core.profiles.profile import GENERIC

from helpers.corpus import DOCUMENTS, EDGES, EVERYTHING, ISSUES, SAMPLE, text_of

WORD = re.compile(r"\w+")
CASES = 1_000 if EVERYTHING else 60
"""How many random cases a run tries; the campaign has 10 000."""


def words_of(text):
    return Counter(WORD.findall(text))


def shown(merge, side):
    """The words of a merge that the reader sees of one side."""
    return sum(
        (
            words_of(getattr(part, side) if isinstance(part, Conflict) else part)
            for part in merge.parts
        ),
        Counter(),
    )


def check_laws(base, mine, theirs, profile=GENERIC):
    merge = merge_texts(base, mine, theirs, profile)
    assert merge_texts(base, theirs, mine, profile).parts == merge.swapped().parts
    for side, text in (("mine", mine), ("theirs", theirs)):
        added = words_of(text) - words_of(base)
        assert added - shown(merge, side) == Counter()
    if not any(read_front_matter(text).problem for text in (base, mine, theirs)):
        for side in Side:
            assert read_front_matter(merge.text([side] * 99)).problem is None
    return merge


@pytest.mark.parametrize("name", EDGES)
def test_units_joined_are_the_text(name):
    text = EDGES[name].decode().removeprefix("\ufeff")
    assert "".join(unit.text for unit in split_units(text, GENERIC)) == text


def test_units_of_real_documents_joined_are_the_text(shelf):
    for path in DOCUMENTS[-60:]:
        text = text_of(path)
        profile = shelf.choose(text, path)
        assert "".join(unit.text for unit in split_units(text, profile)) == text, path


@pytest.mark.parametrize("path", ISSUES[:3] + ISSUES[-2:], ids=lambda path: path.stem)
def test_who_alone_has_changed_something_gets_it(path, shelf):
    text = text_of(path)
    profile = shelf.choose(text, path)
    other = mutate(text, random.Random(1), 8)
    for base, mine, theirs, result in (
        (text, text, text, text),
        (text, other, text, other),
        (text, text, other, other),
        (text, other, other, other),
    ):
        merge = merge_texts(base, mine, theirs, profile)
        assert (merge.conflicts, merge.text()) == ((), result)


@pytest.mark.slow
def mutate(text, chance, count):
    """Change a text as people do: words, lines moved, copied and deleted, letters typed."""
    for _ in range(count):
        lines = text.splitlines(keepends=True) or ["\n"]
        at = chance.randrange(len(lines))
        kind = chance.randrange(7)
        if kind == 0:
            lines.pop(at)
        elif kind == 1:
            lines.insert(at, f"Neue Zeile {chance.randrange(1000)}\n")
        elif kind == 2:
            lines.insert(at, f"* 0{chance.randrange(1, 9)}.02.2026, online: **Neu {at}**\n")
        elif kind == 3:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        elif kind == 4:
            words = list(re.finditer(r"\w+", lines[at]))
            if words:
                word = chance.choice(words)
                lines[at] = apply(lines[at], [Edit(*word.span(), f"wort{chance.randrange(99)}")])
        elif kind == 5:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = (
                lines[at][:place]
                + chance.choice(["ä", "\n", " ", "#", "\n\n"])
                + (lines[at][place:])
            )
        else:
            lines.insert(at, chance.choice(lines))
        text = "".join(lines)
    return text


@pytest.mark.slow
def test_random_cases_keep_the_laws(shelf):
    chance = random.Random(14)
    texts = [(path, text_of(path)) for path in [SAMPLE, *ISSUES]]
    for _ in range(CASES):
        path, base = chance.choice(texts)
        if chance.random() < 0.7:  # short ones reach more places
            lines = base.splitlines(keepends=True)
            start = chance.randrange(len(lines))
            base = "".join(lines[:12] + lines[start : start + 40])
        profile = shelf.choose(base, path)
        mine, theirs = (mutate(base, chance, chance.randrange(1, 9)) for _ in range(2))
        check_laws(base, mine, theirs, profile)


BASE = """---
title: Alt
author: A
images:
- imgname: a.jpg
---

## Neues

Am Montag treffen wir uns um zehn im Haus.

Ein zweiter Absatz über Daten.

## Veranstaltungen
* Mittwoch, 04.02.2026, 10:00, online: **Eins**
  * https://eins.example
* Donnerstag, 05.02.2026, 10:00, online: **Zwei**
* Freitag, 06.02.2026, 10:00, online: **Drei**
"""


def replaced(*pairs):
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ([("title: Alt", "title: Neu")], [("author: A", "author: B")]),
        ([("title: Alt", "title: Neu")], [("author: A", "author: A\ntopic: x")]),
        ([("Montag", "Dienstag")], [("zehn", "elf")]),
        ([("**Eins**", "**Erstens**")], [("**Zwei**", "**Zweitens**")]),
        ([("**Eins**", "**Erstens**")], [("online: **Drei**", "Berlin: **Drei**")]),
        ([("Ein zweiter Absatz über Daten.\n\n", "")], [("Montag", "Dienstag")]),
        ([("## Neues\n", "## Neues\n\nEin neuer Absatz.\n")], [("über Daten", "über Zahlen")]),
    ],
)
def test_what_does_not_touch_needs_no_question(mine, theirs):
    merge = check_laws(BASE, replaced(*mine), replaced(*theirs))
    assert merge.conflicts == ()
    assert merge.text() == replaced(*mine, *theirs)


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (("title: Alt", "title: Neu"), ("title: Alt", "title: Anders"), False),
        (("Montag", "Dienstag"), ("Montag", "Mittwoch"), True),
        (("**Eins**", "**Erstens**"), ("**Eins**", "**Zuerst**"), True),
        (("Ein zweiter Absatz über Daten.\n\n", ""), ("über Daten", "über Zahlen"), True),
    ],
)
def test_what_both_changed_is_asked(mine, theirs, both):
    merge = check_laws(BASE, replaced(mine), replaced(theirs))
    (conflict,) = merge.conflicts
    assert conflict.may_keep_both is both
    assert merge.text([Side.MINE]) == replaced(mine)
    assert merge.text([Side.THEIRS]) == replaced(theirs)
    if both:
        kept = words_of(merge.text([Side.BOTH]))
        assert words_of(mine[1]) + words_of(theirs[1]) - kept == Counter()


def test_a_field_added_by_both_is_there_once():
    merge = check_laws(
        BASE,
        replaced(("title: Alt", "topic: eins\ntitle: Alt")),
        replaced(("author: A", "author: A\ntopic: zwei")),
    )
    for side in Side:
        assert read_front_matter(merge.text([side] * 9)).keys.count("topic") == 1


def test_a_colleagues_ten_edits_and_five_of_ones_own(shelf):
    base = SAMPLE.read_text(encoding="utf-8")
    profile = shelf.choose(base, SAMPLE)
    places = [match.span() for match in re.finditer(r"(?<=\s)[a-zäöü]{5,}(?=\s)", base)]
    chosen = random.Random(3).sample(places[::2], 15)
    edits = [Edit(*span, f"wort{number}") for number, span in enumerate(chosen)]
    merge = check_laws(base, apply(base, edits[:5]), apply(base, edits[5:]), profile)
    assert merge.conflicts == ()
    assert merge.text() == apply(base, edits)
