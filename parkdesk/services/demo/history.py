"""Ninety days of arrivals at one site, told in order up to now: who came, how long they stayed, what they paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Status
from parkdesk.domain.lot import AtEnd
from parkdesk.domain.moments import day_span, local_day, zone
from parkdesk.domain.payment import Method
from parkdesk.domain.plate import Plate
from parkdesk.services.demo.bays import Spaces
from parkdesk.services.demo.drivers import Drivers
from parkdesk.services.demo.ids import Ids
from parkdesk.services.demo.people import at_work
from parkdesk.services.demo.places import Site
from parkdesk.services.demo.story import Story, Teller
from parkdesk.services.demo.traffic import Crowd, Traffic

DAYS = 90
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_REASONS = (
    "Change of plan",
    "Flight cancelled",
    "Train is late",
    "Found a place on the street",
    "Driver rang",
)


class History:
    """Tells a site's stories; `stories` grows. Bays that the live scene needs are `spared` for so long before now."""

    def __init__(
        self,
        site: Site,
        traffic: Traffic,
        ids: Ids,
        rng: Random,
        now: datetime,
        *,
        desk: UUID,
        exit_desk: UUID,
        spared: Mapping[str, timedelta],
    ) -> None:
        self.site, self.traffic, self.rng, self.now = site, traffic, rng, now
        self.teller = Teller(site, ids, desk, exit_desk)
        self.drivers = Drivers(rng, site.lot.country, regulars=round(traffic.a_day * 7))
        self.stories: list[Story] = []
        self._spared = {code: now - before for code, before in spared.items()}
        self._quiet_from = min(self._spared.values(), default=now)
        self._grace = site.lot.grace
        self._holds = site.lot.at_end is AtEnd.HOLD
        small = [bay for bay in site.bays if bay.takes("two-wheeler")]
        charging = [bay for bay in site.bays if bay.vehicle_types == {"ev"}]
        others = [bay for bay in site.bays if bay not in small and bay not in charging]
        self.small, self.charging, self.cars = (Spaces(bays, rng) for bays in (small, charging, others))

    def tell(self) -> None:
        for moment, crowd in self._arrivals():
            self._arrival(moment, crowd)

    def _arrivals(self) -> Iterator[tuple[datetime, Crowd]]:
        today = local_day(self.now, self.site.lot.time_zone)
        for back in range(DAYS, -1, -1):
            for moment, number in self._day(today - timedelta(days=back), back):
                if moment <= self.now:
                    yield moment, self.traffic.crowds[number]

    def _day(self, day: date, back: int) -> list[tuple[datetime, int]]:
        """Arrivals of a day in order with the crowd of each; the trade grows a little, and some days are wet."""
        rng = self.rng
        growth = 1 + 0.08 * (DAYS - back) / DAYS
        weather = rng.choice((1.0, 1.0, 1.0, 1.05, 0.95, 0.86))
        begin, _ = day_span(day, self.site.lot.time_zone)
        arrivals = []
        for number, crowd in enumerate(self.traffic.crowds):
            expected = crowd.a_day * crowd.weekdays[day.weekday()] * growth * weather
            count = max(0, round(rng.gauss(expected, expected**0.5)))
            for later in rng.choices(range(len(crowd.hours)), crowd.hours, k=count):
                seconds = (crowd.first + later) * 3600 + rng.randrange(3600)
                arrivals.append((begin + timedelta(seconds=seconds), number))
        return sorted(arrivals)

    def _arrival(self, at: datetime, crowd: Crowd) -> None:
        rng, traffic = self.rng, self.traffic
        fate = rng.random()
        spaces, vehicle_type = self._kind(crowd)
        until = at + crowd.spans.one(rng)
        if fate < traffic.cancelled:
            self._cancelled(spaces, vehicle_type, at, until)
            return
        if fate < traffic.cancelled + traffic.no_show:
            self._missed(spaces, vehicle_type, at, until, Status.CONFIRMED)
        elif fate < traffic.cancelled + traffic.no_show + traffic.never_confirmed:
            self._missed(spaces, vehicle_type, at, until, Status.PENDING)
        else:
            self._stay(spaces, vehicle_type, at, until)

    def _kind(self, crowd: Crowd) -> tuple[Spaces, str]:
        """Which bays a vehicle looks for, and its type."""
        if crowd.two_wheelers:
            return self.small, "two-wheeler"
        if self.charging.bays and self.rng.random() < 0.05:
            return self.charging, "ev"
        return self.cars, self.rng.choice(("hatchback", "hatchback", "sedan", "sedan", "suv"))

    def _stay(self, spaces: Spaces, vehicle_type: str, at: datetime, until: datetime) -> None:
        rng, traffic = self.rng, self.traffic
        gone_at, early = self._departure(at, until)
        renewed = not early and not self._holds and rng.random() < traffic.renews
        end = until + _HOUR if renewed else until
        free_at = gone_at if early or self._holds else end + self._grace
        bay = self._bay(spaces, at, free_at, end)
        if bay is None:
            return
        plate = self.drivers.arriving(at, free_at)
        ahead = rng.random() < traffic.ahead
        story = self.booked(bay, plate, vehicle_type, at, until, Status.CONFIRMED if ahead else Status.ACTIVE)
        if ahead:
            self.teller.arrives(story, min(at + rng.randrange(0, 600) * timedelta(seconds=1), self.now))
        on_arrival = rng.random() < traffic.pays_on_arrival
        if on_arrival:
            self.pay(story, at + rng.randrange(15, 90) * timedelta(seconds=1))
        if renewed and self._renewed(story, bay, on_arrival):
            return
        if early or self._holds:
            if gone_at <= self.now:
                self._left(story, bay, gone_at)
        elif until + self._grace <= self.now:
            self.teller.expires(story)

    def _departure(self, at: datetime, until: datetime) -> tuple[datetime, bool]:
        """When the car leaves, and whether that is before its time is up."""
        rng, traffic = self.rng, self.traffic
        if rng.random() < traffic.leaves_early:
            stayed = (until - at) * rng.uniform(0.4, 0.98)
            return at + timedelta(seconds=stayed // timedelta(seconds=1)), True
        if rng.random() < traffic.overstays:
            return until + rng.randrange(12 * 60, 80 * 60) * timedelta(seconds=1), False
        return until + rng.randrange(0, 9 * 60) * timedelta(seconds=1), False

    def _bay(self, spaces: Spaces, at: datetime, free_at: datetime, until: datetime) -> Bay | None:
        spared: set[str] = set()
        if free_at > self._quiet_from:
            spared = {code for code, since in self._spared.items() if free_at > since}
        return spaces.take(at, free_at, until, spared=spared)

    def booked(
        self,
        bay: Bay,
        plate: Plate,
        vehicle_type: str,
        at: datetime,
        until: datetime,
        status: Status,
        booked_at: datetime | None = None,
    ) -> Story:
        """`status` active is a walk-in; anything else was booked ahead."""
        rng, walk_in = self.rng, status is Status.ACTIVE
        if booked_at is None:
            booked_at = at if walk_in else at - rng.randrange(20 * 60, 30 * 3600) * timedelta(seconds=1)
        story = self.teller.booked(
            bay_id=bay.id,
            hourly_minor=bay.hourly_minor,
            plate=plate,
            vehicle_type="van" if "van" in bay.vehicle_types and rng.random() < 0.6 else vehicle_type,
            starts_at=at,
            until=until,
            booked_at=booked_at,
            who=at_work(self.site.lot.name, booked_at.astimezone(zone(self.site.lot.time_zone)).hour),
            status=status,
            driver=self.drivers.driver(self.traffic.known if walk_in else 0.9),
            requests=self.drivers.requests(0.02 if walk_in else 0.15),
        )
        self.stories.append(story)
        return story

    def _renewed(self, first: Story, bay: Bay, pays: bool) -> bool:
        """A second hour behind the first booking; False where it is not booked yet."""
        before = first.booking
        booked_at = before.until - self.rng.randrange(120, 540) * timedelta(seconds=1)
        if booked_at > self.now:
            return False
        story = self.booked(
            bay,
            before.plate,
            before.vehicle_type,
            before.until,
            before.until + _HOUR,
            Status.CONFIRMED,
            booked_at,
        )
        self.teller.follows(story, first)
        if pays:
            self.pay(story, booked_at + timedelta(seconds=25))
        if before.until <= self.now:
            self.teller.expires(first)
            self.teller.goes_on(story)
            if story.booking.until + self._grace <= self.now:
                self.teller.expires(story)
        return True

    def _left(self, story: Story, bay: Bay, at: datetime) -> None:
        self.teller.leaves(story, at, bay.hourly_minor)
        paid = sum(payment.amount_minor for payment in story.payments)
        owed = story.booking.total_minor - paid
        if owed > 0 and self.rng.random() >= self.traffic.never_pays:
            self.pay(story, at - timedelta(seconds=12), owed)

    def _missed(
        self, spaces: Spaces, vehicle_type: str, at: datetime, until: datetime, status: Status
    ) -> None:
        """Booked ahead, and then nobody came or nobody confirmed it."""
        bay = self._bay(spaces, at, until, until)
        if bay is None:
            return
        story = self.booked(bay, self.drivers.arriving(at, until), vehicle_type, at, until, status)
        if until <= self.now:
            self.teller.expires(story)

    def _cancelled(self, spaces: Spaces, vehicle_type: str, at: datetime, until: datetime) -> None:
        bay = self.rng.choice(spaces.bays)
        story = self.booked(bay, self.drivers.arriving(at, at), vehicle_type, at, until, Status.CONFIRMED)
        ahead = (at - story.booking.booked_at) // timedelta(seconds=1)
        waited = timedelta(seconds=self.rng.randrange(ahead // 5, ahead))
        self.teller.cancels(story, story.booking.booked_at + waited, self.rng.choice(_REASONS))

    def pay(self, story: Story, at: datetime, amount_minor: int | None = None) -> None:
        """All that is owed, unless it would be later than now."""
        if at > self.now:
            return
        by_card = self.rng.random() < self.traffic.card
        amount = story.booking.total_minor if amount_minor is None else amount_minor
        method = Method.CARD if by_card else Method.CASH
        self.teller.pays(story, at, method, amount, tendered=not by_card and self.rng.random() < 0.5)
