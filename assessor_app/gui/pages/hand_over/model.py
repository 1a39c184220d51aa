"""What a signer sees on the hand-over screen, and what they give; words ready for the eye."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of the declaration; `strong` is the word that stands out."""

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFact:
    """One line of what is signed; `is_met` puts the tick before the value."""

    label: str
    value: str
    is_met: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverContent:
    """`is_self`: the assessor signs, nothing is handed over. `asks_title`: line manager or owner/manager."""

    kicker: str
    greeting: str
    words: str
    facts: tuple[SummaryFact, ...]
    statements: tuple[Statement, ...]
    is_ticked: bool
    choose_one: bool
    name: str
    job: str
    is_name_fixed: bool
    asks_title: bool
    is_owner: bool
    is_self: bool
    assessor: str
    secret: str
    caption_day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the signer gave on the screen."""

    name: str
    job: str
    title: str
    ticks: tuple[bool, ...]
    is_typed: bool
    witness: str
