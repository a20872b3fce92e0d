"""The accounts at code hosts that the user is signed in with.

Their names are in the settings, their tokens in the keyring. Only a host with an account is asked
anything.
"""

import threading

import msgspec
from msgspec import Struct

from editor.app.hosting.code_host import Account, CodeHost
from editor.app.hosting.forgejo import Forgejo
from editor.app.hosting.github import GitHub
from editor.app.hosting.gitlab import GitLab
from editor.app.services.api import Api, HostRefused, NotSignedIn, base_of
from editor.app.services.settings import Settings
from editor.app.services.tokens import find_token, keep_token
from editor.core.base.messages import translate
from editor.core.hosting.repository import HostKind, guess_kind

_CLIENTS: dict[HostKind, type[GitHub] | type[GitLab] | type[Forgejo]] = {
    HostKind.GITHUB: GitHub,
    HostKind.GITLAB: GitLab,
    HostKind.FORGEJO: Forgejo,
}
_TOKEN_PAGES = {
    HostKind.GITHUB: "https://{host}/settings/tokens/new?scopes=public_repo&description=Rundbrief",
    HostKind.GITLAB: (
        "https://{host}/-/user_settings/personal_access_tokens?name=Rundbrief&scopes=api"
    ),
    HostKind.FORGEJO: "https://{host}/user/settings/applications",
}
"""Where a token is made, with the least rights that do filled in where the page can be asked."""
_SIGNS = (
    (HostKind.FORGEJO, "/api/v1", "/version", "version"),
    (HostKind.GITLAB, "/api/v4", "/version", "version"),
    (HostKind.GITHUB, "/api/v3", "/meta", "verifiable_password_authentication"),
)
"""By what a host is known: an address below the base of its API, and what stands there."""
RIGHTS = {
    HostKind.GITHUB: "public_repo",
    HostKind.GITLAB: "api",
    HostKind.FORGEJO: "write:repository, write:issue, read:user",
}
"""What a token must be allowed, in the host's own words; GitHub's "repo" for private ones."""


class SignIn(Struct, frozen=True):
    """An account at a host."""

    host: str
    kind: HostKind
    name: str
    rights: str = ""


def token_page(kind: HostKind, host: str) -> str:
    """Find the page of a host on which tokens are made.

    Args:
        kind: Whose API it has.
        host: Its name.

    Returns:
        The address.
    """
    return _TOKEN_PAGES[kind].format(host=host)


def make_client(
    kind: HostKind, host: str, token: str, stop: threading.Event | None = None
) -> CodeHost:
    """Return what speaks to a host.

    Args:
        kind: Whose API it has.
        host: Its name.
        token: Proves the account.
        stop: Ends requests when it is set.

    Returns:
        The code host.
    """
    return _CLIENTS[kind](host, token, stop)


def find_kind(host: str, stop: threading.Event | None = None) -> HostKind:
    """Find out whose API a host has: by its name, or by asking it, without a token.

    Args:
        host: The name of the host.
        stop: Ends requests when it is set.

    Returns:
        The kind.

    Raises:
        HostRefused: If it has none that is known.
        FetchFailed: If it cannot be reached.
    """
    if known := guess_kind(host):
        return known
    closed = []  # those that tell nothing without an account
    for kind, base, path, sign in _SIGNS:
        try:
            answer = Api(base_of(host, base), "", stop).ask("GET", path)
        except NotSignedIn:
            closed.append(kind)
        except HostRefused:
            continue
        else:
            if _has_key(answer.data, sign):
                return kind
    if closed:
        return closed[0]
    message = translate("core", "{host} does not look like GitHub, GitLab, Forgejo or Gitea.")
    raise HostRefused(message.fill(host=host))


def _has_key(data: bytes, key: str) -> bool:
    try:
        return key in msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


class Accounts:
    """The accounts of the user; methods that ask belong in a thread."""

    def __init__(self, settings: Settings) -> None:
        """Read the names from the settings."""
        self._settings = settings

    def all(self) -> list[SignIn]:
        """List the accounts, in the order of their hosts."""
        entries = (entry.split("\t") for entry in self._settings.now.code_hosts)
        return sorted(
            (
                SignIn(host, HostKind(kind), name, rights)
                for host, kind, name, rights in (each for each in entries if len(each) == 4)
                if kind in tuple(HostKind)
            ),
            key=lambda account: account.host,
        )

    def find(self, host: str) -> SignIn | None:
        """Find the account at a host; None where there is none."""
        return next((account for account in self.all() if account.host == host), None)

    def keep(self, account: SignIn) -> None:
        """Remember an account by its names, in place of another at its host."""
        fields = (account.host, account.kind, account.name, account.rights)
        entry = "\t".join(" ".join(field.split()) for field in fields)
        self._settings.keep(code_hosts=(entry, *self._others(account.host)))

    def forget(self, host: str) -> None:
        """Forget the name of an account."""
        self._settings.keep(code_hosts=self._others(host))

    def _others(self, host: str) -> tuple[str, ...]:
        entries = self._settings.now.code_hosts
        return tuple(entry for entry in entries if entry.split("\t")[0] != host)


def check_token(
    kind: HostKind, host: str, token: str, stop: threading.Event | None = None
) -> tuple[Account, bool]:
    """Ask a host who a token stands for, and keep the token.

    Args:
        kind: Whose API the host has.
        host: Its name.
        token: The token.
        stop: Ends requests when it is set.

    Returns:
        The account, and whether the token is in the keyring.

    Raises:
        HostRefused: If the host does not accept it.
        FetchFailed: If the host cannot be reached.
    """
    account = make_client(kind, host, token, stop).account()
    return account, keep_token(host, token)


def connect(account: SignIn, stop: threading.Event | None = None) -> CodeHost:
    """Return what speaks to the host of an account, with the token from the keyring.

    Args:
        account: The account.
        stop: Ends requests when it is set.

    Returns:
        The code host.

    Raises:
        NotSignedIn: If the keyring does not have the token.
    """
    token = find_token(account.host)
    if not token:
        message = translate(
            "core", "The token for {host} is not in the keyring any more. Sign in again."
        )
        raise NotSignedIn(message.fill(host=account.host))
    return make_client(account.kind, account.host, token, stop)
