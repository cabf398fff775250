"""Receipts as values: whatever was sold, lines, taxes and tenders add up, and a kept one reads back the same."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.payment import Method
from parkdesk.domain.receipt import (
    Header,
    Receipt,
    Refund,
    Stretch,
    Tax,
    Tender,
    as_record,
    from_record,
    series_of,
)
from parkdesk.domain.tariff import LineKind, PriceLine, Tariff
from parkdesk.domain.ticket import ALPHABET

NINE = datetime(2026, 11, 21, 9, tzinfo=UTC)
MINOR = st.integers(0, 10**7)
METHODS = st.sampled_from(Method)
MOMENTS = st.integers(0, 10**9).map(lambda seconds: NINE + timedelta(seconds=seconds))
WORDS = st.text(max_size=20)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """A booking as a tariff prices it, its tax on top or inside."""
    tariff = Tariff(
        UUID(int=1),
        UUID(int=2),
        1,
        "INR",
        draw(st.integers(0, 50_000)),
        increment_minutes=draw(st.sampled_from([1, 15, 30, 60])),
        minimum_minor=draw(st.integers(0, 20_000)),
        tax_name=draw(st.sampled_from(["GST", "VAT"])),
        tax_basis_points=draw(st.sampled_from([0, 500, 1800, 1925])),
        tax_included=draw(st.booleans()),
    )
    span = timedelta(minutes=draw(st.integers(1, 3000)))
    quote = tariff.quote(span, "sedan")
    own = next((line for line in quote.lines if line.kind is LineKind.TAX), None)
    minor = own.amount_minor if own is not None else quote.tax_included_minor
    tax = Tax(tariff.tax_name, tariff.tax_basis_points, minor, tariff.tax_included) if minor else None
    return Stretch(NINE, NINE + span, quote.lines, tax)


@st.composite
def tenders(draw: st.DrawFn) -> Tender:
    minor = draw(MINOR)
    tendered = draw(st.none() | st.integers(minor, minor + 10**6))
    return Tender(draw(METHODS), minor, draw(MOMENTS), tendered, draw(st.booleans()))


receipts = st.builds(
    Receipt,
    id=st.uuids(),
    desk_id=st.uuids(),
    number=st.integers(1, 10**9),
    booking_id=st.uuids(),
    lot_id=st.uuids(),
    issued_at=MOMENTS,
    desk=WORDS,
    who=WORDS,
    header=st.builds(
        Header,
        WORDS,
        WORDS,
        st.lists(WORDS, max_size=3).map(tuple),
        st.lists(WORDS, max_size=3).map(tuple),
    ),
    language=st.sampled_from(["en_IN", "de_DE"]),
    time_zone=st.sampled_from(["Asia/Kolkata", "Europe/Berlin"]),
    currency=st.just("INR"),
    ticket=WORDS,
    plate=WORDS,
    bay=WORDS,
    stretches=st.lists(stretches(), min_size=1, max_size=4).map(tuple),
    tenders=st.lists(tenders(), max_size=4).map(tuple),
    refunds=st.lists(st.builds(Refund, METHODS, MINOR, MOMENTS), max_size=2).map(tuple),
    payments=st.lists(st.uuids(), max_size=3).map(tuple),
)


@given(receipts)
def test_lines_taxes_and_money_add_up(receipt: Receipt) -> None:
    assert receipt.total.minor == sum(line.amount_minor for part in receipt.stretches for line in part.lines)
    assert receipt.net.minor + sum(tax.minor for tax in receipt.taxes) == receipt.total.minor
    assert receipt.paid - receipt.refunded + receipt.due == receipt.total
    assert all(tender.change_minor >= 0 for tender in receipt.tenders)
    rates = [(tax.name, tax.basis_points, tax.included) for tax in receipt.taxes]
    assert len(set(rates)) == len(rates)


@given(receipts)
def test_what_was_kept_reads_back_the_same(receipt: Receipt) -> None:
    kept = json.loads(json.dumps(as_record(receipt)))
    columns = ("id", "desk_id", "number", "booking_id", "lot_id", "issued_at")
    assert from_record(kept, **{name: getattr(receipt, name) for name in columns}) == receipt


@given(st.uuids())
def test_the_series_has_letters_that_are_not_mistaken(desk_id: UUID) -> None:
    series = series_of(desk_id)
    assert len(series) == 3
    assert set(series) <= set(ALPHABET)


def test_a_tax_line_is_a_line_and_a_tax_inside_is_not() -> None:
    parking = PriceLine(LineKind.PARKING, 6000, 60, 6000)
    on_top = Stretch(
        NINE, NINE, (parking, PriceLine(LineKind.TAX, 1080, name="GST")), Tax("GST", 1800, 1080, False)
    )
    inside = Stretch(NINE, NINE, (parking,), Tax("GST", 1800, 915, True))
    for part, total, net in ((on_top, 7080, 6000), (inside, 6000, 5085)):
        receipt = Receipt(
            *(UUID(int=1),) * 2,
            1,
            *(UUID(int=1),) * 2,
            NINE,
            *("",) * 2,
            Header(""),
            *("",) * 2,
            "INR",
            *("",) * 3,
            (part,),
            (),
        )
        assert (receipt.total.minor, receipt.net.minor, receipt.due.minor) == (total, net, total)
