"""The cards of the Sync page: enrolment, what is ready to leave, and what has no receipt yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from assessor_app.gui.pages.sync.model import SyncContent
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import MIDDLE, clear, column, host, row
from assessor_app.gui.widgets.progress_bar import ProgressBar
from assessor_app.gui.widgets.text import Text

EXPORT_KEY = "Ctrl+E"


class ExportCard(Card):
    """What is ready, and the page's one primary button; while a file is written, a bar and a way to stop."""

    export_asked = Signal()
    fields_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(26, 22, 26, 20), parent=parent)
        self._headline = Text("", Role.TITLE, wrap=True)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(14)
        self._size = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.export = Button("Write export file", Kind.PRIMARY, icon="file-up", key=EXPORT_KEY)
        self.export.clicked.connect(self.export_asked)
        self.fields = Button("See every field", Kind.QUIET)
        self.fields.clicked.connect(self.fields_asked)
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(self.cancel_asked)
        self.bar = ProgressBar("Writing the export")
        foot = QWidget()
        self._foot = QStackedLayout(foot)
        self._foot.addWidget(host(row(self.export, self.fields, None, spacing=12)))
        self._foot.addWidget(host(row(self.bar, self.cancel, spacing=16)))
        self.body.addLayout(row(IconView("package", 22, Token.ACCENT), self._headline, spacing=12))
        self.body.addSpacing(16)
        self.body.addLayout(self._facts)
        self.body.addSpacing(14)
        self.body.addWidget(self._size)
        self.body.addSpacing(16)
        self.body.addWidget(foot)
        self.body.addStretch(1)

    def set_content(self, content: SyncContent) -> None:
        """Shows what is ready."""
        self._headline.setText(content.headline)
        clear(self._facts)
        for number, (icon, words) in enumerate(content.facts):
            fact = row(IconView(icon, 18), Text(words, Role.BODY), None, spacing=14)
            self._facts.addLayout(fact, number // 2, number % 2)
        self._size.setText(content.size)
        self._size.setVisible(bool(content.size))
        self.export.set_unavailable(content.why_not)
        self.fields.setVisible(not content.why_not)

    def set_writing(self, percent: int | None) -> None:
        """How far writing has come; None when nothing is being written."""
        self._foot.setCurrentIndex(0 if percent is None else 1)
        self.bar.set_percent(percent or 0)


class EnrolCard(Card):
    """Before enrolment: write the request, read out the words, open the answer."""

    request_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(26, 22, 26, 20), parent=parent)
        self.write = Button("Write enrolment request", Kind.PRIMARY, icon="file-up")
        self.write.clicked.connect(self.request_asked)
        self.words = Text("", Role.TITLE, wrap=True)
        self._words_box = host(
            column(
                Text("Read these words to the centre. They must see the same.", Role.SMALL, Token.TEXT_2, wrap=True),
                6,
                self.words,
                margins=(0, 16, 0, 0),
            )
        )
        self.body.addLayout(
            row(
                IconView("key-round", 22, Token.ACCENT),
                Text("Enrol with your centre", Role.TITLE, wrap=True),
                spacing=12,
            )
        )
        self.body.addSpacing(10)
        self.body.addWidget(
            Text(
                "Once. Write a request and give it to the centre, on a stick or by mail; it holds your name, your "
                "number and this laptop's public key. Then open the centre's answer here. What you signed before "
                "counts as well.",
                Role.BODY,
                Token.TEXT_2,
                wrap=True,
            )
        )
        self.body.addWidget(self._words_box)
        self.body.addSpacing(18)
        self.body.addLayout(row(self.write, None))
        self.body.addStretch(1)

    def set_words(self, words: str) -> None:
        """The ten words, once a request was written."""
        self.words.setText(words)
        self._words_box.setVisible(bool(words))
        self.write.set_label("Write the request again" if words else "Write enrolment request")


class WaitingCard(Card):
    """What has no receipt yet; two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(26, 20, 26, 20), parent=parent)
        self._title = Text("", Role.STRONG, wrap=True)
        self._detail = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        words = column(self._title, self._detail)
        line = row(spacing=16)
        line.addWidget(IconView("inbox", 22), 0, MIDDLE)
        line.addLayout(words, 1)
        self.body.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)
        self.setMinimumHeight(look().px(96))

    def set_words(self, title: str, detail: str) -> None:
        """Shows another state."""
        self._title.setText(title)
        self._detail.setText(detail)
