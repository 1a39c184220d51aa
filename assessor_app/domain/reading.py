"""What reading an awarding body's document gives: units with every doubt marked, beside the source they came from.

A reading is a proposal. It holds the document's text where it stands on its pages (`SourcePage`, `SourcePiece`) and,
for every value that was found, the ids of the pieces it came from, so that a person can compare the two. What the
document does not say is None; nothing here is invented. `to_unit` makes a domain `Unit`, when the person agrees.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from assessor_app.domain.units import Criterion, Doubt, Outcome, OutcomeKind, Regime, Unit


class DocumentKind(Enum):
    """How the document is written."""

    PDF = "PDF"
    DOCX = "Word document"
    HTML = "web page"
    MARKDOWN = "Markdown"
    TEXT = "plain text"


class FieldName(Enum):
    """The metadata of a unit. The value is the key in JSON and the `where` of doubts about the field."""

    TITLE = "title"
    NUMBER = "number"
    REFERENCE = "reference"
    LEVEL = "level"
    CREDIT = "credit"
    GLH = "glh"
    TQT = "tqt"
    EXPIRY = "expiry"
    AWARDING_BODY = "awarding_body"
    PURPOSE = "purpose"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePiece:
    """Text where it stands on its page, in points from the top left corner. `id` is unique in the reading.

    Kinds without pages of their own are laid out as lines: their positions are for showing, not the author's.
    """

    id: int
    page: int
    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """A page with its text, in points; `number` starts at 1. `note` says what a person must know, such as "no text"."""

    number: int
    width: float
    height: float
    pieces: tuple[SourcePiece, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadField:
    """One piece of metadata as text (`expiry` as ISO date); None where the document does not say."""

    name: FieldName
    value: str | None = None
    pieces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCriterion:
    """A criterion as read. `mark` is the document's own label where `number` is not that."""

    number: str
    text: str
    sub_points: tuple[str, ...] = ()
    mark: str = ""
    guidance: str = ""
    pieces: tuple[int, ...] = ()

    @property
    def where(self) -> str:
        """How doubts name it."""
        return f"criterion {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOutcome:
    """A learning outcome as read, with its criteria in document order."""

    number: str
    text: str
    criteria: tuple[ReadCriterion, ...] = ()
    kind: OutcomeKind | None = None
    guidance: str = ""
    pieces: tuple[int, ...] = ()

    @property
    def where(self) -> str:
        """How doubts name it."""
        return f"outcome {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadUnit:
    """One unit of the document. `where` of a doubt is a field's name, `outcome 2`, `criterion 2.3` or `unit`."""

    fields: tuple[ReadField, ...] = ()
    outcomes: tuple[ReadOutcome, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    regime: Regime | None = None
    requires_workplace: bool = False

    def field(self, name: FieldName) -> ReadField:
        """The field, with None as value where the document does not say."""
        return next((f for f in self.fields if f.name is name), ReadField(name=name))

    def value(self, name: FieldName) -> str | None:
        """The field's value."""
        return self.field(name).value

    def doubts_about(self, where: str) -> tuple[Doubt, ...]:
        """The doubts that name `where`."""
        return tuple(d for d in self.doubts if d.where == where)

    @property
    def criteria(self) -> tuple[ReadCriterion, ...]:
        """All criteria in document order."""
        return tuple(c for o in self.outcomes for c in o.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document as read: `refusal` says in a sentence why no unit was found, and is None where one was."""

    file: str
    kind: DocumentKind
    pages: tuple[SourcePage, ...]
    units: tuple[ReadUnit, ...]
    refusal: str | None = None

    def pieces(self, ids: tuple[int, ...]) -> tuple[SourcePiece, ...]:
        """The pieces with those ids in page order."""
        wanted = frozenset(ids)
        return tuple(p for page in self.pages for p in page.pieces if p.id in wanted)


def unit_key(unit: ReadUnit) -> str:
    """A key from awarding body and title, or where these are unknown from the reference; `unit` if all are."""
    body, title = unit.value(FieldName.AWARDING_BODY), unit.value(FieldName.TITLE)
    name = title or unit.value(FieldName.REFERENCE) or unit.value(FieldName.NUMBER)
    words = re.findall(r"[a-z0-9]+", f"{body or ''} {name or ''}".casefold())
    return "-".join(words)[:80].strip("-") or "unit"


def to_unit(unit: ReadUnit, *, source_document: str, key: str = "", title_source: str = "") -> Unit:
    """The domain unit. Title and awarding body are empty where they are unknown; the caller asks for them first."""
    expiry = unit.value(FieldName.EXPIRY)
    return Unit(
        key=key or unit_key(unit),
        awarding_body=unit.value(FieldName.AWARDING_BODY) or "",
        title=unit.value(FieldName.TITLE) or "",
        title_source=title_source,
        number=unit.value(FieldName.NUMBER),
        reference=unit.value(FieldName.REFERENCE),
        level=unit.value(FieldName.LEVEL),
        credit=unit.value(FieldName.CREDIT),
        glh=unit.value(FieldName.GLH),
        tqt=unit.value(FieldName.TQT),
        expiry=date.fromisoformat(expiry) if expiry else None,
        purpose=unit.value(FieldName.PURPOSE) or "",
        regime=unit.regime,
        requires_workplace=unit.requires_workplace,
        outcomes=tuple(_outcome(o) for o in unit.outcomes),
        source_document=source_document,
        doubts=unit.doubts,
    )


def _outcome(outcome: ReadOutcome) -> Outcome:
    return Outcome(
        number=outcome.number,
        text=outcome.text,
        kind=outcome.kind,
        guidance=outcome.guidance,
        criteria=tuple(
            Criterion(number=c.number, text=c.text, guidance=c.guidance, sub_points=c.sub_points, mark=c.mark)
            for c in outcome.criteria
        ),
    )


def with_doubt(unit: ReadUnit, where: str, reason: str) -> ReadUnit:
    """The unit with one doubt more; the same doubt twice stays one."""
    doubt = Doubt(where=where, reason=reason)
    return unit if doubt in unit.doubts else replace(unit, doubts=(*unit.doubts, doubt))
