"""Tokens: in the keyring, or known until the program ends."""

import keyring
import pytest
from editor.app.services import tokens
from editor.app.services.log import log_file
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise PasswordDeleteError(username)
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    def get_password(self, service, username):
        raise KeyringLocked("token-of-ada")

    def set_password(self, service, username, password):
        raise KeyringLocked(password)

    delete_password = get_password


@pytest.fixture(params=[MemoryKeyring, LockedKeyring])
def ring(request):
    before, made = keyring.get_keyring(), request.param()
    keyring.set_keyring(made)
    tokens._session.clear()
    yield made
    tokens._session.clear()
    keyring.set_keyring(before)


def test_a_token_is_kept_and_forgotten(ring):
    is_open = type(ring) is MemoryKeyring
    assert tokens.find_token("github.com") == ""
    assert tokens.keep_token("github.com", "token-of-ada") == is_open
    assert tokens.find_token("github.com") == "token-of-ada"
    tokens._session.clear()  # the program has ended
    assert tokens.find_token("github.com") == ("token-of-ada" if is_open else "")
    tokens.forget_token("github.com")
    tokens.forget_token("github.com")
    assert tokens.find_token("github.com") == "" and not ring.kept


def test_no_token_comes_into_the_log(ring, caplog):
    tokens.keep_token("github.com", "token-of-ada")
    tokens.find_token("codeberg.org")
    assert "token-of-ada" not in caplog.text
    assert not log_file().exists()
