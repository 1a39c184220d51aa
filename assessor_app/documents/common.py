"""What every form takes from a frozen record: words of head and foot, the file's description, notices."""

from assessor_app.documents.pdf.metadata import About
from assessor_app.documents.pdf.style import BODY, FOOT, NOTE, VALUE, Style
from assessor_app.documents.pdf.text import Rich, Run
from assessor_app.documents.sheet import Furniture, approval_runs
from assessor_app.documents.wording import long_date, long_moment, recorded, sentence
from assessor_app.domain.canonical import short_hash
from assessor_app.domain.judging import RecordedReason
from assessor_app.domain.record import BaseRecord, Form, ObservationContent
from assessor_app.domain.units import Unit


def qr_text(record: BaseRecord) -> str:
    """`ASR:form:id:version:hash` in upper case; the hash is the printed one, 64 bits."""
    short = record.content_hash[:16]
    return f"ASR:{record.form.value}:{record.document_id}:{record.version}:{short}".upper()


def furniture(record: BaseRecord, *, middle: str, right: tuple[Rich, ...]) -> Furniture:
    """Head and foot of a frozen form."""
    portrait = record.form is not Form.ERS
    short = short_hash(record.content_hash)
    thing = "record" if record.form is Form.OBSERVATION else "sheet"
    tail = ", or the signature panel of a PDF reader." + (
        "" if portrait else " A change of content ends every signature on it."
    )
    foot = (
        (
            Run(f"Document {record.document_id} · sheet version ", FOOT),
            Run(str(record.version), FOOT.bold),
            Run(" · content hash ", FOOT),
            Run(short, FOOT.bold),
        ),
        approval_runs(record.form.edition_name, record.approval, portrait),
        (
            Run(f"Check this {thing} without a login: ", FOOT),
            Run("assessor-app verify", FOOT.bold),
            Run(tail, FOOT),
        ),
    )
    return Furniture(
        title=record.form.title,
        right=right,
        middle=middle,
        candidate=record.content.candidate.name,
        foot=foot,
        qr_text=qr_text(record),
        qr_alt=f"QR code: {record.form.title}, document {record.document_id}, version {record.version}, hash {short}",
    )


def about(record: BaseRecord, what: str) -> About:
    """The file's own description. The author is the centre or else the assessor."""
    content = record.content
    frozen = record.frozen_at.local.replace(microsecond=0)
    kind = "observation" if isinstance(content, ObservationContent) else "unit"
    return About(
        title=f"{record.form.title}: {content.candidate.name}, {what}",
        author=content.centre.name or content.assessor.name,
        subject=f"{record.form.title} of one {kind}, version {record.version}, content hash "
        f"{short_hash(record.content_hash)}",
        created=frozen,
        identifier=f"urn:uuid:{record.document_id}",
    )


def unit_title_runs(unit: Unit, style: Style = VALUE) -> tuple[Run, ...]:
    """The unit's title; beneath it where it was taken from, if the document gives none."""
    title = Run(unit.title or "not given in the unit text", style)
    if not unit.title_source:
        return (title,)
    return (title, Run(f"\n{title_source_words(unit)}", Style(style.face.ITALIC, 8.5, NOTE.grey)))


def title_source_words(unit: Unit) -> str:
    """Where a title was taken from that the document does not give."""
    return f"title {unit.title_source.strip().rstrip('.')}"


def expiry_runs(unit: Unit, reason: RecordedReason | None) -> tuple[Run, ...]:
    """The notice on an expired unit, with the reason recorded for signing it off."""
    assert unit.expiry is not None
    head = Run(f"This unit expired on {long_date(unit.expiry)}\n", BODY.bold.at(10))
    if reason is None:
        return (head, Run("No reason for signing it off is recorded.", BODY.at(9).bold))
    return (
        head,
        Run("Recorded reason: ", BODY.at(9).bold),
        Run(sentence(reason.text), BODY.at(9)),
        Run(f"\n{recorded(reason)}", NOTE),
    )


def is_expired(record: BaseRecord, unit: Unit) -> bool:
    """Judged on the local day of freezing, as printed."""
    return unit.has_expired(record.frozen_at.local_date)


def absence_runs(absence: RecordedReason, style: Style) -> tuple[Run, ...]:
    """A signer who refused, was away or signs elsewhere: what, who recorded it, when and why."""
    decision = f"; centre\u2019s decision {absence.centre_decision}" if absence.centre_decision else ""
    return (
        Run("Not signed: ", style.bold),
        Run(f"{sentence(absence.text)} Recorded by {absence.by}, {long_moment(absence.at)}{decision}.", style),
    )


def regime_sentences(unit: Unit, decided: RecordedReason | None, how: str) -> list[str]:
    """Who decided how the unit is signed off, where the unit text does not say."""
    if unit.regime is not None or decided is None:
        return []
    return [f"How this unit is signed off was decided by the centre, because the unit text does not say: {how}. "
            f"{sentence(decided.text)} {recorded(decided)}"]  # fmt: skip
