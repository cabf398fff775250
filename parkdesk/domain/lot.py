"""A lot: where it is, its clock and currency, and its rules for stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.errors import LanguageUnknown, NumberOutOfRange, StayTooLong, StayTooShort
from parkdesk.domain.moments import zone
from parkdesk.domain.money import checked_currency
from parkdesk.domain.paper_errors import PaperLinesTooMany

MOST_QUICK_DURATIONS = 12
MOST_PAPER_LINES, MOST_PAPER_TEXT = 6, 400
QUICK_DURATIONS = tuple(timedelta(minutes=m) for m in (30, 60, 120, 240, 480))


class AtEnd(StrEnum):
    """What happens when a stay's time is up."""

    RELEASE = "release"
    HOLD = "hold"


class PayWhen(StrEnum):
    """When a stay is paid: at booking (its bay is only held until then), whenever it suits, or at exit."""

    BOOKING = "booking"
    ANY = "any"
    EXIT = "exit"


class RefundRule(StrEnum):
    """What of a paid price goes back by itself when a booking is cancelled, shortened or moved.

    None of them is about a no-show: its bay was held to the end, so what was paid stays.
    """

    FULL = "full"
    UNUSED = "unused"
    """What was paid for time that nobody stood there."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Lot:
    """`time_zone` is an IANA name, `language` the locale of receipts (`en_IN`), `grace` the minutes past the end
    before the sweep acts, `back_entry` how far back a late entry may reach, `hold` how long an unpaid booking keeps its
    bay where it is paid when it is made. `receipt_header` (say, the tax number)
    and `receipt_footer` are the owner's own lines on tickets and receipts."""

    id: UUID
    name: str
    time_zone: str
    currency: str
    language: str = "en_IN"
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    at_end: AtEnd = AtEnd.RELEASE
    grace: timedelta = timedelta(0)
    default_duration: timedelta = timedelta(hours=1)
    quick_durations: tuple[timedelta, ...] = QUICK_DURATIONS
    least_stay: timedelta = timedelta(minutes=5)
    most_stay: timedelta = timedelta(days=31)
    back_entry: timedelta = timedelta(hours=12)
    receipt_header: str = ""
    receipt_footer: str = ""
    pay_when: PayWhen = PayWhen.ANY
    hold: timedelta = timedelta(minutes=15)
    refund_rule: RefundRule = RefundRule.UNUSED

    @property
    def country(self) -> str:
        """The territory of the lot's locale, for hints: `IN` from `en_IN`."""
        return self.language.partition("_")[2]

    def checked(self) -> Lot:
        """As it is stored, its texts trimmed. Raises the error of the first field at fault."""
        name = texts.line(self.name, field="name", required=True)
        address = texts.line(self.address, field="address", most=300)
        zone(self.time_zone)
        currency = checked_currency(self.currency)
        checked_language(self.language)
        for place, value, most in (("latitude", self.latitude, 90), ("longitude", self.longitude, 180)):
            if value is not None and not -most <= value <= most:
                raise NumberOutOfRange(least=-most, most=most, number=value, field=place)
        _within("grace", self.grace, 0, 7 * 1440)
        _within("hold", self.hold, 1, 1440)
        _within("least_stay", self.least_stay, 1, 1440)
        _within("most_stay", self.most_stay, self.least_stay // timedelta(minutes=1), 366 * 1440)
        _within("back_entry", self.back_entry, 0, 7 * 1440)
        self.check_span(self.default_duration, field="default_duration")
        if len(self.quick_durations) > MOST_QUICK_DURATIONS:
            count = len(self.quick_durations)
            raise NumberOutOfRange(least=0, most=MOST_QUICK_DURATIONS, number=count, field="quick_durations")
        for quick in self.quick_durations:
            self.check_span(quick, field="quick_durations")
        header = _few_lines(self.receipt_header, field="receipt_header")
        footer = _few_lines(self.receipt_footer, field="receipt_footer")
        return replace(
            self,
            name=name,
            address=address,
            currency=currency,
            receipt_header=header,
            receipt_footer=footer,
        )

    def check_span(self, span: timedelta, *, field: str = "until") -> None:
        """Raises StayTooShort or StayTooLong."""
        if span < self.least_stay:
            raise StayTooShort(minutes=self.least_stay // timedelta(minutes=1), field=field)
        if span > self.most_stay:
            raise StayTooLong(hours=self.most_stay // timedelta(hours=1), field=field)


def _few_lines(text: str, *, field: str) -> str:
    """What fits on a receipt: a few short lines."""
    kept = texts.paragraph(text, field=field, most=MOST_PAPER_TEXT)
    lines = [" ".join(line.split()) for line in kept.split("\n")]
    if len(lines) > MOST_PAPER_LINES:
        raise PaperLinesTooMany(most=MOST_PAPER_LINES, count=len(lines), field=field)
    return "\n".join(lines)


def checked_language(text: str) -> str:
    """A locale's name, well formed. Raises LanguageUnknown."""
    if not text.replace("_", "").isalpha() or not 2 <= len(text) <= 12:
        raise LanguageUnknown(language=text, field="language")
    return text


def _within(name: str, span: timedelta, least: int, most: int) -> None:
    """Bounds in minutes."""
    minutes = span // timedelta(minutes=1)
    if not least <= minutes <= most:
        raise NumberOutOfRange(least=least, most=most, number=minutes, field=name)
