"""The decision, made once, on how a unit is signed off whose document does not say. Refuses to guess it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor_app.domain.units import ManagerRule, QualityAssurance, RecordForm, Regime
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.combo_field import ComboField
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField

_ASK = (("", "Choose"),)


class RegimeForm(QWidget):
    """`decided` gives the regime and on whose word."""

    decided = Signal(Regime, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ComboField("Record it is signed on")
        self.form.set_choices((*_ASK, *((f.name, f.value.capitalize()) for f in RecordForm)))
        self.manager = ComboField("The line manager signs")
        self.manager.set_choices((*_ASK, *((m.name, m.value.capitalize()) for m in ManagerRule)))
        self.quality = ComboField("Quality assurance")
        self.quality.set_choices((("", "Not stated"), *((q.name, q.value.capitalize()) for q in QualityAssurance)))
        self.word = TextField("On whose word", "Name, date or number of the centre's decision; it is printed")
        self.keep = Button("Record the decision", Kind.SECONDARY)
        self.keep.clicked.connect(self._on_keep)
        self._error = Text("", Role.SMALL, Token.DANGER, wrap=True)
        self._error.hide()
        explained = Text(
            "The unit's document does not say how it is signed off. Ask the centre once; its answer is kept.",
            Role.SMALL,
            Token.TEXT_2,
            wrap=True,
        )
        heading = Text("How this unit is signed off", Role.HEADING)
        fields = (self.form, self.manager, self.quality, self.word)
        self.setLayout(column(heading, explained, *fields, self._error, row(self.keep, None), spacing=14))

    def _on_keep(self) -> None:
        missing = not (self.form.choice and self.manager.choice and self.word.text)
        self._error.setText("Choose the record and the manager's part, and say on whose word." if missing else "")
        self._error.setVisible(missing)
        if missing:
            return
        quality = self.quality.choice
        regime = Regime(
            record_form=RecordForm[self.form.choice],
            manager_signature=ManagerRule[self.manager.choice],
            quality_assurance=QualityAssurance[quality] if quality else None,
            source="decided by the centre",
        )
        self.decided.emit(regime, self.word.text)
