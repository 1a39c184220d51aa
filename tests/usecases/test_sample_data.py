"""Sample data goes in by the same use cases as a person's work, and goes out again with nothing left to trip over."""

from assessor_app.cli.demo import sign_with_synthetic_ink
from assessor_app.domain.roles import Role
from assessor_app.domain.signatures import Signer
from assessor_app.storage.check import check_vault
from assessor_app.storage.files import EncryptedFiles
from assessor_app.usecases.freeze_sheet import freeze_observation
from assessor_app.usecases.keep_candidate import remove_samples
from assessor_app.usecases.ready_units import ready_units
from assessor_app.usecases.sample_data import add_sample_data
from tests.desk import Desk


def test_sample_data_when_removed_leaves_nothing_to_open(desk: Desk) -> None:
    add_sample_data(desk.ports)
    with desk.ports.store.reading() as records:
        candidates = records.candidates()
        visit = records.recent_observations(1)[0]
        name = records.candidate(visit.candidate).name
    assert len(candidates) == 3
    sheet = freeze_observation(desk.ports, visit.id)
    sign_with_synthetic_ink(desk.ports, sheet, Signer(role=Role.CANDIDATE, name=name, identity_check="Known"))
    assert remove_samples(desk.ports) == 3
    with desk.ports.store.reading() as records:
        assert records.candidates() == ()
        assert records.caseload() == ()
        assert records.recent_observations(9) == ()
        assert records.sheets() == ()
        assert records.search(name.split()[0], 9) == ()
    assert ready_units(desk.ports) is not None
    files = desk.ports.files
    assert isinstance(files, EncryptedFiles)
    assert check_vault(desk.vault, files) == ()
