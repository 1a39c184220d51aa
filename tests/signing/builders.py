"""A small sheet like those that `documents/` makes: all fields up front, with locks, and the record attached."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from assessor_app.domain.canonical import canonical_json, content_hash, sha256_hex
from assessor_app.domain.seal_statement import Medium, SealStatement
from assessor_app.signing.authority import CentreAuthority, create_authority, issue
from assessor_app.signing.keys import DeviceKey, device_common_name, enrol_device_key, generate_device_key
from assessor_app.signing.seal import seal_field

ROLES = ("candidate", "manager", "assessor", "countersigner", "iqa")
LOCKS: Mapping[str, tuple[str, ...] | None] = {
    "candidate": ("candidate",),
    "manager": ("manager",),
    "assessor": ("candidate", "manager", "assessor"),
    "countersigner": ("candidate", "manager", "assessor", "countersigner"),
    "iqa": None,
}
FIELD_SIZE = (230, 40)
NOW = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)
MORNING_MS = int(NOW.timestamp() * 1000)
CONTENT = {"unit": "Reliable customer service", "criteria": ["1.1", "1.2"], "judgement": "competent"}


class _Catalog(PDFCatalog):
    __NoDefault__ = [*PDFCatalog.__NoDefault__, "AF"]


class _Raw(PDFObject):
    """A value written as it stands."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: object) -> bytes:
        return self.text.encode()


def record_of(
    required: Sequence[str], *, manager_rule: bool = True, content: object = CONTENT, **changes: Any
) -> dict[str, Any]:
    """The frozen record; `changes` replace top-level keys."""
    record: dict[str, Any] = {
        "document_id": "019760aa-0000-7000-8000-000000000001",
        "form": "ERS",
        "version": 1,
        "required_roles": list(required),
        "manager_rule": manager_rule,
        "content": content,
        "content_hash": content_hash(content),
    }
    record.update(changes)
    return record


def base_sheet(
    required: Sequence[str] = ("candidate", "manager", "assessor"),
    *,
    record: bytes | None = None,
    with_record: bool = True,
    with_locks: bool = True,
    roles: Sequence[str] = ROLES,
    text: str = "Unit Evidence Record Sheet",
) -> bytes:
    """The unsigned sheet."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1, pdfVersion=(1, 7))
    document = canvas._doc
    catalog = _Catalog()
    catalog.__dict__.update(document.Catalog.__dict__)
    document.Catalog = catalog
    canvas.setFont("Helvetica", 14)
    canvas.drawString(40, 800, text)
    widgets = []
    for index, role in enumerate(roles):
        bottom = 600 - 60 * index
        appearance = PDFStream(content=b" ")
        appearance.dictionary = PDFDictionary(
            {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Form"),
                "BBox": PDFArray([0, 0, *FIELD_SIZE]),
            }
        )
        widget = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Sig"),
            "T": PDFString(role),
            "TU": PDFString(f"Signature of the {role}"),
            "F": 132,
            "Rect": PDFArray([40, bottom, 40 + FIELD_SIZE[0], bottom + FIELD_SIZE[1]]),
            "AP": PDFDictionary({"N": document.Reference(appearance)}),
        }
        if with_locks:
            locked = LOCKS.get(role, (role,))
            lock: dict[str, object] = {"Type": PDFName("SigFieldLock"), "Action": PDFName("All")}
            if locked is not None:
                lock |= {"Action": PDFName("Include"), "Fields": PDFArray([PDFString(name) for name in locked])}
            widget["Lock"] = document.Reference(PDFDictionary(lock))
        reference = document.Reference(PDFDictionary(widget))
        widgets.append(reference)
        canvas._annotationrefs.append(reference)
    catalog.AcroForm = PDFDictionary({"Fields": PDFArray(widgets), "SigFlags": 3 if not roles else 1})
    if with_record:
        data = record if record is not None else canonical_json(record_of(required))
        attached = PDFStream(content=data)
        attached.dictionary = PDFDictionary({"Type": PDFName("EmbeddedFile"), "Subtype": _Raw("/application#2Fjson")})
        specification = document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Filespec"),
                    "F": PDFString("record.json"),
                    "UF": PDFString("record.json"),
                    "AFRelationship": PDFName("Data"),
                    "EF": PDFDictionary({"F": document.Reference(attached)}),
                }
            )
        )
        catalog.AF = PDFArray([specification])
        catalog.Names = PDFDictionary(
            {"EmbeddedFiles": PDFDictionary({"Names": PDFArray([PDFString("record.json"), specification])})}
        )
    canvas.save()
    return buffer.getvalue()


def ink(role: str, size: tuple[int, int] = FIELD_SIZE) -> bytes:
    """A transparent one-page appearance with a curve that depends on the role."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    shift = sum(role.encode()) % 17
    canvas.bezier(5, 5 + shift, 60, 35, 120, 2, 200, 20 + shift)
    canvas.save()
    return buffer.getvalue()


