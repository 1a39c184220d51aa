"""A signature made on paper or elsewhere: the scan is kept, the date is as written, the order is only declared."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from assessor_app.domain.errors import KnownError
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.signatures import PaperSignature
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.sign_sheet import Signing, sign_sheet


def sign_on_paper(ports: Ports, signing: Signing, date_written: date, scan: Path) -> Sheet:
    """Keep the scan and take the signature; KnownError where the file cannot be read or the gate refuses."""
    try:
        data = scan.read_bytes()
    except OSError as error:
        raise KnownError(
            f"The scan {scan.name} cannot be read.",
            safe="Nothing was signed.",
            advice="Choose the file again.",
            code="scan-unreadable",
        ) from error
    if not data:
        raise KnownError(
            f"The scan {scan.name} is empty.",
            safe="Nothing was signed.",
            advice="Scan or photograph the page again.",
            code="scan-empty",
        )
    kept = PaperSignature(date_written=date_written, scan_sha256=ports.files.keep(data))
    return sign_sheet(ports, replace(signing, paper=kept, capture=None))
