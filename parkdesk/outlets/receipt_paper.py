"""Receipts and entry tickets as papers: what stands where, in the lot's language, clock and currency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from parkdesk import wording
from parkdesk.domain.entry_ticket import EntryTicket, PayPage
from parkdesk.domain.moments import zone
from parkdesk.domain.money import Money
from parkdesk.domain.receipt import Header, Receipt, Stretch, Tax, Tender
from parkdesk.outlets.paper import RULE, Block, Paper, Role
from parkdesk.outlets.paper_words import word


def receipt_paper(receipt: Receipt, *, copy: int = 0, void: bool = False) -> Paper:
    """`copy` is 0 for the original; every other number, and a payment taken back, is stamped on it."""
    name = f"{word('receipt', receipt.language)} {receipt.code}"
    return Paper(name, receipt.language, tuple(_receipt(receipt, copy, void)))


def ticket_paper(ticket: EntryTicket) -> Paper:
    name = f"{word('entry', ticket.language)} {ticket.code}"
    return Paper(name, ticket.language, tuple(_ticket(ticket)))


def test_paper(where: str, moment: datetime, time_zone: str, language: str) -> Paper:
    """Nothing that was sold: shows whether a printer has letters, black, columns and dots."""
    name = word("test", language)
    blocks = (
        Block(Role.NAME, "ParkDesk"),
        Block(Role.ABOUT, where),
        RULE,
        Block(Role.TITLE, name, wording.clock(moment, time_zone)),
        Block(Role.QUIET, word("test_words", language)),
        Block(Role.STAMP, "ÄÖÜ ß é € ₹"),
        RULE,
        Block(Role.TOTAL, word("total", language), "1234567.89"),
        RULE,
        Block(Role.QR, "234-5678"),
        Block(Role.CODE, "234-5678"),
    )
    return Paper(name, language, blocks)


def _receipt(receipt: Receipt, copy: int, void: bool) -> Iterator[Block]:
    language = receipt.language
    yield from _head(receipt.header)
    yield Block(Role.TITLE, word("receipt", language), receipt.code)
    yield Block(Role.PART, _moment(receipt.issued_at, receipt), _served(receipt))
    stamps = (word("void", language) if void else "", word("copy", language, number=copy) if copy else "")
    if any(stamps):
        yield Block(Role.STAMP, " · ".join(filter(None, stamps)))
    yield RULE
    yield Block(Role.FACT, word("plate", language), receipt.plate)
    yield Block(Role.FACT, word("bay", language), receipt.bay)
    yield Block(Role.FACT, word("ticket", language), receipt.ticket)
    yield Block(Role.FACT, word("from", language), _moment(receipt.starts_at, receipt))
    yield Block(Role.FACT, word("until", language), _moment(receipt.until, receipt))
    yield RULE
    for number, part in enumerate(receipt.stretches):
        yield from _stretch(part, number, receipt)
    yield RULE
    yield Block(Role.TOTAL, word("total", language), _money(receipt.total, receipt))
    yield from _taxes(receipt)
    yield RULE
    yield from _money_moved(receipt)
    yield from _foot(receipt.header)


def _head(header: Header) -> Iterator[Block]:
    yield Block(Role.NAME, header.name)
    for line in (header.address, *header.above):
        if line:
            yield Block(Role.ABOUT, line)
    yield RULE


def _foot(header: Header) -> Iterator[Block]:
    if header.below:
        yield RULE
    for line in header.below:
        yield Block(Role.FOOT, line)


def _stretch(part: Stretch, number: int, receipt: Receipt) -> Iterator[Block]:
    language = receipt.language
    if len(receipt.stretches) > 1:
        span = f"{_short(part.starts_at, receipt)} – {_short(part.until, receipt)}"
        yield Block(Role.PART, span, word("renewal", language) if number else "")
    if not part.lines:
        yield Block(Role.LINE, word("cancelled", language), _money(Money(0, receipt.currency), receipt))
    for line in part.lines:
        words = wording.price_line(line, receipt.currency, language, language)
        yield Block(Role.LINE, words, _money(Money(line.amount_minor, receipt.currency), receipt))


def _taxes(receipt: Receipt) -> Iterator[Block]:
    """The net price and each tax, where one of them is inside the prices and so not among the lines."""
    if not any(tax.included for tax in receipt.taxes):
        return
    yield Block(Role.SUM, word("net", receipt.language), _money(receipt.net, receipt))
    for tax in receipt.taxes:
        name = _tax_name(tax, receipt.language)
        words = word("included", receipt.language, tax=name) if tax.included else name
        yield Block(Role.SUM, words, _money(Money(tax.minor, receipt.currency), receipt))


def _tax_name(tax: Tax, language: str) -> str:
    share = tax.basis_points / 10_000
    places = 0 if tax.basis_points % 100 == 0 else 1 if tax.basis_points % 10 == 0 else 2
    return f"{tax.name or word('tax', language)} {wording.percent(share, language, places=places)}"


def _money_moved(receipt: Receipt) -> Iterator[Block]:
    language = receipt.language
    for tender in receipt.tenders:
        yield Block(
            Role.TENDER,
            _tender_words(tender, receipt),
            _money(Money(tender.minor, receipt.currency), receipt),
        )
        if tender.tendered_minor is not None and not tender.before and tender.change_minor:
            tendered = Money(tender.tendered_minor, receipt.currency)
            yield Block(Role.QUIET, word("tendered", language), _money(tendered, receipt))
            change = Money(tender.change_minor, receipt.currency)
            yield Block(Role.QUIET, word("change", language), _money(change, receipt))
    for refund in receipt.refunds:
        words = word("refund", language, method=word(refund.method, language))
        yield Block(Role.TENDER, words, _money(Money(-refund.minor, receipt.currency), receipt))
    if receipt.due:
        key = "due" if receipt.due.minor > 0 else "credit"
        owed = Money(abs(receipt.due.minor), receipt.currency)
        yield Block(Role.TENDER, word(key, language), _money(owed, receipt))


def _tender_words(tender: Tender, receipt: Receipt) -> str:
    method = word(tender.method, receipt.language)
    if not tender.before:
        return method
    return word("earlier", receipt.language, method=method, when=_short(tender.at, receipt))


def _ticket(ticket: EntryTicket) -> Iterator[Block]:
    language = ticket.language
    yield from _head(ticket.header)
    yield Block(Role.TITLE, word("entry", language))
    yield Block(Role.QR, ticket.code)
    yield Block(Role.CODE, ticket.code)
    yield RULE
    yield Block(Role.PLACE, word("bay", language), ticket.bay)
    if ticket.level:
        yield Block(Role.FACT, word("level", language), ticket.level)
    yield Block(Role.FACT, word("plate", language), ticket.plate)
    for key, moment in (("from", ticket.starts_at), ("until", ticket.until)):
        yield Block(Role.FACT, word(key, language), _date_time(moment, ticket.time_zone, language))
    if ticket.pay is not None:
        yield from _pay(ticket.pay, ticket)
    yield from _foot(ticket.header)


def _pay(page: PayPage, ticket: EntryTicket) -> Iterator[Block]:
    """Well apart from the ticket's own code, so that neither a phone nor a scanner takes one for the other."""
    language = ticket.language
    yield RULE
    yield Block(Role.TITLE, word("scan_to_pay", language), wording.money(page.amount, language))
    yield Block(Role.QR, page.url)
    if page.until is not None:
        until = _date_time(page.until, ticket.time_zone, language)
        yield Block(Role.QUIET, word("pay_until", language), until)


def _served(receipt: Receipt) -> str:
    if not receipt.who:
        return receipt.desk
    return word("served", receipt.language, desk=receipt.desk, who=receipt.who)


def _moment(moment: datetime, receipt: Receipt) -> str:
    return _date_time(moment, receipt.time_zone, receipt.language)


def _date_time(moment: datetime, time_zone: str, language: str) -> str:
    return wording.date_time(moment, time_zone, language) + _which(moment, time_zone)


def _short(moment: datetime, receipt: Receipt) -> str:
    """Without the day where it is the one the stay began on."""
    words = wording.when(moment, receipt.starts_at, receipt.time_zone, receipt.language)
    return words + _which(moment, receipt.time_zone)


def _which(moment: datetime, time_zone: str) -> str:
    """Which of the two, in the hour that the clock shows twice when summer time ends; else nothing."""
    local = moment.astimezone(zone(time_zone))
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{wording.NBSP}{local.tzname()}" if twice else ""


def _money(amount: Money, receipt: Receipt) -> str:
    return wording.money(amount, receipt.language)
