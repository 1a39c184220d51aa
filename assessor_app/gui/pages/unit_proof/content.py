"""From a unit as read to the rows, marks and words of the page: pure functions."""

from datetime import date

from assessor_app.domain.reading import FieldName, Reading, ReadUnit
from assessor_app.domain.unit_differences import differences
from assessor_app.domain.units import Regime, Unit
from assessor_app.gui.pages.unit_proof.model import (
    FoundUnit,
    Mark,
    ProofContent,
    ProofRow,
    ReviewContent,
    RowKind,
    Spot,
)
from assessor_app.gui.words import count, doubts_in_words

NOT_GIVEN = "not given in the document"
_LABELS = {
    FieldName.TITLE: "Title",
    FieldName.AWARDING_BODY: "Awarding body",
    FieldName.NUMBER: "Number",
    FieldName.REFERENCE: "Ofqual reference",
    FieldName.LEVEL: "Level",
    FieldName.CREDIT: "Credit",
    FieldName.GLH: "GLH",
    FieldName.TQT: "TQT",
    FieldName.EXPIRY: "Expiry",
    FieldName.PURPOSE: "Purpose",
}
_RANK = {RowKind.CRITERION: 0, RowKind.OUTCOME: 1, RowKind.GUIDANCE: 2, RowKind.FIELD: 3, RowKind.UNIT: 4}


def rows_of(unit: ReadUnit) -> tuple[ProofRow, ...]:
    """Fields first, then each outcome with its guidance and its criteria with theirs, in document order."""
    rows = [_field(unit, name) for name in _LABELS]
    for n, outcome in enumerate(unit.outcomes):
        rows.append(
            ProofRow(
                spot=Spot(kind=RowKind.OUTCOME, outcome=n),
                label=outcome.number,
                text=outcome.text,
                value=outcome.text,
                doubts=_reasons(unit, outcome.where),
                pieces=outcome.pieces,
            )
        )
        if outcome.guidance:
            rows.append(_guidance(Spot(kind=RowKind.GUIDANCE, outcome=n), outcome.guidance))
        for m, criterion in enumerate(outcome.criteria):
            lines = (criterion.text, *criterion.sub_points)
            mark = f"  (printed as {criterion.mark})" if criterion.mark else ""
            rows.append(
                ProofRow(
                    spot=Spot(kind=RowKind.CRITERION, outcome=n, criterion=m),
                    label=criterion.number,
                    text="\n\u2022 ".join(lines) + mark,
                    value="\n".join(lines),
                    doubts=_reasons(unit, criterion.where),
                    pieces=criterion.pieces,
                )
            )
            if criterion.guidance:
                rows.append(_guidance(Spot(kind=RowKind.GUIDANCE, outcome=n, criterion=m), criterion.guidance))
    known = {name.value for name in _LABELS} | {o.where for o in unit.outcomes} | {c.where for c in unit.criteria}
    rest = tuple(
        d.reason if d.where == "unit" else f"{d.where}: {d.reason}" for d in unit.doubts if d.where not in known
    )
    if rest:
        rows.insert(0, ProofRow(spot=Spot(kind=RowKind.UNIT), label="Unit", text="The unit as a whole", doubts=rest))
    return tuple(rows)


def doubts_at(unit: ReadUnit, spot: Spot) -> tuple[int, ...]:
    """The positions in `unit.doubts` of those that the row at `spot` shows, in their order."""
    if spot.kind is RowKind.FIELD and spot.field is not None:
        wheres = {spot.field.value}
    elif spot.kind is RowKind.OUTCOME:
        wheres = {unit.outcomes[spot.outcome].where}
    elif spot.kind is RowKind.CRITERION and spot.criterion is not None:
        wheres = {unit.outcomes[spot.outcome].criteria[spot.criterion].where}
    elif spot.kind is RowKind.UNIT:
        known = {name.value for name in _LABELS} | {o.where for o in unit.outcomes} | {c.where for c in unit.criteria}
        wheres = {d.where for d in unit.doubts} - known
    else:
        wheres = set()
    return tuple(n for n, d in enumerate(unit.doubts) if d.where in wheres)


def marks_of(rows: tuple[ProofRow, ...]) -> dict[int, Mark]:
    """How each piece of the source is marked; a piece of several rows is marked as the narrowest of them."""
    marks: dict[int, Mark] = {}
    for row in sorted(rows, key=lambda r: _RANK[r.spot.kind], reverse=True):
        for piece in row.pieces:
            before = marks.get(piece)
            doubt = bool(row.doubts) or (before is not None and before.has_doubt)
            sign = (bool(row.doubts) and piece == row.pieces[0]) or (before is not None and before.has_sign)
            marks[piece] = Mark(kind=row.spot.kind, has_doubt=doubt, has_sign=sign)
    return marks


def row_from(rows: tuple[ProofRow, ...], piece: int) -> ProofRow | None:
    """The row that a piece of the source went into, the narrowest where there are several."""
    found = [r for r in rows if piece in r.pieces]
    return min(found, key=lambda r: _RANK[r.spot.kind], default=None)


