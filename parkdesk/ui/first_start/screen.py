"""The assistant of the first start: only the steps that are still missing, and nothing stored before the last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.people import Person, Right
from parkdesk.ui.context import UiContext
from parkdesk.ui.first_start.lot_step import LotStep
from parkdesk.ui.first_start.owner_step import Account, OwnerStep
from parkdesk.ui.first_start.parts import StepList
from parkdesk.ui.first_start.place_step import PlaceStep
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Button, Card, Hairline, Label, PrimaryButton, Stage, column, empty, row
from parkdesk.ui.widgets.marks import Mark

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

Step = PlaceStep | LotStep | OwnerStep
WIDTH, HEIGHT = 920, 580


class FirstStart(QWidget):
    """`finished` carries the owner, who is then let in without typing the password once more."""

    finished = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._steps: tuple[Step, ...] = ()
        self._missing = (True, True)
        self._at = 0
        self._content = QWidget()
        self._middle = column(self._content)
        self.stage = Stage(self._content)
        column(self, margins=(24, 24, 24, 24)).addWidget(self.stage)
        self.read()

    @property
    def step(self) -> Step | None:
        """The step in front."""
        return self._steps[self._at] if self._steps else None

    def read(self) -> None:
        """Ask what is there already: the command line may have made a lot or an owner before."""
        self.stage.show_loading()
        services = self._ui.services
        self._ui.tasks.query(
            lambda: (not services.people.has_owner(), not services.lots.all()), self._build, self._unread
        )

    def next(self) -> None:
        step = self.step
        if step is None or not step.check():
            return
        if self._at + 1 < len(self._steps):
            self._go(self._at + 1)
        else:
            self._finish()

    def back(self) -> None:
        if self._at:
            self._go(self._at - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, but on a button it presses that one."""
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton) and not focused.isCheckable():
            focused.click()
        else:
            self.next()

    # Putting it together

    def _unread(self, error: ParkDeskError) -> None:
        self.stage.show_error(self.tr("The desk could not be read"), sentence(error), self.read)

    def _build(self, missing: tuple[bool, bool]) -> None:
        owner, lot = self._missing = missing
        steps: list[Step] = [PlaceStep(self._ui), LotStep(self._ui)] if lot else []
        steps.append(OwnerStep(known=not owner))
        self._steps = tuple(steps)
        empty(self._middle)
        card = Card(margins=(0, 0, 0, 0), gap=0)
        card.setFixedSize(WIDTH, HEIGHT)
        across = row(gap=0)
        across.addWidget(self._left())
        across.addWidget(self._right(), 1)
        card.body.addLayout(across)
        self._middle.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        first = steps[0]
        if isinstance(first, PlaceStep):
            first.language_wanted.connect(self._speak)
        for step in steps:
            if isinstance(step, LotStep):
                step.file.ready.connect(lambda: self._next.setFocus(Qt.FocusReason.OtherFocusReason))
        self.stage.show_content()
        self._go(0)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(250)
        layout = column(left, gap=8, margins=(28, 28, 20, 28))
        layout.addWidget(Mark(40))
        layout.addSpacing(4)
        layout.addWidget(Label("ParkDesk", Text.HEADING))
        layout.addSpacing(16)
        self._list = StepList([step.name for step in self._steps])
        layout.addWidget(self._list)
        layout.addStretch(1)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        layout = column(right, gap=4, margins=(8, 28, 28, 20))
        self._title = Label("", Text.FIGURE, size=20)
        self._caption = Label("", Text.BODY, tone="mute", wrap=True)
        self._pages = QStackedWidget()
        for step in self._steps:
            self._pages.addWidget(step)
        self._said = Label("", Text.SMALL, tone="overstaying", wrap=True)
        self._back = Button(self.tr("Back"))
        self._next = PrimaryButton(self.tr("Next"), key="Return")
        self._next.setMinimumWidth(120)
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.next)
        layout.addWidget(self._title)
        layout.addWidget(self._caption)
        layout.addSpacing(16)
        layout.addWidget(self._pages, 1)
        layout.addWidget(Hairline())
        layout.addSpacing(12)
        buttons = row(gap=8)
        buttons.addWidget(self._said, 1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        layout.addLayout(buttons)
        return right

    def _go(self, number: int) -> None:
        place, step = self._steps[0], self._steps[number]
        if isinstance(step, LotStep) and isinstance(place, PlaceStep):
            step.place(place.time_zone.text().strip(), place.currency.text().strip())
        self._at = number
        self._pages.setCurrentWidget(step)
        self._title.setText(step.title)
        self._caption.setText(step.caption)
        self._list.show_step(number)
        self._said.setText("")
        self._back.setVisible(number > 0)
        last = number + 1 == len(self._steps)
        self._next.setText(self.tr("Open the desk") if last else self.tr("Next"))
        step.take_focus()

    def _speak(self, language: str) -> None:
        self._ui.speak(language)
        self._build(self._missing)

    # The end

    def _finish(self) -> None:
        """The owner first, for a lot is an owner's to add; all was checked before."""
        owner, lots = self._steps[-1], next((step for step in self._steps if isinstance(step, LotStep)), None)
        if not isinstance(owner, OwnerStep):
            return
        self._next.setEnabled(False)
        self._next.setText(self.tr("Preparing…"))
        self._ui.tasks.command(_work(self._ui.services, owner.account, lots), self._done, self._refused)

    def _done(self, owner: Person) -> None:
        self.finished.emit(owner)

    def _refused(self, error: ParkDeskError) -> None:
        self._next.setEnabled(True)
        for number, step in enumerate(self._steps):
            fields = getattr(step, "form", None)
            if fields is not None and error.field in fields.fields:
                self._go(number)
                fields.refuse(error)
                return
        self._go(self._at)
        self._said.setText(sentence(error))


def _work(services: Services, account: Account, lots: LotStep | None) -> Callable[[], Person]:
    new = lots.new_lot if lots is not None else None
    file = lots.file.chosen if lots is not None and lots.from_file else None

    def work() -> Person:
        if services.people.has_owner():
            # Also after a refused lot: the account was made then.
            owner = services.people.sign_in(account.name, account.password)
            owner.require(Right.MANAGE)
        else:
            owner = services.people.first_owner(account.name, account.password, account.pin)
        if file is not None:
            services.lots.import_file(owner, file.data, file.name)
        elif new is not None:
            services.lots.add(owner, new.lot, new.tariff, levels=new.levels, bays=new.bays)
        return owner

    return work
