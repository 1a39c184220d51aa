"""What the command palette offers: every place, the actions that go anywhere, candidates and search hits."""

from collections.abc import Sequence

from assessor_app.gui.desk import Desk
from assessor_app.gui.shell.command import Command, SearchCommands

_FIXED = (
    Command(id="CANDIDATE_FORM", title="Add a candidate", icon="plus"),
    Command(id="UNIT_PROOF", title="Read a unit document", icon="file-down"),
    Command(id="lock", title="Lock now", key="Ctrl+L", icon="lock-keyhole"),
    Command(id="TODAY", title="Go to Today", key="Alt+1", section="Places", icon="sun"),
    Command(id="CANDIDATES", title="Go to Candidates", key="Alt+2", section="Places", icon="users"),
    Command(id="SIGN_OFF_LIST", title="Go to Sign-off", key="Alt+3", section="Places", icon="signature"),
    Command(id="SEARCH", title="Go to Search", key="Alt+4", section="Places", icon="search"),
    Command(id="SYNC", title="Go to Sync", key="Alt+5", section="Places", icon="refresh-cw"),
    Command(id="UNITS", title="Go to Units", key="Alt+6", section="Places", icon="library"),
    Command(id="SETTINGS", title="Go to Settings", key="Alt+8", section="Places", icon="settings"),
    Command(id="EVENT_LOG", title="Read the event log", section="Places", icon="list"),
)
_CENTRE = (
    Command(id="lock", title="Lock now", key="Ctrl+L", icon="lock-keyhole"),
    Command(id="CENTRE", title="Go to Exchange", key="Alt+1", section="Places", icon="inbox"),
    Command(id="SETTINGS", title="Go to Settings", key="Alt+8", section="Places", icon="settings"),
    Command(id="EVENT_LOG", title="Read the event log", section="Places", icon="list"),
)
_MOST = 8


def palette_commands(desk: Desk, *, is_centre: bool = False) -> SearchCommands:
    """A search over the fixed commands and what the vault finds. Reads are short; the palette asks on each key."""
    with desk.ports.store.reading() as records:
        caseload = records.caseload()

    def search(words: str) -> Sequence[Command]:
        wanted = words.casefold().split()
        fixed = [c for c in (_CENTRE if is_centre else _FIXED) if all(w in c.title.casefold() for w in wanted)]
        people = [
            Command(
                id=f"CANDIDATE {row.id}",
                title=row.name,
                detail=row.workplace,
                section="Candidates",
                person=row.name,
            )
            for row in caseload
            if all(w in f"{row.name} {row.workplace}".casefold() for w in wanted)
        ]
        return [*fixed, *people[:_MOST], *(_hits(desk, words) if wanted else ())]

    return search


def _hits(desk: Desk, words: str) -> list[Command]:
    with desk.ports.store.reading() as records:
        hits = records.search(words, _MOST)
    return [
        Command(
            id=f"OBSERVATION {hit.id}",
            title=hit.title,
            detail=hit.excerpt.replace("«", "").replace("»", ""),
            section="In your records",
            icon="eye",
        )
        for hit in hits
        if hit.kind == "observation"
    ]
