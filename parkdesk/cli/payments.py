"""`sync`, `payments` and `webhook`: settling with the payment provider without a window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from parkdesk import wording
from parkdesk.cli.exits import Exit
from parkdesk.cli.faults import WebhookSecretMissing
from parkdesk.cli.sayings import add_json, add_lot, new_verb, the_day, the_lot
from parkdesk.cli.terminal import Terminal, table
from parkdesk.config import WEBHOOK_VARIABLE, webhook_secret
from parkdesk.domain.attention import in_english
from parkdesk.domain.charge import Mode
from parkdesk.domain.charge_list import ChargeFilter, ChargeRow
from parkdesk.domain.moments import day_span, local_day
from parkdesk.domain.payment_errors import CardsUnavailable

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services
    from parkdesk.services.settlement import Tick

_MOST = 500
_MOST_ROUNDS = 200
_PORT = 8080


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "sync", "send what waits for the payment provider and read what happened there")
    verb.add_argument("--once", action="store_true", help="one round, even if more is due")
    add_json(verb)
    verb.set_defaults(run=_sync)

    verb = new_verb(verbs, "payments", "list card payments, newest first, or IOUs")
    which = verb.add_mutually_exclusive_group()
    which.add_argument("--open", action="store_true", help="only those that are still open")
    which.add_argument("--attention", action="store_true", help="only those that a person must look at")
    which.add_argument(
        "--ious", action="store_true", help="what drivers who could not pay still owe, oldest first"
    )
    which.add_argument("--day", metavar="DAY", help="only those of a day: 2026-11-21, today or yesterday")
    add_lot(verb)
    add_json(verb)
    verb.set_defaults(run=_payments)

    verb = new_verb(verbs, "webhook", "listen for the payment provider, on a site with a public address")
    verb.add_argument(
        "--port", type=int, default=_PORT, metavar="N", help=f"where to listen; {_PORT} if not said"
    )
    verb.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="this computer only, if not said"
    )
    add_json(verb)
    verb.set_defaults(run=_webhook)


def _sync(terminal: Terminal) -> Exit:
    with terminal.desk() as services:
        _find_key(services)
        changed: dict[str, None] = {}
        for _ in range(1 if terminal.arguments.once else _MOST_ROUNDS):
            tick = services.settlement.tick()
            changed.update(dict.fromkeys(map(str, tick.changed)))
            if not tick.state.works or tick.next_due is None or tick.next_due > services.clock():
                break
        services.provider.close()
    if tick.mode is Mode.CASH:
        raise CardsUnavailable
    record: dict[str, Any] = {"mode": tick.mode, "fault": tick.state.fault, "reason": tick.state.reason}
    record |= {"changed": list(changed), "waiting": tick.waiting, "next_due": tick.next_due}
    terminal.answer(record, _told(tick, len(changed)))
    return Exit.OK if tick.state.works else Exit.CHECK_FAILED


def _find_key(services: Services) -> None:
    """Where no window ever opens, the key was put into the keyring by hand."""
    services.card_key.source()


def _told(tick: Tick, changed: int) -> str:
    lines = [f"Changed: {changed}. Waiting to be sent: {tick.waiting}."]
    if tick.mode is Mode.TEST:
        lines.insert(0, "TEST: play money.")
    if not tick.state.works:
        lines.append(f"Card payments do not work right now: {tick.state.reason}.")
    if tick.next_due is not None:
        lines.append(f"Next due {tick.next_due:%Y-%m-%d %H:%M:%S} UTC.")
    return "\n".join(lines)


def _payments(terminal: Terminal) -> Exit:
    asked = terminal.arguments
    with terminal.desk() as services:
        lots = {summary.lot.id: summary.lot for summary in services.lots.all()}
        lot = None if asked.lot is None and asked.day is None else the_lot(services, asked.lot)
        if asked.ious:
            from parkdesk.cli.ious import list_ious

            return list_ious(terminal, services, lot)
        which = ChargeFilter(None if lot is None else lot.id, open=asked.open, attention=asked.attention)
        if asked.day is not None and lot is not None:
            day = the_day(asked.day, local_day(services.clock(), lot.time_zone), field="day")
            first, before = day_span(day, lot.time_zone)
            which = ChargeFilter(lot.id, first=first, before=before)
        rows = services.charges.listed(which, _MOST)
    languages = {lot_id: known.language for lot_id, known in lots.items()}
    terminal.answer({"payments": [_record(row) for row in rows]}, _table(rows, languages))
    return Exit.OK


def _record(row: ChargeRow) -> dict[str, Any]:
    charge = row.charge
    return {
        "id": charge.id,
        "booking": charge.booking_id,
        "ticket": row.ticket,
        "plate": row.plate,
        "bay": row.bay_code,
        "amount_minor": charge.amount.minor,
        "currency": charge.amount.currency,
        "refunded_minor": charge.refunded_minor,
        "state": charge.shown,
        "tender": charge.latest.tender,
        "mode": charge.mode,
        "attempts": len(charge.attempts),
        "declined": charge.latest.standing.declined,
        "attention": in_english(charge.attention),
        "opened_at": charge.opened_at,
    }


def _table(rows: tuple[ChargeRow, ...], languages: dict[Any, str]) -> str:
    if not rows:
        return "There are no such card payments."
    lines = [
        (
            f"{row.charge.opened_at:%Y-%m-%d %H:%M}",
            row.ticket,
            row.bay_code,
            row.plate,
            row.charge.latest.tender.value,
            wording.money(row.charge.amount, languages[row.charge.lot_id]),
            row.charge.shown.value.replace("_", " "),
            in_english(row.charge.attention) or row.charge.latest.standing.declined,
        )
        for row in rows
    ]
    heading = ("opened (UTC)", "ticket", "bay", "plate", "by", "amount", "state", "")
    return table(heading, lines, right=(5,))


def _webhook(terminal: Terminal) -> Exit:
    secret = webhook_secret()
    if secret is None:
        raise WebhookSecretMissing(variable=WEBHOOK_VARIABLE)
    from parkdesk.cli.webhook import Receiver

    with terminal.desk() as services:
        _find_key(services)
        receiver = Receiver(services, secret, terminal.arguments.host, terminal.arguments.port)
        place = f"http://{terminal.arguments.host}:{receiver.server_port}/"
        terminal.answer({"listening": place}, f"Listening at {place} until interrupted.")
        try:
            receiver.serve(every=timedelta(seconds=1))
        finally:
            receiver.server_close()
            services.provider.close()
    return Exit.OK
