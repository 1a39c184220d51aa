"""The list of sign-offs: what waits and who is next, what is ready to freeze, what is sealed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from assessor_app.gui.pages.sign_off_list.model import SignOffListContent, SignRow, SignSection
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.empty_state import EmptyState
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import clear, column
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.rows import ListRow, RowsCard, row_layout
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.state_glyph import State, StateGlyph
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.unit_badge import UnitBadge

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_FIRST = 12


class SignOffListView(QWidget):
    """`opened` gives the id of the row whose button was pressed."""

    opened = Signal(str)
    candidates_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: set[str] = set()
        self._content = SignOffListContent(sections=())
        first = Button("Go to candidates", Kind.PRIMARY, icon="users", size=Size.TALL)
        first.clicked.connect(self.candidates_asked)
        self._empty = EmptyState(
            "Nothing to sign",
            "When a visit is finished or a unit has no gap left, it stands here with whoever signs next.",
            first=first,
        )
        self._page = Page("Sign-off")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._page)

    def set_content(self, content: SignOffListContent) -> None:
        """Shows `content` instead of what was there."""
        self._content = content
        self._stack.setCurrentWidget(self._page if content.sections else self._empty)
        self._page.set_title("Sign-off", content.second)
        clear(self._page.body)
        for number, section in enumerate(content.sections):
            if number:
                self._page.body.addSpacing(28)
            self._page.body.addWidget(SectionHeading(section.heading, len(section.rows)))
            self._page.body.addWidget(self._card(section))
            left = len(section.rows) - self._shown(section)
            if left > 0:
                more = Button(
                    f"Show {left} more", Kind.LINK, size=Size.LINK, name=f"Show {left} more: {section.heading}"
                )
                more.clicked.connect(lambda _=False, key=section.heading: self._on_more(key))
                self._page.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _shown(self, section: SignSection) -> int:
        return len(section.rows) if section.heading in self._all else min(_FIRST, len(section.rows))

    def _card(self, section: SignSection) -> RowsCard:
        card = RowsCard()
        card.set_rows([self._row(item) for item in section.rows[: self._shown(section)]])
        return card

    def _row(self, item: SignRow) -> ListRow:
        layout = row_layout(spacing=16)
        if item.letter:
            layout.addWidget(UnitBadge(item.unit, item.letter, side=28), 0, _MIDDLE)
        else:
            layout.addWidget(IconView("eye", 24, Token.TEXT_2), 0, _MIDDLE)
        words = column(
            Text(f"{item.person}  ·  {item.title}", Role.STRONG, elide=True),
            Text(item.detail, Role.SMALL, Token.TEXT_2, elide=True),
        )
        layout.addLayout(words, 1)
        for who, has_signed in item.signers:
            layout.addLayout(_signer(who, has_signed=has_signed))
        kind = Kind.PRIMARY if item.is_primary else Kind.SECONDARY
        button = Button(item.action, kind, size=Size.SMALL, name=f"{item.action}: {item.person}, {item.title}")
        button.clicked.connect(lambda: self.opened.emit(item.id))
        layout.addWidget(button, 0, _MIDDLE)
        return ListRow(layout, height=68, matters_now=item.is_primary)

    def _on_more(self, heading: str) -> None:
        self._all.add(heading)
        self.set_content(self._content)


def _signer(who: str, *, has_signed: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    glyph = StateGlyph(State.MET if has_signed else State.OPEN, side=16)
    glyph.setAccessibleName("signed" if has_signed else "not signed yet")
    glyph.setToolTip("Signed" if has_signed else "Not signed yet")
    line.addWidget(glyph, 0, _MIDDLE)
    line.addWidget(Text(who, Role.SMALL, Token.TEXT if has_signed else Token.TEXT_2))
    return line
