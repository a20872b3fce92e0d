"""Asks AT-SPI what a screen reader would find: run by the system's Python, which has its bindings.

access_walker.py                 prints, as JSON, all objects that take the focus
access_walker.py SECONDS         prints what is announced within so many seconds
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MOST = 6000
"""Objects that are looked at; pages of the web have thousands."""


def find_program():
    """The program's object; None where it is not on the bus."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(number)
        if child and "undbrief" in (child.get_name() or ""):
            return child
    return None


def walk(root):
    """All objects below one, but for those inside tables, lists and pages."""
    waiting, seen = [root], 0
    while waiting and seen < MOST:
        each = waiting.pop()
        seen += 1
        yield each
        try:
            if each.get_role_name() in ("document web", "table", "list", "tree table", "tree"):
                continue
            count = each.get_child_count()
        except GLib.Error:
            continue
        waiting += [
            child
            for number in range(count)
            if (child := each.get_child_at_index(number)) is not None
        ]


def label_of(each):
    """The name of an object: its own, else that of its label."""
    for relation in each.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return each.get_name()


def list_stops():
    """Role, name, description of each object that takes the focus and can be seen."""
    program, found, documents = find_program(), [], []
    if program is None:
        return {"error": "the program is not on the bus"}
    for each in walk(program):
        try:
            states = each.get_state_set()
            role = each.get_role_name()
            if role == "document web":
                documents.append([each.get_name(), each.get_object_locale()])
            if states.contains(Atspi.StateType.FOCUSABLE) and states.contains(
                Atspi.StateType.SHOWING
            ):
                found.append([role, label_of(each) or "", each.get_description() or ""])
        except GLib.Error:
            continue
    return {"stops": found, "documents": documents}


def listen(seconds):
    """What is announced within some seconds."""
    heard = []
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    GLib.timeout_add(int(seconds * 1000), Atspi.event_quit)
    print("listening", flush=True)
    Atspi.event_main()
    return heard


if __name__ == "__main__":
    Atspi.init()
    print(json.dumps(listen(float(sys.argv[1])) if len(sys.argv) > 1 else list_stops()))
