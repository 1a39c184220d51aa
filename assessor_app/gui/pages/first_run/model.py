"""What the first run asks and what it hands out, as frozen values."""

from dataclasses import dataclass
from enum import Enum


class Step(Enum):
    """The steps in their order; the value is the title on the screen."""

    PASSPHRASE = "Choose a passphrase"
    RECOVERY = "Your recovery code"
    PIN = "A PIN for the hand-over"
    YOU = "Who you are"
    CENTRE = "Your centre"
    BACKUP = "Where backups go"
    DONE = "Ready"


class AssessorKind(Enum):
    """Where the assessor stands."""

    PERIPATETIC = "External or peripatetic"
    WORKPLACE = "In the workplace"


class Standing(Enum):
    """Whether decisions need a countersignature."""

    QUALIFIED = "Qualified"
    IN_TRAINING = "In training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What is thought of the passphrase: 0 (empty) to 4, and a word of advice."""

    level: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class You:
    """Who the assessor is."""

    name: str
    number: str
    kind: AssessorKind
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """The centre the assessor works for; `is_office` where this vault is the centre's own."""

    name: str
    number: str
    is_office: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRunContent:
    """What comes from outside: the step, the recovery code once it is made, the folder, and a message if one failed.

    `can_give_up` where there are vaults already, so that the first step can be left as well.
    """

    step: Step = Step.PASSPHRASE
    recovery_code: str = ""
    backup_folder: str = ""
    message: str = ""
    is_busy: bool = False
    is_office: bool = False
    can_give_up: bool = False
