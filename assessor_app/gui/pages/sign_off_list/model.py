"""What the list of sign-offs shows, with the words ready for the eye."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRow:
    """A sheet that waits, a unit that is ready, a visit that is not signed, or a sealed sheet.

    `signers` are words and whether that role has signed; without a letter the row belongs to a visit.
    """

    id: str
    person: str
    title: str
    detail: str
    action: str
    unit: int = 0
    letter: str = ""
    signers: tuple[tuple[str, bool], ...] = ()
    is_primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignSection:
    """Rows under one heading."""

    heading: str
    rows: tuple[SignRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffListContent:
    """The sections that have rows; none shows the empty state."""

    sections: tuple[SignSection, ...]
    second: str = ""
