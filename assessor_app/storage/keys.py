"""The vault key and its wrappings.

The 256-bit vault key is random. `keys.json` holds it wrapped twice by AES-256-GCM: under Argon2id(passphrase) and under
the printed recovery code; further parts (keyring, escrow) are there only where the person chose them. The parameters
are authenticated with each wrapping, so they cannot be weakened unseen. One message covers every way of being wrong.
"""

import base64
import hmac
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from assessor_app.domain.errors import KnownError
from assessor_app.storage.durable import write_durably

FORMAT = 1
FLOOR_MEMORY_KIB = 64 * 1024
FLOOR_ITERATIONS = 2
CEILING_MEMORY_KIB = 1024 * 1024  # a key file that asks for more is hostile
CEILING_ITERATIONS = 64
CEILING_WORK_KIB = FLOOR_MEMORY_KIB * CEILING_ITERATIONS  # memory times iterations: some seconds, never minutes
SHORTEST_PASSPHRASE = 10
_RECOVERY_BYTES = 20
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Argon2id cost. The program refuses to open or make a vault below the floor; only tests pass `is_test`."""

    memory_kib: int = FLOOR_MEMORY_KIB
    iterations: int = 3
    lanes: int = 2
    is_test: bool = False

    def check(self) -> None:
        """KnownError where the cost is below the floor or absurdly high."""
        low = self.memory_kib < FLOOR_MEMORY_KIB or self.iterations < FLOOR_ITERATIONS
        high = self.memory_kib > CEILING_MEMORY_KIB or self.iterations > CEILING_ITERATIONS
        high = high or self.memory_kib * self.iterations > CEILING_WORK_KIB
        odd = not 1 <= self.lanes <= 16 or self.iterations < 1 or self.memory_kib < 8 * self.lanes
        if (low and not self.is_test) or high or odd:
            raise damaged_keys()


TEST_COST = Cost(memory_kib=64, iterations=1, lanes=1, is_test=True)


def calibrated_cost(*, target_s: float = 0.6) -> Cost:
    """The cost that takes about `target_s` here (0.5 to 1 s is the aim), never below the floor."""
    begin = time.perf_counter()
    _stretch("calibration", b"0" * 16, Cost(iterations=FLOOR_ITERATIONS))
    each = (time.perf_counter() - begin) / FLOOR_ITERATIONS
    return Cost(iterations=max(FLOOR_ITERATIONS, min(CEILING_ITERATIONS, round(target_s / each))))


def wrong_passphrase() -> KnownError:
    """The one message for a passphrase or recovery code that does not open the vault."""
    return KnownError(
        "That did not open the vault.",
        safe="Your records are safe and still locked.",
        advice="Check the keyboard layout and Caps Lock, or use the recovery code.",
        code="vault-locked",
    )


def damaged_keys() -> KnownError:
    """`keys.json` is not one that this program made."""
    return KnownError(
        "The vault's key file cannot be read.",
        safe="The records themselves were not touched.",
        advice="Restore a backup, or ask the centre for help.",
        code="vault-keys",
    )


def new_recovery_code() -> str:
    """160 random bits in eight groups of four letters and digits."""
    text = base64.b32encode(os.urandom(_RECOVERY_BYTES)).decode()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def create_keys(path: Path, passphrase: str, recovery_code: str, cost: Cost) -> bytes:
    """Make a new vault key, store it wrapped in `path`, return it."""
    key = os.urandom(32)
    write_keys(path, key, passphrase, recovery_code, cost)
    return key


def write_keys(path: Path, key: bytes, passphrase: str, recovery_code: str, cost: Cost) -> None:
    """Wrap `key` under a passphrase and a recovery code and store it."""
    content = {
        "format": FORMAT,
        "passphrase": wrapped_by_passphrase(key, passphrase, cost),
        "recovery": _wrapped_by_recovery(key, recovery_code),
    }
    _write(path, content, key)


def replace_passphrase(path: Path, key: bytes, passphrase: str, cost: Cost) -> None:
    """Wrap `key` under a new passphrase; the recovery code stays as it is."""
    content = _read(path)
    content["passphrase"] = wrapped_by_passphrase(key, passphrase, cost)
    _write(path, content, key)


def replace_recovery_code(path: Path, key: bytes, code: str) -> None:
    """Wrap `key` under a new recovery code; the old one then opens this vault no more."""
    put_part(path, key, "recovery", _wrapped_by_recovery(key, code))


def put_part(path: Path, key: bytes, name: str, part: dict[str, object] | None) -> None:
    """Set or take away (None) a part of the file and seal it anew. KnownError for a file that is damaged already."""
    content = _read(path)
    if not is_as_written(path, key):
        raise damaged_keys()
    content.pop(name, None)
    if part is not None:
        content[name] = part
    _write(path, content, key)


def part_of(path: Path, name: str) -> dict[str, object] | None:
    """A further part as it stands in the file, unauthenticated; None where it is not there."""
    part = _read(path).get(name)
    return part if isinstance(part, dict) else None


def wrapped_under(wrapping: bytes, key: bytes, **parameters: object) -> dict[str, object]:
    """A part with `key` wrapped under 256 random bits; the parameters are authenticated with it."""
    return _wrap(dict(parameters), key, wrapping)


def unwrapped_under(wrapping: bytes, part: dict[str, object]) -> bytes:
    """The vault key in a part; KnownError (the one message) where it does not fit."""
    return _whole_key(_unwrap(part, wrapping))


def unlock_with_passphrase(path: Path, passphrase: str, *, allow_test_cost: bool = False) -> bytes:
    """The vault key; KnownError where the passphrase is wrong or the file is not one of ours."""
    part = _part(_read(path), "passphrase")
    return _whole_key(opened_by_passphrase(part, passphrase, allow_test_cost=allow_test_cost))


def wrapped_by_passphrase(secret: bytes, passphrase: str, cost: Cost) -> dict[str, object]:
    """Any secret under Argon2id(passphrase), with its parameters; KnownError for a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KnownError(
            "The passphrase is too short.",
            advice=f"Use at least {SHORTEST_PASSPHRASE} characters; four or five ordinary words are good.",
            code="passphrase-short",
        )
    cost.check()
    salt = os.urandom(_SALT_BYTES)
    part: dict[str, object] = {
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "iterations": cost.iterations,
        "lanes": cost.lanes,
        "salt": salt.hex(),
    }
    return _wrap(part, secret, _stretch(passphrase, salt, cost))


