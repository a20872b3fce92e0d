"""An issue handed over to a code host: files as one commit on a branch, and a pull request.

Law: what somebody else has written is never replaced unseen, and nothing is forced. Each step looks
at what is there, so a second try after any failure doubles nothing.
"""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from editor.app.hosting.code_host import BranchMoved, CodeHost, HostedRepository, NewCommit
from editor.app.services.api import Clash, HostRefused
from editor.core.base.messages import translate
from editor.core.hosting.git_objects import blob_id
from editor.core.hosting.pull_request import PullRequest, PullState, ReviewComment

_TRIES = 3
"""How often a commit is made anew because the branch has moved meanwhile."""
_MOST_BRANCHES = 50


class Submission(Struct, frozen=True):
    """What is handed over, and what the user has seen of it at the host."""

    repository: str
    """The path of the repository."""
    branch: str
    files: Mapping[str, bytes]
    message: str
    """Of the commit."""
    title: str
    """Of the pull request."""
    text: str
    seen: Mapping[str, frozenset[str]]
    """By path, the contents that may be replaced, as git names them: the user has had them here."""
    comment: str = ""
    """What reviewers are told where the pull request is open by now; "" for nothing."""
    based_on: Mapping[str, str] = field(default_factory=dict)
    """By path, the content at the base that the branch knows of; "" for none."""


class Submitted(Struct, frozen=True):
    """What has become of a submission."""

    repository: str
    """The path of the repository with the pull request."""
    request: PullRequest
    source: str
    """The path of the repository with the branch: a fork, or the same."""
    is_new: bool
    """Whether the pull request was opened now."""
    has_changed: bool
    """Whether there was anything to commit."""
    based_on: Mapping[str, str]
    """What the base has of each file, where the branch is new; empty otherwise."""


class ChangedThere(Exception):
    """Files that somebody has changed at the host; nothing was written.

    ``theirs`` are their contents by path, ``repository`` is the path of where they are, and
    ``is_base`` tells whether it is the base that has changed, not the branch.
    """

    def __init__(
        self, theirs: Mapping[str, bytes], repository: str, *, is_base: bool = False
    ) -> None:
        super().__init__(*theirs)
        self.theirs, self.repository, self.is_base = theirs, repository, is_base


def submit(host: CodeHost, submission: Submission) -> Submitted:
    """Commit the files on the branch, and open a pull request where there is none.

    Where the account may not push, both happen in its fork. A branch whose pull request is merged
    or closed is not used again: the next free name is taken.

    Args:
        host: The code host, for the user's account.
        submission: What is handed over.

    Returns:
        The pull request.

    Raises:
        ChangedThere: If files have contents there that the user has not seen.
        HostRefused: If the host refuses; nothing is to be seen then, or what is there stays right.
        FetchFailed: If it cannot be reached.
    """
    upstream = host.repository(submission.repository)
    _check(upstream, submission.branch)
    source = upstream
    if not upstream.may_push:
        source = host.fork(upstream, host.account().name)
    branch, request = _find_branch(host, upstream, source, submission)
    submission = replace(submission, branch=branch)
    commit = _commit(host, upstream, source, submission)
    based_on = {}
    if commit.is_new_branch:
        based_on = {path: commit.tree.get(path, "") for path in submission.files}
    is_new = request is None
    if request is None:
        request = _open(host, upstream, source, submission)
    elif submission.comment:
        _say(host, upstream, request, submission.comment)
    return Submitted(upstream.path, request, source.path, is_new, bool(commit.files), based_on)


def _check(upstream: HostedRepository, branch: str) -> None:
    if upstream.is_archived:
        message = translate("core", "{path} is archived; nothing can be submitted there.")
        raise HostRefused(message.fill(path=upstream.path))
    if branch == upstream.base:
        message = translate(
            "core",
            "“{branch}” is the branch that the site is built from. Choose another name: what you "
            "submit is proposed first, and goes there when somebody accepts it.",
        )
        raise HostRefused(message.fill(branch=branch))


