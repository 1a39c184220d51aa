"""What a forger would do to a sheet, with pyHanko's bare writer and signer, past every gate of the program."""

import re
import shutil
from collections.abc import Callable
from io import BytesIO

from asn1crypto import cms  # type: ignore[import-untyped]
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from assessor_app.signing.keys import DeviceKey
from assessor_app.signing.statement_attribute import STATEMENT_OID, SealAttributes

Change = Callable[[IncrementalPdfFileWriter], None]


def increment(pdf: bytes, change: Change) -> bytes:
    """An unsigned update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def raw_sign(
    pdf: bytes,
    role: str,
    key: DeviceKey,
    statement: bytes | None,
    *,
    change: Change | None = None,
    certify: bool | None = None,
    new_field: bool = False,
) -> bytes:
    """A signature by pyHanko alone: no gate, any statement or none, other changes slipped into the same revision."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    if change is not None:
        change(writer)
    certificate = asn1_x509.Certificate.load(key.certificate.public_bytes(serialization.Encoding.DER))
    store = SimpleCertificateStore()
    for above in key.chain:
        store.register(asn1_x509.Certificate.load(above.public_bytes(serialization.Encoding.DER)))
    signer = SimpleSigner(
        signing_cert=certificate,
        signing_key=asn1_keys.PrivateKeyInfo.load(
            key.private_key.private_bytes(
                serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        ),
        cert_registry=store,
    )
    if statement is not None:
        signer.signed_attr_prov_spec = SealAttributes(certificate=certificate, statement=statement)
    is_first = not any(True for _ in enumerate_sig_fields(PdfFileReader(BytesIO(pdf)), filled_status=True))
    bare = PdfSigner(
        PdfSignatureMetadata(
            field_name=role,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=is_first if certify is None else certify,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        ),
        signer=signer,
    )
    result: bytes = bare.sign_pdf(writer, existing_fields_only=not new_field, bytes_reserved=8192).getvalue()
    return result


def replace_page(writer: IncrementalPdfFileWriter) -> None:
    """Other words on the page."""
    page = writer.root["/Pages"]["/Kids"][0]
    stream = generic.StreamObject(stream_data=b"BT /F1 14 Tf 40 800 Td (competent beyond doubt) Tj ET")
    page[pdf_name("/Contents")] = writer.add_object(stream)
    writer.update_container(page)


def swap_ink(role: str) -> Change:
    """Another drawing in a field that is signed."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        reference = next(enumerate_sig_fields(writer, with_name=role))[2]
        drawing = generic.StreamObject(
            dict_data={
                pdf_name("/Type"): pdf_name("/XObject"),
                pdf_name("/Subtype"): pdf_name("/Form"),
                pdf_name("/BBox"): generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 230, 40)]),
            },
            stream_data=b"0 0 m 230 40 l S",
        )
        widget = reference.get_object()
        widget[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(drawing)})
        writer.mark_update(reference)

    return change


def replace_record(data: bytes) -> Change:
    """Another record under the same name."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        specification = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1].get_object()
        stream = generic.StreamObject(dict_data={pdf_name("/Type"): pdf_name("/EmbeddedFile")}, stream_data=data)
        specification["/EF"][pdf_name("/F")] = writer.add_object(stream)
        writer.update_container(specification)

    return change


def add_field(name: str) -> Change:
    """A signature field that the sheet did not have."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        append_signature_field(writer, SigFieldSpec(sig_field_name=name, box=(300, 100, 500, 140)))

    return change


def empty_field(role: str) -> Change:
    """Take a signature out again."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        reference = next(enumerate_sig_fields(writer, with_name=role))[2]
        del reference.get_object()["/V"]
        writer.mark_update(reference)

    return change


def revision_ends(pdf: bytes) -> list[int]:
    """Offsets at which the file could be cut so that an earlier revision remains."""
    return [match.end() for match in re.finditer(rb"%%EOF\r?\n?", pdf)]


def container(pdf: bytes, role: str) -> tuple[int, int]:
    """Where the hex digits of a signature stand."""
    reader = PdfFileReader(BytesIO(pdf))
    signature = next(found for found in reader.embedded_signatures if found.field_name == role)
    return int(signature.byte_range[1]) + 1, int(signature.byte_range[2]) - 1


def without_statement(pdf: bytes, role: str) -> bytes:
    """Cut the statement out of a finished signature."""
    start, end = container(pdf, role)
    content = cms.ContentInfo.load(bytes.fromhex(pdf[start:end].decode()))
    info = content["content"]["signer_infos"][0]
    kept = [attribute for attribute in info["signed_attrs"] if attribute["type"].dotted != STATEMENT_OID]
    info["signed_attrs"] = cms.CMSAttributes(kept)
    changed = content.dump(force=True).hex().upper().encode().ljust(end - start, b"0")
    return pdf[:start] + changed + pdf[end:]


def pdfsig() -> str | None:
    """The second opinion, where it is installed."""
    return shutil.which("pdfsig")
