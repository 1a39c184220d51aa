"""What commands print: text for people, or one JSON document with `--json`."""

import json
import sys
from dataclasses import dataclass

from assessor_app.domain.canonical import to_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Prints for a person or, with `as_json`, only the final document."""

    as_json: bool

    def line(self, text: str) -> None:
        """A line for a person."""
        if not self.as_json:
            print(text, flush=True)

    def document(self, value: object) -> None:
        """The result for a program."""
        if self.as_json:
            print(json.dumps(to_plain(value), ensure_ascii=False, indent=2, sort_keys=True))

    def trouble(self, text: str) -> None:
        """Something went wrong."""
        print(text, file=sys.stderr, flush=True)
