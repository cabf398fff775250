"""Two processes at one moment, on both databases: each deed happens once and whole, and the other is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event
from uuid import UUID

import pytest
from sqlalchemy import text

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.errors import DeedIdReused, NothingOwed, NothingToUndo, ParkDeskError, UndoOvertaken
from parkdesk.domain.payment import Method
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from tests.kit import Case, Clock, desk_case

HOUR = timedelta(hours=1)
ROUNDS = 3
Doing = Callable[[Services], object]
pytestmark = pytest.mark.usefixtures("sound")


def at_once(case: Case, *deeds: Doing) -> list[object]:
    """What each deed answers, or is told, when all start together, each in a program of its own for the same desk."""
    gate = Barrier(len(deeds))

    def run(deed: Doing) -> object:
        services = Services.of(Desk(Database(str(case.database.url)), case.clock, case.desk.id))
        try:
            services.lots.all()
            gate.wait()
            return deed(services)
        except ParkDeskError as told:
            return told
        finally:
            services.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def kinds(answers: list[object]) -> set[type]:
    return {type(answer) for answer in answers}


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_deed_that_is_sent_twice_at_once_happens_once(case: Case, round_: int) -> None:
    id = new_id()
    request = case.ask("A1", f"KL {round_}")
    first, second = at_once(
        case,
        lambda services: services.bookings.book(case.attendant, request, deed_id=id),
        lambda services: services.bookings.book(case.attendant, request, deed_id=id),
    )
    assert first == second
    assert isinstance(first, Booking)
    deed_id = new_id()
    longer = at_once(
        case,
        lambda services: services.stays.extend(case.attendant, id, HOUR, deed_id=deed_id),
        lambda services: services.stays.extend(case.attendant, id, HOUR, deed_id=deed_id),
    )
    assert kinds(longer) == {Booking}
    assert case.reload(first).until == first.until + HOUR
    case.services.stays.check_out(case.attendant, id)


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_what_is_undone_twice_at_once_is_undone_once(case: Case, round_: int) -> None:
    booking = case.book("A1", f"KL {round_}")
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    entry = case.services.undo.last(case.attendant)
    assert entry is not None
    answers = at_once(case, *[lambda services: services.undo.undo(case.attendant, entry.entry_id)] * 2)
    assert sum(not isinstance(answer, ParkDeskError) for answer in answers) == 1
    assert kinds(answers) & {UndoOvertaken, NothingToUndo}
    case.services.stays.check_out(case.attendant, booking.id)


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_chain_of_renewals_is_paid_once(case: Case, round_: int) -> None:
    booking = case.book("A1", f"KL {round_}")
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    answers = at_once(
        case,
        lambda services: services.payments.take(case.attendant, booking.id, Method.CASH),
        lambda services: services.payments.take(case.attendant, renewal.id, Method.CASH),
    )
    detail = case.services.bookings.detail(booking.id)
    paid = sum(payment.amount_minor for payment in detail.payments)
    assert paid == booking.total_minor + renewal.total_minor
    assert kinds(answers) <= {tuple, NothingOwed}
    case.services.stays.check_out(case.attendant, booking.id)


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_renewal_that_is_extended_while_its_stay_is_moved_keeps_both(case: Case, round_: int) -> None:
    booking = case.book("A1", f"KL {round_}")
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    answers = at_once(
        case,
        lambda services: services.stays.extend(case.attendant, renewal.id, HOUR),
        lambda services: services.stays.move(case.attendant, booking.id, case.bay("A2")),
    )
    assert kinds(answers) == {Booking}
    after = case.reload(renewal)
    assert (after.bay_id, after.until) == (case.bay("A2"), renewal.until + HOUR)
    case.services.stays.check_out(case.attendant, booking.id)


def test_two_programs_of_one_desk_leave_no_gap(case: Case) -> None:
    def busy(bay: str) -> Doing:
        def work(services: Services) -> int:
            for round_ in range(10):
                booking = services.bookings.book(case.attendant, case.ask(bay, f"{bay} {round_}"))
                services.stays.check_out(case.attendant, booking.id)
            return 20

        return work

    before = case.services.journal.verify().entries
    assert at_once(case, busy("A1"), busy("A2"), busy("A3")) == [20, 20, 20]
    verified = case.services.journal.verify()
    assert (verified.entries, verified.faults) == (before + 60, ())


def test_two_sweeps_and_a_booking_at_once_end_everything_once(case: Case) -> None:
    stays = [case.book(f"A{number}", f"KL {number}") for number in range(1, 7)]
    case.clock.move(hours=2)
    ended = at_once(
        case,
        lambda services: services.sweep.run().ended,
        lambda services: services.sweep.run().ended,
        lambda services: services.bookings.book(case.attendant, case.ask("A3", "KL 30")),
    )
    assert isinstance(ended[2], Booking)
    assert sum(int(str(count)) for count in ended[:2]) in (5, 6)
    assert [len(case.services.journal.of(stay.id)) for stay in stays] == [2] * 6


class TestDeedIds:
    """A deed's number answers for that deed alone, as often as it is asked."""

    @pytest.fixture
    def id(self) -> UUID:
        return new_id()

    def test_undo_answers_again(self, case: Case, id: UUID) -> None:
        booking = case.book()
        case.services.stays.extend(case.attendant, booking.id, HOUR)
        first = case.services.undo.undo(case.attendant, deed_id=id)
        assert case.services.undo.undo(case.attendant, deed_id=id) == first
        assert case.reload(booking) == booking

    def test_another_deed_or_another_subject_is_refused(self, case: Case, id: UUID) -> None:
        booking, other = case.book("A1", "KL 1"), case.book("A2", "KL 2")
        case.services.stays.check_out(case.attendant, booking.id, deed_id=id)
        with pytest.raises(DeedIdReused):
            case.services.stays.check_out(case.attendant, other.id, deed_id=id)
        with pytest.raises(DeedIdReused):
            case.services.stays.cancel(case.attendant, booking.id, "Slip", deed_id=id)
        with pytest.raises(DeedIdReused):
            case.services.bookings.book(case.attendant, case.ask("A3", "KL 3"), deed_id=id)
        assert case.reload(other).live

    def test_a_deed_that_was_refused_may_be_tried_again(self, case: Case, id: UUID) -> None:
        booking = case.book("A1", "KL 1")
        with pytest.raises(ParkDeskError):
            case.services.bookings.book(case.attendant, case.ask("A1", "KL 2"), deed_id=id)
        case.services.stays.check_out(case.attendant, booking.id)
        made = case.services.bookings.book(case.attendant, case.ask("A1", "KL 2"), deed_id=id)
        assert case.services.bookings.book(case.attendant, case.ask("A1", "KL 2"), deed_id=id) == made

    def test_what_one_desk_did_another_answers(self, case: Case, database_url: str, id: UUID) -> None:
        made = case.services.bookings.book(case.attendant, case.ask(), deed_id=id)
        with desk_case(database_url, clock=case.clock) as other:
            assert other.services.bookings.book(case.attendant, case.ask(), deed_id=id) == made