def opened_by_passphrase(part: object, passphrase: str, *, allow_test_cost: bool) -> bytes:
    """The secret in such a part; KnownError where the passphrase is wrong or the part is not one of ours."""
    if not isinstance(part, dict):
        raise damaged_keys()
    cost = Cost(
        memory_kib=_whole(part, "memory_kib"),
        iterations=_whole(part, "iterations"),
        lanes=_whole(part, "lanes"),
        is_test=allow_test_cost,
    )
    cost.check()
    return _unwrap(part, _stretch(passphrase, _salt(part), cost))


def unlock_with_recovery_code(path: Path, code: str) -> bytes:
    """The vault key by the printed code; spaces, dashes and case do not matter."""
    part = _part(_read(path), "recovery")
    return _whole_key(_unwrap(part, _recovery_key(code, _salt(part))))


def keep_identity(path: Path, key: bytes, identity: bytes) -> None:
    """Keep a second copy of the evidence files' identity, wrapped by the vault key, where there is none yet.

    Without it one destroyed page of the database would make every file unreadable. KnownError where it is not written.
    """
    content = _read(path)
    if "files" not in content and is_as_written(path, key):  # a damaged file is not sealed anew
        content["files"] = _wrap({}, identity, _identity_key(key))
        _write(path, content, key)


def kept_identity(path: Path, key: bytes) -> bytes | None:
    """The second copy; None where there is none that `key` opens."""
    try:
        part = _part(_read(path), "files")
        return AESGCM(_identity_key(key)).decrypt(_bytes(part, "nonce"), _bytes(part, "wrapped"), _bound(part))
    except (KnownError, InvalidTag, ValueError):
        return None


def _identity_key(key: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"assessor evidence files identity").derive(key)


