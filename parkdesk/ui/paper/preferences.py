"""What this desk prints on and whom its mail goes through, kept with the window's settings; no password is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from parkdesk.outlets.escpos import WIDE
from parkdesk.outlets.printers import Kind, Printer
from parkdesk.ui.preferences import Preferences

COLUMNS = (32, 42, 48)
SECURITIES = {"starttls": 587, "tls": 465, "none": 25}
"""How a mail server is spoken to, and the port that is usual for it."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Without a host or a sender this desk sends no mail."""

    host: str = ""
    port: int = SECURITIES["starttls"]
    security: str = "starttls"
    sender: str = ""
    user: str = ""

    @property
    def complete(self) -> bool:
        return bool(self.host and self.sender)


class Printing:
    """Typed access; what is missing or spoiled reads as its default."""

    def __init__(self, preferences: Preferences) -> None:
        self._file: QSettings = preferences.file

    @property
    def printer(self) -> Printer:
        kind = self._text("printing/kind")
        columns = self._text("printing/columns")
        return Printer(
            Kind(kind) if kind in list(Kind) else Kind.NONE,
            self._text("printing/place"),
            int(columns) if columns.isdecimal() and int(columns) in COLUMNS else WIDE,
            cut=self._text("printing/cut") != "no",
        )

    @printer.setter
    def printer(self, printer: Printer) -> None:
        self._file.setValue("printing/kind", printer.kind.value)
        self._file.setValue("printing/place", printer.place)
        self._file.setValue("printing/columns", str(printer.columns))
        self._file.setValue("printing/cut", "yes" if printer.cut else "no")

    @property
    def ticket_at_entry(self) -> bool:
        """Whether an entry ticket prints by itself when a stay begins."""
        return self._text("printing/ticket_at_entry") == "yes"

    @ticket_at_entry.setter
    def ticket_at_entry(self, wanted: bool) -> None:
        self._file.setValue("printing/ticket_at_entry", "yes" if wanted else "no")

    @property
    def receipt_at_sale(self) -> bool:
        """Whether a receipt prints by itself when money is taken; else on wish."""
        return self._text("printing/receipt_at_sale") == "yes"

    @receipt_at_sale.setter
    def receipt_at_sale(self, wanted: bool) -> None:
        self._file.setValue("printing/receipt_at_sale", "yes" if wanted else "no")

    @property
    def mail(self) -> MailSettings:
        security, port = self._text("mail/security"), self._text("mail/port")
        security = security if security in SECURITIES else "starttls"
        return MailSettings(
            host=self._text("mail/host"),
            port=int(port) if port.isdecimal() else SECURITIES[security],
            security=security,
            sender=self._text("mail/sender"),
            user=self._text("mail/user"),
        )

    @mail.setter
    def mail(self, mail: MailSettings) -> None:
        for name in ("host", "security", "sender", "user"):
            self._file.setValue(f"mail/{name}", getattr(mail, name))
        self._file.setValue("mail/port", str(mail.port))

    def _text(self, key: str) -> str:
        value = self._file.value(key, "")
        return value if isinstance(value, str) else ""
