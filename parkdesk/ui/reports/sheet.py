"""The report itself: figures on top, two charts, then rates and the table of days."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from parkdesk import wording
from parkdesk.domain.money import Money
from parkdesk.ui.reports.cards import FigureRow
from parkdesk.ui.reports.day_table import DayTable
from parkdesk.ui.reports.figures import Bar, Figures
from parkdesk.ui.reports.heat_map import HeatMap
from parkdesk.ui.reports.legend import HeatScale, MethodLegend
from parkdesk.ui.reports.rates import Promises
from parkdesk.ui.reports.spans import Span, Step, step_of
from parkdesk.ui.reports.takings_chart import TakingsChart, bar_words
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import Card, bare, column, row

SCROLL_BAR = 12
"""What the scroll bar needs beside the cards; the screen's own margin is narrower by that much."""
_CHARTS_HEIGHT, _TABLES_HEIGHT = 264, 248


class Sheet(QScrollArea):
    """`picked` carries the Span of a bar to look at alone. Scrolls where the window is low."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._figures: Figures | None = None
        self._language = "en"
        self.cards = FigureRow()
        self.chart, self._legend = TakingsChart(), MethodLegend()
        self.heat = HeatMap()
        self._heat_scale = HeatScale(self.heat.colour)
        self.promises = Promises()
        self.table = DayTable()
        inside = bare(QWidget())
        layout = column(inside, gap=GAP_4, margins=(0, 0, SCROLL_BAR, 0))
        layout.addWidget(self.cards)
        charts = row(gap=GAP_4)
        self._takings = self._chart_card(self.chart, self._legend)
        self._full = self._chart_card(self.heat, self._heat_scale)
        charts.addWidget(self._takings, 66)
        charts.addWidget(self._full, 32)
        layout.addLayout(charts, 11)
        tables = row(gap=GAP_4)
        self._days = Card(margins=(20, 16, 8, 8))
        self._days.header(self.tr("By day"))
        self._days.body.addWidget(self.table, 1)
        for card, share in ((self.promises, 2), (self._days, 3)):
            card.setMinimumHeight(_TABLES_HEIGHT)
            tables.addWidget(card, share)
        layout.addLayout(tables, 10)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart.pointed.connect(self._takings_caption)
        self.chart.picked.connect(self.picked)
        self.heat.pointed.connect(self._full_caption)

    def show_figures(self, figures: Figures, language: str) -> None:
        self._figures, self._language = figures, language
        locale, currency = figures.locale, figures.total.currency
        peak = figures.full.peak
        self.cards.set(figures, language)
        self.chart.set(figures.bars, currency, locale, language)
        self._legend.set(self.chart.methods)
        self._takings.title.setText(self._takings_title())
        self._takings_caption(None)
        self.heat.set(figures.full, locale, language)
        self._heat_scale.set(peak[2] if peak is not None else 0.0, locale)
        self._full_caption("")
        self.promises.set(figures.total, locale)
        self.table.show_figures(figures, language)
        self._days.caption.setText(
            self.tr("{amount} from {count} bookings").format(
                amount=wording.money(Money(figures.total.collected_minor, currency), locale, short=True),
                count=wording.number(figures.total.total("booked"), locale),
            )
        )

    def _chart_card(self, chart: QWidget, legend: QWidget) -> Card:
        card = Card(margins=(20, 16, 16, 10), gap=12)
        title = {self.chart: self.tr("Takings by day"), self.heat: self.tr("When it is full")}[chart]
        card.header(title).addWidget(legend)
        card.body.addWidget(chart, 1)
        card.setMinimumHeight(_CHARTS_HEIGHT)
        return card

    def _takings_title(self) -> str:
        if self._figures is None:
            return ""
        bars = self._figures.bars
        return {
            Step.DAY: self.tr("Takings by day"),
            Step.WEEK: self.tr("Takings by week"),
            Step.MONTH: self.tr("Takings by month"),
        }[step_of(Span(bars[0].span.first, bars[-1].span.last))]

    def _takings_caption(self, bar: Bar | None) -> None:
        figures = self._figures
        if figures is None:
            return
        if bar is not None:
            words = bar_words(bar, figures.total.currency, figures.locale, self._language)
        elif figures.bars[0].asked:
            words = self.tr("by the day it was taken, in {currency}").format(currency=figures.total.currency)
        else:
            words = self.tr("among the days before, in {currency}").format(currency=figures.total.currency)
        self._takings.caption.setText(words)

    def _full_caption(self, words: str) -> None:
        figures = self._figures
        if not words and figures is not None:
            wider = figures.full.first < figures.span.first
            words = self.tr("mean of four weeks, by hour") if wider else self.tr("mean by hour")
        self._full.caption.setText(words)
