"""Diagnostics hold versions, numbers and codes; of a vault with a canary in every text nothing comes through."""

import getpass
from pathlib import Path

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.findings import FindingCode
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.diagnostics import ProgramFacts, diagnostics_text
from tests.desk import PASSPHRASE
from tests.faults.canary_worker import fill, marked

CANARY = "Zephyrine"
FACTS = ProgramFacts(version="1.2.3", toolkit="Qt 6.11.3")


def test_diagnostics_of_a_vault_full_of_canaries_hold_none(tmp_path: Path) -> None:
    home = tmp_path / f"home of {CANARY}"
    profile = marked(Profile(assessor=Assessor(name="a", number=CANARY), centre=Centre(name="c")), CANARY)
    profile = marked(profile, CANARY)
    vault, _ = Bootstrap(Paths(home=home), TEST_COST).create_vault(PASSPHRASE, profile)
    try:
        fill(vault, CANARY)
        measures = vault.measure()
        found = [f.code for f in vault.examine()]
        with vault.ports.store.reading() as records:
            assert CANARY in repr(records.candidates())  # the canary is in the vault
            assert records.search(CANARY, 5)
    finally:
        vault.close()
    text = diagnostics_text(FACTS, measures, found, ["vault-disk", f"lost {CANARY}", f"/home/{CANARY}/vault"])
    assert CANARY.casefold() not in text.casefold()
    assert str(tmp_path) not in text
    assert "/" not in text
    assert getpass.getuser() == "root" or getpass.getuser() not in text
    assert "Last troubles: vault-disk, unnamed, unnamed" in text
    assert "Check my data: everything sound" in text
    for line in (
        "Assessor 1.2.3",
        "Qt 6.11.3",
        "Vault format 0002",
        "Rows in candidate: 1\n",
        "Rows in observation: 1\n",
        "Files 1,",
    ):
        assert line in text
    assert measures.database_bytes + measures.unmerged_bytes > 100_000
    assert measures.sqlite.startswith("3.")
    assert measures.cipher[0].isdigit()


def test_diagnostics_name_findings_by_code_only() -> None:
    text = diagnostics_text(FACTS, None, (FindingCode.SEARCH, FindingCode.LOG), ())
    assert "Check my data: search-out-of-step, event-log-broken" in text
    assert "Vault locked or not readable" in text
    assert "Last troubles: none" in text
    assert "not run since" in diagnostics_text(FACTS, None, None, ())
