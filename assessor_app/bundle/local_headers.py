"""What stands before each member: compared with the one allowed spelling, and refused by name where it differs."""

import zlib
from collections.abc import Collection

from assessor_app.bundle import layout
from assessor_app.bundle.forward import Forward
from assessor_app.bundle.members import Listed
from assessor_app.bundle.names import MAX_NAME_LENGTH, is_allowed
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode

_ENCRYPTED = 1 << 0
_DESCRIPTOR = 1 << 3
_ZIP64_LENGTH = 20


class LocalHeader:
    """The header at the stream's position; what is wrong whatever should stand there is refused at once."""

    def __init__(self, archive: Forward, position: int) -> None:
        self._position = position
        self.offset = archive.position
        mark = archive.exactly(len(layout.LOCAL_MARK))
        if mark in (layout.DIRECTORY_MARK, layout.END_MARK, layout.END64_MARK):
            raise self._refused(RefusalCode.MEMBER_MISSING, "is missing")
        if mark != layout.LOCAL_MARK:
            raise self._refused(RefusalCode.DATA_BETWEEN, "does not begin where the one before it ends")
        fixed = mark + archive.exactly(layout.LOCAL.size - len(mark))
        (_, _, flags, method, _, _, crc32, packed, size, name_length, extra_length) = layout.LOCAL.unpack(fixed)
        self.crc32 = int(crc32)
        self._size = int(size)
        if flags & _ENCRYPTED:
            raise self._refused(RefusalCode.MEMBER_ENCRYPTED, "is locked by a password")
        if flags & _DESCRIPTOR:
            raise self._refused(RefusalCode.DATA_DESCRIPTOR, "does not say beforehand how long it is")
        if flags:
            raise self._refused(RefusalCode.FLAGS, "asks for a way of reading that is not used here")
        if method:
            raise self._refused(RefusalCode.COMPRESSED, "is compressed")
        if packed != self._size:
            raise self._refused(RefusalCode.SIZES_DISAGREE, "states two sizes")
        if name_length > MAX_NAME_LENGTH:
            raise self._refused(RefusalCode.NAME_NOT_ALLOWED, "has a name that is too long")
        raw_name = archive.exactly(name_length)
        if extra_length not in (0, _ZIP64_LENGTH):
            raise self._refused(RefusalCode.EXTRA_FIELD, "carries data that it should not")
        self._extra = archive.exactly(extra_length)
        self._raw = fixed + raw_name + self._extra
        self.name = raw_name.decode("latin-1")

    def check_front(self, name: str, *, most: int, too_long: RefusalCode) -> int:
        """This is the container's own member `name`, of `most` bytes at the most; returns its size."""
        if self.name != name:
            raise self._refused(RefusalCode.WRONG_ORDER, "is not what has to stand there")
        if self._size > most:
            raise self._refused(too_long, "is longer than is allowed")
        self._check_spelling(name, self._size)
        return self._size

    def check_content(self, content: bytes) -> None:
        """The CRC-32 is right; nothing else says so of the container's own members."""
        if zlib.crc32(content) != self.crc32:
            raise self._refused(RefusalCode.CHECKSUM_DIFFERS, "has a wrong checksum")

    def check_payload(self, listed: Listed, *, earlier: Collection[str], waiting: Collection[str]) -> None:
        """This is the member that the manifest lists here; `waiting` are the names from this one on."""
        if self.name != listed.name:
            raise self._wrong_name(earlier, waiting)
        if not self._extra and self._size != listed.size:
            raise self._refused(RefusalCode.SIZE_DIFFERS, "is not as long as its manifest says")
        self._check_spelling(listed.name, listed.size)

    def _check_spelling(self, name: str, size: int) -> None:
        if self._raw == layout.local_header(name, size=size, crc32=self.crc32):
            return
        if self._extra:
            raise self._refused(RefusalCode.EXTRA_FIELD, "carries data that it should not")
        raise self._refused(RefusalCode.HEADER_NOT_EXACT, "is not announced as it has to be")

    def _wrong_name(self, earlier: Collection[str], waiting: Collection[str]) -> BundleRefusedError:
        if self.name in earlier:
            return self._refused(RefusalCode.NAME_TWICE, "has the name of an earlier one")
        if self.name in waiting:
            return self._refused(RefusalCode.WRONG_ORDER, "does not stand where its manifest says")
        if not is_allowed(self.name):
            return self._refused(RefusalCode.NAME_NOT_ALLOWED, "has a name that is not allowed")
        if self.name.lower() in {name.lower() for name in (*earlier, *waiting)}:
            return self._refused(RefusalCode.CASE_COLLISION, "has the name of another one but for capital letters")
        return self._refused(RefusalCode.UNLISTED_MEMBER, "is not in its manifest")

    def _refused(self, code: RefusalCode, why: str) -> BundleRefusedError:
        return BundleRefusedError(code, f"part {self._position} of it {why}")
