"""What window and command line ask of the whole program; `bootstrap` is the one implementation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from assessor_app.domain.bundle_report import BundleReport
from assessor_app.domain.erasure import Copies, Erased
from assessor_app.domain.findings import Finding
from assessor_app.domain.half_made import HalfMade
from assessor_app.domain.measures import VaultMeasures
from assessor_app.domain.profile import Profile
from assessor_app.domain.reading import Reading
from assessor_app.domain.restore_preview import BackupLook, RestorePreview
from assessor_app.domain.salvaged import Salvaged
from assessor_app.domain.units import Unit
from assessor_app.domain.verification import SheetReport
from assessor_app.domain.watch import Watch
from assessor_app.settings import Paths
from assessor_app.usecases.ports import Ports


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupMade:
    """A backup that was made and checked; `is_own` is False for one of another vault that shares the folder."""

    folder: Path
    made: datetime
    events: int
    is_own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrusted:
    """Whose vault a centre could give back: device number and the assessor's name."""

    device: str
    assessor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscrowRequest:
    """A laptop's request for the centre's help; `words` are compared before anything is given back."""

    words: str
    vaults: tuple[Entrusted, ...]


class OpenVault(Protocol):
    """An unlocked vault."""

    @property
    def ports(self) -> Ports: ...
    @property
    def folder(self) -> Path: ...

    def stop_long_work(self) -> None:
        """Checks and backups under way end at their next step, with the code `stopped`; closing does this too."""

    def watched(self, watch: Watch) -> Watch:
        """The same watch, which also says stop when the vault is about to be closed."""

    def close(self) -> None:
        """Stop what is under way, wait some seconds for it, let go of key and lock."""

    def check(self) -> tuple[str, ...]: ...
    def examine(self, watch: Watch | None = None) -> tuple[Finding, ...]:
        """What `check` finds, each with what is safe and what to do; `watch` is told pages."""

    def mend(self) -> None:
        """Make anew what is derived from the records: the search index and the progress of units."""

    def measure(self) -> VaultMeasures:
        """Formats, numbers and sizes, for diagnostics; nothing personal."""

    def back_up(self, target: Path, watch: Watch | None = None) -> BackupMade:
        """A checked backup in `target`, and this vault's surplus ones thinned out; `watch` is told bytes."""

    def backups(self, target: Path) -> tuple[BackupMade, ...]:
        """Newest first; those of other vaults that share the folder as well."""

    def last_backup(self) -> datetime | None:
        """When this vault noted that its last good backup was made, wherever that is; None where it never was."""

    def copies_holding(self, candidate: UUID) -> Copies:
        """Backups, and older vaults beside this one, that hold the candidate."""

    def size_of_files(self, files: frozenset[str]) -> tuple[int, int]:
        """How many of them there are, and the bytes that they take on the disk."""

    def begin_erasing(self) -> None:
        """Copy the database first; KnownError where that cannot be done."""

    def finish_erasing(self, watch: Watch | None = None) -> Erased:
        """Delete the files of whoever was erased, what the database still holds of them, and the same in every copy.

        `watch` is told copies. KnownError with the code `erasure-unfinished` where it has to be done again later.
        """

    def finish_old_erasing(self) -> None:
        """The same where an erasure was cut short."""

    def sweep_files(self) -> int:
        """Delete files that were stored more than a day ago and that no record or draft names; how many."""

    def preview_restore(self, backup: Path, passphrase: str) -> RestorePreview:
        """What restoring a backup (under the passphrase that it was made under) would change in this vault."""

    def change_passphrase(self, passphrase: str) -> None: ...
    def confirm_passphrase(self, passphrase: str) -> bool: ...
    def set_pin(self, pin: str) -> None: ...
    def has_pin(self) -> bool: ...
    def confirm_pin(self, pin: str) -> bool: ...
    def new_recovery_code(self) -> str:
        """A new recovery code, shown only now; the one before opens this vault no more."""

    def opens_with_keyring(self) -> bool: ...
    def let_keyring_open(self) -> None:
        """Let this computer's keyring open the vault; KnownError where it is missing, locked or taken."""

    def stop_keyring(self) -> None:
        """Take that back, in the vault and in the keyring."""

    def escrow_centre(self) -> str:
        """The name of the centre that may give this vault back; empty where none may."""

    def agree_escrow(self) -> str:
        """Let the centre that this laptop is enrolled with give the vault back; its name."""

    def withdraw_escrow(self) -> None: ...
    def read_escrow_request(self, request: Path) -> EscrowRequest:
        """In the centre's vault: what a laptop asks for."""

    def release_escrow(self, request: Path, device: str, out: Path) -> Entrusted:
        """In the centre's vault, after the words were compared: write the answer for one device."""

    def certificate_pem(self) -> bytes: ...
    def verify(self, pdf: bytes, anchors: Sequence[bytes] = ()) -> SheetReport: ...
    def inspect_bundle(self, path: Path, anchors: Sequence[bytes] = ()) -> BundleReport: ...


