"""What the proofing page shows, in words ready for the eye: rows, marks in the source, the review."""

from dataclasses import dataclass
from enum import Enum

from assessor_app.domain.reading import FieldName
from assessor_app.domain.unit_differences import Difference


class RowKind(Enum):
    """What a row of the result is; the value is the word a screen reader says."""

    UNIT = "about the whole unit"
    FIELD = "field"
    OUTCOME = "outcome"
    CRITERION = "criterion"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where in the unit a row stands: positions count from 0; guidance of an outcome has no `criterion`."""

    kind: RowKind
    field: FieldName | None = None
    outcome: int = -1
    criterion: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRow:
    """One row of the result. `value` is what is edited, `text` what is read; `pieces` are its places in the source."""

    spot: Spot
    label: str
    text: str
    value: str = ""
    doubts: tuple[str, ...] = ()
    pieces: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the document gave nothing here."""
        return not self.value

    @property
    def spoken(self) -> str:
        """The row in words."""
        doubts = f". {len(self.doubts)} to settle: {' '.join(self.doubts)}" if self.doubts else ""
        kind = "" if self.spot.kind in (RowKind.FIELD, RowKind.UNIT) else f"{self.spot.kind.value} "
        return f"{kind}{self.label}: {self.text}{doubts}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a piece of the source is marked; `has_sign` on the first piece of what is doubted."""

    kind: RowKind
    has_doubt: bool = False
    has_sign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofContent:
    """The result as it now stands."""

    title: str
    second: str
    rows: tuple[ProofRow, ...]
    marks: dict[int, Mark]
    doubts: int
    undo: str = ""
    redo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundUnit:
    """A unit to choose from; `is_added` where it is in the vault now. `document` is None where it has its own file."""

    document: int | None
    unit: int
    title: str
    detail: str
    doubts: int
    is_added: bool = False
    is_begun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundContent:
    """The units found, and in `refused` (name, reason) the documents that gave none."""

    title: str
    units: tuple[FoundUnit, ...]
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContent:
    """Before the unit is added. `why_not` says what is missing; `edition_words` whether it is known already."""

    title: str
    second: str
    add_words: str
    edition_title: str
    edition_words: str
    differences: tuple[Difference, ...] = ()
    doubts: tuple[str, ...] = ()
    doubt_count: int = 0
    form: str = ""
    manager: str = ""
    quality: str = ""
    regime_source: str = ""
    why_not: str = ""
    may_decide: bool = True
