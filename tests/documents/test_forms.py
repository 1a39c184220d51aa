"""What stands on the forms: nothing cut, nothing too small, nothing outside the page."""

import gc
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor_app.documents.appearance import render_appearance
from assessor_app.documents.blank import render_blank
from assessor_app.documents.common import qr_text
from assessor_app.documents.grid import Grid
from assessor_app.documents.grid_plan import deal_rows, divide
from assessor_app.documents.pdf import fonts
from assessor_app.documents.pdf.style import Face, Style
from assessor_app.documents.pdf.text import Piece, set_text
from assessor_app.documents.render import render
from assessor_app.documents.sheet import qr_matrix
from assessor_app.domain.canonical import short_hash
from assessor_app.domain.evidence import HeldInWorkplace
from assessor_app.domain.judging import ChecklistRow
from assessor_app.domain.people import Candidate
from assessor_app.domain.record import BaseRecord, Form, FormApproval, ObservationContent, UnitContent
from assessor_app.domain.roles import Role
from assessor_app.settings import shipped
from assessor_app.unit_reader.unit_files import read_unit_file
from tests.documents import records
from tests.documents.reading import page_texts, shown, squeezed, text_of

ALL = {
    "001": records.ers_001,
    "000": records.ers_000,
    "004": records.ers_004,
    "exception": records.ers_exception,
    "checklist": records.checklist_002,
    "observation": records.observation,
    "large": records.large_unit,
    "long": records.long_names,
}


@pytest.fixture(scope="module", params=list(ALL.values()), ids=list(ALL))
def made(request: pytest.FixtureRequest) -> tuple[BaseRecord, bytes]:
    """A record and its form."""
    record = request.param()
    return record, render(record)


def printed_times(text: str, words: str) -> int:
    """How often words are printed whole; a page's end may part one of them."""
    return squeezed(text).count(squeezed(words))


def unit_content(record: BaseRecord) -> UnitContent:
    """The unit's content, where it has one."""
    assert isinstance(record.content, UnitContent)
    return record.content


def test_every_word_of_the_record_is_printed_uncut(made: tuple[BaseRecord, bytes]) -> None:
    record, pdf = made
    text = squeezed(text_of(pdf))
    wanted = [record.content.candidate.name, record.content.centre.name, record.content.assessor.name]
    if isinstance(record.content, ObservationContent):
        seen = record.content.observation
        wanted += [p.text for p in seen.paragraphs] + [q.question for q in seen.questions]
        wanted += [q.answer for q in seen.questions] + [seen.feedback, seen.candidate_comments, seen.next_steps]
    else:
        content = record.content
        wanted += [c.text for c in content.enrolment.unit.criteria] + [i.title for i in content.evidence]
        wanted += [i.location for i in content.evidence] + [o.text for o in content.enrolment.unit.outcomes]
        wanted += [q.question.answer for q in content.questions] + [content.judgement.feedback]
        wanted += [a.text for a in content.judgement.actions] + [r.found_at for r in content.judgement.checklist]
    for words in wanted:
        assert squeezed(words) in text, words


def test_nothing_is_set_below_eight_points(made: tuple[BaseRecord, bytes]) -> None:
    sizes = [size for _, size, _ in shown(made[1])]
    assert sizes
    assert min(sizes) >= 8.0


def test_no_missing_glyph_is_drawn(made: tuple[BaseRecord, bytes]) -> None:
    """In a subset font code 0 of every subset is .notdef."""
    assert not [text for _, _, text in shown(made[1]) if b"\x00" in text]


def test_everything_stands_within_the_margins(made: tuple[BaseRecord, bytes]) -> None:
    document = pypdfium2.PdfDocument(made[1])
    for page in document:
        width, height = page.get_size()
        for thing in page.get_objects():
            left, bottom, right, top = thing.get_bounds()
            assert left >= 25, (left, right)
            assert right <= width - 25 + 0.5, (left, right)
            assert bottom >= 10, (bottom, top)
            assert top <= height - 10, (bottom, top)
    document.close()


def test_text_lines_do_not_run_into_each_other(made: tuple[BaseRecord, bytes]) -> None:
    """No two texts of a page overlap by more than their side bearings."""
    document = pypdfium2.PdfDocument(made[1])
    for number, page in enumerate(document):
        boxes = []
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = thing.get_bounds()
            hidden = pypdfium2.raw.FPDFTextObj_GetTextRenderMode(thing.raw) == 3
            if right - left > 0.5 and not hidden:
                boxes.append((left, bottom, right, top))
        boxes.sort()
        for n, (left, bottom, right, top) in enumerate(boxes):
            for other in boxes[n + 1 :]:
                if other[0] >= right - 1.2:
                    break
                overlap = min(top, other[3]) - max(bottom, other[1])
                assert overlap < 3.0, (number + 1, (left, bottom, right, top), other)
    document.close()


