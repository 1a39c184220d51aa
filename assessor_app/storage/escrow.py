"""The vault key for the centre's eyes, where the person agreed: a part of `keys.json` encrypted to the centre with age.

The way back: the laptop writes a request with those parts and a one-time age key; the centre opens one part, and
encrypts the vault key to the one-time key; the laptop opens that. The one-time key waits on the laptop wrapped under
the passphrase that the person has chosen for afterwards, so laptop and answer together open nothing without it.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pyrage

from assessor_app.domain.errors import KnownError
from assessor_app.domain.spoken import in_words
from assessor_app.storage.durable import write_durably
from assessor_app.storage.files import new_identity, public_identity
from assessor_app.storage.keys import Cost, opened_by_passphrase, part_of, put_part, wrapped_by_passphrase

NAME = "escrow"
_REQUEST, _WAITING = "assessor escrow request 1", "assessor escrow waiting 1"
_LONGEST = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Escrowed:
    """What a centre finds in a part: whose vault it is, and its key."""

    device: str
    assessor: str
    key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A laptop's request; `reply_to` is its one-time age recipient, `words` what both people compare."""

    reply_to: str
    parts: tuple[bytes, ...]

    @property
    def words(self) -> str:
        return in_words(b"escrow request", self.reply_to.encode(), *self.parts)


def agree(path: Path, escrowed: Escrowed, *, recipient: str, centre: str) -> None:
    """Add the part that the centre can open; one that is there is replaced."""
    content = {"device": escrowed.device, "assessor": escrowed.assessor, "key": escrowed.key.hex()}
    wrapped = _encrypted(json.dumps(content).encode(), recipient)
    put_part(path, escrowed.key, NAME, {"recipient": recipient, "centre": centre, "wrapped": wrapped.hex()})


def withdraw(path: Path, key: bytes) -> None:
    """Take the part away again."""
    if part_of(path, NAME) is not None:
        put_part(path, key, NAME, None)


def agreed_centre(path: Path) -> str:
    """The name of the centre that was agreed on; empty where none was."""
    part = part_of(path, NAME)
    return str(part.get("centre")) if part is not None else ""


# the laptop asks


def write_request(target: Path, waiting: Path, key_files: list[Path], passphrase: str, cost: Cost) -> Request:
    """Write a request with the escrow parts of all `key_files`; keep the one-time key in `waiting`."""
    parts = tuple(part for path in key_files for part in _escrow_parts(path))
    identity = new_identity()
    request = Request(reply_to=public_identity(identity), parts=parts)
    kept = {"format": _WAITING, "identity": wrapped_by_passphrase(identity, passphrase, cost)}
    content = {"format": _REQUEST, "reply_to": request.reply_to, "parts": [part.hex() for part in parts]}
    try:
        write_durably(waiting, json.dumps(kept).encode())
        write_durably(target, json.dumps(content, indent=1).encode())
    except OSError as error:
        raise KnownError(
            "The request could not be written.",
            safe="Your records are safe and still locked.",
            advice="Choose another place.",
            code="escrow-unwritten",
        ) from error
    return request


def open_answer(answer: Path, waiting: Path, passphrase: str, *, allow_test_cost: bool) -> bytes:
    """The vault key in the centre's answer; KnownError for a wrong passphrase or a file for another request."""
    kept = _document(waiting, _WAITING)
    identity = opened_by_passphrase(kept.get("identity"), passphrase, allow_test_cost=allow_test_cost)
    return _decrypted(_content(answer), identity.decode())


# the centre answers


def read_request(path: Path) -> Request:
    """A request as it was written; KnownError for any other file."""
    content = _document(path, _REQUEST)
    reply_to, parts = content.get("reply_to"), content.get("parts")
    try:
        pyrage.x25519.Recipient.from_str(reply_to)
        if not isinstance(parts, list) or not parts:
            raise _no_such_file()
        return Request(reply_to=str(reply_to), parts=tuple(bytes.fromhex(part) for part in parts))
    except (pyrage.RecipientError, ValueError, TypeError) as error:
        raise _no_such_file() from error


def open_parts(request: Request, identity: str) -> tuple[Escrowed, ...]:
    """The parts that were made for this centre; KnownError where none was."""
    found = []
    for part in request.parts:
        try:
            content = json.loads(pyrage.decrypt(part, [pyrage.x25519.Identity.from_str(identity)]))
            key = bytes.fromhex(content["key"])
            found.append(Escrowed(device=str(content["device"]), assessor=str(content["assessor"]), key=key))
        except (pyrage.DecryptError, ValueError, KeyError, TypeError):
            continue  # another centre's, or not one of ours
    if not found:
        raise KnownError(
            "Nothing in the request was entrusted to this centre.",
            advice="Ask which centre the assessor agreed with.",
            code="escrow-not-ours",
        )
    return tuple(found)


def write_answer(target: Path, escrowed: Escrowed, reply_to: str) -> None:
    """Encrypt the vault key to the request's one-time key."""
    try:
        write_durably(target, _encrypted(escrowed.key, reply_to))
    except OSError as error:
        raise KnownError(
            "The answer could not be written.", advice="Choose another place.", code="escrow-unwritten"
        ) from error


def _escrow_parts(path: Path) -> tuple[bytes, ...]:
    part = part_of(path, NAME)
    try:
        return (bytes.fromhex(str(part["wrapped"])),) if part is not None else ()
    except (KeyError, ValueError):
        return ()


def _encrypted(data: bytes, recipient: str) -> bytes:
    wrapped: bytes = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(recipient)])
    return wrapped


def _decrypted(data: bytes, identity: str) -> bytes:
    try:
        key: bytes = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as error:
        raise _no_such_file() from error
    if len(key) != 32:
        raise _no_such_file()
    return key


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST)
    except OSError as error:
        raise _no_such_file() from error


def _document(path: Path, kind: str) -> dict[str, object]:
    try:
        content = json.loads(_content(path))
    except (ValueError, RecursionError) as error:
        raise _no_such_file() from error
    if not isinstance(content, dict) or content.get("format") != kind:
        raise _no_such_file()
    return content


def _no_such_file() -> KnownError:
    return KnownError(
        "That file does not belong to a request for the centre’s help from here.",
        safe="Nothing was changed.",
        advice="Choose the right file, or begin again with a new request.",
        code="escrow-file",
    )
