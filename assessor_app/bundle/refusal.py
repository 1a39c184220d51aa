"""Why a container was refused: one exception, one stable code for each reason, one sentence for the person.

A sentence names a member by its position and never repeats a text from the file, which may be hostile or personal.
"""

from enum import StrEnum

from assessor_app.domain.errors import KnownError


class RefusalCode(StrEnum):
    """Every reason for which a container is not read (FORMAT.md lists them for other readers)."""

    # the file as a whole
    NOT_A_CONTAINER = "not-a-container"
    NOT_FOR_THIS_VAULT = "not-for-this-vault"
    AGE_HEADER_TOO_LONG = "age-header-too-long"
    DAMAGED = "damaged"
    SOURCE_UNREADABLE = "source-unreadable"
    TRUNCATED = "truncated"
    DATA_AFTER = "data-after"
    # the signed manifest
    FORMAT_UNKNOWN = "format-unknown"
    MANIFEST_TOO_LONG = "manifest-too-long"
    SIGNATURE_TOO_LONG = "signature-too-long"
    SIGNATURE_NOT_GOOD = "signature-not-good"
    XML_FORBIDDEN = "xml-forbidden"
    MANIFEST_NOT_EXACT = "manifest-not-exact"
    TOO_MANY_MEMBERS = "too-many-members"
    MEMBER_TOO_LARGE = "member-too-large"
    TOTAL_TOO_LARGE = "total-too-large"
    # names
    NAME_NOT_ALLOWED = "name-not-allowed"
    NAME_TWICE = "name-twice"
    CASE_COLLISION = "case-collision"
    NAME_IS_A_FOLDER = "name-is-a-folder"
    # members
    DATA_BETWEEN = "data-between"
    UNLISTED_MEMBER = "unlisted-member"
    MEMBER_MISSING = "member-missing"
    WRONG_ORDER = "wrong-order"
    MEMBER_ENCRYPTED = "member-encrypted"
    DATA_DESCRIPTOR = "data-descriptor"
    FLAGS = "flags"
    COMPRESSED = "compressed"
    EXTRA_FIELD = "extra-field"
    HEADER_NOT_EXACT = "header-not-exact"
    SIZES_DISAGREE = "sizes-disagree"
    SIZE_DIFFERS = "size-differs"
    HASH_DIFFERS = "hash-differs"
    CHECKSUM_DIFFERS = "checksum-differs"
    # the directory at the end
    COMMENT = "comment"
    LINK_OR_ATTRIBUTES = "link-or-attributes"
    OVERLAP = "overlap"
    DIRECTORY_DISAGREES = "directory-disagrees"
    END_DISAGREES = "end-disagrees"


_OTHER_VAULT = "Ask the sender to make the file for you, or open it in the vault that it was made for."
_NEWER = "Install the newest version of the program, then open the file again."
_AGAIN = "Ask the sender to make the file again, and copy it from the original medium."
_READ_AGAIN = "Put the medium back, or copy the file to this computer, and open it again."
_ADVICE = {
    RefusalCode.NOT_FOR_THIS_VAULT: _OTHER_VAULT,
    RefusalCode.FORMAT_UNKNOWN: _NEWER,
    RefusalCode.SOURCE_UNREADABLE: _READ_AGAIN,
}


class BundleRefusedError(KnownError):
    """The file is not a container that can be trusted; nothing in it counts."""

    def __init__(self, refusal: RefusalCode, why: str, *, advice: str | None = None) -> None:
        super().__init__(
            f"The file was refused: {why}.",
            safe="Nothing from it was taken into your records.",
            advice=advice or _ADVICE.get(refusal, _AGAIN),
            code=refusal.value,
        )
        self.refusal = refusal


class ExchangeCancelledError(KnownError):
    """The person stopped reading or writing."""

    def __init__(self) -> None:
        super().__init__("Stopped.", advice="Start again when you are ready.", code="exchange-cancelled")


def no_progress(done: int, total: int) -> None:
    """For callers who show no progress bar."""
    del done, total


def never_cancelled() -> bool:
    """For callers who offer no way to stop."""
    return False