def test_footer_repeats_on_every_page(made: tuple[BaseRecord, bytes]) -> None:
    record, pdf = made
    texts = page_texts(pdf)
    for number, text in enumerate(texts, start=1):
        assert str(record.document_id) in text
        assert short_hash(record.content_hash) in text
        assert f"Page {number} of {len(texts)}" in text
        assert "FORM NOT YET APPROVED" in text
        assert squeezed(record.content.candidate.name) in squeezed(text)


def test_approved_form_says_by_whom() -> None:
    record = replace(records.ers_001(), approval=FormApproval(approved_by="Test body EQA", on=date(2026, 5, 6)))
    text = text_of(render(record))
    assert "approved by Test body EQA, 6 May 2026" in text
    assert "NOT YET APPROVED" not in text


def test_unstated_values_say_so_and_title_source_is_printed() -> None:
    first = page_texts(render(records.ers_001()))[0]
    assert "Level not stated" in first
    assert "title taken from the unit’s aim; the document gives none" in first


def test_manager_rule_is_printed_only_where_it_holds() -> None:
    assert "on or before" in page_texts(render(records.ers_001()))[0]
    assert "No manager’s signature is asked for" in page_texts(render(records.ers_000()))[0]


def test_exception_absence_regime_and_clock_are_printed() -> None:
    exception = page_texts(render(records.ers_exception()))[-1]
    assert "by the centre’s written decision. The candidate is the owner of the business" in exception
    assert "AV-2026-19" in exception
    decided = text_of(render(records.ers_004()))
    assert "decided by the centre" in decided
    assert "AV-2026-04" in decided
    assert "Not signed: Osian Trefor was away" in decided
    assert "Device clock inconsistent; see record 1484." in decided


def test_gap_line_names_what_is_missing() -> None:
    text = text_of(render(records.ers_000()))
    assert "Not judged met: 4.1, 4.2; no evidence: 4.1, 4.2; VARCS not answered: E1 (authentic" in text
    assert "Gaps: none. 23 of 23 criteria" in text_of(render(records.ers_001()))


def test_checklist_states_expiry_reason_stand_in_and_gaps() -> None:
    record = records.checklist_002()
    text = text_of(render(record))
    assert "This unit expired on 31 December 2017" in text
    assert "no certificate will be claimed" in text
    assert "Centre-made stand-in." in text
    assert "Gaps: none. 10 of 10 requirements" in text
    content = unit_content(record)
    rows = (ChecklistRow(number="1.1", found_at="p. 1", candidate_tick=True), *content.judgement.checklist[1:])
    open_ = records.frozen(
        replace(content, judgement=replace(content.judgement, checklist=rows)),
        form=record.form,
        signatories=record.signatories,
    )
    assert "Gaps. Not ticked by the assessor: 1.1." in text_of(render(open_))


def test_qr_code_says_form_id_version_and_hash() -> None:
    record = records.ers_001()
    text = qr_text(record)
    assert text == f"ASR:ERS:{record.document_id}:3:{record.content_hash[:16]}".upper()
    expected = tuple(tuple(row) for row in segno.make_qr(text, error="m", boost_error=False).matrix)
    assert qr_matrix(text) == expected
    document = pypdfium2.PdfDocument(render(record))
    scale = 600 / 72
    picture = document[0].render(scale=scale, grayscale=True).to_pil()
    side = 15 / (len(expected) + 4) / 25.4 * 600
    left, top = (297 - 12 - 15) / 25.4 * 600 + 2 * side, (186.5 + 1.3) / 25.4 * 600 + 2 * side
    read = tuple(
        tuple(
            int(picture.getpixel((round(left + (c + 0.5) * side), round(top + (r + 0.5) * side))) < 128)
            for c in range(len(row))
        )
        for r, row in enumerate(expected)
    )
    document.close()
    assert read == expected


def test_characters_outside_both_fonts_are_spelt_out() -> None:
    record = records.ers_001(candidate=replace(records.CANDIDATE, name="Ŵŷn 中 Ελένη 😀"))
    pdf = render(record)
    first = page_texts(pdf)[0]
    assert "Ŵŷn [U+4E2D] Ελένη [U+1F600]" in first
    assert not [text for _, _, text in shown(pdf) if b"\x00" in text]


