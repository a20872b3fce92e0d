"""How a site writes its events is proposed from its pages, and never where there are none."""

from datetime import date

import pytest
from editor.core.events.dated_lists import EventPage, find_lists
from editor.core.events.proposing import propose_events
from editor.core.profiles.event_settings import EventOrder, Unit
from editor.core.profiles.line_reading import Slot

DAY = date(2026, 6, 1)


def propose(*bodies, language="en", day=DAY):
    lists = [found for body in bodies for found in find_lists(EventPage(body, 0, day), language)]
    return propose_events(lists, language)


LINES = {
    "ISO and pipes": (
        "* 2026-06-10 | Berlin, DE | [Crab Berlin](https://x.org)\n"
        "    * [**Hack and Learn**](https://x.org/1)\n"
        "* 2026-06-12 - 2026-06-14 | Kraków, PL | [Crabmeet](https://x.org)\n"
        "    * [**Crabmeet 2026**](https://x.org/2)\n"
        "* 2026-06-18 | Oslo, NO | [Crab Oslo](https://x.org)\n"
        "    * [**Talks**](https://x.org/3)\n",
        "{date} | {place} | [{group}]({url})\n[**{title}**]({url})",
        "yyyy-MM-dd",
    ),
    "all in a link": (
        "* [Jun 10. A talk](https://x.org/1).\n* [Jun 12. Two](https://x.org/2).\n"
        "* [Jun 20. Three](https://x.org/3)\n",
        "[{date}. {title}]({url})",
        "MMM d",
    ),
    "ISO and a colon": (
        "- 2026-06-05: Chaostreff\n- 2026-06-12: Workshop\n- 2026-06-19: Vortrag\n",
        "{date}: {title}",
        "yyyy-MM-dd",
    ),
    "English ordinals": (
        "* June 13th: Enhancements freeze\n* June 20th: Code freeze\n* July 2nd: Release\n",
        "{date}: {title}",
        "MMMM d'th'",
    ),
    "weekdays": (
        "* Thursday, July 16: [Meetup](https://x.org/1), Bristol\n"
        "* Friday, July 17: [Camp](https://x.org/2), Leeds\n"
        "* Monday, July 20: [Fair](https://x.org/3), York\n",
        "{date}: [{title}]({url}), {place}",
        "EEEE, MMMM d",
    ),
    "bold titles": (
        "* 2026-06-10, Jena: **Treffen**\n* 2026-06-12, Gera: **Fest**\n"
        "* 2026-06-20, Suhl: **Tag**\n",
        "{date}, {place}: **{title}**",
        "yyyy-MM-dd",
    ),
    "a link beside": (
        "* June 10: [Talk](https://x.org/1) ([register](https://x.org/r))\n"
        "* June 12: [Camp](https://x.org/2) ([register](https://x.org/r))\n"
        "* June 20: [Fair](https://x.org/3) ([register](https://x.org/r))\n",
        "{date}: [{title}]({url})",
        "MMMM d",
    ),
    "the place behind a dash": (
        "* June 10 - Talk @ Berlin\n* June 12 - Camp @ Leeds\n* June 20 - Fair @ York\n",
        "{date} - {title} @ {place}",
        "MMMM d",
    ),
    "all in parentheses": (
        "* [Talk](https://x.org/1) (June 10, Berlin)\n* [Camp](https://x.org/2) (June 12, Leeds)\n"
        "* [Fair](https://x.org/3) (June 20, York)\n",
        "[{title}]({url}) ({date}, {place})",
        "MMMM d",
    ),
    "the date is the link": (
        "* [June 10](https://x.org/1): Talk\n* [June 12](https://x.org/2): Camp\n"
        "* [June 20](https://x.org/3): Fair\n",
        "[{date}]({url}): {title}",
        "MMMM d",
    ),
    "marks around the date": (
        "* __June 10__: Talk\n* __June 12__: Camp\n* __June 20__: Fair\n",
        "__{date}__: {title}",
        "MMMM d",
    ),
    "the title below": (
        "- **June 10, 2026**\n  Talk\n- **June 12, 2026**\n  Camp\n- **June 20, 2026**\n  Fair\n",
        "**{date}**\n{title}",
        "MMMM d, yyyy",
    ),
    "paragraphs": (
        "**June 10** Talk\n\n**June 12** Camp\n\n**June 20** Fair\n",
        "**{date}** {title}",
        "MMMM d",
    ),
    "the date behind words": (
        "* Talk - June 10\n* Camp - June 12\n* Fair - June 20\n",
        "{title} - {date}",
        "MMMM d",
    ),
    "the date behind": (
        "* [React Summit](https://x.org/1) - June 11-15\n"
        "* [Vue Conf](https://x.org/2) - June 20\n* [JS Day](https://x.org/3) - July 1-2\n",
        "[{title}]({url}) - {date}",
        "MMMM d",
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_the_form_of_lines_is_proposed(name):
    body, template, pattern = LINES[name]
    proposal = propose(f"Hello.\n\n## Upcoming events\n\n{body}\n## Jobs\n\n* One\n* Two\n")
    assert proposal
    assert proposal.settings.events == ("Upcoming events",)
    assert proposal.settings.lines == (template,)
    assert proposal.settings.dates == (pattern,)
    assert (proposal.read, proposal.lines) == (3, 3)
    assert proposal.settings.order is EventOrder.DATE
    assert proposal.settings.link == ""


def test_rows_are_named_by_their_columns():
    proposal = propose(
        "## Termine\n\n| Datum | Zeit | Was | Ort |\n|---|---|---|---|\n"
        "| 01.06.2026 | 19:00 | [Treffen](https://x.org) | Jena |\n"
        "| 08.06.2026 | 18:00 | [Fest](https://x.org) | Gera |\n"
        "| 09.06.2026 | 18:00 | [Tag](https://x.org) | Gera |\n",
        language="de",
    )
    assert proposal
    assert proposal.settings.lines == ("| {date} | {time} | [{title}]({url}) | {place} |",)
    assert proposal.settings.units == (Unit.ROW,)
    assert proposal.slots == {Slot.DATE, Slot.TIME, Slot.TITLE, Slot.URL, Slot.PLACE}


def test_the_language_of_names_counts():
    body = "## Agenda\n\n* 3 juin 2026 : Réunion\n* 10 juin 2026 : Atelier\n* 1 août 2026 : Fête\n"
    proposal = propose(body, language="fr")
    assert proposal
    assert proposal.settings.dates == ("d MMMM yyyy",)
    assert propose(body, language="en") is None


def test_headings_are_named_by_what_they_have_in_common():
    issues = [
        f"## Events in {month}\n\n* 2026-{number:02}-10: One\n* 2026-{number:02}-11: Two\n"
        for number, month in ((6, "June"), (7, "July"), (8, "August"))
    ]
    proposal = propose(*issues)
    assert proposal
    assert proposal.settings.events == ("Events in",)


def test_sub_headings_belong_to_their_list():
    text = (
        "## Upcoming\n\n### Virtual\n\n* 2026-06-20: A\n* 2026-06-21: B\n\n"
        "### Europe\n\n* 2026-06-10: C\n* 2026-06-11: D\n"
    )
    proposal = propose(text)
    assert proposal
    assert proposal.settings.events == ("Upcoming",)
    assert proposal.settings.order is EventOrder.DATE


@pytest.mark.parametrize(
    "text",
    [
        "## Changes\n\n* 2026-05-01: Fixed it\n* 2026-04-20: Broke it\n* 2026-04-01: Began\n",
        "## Terms\n\n4.1. The first rule.\n\n4.2. The second rule.\n\n4.3. The third.\n",
        "## News\n\n* We met on June 10 in Jena\n* They come on June 12\n* Until June 13\n",
        "## Events\n\n* 2026-06-10: Just one\n* Something\n* Else\n",
        "## Versions\n\n* bump x from 15.2.0 to 17.0.1\n* bump y from 4.9.5 to 5.3.2\n* 1.2.3\n",
        "",
        "## Dough\n\n* 1/2 cup flour\n* 3/4 cup sugar\n* 4/5 spoon salt\n",
        "## Contents\n\n* 1.6. Anfang\n* 2.6. Mitte\n* 3.6. Ende\n",
        "* 2026-06-10: no heading\n* 2026-06-11: none\n* 2026-06-12: none\n",
    ],
)
def test_what_lists_no_events_is_left_alone(text):
    assert propose(text) is None


def test_a_page_without_a_date_lists_what_is_in_order():
    text = "## Termine\n\n* 2026-05-01: A\n* 2026-05-20: B\n* 2026-06-01: C\n"
    assert propose(text, day=None)
    assert propose(text.replace("05-20", "07-20"), day=None) is None
    assert propose(text.replace("Termine", "Changes"), day=None) is None
