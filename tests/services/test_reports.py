"""Reports: figures from the roll-ups, when a lot is full, and the CSV file made of them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.errors import (
    EndBeforeStart,
    LotUnknown,
    NotAllowed,
    NumberOutOfRange,
)
from parkdesk.domain.lot import Lot, RefundRule
from parkdesk.domain.moments import local_day, zone
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.domain.plate import Plate
from parkdesk.domain.report import Compared, RollupFault
from parkdesk.domain.ticket import ticket_of
from parkdesk.services.desk import THE_DESK, new_id
from parkdesk.services.reports import ReportService
from tests.kit import NINE, Case, Clock, desk_case

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)


@pytest.fixture
def reports(case: Case) -> ReportService:
    return ReportService(case.desk)


def history(case: Case) -> None:
    """Six bookings of one day and each in another state, one the day after; 14:30 in Kolkata is NINE."""
    services, who = case.services, case.attendant
    services.lots.change(case.owner, replace(case.lot, refund_rule=RefundRule.NONE))
    gone = case.book("A1", "KA01", 120)
    stays = case.book("A2", "KA02", 60)
    cancelled = case.book("A3", "KA03", starts_at=NINE + timedelta(hours=1))
    absent = case.book("A4", "KA04", 30, starts_at=NINE + timedelta(minutes=10))
    case.book("A5", "KA05", 30, starts_at=NINE + timedelta(minutes=10), confirmed=False)
    case.book("A6", "KA06", 60, starts_at=NINE + timedelta(hours=15))
    services.payments.take(who, gone.id, Method.CASH, 10_000, tendered_minor=20_000)
    services.payments.take(who, stays.id, Method.CARD)
    case.clock.move(minutes=45)
    services.stays.cancel(who, cancelled.id, "Changed plans")
    services.stays.check_out(who, gone.id)
    services.sweep.run()
    assert case.reload(absent).status is Status.NO_SHOW


class TestFigures:
    def test_a_day_is_told_by_state_and_by_tender(self, case: Case, reports: ReportService) -> None:
        history(case)
        report = reports.report(case.attendant, case.lot.id, TODAY - DAY, TODAY + DAY)
        assert [day.day for day in report.days] == [TODAY - DAY, TODAY, TODAY + DAY]
        before, today, after = report.days
        assert (before.booked, before.collected_minor) == (0, 0)
        assert (after.booked, after.due_minor) == (1, 7_080)
        assert (today.booked, today.completed, today.cancelled, today.auto_cancelled, today.no_show) == (
            5,
            1,
            2,
            1,
            1,
        )
        assert today.due_minor == 14_160 + 7_080
        assert today.stayed == timedelta(minutes=45)
        assert today.takings_minor == {"cash": 10_000, "card": 7_080}
        assert (report.bays, report.currency) == (7, "INR")
        assert report.success_rate == 3 / 6
        assert report.completion_rate == 1 / 6
        assert report.cancellation_rate == 2 / 6
        assert report.auto_cancellation_rate == report.no_show_rate == 1 / 6
        assert report.average_stay == timedelta(minutes=45)
        assert report.revenue_per_booking_minor == round(17_080 / 6)
        assert report.occupancy == timedelta(minutes=45) / (7 * 3 * DAY)
        assert reports.compare_rollups() == ()

    def test_only_the_rollups_are_read(self, case: Case, reports: ReportService) -> None:
        history(case)
        asked: list[str] = []
        event.listen(
            case.database.engine,
            "before_cursor_execute",
            lambda _c, _k, statement, *_: asked.append(statement),
        )
        reports.report(case.owner, case.lot.id, TODAY - 3000 * DAY, TODAY)
        assert sum("daily" in statement for statement in asked) == 2
        assert not any("bookings" in statement or "FROM payments" in statement for statement in asked)

    def test_figures_are_told_beside_the_span_before(self, case: Case, reports: ReportService) -> None:
        for minutes in (60, 120):
            booking = case.book("A1", f"KA{minutes}", minutes)
            case.services.payments.take(case.attendant, booking.id, Method.CASH)
            case.clock.move(minutes=minutes - 1)
            case.services.stays.check_out(case.attendant, booking.id)
            case.clock.move(days=1, minutes=1 - minutes)

        def beside_the_day_before(day: date) -> Compared:
            return Compared(*(reports.report(case.owner, case.lot.id, one, one) for one in (day, day - DAY)))

        compared = beside_the_day_before(TODAY + DAY)
        assert compared.change("collected_minor") == 1.0
        assert compared.change("booked") == 0.0
        assert compared.change("cancellation_rate") is None
        assert beside_the_day_before(TODAY).change("booked") is None

    def test_several_lots_are_told_each_in_its_own_currency_and_day(
        self, case: Case, reports: ReportService
    ) -> None:
        history(case)
        abroad = Lot(new_id(), "Aaa garage", "Pacific/Auckland", "NZD", language="en_NZ")
        case.services.lots.add(case.owner, abroad, None)
        told = reports.reports(case.owner, TODAY, TODAY)
        assert [(one.lot_id, one.currency, one.bays, one.total("booked")) for one in told] == [
            (abroad.id, "NZD", 0, 0),
            (case.lot.id, "INR", 7, 5),
        ]
        assert (told[0].occupancy, told[0].turnover, told[0].success_rate) == (None, None, None)

    def test_todays_takings_follow_the_lots_day(self, case: Case, reports: ReportService) -> None:
        history(case)
        assert reports.today_takings(case.lot.id) == Money(17_080, "INR")
        case.clock.move(hours=9)  # midnight in Kolkata has passed
        assert reports.today_takings(case.lot.id) == Money(0, "INR")

    def test_a_span_that_is_none_is_refused(self, case: Case, reports: ReportService) -> None:
        for first, last, error in (
            (TODAY, TODAY - DAY, EndBeforeStart),
            (TODAY - 4000 * DAY, TODAY, NumberOutOfRange),
            (date.min, date.min, NumberOutOfRange),
            (date.max, date.max, NumberOutOfRange),
        ):
            for ask in (reports.report, reports.full_times):
                with pytest.raises(error):
                    ask(case.owner, case.lot.id, first, last)
        with pytest.raises(LotUnknown):
            reports.report(case.owner, new_id(), TODAY, TODAY)

    def test_who_no_longer_works_here_reads_nothing(self, case: Case, reports: ReportService) -> None:
        left = replace(case.owner, active=False)
        report = reports.report(THE_DESK, case.lot.id, TODAY, TODAY)
        for ask in (
            lambda: reports.report(left, case.lot.id, TODAY, TODAY),
            lambda: reports.full_times(left, case.lot.id, TODAY, TODAY),
            lambda: reports.csv(left, report),
            lambda: reports.rebuild_rollups(case.supervisor),
        ):
            with pytest.raises(NotAllowed):
                ask()


class TestRollups:
    def test_they_equal_the_bookings_after_all_that_can_happen(
        self, case: Case, reports: ReportService
    ) -> None:
        services, who = case.services, case.attendant
        history(case)
        early = case.book("A3", "KA10", 60, starts_at=case.clock() + timedelta(hours=10))
        case.clock.move(hours=8, minutes=25)
        services.stays.check_in(who, early.id)  # today, though it was booked for tomorrow
        renewed = services.bookings.renew(who, early.id)
        services.stays.extend(who, early.id, timedelta(hours=1))
        services.stays.move(who, early.id, case.bay("A1"))
        paid = services.payments.take(who, renewed.id, Method.TRANSFER)
        assert paid
        services.undo.undo(who)
        services.stays.cancel(who, case.book("A2", "KA11").id, "Wrong bay")
        services.undo.undo(who)
        case.clock.move(hours=30)
        services.sweep.run()
        assert reports.compare_rollups() == ()

    def test_a_figure_that_drifted_is_found_and_mended(self, case: Case, reports: ReportService) -> None:
        history(case)
        right = reports.report(case.owner, case.lot.id, TODAY, TODAY + DAY)
        with case.database.transaction() as store:
            store.connection.execute(text("UPDATE daily SET due_minor = due_minor + 1, completed = 7"))
            store.connection.execute(text("DELETE FROM daily_takings WHERE method = 'card'"))
        assert reports.compare_rollups() == (
            RollupFault(case.lot.id, TODAY, "completed", 7, 1),
            RollupFault(case.lot.id, TODAY, "due_minor", 21_241, 21_240),
            RollupFault(case.lot.id, TODAY + DAY, "completed", 7, 0),
            RollupFault(case.lot.id, TODAY + DAY, "due_minor", 7_081, 7_080),
            RollupFault(case.lot.id, TODAY, "card.amount_minor", 0, 7_080),
            RollupFault(case.lot.id, TODAY, "card.payments", 0, 1),
        )
        deed_id = new_id()
        assert reports.rebuild_rollups(case.owner, deed_id=deed_id) == 6
        assert reports.rebuild_rollups(case.owner, deed_id=deed_id) == 6
        assert reports.compare_rollups() == ()
        assert reports.report(case.owner, case.lot.id, TODAY, TODAY + DAY) == right
        assert case.services.journal.verify().faults == ()


def stay(case: Case, bay: str, came: datetime, left: datetime | None) -> None:
    """A stay as history has it, without the desk's rules for new ones."""
    id = new_id()
    booking = Booking(
        id=id,
        lot_id=case.lot.id,
        bay_id=case.bay(bay),
        ticket=ticket_of(id),
        plate=Plate(f"KA{id.hex[-8:]}", f"KA{id.hex[-8:]}".upper()),
        vehicle_type="sedan",
        status=Status.COMPLETED if left else Status.ACTIVE,
        starts_at=came,
        until=(left or came) + timedelta(hours=1),
        day=local_day(came, case.lot.time_zone),
        booked_at=came,
        tariff_id=case.services.lots.tariff(case.lot.id).id,  # type: ignore[union-attr]
        currency="INR",
        total_minor=0,
        arrived_at=came,
        left_at=left,
    )
    with case.database.transaction() as store:
        assert store.bookings.add(booking, ())


