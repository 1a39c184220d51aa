"""Which files of the vault go into a copy of somebody's data, what they are, and how they are called there."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from assessor_app.domain.record import Form
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.subject_access import CopiedFile, SubjectData
from assessor_app.usecases.safe_names import Names, safe_name

FOLDER = "files"


def plan_files(data: SubjectData, is_there: Callable[[str], bool]) -> tuple[CopiedFile, ...]:
    """Every file once: evidence, sheets as they are now, and what else is there under a hash that they name.

    Earlier states of a sheet are left out: a PDF is signed by adding to it, so the newest holds them to the byte.
    """
    names = Names()
    found: dict[str, CopiedFile] = {}
    for sha256, name, what in _named(data):
        if sha256 not in found:
            found[sha256] = CopiedFile(sha256=sha256, what=what, name=f"{FOLDER}/{names.free(name)}")
    earlier = _earlier_states(data)
    for sha256 in sorted(data.hashes - earlier - found.keys()):
        if is_there(sha256):
            what = "A file that was removed, and is still kept" if sha256 in data.let_go else "A file"
            found[sha256] = CopiedFile(sha256=sha256, what=what, name=f"{FOLDER}/{names.free('Other file')}")
    return tuple(found.values())


def _bodies(data: SubjectData, kind: str) -> dict[str, Any]:  # Any: stored JSON
    return {f.record.id: json.loads(f.record.body) for f in data.records if f.record.kind == kind}


def _named(data: SubjectData) -> Iterator[tuple[str, str, str]]:
    """Hash, readable name, and what it is."""
    for item in _bodies(data, "evidence").values():
        if item.get("file"):
            name = safe_name(item["file"]["name"], "evidence")
            yield item["file"]["sha256"], f"E{item['number']} {name}", f"Evidence E{item['number']}, {item['title']}"
    sheets = _bodies(data, "sheet")
    for key, status in _bodies(data, "sheet_status").items():
        if key in sheets:
            record = sheets[key]["record"]
            form, version, state = Form(record["form"]), record["version"], SheetState(status["state"])
            subject = _subject(record["content"])
            word = "signed" if state is SheetState.SEALED else "not fully signed" if state.is_live else state.value
            yield (
                status["pdf_sha256"],
                f"{form.title} {subject} version {version}, {word}.pdf",
                f"{form.title}, {subject}, version {version} ({word})",
            )
    for signature in _bodies(data, "signature").values():
        if signature.get("scan_sha256"):
            role = signature["signer"]["role"]
            yield signature["scan_sha256"], f"Page signed on paper, {role}", f"The page that the {role} signed on paper"
    for row in data.beside["draft"]:
        yield from _in_draft(str(row["body"]))


def _in_draft(body: str) -> Iterator[tuple[str, str, str]]:
    try:
        file = json.loads(body).get("file")
    except (ValueError, AttributeError):
        return
    if file:
        yield file["sha256"], safe_name(file["name"], "evidence"), "A file that was chosen and not yet added"


def _subject(content: Any) -> str:  # Any: stored JSON
    if "observation" in content:
        return f"OBS-{content['observation']['number']:02d}"
    return f"unit {content['enrolment']['letter']}"


def _earlier_states(data: SubjectData) -> set[str]:
    bases = {sheet["base_sha256"] for sheet in _bodies(data, "sheet").values()}
    return bases | {signature["pdf_sha256"] for signature in _bodies(data, "signature").values()}
