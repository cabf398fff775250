"""The frame of a dialog that does one deed: title, form, refusals, and the buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.actions.deeds import Work, do
from parkdesk.ui.context import UiContext
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import (
    Button,
    Dialog,
    ElidedLabel,
    Faults,
    Field,
    Kind,
    Label,
    Scrolled,
    SecondaryButton,
    column,
    row,
)

T = TypeVar("T")


class DeedDialog(Dialog):
    """Stays open with all that was typed until the deed is done; a second Enter meanwhile does nothing."""

    def __init__(
        self,
        ui: UiContext,
        title: str,
        caption: str = "",
        *,
        kind: Kind | str = Kind.PRIMARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=420)
        self.ui = ui
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._fields: Mapping[str, Field] = {}
        self._busy = False
        self.heading = Label(title, Text.HEADING)
        self.caption = ElidedLabel(caption, Text.SMALL, tone="mute")
        self.caption.setVisible(bool(caption))
        self.refusal = Label("", Text.SMALL, tone="overstaying", wrap=True)
        self.refusal.hide()
        self.primary = Button("", kind, key="Return")
        self.primary.setDefault(True)
        self.primary.clicked.connect(self._pressed)
        self.leave = SecondaryButton(self.tr("Cancel"), key="Esc")
        self.leave.clicked.connect(self.reject)
        inside = QWidget()
        self.body = column(inside, gap=14)
        self.foot: QHBoxLayout = row(gap=8)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.primary)
        layout = column(self, gap=0, margins=(24, 20, 24, 20))
        layout.addWidget(self.heading)
        layout.addSpacing(2)
        layout.addWidget(self.caption)
        layout.addSpacing(14)
        layout.addWidget(Scrolled(inside), 1)
        layout.addSpacing(10)
        layout.addWidget(self.refusal)
        layout.addSpacing(10)
        layout.addLayout(self.foot)

    def set_caption(self, words: str) -> None:
        self.caption.setText(words)
        self.caption.setVisible(bool(words))

    def set_fields(self, fields: Mapping[str, Field]) -> None:
        """The form's fields by the names that errors give them."""
        self._fields = fields

    def submit(self) -> None:
        """What Enter does: without a deed of its own a dialog has been read, and closes."""
        self.accept()

    def run(self, work: Work[T], said: Callable[[T], str], then: Callable[[T], None] | None = None) -> None:
        """Do the deed and close, or say what refused it."""
        if self._busy:
            return
        self.clear_faults()
        self._set_busy(True)

        def done(value: T) -> None:
            self.accept()
            if then is not None:
                then(value)

        do(self.ui, work, said, then=done, failed=self.show_refusal, owner=self)

    def show_refusal(self, error: ParkDeskError) -> None:
        self._set_busy(False)
        Faults(self._fields, self.say_refusal).show(error)

    def say_refusal(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.show()

    def clear_faults(self) -> None:
        self.refusal.hide()
        for field in self._fields.values():
            field.clear_fault()

    def _pressed(self) -> None:
        if not self._busy:
            self.submit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.primary.setEnabled(not busy)


def top_aligned(field: Field) -> Field:
    """Beside a field with a longer sentence this one keeps its editor at its label."""
    layout = field.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
    return field
