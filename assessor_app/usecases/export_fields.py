"""Which fields leave the laptop, by kind of record; read off the shapes themselves, so the list cannot be wrong."""

import dataclasses

from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.judging import Decision, Enrolment, Judgement
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.record import BaseRecord
from assessor_app.domain.sheets import Refused, Signature
from assessor_app.domain.units import Unit

_KINDS: tuple[tuple[str, type], ...] = (
    ("Candidate", Candidate),
    ("Unit taken", Enrolment),
    ("Visit", Observation),
    ("Evidence", EvidenceItem),
    ("Decision", Decision),
    ("Judgement", Judgement),
    ("Sheet", BaseRecord),
    ("Signature", Signature),
    ("Not signed", Refused),
    ("Unit", Unit),
)
_LEFT_OUT = {"id", "candidate", "is_sample"}


def fields_that_leave() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Kinds of records with their fields in words."""
    return tuple(
        (words, tuple(_words(f.name) for f in dataclasses.fields(kind) if f.name not in _LEFT_OUT))
        for words, kind in _KINDS
    )


STAYS = "Drafts, unfinished visits, sample data, the strokes' timing, your PIN, passphrase and keys never leave."


def _words(name: str) -> str:
    upper = {"uln": "ULN", "qan": "QAN", "glh": "GLH", "tqt": "TQT", "nos": "NOS", "varcs": "VARCS", "pdf": "PDF"}
    return " ".join(upper.get(part, part) for part in name.split("_"))
