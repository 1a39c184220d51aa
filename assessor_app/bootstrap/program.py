"""The program, its open vaults and its sealing key, put together from the adapters.

Adapters are imported where they are first needed: the window must be painted before the database layer, ReportLab and
pyHanko are loaded (promises.md section 2).
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assessor_app.domain.errors import BugError, KnownError
from assessor_app.settings import Paths, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from uuid import UUID

    from assessor_app.bootstrap.exchange import VaultExchange
    from assessor_app.domain.bundle_report import BundleReport
    from assessor_app.domain.erasure import Copies, Erased
    from assessor_app.domain.findings import Finding
    from assessor_app.domain.half_made import HalfMade
    from assessor_app.domain.measures import VaultMeasures
    from assessor_app.domain.personal_copy import PersonalCopy
    from assessor_app.domain.profile import Profile
    from assessor_app.domain.reading import Reading
    from assessor_app.domain.record import BaseRecord
    from assessor_app.domain.restore_preview import BackupLook, RestorePreview
    from assessor_app.domain.salvaged import Salvaged
    from assessor_app.domain.signatures import Capture
    from assessor_app.domain.units import Unit
    from assessor_app.domain.verification import SheetReport
    from assessor_app.domain.watch import Watch
    from assessor_app.signing.keys import DeviceKey
    from assessor_app.storage.files import EncryptedFiles
    from assessor_app.storage.keyring_part import Keyring
    from assessor_app.storage.keys import Cost
    from assessor_app.storage.tries import Tries
    from assessor_app.storage.vault import Vault
    from assessor_app.usecases.ports import EndState, Ports
    from assessor_app.usecases.program import BackupMade, Entrusted, EscrowRequest

PIN_TRIES = 5
_LONGEST_KEYS = 16_384


class PdfRenderer:
    """Frozen records and copies of data to PDF by the documents layer."""

    def sheet(self, record: BaseRecord) -> bytes:
        from assessor_app.documents.render import render

        return render(record)

    def appearance(self, record: BaseRecord, capture: Capture) -> bytes:
        from assessor_app.documents.appearance import render_appearance

        return render_appearance(record, capture)

    def marked_copy(self, pdf: bytes, *, state: EndState, left: str, right: str) -> bytes:
        from assessor_app.documents.void_copy import render_marked_copy

        return render_marked_copy(pdf, state=state, line_left=left, line_right=right)

    def personal_copy(self, copy: PersonalCopy) -> bytes:
        from assessor_app.documents.personal_copy import render_personal_copy

        return render_personal_copy(copy)


@dataclass(slots=True)
class DeviceSealer:
    """Seals with this vault's device key, which is read from the vault when it is first needed."""

    vault: Vault
    _key: DeviceKey | None = None

    @property
    def key(self) -> DeviceKey:
        if self._key is None:
            from assessor_app.signing.keys import key_from_pkcs12

            with self.vault.reading() as records:
                container, passphrase = records.secret("device key"), records.secret("device key passphrase")
                profile = records.profile()
            if container is not None and passphrase is not None:
                self._key = key_from_pkcs12(container, passphrase)
            elif profile is not None:
                return self.make(profile)  # the vault's making was interrupted before it had a key
            else:
                raise BugError("a vault without a profile has no device key")
        return self._key

    def forget(self) -> None:
        """Let go of the key."""
        self._key = None

    def make(self, profile: Profile) -> DeviceKey:
        """Make the vault's own device key, self-signed until the centre certifies it."""
        from assessor_app import machine
        from assessor_app.signing.keys import generate_device_key

        key = generate_device_key(device=profile.device, centre=profile.centre.name, now=machine.now().utc)
        self.replace(key)
        return key

    def replace(self, key: DeviceKey) -> None:
        from assessor_app.signing.keys import key_to_pkcs12

        passphrase = os.urandom(32).hex().encode()
        with self.vault.writing("keep device key") as records:
            records.put_secret("device key passphrase", passphrase)
            records.put_secret("device key", key_to_pkcs12(key, passphrase))
        self._key = key

    def seal(
        self,
        pdf: bytes,
        *,
        field: str,
        appearance: bytes,
        attribute: bytes,
        signed_at: datetime,
        signer_name: str,
        reason: str,
        location: str,
    ) -> bytes:
        from assessor_app.signing.seal import seal_field

        return seal_field(
            pdf,
            field=field,
            appearance=appearance,
            attribute=attribute,
            key=self.key,
            signed_at=signed_at,
            signer_name=signer_name,
            reason=reason,
            location=location,
        )


