"""The structure tree: what a screen reader hears, in reading order.

A node is written once; its content may stand on several pages. What belongs to no node is an artifact.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of page content by its page (from 0) and its marked-content number there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class WidgetRef:
    """The signature widget with that number in signing order."""

    number: int


@dataclass(slots=True, eq=False)
class Node:
    """One element of the structure tree."""

    tag: str
    parent: "Node | None" = None
    title: str = ""
    alt: str = ""
    actual: str = ""
    expanded: str = ""
    scope: str = ""
    col_span: int = 1
    row_span: int = 1
    headers: tuple["Node", ...] = ()
    kids: "list[Node | Marked | WidgetRef]" = field(default_factory=list)
    key: str = ""

    def add(
        self,
        tag: str,
        *,
        title: str = "",
        alt: str = "",
        actual: str = "",
        expanded: str = "",
        scope: str = "",
        col_span: int = 1,
        row_span: int = 1,
        headers: tuple["Node", ...] = (),
    ) -> "Node":
        """A new child at the end."""
        node = Node(
            tag=tag,
            parent=self,
            title=title,
            alt=alt,
            actual=actual,
            expanded=expanded,
            scope=scope,
            col_span=col_span,
            row_span=row_span,
            headers=headers,
        )
        self.kids.append(node)
        return node

    def walk(self) -> "Iterator[Node]":
        """This node and all beneath it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()