def statement_for(pdf: bytes, role: str, /, **changes: Any) -> SealStatement:
    """A statement that fits `pdf`, `changes` apart."""
    order = ROLES.index(role) if role in ROLES else 0
    statement = SealStatement(
        role=role,
        role_title={"manager": "line manager", "iqa": "IQA"}.get(role, role),
        name={"manager": "Morgan Llŷr", "candidate": "Cari Ŵyn"}.get(role, f"{role.title()} Person"),
        job_title="Shop lead",
        organisation="Shop on the Corner",
        relationship="line manager of the candidate",
        identity_check="staff badge seen",
        statements=("I was involved in this assessment.", "The candidate is competent."),
        ticks=(True, True),
        declaration_version="1",
        medium=Medium.INK,
        ink_hash=hashlib.sha256(role.encode()).hexdigest(),
        ink_points=120,
        witness="A. Assessor",
        device_id="0001",
        document_id="019760aa-0000-7000-8000-000000000001",
        version=1,
        content_hash=content_hash(CONTENT),
        base_sha256=sha256_hex(pdf),
        base_length=len(pdf),
        captured_utc_ms=MORNING_MS + 60_000 * order,
        captured_offset_min=60,
        clock_warning="",
        sequence=100 + len(pdf),
        chain_hash="",
    )
    return replace(statement, **changes)


def sign(pdf: bytes, role: str, key: DeviceKey, /, **changes: Any) -> bytes:
    """Seal one role; `changes` alter the statement."""
    return seal_field(
        pdf,
        field=role,
        appearance=ink(role),
        attribute=statement_for(pdf, role, **changes).to_bytes(),
        key=key,
        signed_at=NOW,
        signer_name=f"{role.title()} Person",
        reason="Witnessed signature, sealed by assessor device 0001",
        location="Shop on the Corner",
    )


def sign_all(pdf: bytes, roles: Sequence[str], key: DeviceKey) -> bytes:
    """Seal roles one after the other."""
    for role in roles:
        pdf = sign(pdf, role, key)
    return pdf


@cache
def centre() -> CentreAuthority:
    """One centre for all tests."""
    return create_authority(centre="North Coast Training", now=NOW)


@cache
def unenrolled_key() -> DeviceKey:
    """The device before the centre knows it."""
    return generate_device_key(device="0001", centre="North Coast Training", now=NOW)


@cache
def enrolled_key() -> DeviceKey:
    """The same device, enrolled."""
    key = unenrolled_key()
    certificate = issue(
        centre(),
        key.public_key_pem,
        common_name=device_common_name("0001"),
        organisation="North Coast Training",
        now=NOW,
    )
    return enrol_device_key(key, certificate=certificate, chain=[centre().certificate_pem])


@cache
def stranger_key() -> DeviceKey:
    """A key that no centre knows."""
    return generate_device_key(device="0001", centre="North Coast Training", now=NOW)


@cache
def signed_sheet(roles: tuple[str, ...] = ("candidate", "manager", "assessor")) -> bytes:
    """A good sheet, made once for each order."""
    return sign_all(base_sheet(), roles, enrolled_key())
