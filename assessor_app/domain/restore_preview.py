"""What restoring a backup would change, before anybody agrees to it."""

from dataclasses import dataclass

from assessor_app.domain.moments import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class KindDifference:
    """One kind of record: how many stand only in the vault (and would go), only in the backup, or differ."""

    kind: str
    only_in_vault: int
    only_in_backup: int
    different: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorePreview:
    """Vault and backup side by side; `kinds` names only those that differ.

    `is_earlier_state` says that the backup's event log is a beginning of the vault's: the same vault, earlier.
    `stay_erased` people are in the backup and were erased since: they are erased again, and are not in `kinds`.
    `other_vault` says whose vault it is where it is another one ("Ruth Okonjo, Wye Assessment"), else it is empty.
    """

    kinds: tuple[KindDifference, ...]
    vault_events: int
    backup_events: int
    vault_last: Moment | None
    backup_last: Moment | None
    is_earlier_state: bool
    other_vault: str = ""
    stay_erased: int = 0

    @property
    def changes_nothing(self) -> bool:
        """Both hold the same records."""
        return not self.kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLook:
    """What a backup is, told while no vault is open: whose, how many events, when it was last changed.

    `replaces` says that a vault is there, which would be set aside.
    """

    whose: str
    events: int
    last: Moment | None
    replaces: bool
