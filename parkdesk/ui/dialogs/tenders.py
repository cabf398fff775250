"""The cash a driver most likely hands over for an amount: exactly it, or the next round sums and notes."""

from __future__ import annotations

from parkdesk.domain.money import Money, exponent

_ROUND = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MOST = 4


def likely_tenders(due: Money) -> tuple[Money, ...]:
    """₹ 70.80 gives 70.80, 80, 100, 200: never less than what is due, each once, smallest first."""
    unit = 10 ** exponent(due.currency)
    found = {due.minor}
    for note in _ROUND:
        step = note * unit
        rounded_up = -(-due.minor // step) * step
        # What takes many notes of a kind is not handed over as such.
        if rounded_up <= step or rounded_up // step <= 10:
            found.add(rounded_up)
    return tuple(Money(minor, due.currency) for minor in sorted(found)[:MOST])
