"""The way back through the centre, by commands: only where it was agreed, only after the words, only for that vault."""

import json
import shutil
from pathlib import Path

import pyrage
import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST, is_as_written
from assessor_app.storage.vault import KEYS

OWN, OFFICE, NEW = "four plain words here", "the office's own words", "a passphrase for afterwards"


class Two:
    """An enrolled laptop and its centre, driven by commands; each command is given its passphrase."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.capsys, self.monkeypatch = folder, capsys, monkeypatch
        self.laptop, self.centre = folder / "laptop", folder / "centre"

    def enrol(self) -> None:
        """Make both vaults and enrol the laptop."""
        self("laptop", OWN, "vault", "create", "--assessor", "Ruth Okonjo", "--centre", "Wye")
        self("centre", OFFICE, "centre", "init", "--name", "Wye Assessment")
        asked = self("laptop", OWN, "vault", "enrol-request", "--out", self.at("enrol"))
        answered = self(
            "centre",
            OFFICE,
            "centre",
            "enrol",
            self.at("enrol"),
            "--words",
            asked["words"],
            "--out",
            self.at("enrolled"),
        )
        self("laptop", OWN, "vault", "enrol", self.at("enrolled"), "--words", answered["words"])

    def __call__(self, home: str, passphrase: str, *arguments: str, expect: ExitCode = ExitCode.GOOD) -> dict[str, str]:
        secret = self.folder / "secret"
        secret.write_text(passphrase, encoding="utf-8")
        self.monkeypatch.setenv(VARIABLE, str(secret))
        self.capsys.readouterr()
        place = self.folder / home
        code = run(["--home", str(place), "--json", *arguments], lambda _: Bootstrap(Paths(home=place), TEST_COST))
        out = self.capsys.readouterr().out
        assert code is expect, out
        found: dict[str, str] = json.loads(out)
        return found

    def at(self, name: str) -> str:
        return str(self.folder / name)

    @property
    def keys(self) -> Path:
        return self.laptop / "vault" / KEYS

    def request(self) -> str:
        return self("laptop", NEW, "vault", "escrow-request", "--out", self.at("request"))["words"]

    def release(self, words: str, *more: str, expect: ExitCode = ExitCode.GOOD) -> dict[str, str]:
        command = ("centre", "release", self.at("request"), "--out", self.at("answer"), "--words", words, *more)
        return self("centre", OFFICE, *command, expect=expect)

    def verbs(self, home: str, passphrase: str) -> list[str]:
        vault = Bootstrap(Paths(home=self.folder / home), TEST_COST).open_vault(passphrase)
        with vault.vault.reading() as records:
            found = [event.verb for event in records.events()]
        vault.close()
        return found


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test puts an enrolled pair, for the others to copy."""
    return tmp_path_factory.mktemp("enrolled")


