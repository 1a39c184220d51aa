"""Signature fields, all made before anybody signs, and the locks that carry the order rule (signing.md section 2).

Because the lock of a later signer names the fields of the earlier ones, a signature made out of order is invalid in
every PDF program. It refuses a field for a role that the form does not have.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.domain.roles import Role

_LOCKS: dict[Role, tuple[Role, ...]] = {
    Role.CANDIDATE: (Role.CANDIDATE,),
    Role.MANAGER: (Role.MANAGER,),
    Role.ASSESSOR: (Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR),
    Role.COUNTERSIGNER: (Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR, Role.COUNTERSIGNER),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureField:
    """One field: its role, page (from 0), place in millimetres from the top left, and what a screen reader says."""

    role: Role
    page: int
    x: float
    y: float
    width: float
    height: float
    spoken: str
    empty_text: str = ""
    empty_x: float = 0.0
    empty_baseline: float = 0.0


def locked_by(role: Role, on_form: Sequence[Role]) -> tuple[Role, ...] | None:
    """The fields that a signature in this role locks, of those on the form; None means every field."""
    if role not in on_form:
        raise ValueError(f"the form has no field for the {role.value}")
    locks = _LOCKS.get(role)
    return None if locks is None else tuple(other for other in locks if other in on_form)
