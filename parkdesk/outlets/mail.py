"""E-mail by SMTP: one letter to one address, and what a server's refusal means in a sentence."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.errors import EmailUnreadable, ParkDeskError
from parkdesk.domain.paper_errors import (
    MailAddressRefused,
    MailRefused,
    MailSignInRefused,
    MailUnreachable,
)
from parkdesk.outlets.paper import Paper
from parkdesk.outlets.paper_html import html
from parkdesk.outlets.paper_words import word

PATIENCE_SECONDS = 15.0
_NAME = "[127.0.0.1]"
"""Who says hello (RFC 5321, 4.1.4). A computer's own name may have letters that no server takes, takes long to find
out, and is nobody's business."""
_NO_SUCH_ADDRESS = range(550, 554)
"""Replies to an address that no later try will change (RFC 5321, 4.2.3)."""


class Security(StrEnum):
    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where a desk hands in its mail, and whose name it bears. Without a user it does not sign in."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: str | None = None

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def letter(
    paper: Paper, sender: str, address: str, id: UUID, attach: Callable[[Paper], bytes] | None = None
) -> EmailMessage:
    """A paper as plain text, as a page, and as the PDF that `attach` makes of it. Raises EmailUnreadable for what is
    no one address."""
    message = EmailMessage()
    owner = " ".join(paper.blocks[0].left.split())
    code = paper.name.rpartition(" ")[2]
    from_ = _address(sender)
    message["Subject"] = word("mail_subject", paper.language, code=code, lot=owner)
    message["From"] = from_
    message["To"] = _address(address)
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = f"<{id}@{from_.domain}>"
    greeting = word("mail_words", paper.language)
    message.set_content(f"{greeting}\n\n{paper.words()}")
    message.add_alternative(html(paper, greeting=greeting), subtype="html")
    if attach is not None:
        message.add_attachment(
            attach(paper), maintype="application", subtype="pdf", filename=f"{paper.name}.pdf"
        )
    return message


def greet(server: MailServer) -> None:
    """Knock and sign in, and send nothing. Raises what `post` raises."""
    _talk(server, lambda connection: connection.noop(), "")


def post(server: MailServer, message: EmailMessage) -> None:
    """Hand a letter in. Raises MailUnreachable, MailSignInRefused, MailAddressRefused or MailRefused."""
    (to,) = message["To"].addresses
    _talk(server, lambda connection: connection.send_message(message), to.addr_spec)


def _talk(server: MailServer, say: Callable[[smtplib.SMTP], object], address: str) -> None:
    try:
        connection = _connected(server)
        try:
            if server.user:
                connection.login(server.user, server.password)
            say(connection)
            # What the server took it has, however it takes leave: not to be sent again for that.
            with suppress(smtplib.SMTPException, OSError):
                connection.quit()
        finally:
            connection.close()
    except smtplib.SMTPException as error:
        raise _told(error, server, address) from error
    except (OSError, ValueError) as error:
        raise MailUnreachable(server=server, reason=_unreached(error)) from error


def _connected(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=server.ca_file)
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(server.host, server.port, _NAME, timeout=PATIENCE_SECONDS, context=context)
    connection = smtplib.SMTP(server.host, server.port, _NAME, timeout=PATIENCE_SECONDS)
    if server.security is Security.STARTTLS:
        try:
            connection.starttls(context=context)
        except BaseException:
            connection.close()
            raise
    return connection


def _told(error: smtplib.SMTPException, server: MailServer, address: str) -> ParkDeskError:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return MailSignInRefused(server=server)
    if isinstance(error, smtplib.SMTPNotSupportedError) and not address.isascii():
        return MailAddressRefused(server=server, address=address)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()), (0, b""))
        if code in _NO_SUCH_ADDRESS:
            return MailAddressRefused(server=server, address=address)
        return MailRefused(server=server, reason=_plain(words))
    if isinstance(error, smtplib.SMTPResponseException):
        return MailRefused(server=server, reason=_plain(error.smtp_error))
    if isinstance(error, (smtplib.SMTPServerDisconnected, smtplib.SMTPConnectError)):
        return MailUnreachable(server=server, reason=_plain(str(error)))
    return MailRefused(server=server, reason=_plain(str(error)))


def _address(text: str) -> Address:
    """Of `name@host` or `Name <name@host>`, and of nothing that a server could read as two."""
    name, bracket, spec = text.rpartition("<")
    spec = spec.removesuffix(">") if bracket else text
    user, _, domain = spec.strip().rpartition("@")
    try:
        if not domain.isascii():
            domain = domain.encode("idna").decode("ascii")
        # Letters of other alphabets are the server's business; what parts addresses is none of theirs.
        plain = "".join(c if c.isascii() or not c.isalnum() else "x" for c in user)
        Address(addr_spec=f"{plain}@{domain}")
        return Address(" ".join(name.split()).strip('"'), user, domain)
    except (ValueError, IndexError, HeaderParseError) as error:
        raise EmailUnreadable(text=text, field="address") from error


def _unreached(error: OSError | ValueError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message.rstrip('.')})"
    if isinstance(error, ssl.SSLError):
        return "it does not speak TLS at this port"
    return (getattr(error, "strerror", None) or str(error) or "no answer").rstrip(".")


def _plain(words: bytes | str) -> str:
    said = words.decode(errors="replace") if isinstance(words, bytes) else words
    return " ".join(said.split()).rstrip(".") or "no reason given"
