"""A section with a table, and beside it the panel of the one that is chosen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.rows_model import RowsModel
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import Button, Card, Stage, column, row, tidy


class Panel(Protocol):
    """What a section asks of the panel beside its table."""

    name: QLineEdit

    @property
    def identity(self) -> Hashable:
        """Of whatever it shows; None for a new one."""

    def start_new(self) -> None: ...


T = TypeVar("T")
P = TypeVar("P", bound=Panel)


class TableSection(QWidget, Generic[T, P]):
    """A section says where its rows come from (`ask`), how the panel shows one (`start`), and how many are in use."""

    def __init__(
        self, ui: UiContext, model: RowsModel[T], panel: P, beside: QWidget, *, title: str, add: Button
    ) -> None:
        """`beside` is the panel as a widget."""
        super().__init__()
        self._ui, self.model, self.panel = ui, model, panel
        self.table = QTableView()
        self.table.setModel(model)
        tidy(self.table, name=title)
        self.add_button = add
        add.clicked.connect(self._start_new)
        self._card = Card(margins=(20, 16, 16, 8))
        self._card.header(title).addWidget(add)
        self._card.body.addWidget(self.table, 1)
        content = QWidget()
        across = row(content, gap=GAP_4)
        across.addWidget(self._card, 1)
        across.addWidget(beside)
        self._stage = Stage(content)
        column(self).addWidget(self._stage)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    @abstractmethod
    def ask(self) -> Callable[[], Sequence[T]]:
        """Where the rows come from, on the database thread."""

    @abstractmethod
    def start(self, chosen: T) -> None:
        """Show the chosen one in the panel."""

    @abstractmethod
    def in_use_words(self, count: int) -> str:
        """The caption with how many are in use."""

    @abstractmethod
    def unread_words(self) -> str:
        """What is said where the rows cannot be read."""

    def activated(self) -> None:
        self._read()

    def refresh(self) -> None:
        self._read()

    def back(self) -> None:
        """There is nowhere to go back to."""

    def choose(self, identity: Hashable) -> None:
        number = self.model.row_of(identity)
        if number >= 0:
            self.table.selectRow(number)

    def stretch(self, only: int | None = None) -> None:
        """Share the room among all columns, or give one of them what the others leave."""
        heads = self.table.horizontalHeader()
        if only is None:
            heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            return
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(only, QHeaderView.ResizeMode.Stretch)

    def _read(self) -> None:
        self._ui.tasks.query(
            self.ask(), self._show, self._not_read, replaces=f"settings.{type(self).__name__}"
        )

    def _not_read(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.unread_words(), sentence(error), self._read)

    def _show(self, rows: Sequence[T]) -> None:
        first, chosen = self.model.rowCount() == 0, self.panel.identity
        self.model.show(rows)
        self._card.caption.setText(self.in_use_words(sum(map(self.model.in_use, rows))))
        if first and rows:
            self.table.selectRow(0)
        elif chosen is not None:
            self.choose(chosen)
        self._stage.show_content()

    def _choose(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self.start(self.model.at(rows[0].row()))

    def _start_new(self) -> None:
        self.table.clearSelection()
        self.panel.start_new()
        self.panel.name.setFocus()