def test_clean_composes_and_drops_what_cannot_be_seen() -> None:
    assert fonts.clean("W\u0302y\u200bn\u00ad\x07") == "Ŵyn"


def test_style_below_eight_points_is_refused() -> None:
    with pytest.raises(ValueError, match="below 8"):
        Style(Face.REGULAR, 7.9)


def test_nothing_of_a_record_stays_in_memory_when_its_form_is_made() -> None:
    record = records.ers_001()
    render(record)
    render_appearance(record, records.capture(record, Role.CANDIDATE))
    gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, Piece) and records.CANDIDATE.name in thing.text]
    assert kept == []


def test_long_word_is_broken_not_cut() -> None:
    block = set_text("x" * 200, 20)
    assert squeezed(block.text) == "x" * 200
    assert block.width <= 20.01


def test_row_too_tall_sends_its_text_to_the_annex() -> None:
    e = records.enrolment(records.UNIT_001)
    long_text = "A very long account of where this is kept and what it shows. " * 45
    tall = records.item(1, "Short title", date(2026, 5, 1), "P", "1.1", e, location=long_text)
    text = text_of(render(records.ers_001(evidence=(tall,))))
    assert "Description in full: annex" in text
    assert printed_times(text, "account of where this is kept") >= 44


def test_long_feedback_moves_the_judgement_to_the_page_before() -> None:
    feedback = "You explained what you did and why, and then you looked whether it had helped. " * 60
    record = records.ers_001(judgement=replace(records.JUDGEMENT, feedback=feedback))
    texts = page_texts(render(record))
    assert printed_times(" ".join(texts), "and then you looked whether") >= 59
    assert "Judgement: competent" in texts[-1]
    assert "Signatures, in the order of signing" in texts[-1]


def test_judgement_text_stands_with_the_signatures_and_a_long_one_moves() -> None:
    texts = page_texts(render(records.ers_001()))
    assert len(texts) == 4
    assert squeezed(records.JUDGEMENT.text) in squeezed(texts[-1])
    text = "The work was seen on three visits and spoken about at length afterwards. " * 70
    moved = page_texts(render(records.ers_001(judgement=replace(records.JUDGEMENT, text=text))))
    assert "Reasons for the judgement" not in moved[-1]
    assert printed_times(" ".join(moved), "spoken about at length") >= 69


@pytest.mark.parametrize("path", sorted(shipped("units").glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_units_print_every_criterion_on_sheet_and_blank(path: Path) -> None:
    unit = read_unit_file(path)
    sheet = records.frozen(records.unit_content(unit))
    for pdf in (render(sheet), render(replace(sheet, form=Form.CHECKLIST)), render_blank(unit)):
        text = squeezed(text_of(pdf))
        for criterion in unit.criteria:
            assert squeezed(f"{criterion.number} {criterion.text}") in text


def test_unit_with_a_title_of_many_lines_and_a_name_of_many_words_stay_on_the_page() -> None:
    unit = replace(records.UNIT_004, title="Work with others to improve what is done for customers " * 12)
    content = records.unit_content(unit, candidate=replace(records.CANDIDATE, name="Angharad Llywelyn " * 14))
    pdf = render(records.frozen(content))
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        width, height = page.get_size()
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = thing.get_bounds()
            assert left >= 25
            assert right <= width - 25
            assert bottom >= 10
            assert top <= height - 8
    document.close()


def words(count: int) -> str:
    """A text of that many different words."""
    return " ".join(f"word{n}" for n in range(count))


def test_texts_longer_than_a_page_are_cut_between_pages_and_stay_whole() -> None:
    long = words(900)
    unit = replace(
        records.UNIT_002,
        outcomes=(records.outcome("1", "Know a very long thing", long, "Name one more"), records.UNIT_002.outcomes[1]),
    )
    content = unit_content(records.checklist_002())
    rows = (ChecklistRow(number="1.2", found_at="p. 2", comment=words(300)), *content.judgement.checklist)
    content = replace(
        content,
        enrolment=replace(content.enrolment, unit=unit),
        judgement=replace(content.judgement, checklist=rows),
    )
    seen = records.observation()
    assert isinstance(seen.content, ObservationContent)
    question = replace(seen.content.observation.questions[0], answer=words(2500))
    paragraph = replace(seen.content.observation.paragraphs[0], text=words(2500))
    visit = replace(seen.content.observation, questions=(question,), paragraphs=(paragraph,))
    for record, most in (
        (records.frozen(content, form=Form.CHECKLIST), 900),
        (records.frozen(content), 900),
        (replace(seen, content=replace(seen.content, observation=visit)), 2500),
    ):
        pdf = render(record)
        printed = set(text_of(pdf).replace("\u201c", " ").replace("\u201d", " ").split())
        assert {f"word{n}" for n in range(most)} <= printed
        document = pypdfium2.PdfDocument(pdf)
        for page in document:
            foot = 25 * 72 / 25.4 if record.form is Form.ERS else 26 * 72 / 25.4
            body = [o for o in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]) if o.get_bounds()[3] > foot]
            assert all(o.get_bounds()[1] > foot - 4 for o in body)
        document.close()


