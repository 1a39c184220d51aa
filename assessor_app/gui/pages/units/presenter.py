"""Units for reading: every criterion in its own words, and every doubt."""

from assessor_app.domain.units import Outcome, Unit
from assessor_app.gui.desk import Desk, Goal
from assessor_app.gui.pages.units.model import CriterionText, OutcomeText, UnitRow, UnitsContent, UnitText
from assessor_app.gui.pages.units.view import UnitsView
from assessor_app.usecases.set_up import unit_editions

NOT_GIVEN = "not given in the unit text"


class UnitsPresenter:
    """Shows the list and the unit last chosen."""

    def __init__(self, view: UnitsView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._units: tuple[Unit, ...] = ()
        self._open = ""
        view.opened.connect(self._on_opened)

    def open(self, goal: Goal) -> None:
        """Read the units; `goal.detail` may name one."""
        self._open = goal.detail or self._open
        self._desk.jobs.run(lambda: unit_editions(self._desk.ports), self._show)

    def leave(self) -> None:
        """Nothing is typed here."""

    def _show(self, units: tuple[Unit, ...]) -> None:
        self._units = units
        chosen = next((u for u in units if u.key == self._open), units[0] if units else None)
        rows = tuple(
            UnitRow(
                id=u.key,
                letter=u.letter,
                title=u.title,
                detail=f"{u.awarding_body}, {len(u.outcomes)} outcomes, {len(u.criteria)} criteria",
                doubts=len(u.doubts),
            )
            for u in units
        )
        self._view.set_content(UnitsContent(units=rows, open_unit=_text(chosen) if chosen else None))

    def _on_opened(self, key: str) -> None:
        self._open = key
        self._show(self._units)


def _text(unit: Unit) -> UnitText:
    level = f"Level {unit.level}" if unit.level else ""
    return UnitText(
        id=unit.key,
        letter=unit.letter,
        title=unit.title,
        body=", ".join(part for part in (unit.awarding_body, level) if part),
        facts=_facts(unit),
        outcomes=tuple(_outcome(o) for o in unit.outcomes),
        notes=(*unit.assessment, *unit.evidence_requirements, *(unit.guidance or ()), *unit.notes),
        doubts=tuple(f"{d.where}: {d.reason}" for d in unit.doubts),
        regime=_regime(unit),
    )


def _facts(unit: Unit) -> tuple[tuple[str, str], ...]:
    nos = ", ".join(f"{n.code} {n.title}".strip() for n in unit.nos)
    skills = ", ".join(f"{s.standard}: {s.skill}" for s in unit.functional_skills)
    sizes = [size or "-" for size in (unit.level, unit.credit, unit.glh)]
    facts = [
        ("Title", unit.title_source or ""),
        ("Number", unit.number or NOT_GIVEN),
        ("Ofqual reference", unit.reference or NOT_GIVEN),
        ("Level, credit, GLH", ", ".join(sizes) if unit.level else NOT_GIVEN),
        ("Expired" if unit.expiry else "", f"{unit.expiry:%d/%m/%Y}" if unit.expiry else ""),
        ("Purpose", unit.purpose),
        ("Owner", unit.owner or ""),
        ("Assessment strategy", unit.assessment_strategy or ""),
        ("NOS", nos),
        ("Functional skills", skills),
        ("Simulation", "not offered: workplace assessment is required" if unit.requires_workplace else ""),
    ]
    return tuple((label, value) for label, value in facts if label and value)


def _outcome(outcome: Outcome) -> OutcomeText:
    kind = f" ({outcome.kind.value})" if outcome.kind else ""
    criteria = [CriterionText(number=c.number, text=c.text, note=c.guidance) for c in outcome.criteria]
    if outcome.guidance and criteria:
        first = criteria[0]
        criteria[0] = CriterionText(number=first.number, text=first.text, guidance=outcome.guidance, note=first.note)
    return OutcomeText(number=outcome.number, text=outcome.text + kind, criteria=tuple(criteria))


def _regime(unit: Unit) -> str:
    regime = unit.regime
    if regime is None:
        return "The unit text does not say how it is signed off. You decide once for each candidate; it is recorded."
    checked = f", {regime.quality_assurance.value}" if regime.quality_assurance else ""
    return (
        f"Signed off on the {regime.record_form.value}{checked}. "
        f"The line manager or owner/manager signs: {regime.manager_signature.value}."
    )
