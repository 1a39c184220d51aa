"""The warning about backups at the head of Today, with what can be done about it at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from assessor_app.gui.pages.today.model import BackupNotice, NoticeAct
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.layouts import MIDDLE, column
from assessor_app.gui.widgets.notice import Notice, NoticeKind

_ICONS = {NoticeAct.BACK_UP: "save", NoticeAct.SETTINGS: "settings"}


class BackupNoticeView(Notice):
    """Hidden until `show_notice`; each signal is one wish of the person."""

    back_up_asked = Signal()
    settings_asked = Signal()
    put_off_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_up = Button(NoticeAct.BACK_UP.value, icon=_ICONS[NoticeAct.BACK_UP], size=Size.SMALL)
        self.settings = Button(NoticeAct.SETTINGS.value, icon=_ICONS[NoticeAct.SETTINGS], size=Size.SMALL)
        self.put_off = Button("Not today", Kind.QUIET, size=Size.SMALL)
        self.back_up.clicked.connect(self.back_up_asked)
        self.settings.clicked.connect(self.settings_asked)
        self.put_off.clicked.connect(self.put_off_asked)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)  # the notice's own row
        layout.addLayout(column(self.back_up, self.settings, self.put_off, spacing=4))
        layout.setAlignment(self.back_up, MIDDLE)

    def show_notice(self, notice: BackupNotice | None) -> None:
        """Say it, or hide."""
        if notice is None:
            self.say(NoticeKind.WARNING, "")
            return
        self.back_up.setVisible(notice.act is NoticeAct.BACK_UP)
        self.settings.setVisible(notice.act is NoticeAct.SETTINGS)
        self.back_up.set_unavailable("A backup is being made." if notice.is_busy else "")
        self.say(NoticeKind.WARNING, notice.title, notice.detail)
