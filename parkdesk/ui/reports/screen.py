"""The Reports screen: a span of days for one lot or several, read from the database alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from parkdesk import wording
from parkdesk.domain.charge import Mode
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.settling import settling
from parkdesk.ui.messages import sentence
from parkdesk.ui.reports.custom_span import CustomSpan
from parkdesk.ui.reports.figures import Figures, read
from parkdesk.ui.reports.sheet import SCROLL_BAR, Sheet
from parkdesk.ui.reports.spans import Choice, Span, span_of
from parkdesk.ui.theme import GAP_4, Text
from parkdesk.ui.widgets import Label, Pills, Stage, column, row

if TYPE_CHECKING:
    from parkdesk.ui.reports.reconciliation import ReconciliationPage


class ReportsScreen(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._choice = Choice.MONTH_LONG
        self._custom: Span | None = None
        self._asked: tuple[tuple[Lot, ...], Span] | None = None
        self._figures: Figures | None = None
        self.spans = Pills(self._span_words(), name=self.tr("Days to report"))
        self.spans.choose(self._choice)
        self.spans.chosen.connect(self._choose)
        self.lots = Pills((("one", self.tr("This lot")), ("all", self.tr("All lots"))), name=self.tr("Lots"))
        self.lots.chosen.connect(self._read)
        self._days = Label("", Text.SMALL, tone="mute", align=Qt.AlignmentFlag.AlignRight)
        self.sheet = Sheet()
        self.sheet.picked.connect(self.show_span)
        self._stage = Stage(self.sheet)
        self.pages = Pills(
            (("figures", self.tr("Figures")), ("cards", self.tr("Card money"))), name=self.tr("Reports")
        )
        self.pages.chosen.connect(self._turn)
        self.reconciliation: ReconciliationPage | None = None
        figures = QWidget()
        layout = column(figures, gap=GAP_4, margins=(24, 16, 20 - SCROLL_BAR, 16))
        layout.addLayout(self._toolbar())
        layout.addWidget(self._stage, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(figures)
        column(self).addWidget(self._stack)
        ui.lot_changed.connect(self._lot_changed)

    # What the window asks

    def title(self) -> tuple[str, str]:
        lots = self._asked_lots()
        if not lots:
            return self.tr("Reports"), ""
        words = [lots[0].name if len(lots) == 1 else self.tr("%n lots", "", len(lots))]
        if self._figures is not None and self.pages.current() == "figures":
            read_at = wording.clock(self._figures.read_at, lots[0].time_zone)
            if self._ui.services.desk.database.is_sqlite:
                words.append(self.tr("read from this computer at {time}").format(time=read_at))
                words.append(self.tr("works without a network"))
            else:
                words.append(self.tr("read from the server at {time}").format(time=read_at))
        return self.tr("Reports"), " · ".join(words)

    def header_widget(self) -> QWidget | None:
        return self.pages

    def activated(self) -> None:
        self.pages.setVisible(settling(self._ui).mode not in (None, Mode.CASH))
        self._read()

    def show_cards(self) -> None:
        """What Stripe has beside what the desk has."""
        self.pages.choose("cards")
        self._turn("cards")

    def refresh(self) -> None:
        self._read()

    # What is asked for

    @property
    def figures(self) -> Figures | None:
        """What shows now."""
        return self._figures

    def show_span(self, span: Span) -> None:
        """Report on these days."""
        self._choice, self._custom = Choice.CUSTOM, span
        self.spans.choose(Choice.CUSTOM)
        self._read()

    def _turn(self, page: str) -> None:
        self._ui.title_changed.emit()
        if page == "figures":
            self._stack.setCurrentIndex(0)
            return
        if self.reconciliation is None:
            from parkdesk.ui.reports.reconciliation import ReconciliationPage

            ui = self._ui
            self.reconciliation = ReconciliationPage(ui, lambda: self._today(ui.lot) if ui.lot else date.min)
            self.reconciliation.setContentsMargins(24, 16, 20, 16)
            self._stack.addWidget(self.reconciliation)
        self._stack.setCurrentWidget(self.reconciliation)
        self.reconciliation.read()

    def _span_words(self) -> tuple[tuple[str, str], ...]:
        return (
            (Choice.YESTERDAY, self.tr("Yesterday")),
            (Choice.WEEK, self.tr("7 days")),
            (Choice.MONTH_LONG, self.tr("30 days")),
            (Choice.MONTH, self.tr("Month")),
            (Choice.YEAR, self.tr("Year")),
            (Choice.CUSTOM, self.tr("Custom…")),
        )

    def _toolbar(self) -> QHBoxLayout:
        bar = row(gap=12, margins=(0, 0, SCROLL_BAR, 0))
        bar.addWidget(self.spans)
        bar.addStretch(1)
        bar.addWidget(self._days)
        bar.addWidget(self.lots)
        bar.addWidget(self._ui.registry.button("reports.export"))
        return bar

    def _asked_lots(self) -> tuple[Lot, ...]:
        """The lot looked at, or all that take its currency, itself first."""
        lot = self._ui.lot
        if lot is None:
            return ()
        alike = [other for other in self._ui.lots if other.currency == lot.currency and other.id != lot.id]
        return (lot, *alike) if self.lots.current() == "all" else (lot,)

    def _span(self, lot: Lot) -> Span:
        if self._choice is Choice.CUSTOM and self._custom is not None:
            return self._custom
        return span_of(self._choice, self._today(lot))

    def _today(self, lot: Lot) -> date:
        return local_day(self._ui.clock.now(), lot.time_zone)

    def _choose(self, key: str) -> None:
        lot = self._ui.lot
        if key != Choice.CUSTOM:
            self._choice = Choice(key)
            self._read()
        elif lot is not None:
            # The pill stays where it was until days are chosen.
            self.spans.choose(self._choice)
            dialog = CustomSpan(self._span(lot), self._today(lot), self)
            dialog.chosen.connect(self.show_span)
            dialog.open()

    def _lot_changed(self) -> None:
        if self._ui.screen == "reports":
            self._read()
            if self.pages.current() == "cards" and self.reconciliation is not None:
                self.reconciliation.read()

    def _read(self) -> None:
        lot, who, services = self._ui.lot, self._ui.person, self._ui.services
        if lot is None or who is None:
            return
        several = sum(other.currency == lot.currency for other in self._ui.lots) > 1
        self.lots.setVisible(several)
        if not several:
            self.lots.choose("one")
        lots, span = self._asked_lots(), self._span(lot)
        if self._asked != (lots, span):
            self._asked = (lots, span)
            self._stage.show_loading(self.tr("Adding up…"))
        self._ui.tasks.query(
            lambda: read(services, who, lots, span), self._show, self._not_read, replaces="reports"
        )

    # What comes back

    def _show(self, figures: Figures) -> None:
        self._figures = figures
        self._days.setText(wording.date_span(figures.span.first, figures.span.last, self._ui.language))
        self._ui.title_changed.emit()
        self._ui.registry.update()
        if figures.empty:
            self._stage.show_empty(
                "chart-column",
                self.tr("Nothing was booked in these days"),
                self.tr("Choose other days, or come back after the first stay."),
            )
            return
        self.sheet.show_figures(figures, self._ui.language)
        self._stage.show_content()

    def _not_read(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.tr("The report could not be read"), sentence(error), self._read)

    # Export

    def export(self) -> None:
        """Ask where to, then write what shows as CSV."""
        figures = self._figures
        if figures is None:
            return
        dialog = QFileDialog(self, self.tr("Export the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(f"parkdesk-{figures.span.first}-{figures.span.last}.csv")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write what shows to a file."""
        figures, who, services = self._figures, self._ui.person, self._ui.services
        if figures is None or who is None:
            return

        def saved(_none: None) -> None:
            self._ui.messages.done(
                self.tr("Saved {file}").format(file=path.name),
                action=self.tr("Open"),
                act=lambda: _open(path),
            )

        self._ui.tasks.query(lambda: services.reports.save_csv(who, figures.reports, path), saved, owner=self)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
