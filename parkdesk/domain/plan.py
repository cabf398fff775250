"""A lot as a file or a form describes it, before it has ids: levels, bays and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

_LANGUAGES = {
    "Asia/Kolkata": "en_IN",
    "Asia/Calcutta": "en_IN",
    "Europe/Amsterdam": "nl_NL",
    "Europe/Berlin": "de_DE",
    "Europe/Brussels": "nl_BE",
    "Europe/Copenhagen": "da_DK",
    "Europe/Dublin": "en_IE",
    "Europe/Helsinki": "fi_FI",
    "Europe/Lisbon": "pt_PT",
    "Europe/London": "en_GB",
    "Europe/Luxembourg": "fr_LU",
    "Europe/Madrid": "es_ES",
    "Europe/Oslo": "nb_NO",
    "Europe/Paris": "fr_FR",
    "Europe/Prague": "cs_CZ",
    "Europe/Rome": "it_IT",
    "Europe/Stockholm": "sv_SE",
    "Europe/Vienna": "de_AT",
    "Europe/Warsaw": "pl_PL",
    "Europe/Zurich": "de_CH",
}
_BY_CURRENCY = {
    "INR": "en_IN",
    "GBP": "en_GB",
    "USD": "en_US",
    "CHF": "de_CH",
    "AUD": "en_AU",
    "CAD": "en_CA",
}


@dataclass(frozen=True, slots=True)
class BayPlan:
    """`row` and `column` count from nought; `hourly_minor` is the bay's own price."""

    level: str
    zone: str
    code: str
    row: int
    column: int
    vehicle_types: frozenset[str]
    features: frozenset[str] = frozenset()
    hourly_minor: int | None = None
    closed_reason: str | None = None


@dataclass(frozen=True, slots=True)
class LevelPlan:
    name: str
    position: int
    bays: tuple[BayPlan, ...]


@dataclass(frozen=True, slots=True)
class LotPlan:
    name: str
    address: str
    latitude: float | None
    longitude: float | None
    time_zone: str
    currency: str
    language: str
    levels: tuple[LevelPlan, ...]

    @property
    def bays(self) -> int:
        return sum(len(level.bays) for level in self.levels)


def language_of(time_zone: str, currency: str) -> str:
    """The locale a lot most likely writes its receipts in; English where nothing is known."""
    return _LANGUAGES.get(time_zone) or _BY_CURRENCY.get(currency, "en")
