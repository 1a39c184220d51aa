"""What checking a signed sheet finds out: values that screens, the command line and the centre all show alike.

A code is stable and meant for programs; the sentence beside it is meant for a person. Nothing here reads a file: how
the values come about is told in `assessor_app.signing.verify`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assessor_app.domain.seal_statement import SealStatement


class Verdict(StrEnum):
    """The answer in one word."""

    GOOD = "good"
    NOT_GOOD = "not good"
    UNREADABLE = "unreadable"


class Integrity(StrEnum):
    """Whether what was signed is still what is there."""

    INTACT = "intact"
    CHANGED_SINCE = "changed since"  # the signed bytes are there; what came after them is not allowed
    BROKEN = "broken"  # the signed bytes, the signature or its container do not fit


class Trust(StrEnum):
    """Whether the sealing key is one that the caller knows."""

    TRUSTED = "trusted"
    TRUSTED_BY_KEY = "trusted by key"  # another certificate for the same key is an anchor (sealed before enrolment)
    NOT_CHECKED = "not checked"
    NOT_TRUSTED = "not trusted"


class ProblemCode(StrEnum):
    """Every reason for which a sheet is not good."""

    # the file
    TOO_LARGE = "too-large"
    NOT_A_PDF = "not-a-pdf"
    TAKES_TOO_LONG = "takes-too-long"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NOT_A_SHEET = "not-a-sheet"
    FILE_HASH_DIFFERS = "file-hash-differs"
    CHANGED_AFTER_LAST_SIGNATURE = "changed-after-last-signature"
    REVISIONS_DO_NOT_ADD_UP = "revisions-do-not-add-up"
    BASE_CHANGED_WHILE_SIGNING = "base-changed-while-signing"
    # the record
    RECORD_MISSING = "record-missing"
    RECORD_UNREADABLE = "record-unreadable"
    RECORD_HASH_DIFFERS = "record-hash-differs"
    RECORD_REPLACED = "record-replaced"
    # who signed, and in which order
    REQUIRED_SIGNATURE_MISSING = "required-signature-missing"
    UNKNOWN_SIGNATURE = "unknown-signature"
    CANDIDATE_AFTER_ASSESSOR = "candidate-after-assessor"
    MANAGER_AFTER_ASSESSOR = "manager-after-assessor"
    WITNESS_AFTER_ASSESSOR = "witness-after-assessor"
    COUNTERSIGNER_BEFORE_ASSESSOR = "countersigner-before-assessor"
    IQA_NOT_LAST = "iqa-not-last"
    MANAGER_DATE_AFTER_ASSESSOR = "manager-date-after-assessor"
    SEQUENCE_OUT_OF_ORDER = "sequence-out-of-order"
    SAME_INK = "same-ink"
    SEALED_BY_DIFFERENT_KEYS = "sealed-by-different-keys"
    # one signature
    SIGNATURE_UNREADABLE = "signature-unreadable"
    SIGNED_BYTES_CHANGED = "signed-bytes-changed"
    SIGNATURE_WRONG = "signature-wrong"
    WEAK_ALGORITHM = "weak-algorithm"
    CONTAINER_ALTERED = "container-altered"
    COVERAGE_INCOMPLETE = "coverage-incomplete"
    NOT_CERTIFYING = "not-certifying"
    LOCK_MISSING = "lock-missing"
    LOCKED_FIELD_CHANGED = "locked-field-changed"
    PAGE_CHANGED = "page-changed"
    APPEARANCE_CHANGED = "appearance-changed"
    FIELD_ADDED = "field-added"
    CHANGED_AFTER_SIGNING = "changed-after-signing"
    STATEMENT_MISSING = "statement-missing"
    STATEMENT_UNREADABLE = "statement-unreadable"
    STATEMENT_ROLE_DIFFERS = "statement-role-differs"
    STATEMENT_DOCUMENT_DIFFERS = "statement-document-differs"
    STATEMENT_CONTENT_DIFFERS = "statement-content-differs"
    BASE_DIFFERS = "base-differs"
    TICKS_INCOMPLETE = "ticks-incomplete"
    KEY_NOT_TRUSTED = "key-not-trusted"
    KEY_REVOKED = "key-revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One reason: a stable code, and a sentence for a person."""

    code: ProblemCode
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureReport:
    """What one signature says and whether it holds.

    `signer_name` and `role_title` come from the sealed statement, never from the page. `signed_at` is the sealing
    device's own clock (aware, None if unreadable); `statement` is None unless it was read from a signature that holds.
    `sealed_by` is the subject of the sealing certificate, `notes` are remarks that do not decide.
    """

    role: str
    role_title: str
    signer_name: str
    signed_at: datetime | None
    integrity: Integrity
    trust: Trust
    sealed_by: str
    statement: SealStatement | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """No reason against this signature."""
        return self.integrity is Integrity.INTACT and not self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReport:
    """The verdict on one file, signature by signature in the order in which they were made.

    `problems` are the sheet's own; each signature carries its own as well. Identity fields are empty (version 0) where
    the record could not be read, and are only worth something when the verdict is good.
    """

    verdict: Verdict
    file_sha256: str
    document_id: str = ""
    form: str = ""
    version: int = 0
    content_hash: str = ""
    required_roles: tuple[str, ...] = ()
    signatures: tuple[SignatureReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """The sheet's problems, then those of each signature."""
        return self.problems + tuple(problem for signature in self.signatures for problem in signature.problems)

    @property
    def codes(self) -> frozenset[ProblemCode]:
        """The codes of all problems."""
        return frozenset(problem.code for problem in self.all_problems)

    def signature(self, role: str) -> SignatureReport | None:
        """The signature in field `role`, if there is one."""
        return next((signature for signature in self.signatures if signature.role == role), None)
