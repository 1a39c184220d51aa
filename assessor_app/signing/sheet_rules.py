"""The rules that bind the signatures of one sheet together (domain.md, section 4), decided from sealed values only.

Order is the order of the file's revisions, which a clock cannot move; the printed dates are compared as well, because
the rule speaks of dates. Refused: a missing required signature, the candidate or the manager after the assessor, the
countersigner before, anyone after the IQA, one ink in two roles, and one visit sealed by two keys.
"""

from collections.abc import Sequence

from assessor_app.domain.seal_statement import SealStatement
from assessor_app.domain.verification import Integrity, Problem, ProblemCode
from assessor_app.signing.finding import Finding, title_of
from assessor_app.signing.record import is_role
from assessor_app.signing.trust import key_bytes

_AFTER_ASSESSOR = {
    "candidate": (
        ProblemCode.CANDIDATE_AFTER_ASSESSOR,
        "The candidate's signature was made after the assessor's. The order rule of the sheet is broken.",
    ),
    "manager": (
        ProblemCode.MANAGER_AFTER_ASSESSOR,
        "The line manager's signature was made after the assessor's. The order rule of the unit is broken.",
    ),
    "witness": (
        ProblemCode.WITNESS_AFTER_ASSESSOR,
        "A witness's signature was made after the assessor's. The order rule of the sheet is broken.",
    ),
}


def required_problems(findings: Sequence[Finding], required_roles: Sequence[str]) -> list[Problem]:
    """Required fields that are empty."""
    signed = {finding.role for finding in findings}
    return [
        Problem(
            code=ProblemCode.REQUIRED_SIGNATURE_MISSING,
            sentence=f"The signature of the {title_of(role)} is missing. This sheet needs it.",
        )
        for role in required_roles
        if role not in signed
    ]


def order_problems(findings: Sequence[Finding]) -> list[Problem]:
    """Roles against the order of the revisions; `findings` are in that order."""
    problems = []
    roles = [finding.role for finding in findings]
    for role in dict.fromkeys(roles):
        if not is_role(role) or roles.count(role) > 1:
            problems.append(
                Problem(
                    code=ProblemCode.UNKNOWN_SIGNATURE,
                    sentence=f"There is a signature that does not belong on this sheet ({title_of(role)}).",
                )
            )
    assessor = roles.index("assessor") if "assessor" in roles else None
    for position, role in enumerate(roles):
        if assessor is not None and position > assessor:
            late = _AFTER_ASSESSOR.get(role.split("_")[0])
            if late is not None:
                problems.append(Problem(code=late[0], sentence=late[1]))
        if role == "countersigner" and (assessor is None or position < assessor):
            problems.append(
                Problem(
                    code=ProblemCode.COUNTERSIGNER_BEFORE_ASSESSOR,
                    sentence="The countersigner signed before the assessor, so there was no decision to review.",
                )
            )
        if role == "iqa" and (assessor is None or position != len(roles) - 1):
            problems.append(
                Problem(
                    code=ProblemCode.IQA_NOT_LAST,
                    sentence="The internal quality assurer did not sign last, so what was sampled is not what is here.",
                )
            )
    return problems


def statement_problems(findings: Sequence[Finding]) -> list[Problem]:
    """Dates, sequence, ink and keys, over signatures that hold."""
    holding = [(finding, finding.statement) for finding in findings if finding.statement is not None]
    return [
        *_date_problems([statement for _, statement in holding]),
        *_sequence_problems([statement for _, statement in holding]),
        *_ink_problems(holding),
        *_key_problems(findings),
    ]


def _date_problems(statements: Sequence[SealStatement]) -> list[Problem]:
    by_role = {statement.role: statement for statement in statements}
    manager, assessor = by_role.get("manager"), by_role.get("assessor")
    if manager is None or assessor is None or manager.captured.local_date <= assessor.captured.local_date:
        return []
    return [
        Problem(
            code=ProblemCode.MANAGER_DATE_AFTER_ASSESSOR,
            sentence="The line manager's date is later than the assessor's. The order rule of the unit is broken.",
        )
    ]


def _sequence_problems(statements: Sequence[SealStatement]) -> list[Problem]:
    last: dict[str, int] = {}
    for statement in statements:
        if statement.sequence <= last.get(statement.device_id, -1):
            return [
                Problem(
                    code=ProblemCode.SEQUENCE_OUT_OF_ORDER,
                    sentence="The device's own count of events does not run on from one signature to the next.",
                )
            ]
        last[statement.device_id] = statement.sequence
    return []


def _ink_problems(holding: Sequence[tuple[Finding, SealStatement]]) -> list[Problem]:
    owner: dict[str, Finding] = {}
    problems = []
    for finding, statement in holding:
        if not statement.ink_hash:
            continue
        other = owner.setdefault(statement.ink_hash, finding)
        if other is not finding:
            problems.append(
                Problem(
                    code=ProblemCode.SAME_INK,
                    sentence=f"The {other.title} and the {finding.title} signed with the very same ink. "
                    "One of the two was copied.",
                )
            )
    return problems


def _key_problems(findings: Sequence[Finding]) -> list[Problem]:
    """Candidate, manager and assessor are sealed on one device; the key stays the same when the device is enrolled."""
    keys = {
        key_bytes(finding.certificate)
        for finding in findings
        if finding.certificate is not None
        and finding.integrity is not Integrity.BROKEN
        and finding.role.split("_")[0] in ("candidate", "manager", "witness", "assessor")
    }
    if len(keys) <= 1:
        return []
    return [
        Problem(
            code=ProblemCode.SEALED_BY_DIFFERENT_KEYS,
            sentence="The signatures up to the assessor's were sealed by different devices.",
        )
    ]