def test_undo_gives_way_to_a_desk_whose_clock_is_late(case: Case, database_url: str) -> None:
    booking = case.book(minutes=120)
    case.services.stays.extend(case.attendant, booking.id, HOUR)
    late = Clock(case.clock() - timedelta(minutes=30))
    with desk_case(database_url, clock=late) as other:
        left = other.services.stays.check_out(other.attendant, booking.id)
    with pytest.raises(UndoOvertaken):
        case.services.undo.undo(case.attendant)
    assert case.reload(booking) == left


class SlowDesk(Desk):
    """Stops before it writes its journal entry, its rows changed and not committed, until it is told to go on."""

    def __init__(self, database: Database, clock: Clock, desk_id: UUID) -> None:
        super().__init__(database, clock, desk_id)
        self.stopped, self.go_on = Event(), Event()

    def _write(self, *told: object) -> None:
        self.stopped.set()
        self.go_on.wait()
        super()._write(*told)


@pytest.mark.postgres
def test_a_renewal_in_the_last_second_is_seen_by_the_sweep_that_waited_for_it(postgres_url: str) -> None:
    with desk_case(postgres_url) as case, ThreadPoolExecutor(2) as pool:
        booking = case.book()
        case.clock.move(minutes=59, seconds=59)
        slow = SlowDesk(Database(postgres_url), case.clock, case.desk.id)
        late = Desk(Database(postgres_url), Clock(booking.until), case.desk.id)
        renewing = pool.submit(Services.of(slow).bookings.renew, case.attendant, booking.id)
        slow.stopped.wait()
        sweeping = pool.submit(Services.of(late).sweep.run)
        while not somebody_waits(case):
            assert not sweeping.done(), "it must wait for the renewal"
        slow.go_on.set()
        renewal = renewing.result()
        assert [swept.booking_id for swept in sweeping.result().renewed] == [booking.id]
        slow.database.close()
        late.database.close()
        assert case.reload(renewal).status is Status.ACTIVE


def somebody_waits(case: Case) -> bool:
    with case.database.reading() as store:
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        return bool(store.connection.execute(text(waiting)).scalar_one())
