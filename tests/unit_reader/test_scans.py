"""Pages that are images: read where the extra is installed, doubted always, and never able to harm the program."""

import subprocess
import sys
import time

import pytest

from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import Reading, SourcePiece
from assessor_app.unit_reader import read as read_module
from assessor_app.unit_reader.read import NO_TEXT, read_document
from assessor_app.unit_reader.scans import reader as reader_module
from assessor_app.unit_reader.scans.doubts import RECOGNISED
from assessor_app.unit_reader.scans.places import leaning_again, letters_of
from assessor_app.unit_reader.scans.reader import ScanReader, SeenLine, can_read_scans
from assessor_app.unit_reader.scans.worker import lean_of
from tests.unit_reader.reading import read
from tests.unit_reader.scoring import Score, score
from tests.unit_reader.specimens.collection import named, seventh
from tests.unit_reader.specimens.scanning import blank, scanned, stamped_with
from tests.unit_reader.specimens.truth import Specimen

needs_extra = pytest.mark.skipif(
    not can_read_scans(), reason="NOT TESTED: the extra 'scans' is not installed (python3 packaging/dev.py scans)"
)
QUICK = ("restorative-three-columns.pdf", "classroom-support.pdf", "mig-plate-and-sections.pdf")


def scored(specimens: list[Specimen]) -> tuple[Score, list[Reading]]:
    total, readings = Score(), []
    for specimen in specimens:
        reading = read(scanned(specimen.data), specimen.name)
        own = score(specimen, reading)
        print(f"{specimen.name:34} F1 {own.f1:.3f}, fields {own.fields_right}/{own.fields_true}, {own.wrong}")
        total.add(own)
        readings.append(reading)
    return total, readings


@needs_extra
def test_scanned_units_are_read_and_doubted_as_a_whole() -> None:
    total, readings = scored([named(name) for name in QUICK])
    assert total.f1 >= 0.97, total.wrong
    assert total.fields_right >= 0.85 * total.fields_true, total.wrong
    assert not total.invented, total.invented
    for reading in readings:
        assert {page.note for page in reading.pages if page.pieces} == {RECOGNISED}
        for unit in reading.units:
            assert any(d.where == "unit" and "image of the page" in d.reason for d in unit.doubts)
            assert all(reading.pieces(c.pieces) for c in unit.criteria)  # shown where it stands on the page


@needs_extra
@pytest.mark.soak
def test_every_paper_of_a_set_is_read_from_its_scan() -> None:
    papers = [s for s in seventh() if s.name.endswith(".pdf") and s.units]
    total, _ = scored(papers)
    print(f"F1 {total.f1:.3f} of {total.true}, fields {total.fields_right}/{total.fields_true}, silent {total.silent}")
    assert total.f1 >= 0.97, total.wrong


@needs_extra
def test_scan_with_a_stamp_of_the_scanner_is_read_all_the_same() -> None:
    specimen = named(QUICK[2])
    stamped = stamped_with(scanned(specimen.data), "Scanned by Office 3")
    assert score(specimen, read(stamped, specimen.name)).f1 >= 0.97


@needs_extra
def test_picture_with_nothing_on_it_is_refused_in_words() -> None:
    reading = read(blank(), "blank.pdf")
    assert reading.units == ()
    assert reading.refusal == NO_TEXT


@needs_extra
def test_reading_stops_at_once_and_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    make = subprocess.Popen

    def noted(*arguments: object, **options: object) -> "subprocess.Popen[bytes]":
        begun.append(make(*arguments, **options))  # type: ignore[call-overload]
        return begun[-1]

    monkeypatch.setattr(reader_module.subprocess, "Popen", noted)
    looks = []

    def cancelled() -> bool:
        looks.append(time.monotonic())
        return len(looks) > 8

    with pytest.raises(KnownError) as caught:
        read_document(scanned(named(QUICK[0]).data), "x.pdf", progress=lambda _d, _t: None, cancelled=cancelled)
    assert caught.value.code == "cancelled"
    assert [process.poll() is not None for process in begun] == [True]


def test_without_the_extra_the_page_is_named_and_the_way_to_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_module, "can_read_scans", lambda: False)
    reading = read(scanned(named(QUICK[0]).data), "x.pdf")
    assert reading.units == ()
    assert reading.refusal is not None
    assert reading.refusal.startswith(NO_TEXT)
    assert "scans" in reading.refusal
    assert all(not page.pieces and "no text" in page.note for page in reading.pages)