def _find_branch(
    host: CodeHost, upstream: HostedRepository, source: HostedRepository, submission: Submission
) -> tuple[str, PullRequest | None]:
    """Find the branch to use, and its open pull request."""
    wanted = submission.branch
    for number in range(1, _MOST_BRANCHES):
        branch = wanted if number == 1 else f"{wanted}-{number}"
        requests = host.pull_requests(upstream, source, branch)
        opened = [each for each in requests if each.state is PullState.OPEN]
        if opened:
            return branch, opened[0]
        if not requests and _is_free(host, upstream, source, branch, submission):
            return branch, None
    message = translate("core", "“{branch}” was used too often. Choose another name.")
    raise HostRefused(message.fill(branch=wanted))


def _is_free(
    host: CodeHost,
    upstream: HostedRepository,
    source: HostedRepository,
    branch: str,
    submission: Submission,
) -> bool:
    """Whether nobody else uses a branch without a pull request: a try before this may have it."""
    head = host.head(source.path, branch)
    if not head:
        return True
    there = host.tree(source.path, head)
    base = host.tree(upstream.path, host.head(upstream.path, upstream.base))
    return any(
        there.get(path) in {blob_id(data), *submission.seen.get(path, ())}
        and there.get(path) != base.get(path)
        for path, data in submission.files.items()
    )


def _commit(
    host: CodeHost, upstream: HostedRepository, source: HostedRepository, submission: Submission
) -> NewCommit:
    """Make the commit, anew where the branch has moved; one without files is not made."""
    for _ in range(_TRIES):
        commit = _plan(host, upstream, source, submission)
        if not commit.files:
            if commit.is_new_branch:
                message = translate("core", "{host} has these files already, exactly as they are.")
                raise HostRefused(message.fill(host=host.name))
            return commit
        try:
            host.commit(source, commit)
        except BranchMoved:
            continue
        return commit
    message = translate(
        "core", "Somebody else is changing the branch “{branch}” just now. Try again in a minute."
    )
    raise HostRefused(message.fill(branch=submission.branch))


def _plan(
    host: CodeHost, upstream: HostedRepository, source: HostedRepository, submission: Submission
) -> NewCommit:
    """Compare the files with those at the host.

    Raises:
        ChangedThere: If one has a content there that the user has not seen.
    """
    head = host.head(source.path, submission.branch)
    if head:
        tree = host.tree(source.path, head)
        commit = NewCommit("", head, False, {}, "", tree)
        _check_base(host, upstream, submission, tree)
    else:
        commit = host.start(upstream, source)
    there = commit.tree
    files = {
        path: data for path, data in submission.files.items() if there.get(path) != blob_id(data)
    }
    unseen = {
        path: there[path]
        for path in files
        if path in there and there[path] not in submission.seen.get(path, ())
    }
    if unseen:
        place = source.path if head else upstream.path
        theirs = {path: host.blob(place, blob) for path, blob in unseen.items()}
        raise ChangedThere(theirs, place)
    return replace(commit, branch=submission.branch, files=files, message=submission.message)


def _check_base(
    host: CodeHost, upstream: HostedRepository, submission: Submission, branch: Mapping[str, str]
) -> None:
    """Look whether somebody has changed the files at the base since the branch began.

    Raises:
        ChangedThere: If one has, in another way than the branch.
    """
    known = submission.based_on
    if not known:
        return
    base = host.tree(upstream.path, host.head(upstream.path, upstream.base))
    moved = {
        path: base[path]
        for path, data in submission.files.items()
        if path in base
        and path in known
        and base[path] not in (known[path], branch.get(path), blob_id(data))
    }
    if moved:
        theirs = {path: host.blob(upstream.path, blob) for path, blob in moved.items()}
        raise ChangedThere(theirs, upstream.path, is_base=True)


def _say(host: CodeHost, upstream: HostedRepository, request: PullRequest, comment: str) -> None:
    """Tell reviewers more, once: a try before this may have done it."""
    review = host.review(upstream.path, request.number)
    there = [request.text, *(each.text for each in review.comments)]
    if comment.split() not in map(str.split, there):
        host.answer(upstream.path, request.number, ReviewComment("", "", ""), comment, done=False)


def _open(
    host: CodeHost, upstream: HostedRepository, source: HostedRepository, submission: Submission
) -> PullRequest:
    """Open the pull request; one that an answer was lost of is found."""
    branch = submission.branch
    try:
        return host.open_pull_request(upstream, source, branch, submission.title, submission.text)
    except Clash:
        found = host.pull_requests(upstream, source, branch)
        opened = [each for each in found if each.state is PullState.OPEN]
        if not opened:
            raise
        return opened[0]
