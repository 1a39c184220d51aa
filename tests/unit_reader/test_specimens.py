"""The score over all specimens, printed as a table; the limits are promises, not hopes."""

from collections.abc import Sequence

import pytest

from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import FieldName, Reading
from assessor_app.unit_reader.read import NO_TEXT, read_document
from tests.unit_reader.reading import read
from tests.unit_reader.scoring import Score, score
from tests.unit_reader.specimens.collection import everything, named
from tests.unit_reader.specimens.truth import Specimen

LEAST_F1 = 0.98
MOST_SILENT = 0.005


def scored(specimens: Sequence[Specimen]) -> Score:
    total = Score()
    print(f"\n{'document':30} {'F1':>6} {'outcomes':>9} {'fields':>8} {'silent':>6}  shape")
    for specimen in specimens:
        own = score(specimen, read(specimen.data, specimen.name))
        total.add(own)
        print(
            f"{specimen.name:30} {own.f1:6.3f} {own.outcomes_right:4}/{own.outcomes_true:<4} "
            f"{own.fields_right:3}/{own.fields_true:<4} {len(own.silent):6}  {specimen.shape}"
        )
    print(
        f"{len(specimens)} documents: F1 {total.f1:.4f} over {total.true} criteria, outcomes {total.outcomes_right}/"
        f"{total.outcomes_true}, fields {total.fields_right}/{total.fields_true}, silent {total.silent_share:.2%}"
    )
    return total


def test_score_over_all_specimens_keeps_the_limits() -> None:
    assert len(everything()) >= 60
    total = scored(everything())
    assert total.f1 >= LEAST_F1, total.wrong
    assert total.silent_share < MOST_SILENT, total.silent
    assert not total.invented, total.invented


def test_score_falls_where_the_truth_is_another() -> None:
    right = named("tabs.txt")
    other = named("letters.txt")
    mixed = Specimen(name=right.name, data=right.data, units=other.units, shape="control")
    own = score(mixed, read(right.data, right.name))
    assert own.f1 < 0.1
    assert own.silent
    assert own.invented


@pytest.mark.parametrize("specimen", [s for s in everything() if not s.units], ids=lambda s: s.name)
def test_document_without_a_unit_is_refused_in_words(specimen: Specimen) -> None:
    reading = read(specimen.data, specimen.name)
    assert reading.units == ()
    assert reading.refusal


def test_pages_that_are_images_say_so() -> None:
    specimen = named("image-only.pdf")
    reading = read(specimen.data, specimen.name)
    assert reading.refusal == NO_TEXT
    assert all("no text" in page.note for page in reading.pages)


def test_image_page_beside_a_unit_is_a_doubt() -> None:
    specimen = named("image-first.pdf")
    (unit,) = read(specimen.data, specimen.name).units
    assert any("page 1" in d.reason for d in unit.doubts_about("unit"))


def test_checks_doubt_what_does_not_add_up() -> None:
    specimen = named("odd-values.txt")
    (unit,) = read(specimen.data, specimen.name).units
    assert unit.doubts_about("glh")
    assert unit.doubts_about("reference")
    assert any("says 4 outcomes" in d.reason for d in unit.doubts_about("unit"))


def test_sub_points_stand_under_their_stem() -> None:
    specimen = named("word-sub-points.docx")
    (unit,) = read(specimen.data, specimen.name).units
    criterion = next(c for c in unit.criteria if c.number == "2.4")
    assert criterion.sub_points == ("15 mm copper", "22 mm copper", "plastic")


def test_marks_of_local_numbers_are_kept() -> None:
    specimen = named("graded-marks.txt")
    (unit,) = read(specimen.data, specimen.name).units
    assert [c.mark for c in unit.outcomes[0].criteria] == ["P1", "P2"]


@pytest.mark.parametrize("specimen", everything(), ids=lambda s: s.name)
def test_every_value_says_where_it_came_from(specimen: Specimen) -> None:
    reading = read(specimen.data, specimen.name)
    pieces = [p for page in reading.pages for p in page.pieces]
    known = {p.id for p in pieces}
    assert len(known) == len(pieces)
    for page in reading.pages:
        assert all(p.page == page.number for p in page.pieces)
    for unit in reading.units:
        for criterion in unit.criteria:
            assert criterion.pieces
            assert set(criterion.pieces) <= known
            words = " ".join(p.text for p in reading.pieces(criterion.pieces))
            assert criterion.text.split()[-1].strip(".;") in words
        for field in unit.fields:
            assert set(field.pieces) <= known
            assert field.pieces


def test_reading_tells_how_far_it_is() -> None:
    specimen = named("handbook.pdf")
    seen: list[tuple[int, int]] = []
    read_document(specimen.data, specimen.name, progress=lambda a, b: seen.append((a, b)), cancelled=lambda: False)
    pages = len(read(specimen.data, specimen.name).pages)
    assert (0, pages) in seen
    assert (pages, pages) in seen


def test_reading_stops_when_it_is_cancelled() -> None:
    specimen = named("handbook.pdf")
    calls = 0

    def cancelled() -> bool:
        nonlocal calls
        calls += 1
        return calls > 3

    with pytest.raises(KnownError) as caught:
        read_document(specimen.data, specimen.name, progress=lambda a, b: None, cancelled=cancelled)
    assert caught.value.code == "cancelled"
    assert calls == 4


def test_kind_of_each_document_is_told_from_its_content() -> None:
    specimen = named("handbook.pdf")
    reading: Reading = read(specimen.data, "no suffix")
    assert reading.kind.name == "PDF"
    assert [u.value(FieldName.NUMBER) for u in reading.units] == ["1", "2", "3", "4"]


def test_number_left_out_keeps_the_printed_numbers_and_is_doubted() -> None:
    specimen = named("gap-in-numbers.txt")
    (unit,) = read(specimen.data, specimen.name).units
    assert [c.number for c in unit.outcomes[1].criteria] == ["2.1", "2.3", "2.4"]
    assert any("2.2" in d.reason for d in unit.doubts_about("criterion 2.3"))


def test_number_printed_twice_is_read_by_its_place_and_doubted() -> None:
    specimen = named("repeated-number.txt")
    (unit,) = read(specimen.data, specimen.name).units
    assert any("printed as “2.1”" in d.reason for d in unit.doubts_about("criterion 2.2"))


@pytest.mark.parametrize("name", ["woven-two.txt", "woven-three.txt", "woven-close.txt", "woven-published.txt"])
def test_every_weave_says_that_it_is_not_certain(name: str) -> None:
    specimen = named(name)
    (unit,) = read(specimen.data, specimen.name).units
    for outcome in unit.outcomes:
        assert any("woven" in d.reason for d in unit.doubts_about(f"criterion {outcome.number}.1"))
