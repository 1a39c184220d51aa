"""A file is dropped on the window: what it is decides what happens, and nothing happens to a file of the wrong kind."""

from pathlib import Path

from assessor_app.domain.errors import KnownError
from assessor_app.domain.exchange import BundleKind, BundleSigner, Receipt
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.usecases.enrol import AnswerSeen, RequestSeen, enrolment_in, read_request
from assessor_app.usecases.import_bundle import ImportReport, import_bundle
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.receipts import own_centre, take_in_receipt

_ENCRYPTED = b"age-encryption.org/v1"


def open_on_laptop(ports: Ports, path: Path, watch: Watch = UNWATCHED) -> AnswerSeen | Receipt:
    """The centre's answer to an enrolment (not believed yet), or a receipt (taken in). KnownError for all else."""
    with ports.exchange.open(path, recognise=_anybody, watch=watch) as incoming:
        kind = incoming.manifest.kind
        if kind is BundleKind.ENROLMENT:
            return enrolment_in(ports, incoming)
        if kind is BundleKind.RECEIPT:
            own_centre(ports)(incoming.signer)
            return take_in_receipt(ports, incoming, path.name)
    raise KnownError(
        f"{path.name} is not from a centre: it is an {kind.title.lower()}.",
        safe="Nothing was changed.",
        advice="Send that file to the centre, and open here what the centre answers.",
        code="bundle-kind",
    )


def open_at_centre(ports: Ports, path: Path, watch: Watch = UNWATCHED) -> RequestSeen | ImportReport:
    """A laptop's request (not answered yet), or its export (taken in). KnownError for all else."""
    if _is_encrypted(path):
        return import_bundle(ports, path, watch)
    return read_request(ports, path)


def _is_encrypted(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ENCRYPTED)) == _ENCRYPTED
    except OSError as error:
        raise KnownError(
            f"{path.name} cannot be read.",
            advice="Check that the file is still there and that the medium is plugged in.",
            code="bundle-unreadable",
        ) from error


def _anybody(_: BundleSigner) -> None:
    """What kind of file it is decides who may have signed it."""
