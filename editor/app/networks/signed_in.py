"""What comes of a sign-in."""

from typing import NamedTuple

from editor.core.inbox.networks import NetworkAccount


class SignedIn(NamedTuple):
    """An account, and what proves it."""

    account: NetworkAccount
    secret: str
    """For the keyring alone; its form is that of the network."""
