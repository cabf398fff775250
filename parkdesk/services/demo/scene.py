"""What the demo shows when it opens: bays taken, ending, overstaying, reserved, unpaid, renewed and closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Driver, Status
from parkdesk.domain.payment import Method
from parkdesk.domain.plate import Plate, key_of
from parkdesk.services.demo.bays import Spaces
from parkdesk.services.demo.history import History
from parkdesk.services.demo.ids import Ids
from parkdesk.services.demo.story import NOBODY, Story
from parkdesk.services.demo.traffic import Spans

_MINUTE = timedelta(minutes=1)
_HALF_HOUR = 30 * _MINUTE


@dataclass(frozen=True, slots=True)
class Part:
    """One bay of the scene: a stay of `minutes` with `left` of it to go, below nothing when it is over."""

    bay: str
    plate: str
    minutes: int
    left: timedelta
    vehicle_type: str = "hatchback"
    driver: Driver = NOBODY
    requests: str = ""
    paid: Method | None = Method.CARD
    renewed: bool = False
    note: str = ""

    @property
    def stood(self) -> timedelta:
        """How long it has been there; a renewal is as long as what it renews."""
        return (2 if self.renewed else 1) * self.minutes * _MINUTE - self.left


@dataclass(frozen=True, slots=True)
class Coming:
    """One bay kept for a driver who comes at the `halves`-th half hour from now."""

    bay: str
    plate: str
    halves: int
    minutes: int
    driver: Driver = NOBODY
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    parts: tuple[Part, ...]
    coming: tuple[Coming, ...]
    closed: tuple[tuple[str, str], ...]
    later: int
    """Bookings of the days to come, besides those named."""

    @property
    def spared(self) -> dict[str, timedelta]:
        """The bays that no other stay may take, each with how long before now that begins."""
        kept = [coming.bay for coming in self.coming] + [code for code, _ in self.closed]
        return dict.fromkeys(kept, _HALF_HOUR) | {part.bay: part.stood + _HALF_HOUR for part in self.parts}

    @property
    def plates(self) -> frozenset[str]:
        return frozenset({part.plate for part in self.parts} | {coming.plate for coming in self.coming})


def _left(minutes: int, seconds: int = 0) -> timedelta:
    return timedelta(minutes=minutes, seconds=seconds)


CITY = Scene(
    parts=(
        Part(
            "B7",
            "KL 08 AZ 1234",
            60,
            _left(41, 12),
            driver=Driver("Anil P.", "+91 98470 11210"),
            requests="Near the lift, please",
        ),
        Part("D9", "KL 07 AZ 9670", 60, _left(1, 35), "sedan", Driver("Meera S.", "+91 98954 20377")),
        Part("D11", "KL 08 AZ 3180", 120, _left(2, 43), paid=None),
        Part("A5", "TN 37 M 6627", 60, _left(4, 25), "sedan", paid=Method.CASH),
        Part(
            "D6",
            "KL 07 BC 5407",
            60,
            -_left(12, 11),
            driver=Driver("Ravi K.", "+91 98460 55021"),
            paid=None,
            note="Rang at the desk: back in ten minutes.",
        ),
        Part("D10", "TN 37 BC 1717", 120, -_left(8, 5), "suv", paid=Method.CASH),
        Part(
            "A9", "KA 01 M 9134", 60, _left(42), "sedan", Driver("Divya N.", "+91 98474 90118"), renewed=True
        ),
        Part("C6", "KL 08 BC 6999", 120, _left(75), "suv", paid=None),
        Part("C3", "KL 07 AK 1691", 240, _left(174), "ev", paid=Method.CASH),
        Part("T1", "KL 07 CD 4406", 30, _left(15), "two-wheeler", paid=Method.CASH),
        Part("T7", "KL 39 BX 2150", 60, _left(14, 40), "two-wheeler", paid=Method.CASH),
        Part("T8", "KL 07 M 8123", 60, _left(26), "two-wheeler", paid=None),
        Part("T12", "KL 08 AK 5317", 60, _left(42), "two-wheeler", paid=Method.CASH),
    ),
    coming=(
        Coming("C11", "KA 01 AZ 5406", 1, 120, Driver("Joseph M.", "+91 98950 31276")),
        Coming("C12", "KL 08 M 1189", 2, 60, Driver("Fathima A.", "+91 98461 70035")),
        Coming("B5", "TN 37 BC 6827", 2, 240, Driver("Thomas V.", "+91 98479 62240")),
        Coming("C5", "KL 07 M 2992", 2, 60, Driver("Lakshmi R.", "+91 98952 48816"), confirmed=False),
        Coming("A11", "KL 01 CF 7302", 3, 120, Driver("Priya G.", "+91 98464 15509")),
    ),
    closed=(("D5", "Marking is being repainted"), ("1B7", "Water under the ceiling light")),
    later=22,
)
GARAGE = Scene(
    parts=(
        Part("A4", "DD AB 1204", 120, -_left(24, 40), "sedan", Driver("Jens Vogel", "+49 171 5550143")),
        Part("B9", "PIR K 771", 240, -_left(71, 5), "suv", paid=Method.CASH),
        Part("C2", "MEI RS 48", 60, _left(3, 50)),
        Part("D6", "L XT 9021", 120, _left(0, 55), "suv", paid=None),
        Part(
            "B3", "DD OP 2026", 240, _left(96), "sedan", Driver("Sophie Krause", "+49 172 5550118"), paid=None
        ),
    ),
    coming=(
        Coming("A8", "B KU 4410", 2, 240, Driver("Paul Neumann", "+49 173 5550127")),
        Coming("C7", "DD ZW 310", 3, 240, Driver("Ines Busch", "+49 171 5550166")),
    ),
    closed=(("D12", "Pillar is being repaired"), ("1D3", "Oil on the floor"), ("1D4", "Oil on the floor")),
    later=26,
)
STREET = Scene(
    parts=(
        Part("12a", "LK23 VBN", 480, _left(205), "sedan", Driver("Harriet Shaw", "+44 7700 900118")),
        Part(
            "14b",
            "GX71 TRF",
            240,
            -_left(17, 30),
            driver=Driver("Tom Whitfield", "+44 7700 900142"),
            paid=None,
        ),
        Part("16a", "LR74 EVO", 480, _left(64), "ev", Driver("Amelia Knight", "+44 7700 900163")),
        Part("21b", "RE19 KLM", 120, _left(4, 10), "suv", Driver("George Barnes", "+44 7700 900175")),
    ),
    coming=(Coming("16b", "LC68 HGD", 2, 240, Driver("Ruth Palmer", "+44 7700 900189")),),
    closed=(("12c", "Skip on the driveway"),),
    later=8,
)


class Stage:
    """Puts a scene on a site whose history has been told."""

    def __init__(self, history: History, scene: Scene, ids: Ids) -> None:
        self._history = history
        self._scene = scene
        self._ids = ids
        self._now = history.now

    def play(self) -> None:
        for part in self._scene.parts:
            self._stands(part)
        for coming in self._scene.coming:
            self._comes(coming)
        self._fill()
        self._later()

    def closed(self) -> tuple[tuple[Bay, str], ...]:
        return tuple((self._history.site.bay(code), reason) for code, reason in self._scene.closed)

    def _stands(self, part: Part) -> None:
        until = self._now + part.left
        if part.renewed:
            first_until = until - part.minutes * _MINUTE
            first = self._booked(part, first_until - part.minutes * _MINUTE, first_until)
            story = self._booked(part, first_until, until, booked_at=first_until - 4 * _MINUTE)
            self._history.teller.follows(story, first)
            self._history.teller.expires(first)
            self._history.teller.goes_on(story)
        else:
            story = self._booked(part, until - part.minutes * _MINUTE, until)
        if part.note:
            story.notes.append((self._ids.at(self._now), self._now - 6 * _MINUTE, part.note))

    def _booked(
        self, part: Part, starts_at: datetime, until: datetime, *, booked_at: datetime | None = None
    ) -> Story:
        history = self._history
        bay = history.site.bay(part.bay)
        story = history.booked(
            bay,
            Plate(part.plate, key_of(part.plate)),
            part.vehicle_type,
            starts_at,
            until,
            Status.ACTIVE if booked_at is None else Status.CONFIRMED,
            starts_at if booked_at is None else booked_at,
        )
        story.booked = story.booking = replace(story.booking, driver=part.driver, requests=part.requests)
        if part.paid is not None:
            at = story.booking.booked_at + timedelta(seconds=40)
            history.teller.pays(
                story, at, part.paid, story.booking.total_minor, tendered=part.paid is Method.CASH
            )
        return story

    def _comes(self, coming: Coming) -> None:
        history = self._history
        starts_at = self._half_hour(coming.halves)
        story = history.booked(
            history.site.bay(coming.bay),
            Plate(coming.plate, key_of(coming.plate)),
            "sedan",
            starts_at,
            starts_at + coming.minutes * _MINUTE,
            Status.CONFIRMED if coming.confirmed else Status.PENDING,
            self._now - timedelta(hours=3, minutes=7 * coming.halves),
        )
        story.booked = story.booking = replace(story.booking, driver=coming.driver)

    def _half_hour(self, halves: int) -> datetime:
        """The next half hours of the clock, none of them within the next ten minutes."""
        begun = (self._now + 10 * _MINUTE).timestamp() // 1800
        return datetime.fromtimestamp((begun + halves) * 1800, self._now.tzinfo)

    def _fill(self) -> None:
        """More cars, until the lot is as full as it is by day: a demo opened at night shows a desk at work, too."""
        history = self._history
        for spaces in (history.cars, history.charging, history.small):
            wanted = round(len(spaces.bays) * history.traffic.full)
            spans = history.traffic.crowds[-1 if spaces is history.small else 0].spans
            for bay, since in spaces.resting(self._now, self._scene.spared):
                if spaces.standing(self._now) >= wanted:
                    break
                self._drops_in(spaces, bay, since, spans)

    def _drops_in(self, spaces: Spaces, bay: Bay, since: datetime, spans: Spans) -> None:
        history, rng = self._history, self._history.rng
        span = spans.one(rng)
        earliest = max(since, self._now - span + 7 * _MINUTE)
        if earliest >= self._now:
            return
        starts_at = earliest + timedelta(
            seconds=rng.randrange((self._now - earliest) // timedelta(seconds=1) + 1)
        )
        until = starts_at + span
        spaces.occupy(bay, until)
        vehicle_type = rng.choice(sorted(bay.vehicle_types - {"van"}))
        story = history.booked(
            bay, history.drivers.arriving(starts_at, until), vehicle_type, starts_at, until, Status.ACTIVE
        )
        if rng.random() < history.traffic.pays_on_arrival:
            history.pay(story, starts_at + timedelta(seconds=30))

    def _later(self) -> None:
        """Bookings of the days to come, each in a bay that nobody else wants then."""
        history, rng = self._history, self._history.rng
        free = [bay for bay in history.cars.bays if bay.code not in self._scene.spared]
        rng.shuffle(free)
        for bay in free[: self._scene.later]:
            starts_at = self._half_hour(rng.randrange(6, 96))
            if history.cars.busy_until(bay) >= starts_at:
                continue
            until = starts_at + history.traffic.crowds[0].spans.one(rng)
            history.booked(
                bay,
                history.drivers.arriving(starts_at, until),
                "sedan",
                starts_at,
                until,
                Status.CONFIRMED if rng.random() < 0.85 else Status.PENDING,
                self._now - rng.randrange(600, 150_000) * timedelta(seconds=1),
            )
