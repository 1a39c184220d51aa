"""Which candidate a command means."""

from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.usecases.program import OpenVault


def find_candidate(vault: OpenVault, asked: str, *, safe: str) -> UUID:
    """The candidate of that id, registration number or full name; KnownError where there is not exactly one."""
    with vault.ports.store.reading() as records:
        people = records.candidates()
    wanted = " ".join(asked.casefold().split())
    found = [c for c in people if wanted in (str(c.id), c.name.casefold(), c.registration.casefold())]
    if len(found) == 1:
        return found[0].id
    raise KnownError(
        "There are several candidates of that name." if found else "There is no such candidate.",
        safe=safe,
        advice="Give the full name, the registration number or the id"
        + (f": {', '.join(str(c.id) for c in found)}." if found else "."),
        code="candidate-unclear",
    )
