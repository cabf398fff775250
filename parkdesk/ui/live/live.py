"""Everything that runs by itself while the desk is open, from one place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from parkdesk.ui.context import UiContext
from parkdesk.ui.live.card_status import CardStatus
from parkdesk.ui.live.changes import ChangeWatch
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.live.clock_guard import ClockGuard
from parkdesk.ui.live.hand_backs import HandBacks
from parkdesk.ui.live.printer_watch import PrinterWatch
from parkdesk.ui.live.schema_guard import SchemaGuard
from parkdesk.ui.live.settling import settling
from parkdesk.ui.live.stay_alerts import StayAlerts
from parkdesk.ui.live.sweep_timer import SweepTimer
from parkdesk.ui.live.type_ahead import TypeAhead
from parkdesk.ui.live.wedge import Wedge


class Live(QObject):
    """Made once the services are open; it works on behind a locked desk too."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sweeps = SweepTimer(ui, self)
        self.alerts = StayAlerts(ui, self)
        self.changes = ChangeWatch(ui, self)
        self.clock = ClockGuard(ui, self)
        self.printer = PrinterWatch(ui, self)
        self.schema = SchemaGuard(ui, self)
        self.type_ahead = TypeAhead(ui, self)
        self.wedge = Wedge(ui, self)
        self.settling = settling(ui)
        self.charges = charge_watch(ui)
        self.cards = CardStatus(ui, self)
        self.hand_backs = HandBacks(ui, self)
        self.sweeps.swept.connect(self.alerts.swept)

    def start(self) -> None:
        # Read before the first sweep, so that what ended while no desk was open is told in one line.
        self.alerts.read()
        self.sweeps.sweep()
        self.hand_backs.read()
        self.changes.start()
        self.type_ahead.start()
        self.wedge.start()
        self.printer.start()
        self.settling.start()

    def stop(self) -> None:
        """Before the services close."""
        self.changes.stop()
        self.wedge.stop()
        self.printer.stop()
        self.settling.stop()
