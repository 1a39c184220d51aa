"""Checks of the trade's identifiers (domain.md section 3). They warn and never block: most rules are not published."""

import re

_LETTERS = "ADFHJKLMRTY"
UNKNOWN_ULN = "9999999999"


def _weighted(digits: str) -> int:
    return sum(int(d) * w for d, w in zip(digits, (8, 7, 6, 5, 4, 3, 2), strict=True)) % 11


def unit_reference_warning(text: str) -> str:
    """Why an Ofqual unit reference (`R/504/6242`) looks wrong; empty where it fits or nothing was given."""
    if not text.strip():
        return ""
    match = re.fullmatch(r"([A-Z])/(\d{3})/(\d{4})", text.strip().upper())
    if match is None:
        return "An Ofqual unit reference looks like R/504/6242."
    expected = _LETTERS[_weighted(match[2] + match[3])]
    return "" if match[1] == expected else f"The letter does not fit the digits; {expected} would."


def qan_warning(text: str) -> str:
    """Why a qualification number (`601/6721/X`) looks wrong; empty where it fits or nothing was given."""
    if not text.strip():
        return ""
    match = re.fullmatch(r"(\d{3})/(\d{4})/([\dX])", text.strip().upper())
    if match is None:
        return "A qualification number looks like 601/6721/X."
    check = _weighted(match[1] + match[2])
    expected = "X" if check == 10 else str(check)
    return "" if match[3] == expected else f"The last character does not fit the digits; {expected} would."


def uln_warning(text: str) -> str:
    """Why a unique learner number looks wrong; empty where it fits or nothing was given."""
    digits = text.replace(" ", "")
    if not digits:
        return ""
    if not re.fullmatch(r"[0-9]{10}", digits) or digits[0] == "0":
        return "A ULN has ten digits and does not start with 0."
    if digits == UNKNOWN_ULN:
        return "9999999999 stands for a number that is not yet known."
    if sum(int(d) * w for d, w in zip(digits, range(10, 0, -1), strict=True)) % 11 != 10:
        return "The last digit does not fit the others; check for a mistyped one."
    return ""
