"""FORMAT.md says what the code does: codes, limits, the bytes at the beginning, the lines of the manifest."""

import re
from pathlib import Path

import assessor_app.bundle
from assessor_app.bundle import layout
from assessor_app.bundle.asic_manifest import manifest_of
from assessor_app.bundle.limits import STANDARD, GiB, MiB
from assessor_app.bundle.members import Listed
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode
from tests.bundle.builders import written

TEXT = (Path(assessor_app.bundle.__file__).parent / "FORMAT.md").read_text(encoding="utf-8")


def test_every_refusal_is_described_and_no_other() -> None:
    table = TEXT[TEXT.index("## 8. Refusals") :]
    described = [
        code for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for code in re.findall("`(.*?)`", row)
    ]
    assert sorted(described) == sorted(code.value for code in RefusalCode)


def test_every_refusal_speaks_to_the_person_and_has_its_code() -> None:
    for code in RefusalCode:
        error = BundleRefusedError(code, "it is so")
        assert error.code == code.value
        assert error.what == "The file was refused: it is so."
        assert "records" in error.safe
        assert error.advice.endswith(".")


def test_first_bytes_are_those_of_the_text() -> None:
    (stated,) = re.findall(r"begins with\n +`((?:[0-9A-F]{2} )+[0-9A-F]{2})`", TEXT)
    assert written()[0].startswith(bytes.fromhex(stated) + b"mimetypeapplication/vnd.etsi.asic-e+zip")


def test_manifest_is_spelt_as_in_the_text() -> None:
    block = TEXT[TEXT.index("<?xml") : TEXT.index("</asic:ASiCManifest>\n") + len("</asic:ASiCManifest>\n")]
    unbroken = block.replace('#"\n xmlns', '#" xmlns').replace("/>\n<ds:DigestValue", "/><ds:DigestValue")
    unbroken = unbroken.replace("\n<bundle:Size>", "<bundle:Size>")
    stated = unbroken.replace("NAME", "a/b.c").replace("DIGEST", "A" * 43 + "=").replace("SIZE", "7")
    assert manifest_of([Listed(name="a/b.c", size=7, sha256="0" * 64)]).decode() == stated


def test_limits_are_those_of_the_text() -> None:
    assert STANDARD.members == 20_000
    assert STANDARD.member == 8 * GiB
    assert STANDARD.total == 64 * GiB
    assert STANDARD.held == 16 * MiB
    assert STANDARD.asic_manifest == 12 * MiB
    assert STANDARD.signature == STANDARD.age_header == 64 << 10
    assert "20,000 members after the signature; 8 GiB a member; 64 GiB in all; `manifest.json` 16 MiB" in TEXT
    assert "at most 12 MiB" in TEXT
    assert "MUST end within 64 KiB" in TEXT
    assert 2 * GiB == layout.ZIP64_FROM
