"""The accounts of the user at social networks.

Their names are in the settings, what proves them in the keyring.
"""

import contextlib
import threading
from collections.abc import Collection

from editor.app.networks import bluesky, mastodon
from editor.app.networks.post_pages import ReadPosts, read_pages
from editor.app.networks.signed_in import SignedIn
from editor.app.services.api import NotSignedIn
from editor.app.services.settings import Settings
from editor.app.services.tokens import find_token, forget_token
from editor.core.base.messages import translate
from editor.core.inbox.networks import Network, NetworkAccount, PostSource, read_account

_ASK_PAGES = {Network.MASTODON: mastodon.ask_pages, Network.BLUESKY: bluesky.ask_pages}


class NetworkAccounts:
    """The accounts that the user is signed in with."""

    def __init__(self, settings: Settings) -> None:
        """Read the names from the settings."""
        self._settings = settings

    def all(self) -> list[NetworkAccount]:
        """List the accounts, the last one last."""
        accounts = (read_account(entry) for entry in self._settings.now.networks)
        return [account for account in accounts if account]

    def keep(self, account: NetworkAccount) -> None:
        """Remember an account by its name."""
        entries = (*self._settings.now.networks, str(account))
        self._settings.keep(networks=tuple(dict.fromkeys(entries)))

    def forget(self, account: NetworkAccount) -> None:
        """Forget the name of an account."""
        entries = self._settings.now.networks
        self._settings.keep(networks=tuple(each for each in entries if each != str(account)))


def sign_out(account: NetworkAccount) -> SignedIn | None:
    """Forget what proves an account.

    Args:
        account: The account.

    Returns:
        What ``revoke`` takes; None where nothing was known.
    """
    secret = find_token(str(account))
    forget_token(str(account))
    return SignedIn(account, secret) if secret else None


def revoke(signed_in: SignedIn, stop: threading.Event) -> None:
    """Let a server take a token back; of Bluesky, the user deletes an app password there.

    Args:
        signed_in: The account and its token.
        stop: Ends the work when it is set.

    Raises:
        HostRefused: If the server does not revoke it.
        FetchFailed: If the server cannot be reached.
    """
    account, secret = signed_in
    if account.network is Network.MASTODON:
        mastodon.revoke(account.server, secret, stop)


def read_posts(source: PostSource, known: Collection[str], stop: threading.Event) -> ReadPosts:
    """Read what an account keeps.

    Args:
        source: Whose, and which list.
        known: What identifies the posts that were read before.
        stop: Ends the work when it is set.

    Returns:
        What is new.

    Raises:
        HostRefused: If the server does not give it.
        FetchFailed: If it cannot be reached, or answers otherwise.
    """
    account = source.account
    secret = find_token(str(account))
    if not secret:
        message = translate("core", "You are not signed in as {name}; sign in under “Sources…”.")
        raise NotSignedIn(message.fill(name=account.handle))
    ask_pages = _ASK_PAGES[account.network]
    with contextlib.closing(ask_pages(account.server, secret, source.list, stop)) as pages:
        return read_pages(pages, known, stop)
