"""`receipt`: a stay's receipt or entry ticket as text, as a PDF, or as the bytes of a thermal printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import add_json, add_lot, add_who, new_verb, the_stay
from parkdesk.cli.terminal import Terminal
from parkdesk.outlets.escpos import NARROW, WIDE, escpos
from parkdesk.outlets.files import save_whole
from parkdesk.outlets.paper import Paper
from parkdesk.outlets.printers import Kind, Printer, send
from parkdesk.outlets.receipt_paper import receipt_paper, ticket_paper

if TYPE_CHECKING:
    from uuid import UUID

    from parkdesk.services.bundle import Services


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "receipt", "a stay's receipt, belated if need be, or its entry ticket")
    verb.add_argument("stay", metavar="TICKET|PLATE|BAY")
    add_lot(verb)
    verb.add_argument("--ticket", action="store_true", help="the entry ticket instead of the receipt")
    where = verb.add_mutually_exclusive_group()
    where.add_argument("--pdf", metavar="FILE", type=Path, help="write a PDF (needs Qt, but no screen)")
    where.add_argument("--escpos", metavar="FILE", type=Path, help="write what a thermal printer takes")
    where.add_argument("--printer", metavar="HOST[:PORT]", help="print on a thermal printer in the network")
    verb.add_argument("--narrow", action="store_true", help="for a roll of 58 mm instead of 80 mm")
    add_who(verb)
    add_json(verb)
    verb.set_defaults(run=_receipt)


def _receipt(terminal: Terminal) -> Exit:
    arguments = terminal.arguments
    with terminal.desk() as services:
        stay = the_stay(services, arguments.stay, arguments.lot)
        if arguments.ticket:
            ticket = services.receipts.ticket(stay)
            paper, record = ticket_paper(ticket), {"ticket": ticket.code, "bay": ticket.bay}
        else:
            paper, record = _counted(terminal, services, stay)
    told = _hand_over(terminal, paper)
    terminal.answer({**record, "name": paper.name, "written": told}, told or paper.words().rstrip())
    return Exit.OK


def _counted(terminal: Terminal, services: Services, stay: UUID) -> tuple[Paper, dict[str, Any]]:
    """The newest receipt; looked at in the terminal it is no paper yet and not counted."""
    arguments, who = terminal.arguments, terminal.actor(services)
    issued = services.receipts.issue(who, stay)
    outlet = {"pdf": arguments.pdf, "file": arguments.escpos, "network": arguments.printer}
    chosen = next((name for name, place in outlet.items() if place), None)
    if chosen is not None:
        issued = services.receipts.hand_out(who, issued.receipt.id, chosen)
    receipt = issued.receipt
    record = {
        "receipt": receipt.code,
        "number": receipt.number,
        "copy": issued.copy,
        "void": issued.void,
        "issued_at": receipt.issued_at,
        "currency": receipt.currency,
        "total_minor": receipt.total.minor,
        "paid_minor": receipt.paid.minor,
        "due_minor": receipt.due.minor,
    }
    return receipt_paper(receipt, copy=issued.copy, void=issued.void), record


def _hand_over(terminal: Terminal, paper: Paper) -> str:
    """Raises FileUnwritable, DiskFull or a PrinterFault; the receipt is issued all the same."""
    arguments = terminal.arguments
    columns = NARROW if arguments.narrow else WIDE
    data = b"" if arguments.pdf else escpos(paper, columns, draw=terminal.plugs.draw)
    if arguments.printer:
        send(Printer(Kind.NETWORK, arguments.printer), data)
        return f"{paper.name} is printed on {arguments.printer}."
    file: Path | None = arguments.pdf or arguments.escpos
    if file is None:
        return ""
    if arguments.pdf:
        terminal.plugs.write_pdf(paper, file)
    else:
        save_whole(file, data)
    return f"{paper.name} is written to {file}."
