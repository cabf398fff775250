"""Number plates and names such as a desk in Kochi, Dresden or London reads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from random import Random

from parkdesk.domain.booking import Driver
from parkdesk.domain.plate import Plate, key_of

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_INDIAN = (("KL 07", 9), ("KL 08", 6), ("KL 01", 2), ("KL 39", 2), ("TN 37", 3), ("KA 01", 2), ("KA 03", 1))
_SERIES = ("AZ", "BC", "AK", "BH", "CD", "M", "CF", "BX")
_GERMAN = (("DD", 12), ("MEI", 3), ("PIR", 3), ("BZ", 2), ("L", 2), ("B", 2), ("C", 1), ("FG", 1), ("M", 1))
_BRITISH = (("LK", 3), ("LR", 3), ("LC", 2), ("GX", 2), ("RE", 1), ("EO", 1))
_NAMES = {
    "IN": (
        "Anil P.|Meera S.|Ravi K.|Divya N.|Suresh B.|Lakshmi R.|Thomas V.|Fathima A.|Joseph M.|Priya G.|"
        "Rahul D.|Sneha T.|Biju C.|Anjali J.|Vinod H.|Reshma L.|Arun F.|Neethu W.|Manoj E.|Kavya U."
    ),
    "DE": (
        "Anna Richter|Jens Vogel|Katrin Schulze|Uwe Lehmann|Sophie Krause|Matthias Voigt|Heike Franke|"
        "Paul Neumann|Claudia Hartmann|Stefan Winkler|Ines Busch|Robert Böhme|Lena Scholz|Frank Pohl"
    ),
    "GB": (
        "James Carter|Olivia Reed|Harriet Shaw|Tom Whitfield|Amelia Knight|George Barnes|Sofia Marsh|"
        "Daniel Okafor|Ruth Palmer|Imran Sheikh"
    ),
}
_PHONES = {
    "IN": ("+91 98{:03d} {:05d}", 1_000, 100_000),
    "DE": ("+49 17{:d} {:07d}", 10, 10_000_000),
    "GB": ("+44 7{:03d} {:06d}", 1_000, 1_000_000),
}
_REQUESTS = {
    "IN": ("Near the lift, please", "Will pay by card", "Elderly passenger", "Back before nine"),
    "DE": ("Nahe am Aufzug", "Hotelgast", "Abendvorstellung", "Kindersitz, breite Bucht"),
    "GB": ("Leaving the key with No. 14", "Roof box, low branches", "Back before six"),
}


class Drivers:
    """The cars of one lot: regulars come again, and no plate stands in two bays at once."""

    def __init__(self, rng: Random, country: str, regulars: int) -> None:
        self._rng = rng
        self._country = country
        self._names = _NAMES[country].split("|")
        self._regulars = [self._plate() for _ in range(regulars)]
        self._away_until: dict[str, datetime] = {}

    def arriving(self, at: datetime, until: datetime) -> Plate:
        """A plate for a stay; about two in three belong to regulars."""
        while True:
            plate = self._rng.choice(self._regulars) if self._rng.random() < 0.65 else self._plate()
            if self._away_until.get(plate.key, at) <= at:
                self._away_until[plate.key] = until
                return plate

    def never(self, plates: Iterable[str]) -> None:
        """These plates belong to the live scene alone."""
        self._away_until |= dict.fromkeys(map(key_of, plates), datetime.max.replace(tzinfo=UTC))

    def driver(self, known: float) -> Driver:
        """Name and telephone number, or for a walk-in mostly nobody; `known` is how likely there is a name."""
        rng = self._rng
        if rng.random() > known:
            return Driver()
        form, first, second = _PHONES[self._country]
        phone = form.format(rng.randrange(first), rng.randrange(second))
        return Driver(rng.choice(self._names), phone if rng.random() < 0.7 else "")

    def requests(self, likely: float) -> str:
        return self._rng.choice(_REQUESTS[self._country]) if self._rng.random() < likely else ""

    def _plate(self) -> Plate:
        rng = self._rng
        if self._country == "IN":
            shown = f"{_of(rng, _INDIAN)} {rng.choice(_SERIES)} {rng.randrange(1000, 10000)}"
        elif self._country == "DE":
            letters = "".join(rng.choices(_LETTERS, k=rng.choice((1, 2, 2))))
            shown = f"{_of(rng, _GERMAN)} {letters} {rng.randrange(10, 10000)}"
        else:
            year = rng.choice((17, 18, 19, 20, 21, 22, 23, 24, 25, 66, 68, 69, 70, 71, 72, 73, 74, 75))
            shown = f"{_of(rng, _BRITISH)}{year} {''.join(rng.choices(_LETTERS, k=3))}"
        return Plate(shown, key_of(shown))


def _of(rng: Random, weighted: tuple[tuple[str, int], ...]) -> str:
    return rng.choices([value for value, _ in weighted], [weight for _, weight in weighted])[0]