def proof_content(unit: ReadUnit, file: str, *, undo: str, redo: str) -> ProofContent:
    """The whole result."""
    rows = rows_of(unit)
    size = f"{count(len(unit.outcomes), 'outcome')}, {count(len(unit.criteria), 'criterion', 'criteria')}"
    return ProofContent(
        title=unit.value(FieldName.TITLE) or "Unit without a title",
        second=f"{file}  \u00b7  {size}",
        rows=rows,
        marks=marks_of(rows),
        doubts=len(unit.doubts),
        undo=undo,
        redo=redo,
    )


def found_unit(reading: Reading, document: int, number: int, unit: ReadUnit, *, added: bool, begun: bool) -> FoundUnit:
    """A unit as the list of found units names it."""
    parts = (
        unit.value(FieldName.REFERENCE) or "no reference",
        count(len(unit.outcomes), "outcome"),
        count(len(unit.criteria), "criterion", "criteria"),
        reading.file,
    )
    return FoundUnit(
        document=document,
        unit=number,
        title=unit.value(FieldName.TITLE) or f"Unit {number + 1}, without a title",
        detail=", ".join(parts),
        doubts=len(unit.doubts),
        is_added=added,
        is_begun=begun,
    )


def found_file(name: str, number: int, unit: Unit, *, added: bool) -> FoundUnit:
    """A unit file as the list of found units names it."""
    size = f"{count(len(unit.outcomes), 'outcome')}, {count(len(unit.criteria), 'criterion', 'criteria')}"
    return FoundUnit(
        document=None,
        unit=number,
        title=unit.title,
        detail=f"{unit.reference or 'no reference'}, {size}, {name}",
        doubts=len(unit.doubts),
        is_added=added,
    )


def missing_words(unit: ReadUnit) -> str:
    """What the unit needs before it can be added, in words; empty where nothing is missing."""
    lacks = [
        word
        for word, there in (
            ("a title", unit.value(FieldName.TITLE)),
            ("an awarding body", unit.value(FieldName.AWARDING_BODY)),
            ("a learning outcome", unit.outcomes),
        )
        if not there
    ]
    if lacks:
        return (
            f"The unit has no {' and no '.join(word.split(' ', 1)[1] for word in lacks)}. Give it; nothing is made up."
        )
    empty = [o.number for o in unit.outcomes if not o.criteria]
    if empty:
        return f"Outcome {', '.join(empty)} has no criterion."
    blank = [c.number for c in unit.criteria if not c.text]
    if blank:
        return f"Criterion {', '.join(blank)} has no words."
    numbers = [c.number for c in unit.criteria]
    twice = sorted({n for n in numbers if numbers.count(n) > 1})
    return f"Several criteria are numbered {', '.join(twice)}. Renumber them." if twice else ""


def review_content(unit: Unit, held: Unit | None, *, why_not: str, may_decide: bool) -> ReviewContent:
    """The page before the unit is added; `held` is the edition in the vault, or None."""
    changes = differences(held, unit) if held is not None else ()
    if held is not None and not changes:
        why_not = why_not or "Nothing differs from the edition that you have."
    words = {
        True: (
            "A new unit",
            "Your vault has no unit with this reference, and none of this awarding body with this title.",
        ),
        False: (
            "A new edition of a unit you have" if changes else "You have this unit already",
            "Candidates' records stay tied to the edition they were judged against. Whoever begins the unit from now "
            "on takes the new one. What a document never gives, such as NOS references, is kept from before.",
        ),
    }[held is None]
    stay = count(len(unit.doubts), "doubt")
    add = "Add the unit" if held is None else "Make the new edition"
    stays = "stays" if len(unit.doubts) == 1 else "stay"
    size = f"{count(len(unit.outcomes), 'outcome')}, {count(len(unit.criteria), 'criterion', 'criteria')}"
    regime = unit.regime
    return ReviewContent(
        title=unit.title or "Unit without a title",
        second=f"{unit.awarding_body or 'No awarding body'}  \u00b7  {size}",
        add_words=f"{add}, {stay} {stays}" if unit.doubts else add,
        edition_title=words[0],
        edition_words=words[1],
        differences=changes,
        doubts=doubts_in_words(unit.doubts),
        doubt_count=len(unit.doubts),
        form=regime.record_form.name if regime else "",
        manager=regime.manager_signature.name if regime else "",
        quality=regime.quality_assurance.name if regime and regime.quality_assurance else "",
        regime_source=_source(regime),
        why_not=why_not,
        may_decide=may_decide,
    )


def shown_date(text: str) -> str:
    """An ISO date as British readers write it."""
    return f"{date.fromisoformat(text):%d/%m/%Y}"


def _source(regime: Regime | None) -> str:
    if regime is None:
        return "The document does not say how the unit is signed off. Leave it so, and the centre decides once."
    return regime.source


def _field(unit: ReadUnit, name: FieldName) -> ProofRow:
    field = unit.field(name)
    value = field.value or ""
    if value and name is FieldName.EXPIRY:
        value = shown_date(value)
    return ProofRow(
        spot=Spot(kind=RowKind.FIELD, field=name),
        label=_LABELS[name],
        text=value or NOT_GIVEN,
        value=value,
        doubts=_reasons(unit, name.value),
        pieces=field.pieces,
    )


def _guidance(spot: Spot, text: str) -> ProofRow:
    return ProofRow(spot=spot, label="Guidance", text=text, value=text)


def _reasons(unit: ReadUnit, where: str) -> tuple[str, ...]:
    return tuple(d.reason for d in unit.doubts_about(where))
