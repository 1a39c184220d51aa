"""`units read | add | export`: awarding bodies' documents to units, and units to unit files."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.progress import ProgressBar
from assessor_app.cli.say import Voice
from assessor_app.cli.units import find_unit
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.reading import FieldName, Reading, ReadUnit, to_unit
from assessor_app.domain.units import Unit
from assessor_app.usecases.add_unit import add_units
from assessor_app.usecases.program import Program

KINDS = (".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".txt")
_FIELDS = (
    FieldName.TITLE,
    FieldName.REFERENCE,
    FieldName.LEVEL,
    FieldName.CREDIT,
    FieldName.GLH,
    FieldName.EXPIRY,
    FieldName.AWARDING_BODY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """One input: its JSON document and how it went."""

    source: Path
    document: dict[str, object]
    code: ExitCode


def run_units_read(program: Program, inputs: Sequence[Path], out: Path | None, voice: Voice) -> ExitCode:
    """Read documents and folders of documents; one that fails does not stop the others, but the exit code says so."""
    files = list(_files(inputs))
    if not files:
        raise KnownError("There is no document here.", advice=f"Give files of {', '.join(KINDS)}.", code="no-documents")
    if out is not None:
        _check_stems(files)
    results = []
    for path in files:
        result = _read(program, path, voice)
        if out is not None:
            _write(out / f"{path.stem}.json", result.document)
        results.append(result)
    one = len(inputs) == 1 and not inputs[0].is_dir()
    voice.document(results[0].document if one else [r.document for r in results])
    codes = {r.code for r in results}
    return next((c for c in (ExitCode.UNREADABLE, ExitCode.NOT_GOOD) if c in codes), ExitCode.GOOD)


def run_units_add(program: Program, path: Path, title: str, body: str, voice: Voice) -> ExitCode:
    """Store the units of a document or of a unit file in the vault; doubts are printed."""
    if path.suffix.casefold() == ".toml":
        units: tuple[Unit, ...] = (program.read_unit_file(path),)
    else:
        reading = _reading(program, path)
        if not reading.units:
            raise KnownError(f"{path.name}: {reading.refusal}", advice="Add another document.", code="no-unit")
        units = tuple(to_unit(u, source_document=path.name) for u in reading.units)
    if title and len(units) == 1:
        units = (replace(units[0], title=title, title_source="given when the unit was added"),)
    elif title:
        raise KnownError(
            f"{path.name} holds {len(units)} units, so one title cannot be theirs.",
            advice="Add it without --title.",
            code="several-units",
        )
    if body:
        units = tuple(replace(u, awarding_body=body) for u in units)
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        stored = add_units(vault.ports, units)
    finally:
        vault.close()
    for unit in stored:
        voice.line(f"Added: {unit.title} ({unit.awarding_body}), {len(unit.criteria)} criteria, as {unit.key}")
        for doubt in unit.doubts:
            voice.line(f"  {doubt.where}: {doubt.reason}")
    voice.document([{"key": u.key, "title": u.title, "doubts": u.doubts} for u in stored])
    return ExitCode.GOOD


def run_units_export(program: Program, reference: str, out: Path, voice: Voice) -> ExitCode:
    """Write a unit as a unit file; a unit that is not among the shipped ones is looked for in the vault."""
    try:
        unit = find_unit(program.shipped_units(), reference)
    except KnownError:
        if not program.vault_exists():
            raise
        vault = program.open_vault(read_passphrase("Passphrase: "))
        try:
            with vault.ports.store.reading() as records:
                unit = find_unit(records.units(), reference)
        finally:
            vault.close()
    _write_text(out, program.unit_file_text(unit))
    voice.line(f"{unit.title}: {out}")
    voice.document({"file": str(out), "key": unit.key})
    return ExitCode.GOOD


def _files(inputs: Sequence[Path]) -> Iterator[Path]:
    for path in inputs:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix.casefold() in KINDS and p.is_file())
        else:
            yield path


def _check_stems(files: Sequence[Path]) -> None:
    stems = [path.stem for path in files]
    twice = sorted({s for s in stems if stems.count(s) > 1})
    if twice:
        raise KnownError(
            f"Several inputs would be written to {twice[0]}.json.",
            advice="Rename one of them, or read them in two calls.",
            code="same-stem",
        )


def _reading(program: Program, path: Path) -> Reading:
    bar = ProgressBar(path.name)
    try:
        return program.read_document_file(path, progress=bar, cancelled=lambda: False)
    finally:
        bar.clear()


def _read(program: Program, path: Path, voice: Voice) -> _Outcome:
    try:
        reading = _reading(program, path)
    except KnownError as error:
        voice.trouble(f"{path}: {error.what} {error.advice}")
        return _Outcome(
            source=path, document={"file": str(path), "units": [], "refusal": error.what}, code=ExitCode.UNREADABLE
        )
    document: dict[str, object] = {"file": str(path), "units": [_unit(u) for u in reading.units]}
    if not reading.units:
        voice.trouble(f"{path}: {reading.refusal}")
        return _Outcome(source=path, document={**document, "refusal": reading.refusal}, code=ExitCode.NOT_GOOD)
    voice.line(f"{path}")
    for unit in reading.units:
        _tell(unit, voice)
    return _Outcome(source=path, document=document, code=ExitCode.GOOD)


def _tell(unit: ReadUnit, voice: Voice) -> None:
    voice.line(f"\n  {unit.value(FieldName.TITLE) or 'The document gives no title.'}")
    for name in FieldName:
        if name not in (FieldName.TITLE, FieldName.PURPOSE) and unit.value(name):
            voice.line(f"    {name.value.replace('_', ' ')}: {unit.value(name)}")
    for outcome in unit.outcomes:
        voice.line(f"  {outcome.number} {outcome.text}")
        for criterion in outcome.criteria:
            voice.line(f"    {criterion.number:5} {criterion.text}")
            for point in criterion.sub_points:
                voice.line(f"          - {point}")
    if unit.doubts:
        voice.line("  Doubts")
        for doubt in unit.doubts:
            voice.line(f"    {doubt.where}: {doubt.reason}")


def _unit(unit: ReadUnit) -> dict[str, object]:
    return {
        **{name.value: unit.value(name) for name in _FIELDS},
        "outcomes": [
            {
                "number": outcome.number,
                "text": outcome.text,
                "criteria": [{"number": c.number, "text": c.text} for c in outcome.criteria],
            }
            for outcome in unit.outcomes
        ],
        "doubts": [{"where": d.where, "reason": d.reason} for d in unit.doubts],
    }


def _write(path: Path, document: dict[str, object]) -> None:
    _write_text(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _write_text(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise KnownError(f"{path} cannot be written.", advice="Choose another place.", code="not-written") from error
