"""The count when the till is closed: Stripe's books, the desk's, and the receipts that came out."""

from __future__ import annotations

import re

from tests.journey.till import KEY, Till

_RECEIPT = re.compile(r"Quittung\s+(\S+-(\d+))")


def count_up(till: Till) -> None:
    theirs = {reference: (line.received, line.refunded) for reference, line in till.stripe.ledger().items()}
    rows = till.payments()
    ours = {
        row["id"]: (row["amount_minor"], row["refunded_minor"])
        for row in rows
        if row["state"] in ("paid", "partly_refunded", "refunded")
    }
    assert ours == theirs
    till.say(f"{len(ours)} card payments as Stripe has them")
    numbers = [number for paper in till.printed() if (number := _original(paper)) is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    till.say(f"{len(numbers)} receipts without a gap")
    assert _given_away(till) == []
    verified = till.terminal.ask("journal", "verify")
    assert verified["faults"] == []
    till.say(f"{verified['entries']} journal entries verify")


def _given_away(till: Till) -> list[str]:
    """What the desk's own files say that is none of their business; the database may know a plate."""
    files = [file for file in (till.roll.parent / "data").rglob("*") if file.is_file()]
    with_key = [file.name for file in files if KEY.encode() in file.read_bytes()]
    logs = "".join(file.read_text("utf-8") for file in files if ".log" in file.suffixes)
    return [*with_key, *(plate for plate in till.bays if plate in logs)]


def _original(paper: list[str]) -> int | None:
    """The number of a receipt, None of a copy or another paper."""
    found = next((match for line in paper if (match := _RECEIPT.search(line))), None)
    copy = any(line.startswith("Kopie") for line in paper)
    return int(found[2]) if found is not None and not copy else None
