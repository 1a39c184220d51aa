"""Bundles of every format that ever landed are still read."""

from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.exchange import BundleKind
from assessor_app.domain.verification import Trust, Verdict
from assessor_app.settings import Paths
from tests.stored.make_bundle import BUNDLES

KINDS = {
    "request.asice": BundleKind.ENROLMENT_REQUEST,
    "answer.asice.age": BundleKind.ENROLMENT,
    "export.asice.age": BundleKind.SIGN_OFF,
    "receipt.asice.age": BundleKind.RECEIPT,
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("folder", sorted(BUNDLES.iterdir()), ids=lambda p: p.name)
def test_stored_bundle_is_read_with_the_centres_key(folder: Path, name: str, tmp_path: Path) -> None:
    program = Bootstrap(Paths(home=tmp_path))
    ca = [(folder / "centre-ca.pem").read_bytes()]
    report = program.inspect_bundle(
        folder / name, (folder / "centre.key").read_text(), [] if name == "request.asice" else ca
    )
    assert report.kind is KINDS[name]
    assert report.verdict is Verdict.GOOD
    if name == "export.asice.age":
        assert report.trust is Trust.TRUSTED
        assert [s.report.verdict for s in report.sheets if s.report] == [Verdict.GOOD]
