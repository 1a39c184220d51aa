"""A ZIP writer without scruples: every field of every record can be made to lie, and the signature is still good."""

import hashlib
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assessor_app.bundle import layout
from assessor_app.bundle.asic_manifest import manifest_of
from assessor_app.bundle.members import Listed
from tests.bundle.builders import CONTENTS, sign

_SHARED = ("flags", "method", "time", "date", "crc32", "packed", "size", "name_length", "extra_length")
LOCAL_FIELDS = ("mark", "version", *_SHARED)
DIRECTORY_FIELDS = (
    *("mark", "made_by", "version", *_SHARED),
    *("comment_length", "disk", "internal", "external", "offset"),
)
END_FIELDS = ("mark", "disk", "directory_disk", "here", "count", "size", "offset", "comment_length")


@dataclass(kw_only=True)
class Part:
    """A member; `local` and `directory` replace fields of its two records, `stored` its bytes."""

    name: bytes
    content: bytes
    stored: bytes | None = None
    local: dict[str, int] = field(default_factory=dict)
    directory: dict[str, int] = field(default_factory=dict)
    directory_name: bytes | None = None
    local_extra: bytes = b""
    directory_extra: bytes = b""
    comment: bytes = b""
    before: bytes = b""
    in_directory: bool = True


@dataclass(kw_only=True)
class Zip:
    """Parts in order, and what is around them."""

    parts: list[Part]
    prefix: bytes = b""
    before_directory: bytes = b""
    before_end: bytes = b""
    end: dict[str, int] = field(default_factory=dict)
    comment: bytes = b""
    suffix: bytes = b""

    def part(self, name: str) -> Part:
        return next(part for part in self.parts if part.name == name.encode())

    def to_bytes(self) -> bytes:
        out = self.prefix
        directory = b""
        count = 0
        for part in self.parts:
            out += part.before
            stored = part.content if part.stored is None else part.stored
            values = {
                "mark": layout.LOCAL_MARK,
                "version": 20,
                "flags": 0,
                "method": 0,
                "time": 0,
                "date": 0x21,
                "crc32": zlib.crc32(part.content),
                "packed": len(stored),
                "size": len(part.content),
                "name_length": len(part.name),
                "extra_length": len(part.local_extra),
            }
            local = {**values, **part.local}
            name = part.directory_name or part.name
            entry = {
                **values,
                "mark": layout.DIRECTORY_MARK,
                "made_by": 20,
                "name_length": len(name),
                "extra_length": len(part.directory_extra),
                "comment_length": len(part.comment),
                "disk": 0,
                "internal": 0,
                "external": 0,
                "offset": len(out),
                **part.directory,
            }
            out += layout.LOCAL.pack(*(local[key] for key in LOCAL_FIELDS)) + part.name + part.local_extra + stored
            if part.in_directory:
                count += 1
                directory += layout.DIRECTORY.pack(*(entry[key] for key in DIRECTORY_FIELDS))
                directory += name + part.directory_extra + part.comment
        out += self.before_directory
        end = {
            "mark": layout.END_MARK,
            "disk": 0,
            "directory_disk": 0,
            "here": count,
            "count": count,
            "size": len(directory),
            "offset": len(out),
            "comment_length": len(self.comment),
            **self.end,
        }
        out += directory + self.before_end + layout.END.pack(*(end[key] for key in END_FIELDS))
        return out + self.comment + self.suffix


def listed(contents: Sequence[tuple[str, bytes]]) -> list[Listed]:
    """The lines of the manifest."""
    return [Listed(name=n, size=len(c), sha256=hashlib.sha256(c).hexdigest()) for n, c in contents]


def good_zip(
    contents: Sequence[tuple[str, bytes]] | None = None,
    *,
    lines: Sequence[Listed] | None = None,
    manifest: bytes | None = None,
    signed: Callable[[bytes], bytes] = sign,
) -> Zip:
    """A good container, to be spoilt; the signature is over the manifest that is given or follows from the rest."""
    members = list(CONTENTS.items()) if contents is None else list(contents)
    if manifest is None:
        manifest = manifest_of(listed(members) if lines is None else lines)
    front = [
        (layout.MIMETYPE_NAME, layout.MIMETYPE),
        (layout.ASIC_MANIFEST_NAME, manifest),
        (layout.SIGNATURE_NAME, signed(manifest)),
    ]
    return Zip(parts=[Part(name=name.encode(), content=content) for name, content in [*front, *members]])
