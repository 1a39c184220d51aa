"""The proofing page filled by hand: a small unit, doubted in several places, in a document of two columns."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assessor_app.domain.reading import (
    DocumentKind,
    FieldName,
    ReadCriterion,
    ReadField,
    Reading,
    ReadOutcome,
    ReadUnit,
    SourcePage,
    SourcePiece,
)
from assessor_app.domain.unit_differences import Difference, Sign
from assessor_app.domain.units import Doubt
from assessor_app.gui.pages.unit_proof.content import proof_content
from assessor_app.gui.pages.unit_proof.corrections import Correction
from assessor_app.gui.pages.unit_proof.model import FoundContent, FoundUnit, ReviewContent, RowKind, Spot
from assessor_app.gui.pages.unit_proof.view import Part, UnitProofView

_LINES = (
    (0, 20, "Unit title"),
    (0, 200, "Bake bread for a small shop"),
    (1, 20, "Unit reference"),
    (1, 200, "M/601/8054"),
    (3, 20, "1 Be able to prepare dough"),
    (3, 200, "1.1 Weigh flour, water and salt to the recipe of the day"),
    (4, 200, "1.2 Mix and knead the dough until it is smooth and elastic, and rest it"),
    (5, 200, "13 Clean down the bench and the mixer"),
    (6, 20, "2 Know how bread rises"),
    (6, 200, "2.1 Describe what yeast needs"),
    (7, 200, "for example warmth, water and time"),
)
PIECES = tuple(
    SourcePiece(id=n, page=1, x=x, y=20 + 14 * line, width=5.6 * len(text), height=14, text=text)
    for n, (line, x, text) in enumerate(_LINES, 1)
)
UNIT = ReadUnit(
    fields=(
        ReadField(name=FieldName.TITLE, value="Bake bread for a small shop", pieces=(1, 2)),
        ReadField(name=FieldName.REFERENCE, value="M/601/8054", pieces=(3, 4)),
    ),
    outcomes=(
        ReadOutcome(
            number="1",
            text="Be able to prepare dough",
            pieces=(5,),
            criteria=(
                ReadCriterion(number="1.1", text="Weigh flour, water and salt to the recipe of the day", pieces=(6,)),
                ReadCriterion(
                    number="1.2",
                    text="Mix and knead the dough until it is smooth and elastic, and rest it",
                    pieces=(7,),
                ),
                ReadCriterion(number="1.3", text="Clean down the bench and the mixer", pieces=(8,)),
            ),
        ),
        ReadOutcome(
            number="2",
            text="Know how bread rises",
            pieces=(9,),
            criteria=(
                ReadCriterion(
                    number="2.1",
                    text="Describe what yeast needs",
                    guidance="for example warmth, water and time",
                    pieces=(10, 11),
                ),
            ),
        ),
    ),
    doubts=(
        Doubt(where="criterion 1.3", reason="The number is printed as \u201c13\u201d; it was read as 1.3."),
        Doubt(where="outcome 2", reason="Its first line stands beside another column; it was settled by sense."),
        Doubt(where="unit", reason="The document names an appendix that is not in it."),
    ),
)
READING = Reading(
    file="bread.txt",
    kind=DocumentKind.TEXT,
    pages=(SourcePage(number=1, width=600, height=880, pieces=PIECES),),
    units=(UNIT,),
)


def proof() -> UnitProofView:
    """Source and result, at a criterion with a doubt."""
    view = UnitProofView()
    view.proof.set_reading(READING, proof_content(UNIT, READING.file, undo="the split", redo=""))
    view.show_part(Part.PROOF)
    view.proof.moved.connect(lambda row: view.proof.source.show_pieces(row.pieces))
    view.proof.rows.go_to(Spot(kind=RowKind.CRITERION, outcome=0, criterion=2))
    view.proof.saved.show_saved("13:02")
    return view


def proof_editing() -> UnitProofView:
    """The same with the editor open."""
    view = proof()
    view.resize(1282, 768)
    view.proof.rows.begin(Correction.EDIT)
    return view


def found() -> UnitProofView:
    """Three units and a document that gave none."""
    view = UnitProofView()
    units = (
        FoundUnit(document=0, unit=0, title="Bake bread", detail="M/601/8054, 2 outcomes", doubts=3, is_begun=True),
        FoundUnit(document=0, unit=1, title="Serve customers", detail="no reference, 4 outcomes", doubts=1),
        FoundUnit(document=0, unit=2, title="Keep the shop", detail="no reference", doubts=0, is_added=True),
    )
    refused = (("scan.pdf", "The pages of this document are images without text, so nothing can be read from them."),)
    view.found.set_content(FoundContent(title="3 units found", units=units, refused=refused))
    view.show_part(Part.FOUND)
    return view


def refused() -> UnitProofView:
    """No unit at all."""
    view = UnitProofView()
    view.found.set_content(FoundContent(title="", units=(), refused=(("letter.txt", "No unit was found in it."),)))
    view.show_part(Part.FOUND)
    return view


def reading() -> UnitProofView:
    """In the middle of a long handbook."""
    view = UnitProofView()
    view.reading.begin("a handbook of many pages.pdf")
    view.reading.bar.set_percent(40)
    view.reading.show_card()
    view.show_part(Part.READING)
    return view


def review() -> UnitProofView:
    """A new edition with each sort of difference."""
    view = UnitProofView()
    view.review.set_content(
        ReviewContent(
            title="Bake bread for a small shop",
            second="Calder Valley Awards  \u00b7  2 outcomes, 4 criteria",
            add_words="Make the new edition, 2 doubts stay",
            edition_title="A new edition of a unit you have",
            edition_words="Candidates' records stay tied to the edition they were judged against.",
            differences=(
                Difference(what="Level", sign=Sign.ADDED, before="", after="2"),
                Difference(what="Criterion 1.2", sign=Sign.CHANGED, before="Mix the dough", after="Mix and knead it"),
                Difference(what="Criterion 1.4 is now 1.3", sign=Sign.RENUMBERED, before="Clean", after="Clean"),
                Difference(what="Criterion 2.2", sign=Sign.REMOVED, before="Describe salt", after=""),
            ),
            doubts=tuple(f"{d.where}: {d.reason}" for d in UNIT.doubts),
            form="ERS",
            manager="WHEN_EXTERNAL",
            quality="VERIFIED",
            regime_source="OCR requires the line manager or the owner/manager to sign and date each sheet.",
        )
    )
    view.show_part(Part.REVIEW)
    return view


def review_missing() -> UnitProofView:
    """A new unit that cannot be added yet."""
    view = UnitProofView()
    view.review.set_content(
        ReviewContent(
            title="Unit without a title",
            second="OCR  \u00b7  2 outcomes, 4 criteria",
            add_words="Add the unit",
            edition_title="A new unit",
            edition_words="Your vault has no unit with this reference.",
            why_not="The unit has no title. Give it; nothing is made up.",
            regime_source="The document does not say how the unit is signed off.",
        )
    )
    view.show_part(Part.REVIEW)
    return view


INSIDE: list[tuple[str, str, Callable[[], QWidget]]] = [
    ("unit-proof", "units", proof),
    ("unit-proof-editing", "units", proof_editing),
    ("unit-found", "units", found),
    ("unit-refused", "units", refused),
    ("unit-reading", "units", reading),
    ("unit-review", "units", review),
    ("unit-review-missing", "units", review_missing),
]
