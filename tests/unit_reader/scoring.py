"""Scores a reading against the truth: criteria found and right, fields right, and errors that carry no doubt."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from assessor_app.domain.reading import FieldName, Reading, ReadUnit
from tests.unit_reader.specimens.truth import Specimen, Unit

ALIKE = 0.92
FIELDS = {
    FieldName.TITLE: "title",
    FieldName.NUMBER: "number",
    FieldName.REFERENCE: "reference",
    FieldName.LEVEL: "level",
    FieldName.CREDIT: "credit",
    FieldName.GLH: "glh",
    FieldName.TQT: "tqt",
    FieldName.EXPIRY: "expiry",
    FieldName.AWARDING_BODY: "body",
}


@dataclass(slots=True)
class Score:
    """Counts over one document or many."""

    right: int = 0
    read: int = 0
    true: int = 0
    outcomes_right: int = 0
    outcomes_true: int = 0
    fields_right: int = 0
    fields_true: int = 0
    silent: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Criterion F1; 1 where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.read + self.true) if self.read + self.true else 1.0

    @property
    def silent_share(self) -> float:
        """Silent errors among everything that could be wrong."""
        return len(self.silent) / max(1, self.true + self.fields_true)

    def add(self, other: "Score") -> None:
        """Adds another document's counts."""
        for name in ("right", "read", "true", "outcomes_right", "outcomes_true", "fields_right", "fields_true"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.silent += other.silent
        self.invented += other.invented
        self.wrong += other.wrong


def alike(a: str, b: str) -> bool:
    """Whether two texts count as the same."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE


def score(specimen: Specimen, reading: Reading) -> Score:
    """The score of one document."""
    result = Score()
    for k in range(max(len(specimen.units), len(reading.units))):
        truth = specimen.units[k] if k < len(specimen.units) else None
        read = reading.units[k] if k < len(reading.units) else None
        if truth is None:
            assert read is not None
            result.read += len(read.criteria)
            result.wrong.append(f"a unit that is not there: {len(read.criteria)} criteria")
            result.silent += [] if read.doubts_about("unit") else [f"{c.where} of no unit" for c in read.criteria]
            result.invented.append("unit")
        elif read is None:
            result.true += len(truth.criteria)
            result.outcomes_true += len(truth.outcomes)
            result.wrong.append(f"the unit {truth.title!r} was not found")
        else:
            _score_unit(truth, read, result)
    return result


def _score_unit(truth: Unit, read: ReadUnit, result: Score) -> None:
    true = truth.criteria
    found = {c.number: c for c in read.criteria}
    result.true += len(true)
    result.read += len(read.criteria)
    unit_doubt = bool(read.doubts_about("unit"))
    for number, text in true:
        got = found.get(number)
        if got is not None and alike(got.text, text):
            result.right += 1
            continue
        result.wrong.append(f"{number}: {got.text if got else None!r} for {text!r}")
        near = (
            any(
                d.where.rpartition(" ")[2].split(".")[0] == number.split(".")[0]
                for d in read.doubts
                if d.where[0] in "oc"
            )
            if got is None
            else False
        )
        if not (unit_doubt or near or read.doubts_about(f"criterion {number}")):
            result.silent.append(f"criterion {number}")
    for number in set(found) - {n for n, _ in true}:
        result.wrong.append(f"{number} is not there: {found[number].text!r}")
        if not (unit_doubt or read.doubts_about(f"criterion {number}")):
            result.silent.append(f"extra criterion {number}")
    for o, (text, _) in enumerate(truth.outcomes, 1):
        result.outcomes_true += 1
        outcome = next((x for x in read.outcomes if x.number == str(o)), None)
        if outcome is not None and alike(outcome.text, text):
            result.outcomes_right += 1
        else:
            result.wrong.append(f"outcome {o}: {outcome.text if outcome else None!r} for {text!r}")
            if not (unit_doubt or read.doubts_about(f"outcome {o}")):
                result.silent.append(f"outcome {o}")
    for name, key in FIELDS.items():
        wanted, got_value = getattr(truth, key), read.value(name)
        if wanted is None and got_value is not None:
            result.invented.append(f"{key}: {got_value!r}")
        if wanted is not None:
            result.fields_true += 1
            result.fields_right += got_value == wanted
        if got_value != wanted:
            result.wrong.append(f"{key}: {got_value!r} for {wanted!r}")
            if not read.doubts_about(name.value):
                result.silent.append(key)
