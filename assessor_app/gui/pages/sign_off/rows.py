"""The rows of the sign-off page: what is missing, who signs, which versions there were."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor_app.gui.pages.sign_off.model import GapRow, SignerRow, SignerState, VersionRow
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.chip import Chip
from assessor_app.gui.widgets.clickable import Clickable
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.rows import ListRow, row_layout
from assessor_app.gui.widgets.state_glyph import State, StateGlyph
from assessor_app.gui.widgets.text import Text

_GLYPHS = {SignerState.SIGNED: State.MET, SignerState.NEXT: State.SEEN, SignerState.WAITING: State.OPEN}
_LARGE = 1.5
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def gap_row(gap: GapRow, mended: Callable[[str], None]) -> ListRow:
    """Criterion or icon, what is missing, and the button that mends it."""
    layout = row_layout(spacing=14)
    mark: QWidget = IconView(gap.icon, 20, Token.NOTYET) if gap.icon else StateGlyph(State.GAP, side=20)
    layout.addWidget(mark, 0, _MIDDLE)
    head = QHBoxLayout()
    head.setSpacing(8)
    spoken = gap.title
    if gap.chip is not None:
        head.addWidget(Chip(gap.chip))
        spoken = f"{gap.chip.letter} {gap.chip.number} {gap.title}"
    head.addWidget(Text(gap.title, Role.MEDIUM, wrap=gap.chip is None), 1)
    words = column(head, spacing=1)
    if gap.detail:
        words.addWidget(Text(gap.detail, Role.SMALL, Token.TEXT_2, elide=True))
    layout.addLayout(words, 1)
    button = Button(gap.action, size=Size.SMALL, name=f"{gap.action}: {spoken}")
    button.clicked.connect(lambda: mended(gap.id))
    layout.addWidget(button, 0, _MIDDLE)
    return ListRow(layout, height=68)


def signer_row(
    signer: SignerRow,
    *,
    acted: Callable[[str], None],
    not_now: Callable[[str], None],
    on_paper: Callable[[str], None],
) -> ListRow:
    """Who signs what, how it stands, and what can be done now."""
    layout = row_layout(spacing=14)
    layout.setContentsMargins(20, 14, 20, 14)
    glyph = StateGlyph(_GLYPHS[signer.state], side=20)
    glyph.setAccessibleName(signer.state.value)
    glyph.setToolTip(signer.state.value)
    layout.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    is_signed = signer.state is SignerState.SIGNED
    words = column(
        Text(signer.who or signer.title, Role.STRONG, wrap=True),
        Text(f"{signer.title}: {signer.declares}", Role.SMALL, Token.TEXT_2, wrap=True),
        Text(signer.words, Role.SMALL_MEDIUM, Token.MET if is_signed else Token.TEXT_2, wrap=True),
        spacing=2,
    )
    for note in signer.notes:
        line = row(IconView("info", 15, Token.NOTYET, top=2), spacing=7)
        line.addWidget(Text(note, Role.SMALL, wrap=True), 1)
        words.addLayout(line)
    if signer.refusal:
        words.addWidget(Text(signer.refusal, Role.SMALL, Token.TEXT_2, wrap=True))
    if signer.may_record:
        links = QHBoxLayout()
        links.setSpacing(14)
        for label, act in (("Cannot sign now", not_now), ("Signed on paper", on_paper)):
            link = Button(label, Kind.LINK, size=Size.LINE, flush=True, name=f"{label}: {signer.title}")
            link.clicked.connect(lambda _=False, act=act: act(signer.role))
            links.addWidget(link)
        links.addStretch(1)
        words.addSpacing(4)
        words.addLayout(links)
    layout.addLayout(words, 1)
    is_large = look().scale >= _LARGE
    if signer.action:
        kind = Kind.PRIMARY if signer.is_primary else Kind.SECONDARY
        button = Button(signer.action, kind, icon="signature")
        button.set_unavailable(signer.refusal)
        button.clicked.connect(lambda: acted(signer.role))
        if is_large:
            words.addSpacing(8)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return ListRow(layout, height=76, matters_now=signer.is_primary)


def version_row(version: VersionRow, opened: Callable[[str], None]) -> ListRow:
    """A version that can be looked at."""
    layout = QHBoxLayout()
    layout.setContentsMargins(14, 6, 10, 6)
    layout.setSpacing(12)
    words = column(
        Text(version.title, Role.SMALL_MEDIUM, elide=True),
        Text(version.detail, Role.SMALL, Token.TEXT_2, wrap=True),
    )
    layout.addLayout(words, 1)
    layout.addWidget(IconView("chevron-right", 18, Token.TEXT_3))
    button = Clickable(layout, version.title, description=version.detail)
    button.clicked.connect(lambda: opened(version.id))
    return ListRow(row(button, margins=(4, 4, 4, 4)), height=56)
