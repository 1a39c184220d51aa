"""`META-INF/ASiCManifest.xml`: which members there are, in order, with size and SHA-256; this is what is signed.

ETSI EN 319 162-1 gives the elements; here they have one spelling, a line each. So it is read without an XML parser:
each line is matched, the text is written again from what was found, and must come out the same. Document types,
entities, comments, other encodings and other white space have no place in it. Sizes stand in an extension element,
because the standard lists hashes only.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Sequence

from assessor_app.bundle.layout import FIRST_PAYLOAD_NAME, SIGNATURE_NAME
from assessor_app.bundle.limits import Limits
from assessor_app.bundle.members import Listed
from assessor_app.bundle.names import fault_among
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode

FORMAT = "urn:assessor-app:bundle:1"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_OPEN = (
    '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" '
    'xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:bundle="{}">'
)
_SIGNATURE = f'<asic:SigReference URI="{SIGNATURE_NAME}" MimeType="application/pkcs7-signature"/>'
_REFERENCE = (
    '<asic:DataObjectReference URI="{name}">'
    '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>{digest}</ds:DigestValue>'
    '<asic:DataObjectReferenceExtensions><asic:Extension Critical="false"><bundle:Size>{size}</bundle:Size>'
    "</asic:Extension></asic:DataObjectReferenceExtensions></asic:DataObjectReference>"
)
_CLOSE = "</asic:ASiCManifest>"
_READ_REFERENCE = re.compile(
    re.escape(_REFERENCE)
    .replace(r"\{name\}", '(?P<name>[^"<>&]*)')
    .replace(r"\{digest\}", "(?P<digest>[A-Za-z0-9+/]{43}=)")
    .replace(r"\{size\}", "(?P<size>0|[1-9][0-9]{0,18})")
)
_READ_FORMAT = re.compile(r' xmlns:bundle="(urn:assessor-app:bundle:[0-9]{1,9})">$')


def manifest_of(members: Sequence[Listed]) -> bytes:
    """The one spelling."""
    references = [
        _REFERENCE.format(
            name=member.name, digest=b64encode(bytes.fromhex(member.sha256)).decode("ascii"), size=member.size
        )
        for member in members
    ]
    return "\n".join([_DECLARATION, _OPEN.format(FORMAT), _SIGNATURE, *references, _CLOSE, ""]).encode("ascii")


def members_in(manifest: bytes, limits: Limits) -> tuple[Listed, ...]:
    """What a manifest lists, with names and limits checked; BundleRefusedError where it is spelt in any other way."""
    if b"<!" in manifest:
        raise BundleRefusedError(RefusalCode.XML_FORBIDDEN, "its manifest has a part that no manifest needs")
    try:
        lines = manifest.decode("ascii").split("\n")
    except UnicodeDecodeError as error:
        raise _not_exact() from error
    if len(lines) > 1 and (stated := _READ_FORMAT.search(lines[1])) and stated[1] != FORMAT:
        raise BundleRefusedError(RefusalCode.FORMAT_UNKNOWN, "it is in a format that this version does not know")
    references = lines[3:-2]
    if len(references) > limits.members:
        raise BundleRefusedError(RefusalCode.TOO_MANY_MEMBERS, f"it has more than {limits.members} parts")
    found = tuple(_listed(line) for line in references)
    if manifest_of(found) != manifest:
        raise _not_exact()
    _check_names(found)
    _check_sizes(found, limits)
    return found


def _listed(line: str) -> Listed:
    match = _READ_REFERENCE.fullmatch(line)
    if match is None:
        raise _not_exact()
    return Listed(name=match["name"], size=int(match["size"]), sha256=b64decode(match["digest"]).hex())


def _check_names(members: Sequence[Listed]) -> None:
    fault = fault_among(member.name for member in members)
    if fault is not None:
        code, position = fault
        raise BundleRefusedError(code, f"the name of part {position + 1} is not allowed beside the others")
    if not members:
        raise BundleRefusedError(RefusalCode.MEMBER_MISSING, "it is empty")
    if members[0].name != FIRST_PAYLOAD_NAME:
        raise BundleRefusedError(RefusalCode.WRONG_ORDER, "it does not begin with what it is about")


def _check_sizes(members: Sequence[Listed], limits: Limits) -> None:
    for position, member in enumerate(members, start=1):
        # The first says what the others are, so it is never used before it is verified whole.
        if member.size > (limits.held if position == 1 else limits.member):
            raise BundleRefusedError(RefusalCode.MEMBER_TOO_LARGE, f"part {position} is larger than is allowed")
    if sum(member.size for member in members) > limits.total:
        raise BundleRefusedError(RefusalCode.TOTAL_TOO_LARGE, "it holds more than is allowed")


def _not_exact() -> BundleRefusedError:
    return BundleRefusedError(RefusalCode.MANIFEST_NOT_EXACT, "its manifest is not written as it has to be")
