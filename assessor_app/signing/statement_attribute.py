"""The seal statement inside a signature: a signed CMS attribute of our own.

The attribute's identifier lies under 2.25, the arc that needs no registration (ITU-T X.667: the number is a random
UUID). Its one value is an OCTET STRING with the statement's canonical JSON. Refused: none, two, or another type.
"""

from collections.abc import Iterable

from asn1crypto import cms, core, x509  # type: ignore[import-untyped]
from pyhanko.sign.ades.asn1_util import register_cms_attribute
from pyhanko.sign.attributes import CMSAttributeProvider
from pyhanko.sign.signers.pdf_cms import CAdESSignedAttributeProviderSpec, PdfCMSSignedAttributes

STATEMENT_OID = "2.25.162053232821655318996198055833384725495"
_STATEMENT_NAME = "assessor_seal_statement"

register_cms_attribute(STATEMENT_OID, _STATEMENT_NAME, core.OctetString)
if cms.CMSAttributeType._reverse_map is not None:  # names are looked up from then on as they were when first used
    cms.CMSAttributeType._reverse_map[_STATEMENT_NAME] = STATEMENT_OID


class _StatementProvider(CMSAttributeProvider):
    attribute_type = _STATEMENT_NAME

    def __init__(self, statement: bytes) -> None:
        self._statement = statement

    async def build_attr_value(self, dry_run: bool = False) -> core.OctetString:  # noqa: ARG002  pyHanko's signature
        return core.OctetString(self._statement)


class SealAttributes(CAdESSignedAttributeProviderSpec):
    """The signed attributes of PAdES B-B, and the statement beside them."""

    def __init__(self, *, certificate: x509.Certificate, statement: bytes) -> None:
        super().__init__(
            attr_settings=PdfCMSSignedAttributes(), signing_cert=certificate, is_pades=True, timestamper=None
        )
        self._statement = statement

    def signed_attr_providers(self, data_digest: bytes, digest_algorithm: str) -> Iterable[CMSAttributeProvider]:
        """pyHanko's providers, then ours."""
        yield from super().signed_attr_providers(data_digest, digest_algorithm)
        yield _StatementProvider(self._statement)


def statement_in(signer_info: cms.SignerInfo) -> bytes | None:
    """The statement's bytes, or None where there is none; ValueError where there is more than one."""
    found: list[bytes] = []
    for attribute in signer_info["signed_attrs"]:
        if attribute["type"].dotted == STATEMENT_OID:
            found += [bytes(value.native) for value in attribute["values"]]
    if len(found) > 1:
        raise ValueError("more than one seal statement")
    return found[0] if found else None
