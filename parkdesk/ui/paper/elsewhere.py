"""Another printer for a paper that did not come out: any that this computer knows, or a PDF file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.outlets.paper import Paper
from parkdesk.outlets.printers import Kind, Printer
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.paper.queue import Job, PrintQueue
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Dialog, Label, SecondaryButton, column, row


class ElsewhereDialog(Dialog):
    """Closing it without a choice puts the paper back where it waited."""

    def __init__(self, ui: UiContext, queue: PrintQueue, job: Job, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=380)
        self._ui, self._queue, self._job = ui, queue, job
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QCoreApplication.translate("ElsewhereDialog", "Print elsewhere")
        self.setWindowTitle(title)
        self.buttons: list[SecondaryButton] = []
        self._names: QVBoxLayout = column(gap=6)
        self._said = Label(self.tr("Looking for printers…"), Text.SMALL, tone="mute", wrap=True)
        layout = column(self, gap=0, margins=(24, 20, 24, 20))
        layout.addWidget(Label(title, Text.HEADING))
        layout.addSpacing(2)
        layout.addWidget(Label(job.paper.name, Text.SMALL, tone="mute"))
        layout.addSpacing(14)
        layout.addLayout(self._names)
        layout.addWidget(self._said)
        layout.addSpacing(16)
        foot = row(gap=8)
        self.pdf = SecondaryButton(self.tr("Save as PDF…"))
        cancel = SecondaryButton(self.tr("Cancel"), key="Esc")
        self.pdf.clicked.connect(self._choose_file)
        cancel.clicked.connect(self.reject)
        foot.addWidget(self.pdf)
        foot.addStretch(1)
        foot.addWidget(cancel)
        layout.addLayout(foot)
        self.rejected.connect(lambda: self._queue.ask(self._job))
        ui.tasks.query(_system_printers, self._show, self._refused, network=True, owner=self)

    def _show(self, names: tuple[str, ...]) -> None:
        others = [name for name in names if name != self._job.printer.place]
        self._said.setText("" if others else self.tr("This computer knows no other printer."))
        self._said.setVisible(not others)
        for name in others:
            button = SecondaryButton(name, icon="printer")
            button.clicked.connect(lambda _checked=False, name=name: self._print_on(name))
            self.buttons.append(button)
            self._names.addWidget(button)
        if self.buttons:
            self.buttons[0].setFocus()

    def _refused(self, error: ParkDeskError) -> None:
        self._said.setText(sentence(error))

    def _print_on(self, name: str) -> None:
        self._queue.again(self._job, Printer(Kind.SYSTEM, name))
        self.accept()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._job.paper.name}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.save_as(Path(file)))
        dialog.open()

    def save_as(self, file: Path) -> None:
        from parkdesk.ui.paper.document import write_pdf

        ui, words = self._ui, self.tr("{paper} is saved as {file}")

        def save(paper: Paper) -> None:
            said = words.format(paper=paper.name, file=file.name)
            ui.tasks.command(
                lambda: write_pdf(paper, file), lambda _: ui.messages.done(said), network=True, owner=ui
            )

        self._queue.take(self._job, save)
        self.accept()


def _system_printers() -> tuple[str, ...]:
    from parkdesk.ui.paper.printing import system_printers

    return system_printers()
