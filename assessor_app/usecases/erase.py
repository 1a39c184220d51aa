"""Erase a candidate: show what would go, take it out of the vault, and out of every copy of it that can be reached.

UK GDPR article 17. Nothing here decides whether a record may go: the person is told what speaks against it (sheets that
an awarding body may still ask for, work that no centre has received) and decides.
"""

from uuid import UUID

from assessor_app.domain.erasure import Erasable, Erased, EraseReason
from assessor_app.domain.errors import KnownError
from assessor_app.domain.profile import VaultRole
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.usecases.export_bundle import pending
from assessor_app.usecases.held import named_elsewhere
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.ports import Records
from assessor_app.usecases.program import OpenVault


def look_at_erasing(vault: OpenVault, candidate: UUID) -> Erasable:
    """What erasing `candidate` would take; nothing is changed. KnownError in a centre's vault."""
    with vault.ports.store.reading() as records:
        _refuse_at_centre(records)
        person = records.candidate(candidate)
        holdings = records.holdings(candidate)
        bodies = {e.id: e.unit.awarding_body for e in records.enrolments_of(candidate)}
        subjects = (*bodies, *(o.id for o in records.observations_of(candidate)))
        sealed = [s for subject in subjects for s in records.sheets_of(subject) if s.state is SheetState.SEALED]
        waiting = [] if person.is_sample else [i for i in pending(records) if i.candidate == str(candidate)]
        elsewhere = named_elsewhere(records, candidate, person.name)
    files, size = vault.size_of_files(holdings.files)
    copies = vault.copies_holding(candidate)
    return Erasable(
        name=person.name,
        records=holdings.records,
        files=files,
        size=size,
        sealed_on=max((s.signatures[-1].printed_date for s in sealed if s.signatures), default=None),
        bodies=tuple(dict.fromkeys(bodies[s.subject] for s in sealed if s.subject in bodies)),
        not_received=len(waiting),
        was_exported=holdings.was_exported,
        named_elsewhere=elsewhere,
        copies=copies.number,
        unreached=copies.unreached,
    )


def erase_candidate(vault: OpenVault, candidate: UUID, reason: EraseReason, watch: Watch = UNWATCHED) -> Erased:
    """Erase `candidate` for good.

    The rows go in one transaction; files, the emptied pages of the database and the copies follow, and are done again
    after a crash. KnownError before anything was erased, or with the code `erasure-unfinished` afterwards.
    """
    with vault.ports.store.reading() as records:
        _refuse_at_centre(records)
        records.candidate(candidate)
    vault.begin_erasing()
    with vault.ports.store.writing(reason.verb) as records:
        number = records.erase_candidate(candidate)
    rest = vault.finish_erasing(watch)
    return Erased(records=number, files=rest.files, copies=rest.copies, unreached=rest.unreached)


def _refuse_at_centre(records: Records) -> None:
    if profile_of(records).role is VaultRole.CENTRE:
        raise KnownError(
            "A centre's vault keeps what its assessors sent, and cannot erase it yet.",
            safe="Nothing was changed.",
            advice="Erase on the laptop of the assessor, and note it at the centre.",
            code="erase-at-centre",
        )
