"""The keyring of the operating system, through the `keyring` library. Imported only where somebody chose to use it."""

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from assessor_app.domain.errors import KnownError

SERVICE = "Assessor"


class OsKeyring:
    """Keeps one secret under each entry. What the library raises becomes words; only tests give a `backend`."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._given = backend

    def keep(self, entry: str, secret: str) -> None:
        """KnownError where it cannot be kept, or is not there afterwards: some keyrings swallow everything."""
        try:
            self._backend.set_password(SERVICE, entry, secret)
            kept = self._backend.get_password(SERVICE, entry)
        except (KeyringError, RuntimeError, OSError) as error:
            raise _no_keyring() from error
        if kept != secret:
            raise _no_keyring()

    def read(self, entry: str) -> str | None:
        """None where the keyring has no such entry."""
        try:
            return self._backend.get_password(SERVICE, entry)
        except (KeyringError, RuntimeError, OSError) as error:
            raise _no_keyring() from error

    def forget(self, entry: str) -> None:
        """An entry that is not there is forgotten already."""
        try:
            self._backend.delete_password(SERVICE, entry)
        except PasswordDeleteError:
            if self.read(entry) is not None:
                raise _no_keyring() from None
        except (KeyringError, RuntimeError, OSError) as error:
            raise _no_keyring() from error

    @property
    def _backend(self) -> KeyringBackend:
        return self._given or keyring.get_keyring()


def _no_keyring() -> KnownError:
    return KnownError(
        "This computer’s keyring is missing or locked.",
        safe="Your records are safe.",
        advice="Use your passphrase. To use the keyring, unlock it in the desktop’s own settings first.",
        code="keyring-missing",
    )
