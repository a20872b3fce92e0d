"""Asks the links of an issue whether anything is there, on somebody's click: one host at a time, a pause between two
questions to the same one, nothing read, and never addresses of one's own network."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from editor.app.services.fetch import PrivateAddress, probe
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.base.urls import read_host

_SECONDS, _PAUSE = 12.0, 0.5
"""Seconds an address may take, and between two questions to one host."""
_UNKNOWN = Message()
LinkAnswers = dict[str, Message | None]
"""By address: None where something is there, else why not."""


def ask_links(
    urls: Sequence[str],
    known: Mapping[str, Message | None],
    tell: Callable[[int, int], None],
    stop: threading.Event,
    *,
    private: bool = False,
    pause: float = _PAUSE,
) -> LinkAnswers:
    """What the addresses answer that have not answered yet; ``tell`` hears how many of how many are done. What was
    asked before somebody stopped is kept."""
    found: LinkAnswers = dict(known)
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        if found.get(url, _UNKNOWN) is not None and url.startswith(("http://", "https://")):
            hosts[read_host(url)].append(url)
    total, done = sum(map(len, hosts.values())), 0
    for host_urls in hosts.values():
        for number, url in enumerate(host_urls):
            if number and stop.wait(pause):
                return found
            if stop.is_set():
                return found
            begin = time.monotonic()
            try:
                probe(url.partition("#")[0], private=private, seconds=_SECONDS, stop=stop)
                found[url] = None
            except PrivateAddress:
                pass  # nobody was asked, so nobody knows
            except UserFacingError as refused:
                if stop.is_set() and time.monotonic() - begin < _SECONDS:
                    return found  # stopped in the middle: nobody knows
                found[url] = refused.message
            done += 1
            tell(done, total)
    return found
