"""The words on tickets and receipts, in the lot's language: a paper is the driver's, not the window's."""

from __future__ import annotations

from parkdesk.domain.payment import Method

_ENGLISH = {
    "receipt": "Receipt",
    "copy": "Copy {number}",
    "void": "Void",
    "plate": "Plate",
    "bay": "Bay",
    "level": "Level",
    "ticket": "Ticket",
    "from": "From",
    "until": "Until",
    "renewal": "Renewal",
    "cancelled": "Cancelled, nothing charged",
    "net": "Net",
    "included": "{tax} included",
    "tax": "Tax",
    "total": "Total",
    "tendered": "Given",
    "change": "Change",
    "earlier": "{method}, paid {when}",
    "refund": "Refund {method}",
    "due": "Still to pay",
    "credit": "To give back",
    "entry": "Parking ticket",
    "scan_to_pay": "Scan to pay",
    "pay_until": "Code good until",
    "served": "{desk} · {who}",
    "test": "Test print",
    "test_words": "If you can read this and scan the code, tickets and receipts will come out.",
    "mail_subject": "Receipt {code}, {lot}",
    "mail_words": "Thank you for parking with us. Your receipt is below and attached.",
    Method.CASH: "Cash",
    Method.CARD: "Card",
    Method.TRANSFER: "Transfer",
    Method.OTHER: "Other",
}
_GERMAN = {
    "receipt": "Quittung",
    "copy": "Kopie {number}",
    "void": "Storniert",
    "plate": "Kennzeichen",
    "bay": "Stellplatz",
    "level": "Ebene",
    "ticket": "Parkschein",
    "from": "Von",
    "until": "Bis",
    "renewal": "Verlängerung",
    "cancelled": "Storniert, nichts berechnet",
    "net": "Netto",
    "included": "darin {tax}",
    "tax": "Steuer",
    "total": "Summe",
    "tendered": "Gegeben",
    "change": "Rückgeld",
    "earlier": "{method}, bezahlt {when}",
    "refund": "Erstattung {method}",
    "due": "Noch zu zahlen",
    "credit": "Zurückzugeben",
    "entry": "Parkschein",
    "scan_to_pay": "Scannen und zahlen",
    "pay_until": "Code gültig bis",
    "served": "{desk} · {who}",
    "test": "Probedruck",
    "test_words": "Wer dies lesen und den Code scannen kann, dem drucken sich auch Parkscheine und Quittungen.",
    "mail_subject": "Quittung {code}, {lot}",
    "mail_words": "Danke, dass Sie bei uns geparkt haben. Ihre Quittung steht unten und hängt an.",
    Method.CASH: "Bar",
    Method.CARD: "Karte",
    Method.TRANSFER: "Überweisung",
    Method.OTHER: "Sonstiges",
}
_ALL = {"en": _ENGLISH, "de": _GERMAN}


def word(key: str, language: str, **facts: object) -> str:
    """A word of a paper, in English where the lot's language is not among ours."""
    return _ALL.get(language[:2], _ENGLISH)[key].format(**facts)
