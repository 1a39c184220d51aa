"""A damaged database read page by page, below SQLite: whatever still decrypts and holds gives back its rows.

SQLite finds rows by walking down from a table's first page, so that one destroyed page hides hundreds of good ones,
and SQLCipher answers nothing more after its first bad page. Here every page stands for itself. Formats:
https://sqlite.org/fileformat2.html and SQLCipher 4 (AES-256-CBC, HMAC-SHA512, 80 reserved bytes a page, 4096 a page).
Nothing is written, not even the files that SQLite keeps beside a database.
"""

import hashlib
import hmac
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE = 4096
_IV, _HMAC = 16, 64
USABLE = PAGE - _IV - _HMAC
_SALT = 16
_WAL_HEADER, _FRAME_HEADER = 32, 24
_LEAF, _INTERIOR = 0x0D, 0x05
_LONGEST = 64 * 1024 * 1024  # bytes of one row; more is damage

Value = None | int | float | str | bytes


class BrokenPageError(Exception):
    """A page, or a row that goes over several, cannot be read."""


def pages_of(path: Path) -> int:
    """How many pages a file counts for; none where it is not there any more."""
    try:
        return -(-path.stat().st_size // PAGE)
    except OSError:
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """A row of an unknown table: the page it was on, its rowid, its values in the order of the columns."""

    page: int
    rowid: int
    values: tuple[Value, ...]


class EncryptedPages:
    """The pages of a database with its write-ahead log laid over it. `on_page` is called before each is looked at."""

    def __init__(self, database: Path, key: bytes, on_page: Callable[[], None] = lambda: None) -> None:
        self._content = database.read_bytes()
        self._key = key
        salt = bytes(b ^ 0x3A for b in self._content[:_SALT])
        self._hmac_key = hashlib.pbkdf2_hmac("sha512", key, salt, 2, 32)
        self._newer = _wal_pages(database.with_name(f"{database.name}-wal"))
        self.count = max(len(self._content) // PAGE, max(self._newer, default=0))
        self.is_verified = True
        broken: set[int] = set()
        for number in range(1, self.count + 1):
            on_page()
            if not self._holds(number):
                broken.add(number)
        self.broken = frozenset(broken)  # numbers of damaged pages
        if self.count and len(self.broken) == self.count:
            self.is_verified = False  # the salt stood on the first page and is lost: no page can be authenticated

    def page(self, number: int) -> bytes:
        """The clear page (numbered from 1); BrokenPageError where it does not hold.

        Where `is_verified` is False a destroyed page gives noise: rows then count only by their own hash.
        """
        raw = self._newer.get(number) or self._content[(number - 1) * PAGE : number * PAGE]
        if number < 1 or len(raw) != PAGE:
            raise BrokenPageError(f"page {number} is not there")
        begin = _SALT if number == 1 else 0
        covered = raw[begin : PAGE - _HMAC] + struct.pack("<I", number)
        if self.is_verified and not hmac.compare_digest(
            hmac.digest(self._hmac_key, covered, "sha512"), raw[PAGE - _HMAC :]
        ):
            raise BrokenPageError(f"page {number} does not hold")
        iv = raw[USABLE : USABLE + _IV]
        clear = Cipher(AES(self._key), CBC(iv)).decryptor().update(raw[begin:USABLE])
        return (b"SQLite format 3\0" if begin else b"") + clear

    def _holds(self, number: int) -> bool:
        try:
            self.page(number)
        except BrokenPageError:
            return False
        return True

    def rows(self) -> Iterator[FoundRow | BrokenPageError]:
        """Every row on every leaf page that holds; in a row's place its error where it goes on into a broken page."""
        for number in range(1, self.count + 1):
            try:
                page = self.page(number)
            except BrokenPageError:
                continue
            if _kind(page, number) == _LEAF:
                for offset in _cells(page, number):
                    try:
                        yield self._row(page, number, offset)
                    except (BrokenPageError, IndexError, struct.error, UnicodeDecodeError) as error:
                        yield BrokenPageError(str(error))

    def leaves(self, root: int) -> Iterator[int]:
        """Numbers of the leaf pages that can still be reached from a table's first page."""
        waiting, seen = [root], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            try:
                page = self.page(number)
            except BrokenPageError:
                yield number  # perhaps a leaf; it has no rows to give either way
                continue
            if _kind(page, number) == _LEAF:
                yield number
            elif _kind(page, number) == _INTERIOR:
                waiting += [struct.unpack_from(">I", page, offset)[0] for offset in _cells(page, number)]
                waiting.append(struct.unpack_from(">I", page, _header(number) + 8)[0])

    def _row(self, page: bytes, number: int, offset: int) -> FoundRow:
        size, offset = _varint(page, offset)
        rowid, offset = _varint(page, offset)
        if size > _LONGEST:
            raise BrokenPageError("a row is longer than any can be")
        local = _local(size)
        payload = bytearray(page[offset : offset + local])
        next_page = struct.unpack_from(">I", page, offset + local)[0] if local < size else 0
        while len(payload) < size:
            more = self.page(next_page)
            next_page = struct.unpack_from(">I", more, 0)[0]
            payload += more[4 : 4 + min(size - len(payload), USABLE - 4)]
        return FoundRow(page=number, rowid=_signed(rowid), values=_values(bytes(payload)))


def _wal_pages(wal: Path) -> dict[int, bytes]:
    """The newest committed state of each page in the log, up to where the log's running checksum stops to hold."""
    content = wal.read_bytes() if wal.exists() else b""
    if len(content) < _WAL_HEADER:
        return {}
    order = "<" if content[3] == 0x82 else ">"
    salts, check = content[16:24], struct.unpack_from(">II", content, 24)
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    for start in range(_WAL_HEADER, len(content) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        number, size_after = struct.unpack_from(">II", content, start)
        page = content[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE]
        check = _checksum(content[start : start + 8] + page, order, check)
        if content[start + 8 : start + 16] != salts or struct.unpack_from(">II", content, start + 16) != check:
            break
        pending[number] = page
        if size_after:
            committed |= pending
            pending = {}
    return committed


def _checksum(data: bytes, order: str, check: tuple[int, int]) -> tuple[int, int]:
    one, two = check
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for i in range(0, len(words), 2):
        one = (one + words[i] + two) & 0xFFFFFFFF
        two = (two + words[i + 1] + one) & 0xFFFFFFFF
    return one, two


def _header(number: int) -> int:
    return 100 if number == 1 else 0


def _kind(page: bytes, number: int) -> int:
    return page[_header(number)]


def _cells(page: bytes, number: int) -> tuple[int, ...]:
    begin = _header(number)
    count = struct.unpack_from(">H", page, begin + 3)[0]
    array = begin + (8 if page[begin] == _LEAF else 12)
    offsets: tuple[int, ...] = struct.unpack_from(f">{min(count, (USABLE - array) // 2)}H", page, array)
    return tuple(o for o in offsets if array <= o < USABLE - 4)


def _local(size: int) -> int:
    """How many bytes of a row of `size` bytes stand on the leaf page itself."""
    longest = USABLE - 35
    if size <= longest:
        return size
    least = (USABLE - 12) * 32 // 255 - 23
    local = least + (size - least) % (USABLE - 4)
    return local if local <= longest else least


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    value = 0
    for i in range(8):
        byte = data[offset + i]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, offset + i + 1
    return value << 8 | data[offset + 8], offset + 9


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _values(payload: bytes) -> tuple[Value, ...]:
    end, offset = _varint(payload, 0)
    kinds = []
    while offset < end:
        kind, offset = _varint(payload, offset)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, size = _value(payload, offset, kind)
        values.append(value)
        offset += size
    if offset != len(payload):
        raise BrokenPageError("a row does not end where it says")
    return tuple(values)


def _value(payload: bytes, offset: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None, 0, 1)[(0, 8, 9).index(kind)], 0
    if kind in _INTEGER_SIZES:
        size = _INTEGER_SIZES[kind]
        return int.from_bytes(payload[offset : offset + size], "big", signed=True), size
    if kind == 7:
        return struct.unpack_from(">d", payload, offset)[0], 8
    if kind < 12:
        raise BrokenPageError("a value of no known kind")
    size = (kind - 12) // 2
    data = payload[offset : offset + size]
    return (data.decode() if kind % 2 else data), size
