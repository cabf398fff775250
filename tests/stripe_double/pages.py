"""Pages for a person who tries a desk by hand: the driver's phone, and behind the counter of the provider."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from tests.stripe_double.checkout import PageGone
from tests.stripe_double.refusal import Refused

if TYPE_CHECKING:
    from tests.stripe_double.server import StripeDouble

_PAGE = "<!doctype html><meta name=viewport content='width=device-width'><title>Stripe double</title>{}"


def page(double: StripeDouble, method: str, path: str, body: str) -> tuple[int, str]:
    """A status and what the browser shows."""
    do = parse_qs(body).get("do", [""])[0] if method == "POST" else ""
    try:
        if path.startswith("/pay/"):
            return 200, _PAGE.format(_checkout(double, path.removeprefix("/pay/"), do))
        if path == "/":
            return 200, _PAGE.format(_counter(double, do))
    except (Refused, PageGone) as reason:
        return 410, _PAGE.format(f"<p>This page is no longer open: {escape(str(reason))}.")
    return 404, _PAGE.format("<p>There is no such page.")


def _checkout(double: StripeDouble, session_id: str, do: str) -> str:
    session = double.account.get(session_id, "checkout.session")
    deeds = {"pay": double.checkout.pay, "decline": double.checkout.decline, "submit": double.checkout.submit}
    if do in deeds:
        deeds[do](session_id)
        return f"<h1>{do}: done</h1><p>payment_status {session['payment_status']}"
    if session["status"] != "open":
        raise PageGone(session["status"])
    amount = f"{session['amount_total']} {session['currency']}"
    return f"<h1>{amount}</h1>" + _buttons(
        {"pay": "Pay by card", "decline": "Card is declined", "submit": "Pay by bank (takes days)"}
    )


def _counter(double: StripeDouble, do: str) -> str:
    verb, _, thing_id = do.partition(" ")
    deeds: dict[str, Callable[[str], object]] = {
        "approve": double.terminal.approve,
        "decline": double.terminal.decline,
        "abandon": double.terminal.abandon,
        "arrive": double.checkout.arrive,
        "bounce": double.checkout.bounce,
        "dispute": double.disputes.open,
        "win": partial(double.disputes.close, won=True),
        "lose": partial(double.disputes.close, won=False),
    }
    if verb in deeds:
        deeds[verb](thing_id)
    parts = ["<h1>Stripe double</h1><h2>Open pages</h2>"]
    sessions = double.account.all("checkout.session")
    parts += [
        f"<p><a href='{escape(session['url'])}'>{session['id']}</a> {session['amount_total']}"
        for session in sessions
        if session["status"] == "open"
    ]
    parts.append("<h2>On their way</h2>")
    for session in sessions:
        if session["status"] == "complete" and session["payment_status"] == "unpaid":
            parts.append(
                _buttons({f"arrive {session['id']}": "Arrives", f"bounce {session['id']}": "Bounces"})
            )
    parts.append("<h2>Card readers</h2>")
    for reader in double.account.all("terminal.reader"):
        parts.append(f"<p>{escape(reader['label'])} {reader['id']}")
        if reader["action"] and reader["action"]["status"] == "in_progress":
            verbs = ("approve", "decline", "abandon")
            parts.append(_buttons({f"{verb} {reader['id']}": verb for verb in verbs}))
    parts.append("<h2>Paid</h2>")
    for intent in double.account.all("payment_intent"):
        if intent["status"] == "succeeded":
            parts.append(f"<p>{intent['id']} {intent['amount']} {intent['currency']}")
            parts.append(_buttons({f"dispute {intent['id']}": "Dispute"}))
    parts.append("<h2>Disputes</h2>")
    for dispute in double.account.all("dispute"):
        parts.append(f"<p>{dispute['id']} {dispute['status']}")
        parts.append(_buttons({f"win {dispute['id']}": "Won", f"lose {dispute['id']}": "Lost"}))
    return "".join(parts)


def _buttons(words: dict[str, str]) -> str:
    buttons = (f"<button name=do value='{escape(do)}'>{escape(text)}</button> " for do, text in words.items())
    return f"<form method=post>{''.join(buttons)}</form>"
