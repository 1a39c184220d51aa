"""Reading the parts of a sheet that the check compares: fields, pages, appearances, the attached record.

All of it is hostile: every walk is bounded in steps and depth and meets an object once only. Nothing here judges;
what cannot be read raises `StructureError` or one of the library's own errors, and `verify` says what that means.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from asn1crypto import parser as asn1_parser  # type: ignore[import-untyped]
from pyhanko.pdf_utils import generic
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

RECORD_NAME = "record.json"
MAX_RECORD_BYTES = 16 * 1024 * 1024
_MAX_NODES = 20_000
_MAX_DEPTH = 32


class StructureError(ValueError):
    """The file is not built as a sheet is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Digests of what a person can see or read in one revision, to name what a later revision changed."""

    pages: str
    record: bytes | None
    appearances: dict[str, str]


def entry(dictionary: generic.DictionaryObject, key: str) -> generic.PdfObject | None:
    """A dictionary's value with references followed; pyHanko's own `get` does not follow them."""
    if key not in dictionary:
        return None
    value: generic.PdfObject = dictionary[key]
    return value


def items(dictionary: generic.DictionaryObject, key: str) -> Iterator[generic.PdfObject]:
    """The items of a list in a dictionary with references followed; none where there is no list."""
    value = entry(dictionary, key)
    if isinstance(value, generic.ArrayObject):
        for item in value:
            yield item.get_object()


def snapshot_of(root: generic.DictionaryObject) -> Snapshot:
    """Digest one revision, given its catalogue."""
    pages = hashlib.sha256()
    for page in _tree(root["/Pages"], "/Kids"):
        for key in ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit"):
            pages.update(repr(entry(page, key)).encode())
        pages.update(_bytes_of(entry(page, "/Contents")))
        pages.update(_bytes_of(entry(page, "/Resources")))
    appearances = {}
    for name, widget in form_fields(root):
        appearances[name] = hashlib.sha256(_bytes_of(entry(widget, "/AP"))).hexdigest()
    try:
        record = attached_record(root)
    except StructureError:
        record = None
    return Snapshot(pages=pages.hexdigest(), record=record, appearances=appearances)


def form_fields(root: generic.DictionaryObject) -> Iterator[tuple[str, generic.DictionaryObject]]:
    """Terminal fields of the form, with their full names, in document order."""
    form = entry(root, "/AcroForm")
    if not isinstance(form, generic.DictionaryObject):
        return
    for field in items(form, "/Fields"):
        for leaf in _tree(field, "/Kids"):
            name = entry(leaf, "/T")
            yield (str(name) if name is not None else ""), leaf


def attached_record(root: generic.DictionaryObject) -> bytes | None:
    """The bytes of the one attachment named `record.json`; None where there is none.

    StructureError for two different ones, since then a person may be shown another than the one that is checked.
    """
    found: dict[bytes, None] = {}
    for specification in _file_specifications(root):
        names = {str(entry(specification, key)) for key in ("/F", "/UF") if key in specification}
        if RECORD_NAME not in names:
            continue
        files = entry(specification, "/EF")
        if not isinstance(files, generic.DictionaryObject):
            raise StructureError("an attachment without a file")
        for key in ("/F", "/UF"):
            stream = entry(files, key)
            if isinstance(stream, generic.StreamObject):
                data = bytes(stream.data)
                if len(data) > MAX_RECORD_BYTES:
                    raise StructureError("the attached record is too large")
                found[data] = None
    if len(found) > 1:
        raise StructureError("two different records are attached")
    return next(iter(found), None)


def container_is_exact(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """The signature's container is the only gap in the signed bytes, in our spelling, with nothing hidden in it.

    Upper-case hex, DER, zeros up to the end, no unsigned attributes, no revocation lists: so that no bit of it can be
    changed unnoticed, though the signature itself cannot cover it.
    """
    ranges = [int(number) for number in signature.byte_range]
    if len(ranges) != 4 or ranges[0] != 0 or min(ranges) < 0:
        return False
    _, gap_start, gap_end, tail = ranges
    if not gap_start < gap_end <= gap_end + tail <= len(pdf):
        return False
    content: bytes = signature.pkcs7_content
    if pdf[gap_start:gap_end] != b"<" + content.hex().upper().encode() + b">":
        return False
    _, _, _, header, body, trailer = asn1_parser.parse(content, strict=False)
    length = len(header) + len(body) + len(trailer)
    if content[length:].strip(b"\0"):
        return False
    signed = signature.signed_data
    info = signature.signer_info
    if bool(info["unsigned_attrs"].native) or bool(signed["crls"].native):
        return False
    if signed["version"].native != "v1" or info["version"].native != "v1":
        return False
    # asn1crypto compares names without regard to case; here they have to be the same bytes.
    if info["sid"].name != "issuer_and_serial_number":
        return False
    if info["sid"].chosen["issuer"].dump() != signature.signer_cert.issuer.dump():
        return False
    digests = [algorithm["algorithm"].native for algorithm in signed["digest_algorithms"]]
    return digests == [info["digest_algorithm"]["algorithm"].native]


def covered_end(signature: EmbeddedPdfSignature) -> int:
    """Where the bytes end that a signature covers (offset in the file)."""
    return int(signature.byte_range[2]) + int(signature.byte_range[3])


def _file_specifications(root: generic.DictionaryObject) -> Iterator[generic.DictionaryObject]:
    names = entry(root, "/Names")
    if isinstance(names, generic.DictionaryObject) and "/EmbeddedFiles" in names:
        for node in _tree(names["/EmbeddedFiles"], "/Kids"):
            for value in list(items(node, "/Names"))[1::2]:
                if isinstance(value, generic.DictionaryObject):
                    yield value
    for value in items(root, "/AF"):
        if isinstance(value, generic.DictionaryObject):
            yield value


def _tree(top: generic.PdfObject, children: str) -> Iterator[generic.DictionaryObject]:
    """The leaves below `top`, each once, depth first."""
    stack: list[tuple[generic.PdfObject, int]] = [(top, 0)]
    seen: dict[int, generic.PdfObject] = {}  # holds the objects too, so that no id is used twice
    while stack:
        node, depth = stack.pop()
        node = node.get_object()  # type: ignore[no-untyped-call]
        if not isinstance(node, generic.DictionaryObject) or id(node) in seen:
            continue
        seen[id(node)] = node
        if len(seen) > _MAX_NODES or depth > _MAX_DEPTH:
            raise StructureError("a tree in the file is too large or too deep")
        kids = entry(node, children)
        if isinstance(kids, generic.ArrayObject):
            stack += [(kid, depth + 1) for kid in reversed(kids)]
        else:
            yield node


def _bytes_of(value: generic.PdfObject | None) -> bytes:
    """A digest of an object and of everything that it shows, back references apart."""
    digest = hashlib.sha256()
    stack: list[tuple[generic.PdfObject | None, int]] = [(value, 0)]
    seen: dict[int, generic.PdfObject] = {}
    steps = 0
    while stack:
        item, depth = stack.pop()
        steps += 1
        if steps > _MAX_NODES or depth > _MAX_DEPTH:
            raise StructureError("an object in the file is too large or too deep")
        if isinstance(item, generic.IndirectObject):
            item = item.get_object()  # type: ignore[no-untyped-call]
        if isinstance(item, generic.DictionaryObject | generic.ArrayObject):
            if id(item) in seen:
                continue
            seen[id(item)] = item
        if isinstance(item, generic.StreamObject):
            digest.update(hashlib.sha256(item.encoded_data).digest())
        if isinstance(item, generic.DictionaryObject):
            digest.update(b"<<")
            for key in sorted(item, reverse=True):
                if key not in ("/Parent", "/P", "/StructParent", "/StructParents", "/Length"):
                    stack.append((item.raw_get(key), depth + 1))
                    digest.update(str(key).encode())
        elif isinstance(item, generic.ArrayObject):
            digest.update(b"[")
            stack += [(item.raw_get(index), depth + 1) for index in reversed(range(len(item)))]
        else:
            digest.update(repr(item).encode())
    return digest.digest()
