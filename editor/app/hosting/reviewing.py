"""What is said of the pull request of a page, with the places in the page that it speaks of."""

import hashlib
import threading
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from editor.app.hosting.accounts import SignIn, connect
from editor.app.hosting.code_host import CodeHost
from editor.app.hosting.memory import HostMemory, KnownPullRequest
from editor.app.services.api import HostRefused
from editor.app.services.fetch import FetchFailed
from editor.core.base.encoding import decode
from editor.core.base.errors import InputRejected
from editor.core.hosting.pull_request import Review, ReviewComment


class PageComment(Struct, frozen=True):
    """A comment; ``text`` is the page as it was commented on, "" for a comment elsewhere."""

    comment: ReviewComment
    text: str = ""
    is_done: bool = False

    @property
    def name(self) -> str:
        """What it is remembered by: hosts number threads, not what is said in them."""
        said = self.comment
        words = f"{said.key}\t{said.author}\t{said.path}\t{said.line}\t{said.text}"
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


class PageReview(Struct, frozen=True):
    """A pull request, and the comments on it with their places."""

    review: Review
    comments: tuple[PageComment, ...]


def read_page_review(
    account: SignIn,
    known: KnownPullRequest,
    page: Path,
    stop: threading.Event,
) -> PageReview:
    """Ask the host what is said of a page's pull request; for a thread.

    Args:
        account: The account at the host.
        known: The pull request.
        page: The page's file.
        stop: Ends requests when it is set.

    Returns:
        What is said.

    Raises:
        HostRefused: If the host refuses.
        FetchFailed: If it cannot be reached.
        OSError: If what is remembered cannot be read.
    """
    host = connect(account, stop)
    review = host.review(known.repository, known.number)
    done = HostMemory().done(page)
    texts: dict[str, str] = {}
    comments = []
    for comment in review.comments:
        text = ""
        if comment.path == known.path and comment.line and comment.commit:
            if comment.commit not in texts:
                texts[comment.commit] = _read_page(host, known, comment.commit)
            text = texts[comment.commit]
        found = PageComment(comment, text)
        is_done = comment.is_done or found.name in done
        comments.append(replace(found, is_done=is_done))
    return PageReview(review, tuple(comments))


def _read_page(host: CodeHost, known: KnownPullRequest, commit: str) -> str:
    try:
        blob = host.tree(known.repository, commit).get(known.path, "")
        return decode(host.blob(known.repository, blob))[0] if blob else ""
    except (HostRefused, FetchFailed, InputRejected):
        return ""  # the comment is shown all the same


def answer_comment(
    account: SignIn,
    known: KnownPullRequest,
    comment: ReviewComment,
    text: str,
    stop: threading.Event,
    *,
    done: bool,
) -> None:
    """Answer a comment; for a thread.

    Args:
        account: The account at the host.
        known: The pull request.
        comment: The comment.
        text: The answer; "" for none.
        stop: Ends requests when it is set.
        done: Whether it is resolved, where the host can.

    Raises:
        HostRefused: If the host refuses.
        FetchFailed: If it cannot be reached.
    """
    connect(account, stop).answer(known.repository, known.number, comment, text, done=done)
