"""This desk's printer: which, where, how wide its roll is, and a test of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from parkdesk.domain.errors import ParkDeskError
from parkdesk.outlets.printers import Kind, Printer, address
from parkdesk.outlets.receipt_paper import test_paper
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.paper.preferences import Printing
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Card, Field, Label, Pills, SecondaryButton, row

_ROLLS = {"48": "80 mm", "42": "76 mm", "32": "58 mm"}


class PrinterCard(Card):
    """Takes effect at once; an address that cannot be read is told beside it and changes nothing."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(24, 16, 24, 20), gap=14)
        self._ui = ui
        self._printing = Printing(ui.preferences)
        self.kind = Pills(
            (
                (Kind.NONE, self.tr("None")),
                (Kind.NETWORK, self.tr("Thermal, network")),
                (Kind.FILE, self.tr("Thermal, USB or file")),
                (Kind.SYSTEM, self.tr("System printer")),
            ),
            name=self.tr("Kind of printer"),
        )
        self.host, self.path, self.system = QLineEdit(), QLineEdit(), QComboBox()
        self.host.setPlaceholderText("192.168.1.50")
        self.path.setPlaceholderText("/dev/usb/lp0")
        self.fields = {
            Kind.NETWORK: Field(
                self.tr("Address"), self.host, hint=self.tr("Name or number, with :port where it is not 9100")
            ),
            Kind.FILE: Field(
                self.tr("Device or file"),
                self.path,
                hint=self.tr("A device prints; a file collects what would be printed"),
            ),
            Kind.SYSTEM: Field(self.tr("Printer"), self.system),
        }
        self.roll = Pills(tuple(_ROLLS.items()), least_width=64, name=self.tr("Width of the roll"))
        self.test = SecondaryButton(self.tr("Print a test"), icon="printer")
        self.said = Label("", Text.SMALL, tone="mute", wrap=True)
        self._lay_out()
        self._show()
        self.kind.chosen.connect(self._choose_kind)
        self.roll.chosen.connect(lambda _: self._keep())
        self.host.editingFinished.connect(self._keep)
        self.path.editingFinished.connect(self._keep)
        self.system.activated.connect(lambda _: self._keep())
        self.test.clicked.connect(self._print_test)

    def activated(self) -> None:
        self._show()
        self._ui.tasks.query(_system_printers, self._offer, network=True, owner=self)

    def _show(self) -> None:
        printer = self._printing.printer
        self.kind.choose(printer.kind)
        self.roll.choose(str(printer.columns))
        for kind, editor in ((Kind.NETWORK, self.host), (Kind.FILE, self.path)):
            if printer.kind is kind:
                editor.setText(printer.place)
        self._offer(() if printer.kind is not Kind.SYSTEM else (printer.place,))
        self._arrange()

    def _offer(self, names: tuple[str, ...]) -> None:
        """The printers of this computer; the chosen one stays on offer even when it is gone."""
        printer = self._printing.printer
        chosen = printer.place if printer.kind is Kind.SYSTEM else self.system.currentText()
        self.system.clear()
        self.system.addItems([*names] if chosen in names or not chosen else [chosen, *names])
        self.system.setCurrentIndex(max(0, self.system.findText(chosen)))
        self.fields[Kind.SYSTEM].set_hint(
            "" if self.system.count() else self.tr("This computer knows no printer")
        )

    def _arrange(self) -> None:
        kind = Kind(self.kind.current())
        for other, field in self.fields.items():
            field.setVisible(other is kind)
        self.roll.setVisible(kind in (Kind.NETWORK, Kind.FILE))
        self.test.setVisible(kind is not Kind.NONE)
        self._say("")

    def _choose_kind(self, _kind: str) -> None:
        self._arrange()
        self._keep()

    def _typed(self) -> Printer:
        kind = Kind(self.kind.current())
        places = {
            Kind.NETWORK: self.host.text(),
            Kind.FILE: self.path.text(),
            Kind.SYSTEM: self.system.currentText(),
        }
        return Printer(kind, places.get(kind, "").strip(), int(self.roll.current() or 48))

    def _keep(self) -> bool:
        """False where what is typed is no printer yet."""
        printer = self._typed()
        if printer.kind is Kind.NETWORK and printer.place:
            try:
                address(printer.place)
            except ParkDeskError as error:
                self.fields[Kind.NETWORK].fault(sentence(error))
                return False
        if printer != self._printing.printer:
            self._printing.printer = printer
            self._ui.preferences_changed.emit()
        return printer.works

    def _print_test(self) -> None:
        if not self._keep():
            return
        printer, ui = self._printing.printer, self._ui
        zone = ui.lot.time_zone if ui.lot is not None else "UTC"
        paper = test_paper(printer.place, ui.clock.now(), zone, ui.language)
        self.test.setEnabled(False)
        self._say(self.tr("Printing…"))

        def work() -> None:
            from parkdesk.ui.paper.printing import print_paper

            print_paper(printer, paper)

        ui.tasks.command(work, self._printed, self._refused, network=True, owner=self)

    def _printed(self, _nothing: None) -> None:
        self.test.setEnabled(True)
        self._say(self.tr("The printer took it. Look whether it can be read."), "free")

    def _refused(self, error: ParkDeskError) -> None:
        self.test.setEnabled(True)
        self._say(sentence(error), "overstaying")

    def _say(self, words: str, tone: str = "mute") -> None:
        self.said.setText(words)
        self.said.set_tone(tone)
        self.said.setVisible(bool(words))

    def _lay_out(self) -> None:
        self.header(self.tr("Printer"), self.tr("of this desk; it takes effect at once"))
        self.body.addWidget(self.kind)
        for field in self.fields.values():
            self.body.addWidget(field)
        line = row(gap=16)
        line.addWidget(self.roll)
        line.addStretch(1)
        line.addWidget(self.test)
        self.body.addLayout(line)
        self.body.addWidget(self.said)


def _system_printers() -> tuple[str, ...]:
    from parkdesk.ui.paper.printing import system_printers

    return system_printers()