@dataclass(slots=True)
class UnlockedVault:
    """An open vault with the ports that the use cases need."""

    vault: Vault
    files: EncryptedFiles
    sealer: DeviceSealer
    ports: Ports
    tries: Tries
    program: Bootstrap
    exchange: VaultExchange

    @property
    def folder(self) -> Path:
        return self.vault.folder

    def close(self) -> None:
        from assessor_app import machine

        self.vault.close()
        self.sealer.forget()
        machine.give_back_memory()

    def stop_long_work(self) -> None:
        self.vault.uses.stop_long_work()

    def watched(self, watch: Watch) -> Watch:
        return self.vault.uses.watched(watch)

    def check(self) -> tuple[str, ...]:
        return tuple(found.what for found in self.examine())

    def examine(self, watch: Watch | None = None) -> tuple[Finding, ...]:
        from assessor_app.domain.watch import UNWATCHED
        from assessor_app.storage.check import examine_vault

        return examine_vault(self.vault, self.files, watch or UNWATCHED)

    def mend(self) -> None:
        from assessor_app.storage.derived import rebuild_derived

        with self.vault.drafting() as records:
            rebuild_derived(records)

    def measure(self) -> VaultMeasures:
        from assessor_app.storage.measures import measure_vault

        return measure_vault(self.vault)

    def back_up(self, target: Path, watch: Watch | None = None) -> BackupMade:
        from assessor_app import machine
        from assessor_app.bootstrap.erasing import after_backup
        from assessor_app.domain.watch import UNWATCHED
        from assessor_app.storage.backup import make_backup, thin_out
        from assessor_app.storage.known_backups import note_last_backup
        from assessor_app.usecases.program import BackupMade

        own = self._own_place_in(target)
        if own != target:
            with suppress(OSError):  # where it cannot be made, neither can the place in it, and that is said
                target.mkdir(exist_ok=True)
        made = make_backup(self.vault, own, machine.now().utc, watch or UNWATCHED)
        thin_out(own, self.vault)
        with suppress(KnownError):  # it is done again after the next backup
            after_backup(self.vault, own)
        with (
            suppress(KnownError),
            self.vault.drafting() as records,
        ):  # the backup is good also where no room is left here
            note_last_backup(records, made.made)
        return BackupMade(folder=made.folder, made=made.made, events=made.events)

    def backups(self, target: Path) -> tuple[BackupMade, ...]:
        from assessor_app.storage.backup import list_backups
        from assessor_app.usecases.program import BackupMade

        found = list_backups(self._own_place_in(target), self.vault.key)
        return tuple(BackupMade(folder=b.folder, made=b.made, events=b.events, is_own=b.is_own) for b in found)

    def last_backup(self) -> datetime | None:
        from assessor_app.storage.known_backups import last_backup

        with self.vault.reading() as records:
            return last_backup(records)

    def _own_place_in(self, target: Path) -> Path:
        return self.program.paths.with_vault(self.folder).backups_in(target)

    def copies_holding(self, candidate: UUID) -> Copies:
        from assessor_app.bootstrap.erasing import copies_holding

        return copies_holding(self.vault, self._place_of_backups(), candidate)

    def size_of_files(self, files: frozenset[str]) -> tuple[int, int]:
        there = [self.files.place(sha256) for sha256 in files]
        sizes = [path.stat().st_size for path in there if path.exists()]
        return len(sizes), sum(sizes)

    def begin_erasing(self) -> None:
        from assessor_app.storage.erasing_end import begin_erasing

        begin_erasing(self.vault)

    def finish_erasing(self, watch: Watch | None = None) -> Erased:
        from assessor_app.bootstrap.erasing import finish

        return finish(self.vault, self.files, self._place_of_backups(), watch)

    def finish_old_erasing(self) -> None:
        from assessor_app.bootstrap.erasing import finish_old

        finish_old(self.vault, self.files, self._place_of_backups())

    def sweep_files(self) -> int:
        from assessor_app import machine
        from assessor_app.storage.erasing_end import sweep_files

        return sweep_files(self.vault, self.files, machine.now())

    def _place_of_backups(self) -> Path:
        with self.vault.reading() as records:
            profile = records.profile()
        chosen = profile.backup_folder if profile else ""
        return self._own_place_in(Path(chosen) if chosen else self.program.paths.default_backups)

    def preview_restore(self, backup: Path, passphrase: str) -> RestorePreview:
        from assessor_app.storage.keys import unlock_with_passphrase
        from assessor_app.storage.restore_preview import preview_restore
        from assessor_app.storage.vault import KEYS

        key = unlock_with_passphrase(backup / KEYS, passphrase, allow_test_cost=self.program.is_test)
        return preview_restore(self.vault, backup, key)

    def change_passphrase(self, passphrase: str) -> None:
        from assessor_app.storage.keys import replace_passphrase
        from assessor_app.storage.vault import KEYS

        self.program.refuse_shared(passphrase, self.folder)
        replace_passphrase(self.folder / KEYS, self.vault.key, passphrase, self.program.wanted_cost())

    def confirm_passphrase(self, passphrase: str) -> bool:
        import hmac

        from assessor_app.storage.keys import unlock_with_passphrase
        from assessor_app.storage.vault import KEYS

        path = self.folder / KEYS
        try:
            key = self.tries.attempt(
                lambda: unlock_with_passphrase(path, passphrase, allow_test_cost=self.program.is_test)
            )
        except KnownError:
            return False
        return hmac.compare_digest(key, self.vault.key)

    def set_pin(self, pin: str) -> None:
        from assessor_app.storage.pin import new_pin

        with self.vault.writing("set pin") as records:
            records.put_secret("pin", new_pin(pin) if pin else None)
            records.put_secret("pin tries", None)

    def has_pin(self) -> bool:
        """False also where the tries are used up: then only the passphrase leads back."""
        with self.vault.reading() as records:
            return records.secret("pin") is not None and _tries(records.secret("pin tries")) < PIN_TRIES

    def confirm_pin(self, pin: str) -> bool:
        from assessor_app.storage.pin import is_pin

        with self.vault.reading() as records:
            stored, tries = records.secret("pin"), _tries(records.secret("pin tries"))
        if stored is None or tries >= PIN_TRIES:
            return False
        with self.vault.drafting() as records:
            records.put_secret("pin tries", str(tries + 1).encode())
        if not is_pin(pin, stored):
            return False
        with self.vault.drafting() as records:
            records.put_secret("pin tries", None)
        return True

    def new_recovery_code(self) -> str:
        from assessor_app.storage.keys import new_recovery_code, replace_recovery_code
        from assessor_app.storage.vault import KEYS

        code = new_recovery_code()
        replace_recovery_code(self.folder / KEYS, self.vault.key, code)
        with self.vault.writing("make new recovery code"):
            return code

    def opens_with_keyring(self) -> bool:
        from assessor_app.storage.keyring_part import NAME
        from assessor_app.storage.keys import part_of
        from assessor_app.storage.vault import KEYS

        return part_of(self.folder / KEYS, NAME) is not None

    def let_keyring_open(self) -> None:
        from assessor_app.storage.keyring_part import let_keyring_open
        from assessor_app.storage.vault import KEYS

        if any(folder != self.folder for folder in self.program.with_part("keyring")):
            raise KnownError(
                "This computer’s keyring opens another person’s vault already.",
                safe="Nothing was changed.",
                advice="Only one vault in this home can be opened so; yours opens with your passphrase.",
                code="keyring-taken",
            )
        let_keyring_open(self.folder / KEYS, self.vault.key, self.program.keyring_here())
        with self.vault.writing("let keyring open"):
            pass

    def stop_keyring(self) -> None:
        from assessor_app.storage.keyring_part import take_from_keyring
        from assessor_app.storage.vault import KEYS

        with self.vault.writing("stop keyring"):
            pass
        take_from_keyring(self.folder / KEYS, self.vault.key, self.program.keyring_here())

    def escrow_centre(self) -> str:
        from assessor_app.storage.escrow import agreed_centre
        from assessor_app.storage.vault import KEYS

        return agreed_centre(self.folder / KEYS)

    def agree_escrow(self) -> str:
        from assessor_app.domain.profile import VaultRole
        from assessor_app.storage.escrow import Escrowed, agree
        from assessor_app.storage.vault import KEYS
        from assessor_app.usecases.enrol import centre_of
        from assessor_app.usecases.live_content import profile_of

        with self.vault.reading() as records:
            profile, centre = profile_of(records), centre_of(records)
        if centre is None or profile.role is not VaultRole.ASSESSOR:
            raise KnownError(
                "This laptop is not enrolled with a centre.",
                safe="Nothing was changed.",
                advice="Enrol first (Sync).",
                code="no-centre",
            )
        name = centre.party.centre.name
        escrowed = Escrowed(device=profile.device, assessor=profile.assessor.name, key=self.vault.key)
        with self.vault.writing("agree to escrow"):
            agree(self.folder / KEYS, escrowed, recipient=centre.party.recipient, centre=name)
        return name

    def withdraw_escrow(self) -> None:
        from assessor_app.storage.escrow import withdraw
        from assessor_app.storage.vault import KEYS

        with self.vault.writing("withdraw escrow"):
            withdraw(self.folder / KEYS, self.vault.key)

    def read_escrow_request(self, request: Path) -> EscrowRequest:
        from assessor_app.storage.escrow import read_request
        from assessor_app.usecases.program import Entrusted, EscrowRequest

        asked = read_request(request)
        return EscrowRequest(
            words=asked.words,
            vaults=tuple(Entrusted(device=e.device, assessor=e.assessor) for e in self.exchange.open_escrow(asked)),
        )

    def release_escrow(self, request: Path, device: str, out: Path) -> Entrusted:
        from assessor_app.domain.exchange import PeerState
        from assessor_app.storage.escrow import read_request, write_answer
        from assessor_app.usecases.import_bundle import peer_of
        from assessor_app.usecases.program import Entrusted

        asked = read_request(request)
        found = next((e for e in self.exchange.open_escrow(asked) if e.device == device), None)
        with self.vault.reading() as records:
            peer = peer_of(records, device)
        if found is None or peer is None or peer.state is not PeerState.ENROLLED:
            raise KnownError(
                f"There is no vault of an enrolled device {device} in the request.",
                safe="Nothing was given out.",
                advice="A revoked device gets nothing back; ask for the right number.",
                code="escrow-device",
            )
        with self.vault.writing(f"release escrow of device {device}"):
            write_answer(out, found, asked.reply_to)
        return Entrusted(device=found.device, assessor=found.assessor)

    def certificate_pem(self) -> bytes:
        return self.sealer.key.certificate_pem

    def verify(self, pdf: bytes, anchors: Sequence[bytes] = ()) -> SheetReport:
        """Verification with what this vault knows: its own device, and the hash of the sheet where it holds it."""
        from assessor_app.domain.canonical import sha256_hex
        from assessor_app.signing.verify import verify_sheet

        report = verify_sheet(pdf, anchors=anchors)
        with self.vault.reading() as records:
            known = {str(s.document_id): s.pdf_sha256 for s in records.sheets()}
        expected = known.get(report.document_id)
        if expected is not None and expected != sha256_hex(pdf):
            return verify_sheet(pdf, anchors=anchors, known_sha256=expected)
        return report

    def inspect_bundle(self, path: Path, anchors: Sequence[bytes] = ()) -> BundleReport:
        from assessor_app.storage.exchange_records import SqlExchange
        from assessor_app.usecases.inspect_bundle import inspect_bundle

        return inspect_bundle(self.ports.exchange, path, SqlExchange.as_sheet, anchors)