def test_long_answers_stand_whole() -> None:
    content = unit_content(records.ers_001())
    answer = "First I told the queue, then I rang the helpdesk and wrote the list by hand. " * 150
    longer = replace(content.questions[0], question=replace(content.questions[0].question, answer=answer))
    text = text_of(render(records.frozen(replace(content, questions=(longer, *content.questions[1:])))))
    assert printed_times(text, "rang the helpdesk and wrote the list") >= 148


def test_long_narrative_is_whole_and_goes_on() -> None:
    record = records.observation(times=5)
    texts = page_texts(render(record))
    assert len(texts) > 3
    assert squeezed(" ".join(texts)).count(squeezed("Nobody lost a place.")) == 5


def test_large_unit_has_two_blocks_and_a_dozen_pages() -> None:
    record = records.large_unit()
    content = unit_content(record)
    blocks = divide(content.enrolment.unit.outcomes)
    assert [len(b.criteria) for b in blocks] == [23, 37]
    texts = page_texts(render(record))
    assert len(texts) <= 13
    assert "Criteria, block 2 of 2: outcomes 4 to 7" in " ".join(texts)
    grid = Grid(blocks[1], content, 273)
    assert 5.6 <= grid.column <= 6.2


def test_held_item_says_where_and_with_whom() -> None:
    e = records.enrolment(records.UNIT_001)
    held = HeldInWorkplace(where="strong room", holder="Nia Rowlands", seen_on=date(2026, 9, 3))
    one = records.item(1, "Ledger", date(2026, 9, 1), "P", "1.1", e, held=held)
    text = text_of(render(records.ers_001(evidence=(one,))))
    assert "Held in the workplace: strong room, by Nia Rowlands. Seen there on 3 Sep 2026; not copied" in text


@given(
    heights=st.lists(st.floats(13, 60), min_size=0, max_size=60),
    room=st.floats(90, 130),
)
def test_rows_are_dealt_whole_in_order_with_the_counts_last(heights: list[float], room: float) -> None:
    spans = deal_rows(heights, room, 22)
    assert [n for span in spans for n in range(span.first, span.last)] == list(range(len(heights)))
    assert [span.closing for span in spans] == [False] * (len(spans) - 1) + [True]
    for span in spans:
        used = sum(heights[span.first : span.last]) + (22 if span.closing else 0)
        assert used <= room + 1e-6
    last = spans[-1]
    if len(heights) >= 2 and heights[-1] + heights[-2] + 22 <= room:
        assert last.last - last.first >= 2


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    outcomes=st.lists(st.integers(0, 30), min_size=1, max_size=9).filter(lambda counts: sum(counts) > 0),
    items=st.integers(0, 40),
)
def test_any_number_of_criteria_and_items_is_printed(outcomes: list[int], items: int) -> None:
    record = records.many(tuple(outcomes), items)
    content = unit_content(record)
    blocks = divide(content.enrolment.unit.outcomes)
    assert [c for b in blocks for c in b.criteria] == list(content.enrolment.unit.criteria)
    text = squeezed(text_of(render(record)))
    for item in content.evidence:
        assert squeezed(f"{item.title} {item.location}") in text
    for criterion in content.enrolment.unit.criteria:
        assert squeezed(f"{criterion.number} {criterion.text}") in text


@settings(max_examples=15, deadline=None)
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
def test_any_name_can_be_printed(name: str) -> None:
    candidate = Candidate(id=records.CANDIDATE.id, name=name)
    assert render(replace_candidate(records.observation(), candidate)).startswith(b"%PDF-1.7")


def replace_candidate(record: BaseRecord, candidate: Candidate) -> BaseRecord:
    """The same form of somebody else."""
    return replace(record, content=replace(record.content, candidate=candidate))
