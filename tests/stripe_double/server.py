"""The double on a port: HTTP, and what goes wrong on the way."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from tests.stripe_double.account import Account, Clock
from tests.stripe_double.api import Api, Call, key_of
from tests.stripe_double.checkout import Checkout
from tests.stripe_double.events import Events
from tests.stripe_double.faults import Fault, Script, Way
from tests.stripe_double.idempotency import Reply
from tests.stripe_double.intents import Intents
from tests.stripe_double.ledger import Line, ledger
from tests.stripe_double.pages import page

_RESET = struct.pack("ii", 1, 0)


class StripeDouble:
    """`tls` is a context for serving https."""

    def __init__(self, clock: Callable[[], datetime] | None = None, port: int = 0, tls: Any = None) -> None:
        self._tls = tls
        self._http = _Server(("127.0.0.1", port), self, tls)
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self._http.server_port}"
        self.clock: Any = clock or Clock()
        self.account = Account(self.clock)
        self.events = Events(self.account)
        self.intents = Intents(self.account, self.events)
        self.checkout = Checkout(self.account, self.events, self.intents, self.address)
        self.api = Api(self.account, self.events, self.checkout, self.intents)
        self.terminal, self.refunds, self.disputes = self.api.terminal, self.api.refunds, self.api.disputes
        self.keys = self.api.keys
        self.faults = Script()
        self.calls: list[Call] = []
        self.stopping = threading.Event()
        self._hurried = threading.Event()
        self._thread = self._answering()

    def __enter__(self) -> StripeDouble:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Answer nobody any more, whatever is under way."""
        self.stopping.set()
        self._hurried.set()
        self.unplug()

    def unplug(self) -> None:
        """There is nobody at this address, as without a network: what is under way breaks off."""
        self._http.shutdown()
        self._thread.join()
        self._http.hang_up()
        self._http.server_close()

    def plug_in(self) -> None:
        """At the same address again, with all that was known."""
        self._http = _Server(("127.0.0.1", self._http.server_port), self, self._tls)
        self._thread = self._answering()
        self._thread.start()

    def _answering(self) -> threading.Thread:
        return threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    def pause(self, seconds: float) -> None:
        """Let a late reply's time pass, unless somebody hurries."""
        self._hurried.wait(seconds)

    def hurry(self) -> None:
        """Whatever is late has come: no key is in use when this returns."""
        self._hurried.set()
        self.keys.wait_until_idle()
        if not self.stopping.is_set():
            self._hurried.clear()

    @property
    def connections(self) -> int:
        """How many were ever opened to it."""
        return self._http.accepted

    def ledger(self) -> dict[str, Line]:
        return ledger(self.account)

    def called(self, method: str, path: str) -> list[Call]:
        """The calls to one path, in order."""
        return [call for call in self.calls if (call.method, call.path) == (method, path)]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, place: tuple[str, int], double: StripeDouble, tls: Any) -> None:
        self.double = double
        self._open: set[socket.socket] = set()
        self.accepted = 0
        self._lock = threading.Lock()
        super().__init__(place, _Handler)
        self._tls = tls

    def get_request(self) -> tuple[Any, Any]:
        connection, peer = super().get_request()
        if self._tls is not None:
            # The handshake waits for the first read, in the connection's own thread.
            connection = self._tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        with self._lock:
            self._open.add(connection)
            self.accepted += 1
        return connection, peer

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        with self._lock:
            still_open = tuple(self._open)
        for connection in still_open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no fault of the double."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self._serve(parts.path, parts.query)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self._serve(urlsplit(self.path).path, self.rfile.read(length).decode())

    def _serve(self, path: str, body: str) -> None:
        double = self.server.double
        if not path.startswith("/v1/"):
            status, text = page(double, self.command, path, body)
            self._send(status, text.encode(), {"Content-Type": "text/html; charset=utf-8"})
            return
        call = Call(
            self.command,
            path,
            body,
            key_of(self.headers.get("Authorization") or ""),
            self.headers.get("Idempotency-Key"),
        )
        double.calls.append(call)
        fault = double.faults.of(call.method, call.path)
        if fault is None or fault.executed or fault.way in (Way.STATUS, Way.DELAY):
            reply = double.api.answer(call, fault, double.pause)
        else:
            reply = Reply(200, {})
        self._reply(reply, fault)

    def _reply(self, reply: Reply, fault: Fault | None) -> None:
        content = json.dumps(reply.body).encode()
        headers = {
            "Content-Type": "application/json",
            "Request-Id": f"req_{len(self.server.double.calls):06d}",
        }
        if reply.replayed:
            headers["Idempotent-Replayed"] = "true"
        match fault:
            case Fault(way=Way.LOSE):
                self._reset()
            case Fault(way=Way.TRUNCATE):
                self._send(reply.status, content[: len(content) // 2], headers, length=len(content))
                self._reset()
            case Fault(way=Way.DRIP, seconds=seconds):
                self._drip(seconds)
            case Fault(way=Way.HTML, status=status, text=text):
                self._send(status, text.encode(), {"Content-Type": "text/html"})
            case Fault(way=Way.REDIRECT):
                self._send(302, b"", {"Location": self.path})
            case Fault(way=Way.STATUS, headers=more):
                self._send(reply.status, content, headers | dict(more))
            case _:
                self._send(reply.status, content, headers)

    def _send(
        self, status: int, content: bytes, headers: Mapping[str, str], length: int | None = None
    ) -> None:
        # In one piece, or the network would wait between head and body.
        lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(content) if length is None else length}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.wfile.write("\r\n".join([*lines, "", ""]).encode() + content)

    def _drip(self, seconds: float) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
        while not self.server.double.stopping.wait(seconds):
            self.wfile.write(b".")

    def _reset(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.connection.close()

    def log_message(self, *_: object) -> None: ...
