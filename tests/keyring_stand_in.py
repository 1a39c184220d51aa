"""A keyring in memory; tests/storage/test_keyring.py shows that it behaves as the real adapter."""

from dataclasses import dataclass, field

from assessor_app.domain.errors import KnownError


@dataclass(slots=True)
class KeyringStandIn:
    """`kept` is what it holds; `is_locked` makes each call fail as a locked keyring does."""

    kept: dict[str, str] = field(default_factory=dict)
    is_locked: bool = False

    def keep(self, entry: str, secret: str) -> None:
        self._need_open()
        self.kept[entry] = secret

    def read(self, entry: str) -> str | None:
        self._need_open()
        return self.kept.get(entry)

    def forget(self, entry: str) -> None:
        self._need_open()
        self.kept.pop(entry, None)

    def _need_open(self) -> None:
        if self.is_locked:
            raise KnownError("The keyring is locked.", advice="Use your passphrase.", code="keyring-missing")
