"""The trade's words on screen: what a deed, a status and a bay's state are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from parkdesk.domain.board import BayState
from parkdesk.domain.booking import Status
from parkdesk.domain.payment import Method
from parkdesk.domain.people import Person, Role
from parkdesk.domain.vehicle import VehicleType

_DEEDS = {
    "add_bays": QT_TRANSLATE_NOOP("deeds", "Bays added"),
    "add_level": QT_TRANSLATE_NOOP("deeds", "Level added"),
    "add_lot": QT_TRANSLATE_NOOP("deeds", "Lot added"),
    "add_person": QT_TRANSLATE_NOOP("deeds", "Person added"),
    "add_vehicle_type": QT_TRANSLATE_NOOP("deeds", "Vehicle type added"),
    "book": QT_TRANSLATE_NOOP("deeds", "Booking"),
    "bring_back_vehicle_type": QT_TRANSLATE_NOOP("deeds", "Vehicle type brought back"),
    "bring_over": QT_TRANSLATE_NOOP("deeds", "Brought over"),
    "cancel": QT_TRANSLATE_NOOP("deeds", "Cancellation"),
    "cancel_charge": QT_TRANSLATE_NOOP("deeds", "Card payment cancelled"),
    "change_bay": QT_TRANSLATE_NOOP("deeds", "Bay changed"),
    "change_lot": QT_TRANSLATE_NOOP("deeds", "Lot changed"),
    "change_person": QT_TRANSLATE_NOOP("deeds", "Person changed"),
    "charge_attention": QT_TRANSLATE_NOOP("deeds", "Needs attention"),
    "charge_closed": QT_TRANSLATE_NOOP("deeds", "Card payment ended unpaid"),
    "charge_declined": QT_TRANSLATE_NOOP("deeds", "Card declined"),
    "charge_disputed": QT_TRANSLATE_NOOP("deeds", "Disputed by the bank"),
    "charge_paid": QT_TRANSLATE_NOOP("deeds", "Card payment received"),
    "charge_shown": QT_TRANSLATE_NOOP("deeds", "Shown to the driver"),
    "check_in": QT_TRANSLATE_NOOP("deeds", "Check-in"),
    "check_out": QT_TRANSLATE_NOOP("deeds", "Check-out"),
    "close_bays": QT_TRANSLATE_NOOP("deeds", "Bays closed"),
    "complete": QT_TRANSLATE_NOOP("deeds", "Completed"),
    "confirm": QT_TRANSLATE_NOOP("deeds", "Confirmation"),
    "dispute_changed": QT_TRANSLATE_NOOP("deeds", "Dispute changed"),
    "dispute_closed": QT_TRANSLATE_NOOP("deeds", "Dispute dropped"),
    "dispute_lost": QT_TRANSLATE_NOOP("deeds", "Dispute lost"),
    "dispute_won": QT_TRANSLATE_NOOP("deeds", "Dispute won"),
    "extend": QT_TRANSLATE_NOOP("deeds", "Extension"),
    "first_owner": QT_TRANSLATE_NOOP("deeds", "First owner"),
    "forget_card_key": QT_TRANSLATE_NOOP("deeds", "Card key forgotten"),
    "hand_back": QT_TRANSLATE_NOOP("deeds", "Cash handed back"),
    "import_lot": QT_TRANSLATE_NOOP("deeds", "Lot imported"),
    "iou": QT_TRANSLATE_NOOP("deeds", "IOU written"),
    "issue_receipt": QT_TRANSLATE_NOOP("deeds", "Receipt issued later"),
    "keep_cash": QT_TRANSLATE_NOOP("deeds", "Cash stays: nobody came for it"),
    "keep_card_key": QT_TRANSLATE_NOOP("deeds", "Card key kept"),
    "lock_out": QT_TRANSLATE_NOOP("deeds", "Locked out"),
    "mail_again": QT_TRANSLATE_NOOP("deeds", "E-mail tried again"),
    "mail_let_be": QT_TRANSLATE_NOOP("deeds", "E-mail let be"),
    "mail_receipt": QT_TRANSLATE_NOOP("deeds", "Receipt by e-mail"),
    "mark_no_show": QT_TRANSLATE_NOOP("deeds", "No-show"),
    "move": QT_TRANSLATE_NOOP("deeds", "Move"),
    "nil_payment": QT_TRANSLATE_NOOP("deeds", "Nothing to pay"),
    "note": QT_TRANSLATE_NOOP("deeds", "Note"),
    "open_charge": QT_TRANSLATE_NOOP("deeds", "Card payment opened"),
    "print_receipt": QT_TRANSLATE_NOOP("deeds", "Receipt handed out"),
    "rebuild_rollups": QT_TRANSLATE_NOOP("deeds", "Reports rebuilt"),
    "refund": QT_TRANSLATE_NOOP("deeds", "Money given back"),
    "refund_adopted": QT_TRANSLATE_NOOP("deeds", "Refund made at Stripe"),
    "refund_failed": QT_TRANSLATE_NOOP("deeds", "Refund failed"),
    "refund_settled": QT_TRANSLATE_NOOP("deeds", "Refund arrived"),
    "rename_vehicle_type": QT_TRANSLATE_NOOP("deeds", "Vehicle type renamed"),
    "renew": QT_TRANSLATE_NOOP("deeds", "Renewal"),
    "reopen_bays": QT_TRANSLATE_NOOP("deeds", "Bays reopened"),
    "retire_vehicle_type": QT_TRANSLATE_NOOP("deeds", "Vehicle type retired"),
    "retry_charge": QT_TRANSLATE_NOOP("deeds", "Card payment tried again"),
    "send": QT_TRANSLATE_NOOP("deeds", "Sent to Stripe"),
    "set_password": QT_TRANSLATE_NOOP("deeds", "Password set"),
    "set_pin": QT_TRANSLATE_NOOP("deeds", "PIN set"),
    "set_tariff": QT_TRANSLATE_NOOP("deeds", "Tariff set"),
    "settle_attention": QT_TRANSLATE_NOOP("deeds", "Looked at and settled"),
    "settle_charge": QT_TRANSLATE_NOOP("deeds", "Heard from Stripe"),
    "settle_iou": QT_TRANSLATE_NOOP("deeds", "IOU struck"),
    "sign_in": QT_TRANSLATE_NOOP("deeds", "Signed in"),
    "sign_out": QT_TRANSLATE_NOOP("deeds", "Signed out"),
    "sweep": QT_TRANSLATE_NOOP("deeds", "Sweep"),
    "take_payment": QT_TRANSLATE_NOOP("deeds", "Payment"),
    "undo": QT_TRANSLATE_NOOP("deeds", "Undone"),
}
_STATUSES = {
    Status.PENDING: QT_TRANSLATE_NOOP("statuses", "pending"),
    Status.CONFIRMED: QT_TRANSLATE_NOOP("statuses", "confirmed"),
    Status.ACTIVE: QT_TRANSLATE_NOOP("statuses", "active"),
    Status.COMPLETED: QT_TRANSLATE_NOOP("statuses", "completed"),
    Status.CANCELLED: QT_TRANSLATE_NOOP("statuses", "cancelled"),
    Status.NO_SHOW: QT_TRANSLATE_NOOP("statuses", "no-show"),
}
_STATES = {
    BayState.FREE: QT_TRANSLATE_NOOP("states", "Free"),
    BayState.BOOKED: QT_TRANSLATE_NOOP("states", "Booked"),
    BayState.ENDING: QT_TRANSLATE_NOOP("states", "Ending"),
    BayState.OVERSTAYING: QT_TRANSLATE_NOOP("states", "Overstaying"),
    BayState.RESERVED: QT_TRANSLATE_NOOP("states", "Reserved"),
    BayState.CLOSED: QT_TRANSLATE_NOOP("states", "Closed"),
}
_METHODS = {
    Method.CASH: QT_TRANSLATE_NOOP("methods", "Cash"),
    Method.CARD: QT_TRANSLATE_NOOP("methods", "Card"),
    Method.TRANSFER: QT_TRANSLATE_NOOP("methods", "Transfer"),
    Method.OTHER: QT_TRANSLATE_NOOP("methods", "Other"),
}
_ROLES = {
    Role.ATTENDANT: QT_TRANSLATE_NOOP("roles", "Attendant"),
    Role.OWNER: QT_TRANSLATE_NOOP("roles", "Owner"),
}

_VEHICLES = {
    "two-wheeler": QT_TRANSLATE_NOOP("vehicles", "Two-wheeler"),
    "three-wheeler": QT_TRANSLATE_NOOP("vehicles", "Three-wheeler"),
    "hatchback": QT_TRANSLATE_NOOP("vehicles", "Hatchback"),
    "sedan": QT_TRANSLATE_NOOP("vehicles", "Sedan"),
    "suv": QT_TRANSLATE_NOOP("vehicles", "SUV"),
    "ev": QT_TRANSLATE_NOOP("vehicles", "Electric car"),
    "van": QT_TRANSLATE_NOOP("vehicles", "Van"),
    "multi-axle": QT_TRANSLATE_NOOP("vehicles", "Multi-axle"),
}
_FEATURES = {
    "ev": QT_TRANSLATE_NOOP("features", "Charging"),
    "accessible": QT_TRANSLATE_NOOP("features", "Accessible"),
    "covered": QT_TRANSLATE_NOOP("features", "Covered"),
    "reserved": QT_TRANSLATE_NOOP("features", "Reserved"),
}


def deed_words(deed: str) -> str:
    """A journal entry's deed as a heading; one that is not known here stands as it is written."""
    source = _DEEDS.get(deed)
    return deed.replace("_", " ") if source is None else _translated("deeds", source)


