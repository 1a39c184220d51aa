"""What a vault holds of one candidate, as erasing and giving a copy both tell it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from assessor_app.usecases.event_words import counted
from assessor_app.usecases.ports import Records

OCR_YEARS = 3  # how long OCR asks centres to keep records after achievement (domain.md section 6)
_MANY = 500  # places in which a name is looked for
_BESIDE = ("sheet_status", "not_signed")  # nothing that a person would count


def named_elsewhere(records: Records, candidate: UUID, name: str) -> int:
    """In how many records of other candidates the name is found."""
    hits = records.search(name, _MANY)
    return sum(1 for hit in hits if hit.candidate is not None and hit.candidate != candidate)


def records_words(kinds: Iterable[tuple[str, int]]) -> str:
    """`1 candidate, 2 visits`."""
    return ", ".join(counted(kind, number) for kind, number in kinds if kind not in _BESIDE)


def number_words(number: int, one: str, many: str = "") -> str:
    """`1 file`, `1,200 files`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def files_words(number: int, size: int) -> str:
    """`3 files, 1.2 MB`; `size` is in bytes."""
    room = f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{-(-size // 1000)} kB"
    return f"{number_words(number, 'file')}, {room}"


def is_ocr(body: str) -> bool:
    """Whether an awarding body is OCR."""
    return body.split()[:1] == ["OCR"]


def others_than_ocr(bodies: Sequence[str]) -> str:
    """`LASER and NCFE`; empty where there is none."""
    return " and ".join(body for body in bodies if not is_ocr(body))
