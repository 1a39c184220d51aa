"""Sealing three signatures and checking them, against the bare pyHanko calls that do the same mathematics.

Ratios are measured in one run, ours and the floor in turn, and the quickest of several rounds counts; the absolute
figures wander with the machine. Budget: 1.3 (promises.md, section 2). `python benchmarks/sheet_signing.py` prints it.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.content import AnnotAppearances
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import BaseStamp, BaseStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from assessor_app.signing.verify import verify_sheet
from tests.signing.builders import base_sheet, centre, enrolled_key, ink, sign_all

ROLES = ("candidate", "manager", "assessor")
ROUNDS = 15


@dataclass(frozen=True)
class _Style(BaseStampStyle):
    page: PdfFileReader | None = None

    def create_stamp(self, writer, box, text_params):  # noqa: ARG002
        return _Stamp(writer, self, box)


class _Stamp(BaseStamp):
    def as_appearances(self):
        return AnnotAppearances(normal=self.writer.import_page_as_xobject(self.style.page))


def _floor_sign(pdf: bytes) -> bytes:
    key = enrolled_key()
    der = serialization.Encoding.DER
    store = SimpleCertificateStore()
    store.register(asn1_x509.Certificate.load(key.chain[0].public_bytes(der)))
    signer = SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(key.certificate.public_bytes(der)),
        signing_key=asn1_keys.PrivateKeyInfo.load(
            key.private_key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        ),
        cert_registry=store,
    )
    for role in ROLES:
        metadata = PdfSignatureMetadata(
            field_name=role,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=role == ROLES[0],
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        style = _Style(page=PdfFileReader(BytesIO(ink(role))), border_width=0)
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        pdf = (
            PdfSigner(metadata, signer=signer, stamp_style=style)
            .sign_pdf(writer, existing_fields_only=True, bytes_reserved=8192)
            .getvalue()
        )
    return pdf


def _floor_verify(pdf: bytes) -> None:
    root = asn1_x509.Certificate.load(centre().certificate.public_bytes(serialization.Encoding.DER))
    for signature in PdfFileReader(BytesIO(pdf)).embedded_signatures:
        context = ValidationContext(trust_roots=[root], allow_fetching=False)
        status = validate_pdf_signature(signature, context)
        assert all((status.intact, status.valid, status.docmdp_ok))


def _quickest(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for index, work in enumerate((ours, floor)):
            started = time.perf_counter()
            work()
            best[index] = min(best[index], (time.perf_counter() - started) * 1000)
    return best[0], best[1]


def run() -> list[dict[str, object]]:
    """One row a measure: name, ours_ms, floor_ms, ratio."""
    base = base_sheet()
    sealed = sign_all(base, ROLES, enrolled_key())
    anchors = [centre().certificate_pem]
    measures = (
        ("sheet: sign three", lambda: sign_all(base, ROLES, enrolled_key()), lambda: _floor_sign(base)),
        ("sheet: verify three", lambda: verify_sheet(sealed, anchors=anchors), lambda: _floor_verify(sealed)),
    )
    rows: list[dict[str, object]] = []
    for name, ours, floor in measures:
        ours_ms, floor_ms = _quickest(ours, floor)
        rows.append(
            {
                "name": name,
                "ours_ms": round(ours_ms, 1),
                "floor_ms": round(floor_ms, 1),
                "ratio": round(ours_ms / floor_ms, 2),
            }
        )
    return rows


if __name__ == "__main__":
    for row in run():
        print(f"{row['name']:24} {row['ours_ms']:8} ms  floor {row['floor_ms']:8} ms  ratio {row['ratio']}")
