"""Rendering in a thread: the newest text wins, and a fault is one text's alone."""

import threading

import pytest
from editor.app.document.renderer import Renderer
from editor.core.issue import issue
from editor.core.rendering import page

LIMIT = 60_000
"""Milliseconds that nothing here takes: what never comes must not hang the tests."""


@pytest.fixture
def renderer(qapp):
    """A renderer that ends with the test, and remembers what it has emitted."""
    renderer = Renderer()
    renderer.renderings, renderer.failures = [], []
    renderer.rendered.connect(renderer.renderings.append)
    renderer.failed.connect(renderer.failures.append)
    yield renderer
    renderer.close()


@pytest.fixture
def profile(shelf):
    """The profile of a newsletter."""
    return shelf.named("newsletter")


def fail_at(word, function):
    """Return a function that fails at texts with a word, and does its work for others."""

    def failing(subject, *arguments, **options):
        if word in getattr(subject, "text", subject):
            raise RuntimeError("secret words of the document")
        return function(subject, *arguments, **options)

    return failing


def test_a_text_comes_back_as_an_issue_and_its_page(qtbot, renderer, profile):
    with qtbot.waitSignal(renderer.rendered, timeout=LIMIT):
        renderer.request("# Titel\n\nText\n", profile, document=7)
    (rendering,) = renderer.renderings
    assert rendering.issue.text == "# Titel\n\nText\n"
    assert rendering.issue.profile == profile
    assert list(rendering.blocks) == list(page.render_page(rendering.issue))
    assert "Titel" in "".join(block.html for block in rendering.blocks)
    assert rendering.document == 7


def test_a_text_that_cannot_be_parsed_is_said_and_later_ones_are_rendered(
    qtbot, renderer, profile, monkeypatch
):
    monkeypatch.setattr(issue, "parse_issue", fail_at("faulty", issue.parse_issue))
    with qtbot.waitSignals([renderer.failed, renderer.rendered], timeout=LIMIT):
        renderer.request("faulty\n", profile)
        renderer.request("fine\n", profile)
    (message,) = renderer.failures
    assert message.template == "This could not be done: {reason}."
    assert [rendering.issue.text for rendering in renderer.renderings] == ["fine\n"]


def test_a_text_that_cannot_be_rendered_is_its_own_page(
    qtbot, renderer, profile, monkeypatch, caplog
):
    """The page of the document before must not stay beside it."""
    monkeypatch.setattr(page, "render_page", fail_at("faulty", page.render_page))
    with qtbot.waitSignal(renderer.rendered, timeout=LIMIT):
        renderer.request("faulty <b>\n", profile, document=3)
    (rendering,) = renderer.renderings
    (block,) = rendering.blocks
    assert block.html == "<pre>faulty &lt;b&gt;\n</pre>"
    assert rendering.document == 3
    assert "RuntimeError" in caplog.text
    assert "secret words" not in caplog.text


def test_while_one_is_rendered_only_the_newest_other_one_waits(
    qtbot, renderer, profile, monkeypatch
):
    render_page, may_go_on = page.render_page, threading.Event()

    def wait_and_render(issue):
        assert may_go_on.wait(LIMIT / 1000)
        return render_page(issue)

    monkeypatch.setattr(page, "render_page", wait_and_render)
    for number in range(5):
        renderer.request(f"{number}\n", profile, number)
    may_go_on.set()
    qtbot.waitUntil(lambda: len(renderer.renderings) == 2, timeout=LIMIT)
    assert [rendering.document for rendering in renderer.renderings] == [0, 4]
    assert renderer.failures == []


def test_a_closed_renderer_takes_no_more(qtbot, renderer, profile):
    renderer.request("eins\n", profile)
    renderer.close()
    renderer.request("zwei\n", profile)
    qtbot.wait(50)  # an answer would arrive now
    assert renderer.renderings == []
    assert renderer.failures == []
