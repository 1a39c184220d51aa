"""The sentences of a copy of somebody's data, and what window and command line say about making one."""

from datetime import date

from assessor_app.domain.moments import Moment
from assessor_app.domain.record import Form
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.subject_access import CopyGiven, CopyPlan
from assessor_app.usecases.held import files_words, is_ocr, number_words, others_than_ocr, records_words

ABOUT = (
    "This is a copy of everything that is kept about you where it was made: the records, what was typed and not yet "
    "finished, signatures, files, and the log of what was done with them. You have a right to it (UK GDPR, article "
    "15).",
    "It comes with everything.json, which holds the same for a computer and every stroke of a signature point by "
    "point, and with the folder “files”, in which your evidence and your sheets are as they were kept.",
    "Your line manager and your assessor are named as the records name them, and so is whoever was written down as "
    "present. The records of other candidates are not in it.",
    "Letters and numbers such as “R 1.2” mean a unit, by the letter that it has below, and a criterion of it.",
)
MISSING = (
    "These files are missing or damaged where they were kept. Ask your assessor whether a backup still has them, and "
    "for a new copy."
)
WHY = (
    "It is kept to assess you for your qualification, to show the awarding body how each decision was reached, and to "
    "let you and your line manager confirm it. The centre is answerable for it; the assessor works for the centre."
)
RIGHTS = (
    (
        "A correction",
        "If something here is wrong or incomplete, ask your assessor or the centre to correct it (article 16). What is "
        "signed is not overwritten: a correction makes a new version, and the old one stays marked as replaced.",
    ),
    (
        "Erasure",
        "You can ask for it to be erased (article 17). It may have to be kept for a while, where an awarding body or "
        "the law asks for that; you are then told for how long and why.",
    ),
    (
        "Limits and objection",
        "You can ask that it is only kept and not used while a question is settled (article 18), and object to what is "
        "done with it (article 21).",
    ),
    (
        "A complaint",
        "Speak to the centre first if you can. You can complain to the Information Commissioner’s Office (ICO) at any "
        "time: ico.org.uk/make-a-complaint, telephone 0303 123 1113.",
    ),
)
SHEETS = "The sheets themselves, with all that they say, are PDF files in the folder “files”."
SHEET_STATES = {
    SheetState.FROZEN: "Ready to sign, not signed by all",
    SheetState.SEALED: "Signed by all",
    SheetState.VOID: "Void",
    SheetState.SUPERSEDED: "Replaced by a newer version",
}
FORM_TITLES = tuple(form.title for form in Form)
DRAFTS = {
    "observation": "A visit that is being written",
    "observation, unreadable": "A visit as an earlier version of the program kept it",
    "candidate form": "Details that were typed and not yet kept",
    "evidence form": "Evidence that was typed and not yet added",
}
SENT = "Exports to the centre that held records of yours. Each was encrypted to the centre."
NOT_SENT = "No record of yours has been sent to a centre from this laptop."
ARCHIVED = "The centre has acknowledged everything, and your records were put into the archive of this laptop."
HANDED_OUT = (
    "Sheets that were printed or saved outside, and backups of the whole laptop, are noted in its log without saying "
    "whose they are."
)
LOG = (
    "Each time something of yours was added, changed or given out. The newest is at the end. Strokes and unfinished "
    "words are not in the log."
)

IN_CLEAR = (
    "The copy leaves the vault in clear: whoever has the folder can read it. Give it to the person themselves, on "
    "something that is theirs, and delete what you do not need."
)


def how_long(bodies: tuple[str, ...]) -> tuple[str, ...]:
    """How long it is kept, by awarding body; nothing where no unit is taken."""
    said = []
    if any(map(is_ocr, bodies)):
        said.append("OCR asks centres to keep records for three years after achievement.")
    others = others_than_ocr(bodies)
    if others:
        said.append(f"How long {others} asks for, the centre can tell you.")
    return (" ".join(said),) if said else ()


def short_day(day: date) -> str:
    """`25/11/2026`."""
    return f"{day:%d/%m/%Y}"


def moment(at: Moment) -> str:
    """`25/11/2026, 17:20 GMT`."""
    return f"{short_day(at.local_date)}, {at.local:%H:%M} {at.zone_name}"


def facts_of_plan(plan: CopyPlan) -> tuple[tuple[str, str], ...]:
    """Label and words: what a copy would hold."""
    facts = [("Records", records_words(plan.records))]
    if plan.files:
        facts.append(("Files", files_words(plan.files, plan.size)))
    facts.append(("Written as", "everything.pdf to read, everything.json for a computer, and the files beside them"))
    if plan.named_elsewhere:
        places = number_words(plan.named_elsewhere, "record")
        facts.append(("Not in it", f"{places} of other candidates in which the name is found. Look at them yourself."))
    return tuple(facts)


def report_of(given: CopyGiven) -> str:
    """One line: what was written, and where."""
    held = f"{number_words(given.records, 'record')}, {number_words(given.files, 'file')}"
    return f"The copy is in {given.folder.name}: {held}"
