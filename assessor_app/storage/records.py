"""One transaction's view of the vault: domain values in, domain values out.

Rows that were written are remembered, so that the event which closes the transaction can name them with their hashes.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, union_all, update
from sqlalchemy.dialects.sqlite import insert as upsert

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.caseload import CaseloadRow, Hit, UnitProgress
from assessor_app.domain.erasure import Holdings
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import GENESIS, ClockFlag, Event, Touched
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.gaps import Progress
from assessor_app.domain.ink import Ink, Stroke
from assessor_app.domain.judging import Decision, Enrolment, Judgement
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.profile import Profile
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Refused, Sheet, SheetState, Signature
from assessor_app.domain.subject_access import SubjectData
from assessor_app.domain.units import Unit
from assessor_app.storage import schema
from assessor_app.storage.codec import decode, encode
from assessor_app.storage.erasing import LET_GO, erase_rows, owned_files, owned_rows, was_exported
from assessor_app.storage.exchange_records import SqlExchange
from assessor_app.storage.rows import Rows
from assessor_app.storage.search_rows import SearchRow, candidate_row, evidence_row, observation_row
from assessor_app.storage.secret_rows import notes, put_notes, put_secret, secret
from assessor_app.storage.stored import SheetStatus, StoredEnrolment, StoredSheet
from assessor_app.storage.subject import subject_data

T = TypeVar("T")
LOG_END = "event log end"  # the secret that names the last event
_LATELY = 50  # events looked back on for a clock that stepped


class SqlRecords:
    """The records of one open transaction. A missing id raises KeyError."""

    def __init__(self, connection: Connection, *, device: str, utc_ms: int, units: dict[str, Unit]) -> None:
        self._db = connection
        self._utc_ms = utc_ms
        self._units = units
        self.touched: list[Touched] = []
        self._rows = Rows(connection, device=device, touched=self.touched)
        self._exchange = SqlExchange(connection, self._rows)

    @property
    def connection(self) -> Connection:
        """The connection of the transaction, for checks inside this layer."""
        return self._db

    @property
    def exchange(self) -> SqlExchange:
        """The exchange's tables in the same transaction."""
        return self._exchange

    # profile and secrets

    def profile(self) -> Profile | None:
        body = self._rows.body(schema.profile, "profile")
        return decode(Profile, body) if body else None

    def put_profile(self, profile: Profile) -> None:
        self._rows.put(schema.profile, "profile", "", "", encode(profile))

    def secret(self, name: str) -> bytes | None:
        return secret(self._db, name)

    def put_secret(self, name: str, value: bytes | None) -> None:
        put_secret(self._db, name, value)

    # units

    def units(self) -> tuple[Unit, ...]:
        newest: dict[str, Unit] = {}
        for edition in self._db.execute(select(schema.unit.c.id).order_by(schema.unit.c.revision)).scalars():
            unit = self._unit(edition)
            newest[unit.key] = unit
        return tuple(sorted(newest.values(), key=lambda u: (u.awarding_body, u.name)))

    def put_unit(self, unit: Unit) -> None:
        exists = self._db.execute(select(schema.unit.c.id).where(schema.unit.c.id == unit.edition)).first()
        if exists is None:
            highest = self._db.execute(select(func.max(schema.unit.c.revision))).scalar() or 0
            self._rows.put(schema.unit, unit.edition, unit.key, unit.name, encode(unit), revision=highest + 1)

    def _unit(self, edition: str) -> Unit:
        if edition not in self._units:
            self._units[edition] = decode(Unit, self._rows.need(schema.unit, edition))
        return self._units[edition]

    # candidates and their units

    def candidate(self, candidate: UUID) -> Candidate:
        return decode(Candidate, self._rows.need(schema.candidate, candidate))

    def candidates(self) -> tuple[Candidate, ...]:
        return self._rows.all(schema.candidate, Candidate)

    def put_candidate(self, candidate: Candidate) -> None:
        self._rows.put(schema.candidate, candidate.id, "", candidate.name.casefold(), encode(candidate))
        self.index_row(candidate_row(candidate))

    def remove_candidate(self, candidate: UUID) -> None:
        for enrolment in self.enrolments_of(candidate):
            self.remove_enrolment(enrolment.id)
        for table in (schema.observation, schema.evidence):
            self._rows.delete_under(table, candidate)
        self._db.execute(delete(schema.candidate).where(schema.candidate.c.id == str(candidate)))
        self._db.execute(text("DELETE FROM search WHERE candidate = :c"), {"c": str(candidate)})
        self.touched.append(Touched(kind="candidate", id=str(candidate), sha256=""))

    def holdings(self, candidate: UUID) -> Holdings:
        rows = owned_rows(self._db, (str(candidate),))
        return Holdings(
            records=tuple((table.name, len(keys)) for table, keys in rows.items() if keys),
            files=owned_files(self._db, rows),
            was_exported=was_exported(self._db, rows),
        )

    def erase_candidate(self, candidate: UUID) -> int:
        return erase_rows(self._db, self.touched, (str(candidate),))

    def subject_data(self, candidate: UUID) -> SubjectData:
        return subject_data(self._db, str(candidate))

    def mention_candidate(self, candidate: UUID) -> None:
        sha256 = sha256_hex(self._rows.need(schema.candidate, candidate).encode())
        self.touched.append(Touched(kind="candidate", id=str(candidate), sha256=sha256))

    def caseload(self) -> tuple[CaseloadRow, ...]:
        archived = self.exchange.archived()
        units: dict[str, list[UnitProgress]] = {}
        e, p = schema.enrolment.c, schema.progress.c
        query = select(e.parent, e.body, p.met, p.seen, p.total).join(schema.progress, p.enrolment == e.id)
        for parent, body, met, seen, total in self._db.execute(query.order_by(e.parent, e.sort)):
            stored = decode(StoredEnrolment, body)
            unit = self._unit(stored.unit_edition)
            row = UnitProgress(
                enrolment=stored.id,
                letter=stored.letter,
                position=stored.position,
                name=unit.name,
                awarding_body=unit.awarding_body,
                progress=Progress(met=met, seen=seen, total=total),
            )
            units.setdefault(parent, []).append(row)
        return tuple(
            CaseloadRow(id=c.id, name=c.name, workplace=c.workplace, units=tuple(units.get(str(c.id), ())))
            for c in self.candidates()
            if c.id not in archived
        )

    def enrolment(self, enrolment: UUID) -> Enrolment:
        return self.enrolment_from(self._rows.need(schema.enrolment, enrolment))

    def enrolments_of(self, candidate: UUID) -> tuple[Enrolment, ...]:
        return tuple(self.enrolment_from(body) for body in self._rows.bodies(schema.enrolment, candidate))

    def put_enrolment(self, enrolment: Enrolment) -> None:
        self.put_unit(enrolment.unit)
        stored = StoredEnrolment(
            id=enrolment.id,
            candidate=enrolment.candidate,
            unit_edition=enrolment.unit.edition,
            position=enrolment.position,
            letter=enrolment.letter,
            regime=enrolment.regime,
            regime_decided=enrolment.regime_decided,
            started_on=enrolment.started_on,
        )
        self._rows.put(schema.enrolment, enrolment.id, enrolment.candidate, f"{enrolment.position:03d}", encode(stored))

    def remove_enrolment(self, enrolment: UUID) -> None:
        self._db.execute(delete(schema.enrolment).where(schema.enrolment.c.id == str(enrolment)))
        self._rows.delete_under(schema.judgement, enrolment)
        self._db.execute(delete(schema.progress).where(schema.progress.c.enrolment == str(enrolment)))
        self.touched.append(Touched(kind="enrolment", id=str(enrolment), sha256=""))

    def enrolment_from(self, body: str) -> Enrolment:
        """The enrolment that a stored body spells, with its unit; KeyError where the unit's edition is missing."""
        stored = decode(StoredEnrolment, body)
        return Enrolment(
            id=stored.id,
            candidate=stored.candidate,
            unit=self._unit(stored.unit_edition),
            position=stored.position,
            letter=stored.letter,
            regime=stored.regime,
            regime_decided=stored.regime_decided,
            started_on=stored.started_on,
        )

    def put_progress(self, enrolment: Enrolment, progress: Progress) -> None:
        values = {
            "enrolment": str(enrolment.id),
            "candidate": str(enrolment.candidate),
            "met": progress.met,
            "seen": progress.seen,
            "total": progress.total,
        }
        self._db.execute(
            upsert(schema.progress).values(values).on_conflict_do_update(index_elements=["enrolment"], set_=values)
        )

    # observations and evidence

    def observation(self, observation: UUID) -> Observation:
        return decode(Observation, self._rows.need(schema.observation, observation))

    def observations_of(self, candidate: UUID) -> tuple[Observation, ...]:
        return self._rows.all(schema.observation, Observation, candidate)

    def recent_observations(self, limit: int) -> tuple[Observation, ...]:
        query = select(schema.observation.c.body).order_by(schema.observation.c.sort.desc()).limit(limit)
        return tuple(decode(Observation, body) for body in self._db.execute(query).scalars())

    def put_observation(self, observation: Observation) -> None:
        sort = f"{observation.day.isoformat()} {observation.start} {observation.number:04d}"
        self._rows.put(schema.observation, observation.id, observation.candidate, sort, encode(observation))
        self.index_row(observation_row(observation))

    def evidence(self, item: UUID) -> EvidenceItem:
        return decode(EvidenceItem, self._rows.need(schema.evidence, item))

    def evidence_of(self, candidate: UUID) -> tuple[EvidenceItem, ...]:
        return self._rows.all(schema.evidence, EvidenceItem, candidate)

    def put_evidence(self, item: EvidenceItem) -> None:
        self._let_file_go(item.id, unless=item.file.sha256 if item.file else "")
        self._rows.put(schema.evidence, item.id, item.candidate, f"{item.number:05d}", encode(item))
        row = evidence_row(item)
        if row is not None:
            self.index_row(row)

    def remove_evidence(self, item: UUID) -> None:
        self._let_file_go(item)
        self._db.execute(delete(schema.evidence).where(schema.evidence.c.id == str(item)))
        self._db.execute(text("DELETE FROM search WHERE id = :i"), {"i": str(item)})
        self.touched.append(Touched(kind="evidence", id=str(item), sha256=""))

    def _let_file_go(self, item: UUID, *, unless: str = "") -> None:
        """Note whose the file was that an item has now: it must go with them when they are erased."""
        body = self._rows.body(schema.evidence, item)
        before = decode(EvidenceItem, body) if body else None
        if before is not None and before.file is not None and before.file.sha256 != unless:
            whose = {before.file.sha256: str(before.candidate)}
            put_notes(self._db, LET_GO, notes(self._db, LET_GO) | whose)

    # decisions and judgements

    def decisions_of(self, enrolment: UUID) -> tuple[Decision, ...]:
        return self._rows.all(schema.decision, Decision, enrolment)

    def add_decision(self, decision: Decision) -> None:
        parent = decision.criterion.enrolment
        self._rows.put(
            schema.decision, decision.id, parent, self._rows.order(schema.decision, parent), encode(decision)
        )

    def judgement_of(self, enrolment: UUID) -> Judgement:
        body = self._rows.body(schema.judgement, enrolment)
        return decode(Judgement, body) if body else Judgement()

    def put_judgement(self, enrolment: UUID, judgement: Judgement) -> None:
        self._rows.put(schema.judgement, enrolment, enrolment, "", encode(judgement))

    # sheets and signatures

    def sheet(self, document: UUID) -> Sheet:
        return self._sheet(self._rows.need(schema.sheet, document))

    def sheets_of(self, subject: UUID) -> tuple[Sheet, ...]:
        return tuple(self._sheet(body) for body in self._rows.bodies(schema.sheet, subject))

    def sheets(self) -> tuple[Sheet, ...]:
        # A sheet is never deleted; one whose subject was taken away (sample data) is no longer listed.
        subjects = union_all(select(schema.enrolment.c.id), select(schema.observation.c.id))
        query = select(schema.sheet.c.body).where(schema.sheet.c.parent.in_(subjects)).order_by(schema.sheet.c.id)
        return tuple(self._sheet(body) for body in self._db.execute(query).scalars().all())

    def add_sheet(self, sheet: Sheet) -> None:
        stored = StoredSheet(record=sheet.record, subject=sheet.subject, base_sha256=sheet.base_sha256)
        self._rows.put(schema.sheet, sheet.document_id, sheet.subject, f"{sheet.record.version:04d}", encode(stored))
        self.put_sheet_status(sheet)

    def put_sheet_status(self, sheet: Sheet) -> None:
        status = SheetStatus(
            state=sheet.state, pdf_sha256=sheet.pdf_sha256, ended=sheet.ended, replaced_by=sheet.replaced_by
        )
        self._rows.put(schema.sheet_status, sheet.document_id, sheet.subject, sheet.state.value, encode(status))

    def put_rebuilt_status(self, document: UUID, signatures: Sequence[Signature], *, is_newest: bool) -> None:
        """A state for a sheet that lost its own, as its signatures tell it."""
        stored = decode(StoredSheet, self._rows.need(schema.sheet, document))
        missing = set(stored.record.required_roles) - {s.role for s in signatures}
        state = SheetState.FROZEN if missing else SheetState.SEALED
        status = SheetStatus(
            state=state if is_newest else SheetState.SUPERSEDED,
            pdf_sha256=signatures[-1].pdf_sha256 if signatures else stored.base_sha256,
        )
        self._rows.put(schema.sheet_status, document, stored.subject, status.state.value, encode(status))

    def add_signature(self, signature: Signature) -> None:
        sort = f"{signature.sequence:010d}"
        self._rows.put(schema.signature, signature.id, signature.document_id, sort, encode(signature))

    def add_not_signed(self, document: UUID, refused: Refused) -> None:
        order = self._rows.order(schema.not_signed, document)
        self._rows.put(schema.not_signed, f"{document}:{order}", document, order, encode(refused))

    def signatures(self) -> tuple[Signature, ...]:
        """Every signature in the vault."""
        return self._rows.all(schema.signature, Signature)

    def used_ink(self) -> frozenset[str]:
        return frozenset(signature.ink_hash for signature in self.signatures()) - {""}

    def _sheet(self, body: str) -> Sheet:
        stored = decode(StoredSheet, body)
        document = stored.record.document_id
        status = decode(SheetStatus, self._rows.need(schema.sheet_status, document))
        return Sheet(
            record=stored.record,
            subject=stored.subject,
            state=status.state,
            base_sha256=stored.base_sha256,
            pdf_sha256=status.pdf_sha256,
            signatures=self._rows.all(schema.signature, Signature, document),
            not_signed=self._rows.all(schema.not_signed, Refused, document),
            ended=status.ended,
            replaced_by=status.replaced_by,
        )

    # drafts: what is being typed, before it becomes a record

    def draft(self, kind: str, key: UUID) -> str | None:
        d = schema.draft.c
        return self._db.execute(select(d.body).where(d.kind == kind, d.id == str(key))).scalar()

    def drafts(self, kind: str) -> tuple[tuple[UUID, str], ...]:
        d = schema.draft.c
        rows = self._db.execute(select(d.id, d.body).where(d.kind == kind).order_by(d.id))
        return tuple((UUID(key), body) for key, body in rows)

    def put_draft(self, kind: str, key: UUID, body: str) -> None:
        self._db.execute(_PUT_DRAFT, {"kind": kind, "id": str(key), "utc_ms": self._utc_ms, "body": body})

    def drop_draft(self, kind: str, key: UUID) -> None:
        self._db.execute(delete(schema.draft).where(schema.draft.c.kind == kind, schema.draft.c.id == str(key)))

    def begun(self, kind: str, key: UUID, what: type[T]) -> T | None:
        """The value that a draft spells, or None; KnownError where it is not one of `what`."""
        body = self.draft(kind, key)
        try:
            return decode(what, body) if body is not None else None
        except KnownError as error:
            raise KnownError(
                "What was begun here was kept in a form that this version does not read.",
                safe="It stays where it is.",
                advice="Begin it again.",
                code="draft-unreadable",
            ) from error

    def all_begun(self, kind: str, what: type[T]) -> tuple[T, ...]:
        """All that can be read, the oldest first; what another version kept stays and is left out."""
        found = []
        for _, body in self.drafts(kind):
            with suppress(KnownError):
                found.append(decode(what, body))
        return tuple(found)

    def put_begun(self, kind: str, key: UUID, value: object) -> None:
        """Keep `value` as a draft."""
        self.put_draft(kind, key, encode(value))

    # ink, stroke by stroke

    def open_capture(self, document: UUID, role: Role) -> UUID | None:
        s = schema.stroke.c
        query = select(s.capture).where(s.document == str(document), s.role == role.value).order_by(s.capture.desc())
        found = self._db.execute(query.limit(1)).scalar()
        return UUID(found) if found else None

    def add_stroke(self, capture: UUID, document: UUID, role: Role, stroke: Stroke) -> None:
        s = schema.stroke.c
        number = (self._db.execute(select(func.max(s.number)).where(s.capture == str(capture))).scalar() or 0) + 1
        self._db.execute(
            insert(schema.stroke).values(
                capture=str(capture),
                number=number,
                document=str(document),
                role=role.value,
                undone=0,
                body=encode(stroke),
            )
        )

    def undo_stroke(self, capture: UUID) -> None:
        s = schema.stroke.c
        last = select(func.max(s.number)).where(s.capture == str(capture), s.undone == 0)
        number = self._db.execute(last).scalar()
        self._db.execute(update(schema.stroke).where(s.capture == str(capture), s.number == number).values(undone=1))

    def ink(self, capture: UUID) -> Ink:
        s = schema.stroke.c
        query = select(s.body).where(s.capture == str(capture), s.undone == 0).order_by(s.number)
        return Ink(strokes=tuple(decode(Stroke, body) for body in self._db.execute(query).scalars()))

    def close_capture(self, capture: UUID) -> None:
        """The strokes stay, under a role that no later capture will find."""
        s = schema.stroke.c
        self._db.execute(update(schema.stroke).where(s.capture == str(capture)).values(role="closed"))

    # search

    def index_row(self, row: SearchRow) -> None:
        self.index(row.kind, UUID(row.id), UUID(row.candidate), row.title, row.text)

    def index(self, kind: str, key: UUID, candidate: UUID | None, title: str, text_: str) -> None:
        self._db.execute(text("DELETE FROM search WHERE id = :i"), {"i": str(key)})
        values = {"k": kind, "i": str(key), "c": str(candidate or ""), "t": title, "x": text_}
        self._db.execute(
            text("INSERT INTO search (kind, id, candidate, title, text) VALUES (:k, :i, :c, :t, :x)"), values
        )

    def search(self, words: str, limit: int) -> tuple[Hit, ...]:
        terms = ['"' + word.replace('"', '""') + '"*' for word in words.split()]
        if not terms:
            return ()
        query = text(
            "SELECT kind, id, candidate, title, snippet(search, 4, '«', '»', '…', 12) FROM search "
            "WHERE search MATCH :w ORDER BY rowid DESC LIMIT :n"
        )
        rows = self._db.execute(query, {"w": " ".join(terms), "n": limit})
        return tuple(
            Hit(kind=k, id=UUID(i), candidate=UUID(c) if c else None, title=t, excerpt=x) for k, i, c, t, x in rows
        )

    # the event log

    @property
    def head(self) -> tuple[int, str]:
        e = schema.event.c
        row = self._db.execute(select(e.sequence, e.hash).order_by(e.sequence.desc()).limit(1)).first()
        return (row[0], row[1]) if row else (0, GENESIS)

    def last_event(self) -> Event | None:
        query = select(schema.event.c.body).order_by(schema.event.c.sequence.desc()).limit(1)
        body = self._db.execute(query).scalar()
        return decode(Event, body) if body else None

    def knows_event(self, sha256: str) -> bool:
        """Whether the log holds the event with that hash."""
        e = schema.event.c
        return self._db.execute(select(e.sequence).where(e.hash == sha256).limit(1)).first() is not None

    def high_water_ms(self) -> int:
        return self._db.execute(select(func.max(schema.event.c.utc_ms))).scalar() or 0

    def events(self) -> tuple[Event, ...]:
        query = select(schema.event.c.body).order_by(schema.event.c.sequence)
        return tuple(decode(Event, body) for body in self._db.execute(query).scalars())

    def log_went_to(self) -> int:
        number, _, _ = (self.secret(LOG_END) or b"").partition(b" ")
        return int(number) if number.isdigit() else 0

    def clock_warning(self) -> str:
        query = select(schema.event.c.body).order_by(schema.event.c.sequence.desc()).limit(_LATELY)
        for body in self._db.execute(query).scalars():
            seen = decode(Event, body)
            if seen.clock is not ClockFlag.STEADY:
                return f"Device clock inconsistent; see record {seen.sequence}"
        return ""

    def add_event(self, event: Event) -> None:
        self._db.execute(
            insert(schema.event).values(
                sequence=event.sequence, utc_ms=event.at.utc_ms, hash=event.hash, body=encode(event)
            )
        )


_PUT_DRAFT = upsert(schema.draft).values(
    kind=bindparam("kind"), id=bindparam("id"), utc_ms=bindparam("utc_ms"), body=bindparam("body")
)
_PUT_DRAFT = _PUT_DRAFT.on_conflict_do_update(
    index_elements=["kind", "id"], set_={"utc_ms": _PUT_DRAFT.excluded.utc_ms, "body": _PUT_DRAFT.excluded.body}
)
