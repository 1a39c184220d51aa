"""The hostile corpus: each container is wrong in one way, signed all the same where that can be, and has its code."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assessor_app.bundle import layout
from assessor_app.bundle.asic_manifest import manifest_of
from assessor_app.bundle.limits import GiB
from assessor_app.bundle.members import Listed
from assessor_app.bundle.refusal import RefusalCode as Code
from tests.bundle.builders import CONTENTS, sign
from tests.bundle.forge import Part, Zip, good_zip, listed
from tests.signing.builders import stranger_key

MIDDLE = "records/0002.json"
LAST = "evidence/0a"
MANY = list(CONTENTS.items())
UNIX = 3 << 8
SYMLINK = 0o120777 << 16
A_FOLDER = 0x10
ZIP64_SMALL = b"\x01\x00\x10\x00" + len(CONTENTS[MIDDLE]).to_bytes(8, "little") * 2


@dataclass(frozen=True, kw_only=True)
class Hostile:
    """One spoilt container (the ZIP, in clear), and why it is refused."""

    title: str
    data: bytes
    code: Code


def corpus() -> Iterator[Hostile]:
    """All of them."""
    for source in (_names, _manifests, _signatures, _members, _fields, _directories, _ends, _around, _bombs):
        for title, code, make in source():
            data = make()
            yield Hostile(title=title, code=code, data=data if isinstance(data, bytes) else data.to_bytes())


Case = tuple[str, Code, Callable[[], Zip | bytes]]


def _names() -> Iterator[Case]:
    def with_name(name: str, content: bytes = b"x") -> Callable[[], Zip]:
        return lambda: good_zip([*MANY, (name, content)])

    for title, name in (
        ("slip", "../../evil"),
        ("slip inside", "evidence/../../evil"),
        ("here", "evidence/./evil"),
        ("absolute", "/etc/evil"),
        ("drive", "C:/evil"),
        ("drive without slash", "C:evil"),
        ("backslash", "..\\evil"),
        ("empty segment", "evidence//evil"),
        ("folder", "evidence/"),
        ("dot at the end", "evidence/evil."),
        ("space", "evidence/evil "),
        ("line feed", "evidence/evil\r"),
        ("zero", "evidence/evil\0.json"),
        ("device", "evidence/CON.json"),
        ("alternate stream", "evidence/a:b"),
        ("own folder", "META-INF/signature002.p7s"),
        ("own folder in small letters", "meta-inf/x"),
        ("mimetype again", "mimetype"),
        ("empty", ""),
        ("too long", "a" * 201),
    ):
        yield f"name: {title}", Code.NAME_NOT_ALLOWED, with_name(name)
    yield "name: case collision", Code.CASE_COLLISION, with_name("Evidence/0A")
    yield "name: case collision of folders", Code.CASE_COLLISION, with_name("EVIDENCE/0b")
    yield "name: twice", Code.NAME_TWICE, with_name(LAST)
    yield "name: a file that is a folder", Code.NAME_IS_A_FOLDER, with_name("evidence")
    yield "name: a folder that is a file", Code.NAME_IS_A_FOLDER, with_name("evidence/0a/b")

    def renamed(name: bytes) -> Callable[[], Zip]:
        def make() -> Zip:
            archive = good_zip()
            archive.part(LAST).name = name
            return archive

        return make

    yield "name in the ZIP only: slip", Code.NAME_NOT_ALLOWED, renamed(b"../../evil")
    yield "name in the ZIP only: absolute", Code.NAME_NOT_ALLOWED, renamed(b"/etc/passwd")
    yield "name in the ZIP only: not ASCII", Code.NAME_NOT_ALLOWED, renamed("evidence/é".encode())
    yield "name in the ZIP only: too long", Code.NAME_NOT_ALLOWED, renamed(b"a" * 5000)
    yield "name in the ZIP only: another", Code.UNLISTED_MEMBER, renamed(b"evidence/0b")
    yield "name in the ZIP only: capitals", Code.CASE_COLLISION, renamed(b"evidence/0A")
    yield "name in the ZIP only: twice", Code.NAME_TWICE, renamed(MIDDLE.encode())


def _manifests() -> Iterator[Case]:
    good = manifest_of(listed(MANY))

    def spelt(old: bytes, new: bytes) -> Callable[[], Zip]:
        assert old in good
        return lambda: good_zip(manifest=good.replace(old, new, 1))

    yield "manifest: DOCTYPE", Code.XML_FORBIDDEN, spelt(b"?>\n", b"?>\n<!DOCTYPE x>\n")
    entity = b'?>\n<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "ha">]>\n'
    yield "manifest: entities", Code.XML_FORBIDDEN, spelt(b"?>\n", entity)
    yield (
        "manifest: external entity",
        Code.XML_FORBIDDEN,
        spelt(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'),
    )
    yield "manifest: comment", Code.XML_FORBIDDEN, spelt(b"\n</asic", b"\n<!-- -->\n</asic")
    yield "manifest: character reference", Code.MANIFEST_NOT_EXACT, spelt(b'"manifest.json"', b'"manifest&#46;json"')
    yield "manifest: white space", Code.MANIFEST_NOT_EXACT, spelt(b" URI=", b"  URI=")
    yield "manifest: other line ends", Code.MANIFEST_NOT_EXACT, lambda: good_zip(manifest=good.replace(b"\n", b"\r\n"))
    yield "manifest: no last line end", Code.MANIFEST_NOT_EXACT, lambda: good_zip(manifest=good[:-1])
    yield "manifest: more after it", Code.MANIFEST_NOT_EXACT, lambda: good_zip(manifest=good + b"\n")
    yield "manifest: other digest", Code.MANIFEST_NOT_EXACT, spelt(b"xmlenc#sha256", b"xmldsig#sha1")
    yield "manifest: size with a zero in front", Code.MANIFEST_NOT_EXACT, spelt(b"<bundle:Size>", b"<bundle:Size>0")
    yield "manifest: negative size", Code.MANIFEST_NOT_EXACT, spelt(b"<bundle:Size>", b"<bundle:Size>-")
    yield "manifest: endless size", Code.MANIFEST_NOT_EXACT, spelt(b"<bundle:Size>", b"<bundle:Size>" + b"9" * 6000)
    yield "manifest: byte order mark", Code.MANIFEST_NOT_EXACT, lambda: good_zip(manifest=b"\xef\xbb\xbf" + good)
    yield "manifest: UTF-16", Code.MANIFEST_NOT_EXACT, lambda: good_zip(manifest=good.decode().encode("utf-16"))
    yield "manifest: empty", Code.MANIFEST_NOT_EXACT, lambda: good_zip(manifest=b"")
    yield "manifest: not XML", Code.MANIFEST_NOT_EXACT, lambda: good_zip(manifest=b"\0" * 500)
    yield "manifest: newer format", Code.FORMAT_UNKNOWN, spelt(b"bundle:1", b"bundle:2")
    yield "manifest: lists nothing", Code.MEMBER_MISSING, lambda: good_zip([])
    yield "manifest: does not begin with manifest.json", Code.WRONG_ORDER, lambda: good_zip(MANY[1:])


def _signatures() -> Iterator[Case]:
    good = manifest_of(listed(MANY))
    yield (
        "signature: foreign key",
        Code.SIGNATURE_NOT_GOOD,
        lambda: good_zip(signed=lambda data: sign(data, stranger_key())),
    )
    yield "signature: of another manifest", Code.SIGNATURE_NOT_GOOD, lambda: good_zip(signed=lambda _: sign(b"other"))
    yield "signature: garbage", Code.SIGNATURE_NOT_GOOD, lambda: good_zip(signed=lambda _: b"\x30\x80garbage")
    yield "signature: empty", Code.SIGNATURE_NOT_GOOD, lambda: good_zip(signed=lambda _: b"")
    yield "signature: data after it", Code.SIGNATURE_NOT_GOOD, lambda: good_zip(signed=lambda data: sign(data) + b"\0")
    swapped = [(n, CONTENTS["records/0002.json"] if n == "records/0001.json" else c) for n, c in MANY]
    yield (
        "replay: an old signature over a new manifest",
        Code.SIGNATURE_NOT_GOOD,
        lambda: good_zip(swapped, signed=lambda _: sign(good)),
    )
    yield "replay: manifest and signature of another", Code.HASH_DIFFERS, lambda: good_zip(swapped, manifest=good)
    longer = [(n, c + b" " if n == MIDDLE else c) for n, c in MANY]
    yield "replay: a longer member", Code.SIZE_DIFFERS, lambda: good_zip(longer, manifest=good)
    turned = [*MANY[:1], MANY[2], MANY[1], *MANY[3:]]
    yield "replay: two members in each other's place", Code.WRONG_ORDER, lambda: good_zip(turned, manifest=good)


def _members() -> Iterator[Case]:
    good = manifest_of(listed(MANY))
    yield "members: one missing at the end", Code.MEMBER_MISSING, lambda: good_zip(MANY[:-1], manifest=good)
    yield (
        "members: one missing in the middle",
        Code.WRONG_ORDER,
        lambda: good_zip([*MANY[:2], *MANY[3:]], manifest=good),
    )
    yield "members: all missing", Code.MEMBER_MISSING, lambda: good_zip([], manifest=good)
    yield (
        "members: unlisted at the end",
        Code.UNLISTED_MEMBER,
        lambda: good_zip([*MANY, ("evidence/0b", b"x")], manifest=good),
    )
    yield (
        "members: unlisted in the middle",
        Code.UNLISTED_MEMBER,
        lambda: good_zip([*MANY[:2], ("evidence/0b", b"x"), *MANY[2:]], manifest=good),
    )
    yield (
        "members: unlisted at the front",
        Code.WRONG_ORDER,
        lambda: _moved(good_zip([*MANY, ("x", b"x")], manifest=good), "x", 1),
    )
    yield "members: twice, both listed", Code.NAME_TWICE, lambda: good_zip([*MANY, MANY[-1]])
    yield "members: twice, listed once", Code.UNLISTED_MEMBER, lambda: good_zip([*MANY, MANY[-1]], manifest=good)
    yield (
        "members: twice, one after the other",
        Code.NAME_TWICE,
        lambda: good_zip([*MANY[:3], MANY[2], *MANY[3:]], manifest=good),
    )
    yield "members: not in the directory, and not listed", Code.UNLISTED_MEMBER, _hidden
    yield (
        "members: signature before the manifest",
        Code.WRONG_ORDER,
        lambda: _moved(good_zip(), layout.SIGNATURE_NAME, 1),
    )
    yield "members: signature at the end", Code.WRONG_ORDER, lambda: _moved(good_zip(), layout.SIGNATURE_NAME, 7)
    yield "members: second signature", Code.NAME_NOT_ALLOWED, _second_signature
    yield "members: mimetype not first", Code.NOT_A_CONTAINER, lambda: _moved(good_zip(), "mimetype", 1)
    yield "members: other mimetype", Code.NOT_A_CONTAINER, lambda: _part("mimetype", content=b"x" * 31)
    yield (
        "members: changed",
        Code.HASH_DIFFERS,
        lambda: _part(MIDDLE, content=CONTENTS[MIDDLE].replace(b"not", b"and").replace(b"competent", b"incompete")),
    )


def _fields() -> Iterator[Case]:
    small = len(CONTENTS[MIDDLE])

    def both(name: str = MIDDLE, **fields: int) -> Callable[[], Zip]:
        return lambda: _part(name, local=fields, directory=fields)

    packed = _deflated(CONTENTS[MIDDLE])
    yield "field: encrypted", Code.MEMBER_ENCRYPTED, both(flags=1)
    yield (
        "field: data descriptor",
        Code.DATA_DESCRIPTOR,
        lambda: _part(
            MIDDLE,
            local={"flags": 8, "crc32": 0, "packed": 0, "size": 0},
            directory={"flags": 8},
            stored=CONTENTS[MIDDLE]
            + b"PK\x07\x08"
            + zlib.crc32(CONTENTS[MIDDLE]).to_bytes(4, "little")
            + small.to_bytes(4, "little") * 2,
        ),
    )
    yield "field: UTF-8 flag", Code.FLAGS, both(flags=1 << 11)
    yield "field: patched data", Code.FLAGS, both(flags=1 << 5)
    yield (
        "field: compressed",
        Code.COMPRESSED,
        lambda: _part(MIDDLE, stored=packed, local={"method": 8}, directory={"method": 8, "packed": len(packed)}),
    )
    yield "field: compressed manifest", Code.COMPRESSED, both(layout.ASIC_MANIFEST_NAME, method=8)
    yield "field: unknown method", Code.COMPRESSED, both(method=99)
    yield "field: two sizes", Code.SIZES_DISAGREE, lambda: _part(MIDDLE, local={"packed": small - 1})
    yield (
        "field: size over the next member",
        Code.SIZE_DIFFERS,
        lambda: _part(MIDDLE, local={"packed": small + 90, "size": small + 90}),
    )
    yield "field: size too small", Code.SIZE_DIFFERS, both(packed=small - 1, size=small - 1)
    yield "field: size elsewhere, but not there", Code.SIZE_DIFFERS, both(packed=0xFFFFFFFF, size=0xFFFFFFFF)
    yield "field: checksum", Code.CHECKSUM_DIFFERS, both(crc32=7)
    yield "field: checksum of the manifest", Code.CHECKSUM_DIFFERS, both(layout.ASIC_MANIFEST_NAME, crc32=7)
    yield "field: checksum of the signature", Code.CHECKSUM_DIFFERS, both(layout.SIGNATURE_NAME, crc32=7)
    yield "field: version", Code.HEADER_NOT_EXACT, both(version=63)
    yield "field: time", Code.HEADER_NOT_EXACT, both(time=1)
    yield "field: date", Code.HEADER_NOT_EXACT, both(date=0x5A21)
    yield "field: date of the signature", Code.HEADER_NOT_EXACT, both(layout.SIGNATURE_NAME, date=0x5A21)
    yield "field: extra", Code.EXTRA_FIELD, lambda: _part(MIDDLE, local_extra=b"\xfe\xca\x04\x00evil")
    yield (
        "field: extra of twenty bytes",
        Code.EXTRA_FIELD,
        lambda: _part(MIDDLE, local_extra=b"\xfe\xca\x10\x00" + b"x" * 16),
    )
    yield "field: Unicode path", Code.EXTRA_FIELD, lambda: _part(MIDDLE, local_extra=b"up\x09\x00\x01....evil")
    yield (
        "zip64: needless",
        Code.EXTRA_FIELD,
        lambda: _part(MIDDLE, local_extra=ZIP64_SMALL, local={"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF, "version": 45}),
    )
    yield "zip64: needless, both sizes stated", Code.EXTRA_FIELD, lambda: _part(MIDDLE, local_extra=ZIP64_SMALL)
    yield (
        "zip64: other size",
        Code.EXTRA_FIELD,
        lambda: _part(
            MIDDLE, local_extra=ZIP64_SMALL[:4] + b"\xff" * 16, local={"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF}
        ),
    )


def _directories() -> Iterator[Case]:
    def says(**fields: int) -> Callable[[], Zip]:
        return lambda: _part(MIDDLE, directory=fields)

    yield "directory: symbolic link", Code.LINK_OR_ATTRIBUTES, says(made_by=UNIX | 20, external=SYMLINK)
    yield "directory: symbolic link, made by DOS", Code.LINK_OR_ATTRIBUTES, says(external=SYMLINK)
    yield "directory: a folder", Code.LINK_OR_ATTRIBUTES, says(external=A_FOLDER)
    yield "directory: set-uid", Code.LINK_OR_ATTRIBUTES, says(made_by=UNIX | 20, external=0o104777 << 16)
    yield "directory: text", Code.LINK_OR_ATTRIBUTES, says(internal=1)
    yield "directory: comment of a member", Code.COMMENT, lambda: _part(MIDDLE, comment=b"hello")
    yield "directory: extra", Code.EXTRA_FIELD, lambda: _part(MIDDLE, directory_extra=b"\xfe\xca\x04\x00evil")
    yield (
        "directory: zip64 lie",
        Code.EXTRA_FIELD,
        lambda: _part(MIDDLE, directory_extra=ZIP64_SMALL, directory={"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF}),
    )
    yield "directory: compressed", Code.COMPRESSED, says(method=8)
    yield "directory: flags", Code.FLAGS, says(flags=8)
    yield "directory: overlap", Code.OVERLAP, says(offset=0)
    yield "directory: two entries for one place", Code.OVERLAP, _overlapping
    yield "directory: another disk", Code.OVERLAP, says(disk=1)
    for name, number in (("size", 3), ("packed", 3), ("crc32", 3), ("time", 1), ("date", 1), ("version", 63)):
        yield f"directory: {name}", Code.DIRECTORY_DISAGREES, says(**{name: number})
    yield (
        "directory: another name",
        Code.DIRECTORY_DISAGREES,
        lambda: _part(MIDDLE, directory_name=b"records/0003.json"),
    )
    yield "directory: slip", Code.DIRECTORY_DISAGREES, lambda: _part(MIDDLE, directory_name=b"../../../evil.txt")
    yield "directory: a shorter name", Code.DIRECTORY_DISAGREES, lambda: _part(MIDDLE, directory_name=b"x")
    yield "directory: last one left out", Code.DIRECTORY_DISAGREES, lambda: _part(LAST, in_directory=False)
    yield "directory: one left out", Code.DIRECTORY_DISAGREES, lambda: _part(MIDDLE, in_directory=False)
    yield "directory: one too many", Code.DIRECTORY_DISAGREES, _one_too_many
    yield "directory: other order", Code.DIRECTORY_DISAGREES, _other_order


def _ends() -> Iterator[Case]:
    for name, number in (("disk", 1), ("directory_disk", 1), ("here", 7), ("count", 7), ("size", 9), ("offset", 9)):
        yield f"end: {name}", Code.END_DISAGREES, lambda name=name, number=number: _zip(end={name: number})  # type: ignore[misc]
    yield "end: comment", Code.COMMENT, lambda: _zip(comment=b"hello")
    yield "end: length of a comment that is not there", Code.COMMENT, lambda: _zip(end={"comment_length": 4})
    zip64 = layout.END64.pack(layout.END64_MARK, 44, 45, 45, 0, 0, 1, 1, 46, 0)
    locator = layout.LOCATOR64.pack(layout.LOCATOR64_MARK, 0, 0, 1)
    yield "zip64: needless end record", Code.END_DISAGREES, lambda: _zip(before_end=zip64 + locator)
    yield "end: data before it", Code.END_DISAGREES, lambda: _zip(before_end=b"x" * 30)


def _around() -> Iterator[Case]:
    good = good_zip().to_bytes()  # one for all cuts: signatures differ in length by a byte or two
    yield "around: data before", Code.NOT_A_CONTAINER, lambda: _zip(prefix=b"#!/bin/sh\n")
    yield "around: a zero before", Code.NOT_A_CONTAINER, lambda: b"\0" + good
    yield "around: data between", Code.DATA_BETWEEN, lambda: _part(MIDDLE, before=b"hidden")
    yield "around: data before the directory", Code.DATA_BETWEEN, lambda: _zip(before_directory=b"hidden")
    yield "around: data after", Code.DATA_AFTER, lambda: _zip(suffix=b"x")
    yield "around: a second container after", Code.DATA_AFTER, lambda: good + good
    yield "around: a second end after", Code.DATA_AFTER, lambda: good + good[-22:]
    yield "around: empty file", Code.TRUNCATED, lambda: b""
    yield "around: text", Code.NOT_A_CONTAINER, lambda: b"hello"
    yield "around: armoured age", Code.NOT_A_CONTAINER, lambda: b"-----BEGIN AGE ENCRYPTED FILE-----\n"
    yield "around: an empty ZIP", Code.NOT_A_CONTAINER, lambda: good[-22:-10] + bytes(10)
    for number, place in enumerate(boundaries(good)):
        yield f"around: cut {number}", Code.TRUNCATED, lambda place=place: good[:place]  # type: ignore[misc]


def _bombs() -> Iterator[Case]:
    def lists(*sizes: int) -> Callable[[], Zip]:
        lines = [
            *listed(MANY),
            *(Listed(name=f"evidence/b{i}", size=size, sha256="0" * 64) for i, size in enumerate(sizes)),
        ]
        return lambda: good_zip(lines=lines)

    yield "bomb: one member", Code.MEMBER_TOO_LARGE, lists(8 * GiB + 1)
    yield "bomb: one member beyond all", Code.MEMBER_TOO_LARGE, lists(9 * 10**18)
    yield "bomb: all together", Code.TOTAL_TOO_LARGE, lists(*[8 * GiB] * 9)
    yield (
        "bomb: what it is about",
        Code.MEMBER_TOO_LARGE,
        lambda: good_zip(lines=[replace(listed(MANY)[0], size=17 << 20), *listed(MANY)[1:]]),
    )
    yield "bomb: members", Code.TOO_MANY_MEMBERS, lists(*[0] * 20_000)
    yield (
        "bomb: long manifest",
        Code.MANIFEST_TOO_LONG,
        lambda: _part(layout.ASIC_MANIFEST_NAME, local={"packed": 1 << 30, "size": 1 << 30}),
    )
    yield (
        "bomb: long signature",
        Code.SIGNATURE_TOO_LONG,
        lambda: _part(layout.SIGNATURE_NAME, local={"packed": 1 << 30, "size": 1 << 30}),
    )
    packed = _deflated(bytes(1 << 24))
    yield (
        "bomb: deflated",
        Code.COMPRESSED,
        lambda: _part(LAST, content=bytes(1 << 24), stored=packed, local={"method": 8}, directory={"method": 8}),
    )


def boundaries(data: bytes) -> list[int]:
    """Where the records begin and end, and a byte on either side."""
    marks = (layout.LOCAL_MARK, layout.DIRECTORY_MARK, layout.END_MARK)
    starts = {place for mark in marks for place in range(len(data)) if data.startswith(mark, place)}
    fixed = {layout.LOCAL_MARK: 30, layout.DIRECTORY_MARK: 46, layout.END_MARK: 22}
    ends = {place + fixed[data[place : place + 4]] for place in starts}
    near = {place + step for place in starts | ends for step in (-1, 0, 1)}
    return sorted(place for place in near if 0 < place < len(data))


def _part(name: str, **changes: object) -> Zip:
    archive = good_zip()
    for key, value in changes.items():
        setattr(archive.part(name), key, value)
    return archive


def _zip(**changes: object) -> Zip:
    archive = good_zip()
    for key, value in changes.items():
        setattr(archive, key, value)
    return archive


def _moved(archive: Zip, name: str, to: int) -> Zip:
    part = archive.part(name)
    archive.parts.remove(part)
    archive.parts.insert(to, part)
    return archive


def _hidden() -> Zip:
    archive = good_zip()
    archive.parts.append(Part(name=b"evidence/0b", content=b"hidden", in_directory=False))
    return archive


def _second_signature() -> Zip:
    archive = good_zip()
    archive.parts.insert(3, Part(name=b"META-INF/signature002.p7s", content=b"x"))
    return archive


def _overlapping() -> Zip:
    archive = good_zip()
    data = archive.to_bytes()
    archive.part(MIDDLE).directory["offset"] = data.index(b"records/0001.json") - layout.LOCAL.size
    return archive


def _one_too_many() -> bytes:
    archive = good_zip()
    data = archive.to_bytes()
    begins = data.index(layout.DIRECTORY_MARK)
    last = data.rindex(layout.DIRECTORY_MARK)
    return (
        data[:-22]
        + data[last:-22]
        + data[-22:-14]
        + b"\x09\0\x09\0"
        + (len(data) - 22 - begins).to_bytes(4, "little")
        + data[-6:]
    )


def _other_order() -> bytes:
    data = good_zip().to_bytes()
    places = [place for place in range(len(data)) if data.startswith(layout.DIRECTORY_MARK, place)]
    records = [data[a:b] for a, b in zip(places, [*places[1:], len(data) - 22], strict=True)]
    records[3], records[4] = records[4], records[3]
    return data[: places[0]] + b"".join(records) + data[-22:]


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()