def all_deeds() -> tuple[tuple[str, str], ...]:
    """Every deed's name in the journal and its words, in the order of the words."""
    told = ((deed, deed_words(deed)) for deed in _DEEDS)
    return tuple(sorted(told, key=lambda deed: deed[1].casefold()))


def status_words(status: Status) -> str:
    """As it stands inside a sentence, in lower case."""
    return _translated("statuses", _STATUSES[status])


def state_words(state: BayState) -> str:
    return _translated("states", _STATES[state])


def method_words(method: Method) -> str:
    return _translated("methods", _METHODS[method])


def role_words(person: Person) -> str:
    """A person's role; an attendant who may override is a supervisor."""
    if person.supervisor and person.role is Role.ATTENDANT:
        return QCoreApplication.translate("roles", "Supervisor")
    return _translated("roles", _ROLES[person.role])


def vehicle_words(kind: VehicleType) -> str:
    """A vehicle type's name; one that an owner added or renamed stands as it was typed."""
    source = _VEHICLES.get(kind.code)
    return kind.name if source is None or kind.name != str(source) else _translated("vehicles", source)


def feature_words(feature: str) -> str:
    source = _FEATURES.get(feature)
    return feature if source is None else _translated("features", source)


def _translated(context: str, source: object) -> str:
    """`QT_TRANSLATE_NOOP` gives back its text, which its type does not say."""
    return QCoreApplication.translate(context, str(source))
