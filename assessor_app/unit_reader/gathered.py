"""What is gathered about one unit's metadata: values with their pieces, doubts, and rows that are nothing else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assessor_app.domain.reading import FieldName, ReadField
from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.values import REFERENCE

_SIZES = re.compile(r"\s*\([^()]{0,80}\b(?:level|credits?|GLH|hours)\b[^()]{0,80}\)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Metadata:
    """What was found, and the rows that are metadata and nothing else."""

    found: dict[FieldName, ReadField] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)

    def doubt(self, where: str, reason: str) -> None:
        """Notes a doubt once."""
        doubt = Doubt(where=where, reason=reason)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def put(self, name: FieldName, value: str, pieces: Iterable[int]) -> None:
        """Keeps a value; a different second one is a doubt."""
        held = self.found.get(name)
        if held is None:
            self.found[name] = ReadField(name=name, value=value, pieces=tuple(dict.fromkeys(pieces)))
        elif held.value is not None and held.value.casefold() != value.casefold():
            self.doubt(name.value, f"The document also says “{value}”.")

    def put_title(self, text: str, pieces: tuple[int, ...]) -> None:
        """A title; a reference in brackets behind it is taken apart."""
        reference = REFERENCE.search(text)
        if reference is not None:
            self.put(FieldName.REFERENCE, "/".join(reference.groups()), pieces)
            text = REFERENCE.sub("", text)
        text = _SIZES.sub("", text)
        text = squeeze(text.replace("()", "").replace("[]", "")).strip(" |-–—")
        if text:
            self.put(FieldName.TITLE, text, pieces)