@pytest.fixture
def two(enrolled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Two:
    if not any(enrolled.iterdir()):
        Two(enrolled, capsys, monkeypatch).enrol()
    shutil.copytree(enrolled, tmp_path, dirs_exist_ok=True)
    return Two(tmp_path, capsys, monkeypatch)


def test_whole_way_back(two: Two) -> None:
    assert two("laptop", OWN, "vault", "escrow", "--agree")["centre"] == "Wye Assessment"
    two.release(two.request())
    two("laptop", NEW, "vault", "escrow-open", two.at("answer"))
    assert two("laptop", NEW, "vault", "check")["findings"] == []
    with pytest.raises(KnownError):
        Bootstrap(Paths(home=two.laptop), TEST_COST).open_vault(OWN)
    assert not (two.laptop / "escrow-waiting.json").exists()
    assert {"agree to escrow", "come back through centre"} <= set(two.verbs("laptop", NEW))
    assert "release escrow of device 0001" in two.verbs("centre", OFFICE)


def test_not_agreed_means_no_request_and_nothing_for_the_centre(two: Two) -> None:
    assert '"escrow"' not in two.keys.read_text(encoding="utf-8")
    assert two("laptop", NEW, "vault", "escrow-request", "--out", two.at("request"), expect=ExitCode.REFUSED)[
        "error"
    ] == ("no-escrow")
    assert not Path(two.at("request")).exists()


def test_withdrawn_means_the_same_and_the_log_says_both(two: Two) -> None:
    two("laptop", OWN, "vault", "escrow", "--agree")
    two("laptop", OWN, "vault", "escrow", "--withdraw")
    two("laptop", NEW, "vault", "escrow-request", "--out", two.at("request"), expect=ExitCode.REFUSED)
    vault = Bootstrap(Paths(home=two.laptop), TEST_COST).open_vault(OWN)
    assert is_as_written(two.keys, vault.vault.key)
    vault.close()
    assert two.verbs("laptop", OWN)[-2:] == ["agree to escrow", "withdraw escrow"]


def test_not_enrolled_laptop_cannot_agree(two: Two) -> None:
    two("other", OWN, "vault", "create", "--assessor", "Sion Hughes", "--centre", "Wye")
    assert two("other", OWN, "vault", "escrow", "--agree", expect=ExitCode.REFUSED)["error"] == "no-centre"


def test_wrong_words_give_nothing_out(two: Two) -> None:
    two("laptop", OWN, "vault", "escrow", "--agree")
    words = two.request()
    other = " ".join(reversed(words.split()))
    assert two.release(other, expect=ExitCode.REFUSED)["error"] == "words-differ"
    assert not Path(two.at("answer")).exists()


def test_request_with_another_reply_key_has_other_words(two: Two) -> None:
    two("laptop", OWN, "vault", "escrow", "--agree")
    words = two.request()
    content = json.loads(Path(two.at("request")).read_text(encoding="utf-8"))
    content["reply_to"] = str(pyrage.x25519.Identity.generate().to_public())
    Path(two.at("request")).write_text(json.dumps(content), encoding="utf-8")
    assert two.release(words, expect=ExitCode.REFUSED)["error"] == "words-differ"


def test_revoked_device_gets_nothing(two: Two) -> None:
    two("laptop", OWN, "vault", "escrow", "--agree")
    words = two.request()
    two("centre", OFFICE, "centre", "revoke", "0001", "--reason", "stolen")
    assert two.release(words, expect=ExitCode.REFUSED)["error"] == "escrow-device"
    assert not Path(two.at("answer")).exists()


def test_another_centre_opens_nothing(two: Two) -> None:
    two("laptop", OWN, "vault", "escrow", "--agree")
    words = two.request()
    two("elsewhere", OFFICE, "centre", "init", "--name", "Teme Training")
    command = ("centre", "release", two.at("request"), "--out", two.at("answer"), "--words", words)
    assert two("elsewhere", OFFICE, *command, expect=ExitCode.REFUSED)["error"] == "escrow-not-ours"


def test_answer_needs_the_chosen_passphrase_and_the_own_laptop(two: Two) -> None:
    two("laptop", OWN, "vault", "escrow", "--agree")
    two.release(two.request())
    before = two.keys.read_bytes()
    wrong = two("laptop", "not what was chosen", "vault", "escrow-open", two.at("answer"), expect=ExitCode.REFUSED)
    assert wrong["error"] == "vault-locked"
    two.request()  # a second request: its one-time key is another
    assert (
        two("laptop", NEW, "vault", "escrow-open", two.at("answer"), expect=ExitCode.REFUSED)["error"] == "escrow-file"
    )
    assert two.keys.read_bytes() == before


def test_answer_and_request_hold_neither_key_nor_name_in_clear(two: Two) -> None:
    two("laptop", OWN, "vault", "escrow", "--agree")
    two.release(two.request())
    vault = Bootstrap(Paths(home=two.laptop), TEST_COST).open_vault(OWN)
    key = vault.vault.key
    vault.close()
    for path in (two.keys, Path(two.at("request")), Path(two.at("answer")), two.laptop / "escrow-waiting.json"):
        content = path.read_bytes()
        assert key not in content
        assert key.hex().encode() not in content
        assert b"Okonjo" not in content


def test_other_files_are_refused_in_words(two: Two) -> None:
    for content in ("", "[]", "{}", '{"format": "assessor escrow request 1"}', "\x00\xff" * 50):
        Path(two.at("request")).write_text(content, encoding="latin-1")
        assert two.release("any words", expect=ExitCode.REFUSED)["error"] == "escrow-file"


def test_two_people_who_agreed_need_the_device_to_be_named(two: Two) -> None:
    second = "quite other words there"
    two("laptop", second, "vault", "create", "--assessor", "Sion Hughes", "--centre", "Wye", "--another")
    asked = two("laptop", second, "vault", "enrol-request", "--out", two.at("enrol"))
    answered = two(
        "centre", OFFICE, "centre", "enrol", two.at("enrol"), "--words", asked["words"], "--out", two.at("enrolled")
    )
    two("laptop", second, "vault", "enrol", two.at("enrolled"), "--words", answered["words"])
    for passphrase in (OWN, second):
        two("laptop", passphrase, "vault", "escrow", "--agree")
    words = two.request()
    two.release(words, expect=ExitCode.REFUSED)
    two.release(words, "--device", "0002")
    two("laptop", NEW, "vault", "escrow-open", two.at("answer"))
    two("laptop", OWN, "vault", "check")  # the other person's vault is as it was
    assert "come back through centre" in two.verbs("laptop", NEW)
