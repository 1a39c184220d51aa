"""The Sync page and the centre's home, filled as the mock-up shows them."""

from PySide6.QtWidgets import QWidget

from assessor_app.gui.pages.centre.model import CentreContent, CentreRow
from assessor_app.gui.pages.centre.view import CentreView
from assessor_app.gui.pages.sync.model import Archivable, SyncContent, SyncRow
from assessor_app.gui.pages.sync.view import SyncView
from assessor_app.gui.widgets.tag import Tone

WORDS = "chimney juniper mitten cupboard cherry flask lizard finger summer tomato"


def _row(letter: str, unit: int, person: str, title: str, when: str, state: str, icon: str, tone: Tone) -> SyncRow:
    return SyncRow(person=person, unit=unit, letter=letter, title=title, when=when, state=state, icon=icon, tone=tone)


ROWS = (
    _row("R", 1, "Llŷr Bowen", "Observation, enquiry desk", "Today", "Ready to export", "package", Tone.ACCENT),
    _row("O", 2, "Jade Whitcombe", "Observation, rota", "10 November", "Ready to export", "package", Tone.ACCENT),
    _row("R", 1, "Tom Ashworth", "Evidence Record Sheet, version 2", "29 October", "Exported", "send", Tone.PLAIN),
    _row(
        "E", 3, "Amelia Osei", "Professional discussion", "29 October", "Two versions at the centre", "git-compare",
        Tone.NOT_YET,
    ),
    _row(
        "E", 3, "Priya Nair", "Evidence Record Sheet, version 1", "3 September", "Received by centre", "package-check",
        Tone.MET,
    ),
)  # fmt: skip


def sync() -> QWidget:
    """In the middle of the work, as the mock-up."""
    view = SyncView()
    view.set_content(
        SyncContent(
            centre="Severn Vale Training",
            headline="4 records are ready for the centre",
            facts=(
                ("file-check", "1 sheet"),
                ("pen-line", "3 observations"),
                ("image", "11 evidence files"),
                ("users", "3 candidates"),
            ),
            size="38.2 MB, encrypted for the centre and for you. Your drafts, keys and unfinished visits stay here.",
            waiting=(
                "1 export has no receipt yet",
                "Last written 29 October. If it is lost, the next carries it again.",
            ),
            rows=ROWS,
            archive=(Archivable(id="1", name="Priya Nair", is_archived=False),),
        )
    )
    return view


def sync_writing() -> QWidget:
    """While an export is written."""
    view = sync()
    assert isinstance(view, SyncView)
    view.set_writing(62)
    return view


def sync_before_enrolment() -> QWidget:
    """After the request was written."""
    view = SyncView()
    view.set_content(SyncContent(words=WORDS, waiting=("Nothing was exported yet", "It shows here after enrolment.")))
    return view


def centre() -> QWidget:
    """A centre with everything there can be."""
    view = CentreView()
    view.set_content(
        CentreContent(
            centre="Severn Vale Training",
            fingerprint=WORDS,
            summary=("1 laptop waits for a receipt", "2 laptops enrolled, 2 sheets received."),
            receipts_due=1,
            devices=(
                CentreRow(
                    id="0001",
                    title="Ruth Okonjo (A-2207)",
                    detail="Device 0001  ·  3 exports  ·  export 2 missing",
                    tag="Waits for a receipt",
                    icon="inbox",
                    tone=Tone.ACCENT,
                    action="Write receipt",
                    quiet="Revoke",
                ),
                CentreRow(
                    id="0002",
                    title="Owain Prosser (A-2231)",
                    detail="Device 0002  ·  1 export  ·  revoked: stolen",
                    tag="Revoked",
                    icon="circle-alert",
                    tone=Tone.DANGER,
                ),
            ),
            choices=(
                CentreRow(
                    id="candidate 1",
                    title="Amelia Osei  ·  Candidate",
                    detail="2 versions, none of which knows of the other",
                    tag="Two versions",
                    icon="git-compare",
                    tone=Tone.NOT_YET,
                    action="Choose",
                    matters_now=True,
                ),
            ),
            held_back=(
                CentreRow(
                    id="x",
                    title="Sheet 01a1ee56-5e00",
                    detail="The sheet does not hold: the manager signed after the assessor.",
                    tag="Held back",
                    icon="triangle-alert",
                    tone=Tone.DANGER,
                ),
            ),
            sheets=(
                CentreRow(
                    id="y",
                    title="Priya Nair  ·  Customer service environment",
                    detail="Unit Evidence Record Sheet, version 1, device 0001",
                    tag="Sealed",
                    icon="file-check",
                    tone=Tone.MET,
                    action="Open",
                ),
            ),
        )
    )
    view.set_opened(
        (
            CentreRow(
                id="a",
                title="Ruth Okonjo (A-2207), export 3",
                detail="14 new, 2 repeated, 1 sheet  ·  export 2 has not arrived",
                tag="Taken in",
                icon="package-check",
                tone=Tone.MET,
            ),
            CentreRow(
                id="b",
                title="holiday.zip",
                detail="The file was refused: it is not a file of this program.",
                tag="Refused",
                icon="circle-alert",
                tone=Tone.DANGER,
            ),
        )
    )
    return view
