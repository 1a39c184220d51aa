"""The gap line and who judged: what the grid says about the unit as a whole.

It must say "none" before anybody signs that the candidate is competent, so it is worked out from the record itself.
"""

from assessor_app.documents.pdf.style import Style
from assessor_app.documents.pdf.text import Run
from assessor_app.documents.wording import short_date
from assessor_app.domain.judging import Verdict
from assessor_app.domain.record import UnitContent


def met_criteria(content: UnitContent) -> frozenset[str]:
    """Numbers whose last decision is `met`. Decisions are in the order they were made; none is overwritten."""
    last: dict[str, Verdict] = {}
    for decision in content.decisions:
        if decision.criterion.enrolment == content.enrolment.id:
            last[decision.criterion.number] = decision.verdict
    return frozenset(number for number, verdict in last.items() if verdict is Verdict.MET)


def judged_by(content: UnitContent) -> str:
    """Who decided, and when the last decision was made."""
    own = [d for d in content.decisions if d.criterion.enrolment == content.enrolment.id]
    if not own:
        return ""
    who = ", ".join(dict.fromkeys(d.by for d in own))
    return f"{who}, {short_date(max(d.at for d in own).local_date)}"


def gap_runs(content: UnitContent, style: Style) -> tuple[Run, ...]:
    """The gap line: it must say none before anyone signs that the candidate is competent."""
    numbers = [c.number for c in content.enrolment.unit.criteria]
    met = met_criteria(content)
    covered = {
        t.criterion.number for i in content.evidence for t in i.ties if t.criterion.enrolment == content.enrolment.id
    }
    open_, bare = [n for n in numbers if n not in met], [n for n in numbers if n not in covered]
    unanswered = [f"{i.ref} ({', '.join(i.varcs.missing)})" for i in content.evidence if not i.varcs.complete]
    if not (open_ or bare or unanswered):
        items = len(content.evidence)
        text = (
            f" {len(numbers)} of {len(numbers)} criteria are judged met, each on at least one item of evidence; "
            f"VARCS is answered for {'the one item' if items == 1 else f'all {items} items'}."
        )
        return (Run("Gaps: none.", style.bold), Run(text, style))
    parts = []
    if open_:
        parts.append(f"not judged met: {', '.join(open_)}")
    if bare:
        parts.append(f"no evidence: {', '.join(bare)}")
    if unanswered:
        parts.append(f"VARCS not answered: {', '.join(unanswered)}")
    return (Run("Gaps. ", style.bold), Run(f"{'; '.join(parts)[:1].upper()}{'; '.join(parts)[1:]}.", style))
