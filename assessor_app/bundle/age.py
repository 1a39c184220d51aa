"""The outer layer: age, in flat memory.

pyrage pulls what it encrypts and pushes what it decrypts, and the ZIP does the opposite on both ways, so pyrage works
in a thread of its own behind a pipe. The caller's own functions all run in the caller's thread. Leaving either block,
in whatever way, ends the thread.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

import pyrage

from assessor_app.bundle.ends import Incoming, Outgoing
from assessor_app.bundle.pipe import Pipe, PipeClosedError
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode
from assessor_app.domain.errors import BugError, KnownError

INTRODUCTION = b"age-encryption.org/v1\n"
_END_OF_HEADER = b"\n--- "
_NO_KEY_FITS = "No matching keys"


class Sink(Protocol):
    """Where the ZIP goes."""

    def write(self, data: bytes, /) -> int: ...


class Stream(Protocol):
    """Where the ZIP comes from."""

    def read(self, size: int = -1, /) -> bytes: ...


class _AbandonedError(Exception):
    """The container was not finished, so its encryption must not be either."""


@contextmanager
def encrypting(target: Outgoing, recipients: Sequence[str]) -> Iterator[Sink]:
    """What is written inside is encrypted to all `recipients` (age public keys) and goes to `target`."""
    keys = [_recipient(text) for text in recipients]
    pipe = Pipe()
    failures: list[BaseException] = []

    def work() -> None:
        try:
            pyrage.encrypt_io(pipe, target, keys)
        except BaseException as error:  # noqa: BLE001  raised again below, in the caller's thread
            failures.append(error)
        finally:
            pipe.close()

    thread = threading.Thread(target=work, name="bundle-encryption")
    thread.start()
    try:
        yield pipe
        pipe.end()
    except PipeClosedError:
        thread.join()
        raise failures[0] from None
    except BaseException:
        pipe.end(_AbandonedError())
        raise
    finally:
        thread.join()
    if failures:
        raise failures[0]


@contextmanager
def decrypting(source: Incoming, identities: Sequence[str], *, longest_header: int) -> Iterator[Stream]:
    """What is read inside is the content of `source`; every refusal is a BundleRefusedError.

    A header without an end would be read into memory whole, so its end is looked for first.
    """
    keys = [_identity(text) for text in identities]
    head = source.head(longest_header)
    if _END_OF_HEADER not in head:
        if len(head) < longest_header:
            raise BundleRefusedError(RefusalCode.TRUNCATED, "its end is missing")
        raise BundleRefusedError(RefusalCode.AGE_HEADER_TOO_LONG, "its first part has no end")
    if not keys:
        raise _not_for_this_vault()
    pipe = Pipe()

    def work() -> None:
        try:
            pyrage.decrypt_io(source, pipe, keys)
            pipe.end()
        except BaseException as error:  # noqa: BLE001  told to whoever reads
            pipe.end(source.failure or _refusal_of(error))

    thread = threading.Thread(target=work, name="bundle-decryption")
    thread.start()
    try:
        yield pipe
    finally:
        pipe.close()
        thread.join()


def _refusal_of(error: BaseException) -> BundleRefusedError:
    if isinstance(error, pyrage.DecryptError) and _NO_KEY_FITS in str(error):
        return _not_for_this_vault()
    refusal = BundleRefusedError(RefusalCode.DAMAGED, "it is damaged or incomplete")
    refusal.__cause__ = error
    return refusal


def _not_for_this_vault() -> BundleRefusedError:
    return BundleRefusedError(RefusalCode.NOT_FOR_THIS_VAULT, "it was not made for this vault")


def _recipient(text: str) -> object:
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise KnownError(
            "The key of the person that the file is for cannot be used.",
            advice="Enrol with the centre again.",
            code="recipient-unusable",
        ) from error


def _identity(text: str) -> object:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise BugError("not an age identity") from error
