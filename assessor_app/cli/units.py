"""`units list` and `units show REF`: the units that are there from the start."""

from collections.abc import Sequence

from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.units import Unit
from assessor_app.usecases.program import Program


def run_units_list(program: Program, voice: Voice) -> ExitCode:
    """A line for each unit."""
    units = program.shipped_units()
    for unit in units:
        counts = f"{len(unit.outcomes)} outcomes, {len(unit.criteria)} criteria"
        voice.line(f"{unit.key:36} {unit.awarding_body:6} {unit.number or '-':8} {unit.title} ({counts})")
    voice.document([_summary(unit) for unit in units])
    return ExitCode.GOOD


def run_units_show(program: Program, reference: str, voice: Voice) -> ExitCode:
    """Everything about one unit; `reference` is its key, number, Ofqual reference or title."""
    unit = find_unit(program.shipped_units(), reference)
    _tell(unit, voice)
    voice.document(unit)
    return ExitCode.GOOD


def find_unit(units: Sequence[Unit], reference: str) -> Unit:
    """The one unit that `reference` names; KnownError where none or several do."""
    wanted = reference.strip().casefold()
    found = [
        u
        for u in units
        if wanted in {(name or "").casefold() for name in (u.key, u.number, u.reference, u.title, u.short_title)}
    ]
    if len(found) != 1:
        raise KnownError(
            f"{'Several units are' if found else 'No unit is'} called {reference!r}.",
            advice="'assessor-app units list' shows their keys.",
            code="unit-unknown",
        )
    return found[0]


def _tell(unit: Unit, voice: Voice) -> None:
    voice.line(f"{unit.title} ({unit.awarding_body})")
    given = {
        "title": unit.title_source,
        "number": unit.number,
        "Ofqual reference": unit.reference,
        "level": unit.level,
        "credit": unit.credit,
        "GLH": unit.glh,
        "expired": f"{unit.expiry:%d/%m/%Y}" if unit.expiry else None,
        "owner": unit.owner,
        "NOS": ", ".join(n.code for n in unit.nos),
        "record": unit.regime.record_form.value if unit.regime else "not stated; the centre decides",
        "manager signs": unit.regime.manager_signature.value if unit.regime else None,
    }
    for label, value in given.items():
        if value:
            voice.line(f"  {label}: {value}")
    for outcome in unit.outcomes:
        kind = f" ({outcome.kind.value})" if outcome.kind else ""
        voice.line(f"\n{outcome.number} {outcome.text}{kind}")
        for criterion in outcome.criteria:
            voice.line(f"  {criterion.number:5} {criterion.text}")
    if unit.doubts:
        voice.line("\nDoubts")
        for doubt in unit.doubts:
            voice.line(f"  {doubt.where}: {doubt.reason}")


def _summary(unit: Unit) -> dict[str, object]:
    return {
        "key": unit.key,
        "awarding_body": unit.awarding_body,
        "title": unit.title,
        "number": unit.number,
        "reference": unit.reference,
        "outcomes": len(unit.outcomes),
        "criteria": len(unit.criteria),
    }
