"""Tokens of accounts, in the keyring of the desktop and nowhere else.

Where there is no keyring, a token is known until the program ends. Calls may wait for the user, who
unlocks the keyring: they belong in a thread.
"""

import logging

from editor.app.services.log import describe_error

_SERVICE = "Rundbrief"
_log = logging.getLogger(__name__)
_session: dict[str, str] = {}
"""What no keyring keeps."""


def name_keyring() -> str:
    """Find out what keeps tokens here.

    Returns:
        The module of the keyring, as the package keyring names it.
    """
    import keyring

    return type(keyring.get_keyring()).__module__


def keep_token(account: str, token: str) -> bool:
    """Keep a token.

    Args:
        account: Whose it is, such as the name of a host.
        token: The token.

    Returns:
        Whether it is in the keyring; False where it is known until the program ends only.
    """
    import keyring

    _session[account] = token
    try:
        keyring.set_password(_SERVICE, account, token)
        return keyring.get_password(_SERVICE, account) == token
    except Exception as error:  # noqa: BLE001 - backends come from elsewhere
        _log.warning("no keyring: %s", describe_error(error))
        return False


def find_token(account: str) -> str:
    """Find a token that was kept.

    Args:
        account: Whose it is.

    Returns:
        The token; "" where there is none, or the user does not unlock the keyring.
    """
    import keyring

    if account in _session:
        return _session[account]
    try:
        token = keyring.get_password(_SERVICE, account) or ""
    except Exception as error:  # noqa: BLE001 - backends come from elsewhere
        _log.warning("no keyring: %s", describe_error(error))
        return ""
    if token:
        _session[account] = token
    return token


def forget_token(account: str) -> None:
    """Forget a token, in the keyring too.

    Args:
        account: Whose it is.
    """
    import keyring

    _session.pop(account, None)
    try:
        if keyring.get_password(_SERVICE, account) is not None:
            keyring.delete_password(_SERVICE, account)
    except Exception as error:  # noqa: BLE001 - backends come from elsewhere
        _log.warning("no keyring: %s", describe_error(error))
