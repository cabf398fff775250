"""Printing a paper on whatever a desk prints on. Waits for the printer: never on the GUI's or the database's thread."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from parkdesk.domain.paper_errors import PrinterGone, PrinterOffline, PrinterUnset
from parkdesk.outlets.escpos import escpos
from parkdesk.outlets.paper import Paper
from parkdesk.outlets.printers import Kind, Printer, look, send
from parkdesk.ui.paper.document import paint_on, paper_document
from parkdesk.ui.paper.dots import dots

_BESIDE_A_ROLL = 5.0
"""Millimetres: a sheet of paper gets margins, a roll as wide as the receipt has its own."""
_ROLL = 100.0
_DEAD = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def print_paper(printer: Printer, paper: Paper) -> None:
    """Returns when the printer took it. Raises a PrinterFault or DiskFull."""
    if printer.kind is Kind.SYSTEM:
        _print_by_system(printer, paper)
    else:
        send(printer, escpos(paper, printer.columns, cut=printer.cut, draw=dots))


def look_at(printer: Printer) -> None:
    """Raises the PrinterFault that keeps it from printing."""
    if not printer.works:
        raise PrinterUnset
    if printer.kind is Kind.SYSTEM:
        _known(printer)
    else:
        look(printer)


def system_printers() -> tuple[str, ...]:
    """The names of the printers that this computer knows, the usual one first. May ask the network."""
    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: (name != usual, name.casefold())))


def _known(printer: Printer) -> QPrinterInfo:
    info = QPrinterInfo.printerInfo(printer.place)
    if info.isNull():
        raise PrinterGone(printer=printer, reason="this computer does not know it any more")
    if info.state() in _DEAD:
        raise PrinterOffline(printer=printer)
    return info


def _print_by_system(printer: Printer, paper: Paper) -> None:
    device = QPrinter(_known(printer), QPrinter.PrinterMode.HighResolution)
    device.setDocName(paper.name)
    device.setCreator("ParkDesk")
    width = device.pageLayout().pageSize().size(device.pageLayout().pageSize().Unit.Millimeter).width()
    margin = _BESIDE_A_ROLL if width > _ROLL else 0.0
    device.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter)
    if not paint_on(device, paper_document(paper)) or device.printerState() in _DEAD:
        raise PrinterGone(printer=printer, reason="the print job was not taken")
