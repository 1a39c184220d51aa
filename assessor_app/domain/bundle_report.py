"""What a bundle is found to be, for a person who has the file and a key; commands and screens show it alike."""

from dataclasses import dataclass

from assessor_app.domain.exchange import BundleKind, EventSpan, Party
from assessor_app.domain.moments import Moment
from assessor_app.domain.verification import SheetReport, Trust, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetInBundle:
    """A form in the bundle: what its record calls it, and what checking its PDF found."""

    document: str
    title: str
    state: str
    report: SheetReport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """Everything about one bundle. `counts` are records by kind; `problems` are sentences, empty where all is good."""

    file_sha256: str
    size: int
    kind: BundleKind
    number: int
    made: Moment
    sender: Party
    recipient: str
    signed_by: str
    signed_ms: int
    trust: Trust
    counts: tuple[tuple[str, int], ...] = ()
    file_hashes: frozenset[str] = frozenset()
    events: EventSpan | None = None
    sheets: tuple[SheetInBundle, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def files(self) -> int:
        """How many files it carries, or names where it is a receipt."""
        return len(self.file_hashes)

    @property
    def verdict(self) -> Verdict:
        """Good where nothing speaks against it; a signer whom the caller does not trust does."""
        return Verdict.GOOD if not self.problems and self.trust is not Trust.NOT_TRUSTED else Verdict.NOT_GOOD
