"""The event log and the kinds of records in ordinary words, for whoever is not a programmer.

A verb without a sentence is shown as it is stored; a test names every verb that the program writes.
"""

from collections import Counter
from collections.abc import Iterable

from assessor_app.domain.events import Touched

_SENTENCES = {
    "add evidence": "Added evidence",
    "add unit editions": "Added newer editions of units that come with the program",
    "add units": "Added units",
    "agree to escrow": "Agreed that the centre can help to get back in",
    "answer varcs": "Answered whether evidence is valid, authentic, reliable, current and sufficient",
    "archive candidate": "Archived a candidate",
    "bring candidate back": "Brought a candidate back from the archive",
    "change evidence": "Changed evidence",
    "change profile": "Changed the settings",
    "come back through centre": "Got back in through the centre",
    "decide regime": "Decided how a unit is assessed",
    "enrol device": "Enrolled a laptop",
    "enrol with centre": "Enrolled this laptop with the centre",
    "erase candidate: asked": "Erased a candidate who asked for it",
    "erase candidate: in a copy": "Erased from this older copy whoever had been erased from the vault",
    "erase candidate: kept-long-enough": "Erased a candidate whose records had been kept long enough",
    "erase candidate: mistake": "Erased a candidate who had been entered by mistake",
    "export": "Wrote an export for the centre",
    "found authority": "Made the centre’s keys",
    "freeze sheet": "Made a sheet ready to sign",
    "give copy of data": "Gave a copy of a candidate’s data out of the vault",
    "import bundle": "Took in a file from a laptop",
    "judge unit": "Judged a unit",
    "keep candidate": "Added or changed a candidate",
    "keep device key": "Made this laptop’s signing key",
    "let keyring open": "Let this computer’s keyring open the vault",
    "make new recovery code": "Made a new recovery code",
    "mark criterion": "Judged criteria",
    "print sheet": "Printed a sheet",
    "record not signed": "Recorded that somebody did not sign",
    "record observation": "Recorded a visit",
    "remove evidence": "Removed evidence",
    "remove sample data": "Removed the sample data",
    "restore evidence": "Brought removed evidence back",
    "revoke device": "Revoked a laptop",
    "salvage vault": "Saved what could be read of a damaged vault",
    "save copy of sheet": "Saved a copy of a sheet outside the vault",
    "set pin": "Set or removed the PIN",
    "set up vault": "Set up the vault",
    "settle conflict": "Chose between two versions",
    "sign sheet": "Signed a sheet",
    "start observation": "Began a visit",
    "stop keyring": "Stopped the keyring from opening the vault",
    "supersede sheet": "Replaced a sheet with a new version",
    "take export number": "Took the next number for an export",
    "take receipt": "Took in a receipt from the centre",
    "the end of the log was lost": "The end of the log was lost and the rest was saved",
    "tie evidence": "Tied evidence to criteria",
    "void sheet": "Declared a sheet void",
    "withdraw escrow": "Withdrew the agreement with the centre about getting back in",
    "write enrolment request": "Wrote an enrolment request",
    "write receipt": "Wrote a receipt for a laptop",
}

_KINDS = {
    "candidate": ("candidate", "candidates"),
    "decision": ("decision on a criterion", "decisions on criteria"),
    "enrolment": ("unit that a candidate takes", "units that candidates take"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "judgement": ("judgement", "judgements"),
    "not_signed": ("note of who did not sign", "notes of who did not sign"),
    "observation": ("visit", "visits"),
    "peer": ("partner for exchange", "partners for exchange"),
    "profile": ("settings record", "settings records"),
    "sheet": ("sheet", "sheets"),
    "sheet_status": ("state of a sheet", "states of sheets"),
    "shipment": ("file exchanged", "files exchanged"),
    "signature": ("signature", "signatures"),
    "unit": ("unit", "units"),
}

NAMED_VERBS = frozenset(_SENTENCES)
NAMED_KINDS = frozenset(_KINDS)


def sentence_of(verb: str) -> str:
    """What was done, as a person would say it."""
    return _SENTENCES.get(verb, verb[:1].upper() + verb[1:])


def counted(kind: str, number: int) -> str:
    """`1 visit`, `3 visits`; a kind without words is shown as it is stored."""
    one, many = _KINDS.get(kind, (kind.replace("_", " "), kind.replace("_", " ")))
    return f"{number:,} {one if number == 1 else many}"


def touched_words(touched: Iterable[Touched]) -> str:
    """Which records an event changed: `2 decisions on criteria, 1 visit`; empty where none."""
    kinds = Counter(t.kind for t in touched)
    return ", ".join(counted(kind, number) for kind, number in kinds.items())


def plural_of(kind: str) -> str:
    """`visits`."""
    return _KINDS[kind][1] if kind in _KINDS else kind.replace("_", " ")
