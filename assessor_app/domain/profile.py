"""Who works with this vault, for which centre, and how they want it to behave."""

from dataclasses import dataclass
from enum import Enum

from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.record import Form, FormApproval


class VaultRole(Enum):
    """Whose vault it is: an assessor's on a laptop, or the centre's own."""

    ASSESSOR = "assessor"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One vault, one assessor, one centre, one device."""

    assessor: Assessor
    centre: Centre
    device: str = "0001"
    backup_folder: str = ""
    idle_minutes: int = 5
    ers_approval: FormApproval | None = None
    checklist_approval: FormApproval | None = None
    observation_approval: FormApproval | None = None
    role: VaultRole = VaultRole.ASSESSOR

    def approval(self, form: Form) -> FormApproval | None:
        """The recorded approval of a form, None where there is none yet."""
        return {
            Form.ERS: self.ers_approval,
            Form.CHECKLIST: self.checklist_approval,
            Form.OBSERVATION: self.observation_approval,
        }[form]
