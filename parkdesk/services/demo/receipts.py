"""The demo's receipts: of the last days, as the sales would have drawn them; older payments have none yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from parkdesk.domain.payment import Payment
from parkdesk.domain.receipt import Receipt, Stretch, Tax, Tender
from parkdesk.domain.tariff import LineKind, PriceLine
from parkdesk.services.demo.places import Site
from parkdesk.services.demo.story import Story
from parkdesk.services.receipting import header_of

Sale = tuple[Site, Story, Payment]


def receipt_id(payment: Payment) -> UUID:
    """As much a UUIDv7 as the payment's own, and no further throw of the dice."""
    return UUID(int=payment.id.int ^ 1)


def receipts(
    sales: Sequence[Sale], desks: dict[UUID, str], people: dict[UUID, str]
) -> Iterator[tuple[Receipt, UUID]]:
    """Each desk's own numbers in the order of its sales, with who issued them."""
    numbers = dict.fromkeys(desks, 0)
    for site, story, payment in sorted(sales, key=lambda sale: (sale[2].processed_at, sale[2].id)):
        numbers[story.desk] += 1
        booking, lot = story.booking, site.lot
        lines = story.booked_lines if payment.processed_at < booking.until else story.lines
        bay = next(bay.code for bay in site.bays if bay.id == booking.bay_id)
        earlier = [other for other in story.payments if other.processed_at < payment.processed_at]
        yield (
            Receipt(
                id=receipt_id(payment),
                desk_id=story.desk,
                number=numbers[story.desk],
                booking_id=booking.id,
                lot_id=lot.id,
                issued_at=payment.processed_at,
                desk=desks[story.desk],
                who=people[payment.taken_by],
                header=header_of(lot),
                language=lot.language,
                time_zone=lot.time_zone,
                currency=booking.currency,
                ticket=booking.ticket,
                plate=booking.plate.shown,
                bay=bay,
                stretches=(Stretch(booking.starts_at, booking.until, lines, _tax(site, lines)),),
                tenders=(*(_tender(other, before=True) for other in earlier), _tender(payment, before=False)),
                payments=(payment.id,),
            ),
            payment.taken_by,
        )


def _tender(payment: Payment, *, before: bool) -> Tender:
    return Tender(
        payment.method, payment.amount_minor, payment.processed_at, payment.tendered_minor, before=before
    )


def _tax(site: Site, lines: tuple[PriceLine, ...]) -> Tax | None:
    own = next((line for line in lines if line.kind is LineKind.TAX), None)
    if own is not None:
        return Tax(own.name, own.basis_points, own.amount_minor, included=False)
    inside = site.tariff.explained(lines)
    if not inside.tax_included_minor:
        return None
    return Tax(inside.tax_name, site.tariff.tax_basis_points, inside.tax_included_minor, included=True)