@dataclass(slots=True)
class Bootstrap:
    """The program before a vault is open. Only tests give `cost` (the program calibrates it), `sleep` and `keyring`."""

    paths: Paths
    cost: Cost | None = None
    sleep: Callable[[float], None] | None = None
    keyring: Keyring | None = None
    _no_more_waiting: threading.Event = field(default_factory=threading.Event)

    def vault_exists(self) -> bool:
        return bool(self.paths.vaults())

    def use_home(self, home: Path) -> None:
        """Work in another home folder from now on; the vault that was open is closed by whoever opened it."""
        self.paths = Paths(home=home)

    def use_new_vault(self) -> Paths:
        """Work with a vault that is still to be made, beside those that are there: for a further person."""
        self.paths = self.paths.with_new_vault()
        return self.paths

    # the delay after wrong tries

    def due_s(self) -> float:
        """The longest that the next try at the unlock screen waits, in seconds."""
        return max((tries.due_s for tries in self._tries()), default=0.0)

    def stop_waiting(self) -> None:
        """Give up the try that waits now, if one does: the window locks or closes. It stays counted as before."""
        waiting, self._no_more_waiting = self._no_more_waiting, threading.Event()
        waiting.set()

    def wait(self, seconds: float) -> None:
        """Sleep, in whatever thread; KnownError where `stop_waiting` ended it."""
        if self.sleep is not None:
            self.sleep(seconds)
        elif self._no_more_waiting.wait(seconds):
            raise KnownError("The try was given up.", advice="Try again.", code="try-given-up")

    # ways in

    def create_vault(self, passphrase: str, profile: Profile | None = None, pin: str = "") -> tuple[UnlockedVault, str]:
        from assessor_app.storage.half_made import begin_making, finish_making, half_made, undo_making

        folder = self.paths.vault
        self.refuse_shared(passphrase, folder)
        begin_making(folder)
        vault: Vault | None = None
        try:
            vault, code = self._create(folder, passphrase)
            opened = self._set_up(vault, profile, pin)
            finish_making(folder)
        except BaseException as error:
            if vault is not None:
                vault.close()
            is_undone = undo_making(folder)  # its recovery code was never shown
            if isinstance(error, KnownError) and not is_undone:
                raise half_made() from error
            raise
        return opened, code

    def half_made(self) -> HalfMade | None:
        from assessor_app.storage.half_made_signs import find_half_made

        first = self.paths.home / "vault"
        for folder in dict.fromkeys((self.paths.vault, first, *self.paths.vaults())):
            found = find_half_made(folder)
            if found is not None:
                return found
        return None

    def take_half_made_away(self) -> Path | None:
        from assessor_app import machine
        from assessor_app.storage.half_made import take_away

        found = self.half_made()
        return take_away(found, machine.now().utc) if found is not None else None

    def open_vault(self, passphrase: str) -> UnlockedVault:
        folder, key = self._try_each(self._tries(), passphrase)
        return self._open(folder, key)

    def recover_vault(self, recovery_code: str, new_passphrase: str) -> UnlockedVault:
        from assessor_app.storage.keys import replace_passphrase, unlock_with_recovery_code
        from assessor_app.storage.tries import attempt_any
        from assessor_app.storage.vault import KEYS

        self._need_vault()
        folder, key = attempt_any(
            self._tries(), lambda folder: (folder, unlock_with_recovery_code(folder / KEYS, recovery_code))
        )
        self.refuse_shared(new_passphrase, folder)
        replace_passphrase(folder / KEYS, key, new_passphrase, self.wanted_cost())
        return self._open(folder, key)

    def offers_keyring(self) -> bool:
        return bool(self.with_part("keyring"))

    def open_with_keyring(self) -> UnlockedVault:
        from assessor_app.storage.keyring_part import unlock_with_keyring
        from assessor_app.storage.vault import KEYS

        self._need_vault()
        folder = next(iter(self.with_part("keyring")), self.paths.vault)
        return self._open(folder, unlock_with_keyring(folder / KEYS, self.keyring_here()))

    def offers_escrow(self) -> bool:
        return bool(self.with_part("escrow"))

    def write_escrow_request(self, out: Path, new_passphrase: str) -> str:
        from assessor_app.storage.escrow import write_request
        from assessor_app.storage.vault import KEYS

        folders = self.with_part("escrow")
        if not folders:
            raise KnownError(
                "Nobody here agreed that a centre may help.",
                safe="Your records are safe and still locked.",
                advice="Use the recovery code.",
                code="no-escrow",
            )
        self.refuse_shared(new_passphrase, self.paths.home)
        key_files = [folder / KEYS for folder in folders]
        return write_request(out, self.paths.escrow_waiting, key_files, new_passphrase, self.wanted_cost()).words

    def open_escrow_answer(self, answer: Path, new_passphrase: str) -> UnlockedVault:
        from assessor_app.storage.escrow import open_answer
        from assessor_app.storage.keys import is_as_written, replace_passphrase
        from assessor_app.storage.vault import KEYS

        waiting = self.paths.escrow_waiting
        key = open_answer(answer, waiting, new_passphrase, allow_test_cost=self.is_test)
        folder = next((f for f in self.with_part("escrow") if is_as_written(f / KEYS, key)), None)
        if folder is None:
            raise KnownError(
                "The centre’s answer opens no vault here.",
                safe="Nothing was changed.",
                advice="Ask the centre for an answer for this laptop.",
                code="escrow-file",
            )
        self.refuse_shared(new_passphrase, folder)
        replace_passphrase(folder / KEYS, key, new_passphrase, self.wanted_cost())
        waiting.unlink(missing_ok=True)
        opened = self._open(folder, key)
        with opened.vault.writing("come back through centre"):
            return opened

    def with_part(self, name: str) -> tuple[Path, ...]:
        """The vaults whose key file has this part, by a look that loads nothing: the first paint waits for it."""
        found = []
        for folder in self.paths.vaults():
            with suppress(OSError), (folder / "keys.json").open("rb") as file:
                if f'"{name}": {{'.encode() in file.read(_LONGEST_KEYS):
                    found.append(folder)
        return tuple(found)

    def keyring_here(self) -> Keyring:
        """The computer's keyring; loaded here and nowhere else."""
        if self.keyring is None:
            from assessor_app.storage.os_keyring import OsKeyring

            self.keyring = OsKeyring()
        return self.keyring

    def refuse_shared(self, passphrase: str, folder: Path) -> None:
        """KnownError where a new passphrase for `folder` opens another vault here: it could not tell the two apart.

        It counts as a try at the others, so that making vaults is no way to guess without delay.
        """
        others = [tries for tries in self._tries() if tries.folder != folder]
        if not others:
            return
        try:
            self._try_each(others, passphrase)
        except KnownError as error:
            if error.code == "try-given-up":
                raise
            return
        raise KnownError(
            "That passphrase cannot be used on this laptop.",
            advice="Choose another one: each person here needs one of their own.",
            code="passphrase-shared",
        )

    def opens_backup(self, backup: Path, passphrase: str) -> bool:
        """Whether the passphrase is the one that the backup was made under."""
        return self._fits(passphrase, backup)

    def look_into(self, backup: Path, passphrase: str) -> BackupLook | None:
        """What a backup is; None where the passphrase is not its own."""
        from assessor_app.storage.keys import unlock_with_passphrase
        from assessor_app.storage.restore_preview import look_into
        from assessor_app.storage.vault import KEYS

        try:
            key = unlock_with_passphrase(backup / KEYS, passphrase, allow_test_cost=self.is_test)
        except KnownError as error:
            if error.code == "vault-locked":
                return None
            raise
        place = self._place_for(key, anyway=True, compared=None)
        return look_into(backup, key, replaces=place.exists() and any(place.iterdir()))

    def restore(
        self, backup: Path, passphrase: str, *, anyway: bool = False, compared: Path | None = None
    ) -> Path | None:
        from assessor_app import machine
        from assessor_app.storage.backup import restore_backup
        from assessor_app.storage.erasing_copies import erase_before_return
        from assessor_app.storage.keys import unlock_with_passphrase
        from assessor_app.storage.vault import KEYS

        key = unlock_with_passphrase(backup / KEYS, passphrase, allow_test_cost=self.is_test)
        place = self._place_for(key, anyway=anyway, compared=compared)

        def keep_erased(copy: Path) -> None:
            erase_before_return(copy, place, key, now=machine.now, new_id=machine.new_id)

        return restore_backup(backup, place, key, machine.now().utc, keep_erased)

    def salvage(self, home: Path, passphrase: str) -> Salvaged:
        return self._salvage(home, *self._try_each(self._tries(), passphrase))

    def salvage_here(self, passphrase: str) -> tuple[Salvaged, Path]:
        from assessor_app import machine
        from assessor_app.storage.salvage import take_the_place

        folder, key = self._try_each(self._tries(), passphrase)
        stamp = f"{machine.now().utc:%Y%m%d-%H%M%S}"
        report = self._salvage(self.paths.home / f"salvaged-{stamp}", folder, key)
        return report, take_the_place(report.home, folder, folder.with_name(f"{folder.name}-damaged-{stamp}"))

    def _salvage(self, home: Path, folder: Path, key: bytes) -> Salvaged:
        from assessor_app import machine
        from assessor_app.storage.salvage import salvage_vault

        return salvage_vault(folder, key, home, units=self.shipped_units(), now=machine.now, new_id=machine.new_id)

    def shipped_units(self) -> Sequence[Unit]:
        from assessor_app.unit_reader.unit_files import read_unit_folder

        return read_unit_folder(shipped("units"))

    def read_document(
        self, data: bytes, name: str, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Reading:
        from assessor_app.unit_reader.read import read_document

        return read_document(data, name, progress=progress, cancelled=cancelled)

    def read_document_file(
        self, path: Path, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Reading:
        from assessor_app.unit_reader.read import read_document_file

        return read_document_file(path, progress=progress, cancelled=cancelled)

    def read_unit_file(self, path: Path) -> Unit:
        from assessor_app.unit_reader.unit_files import read_unit_file

        return read_unit_file(path)

    def unit_file_text(self, unit: Unit) -> str:
        from assessor_app.unit_reader.unit_files import write_unit_file

        return write_unit_file(unit)

    def verify(self, pdf: bytes, anchors: Sequence[bytes] = ()) -> SheetReport:
        from assessor_app.signing.verify import verify_sheet

        return verify_sheet(pdf, anchors=anchors)

    def inspect_bundle(self, path: Path, identity: str, anchors: Sequence[bytes] = ()) -> BundleReport:
        from assessor_app.bootstrap.lone_bundle import inspect_with_key

        return inspect_with_key(path, identity, anchors)

    def blank_form(self, unit: Unit) -> bytes:
        from assessor_app.documents.blank import render_blank

        return render_blank(unit)

    def wanted_cost(self) -> Cost:
        """What a new passphrase costs to try: half a second to a second on this laptop."""
        from assessor_app.storage.keys import calibrated_cost

        return self.cost or calibrated_cost()

    @property
    def is_test(self) -> bool:
        return self.cost is not None and self.cost.is_test

    def _tries(self) -> tuple[Tries, ...]:
        from assessor_app.storage.tries import Tries

        return tuple(Tries(folder=folder, sleep=self.wait) for folder in self.paths.vaults())

    def _try_each(self, several: Sequence[Tries], passphrase: str) -> tuple[Path, bytes]:
        from assessor_app.storage.keys import unlock_with_passphrase
        from assessor_app.storage.tries import attempt_any
        from assessor_app.storage.vault import KEYS

        self._need_vault()
        return attempt_any(
            several,
            lambda folder: (
                folder,
                unlock_with_passphrase(folder / KEYS, passphrase, allow_test_cost=self.is_test),
            ),
        )

    def _place_for(self, key: bytes, *, anyway: bool, compared: Path | None) -> Path:
        """Where a backup with this key belongs. KnownError where that is another vault than the one that is there.

        `compared` is the vault that the person saw beside it. With `anyway` they have seen whose it is, or the vault
        there is too damaged to say.
        """
        from assessor_app.storage.keys import is_as_written, is_sealed_by
        from assessor_app.storage.vault import KEYS

        several = self.paths.vaults()
        own = next((folder for folder in several if is_sealed_by(folder / KEYS, key)), None)
        if own is not None and compared is not None and own != compared:
            raise KnownError(
                "The backup is of another person’s vault on this laptop.",
                safe="Nothing was changed.",
                advice="Lock this one and restore the backup from the unlock page.",
                code="whose-backup",
            )
        if own is not None:
            return own
        if compared is None and len(several) > 1:
            raise KnownError(
                "There are several vaults here, and the backup is of none of them.",
                safe="Nothing was changed.",
                advice="Restore it into a home folder of its own.",
                code="whose-backup",
            )
        place = compared or next(iter(several), self.paths.vault)
        if several and not anyway and not is_as_written(place / KEYS, key):
            raise KnownError(
                "The backup is not of the vault that is here, or that vault’s key file is damaged.",
                safe="Nothing was changed.",
                advice="Add --anyway to put it in that vault’s place, which is kept beside; or use a new --home.",
                code="whose-backup",
            )
        return place

    def _fits(self, passphrase: str, folder: Path) -> bool:
        from assessor_app.storage.keys import unlock_with_passphrase
        from assessor_app.storage.vault import KEYS

        try:
            unlock_with_passphrase(folder / KEYS, passphrase, allow_test_cost=self.is_test)
        except KnownError:
            return False
        return True

    def _create(self, folder: Path, passphrase: str) -> tuple[Vault, str]:
        from assessor_app import machine
        from assessor_app.storage.vault import Vault

        return Vault.create(folder, passphrase, cost=self.wanted_cost(), now=machine.now, new_id=machine.new_id)

    def _set_up(self, vault: Vault, profile: Profile | None, pin: str) -> UnlockedVault:
        from assessor_app.domain.profile import VaultRole
        from assessor_app.usecases.enrol import found_centre
        from assessor_app.usecases.set_up import set_up

        opened = self._opened(vault)
        if profile is not None:
            set_up(opened.ports, profile)
            opened.sealer.make(profile)
            if profile.role is VaultRole.CENTRE:
                found_centre(opened.ports)
        if pin:
            opened.set_pin(pin)
        return opened

    def _need_vault(self) -> None:
        if not self.vault_exists():
            raise KnownError("There is no vault here yet.", advice="Create one first.", code="no-vault")

    def _open(self, folder: Path, key: bytes) -> UnlockedVault:
        from assessor_app import machine
        from assessor_app.storage.half_made import note_opened
        from assessor_app.storage.vault import Vault
        from assessor_app.usecases.set_up import bring_in_shipped_units

        self.paths = self.paths.with_vault(folder)
        vault = Vault.open(folder, key, now=machine.now, new_id=machine.new_id)
        try:
            opened = self._opened(vault)
            bring_in_shipped_units(opened.ports)
            note_opened(folder)
        except BaseException:
            vault.close()
            raise
        return opened

    def _opened(self, vault: Vault) -> UnlockedVault:
        from assessor_app import machine
        from assessor_app.bootstrap.exchange import VaultExchange
        from assessor_app.storage.files import EncryptedFiles, new_identity
        from assessor_app.storage.keys import keep_identity
        from assessor_app.storage.staging import sweep
        from assessor_app.storage.tries import Tries
        from assessor_app.storage.vault import FILES, KEYS
        from assessor_app.usecases.ports import Ports

        machine.clear_freed_memory()
        with vault.drafting() as records:
            identity = records.secret("age identity")
            if identity is None:
                identity = new_identity()
                records.put_secret("age identity", identity)
        sweep(vault.folder)
        with suppress(KnownError):  # a damaged or unwritable key file is the check's to name; the vault is open
            keep_identity(vault.folder / KEYS, vault.key, identity)
        files = EncryptedFiles(vault.folder / FILES, identity)
        sealer = DeviceSealer(vault)
        exchange = VaultExchange(vault, files, identity, sealer)
        ports = Ports(
            store=vault,
            files=files,
            renderer=PdfRenderer(),
            sealer=sealer,
            now=machine.now,
            new_id=machine.new_id,
            shipped_units=self.shipped_units,
            exchange=exchange,
            documents=self,
        )
        return UnlockedVault(vault, files, sealer, ports, Tries(folder=vault.folder, sleep=self.wait), self, exchange)


def _tries(stored: bytes | None) -> int:
    return int(stored) if stored else 0


def make_program(home: Path | None) -> Bootstrap:
    """The program on a home folder of its own, or on the desktop's usual one."""
    return Bootstrap(Paths(home=home) if home else Paths.default())


def run_window(home: Path | None) -> int:
    """Open the window; returns when it is closed."""
    import gc

    gc.disable()  # what is made on the way to the first paint stays: looking for garbage in it costs 20 ms
    from assessor_app.gui.app import run_app

    paths = Paths(home=home) if home else Paths.default()
    return run_app(Bootstrap(paths), paths)
