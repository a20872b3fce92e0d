"""Checks whether links answer, when the user asks for it.

One host at a time, with a pause between two requests to the same host; nothing is read, and
addresses of the user's own network are left out.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from editor.app.services.fetch import PrivateAddress, probe
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.base.urls import read_host

_TIME_LIMIT = 12.0
"""Seconds that an address may take."""
_PAUSE = 0.5
"""Seconds between two requests to one host."""
_UNCHECKED = Message()

LinkAnswers = dict[str, Message | None]
"""By address: None where it answers, or else why it does not."""


def check_links(
    urls: Sequence[str],
    known: Mapping[str, Message | None],
    report_progress: Callable[[int, int], None],
    stop: threading.Event,
    *,
    private: bool = False,
    pause: float = _PAUSE,
) -> LinkAnswers:
    """Check the addresses that have not answered yet.

    Args:
        urls: The addresses; those that are neither http nor https are left out.
        known: The answers so far; addresses that answered are not asked again.
        report_progress: Called with how many of how many addresses are done.
        stop: Set by another thread to end the work.
        private: Whether addresses of the user's own network are asked, too.
        pause: Seconds between two requests to one host.

    Returns:
        The known answers and the new ones, as far as they had come when ``stop`` was set.
    """
    answers: LinkAnswers = dict(known)
    urls_by_host = _group_by_host(urls, known)
    total, done = sum(map(len, urls_by_host.values())), 0
    for host_urls in urls_by_host.values():
        for index, url in enumerate(host_urls):
            if (index and stop.wait(pause)) or stop.is_set():
                return answers
            if not _check_link(url, answers, stop, private=private):
                return answers
            done += 1
            report_progress(done, total)
    return answers


def _check_link(url: str, answers: LinkAnswers, stop: threading.Event, *, private: bool) -> bool:
    """Add the answer of an address, if it was asked; False where the work was stopped meanwhile."""
    begin = time.monotonic()
    try:
        probe(url.partition("#")[0], private=private, seconds=_TIME_LIMIT, stop=stop)
    except PrivateAddress:
        return True
    except UserFacingError as error:
        if stop.is_set() and time.monotonic() - begin < _TIME_LIMIT:
            return False
        answers[url] = error.message
    else:
        answers[url] = None
    return True


def _group_by_host(
    urls: Sequence[str], known: Mapping[str, Message | None]
) -> Mapping[str, list[str]]:
    """Return the addresses to ask, each once, by host."""
    urls_by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        has_answered = known.get(url, _UNCHECKED) is None
        if not has_answered and url.startswith(("http://", "https://")):
            urls_by_host[read_host(url)].append(url)
    return urls_by_host
