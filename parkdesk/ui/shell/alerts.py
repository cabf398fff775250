"""The alert strip under the header: non-modal lines that stay until someone deals with them."""

from __future__ import annotations

from functools import partial
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from parkdesk.ui.messages import Alert, Messages, Tone
from parkdesk.ui.theme import RADIUS, State, Text, current
from parkdesk.ui.widgets.button import Button, IconButton, Kind
from parkdesk.ui.widgets.label import ElidedLabel
from parkdesk.ui.widgets.layouts import column, row
from parkdesk.ui.widgets.marks import Picture
from parkdesk.ui.widgets.painting import box

MOST_SHOWN = 2
STATES = {
    Tone.INFO: State.BOOKED,
    Tone.GOOD: State.FREE,
    Tone.WARNING: State.ENDING,
    Tone.ERROR: State.OVERSTAYING,
}
ICONS = {Tone.INFO: "info", Tone.GOOD: "circle-check", Tone.WARNING: "bell", Tone.ERROR: "triangle-alert"}
TOKENS = {Tone.INFO: "accent", Tone.GOOD: "free", Tone.WARNING: "ending", Tone.ERROR: "overstaying"}


class AlertLine(QWidget):
    def __init__(self, strip: AlertStrip, alert: Alert) -> None:
        super().__init__()
        self._alert = alert
        self.setFixedHeight(40)
        layout = row(self, gap=10, margins=(14, 4, 6, 4))
        layout.addWidget(Picture(ICONS[alert.tone], TOKENS[alert.tone]))
        layout.addWidget(ElidedLabel(alert.words, Text.BODY, weight=500), 1)
        if alert.action and alert.act is not None:
            button = Button(alert.action, Kind.SECONDARY, small=True)
            button.clicked.connect(lambda: strip.act(alert.key))
            layout.addWidget(button)
        for number, choice in enumerate(alert.more):
            button = Button(choice.words, Kind.SECONDARY, small=True)
            button.clicked.connect(partial(strip.choose, alert.key, number))
            layout.addWidget(button)
        dismiss = IconButton("x", self.tr("Dismiss"), size=16)
        dismiss.clicked.connect(lambda: strip.dismiss(alert.key))
        layout.addWidget(dismiss)
        for clicked in self.findChildren(QAbstractButton):
            # The line goes with a click, and would take the keys along.
            clicked.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(alert.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = current().shade(STATES[self._alert.tone])
        box(QPainter(self), self.rect(), RADIUS, fill=shade.tint, edge=shade.outline)


class AlertStrip(QWidget):
    """What a person must decide, then the newest first, side by side where they can be read so; more than a few fold
    into one line, decisions never."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._alerts: dict[str, Alert] = {}
        self._lines: dict[str, AlertLine] = {}
        self._dismissed: dict[str, Alert] = {}
        self._all = False
        self._two_abreast = False
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._more = Button("", Kind.LINK)
        self._more.setFixedHeight(28)
        self._more.clicked.connect(self._toggle)
        layout = column(self, gap=6, margins=(24, 12, 20, 0))
        layout.addLayout(self._grid)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        messages.alerted.connect(self.add)
        messages.withdrawn.connect(self.withdraw)
        self._arrange()

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """What is up: what a person must decide, then the rest; each newest first."""
        newest = list(reversed(self._alerts.values()))
        dated = [(alert.since, alert) for alert in newest if alert.since is not None]
        in_order = iter(sorted(dated, key=itemgetter(0), reverse=True))
        ordered = [alert if alert.since is None else next(in_order)[1] for alert in newest]
        return tuple(sorted(ordered, key=lambda alert: not alert.decision))

    def add(self, alert: Alert) -> None:
        """One that says what it said keeps its line, its place and the focus on it."""
        shown, dismissed = self._alerts.get(alert.key), self._dismissed.get(alert.key)
        if shown is not None and shown.says(alert):
            self._alerts[alert.key] = alert
            return
        if dismissed is not None and dismissed.says(alert):
            return
        self._dismissed.pop(alert.key, None)
        self._forget(alert.key)
        self._alerts[alert.key] = alert
        line = AlertLine(self, alert)
        self._lines[alert.key] = line
        self._arrange()

    def withdraw(self, key: str) -> None:
        """It holds no more."""
        self._dismissed.pop(key, None)
        self._take_down(key)

    def dismiss(self, key: str) -> None:
        """A person has read it."""
        alert = self._alerts.get(key)
        if alert is not None and alert.standing:
            self._dismissed[key] = alert
        self._take_down(key)

    def clear(self) -> None:
        for key in list(self._alerts):
            self._forget(key)
        self._arrange()

    def act(self, key: str) -> None:
        alert = self._alerts[key]
        self.dismiss(key)
        if alert.act is not None:
            alert.act()

    def choose(self, key: str, number: int) -> None:
        choice = self._alerts[key].more[number]
        self._take_down(key)
        choice.act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits_abreast() != self._two_abreast:
            self._arrange()

    def _fits_abreast(self) -> bool:
        """Whether two of the lines have room beside each other without losing words."""
        widest = max((line.sizeHint().width() for line in self._lines.values()), default=0)
        return 2 * widest + 50 <= self.width()

    def _place(self, keys: list[str]) -> None:
        self._two_abreast = self._fits_abreast()
        abreast = 2 if self._two_abreast and len(keys) > 1 else 1
        for line in self._lines.values():
            self._grid.removeWidget(line)
        for number, key in enumerate(keys):
            line_number, place = divmod(number, abreast)
            self._grid.addWidget(self._lines[key], line_number, place)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < abreast else 0)

    def _take_down(self, key: str) -> None:
        if key in self._alerts:
            self._forget(key)
            self._arrange()

    def _toggle(self) -> None:
        self._all = not self._all
        self._arrange()

    def _forget(self, key: str) -> None:
        self._alerts.pop(key, None)
        line = self._lines.pop(key, None)
        if line is not None:
            line.hide()
            self._grid.removeWidget(line)
            line.deleteLater()

    def _arrange(self) -> None:
        alerts = self.alerts
        keys = [alert.key for alert in alerts]
        most = max(MOST_SHOWN, sum(alert.decision for alert in alerts))
        shown = keys if self._all else keys[:most]
        self._place(shown)
        for key in keys:
            self._lines[key].setVisible(key in shown)
        rest = len(keys) - most
        self._more.setVisible(rest > 0)
        self._more.setText(
            self.tr("Show fewer") if self._all else self.tr("Show {count} more").format(count=rest)
        )
        self.setVisible(bool(keys))
