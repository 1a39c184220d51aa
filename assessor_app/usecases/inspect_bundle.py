"""Explain a bundle without taking anything in: who made it, for whom, what is in it, and whether all of it holds.

Works with a vault's door or with one that knows nothing but a key; whom to trust is decided by the anchors handed in.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from assessor_app.domain.bundle_report import BundleReport, SheetInBundle
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import segment_faults
from assessor_app.domain.exchange import BundleSigner, StoredRecord
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.verification import ProblemCode, Trust, Verdict
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.usecases.exchange_ports import BundleReader, Incoming

ReadSheet = Callable[[str, str], Sheet]


def inspect_bundle(
    exchange: BundleReader,
    path: Path,
    read_sheet: ReadSheet,
    anchors: Sequence[bytes] = (),
    watch: Watch = UNWATCHED,
) -> BundleReport:
    """Read the whole file and every sheet in it. KnownError where it is no sound bundle or not for this key."""
    with exchange.open(path, recognise=_anybody, watch=watch) as incoming:
        manifest = incoming.manifest
        problems = [f"The event log does not hold: {fault}." for fault in segment_faults(incoming.events)]
        if manifest.sender.key != incoming.signer.key:
            problems.append("Somebody else signed the bundle than the one who is named as its sender.")
        trust = exchange.trust(incoming.signer.certificate_pem, anchors)
        if trust is Trust.NOT_TRUSTED:
            problems.append("The bundle is signed by a key that the given certificate does not vouch for.")
        own = (*anchors, incoming.signer.certificate_pem) if anchors else ()
        sheets = _sheets(exchange, incoming, read_sheet, own)
        for sheet in sheets:
            problems += _sheet_problems(sheet)
        return BundleReport(
            file_sha256=incoming.sha256,
            size=incoming.size,
            kind=manifest.kind,
            number=manifest.number,
            made=manifest.made,
            sender=manifest.sender,
            recipient=manifest.recipient,
            signed_by=incoming.signer.subject,
            signed_ms=incoming.signer.signed_ms,
            trust=trust,
            counts=tuple(sorted(Counter(r.kind for r in incoming.records).items())),
            file_hashes=_file_hashes(incoming),
            events=manifest.events,
            sheets=sheets,
            problems=tuple(problems),
        )


def _file_hashes(incoming: Incoming) -> frozenset[str]:
    """Files in the bundle; in a receipt, those that the centre has accepted."""
    if incoming.receipt is not None:
        return frozenset(r.sha256 for r in incoming.receipt.records if r.kind == "file" and r.standing.is_accepted)
    return frozenset(f.sha256 for f in incoming.manifest.files)


def _sheets(
    exchange: BundleReader, incoming: Incoming, read_sheet: ReadSheet, anchors: Sequence[bytes]
) -> tuple[SheetInBundle, ...]:
    bodies = {r.id: r for r in incoming.records if r.kind == "sheet"}
    brought = {f.sha256 for f in incoming.manifest.files}
    signed = Counter(r.parent for r in incoming.records if r.kind == "signature")
    found = []
    for status in (r for r in incoming.records if r.kind == "sheet_status" and r.id in bodies):
        sheet = _read(read_sheet, bodies[status.id], status)
        if sheet is None:
            found.append(SheetInBundle(document=status.id, title="unreadable", state="", report=None))
            continue
        report = None
        if sheet.pdf_sha256 in brought and signed[status.id]:
            pdf = incoming.read_file(sheet.pdf_sha256)
            report = exchange.examine_sheet(pdf, sheet.pdf_sha256, anchors)
        title = f"{sheet.record.form.title}, version {sheet.record.version}"
        found.append(SheetInBundle(document=status.id, title=title, state=sheet.state.value, report=report))
    return tuple(found)


def _read(read_sheet: ReadSheet, body: StoredRecord, status: StoredRecord) -> Sheet | None:
    try:
        return read_sheet(body.body, status.body)
    except KnownError:
        return None


def _sheet_problems(sheet: SheetInBundle) -> list[str]:
    if sheet.title == "unreadable":
        return [f"Sheet {sheet.document} cannot be read."]
    if sheet.report is None or sheet.report.verdict is Verdict.GOOD:
        return []
    unfinished = {ProblemCode.REQUIRED_SIGNATURE_MISSING} if sheet.state != "sealed" else set()
    return [f"{sheet.title}: {p.sentence}" for p in sheet.report.all_problems if p.code not in unfinished]


def _anybody(_: BundleSigner) -> None:
    """To look at a bundle is to believe nothing of it."""
