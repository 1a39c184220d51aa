"""What is known of one filled signature field while a sheet is checked, and the words in which it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from assessor_app.domain.seal_statement import SealStatement
from assessor_app.domain.verification import Integrity, Problem, ProblemCode, SignatureReport, Trust

_MAX_SHOWN = 120
_TITLES = {
    "candidate": "candidate",
    "manager": "line manager",
    "assessor": "assessor",
    "countersigner": "countersigner",
    "iqa": "internal quality assurer",
}


@dataclass(slots=True, kw_only=True)
class Finding:
    """One filled signature field. `statement` stays None until the signature over it has been found to hold."""

    role: str
    signature: EmbeddedPdfSignature | None = None
    certificate: x509.Certificate | None = None
    statement: SealStatement | None = None
    signed_at: datetime | None = None
    integrity: Integrity = Integrity.BROKEN
    trust: Trust = Trust.NOT_CHECKED
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The signer in words: as sealed, else as the field says."""
        if self.statement is not None and self.statement.role_title:
            return shown(self.statement.role_title)
        return title_of(self.role)

    def add(self, code: ProblemCode, sentence: str) -> None:
        """Note one more reason against this signature."""
        self.problems.append(Problem(code=code, sentence=sentence))

    def report(self) -> SignatureReport:
        """The finished value."""
        return SignatureReport(
            role=shown(self.role),
            role_title=self.title,
            signer_name=shown(self.statement.name) if self.statement is not None else "",
            signed_at=self.signed_at,
            integrity=self.integrity,
            trust=self.trust,
            sealed_by=shown(self.certificate.subject.rfc4514_string()) if self.certificate is not None else "",
            statement=self.statement,
            problems=tuple(self.problems),
            notes=tuple(self.notes),
        )


@contextmanager
def hostile_input() -> Iterator[list[Exception]]:
    """The one place where any exception is an answer: a forged file can make the readers fail in ways nobody listed.

    What was raised is in the list that is yielded; the caller must look and say what it means. Used only around code
    that reads the file being checked.
    """
    raised: list[Exception] = []
    try:
        yield raised
    except Exception as error:  # noqa: BLE001  the reason stands above
        raised.append(error)


def title_of(role: str) -> str:
    """A field's name in words."""
    if role.startswith("witness_"):
        return f"witness {shown(role.removeprefix('witness_'))}"
    return _TITLES.get(role, f"field {shown(role)}")


def shown(text: str) -> str:
    """Text from a file, made fit for a terminal or a screen: printable, one line, not too long."""
    plain = "".join(character if character.isprintable() else "?" for character in text[: _MAX_SHOWN + 1])
    return plain if len(plain) <= _MAX_SHOWN else plain[: _MAX_SHOWN - 3] + "..."
