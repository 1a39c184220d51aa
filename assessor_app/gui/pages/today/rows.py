"""The rows and cards of the Today page, each built from one frozen value."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.pages.today.model import Mark, Reminder, RowState, Signer, VisitRow, WaitingRow
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.avatar import Avatar
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import Card, Hairline
from assessor_app.gui.widgets.clickable import Clickable
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.rows import ListRow, row_layout
from assessor_app.gui.widgets.state_glyph import State, StateGlyph
from assessor_app.gui.widgets.tag import Tag, Tone
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.unit_badge import UnitBadge

Act = Callable[[str], None]
_MARK_COLOURS = {Mark.EXPORT: Token.ACCENT, Mark.GAP: Token.NOTYET, Mark.DOUBT: Token.NOTYET}


def visit_row(visit: VisitRow, act: Act, key: str = "") -> ListRow:
    """Time, who and where, and the one action or state at the right."""
    matters = visit.state is RowState.NOW
    layout = row_layout()
    past = visit.state is RowState.DONE
    time = Text(visit.time, Role.HEADING, Token.TEXT_3 if past else Token.TEXT, tabular=True)
    time.setMinimumWidth(look().px(46))
    layout.addWidget(time)
    layout.addWidget(Avatar(visit.person, tint=visit.tint, on_tint=matters))
    names = column(
        None, Text(visit.person, Role.STRONG, elide=True), Text(visit.where, Role.SMALL, Token.TEXT_2, elide=True), None
    )
    layout.addLayout(names, 1)
    layout.addWidget(_visit_end(visit, act, key))
    return ListRow(layout, matters_now=matters)


def _visit_end(visit: VisitRow, act: Act, key: str) -> QWidget:
    if visit.state is RowState.DONE:
        return Tag(visit.words, Tone.MET, icon="check")
    name = f"{visit.words}: {visit.person}"
    if visit.state is RowState.NOW:
        button = Button(visit.words, Kind.PRIMARY, icon="pen-line", key=key, shows_key=False, name=name)
    else:
        button = Button(visit.words, Kind.LINK, size=Size.LINE, flush=True, name=name)
    button.clicked.connect(lambda: act(visit.id))
    return button


def waiting_row(waiting: WaitingRow, act: Act) -> ListRow:
    """Who, which unit, who has signed, and what to do next."""
    layout = row_layout(spacing=14)
    unit = row(
        UnitBadge(waiting.unit, waiting.letter, side=18),
        Text(waiting.unit_title, Role.SMALL, Token.TEXT_2, elide=True),
        spacing=7,
    )
    unit.setStretch(1, 1)
    names = QWidget()
    names.setLayout(column(None, Text(waiting.person, Role.STRONG, elide=True), unit, None))
    names.setFixedWidth(look().px(226))
    layout.addWidget(names)
    layout.addLayout(row(*(_signer(signer) for signer in waiting.signers), None, spacing=18), 1)
    button = Button(waiting.action, Kind.LINK, size=Size.LINE, flush=True, name=f"{waiting.action}: {waiting.person}")
    button.clicked.connect(lambda: act(waiting.id))
    layout.addWidget(button)
    return ListRow(layout, height=71)


def _signer(signer: Signer) -> QWidget:
    glyph = StateGlyph(State.MET if signer.has_signed else State.OPEN, side=15)
    words = "has signed" if signer.has_signed else "has not signed yet"
    glyph.setAccessibleName(f"{signer.who} {words}")
    glyph.setToolTip(f"{signer.who} {words}")
    host = QWidget()
    host.setLayout(row(glyph, Text(signer.who, Role.TAG, Token.TEXT_2), spacing=6))
    return host


def reminder_card(reminders: tuple[Reminder, ...], opened: Act) -> Card:
    """A card of reminders; each opens what it speaks of."""
    card = Card(padding=(13, 7, 13, 7))
    for number, reminder in enumerate(reminders):
        if number:
            line = QHBoxLayout()
            line.setContentsMargins(8, 0, 8, 0)
            line.addWidget(Hairline())
            card.body.addLayout(line)
        card.body.addWidget(_reminder(reminder, opened))
    return card


def _reminder(reminder: Reminder, opened: Act) -> Clickable:
    layout = QHBoxLayout()
    layout.setContentsMargins(8, 12, 8, 12)
    layout.setSpacing(13)
    colour = _MARK_COLOURS.get(reminder.mark, Token.TEXT_2)
    layout.addWidget(IconView(reminder.mark.value, 20, colour, top=1), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(reminder.title, Role.MEDIUM, wrap=True))
    words.addWidget(Text(reminder.detail, Role.SMALL, Token.TEXT_2, wrap=True))
    layout.addLayout(words, 1)
    item = Clickable(layout, reminder.title, description=reminder.detail)
    item.clicked.connect(lambda: opened(reminder.id))
    return item


def quiet_line(words: str) -> Card:
    """A card that says there is nothing here."""
    card = Card()
    card.body.addWidget(Text(words, Role.BODY, Token.TEXT_2, wrap=True))
    return card
