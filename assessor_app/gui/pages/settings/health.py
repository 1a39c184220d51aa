"""Your data: check it, read the event log, copy diagnostics. What a check found stands under it, in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.pages.settings.model import CheckContent, FindingRow
from assessor_app.gui.pages.settings.parts import UnderWay, setting_row
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import LEFT, TOP, column
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.rows import ListRow, RowsCard, row_layout
from assessor_app.gui.widgets.text import Text

_MOST = 20


class Health(QWidget):
    """Each signal is one wish of the person; `mend` and `salvage` are there only where a check found a use for them."""

    check_asked = Signal()
    mend_asked = Signal()
    salvage_asked = Signal()
    log_asked = Signal()
    diagnostics_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = Button("Check now", icon="shield-check")
        self.under_way = UnderWay("Check of your data", "Stop checking")
        self.mend = Button("Make anew", Kind.PRIMARY, icon="refresh-cw")
        self.salvage = Button("Save what can be saved", icon="package")
        self.read_log = Button("Read the log", icon="list")
        self.diagnostics = Button("Copy diagnostics", icon="copy")
        self.verdict = Notice()
        self._findings = RowsCard()
        self._more = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        for button, signal in (
            (self.check, self.check_asked),
            (self.mend, self.mend_asked),
            (self.salvage, self.salvage_asked),
            (self.read_log, self.log_asked),
            (self.diagnostics, self.diagnostics_asked),
        ):
            button.clicked.connect(signal)
        self._lay_out()
        self.set_result(CheckContent())

    def set_checking(self) -> None:
        """While everything is read."""
        self.check.set_unavailable("Checking now.")
        self.mend.hide()
        self.salvage.hide()
        self.under_way.begin()
        self._show(())
        self._result.show()
        self.verdict.say(NoticeKind.INFO, "Checking", "Everything is read once. You can go on working meanwhile.")

    def set_result(self, content: CheckContent) -> None:
        """What the last check found; nothing is shown before the first."""
        self.check.set_unavailable("")
        self.under_way.hide()
        kind = NoticeKind.GOOD if content.is_sound else NoticeKind.WARNING
        self.verdict.say(kind, content.verdict, content.detail)
        self.mend.setVisible(content.can_be_mended)
        self.salvage.setVisible(content.pages_are_lost)
        self._show(content.findings)
        self._result.setVisible(bool(content.verdict))

    def _lay_out(self) -> None:
        card = RowsCard()
        card.set_rows(
            [
                setting_row(
                    "Check my data",
                    "Reads everything once: database, encryption, event log, every record and every file.",
                    self.check,
                ),
                setting_row("Event log", "Who did what and when, and whether the log is whole.", self.read_log),
                setting_row(
                    "Get help",
                    "Versions, numbers and codes for whoever helps you. No names, no records.",
                    self.diagnostics,
                ),
            ]
        )
        inside = column(self.verdict, self.under_way, self._findings, self._more, spacing=12, margins=(0, 12, 0, 0))
        inside.addWidget(self.mend, 0, LEFT)
        inside.addWidget(self.salvage, 0, LEFT)
        self._result = QWidget()
        self._result.setLayout(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(card)
        layout.addWidget(self._result)

    def _show(self, findings: tuple[FindingRow, ...]) -> None:
        self._findings.set_rows([_row(finding) for finding in findings[:_MOST]])
        self._findings.setVisible(bool(findings))
        hidden = len(findings) - _MOST
        self._more.setText(f"And {hidden:,} more." if hidden > 0 else "")
        self._more.setVisible(hidden > 0)


def _row(finding: FindingRow) -> ListRow:
    line = row_layout(spacing=14)
    line.setContentsMargins(20, 12, 20, 12)
    line.addWidget(IconView("triangle-alert", 18, Token.NOTYET), 0, TOP)
    words = column(
        Text(finding.what, Role.MEDIUM, wrap=True),
        Text(finding.safe, Role.SMALL, Token.TEXT_2, wrap=True),
        Text(finding.advice, Role.SMALL, wrap=True),
        spacing=3,
    )
    line.addLayout(words, 1)
    return ListRow(line, height=60)
