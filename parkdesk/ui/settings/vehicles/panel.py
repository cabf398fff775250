"""One vehicle type: its name, and whether it is still booked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.form import Form
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import vehicle_words
from parkdesk.ui.widgets import Card, Label, PrimaryButton, SecondaryButton, row

WIDTH = 340


class VehiclePanel(Card):
    """Renames a type, retires it and brings it back, or adds one. `saved` carries the VehicleType."""

    saved = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(20, 16, 20, 16), gap=12)
        self._ui = ui
        self._kind: VehicleType | None = None
        self.setFixedWidth(WIDTH)
        self.header("")
        self.form = Form(columns=1)
        self.name = self.form.put("name", self.tr("Name"), QLineEdit())
        self.name.setMaxLength(400)
        self.name.returnPressed.connect(self.save)
        self._hint = Label("", Text.SMALL, tone="mute", wrap=True)
        self.form.add(self._hint)
        self.body.addWidget(self.form, 1)
        self.retire_button = SecondaryButton("")
        self.retire_button.clicked.connect(self.retire_or_bring_back)
        self.save_button = PrimaryButton("")
        self.save_button.clicked.connect(self.save)
        buttons = row(gap=8)
        buttons.addWidget(self.retire_button, 1)
        buttons.addWidget(self.save_button, 1)
        self.body.addLayout(buttons)
        self.start_new()

    @property
    def identity(self) -> str | None:
        return None if self._kind is None else self._kind.code

    def start_new(self) -> None:
        self._kind = None
        self.title.setText(self.tr("New vehicle type"))
        self.save_button.setText(self.tr("Add"))
        self.retire_button.hide()
        self._hint.setText(self.tr("Bays take it once it is ticked there, under Lots and bays."))
        self.form.turn_to("", self.name.clear)

    def start(self, kind: VehicleType) -> None:
        """Show a type; what was typed about it before and not saved is there again."""
        self._kind = kind
        self.title.setText(vehicle_words(kind))
        self.save_button.setText(self.tr("Rename"))
        self.retire_button.setText(self.tr("Bring back") if kind.retired else self.tr("Retire"))
        self.retire_button.show()
        self._hint.setText(
            self.tr("Retired: nothing new is booked with it. Bookings and prices keep it.")
            if kind.retired
            else self.tr("Typed in the command bar as {code}, or the first letters of it.").format(
                code=kind.code
            )
        )
        self.form.turn_to(kind.code, lambda: self.name.setText(vehicle_words(kind)))

    def save(self) -> None:
        """Add the type or rename it; a refusal stands beside the name, and what was typed stays."""
        who, types, kind, name = (
            self._ui.person,
            self._ui.services.vehicle_types,
            self._kind,
            self.name.text(),
        )
        if who is None or (kind is not None and name == vehicle_words(kind)):
            return
        if kind is None:
            words = self.tr("{name} is added")
            self._run(lambda: types.add(who, name), words)
        else:
            words, code = self.tr("{name} is renamed"), kind.code
            self._run(lambda: types.rename(who, code, name), words)

    def retire_or_bring_back(self) -> None:
        who, types, kind = self._ui.person, self._ui.services.vehicle_types, self._kind
        if who is None or kind is None:
            return
        code = kind.code
        if kind.retired:
            self._run(lambda: types.bring_back(who, code), self.tr("{name} is in use again"))
        else:
            self._run(lambda: types.retire(who, code), self.tr("{name} is retired"))

    def _run(self, work: Callable[[], VehicleType], words: str) -> None:
        def done(kind: VehicleType) -> None:
            self.form.clean()
            self._ui.messages.done(words.format(name=vehicle_words(kind)))
            self.saved.emit(kind)

        self.form.forgive()
        self._ui.tasks.command(work, done, self.form.refuse, owner=self)
