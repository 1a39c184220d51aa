"""Makes the stored bundle of the present format: `python -m tests.stored.make_bundle`. Made once, read for ever."""

import tempfile
from pathlib import Path

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.cli.demo import LAPTOP, OFFICE, sign_all
from assessor_app.domain.exchange import FORMAT
from assessor_app.domain.profile import Profile
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.enrol import accept_enrolment, enrol_device, read_enrolment, read_request, write_request
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.import_bundle import import_bundle
from assessor_app.usecases.receipts import write_receipt
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES
from tests.desk import PASSPHRASE

BUNDLES = Path(__file__).parent / "bundles"


def main() -> None:
    target = BUNDLES / str(FORMAT)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        laptop, office = _vault(Path(folder) / "laptop", LAPTOP), _vault(Path(folder) / "office", OFFICE)
        write_request(laptop.ports, target / "request.asice")
        peer = enrol_device(
            office.ports, read_request(office.ports, target / "request.asice"), target / "answer.asice.age"
        )
        accept_enrolment(laptop.ports, read_enrolment(laptop.ports, target / "answer.asice.age"))
        candidate = add_story(laptop.ports, STORIES[1], is_sample=False)
        (enrolment,) = judge_story(laptop.ports, candidate, STORIES[1])
        sign_all(laptop.ports, freeze_unit(laptop.ports, enrolment.id), STORIES[1])
        write_export(laptop.ports, plan_export(laptop.ports), target / "export.asice.age")
        import_bundle(office.ports, target / "export.asice.age")
        write_receipt(office.ports, peer, target / "receipt.asice.age")
        with office.vault.reading() as records:
            (target / "centre.key").write_bytes(records.secret("exchange identity") or b"")
        (target / "centre-ca.pem").write_text(peer.authority_pem, encoding="utf-8")
        laptop.close()
        office.close()


def _vault(home: Path, profile: Profile) -> UnlockedVault:
    return Bootstrap(Paths(home=home), TEST_COST).create_vault(PASSPHRASE, profile)[0]


if __name__ == "__main__":
    main()