def _saying(answer: str) -> str:
    return f"print('ready'); print({answer!r})"


WORKERS = {
    "ends": "import sys; sys.exit(3)",
    "ends later": "import sys; print('ready', flush=True); sys.stdin.buffer.read(99); sys.exit(1)",
    "no JSON": _saying("{{{"),
    "other JSON": _saying("[1, 2]"),
    "odd lines": _saying('{"lean": 0, "lines": [{"box": [1], "words": [], "score": 1}], "rules": []}'),
    "odd words": _saying('{"lean": 0, "lines": [{"box": [1, 2, 3, 4], "words": [7], "score": 1}], "rules": []}'),
    "odd lean": _saying('{"lean": 1e9, "lines": [], "rules": []}'),
    "hangs": "import time; print('ready', flush=True); time.sleep(60)",
    "never begins": "import time; time.sleep(60)",
}


@pytest.mark.parametrize("what", WORKERS)
def test_worker_that_breaks_counts_as_a_page_without_text(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make = subprocess.Popen

    def broken(_: object, **options: object) -> "subprocess.Popen[bytes]":
        return make([sys.executable, "-c", WORKERS[what]], **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(read_module, "can_read_scans", lambda: True)
    monkeypatch.setattr(reader_module.subprocess, "Popen", broken)
    monkeypatch.setattr(reader_module, "_READY_S", 2)
    monkeypatch.setattr(reader_module, "_PAGE_S", 1)
    began = time.monotonic()
    reading = read(blank(3), "three.pdf")
    assert time.monotonic() - began < 30
    assert reading.refusal is not None
    assert reading.refusal.startswith(NO_TEXT)


def test_only_so_many_pictures_are_read_and_none_that_is_too_large() -> None:
    scans = ScanReader(lambda: None)
    scans._left = 0
    assert scans.read(bytes(100), 10, 10, 1.0) is None
    scans = ScanReader(lambda: None)
    assert scans.read(bytes(100), 10, 11, 1.0) is None
    assert scans.read(bytes(5000), 5000, 1, 1.0) is None
    assert scans._process is None


def test_letters_stand_in_their_words_and_words_apart() -> None:
    line = SeenLine(words=(("Check", 10, 40), ("it", 40.5, 48)), x0=9, y0=100, x1=48, y1=112, score=0.99)
    letters = list(letters_of([line]))
    assert "".join(letter for letter, *_ in letters) == "Checkit"
    assert [x0 for _, x0, *_ in letters] == sorted(x0 for _, x0, *_ in letters)
    assert letters[0][1] == 9
    (_, _, end, _, size), (_, begin, *_) = letters[4], letters[5]
    assert begin - end >= 0.2 * size  # else the two would become one word


def test_pieces_are_shown_where_they_stand_on_a_leaning_page() -> None:
    piece = SourcePiece(id=1, page=1, x=90, y=395, width=20, height=10, text="Check")
    (same,) = leaning_again([piece], 0.0, 600, 800)
    assert (same.x, same.y) == pytest.approx((piece.x, piece.y))
    (leaned,) = leaning_again([piece], 0.05, 600, 800)
    assert leaned.y == pytest.approx(piece.y - 200 * 0.05, abs=0.1)  # a line that goes down to the right is higher left
    assert leaned.id == piece.id


def test_lean_is_told_by_long_lines_only() -> None:
    long = [[0, 0], [400, 4], [400, 24], [0, 20]]
    short = [[0, 0], [20, 10], [20, 30], [0, 20]]
    turned = [[0, 0], [400, 200], [390, 220], [-10, 20]]
    assert lean_of([long, long, long, short, short]) == pytest.approx(0.01, abs=1e-4)
    assert lean_of([long, short]) == 0.0
    assert lean_of([turned] * 5) == 0.0


def test_nothing_of_the_extra_is_loaded_by_the_program() -> None:
    code = (
        "import sys; import assessor_app.unit_reader.read as r; r.can_read_scans();"
        "print([m for m in ('rapidocr', 'onnxruntime', 'cv2', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_stamped_scan_without_the_extra_says_how_it_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_module, "can_read_scans", lambda: False)
    reading = read(stamped_with(blank(), "Scanned by Office 3"), "x.pdf")
    assert reading.refusal is not None
    assert "it is an image" in reading.refusal
    assert "'scans'" in reading.refusal
