"""Five minutes before an end one alert, at the end one more, however the clock ticks and whoever sweeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.services.desk import new_id
from parkdesk.ui.live.stay_alerts import StayAlerts
from parkdesk.ui.messages import Tone
from tests.kit import Case
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def alerts(desk: OpenDesk) -> StayAlerts:
    return StayAlerts(desk.ui, desk.ui)


def read(desk: OpenDesk, alerts: StayAlerts) -> None:
    alerts.read()
    desk.settle()


@pytest.mark.parametrize("step", [1, 7, 59, 60, 61, 150, 299, 300, 301])
def test_one_alert_before_the_end_and_one_at_it(desk: OpenDesk, alerts: StayAlerts, step: int) -> None:
    desk.case.hold()
    desk.ui.set_lots((desk.case.lot,))
    desk.case.book("A1", minutes=12)
    seconds = 0
    while seconds < 15 * 60:
        if seconds % 60 < step:
            read(desk, alerts)
        desk.tick(seconds=step)
        seconds += step
    assert [alert.tone for alert in desk.alerts] == [Tone.WARNING, Tone.ERROR]
    assert list(desk.up) == [desk.alerts[-1].key]


def test_the_clock_going_back_repeats_nothing(desk: OpenDesk, alerts: StayAlerts) -> None:
    desk.case.book("A1", minutes=6)
    read(desk, alerts)
    for minutes in (2, -2, 2, -1, 1):
        desk.tick(minutes=minutes)
    assert len(desk.alerts) == 1


def test_a_stay_that_another_desk_has_swept_is_told_all_the_same(desk: OpenDesk, alerts: StayAlerts) -> None:
    desk.case.book("A1", minutes=6)
    read(desk, alerts)
    desk.tick(minutes=2)
    desk.now.forward(minutes=5)
    desk.case.services.sweep.run()
    read(desk, alerts)
    assert [alert.tone for alert in desk.alerts] == [Tone.WARNING, Tone.INFO]
    assert "A1 is free" in desk.alerts[-1].words


def test_a_stay_that_only_the_sweep_saw_is_told(desk: OpenDesk, alerts: StayAlerts) -> None:
    desk.case.book("A1", minutes=6)
    desk.now.forward(minutes=30)
    result = desk.case.services.sweep.run()
    alerts.swept(result)
    alerts.swept(result)
    read(desk, alerts)
    assert len(desk.alerts) == 1
    assert "KL 08 AZ 1234" in desk.alerts[0].words


def test_renewed_or_checked_out_the_alert_has_had_its_answer(desk: OpenDesk, alerts: StayAlerts) -> None:
    one, two = desk.case.book("A1", minutes=6), desk.case.book("A2", "KL 07 M 7909", minutes=6)
    read(desk, alerts)
    desk.tick(minutes=2)
    assert len(desk.up) == 2
    desk.case.services.bookings.renew(desk.case.attendant, one.id)
    read(desk, alerts)
    assert list(desk.up) == [f"stay/{two.id}"]
    desk.case.services.stays.check_out(desk.case.attendant, two.id)
    read(desk, alerts)
    assert not desk.up


def test_an_extension_may_be_told_again(desk: OpenDesk, alerts: StayAlerts) -> None:
    booking = desk.case.book("A1", minutes=6)
    read(desk, alerts)
    desk.tick(minutes=2)
    desk.case.services.stays.extend(desk.case.attendant, booking.id, timedelta(minutes=6))
    for _ in range(6):
        read(desk, alerts)
        desk.tick(minutes=1)
    assert [alert.words.partition(" · ₹")[0] for alert in desk.alerts] == [
        "Bay A1 · KL 08 AZ 1234 ends at 14:38",
        "Bay A1 · KL 08 AZ 1234 ends at 14:44",
    ]


def test_what_nobody_must_answer_leaves_by_itself(desk: OpenDesk, alerts: StayAlerts) -> None:
    desk.case.book("A1", minutes=6)
    read(desk, alerts)
    desk.tick(minutes=6)
    assert len(desk.up) == 1
    desk.tick(minutes=9)
    assert len(desk.up) == 1
    desk.tick(minutes=1)
    assert not desk.up


def test_many_at_once_fold_into_one_line(desk: OpenDesk, alerts: StayAlerts) -> None:
    for number in range(1, 6):
        desk.case.book(f"A{number}", f"KL 07 M 790{number}", minutes=30)
    read(desk, alerts)
    desk.tick(minutes=45)
    read(desk, alerts)
    assert len(desk.alerts) == 1
    assert desk.alerts[0].words.startswith("5 stays have ended")


def test_the_other_lots_are_watched_too(desk: OpenDesk, alerts: StayAlerts) -> None:
    elsewhere = Lot(new_id(), "Hill View", "Europe/Berlin", "EUR", "de_DE", at_end=AtEnd.HOLD)
    other = Case.__new__(Case)
    other.__dict__ |= desk.case.__dict__ | {"lot": elsewhere}
    bays = [
        replace(bay, id=new_id(), lot_id=elsewhere.id, level_id=elsewhere.id)
        for bay in desk.case.bays.values()
    ]
    level = replace(desk.case.level, id=elsewhere.id, lot_id=elsewhere.id)
    tariff = desk.case.services.lots.tariff(desk.case.lot.id)
    assert tariff is not None
    desk.case.services.lots.add(
        desk.case.owner,
        elsewhere,
        replace(tariff, id=new_id(), lot_id=elsewhere.id, currency="EUR"),
        levels=[level],
        bays=bays,
    )
    desk.ui.set_lots((desk.case.lot, elsewhere))
    other.bays = {bay.code: bay for bay in bays}
    other.book("A2", minutes=6)
    read(desk, alerts)
    desk.tick(minutes=2)
    assert [alert.words.split(" ends")[0] for alert in desk.alerts] == ["Hill View · Bay A2 · KL 08 AZ 1234"]


def test_a_no_show_is_told_by_the_sweep(desk: OpenDesk, alerts: StayAlerts) -> None:
    desk.case.book("A1", starts_at=desk.now() + timedelta(hours=1), minutes=30)
    desk.now.forward(hours=2)
    alerts.swept(desk.case.services.sweep.run())
    assert [alert.words for alert in desk.alerts] == ["Bay A1 is free: KL 08 AZ 1234 did not come"]