def is_as_written(path: Path, key: bytes) -> bool:
    """Whether the file is what this program wrote for `key`: a damaged recovery part shows before it is needed."""
    try:
        content = _read(path)
        parts = [_part(content, name) for name in ("passphrase", "recovery")]
        whole = all(_salt(part) and _bytes(part, "nonce") and _bytes(part, "wrapped") for part in parts)
    except KnownError:
        return False
    if "seal" not in content:  # the first program wrote none; the file stays so until its passphrase is changed
        return whole and set(content) == {"format", "passphrase", "recovery"}
    seal = content.pop("seal")
    return isinstance(seal, str) and hmac.compare_digest(seal.encode(errors="replace"), _seal(content, key).encode())


def is_sealed_by(path: Path, key: bytes) -> bool:
    """Whether the file proves that it belongs to the vault with `key`; those of the first program prove nothing."""
    try:
        has_seal = "seal" in _read(path)
    except KnownError:
        return False
    return has_seal and is_as_written(path, key)


def vault_mark(key: bytes) -> str:
    """16 hexadecimal digits by which a vault knows its own backups; they say nothing about it or its key."""
    return HKDF(algorithm=SHA256(), length=8, salt=None, info=b"assessor vault mark").derive(key).hex()


def _write(path: Path, content: dict[str, object], key: bytes) -> None:
    content.pop("seal", None)
    try:
        write_durably(path, json.dumps({**content, "seal": _seal(content, key)}, indent=1).encode())
    except OSError as error:
        raise KnownError(
            "The vault's key file could not be written.",
            safe="What opened the vault before still opens it.",
            advice="Check that the disk has room and may be written to, then try again.",
            code="keys-unwritten",
        ) from error


def _seal(content: dict[str, object], key: bytes) -> str:
    secret = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"assessor key file seal").derive(key)
    return hmac.digest(secret, json.dumps(content, sort_keys=True).encode(), "sha256").hex()


def _wrapped_by_recovery(key: bytes, code: str) -> dict[str, object]:
    salt = os.urandom(_SALT_BYTES)
    part: dict[str, object] = {"kdf": "hkdf-sha256", "salt": salt.hex()}
    return _wrap(part, key, _recovery_key(code, salt))


def _wrap(part: dict[str, object], key: bytes, wrapping: bytes) -> dict[str, object]:
    nonce = os.urandom(12)
    part["nonce"] = nonce.hex()
    part["wrapped"] = AESGCM(wrapping).encrypt(nonce, key, _bound(part)).hex()
    return part


def _unwrap(part: dict[str, object], wrapping: bytes) -> bytes:
    try:
        return AESGCM(wrapping).decrypt(_bytes(part, "nonce"), _bytes(part, "wrapped"), _bound(part))
    except (InvalidTag, ValueError) as error:
        raise wrong_passphrase() from error


def _whole_key(key: bytes) -> bytes:
    if len(key) != 32:
        raise damaged_keys()
    return key


def _bound(part: dict[str, object]) -> bytes:
    """What is authenticated beside the key: every parameter but the wrapped key itself."""
    return json.dumps({k: v for k, v in part.items() if k != "wrapped"}, sort_keys=True).encode()


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(salt=salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(passphrase.encode())


def _recovery_key(code: str, salt: bytes) -> bytes:
    letters = "".join(c for c in code.upper() if c.isalnum()).replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        secret = base64.b32decode(letters)
    except ValueError as error:
        raise wrong_passphrase() from error
    if len(secret) != _RECOVERY_BYTES:
        raise wrong_passphrase()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"assessor vault recovery").derive(secret)


def _read(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > 16_384:
            raise damaged_keys()
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise damaged_keys() from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise damaged_keys()
    return content


def _part(content: dict[str, object], name: str) -> dict[str, object]:
    part = content.get(name)
    if not isinstance(part, dict):
        raise damaged_keys()
    return part


def _whole(part: dict[str, object], name: str) -> int:
    value = part.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise damaged_keys()
    return value


def _salt(part: dict[str, object]) -> bytes:
    salt = _bytes(part, "salt")
    if len(salt) != _SALT_BYTES:
        raise damaged_keys()
    return salt


def _bytes(part: dict[str, object], name: str) -> bytes:
    value = part.get(name)
    try:
        return bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError as error:
        raise damaged_keys() from error