class Program(Protocol):
    """The program before a vault is open."""

    def vault_exists(self) -> bool: ...
    def use_home(self, home: Path) -> None: ...
    def use_new_vault(self) -> Paths:
        """Work with a vault that is still to be made, beside those that are there: for a further person."""

    def due_s(self) -> float:
        """The longest that the next try at the unlock screen waits, in seconds."""

    def stop_waiting(self) -> None:
        """Give up the try that waits now, if one does; its job ends with a KnownError."""

    def create_vault(self, passphrase: str, profile: Profile | None = None, pin: str = "") -> tuple[OpenVault, str]: ...
    def half_made(self) -> HalfMade | None:
        """What a cut making of a vault has left here; None where all is as it should be. Loads nothing."""

    def take_half_made_away(self) -> Path | None:
        """Take that away, so that a vault can be made; where it is kept aside, None where it was deleted."""

    def open_vault(self, passphrase: str) -> OpenVault: ...
    def offers_keyring(self) -> bool:
        """Whether somebody here chose that the computer's keyring opens their vault."""

    def open_with_keyring(self) -> OpenVault: ...
    def offers_escrow(self) -> bool:
        """Whether somebody here agreed that the centre may give their vault back."""

    def write_escrow_request(self, out: Path, new_passphrase: str) -> str:
        """Ask the centre for help; the ten words. `new_passphrase` is what opens the vault once it has answered."""

    def open_escrow_answer(self, answer: Path, new_passphrase: str) -> OpenVault: ...
    def recover_vault(self, recovery_code: str, new_passphrase: str) -> OpenVault: ...
    def opens_backup(self, backup: Path, passphrase: str) -> bool: ...
    def look_into(self, backup: Path, passphrase: str) -> BackupLook | None:
        """What a backup is, before it is restored at the gate; None where the passphrase is not its own."""

    def restore(
        self, backup: Path, passphrase: str, *, anyway: bool = False, compared: Path | None = None
    ) -> Path | None:
        """Put a backup in the vault's place; where the vault that was there is kept, None where there was none.

        `compared` is the folder of the vault that the person saw it beside. KnownError where it is another vault's,
        unless with `anyway`: they have seen whose it is.
        """

    def salvage(self, home: Path, passphrase: str) -> Salvaged:
        """What a damaged vault still gives, as a new vault in a new home folder; the damaged one is only read."""

    def salvage_here(self, passphrase: str) -> tuple[Salvaged, Path]:
        """The same, put in the damaged vault's place; and where that one is kept."""

    def shipped_units(self) -> Sequence[Unit]: ...
    def read_document(
        self, data: bytes, name: str, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Reading: ...
    def read_document_file(
        self, path: Path, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Reading: ...
    def read_unit_file(self, path: Path) -> Unit: ...
    def unit_file_text(self, unit: Unit) -> str: ...
    def verify(self, pdf: bytes, anchors: Sequence[bytes] = ()) -> SheetReport: ...
    def inspect_bundle(self, path: Path, identity: str, anchors: Sequence[bytes] = ()) -> BundleReport: ...
    def blank_form(self, unit: Unit) -> bytes: ...
