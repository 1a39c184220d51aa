"""The text that a person may send to whoever helps them. It holds versions, numbers and codes and nothing else.

No name, no path, no text of any record can come in: what is put together here are numbers, codes of a fixed form, and
versions of programs.
"""

import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessor_app.domain.findings import FindingCode
from assessor_app.domain.measures import VaultMeasures

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_CODE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramFacts:
    """Versions: of the program, and of the toolkit that paints its window ("Qt 6.11.3")."""

    version: str
    toolkit: str


def diagnostics_text(
    program: ProgramFacts,
    measures: VaultMeasures | None,
    findings: Sequence[FindingCode] | None,
    troubles: Sequence[str],
) -> str:
    """Lines of text.

    `measures` is None where the vault is locked or cannot be read, `findings` where nobody has checked yet.
    """
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [
        f"Assessor {program.version}",
        f"Python {platform.python_version()}, {program.toolkit}",
        f"System {system}",
        *(_of_vault(measures) if measures else ("Vault locked or not readable",)),
        f"Check my data: {_findings(findings)}",
        f"Last troubles: {_codes(troubles)}",
    ]
    return "\n".join(lines) + "\n"


def _of_vault(measures: VaultMeasures) -> tuple[str, ...]:
    return (
        f"SQLite {measures.sqlite}, SQLCipher {measures.cipher}",
        f"Vault format {measures.schema}",
        f"Database {measures.database_bytes:,} bytes, not merged yet {measures.unmerged_bytes:,} bytes",
        f"Files {measures.files:,}, {measures.files_bytes:,} bytes",
        *(f"Rows in {table}: {number:,}" for table, number in measures.records),
    )


def _findings(findings: Sequence[FindingCode] | None) -> str:
    if findings is None:
        return "not run since the vault was opened"
    return _codes(found.value for found in findings) if findings else "everything sound"


def _codes(codes: Iterable[str]) -> str:
    shown = [c if len(c) <= _LONGEST_CODE and _CODE.fullmatch(c) else "unnamed" for c in codes]
    return ", ".join(shown) or "none"