def minute_by_minute(
    stays: list[tuple[datetime, datetime]], first: date, last: date, until: datetime, lot: Lot, bays: int
) -> dict[tuple[int, int], float]:
    """Mean occupancy by weekday and hour, counted the long way."""
    offered: dict[tuple[int, int], int] = {}
    occupied: dict[tuple[int, int], int] = {}
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC) - DAY
    while moment < until:
        local = moment.astimezone(zone(lot.time_zone))
        if first <= local.date() <= last:
            key = local.weekday(), local.hour
            offered[key] = offered.get(key, 0) + bays
            occupied[key] = occupied.get(key, 0) + sum(came <= moment < left for came, left in stays)
        moment += timedelta(minutes=1)
    return {key: occupied[key] / offered[key] for key in offered}


class TestFullTimes:
    def test_a_stay_fills_the_hours_it_lasted_by_the_lots_clock(
        self, case: Case, reports: ReportService
    ) -> None:
        # 14:30 to 16:15 in Kolkata, a Saturday; now it is 18:30 there.
        stay(case, "A1", NINE, NINE + timedelta(hours=1, minutes=45))
        case.clock.move(hours=4)
        told = reports.full_times(case.owner, case.lot.id, TODAY, TODAY + DAY)
        saturday = [None if mean is None else round(mean * 7, 3) for mean in told.hours[5]]
        assert saturday == [0] * 14 + [0.5, 1, 0.25, 0, 0] + [None] * 5
        assert told.hours[6] == (None,) * 24
        assert told.peak == (5, 15, 1 / 7)

    def test_who_still_stands_there_counts_up_to_now(self, case: Case, reports: ReportService) -> None:
        stay(case, "A1", NINE - 2 * DAY, None)
        case.clock.move(minutes=15)  # 14:45
        told = reports.full_times(case.owner, case.lot.id, TODAY, TODAY)
        assert [mean for mean in told.hours[5] if mean is not None] == [1 / 7] * 15

    def test_nothing_is_offered_in_the_future_or_without_bays(
        self, case: Case, reports: ReportService
    ) -> None:
        told = reports.full_times(case.owner, case.lot.id, TODAY + DAY, TODAY + 2 * DAY)
        assert told.peak is None
        assert {mean for row in told.hours for mean in row} == {None}
        empty = Lot(new_id(), "No bays yet", "Asia/Kolkata", "INR")
        case.services.lots.add(case.owner, empty, None)
        assert reports.full_times(case.owner, empty.id, TODAY, TODAY).peak is None

    def test_it_is_one_query_however_many_stays(self, case: Case, reports: ReportService) -> None:
        for number in range(5):
            stay(case, "A1", NINE - (number + 1) * DAY, NINE - number * DAY)
        asked: list[str] = []
        event.listen(
            case.database.engine,
            "before_cursor_execute",
            lambda _c, _k, statement, *_: asked.append(statement),
        )
        reports.full_times(case.owner, case.lot.id, TODAY - 30 * DAY, TODAY)
        assert sum("FROM bookings" in statement for statement in asked) == 1

    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        time_zone=st.sampled_from(["Asia/Kolkata", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"]),
        first=st.sampled_from([date(2026, 3, 28), date(2026, 10, 24), date(2026, 11, 20)]),
        length=st.integers(1, 9),
        stays=st.lists(st.tuples(st.integers(-3000, 14_000), st.integers(1, 4000)), max_size=6),
        now=st.integers(0, 14_000),
    )
    def test_it_equals_a_count_minute_by_minute(
        self,
        sqlite_url: str,
        time_zone: str,
        first: date,
        length: int,
        stays: list[tuple[int, int]],
        now: int,
    ) -> None:
        origin = datetime(first.year, first.month, first.day, tzinfo=UTC)
        clock = Clock(origin + timedelta(minutes=now))
        lot = Lot(new_id(), f"Lot {new_id().hex}", time_zone, "INR")
        with desk_case(sqlite_url, clock=clock, lot=lot) as case:
            done = []
            for number, (start, minutes) in enumerate(stays):
                came = origin + timedelta(minutes=start)
                left = came + timedelta(minutes=minutes)
                if left <= clock():
                    stay(case, f"A{number + 1}", came, left)
                    done.append((came, left))
                elif came < clock():
                    stay(case, f"A{number + 1}", came, None)
                    done.append((came, clock()))
            last = first + (length - 1) * DAY
            told = ReportService(case.desk).full_times(case.owner, lot.id, first, last)
            counted = minute_by_minute(done, first, last, clock(), lot, 7)
            for weekday in range(7):
                for hour in range(24):
                    assert told.hours[weekday][hour] == pytest.approx(counted.get((weekday, hour)))


class TestCsv:
    def test_a_row_a_day_and_a_total_a_lot(self, case: Case, reports: ReportService) -> None:
        history(case)
        told = reports.csv(case.owner, reports.report(case.owner, case.lot.id, TODAY, TODAY + DAY))
        rows = list(csv.DictReader(io.StringIO(told)))
        assert [row["Day"] for row in rows] == ["2026-11-21", "2026-11-22", "Total"]
        assert {key: rows[0][key] for key in ("Currency", "Booked", "Due", "Cash", "Card", "Collected")} == {
            "Currency": "INR",
            "Booked": "5",
            "Due": "212.40",
            "Cash": "100.00",
            "Card": "70.80",
            "Collected": "170.80",
        }
        assert rows[0]["Average stay in minutes"] == "45"
        assert rows[1]["Completion rate"] == "0.0"
        assert rows[1]["Average stay in minutes"] == ""
        assert (rows[2]["Booked"], rows[2]["Success rate"]) == ("6", "0.5")
        assert told.count("\r\n") == 4

    def test_several_lots_fit_one_file_each_in_its_currency(self, case: Case, reports: ReportService) -> None:
        case.services.lots.add(case.owner, Lot(new_id(), '=2+5+cmd|" /C"', "Asia/Tokyo", "JPY"), None)
        told = reports.csv(case.owner, reports.reports(case.owner, TODAY, TODAY))
        rows = list(csv.DictReader(io.StringIO(told)))
        assert [(row["Lot"], row["Due"]) for row in rows[:2]] == [('\'=2+5+cmd|" /C"', "0")] * 2
        assert rows[2]["Due"] == "0.00"

    def test_a_spreadsheet_sees_utf8(self, case: Case, reports: ReportService, tmp_path: Path) -> None:
        case.services.lots.change(case.owner, replace(case.lot, name="Parkhaus Süd 🅿️, „P1“"))
        file = tmp_path / "report.csv"
        file.write_text("an older export", "utf-8")
        reports.save_csv(case.owner, reports.report(case.owner, case.lot.id, TODAY, TODAY), file)
        assert file.read_bytes().startswith(b"\xef\xbb\xbfLot,")
        assert "Parkhaus Süd 🅿️, „P1“" in file.read_text("utf-8-sig")
        assert [path.name for path in tmp_path.glob("*report.csv*")] == ["report.csv"]
