"""What is photographed: every screen and dialog of the demo's desk, and the pages before there is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QLineEdit

from parkdesk.ui.bookings import BookingsScreen
from parkdesk.ui.paper.dialog import TICKET, PaperDialog
from parkdesk.ui.shots.studio import Studio

Step = Callable[[Studio], None]
CITY, GARAGE, STREET = "Riverside Lot", "Semperoper", "Acacia Road Driveways"
ATTENDANT, OWNER = "Asha M.", "Olga"


@dataclass(frozen=True)
class Shot:
    """A picture's name, and what to do at the open desk before it is taken."""

    name: str
    set_up: Step


def _on(screen: str, *steps: Step, lot: str = CITY) -> Step:
    def set_up(studio: Studio) -> None:
        studio.lot(lot)
        studio.screen(screen)
        for step in steps:
            step(studio)

    return set_up


def _bay(code: str) -> Step:
    return lambda studio: studio.bay(code)


def _action(name: str) -> Step:
    return lambda studio: studio.action(name)


def _dialog(name: str, bay: str, action: str) -> Shot:
    return Shot(name, _on("lot", _bay(bay), _action(action)))


def _level(down: int) -> Step:
    def set_up(studio: Studio) -> None:
        for _ in range(down):
            studio.action("lot.level_down")

    return set_up


def _narrowed(which: str) -> Step:
    """The day sheet, the week calendar, or one of the lists."""

    def set_up(studio: Studio) -> None:
        screen = studio.ui.screen_widget("bookings")
        assert isinstance(screen, BookingsScreen)
        screen.narrow(which)
        studio.settle()

    return set_up


def _settings(section: str) -> Shot:
    def set_up(studio: Studio) -> None:
        studio.person(OWNER)
        studio.lot(CITY)
        studio.screen("settings")
        studio.section(section)

    return Shot(f"settings-{section}", set_up)


def _command(text: str) -> Step:
    return lambda studio: studio.command(text)


def _booking_gone_wrong(studio: Studio) -> None:
    """A plate that already stands here: the dialog says so beside the field."""
    studio.action("bay.book")
    dialog = studio.dialog()
    studio.type_into(dialog.findChild(QLineEdit), "KL 08 AZ 1234")


def _booking_to_be_confirmed(studio: Studio) -> None:
    studio.action("bay.book")
    dialog = studio.dialog()
    studio.type_into(dialog.findChild(QLineEdit), "KL 40 K 2201")
    to_be_confirmed = dialog.findChild(QCheckBox)
    assert to_be_confirmed is not None
    to_be_confirmed.click()


def _ticket(studio: Studio) -> None:
    dialog = studio.dialog()
    assert isinstance(dialog, PaperDialog)
    dialog.choose(TICKET)


ALERTS = Shot("alerts", _on("lot"))
"""As the desk opens: what ends and what is over is told on top. The other shots come after it was dismissed."""
DESK = (
    Shot("lot", _on("lot", _bay("B7"))),
    Shot("lot-free-bay", _on("lot", Studio.free_bay)),
    Shot("lot-overstay", _on("lot", _bay("D6"))),
    Shot("lot-reserved", _on("lot", _bay("C11"))),
    Shot("lot-closed", _on("lot", _bay("D5"))),
    Shot("lot-level-1", _on("lot", _level(1))),
    Shot("lot-garage", _on("lot", _bay("B9"), lot=GARAGE)),
    Shot("lot-driveways", _on("lot", lot=STREET)),
    Shot("bookings", _on("bookings", _narrowed("upcoming"), _bay("C11"))),
    Shot("bookings-day", _on("bookings", _narrowed("day"))),
    Shot("bookings-week", _on("bookings", _narrowed("week"))),
    Shot("timers", _on("timers")),
    Shot("timers-garage", _on("timers", lot=GARAGE)),
    Shot("payments", _on("payments")),
    Shot("reports", _on("reports")),
    Shot("reports-driveways", _on("reports", lot=STREET)),
    Shot("dialog-book", _on("lot", Studio.free_bay, _action("bay.book"))),
    Shot("dialog-book-pending", _on("lot", Studio.free_bay, _booking_to_be_confirmed)),
    Shot("dialog-book-twice", _on("lot", Studio.free_bay, _booking_gone_wrong)),
    _dialog("dialog-extend", "B7", "stay.extend"),
    _dialog("dialog-payment", "D11", "stay.take_payment"),
    _dialog("dialog-check-out", "D6", "stay.check_out"),
    _dialog("dialog-move", "B7", "stay.move"),
    _dialog("dialog-note", "B7", "stay.note"),
    _dialog("dialog-cancel", "B7", "stay.cancel"),
    _dialog("dialog-detail", "D6", "stay.detail"),
    _dialog("dialog-receipt", "B7", "stay.receipt"),
    Shot("dialog-ticket", _on("lot", _bay("B7"), _action("stay.receipt"), _ticket)),
    Shot("dialog-close-bays", _on("lot", Studio.free_bay, _action("bay.close"))),
    Shot("keys", _on("lot", _action("window.keys"))),
    Shot("search", _on("lot", lambda studio: studio.search("kl08"))),
    Shot("search-nothing", _on("lot", lambda studio: studio.search("zz99"))),
    Shot("command", _on("lot", _command("in KL08BX4411 sedan 2h"))),
    Shot("command-refused", _on("lot", _command("renew Z99"))),
    *map(_settings, ("lots", "vehicles", "prices", "payments", "people", "activity", "you", "printing")),
    *map(_settings, ("look", "database", "about")),
    Shot("sign-in", Studio.leave),
)
"""A shot leaves the desk as it found it, with the attendant at it."""
MAIN = ("lot", "bookings", "timers", "reports", "dialog-book", "settings-lots", "sign-in")
"""Those that are worth drawing at other sizes, too."""
