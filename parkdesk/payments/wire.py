"""Calls that end: a deadline watched from outside, and whether anything of a call has left this computer.

`requests` knows timeouts only for each read, so a server that drips may hold a call for ever. Here each call runs on a
thread of its own, whose socket is cut when its time is up or the desk closes.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Generic, TypeVar

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

_Got = TypeVar("_Got")
_this_thread = threading.local()


class Overdue(Exception):
    """The call was given up; `sent` says whether the other side may have heard it."""

    def __init__(self, sent: bool) -> None:
        super().__init__("given up")
        self.sent = sent


class Call(Generic[_Got]):
    """One call on its own thread. `sent` turns true with the first byte that leaves."""

    def __init__(self, work: Callable[[], _Got]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._given_up = False
        self._got: _Got
        self._error: BaseException | None = None
        self._sock: Any = None
        self.sent = False

    def within(self, seconds: float) -> _Got:
        """What the work returns or raises. Raises Overdue when it takes longer, or when `give_up` is called."""
        if not self._given_up:
            threading.Thread(target=self._run, name="payments", daemon=True).start()
        if not self._ended.wait(seconds):
            self.give_up()
        with self._lock:
            if self._given_up:
                raise Overdue(self.sent)
        if self._error is not None:
            raise self._error
        return self._got

    def give_up(self) -> None:
        """Nothing leaves any more, and whoever waits is told."""
        with self._lock:
            self._given_up = True
            sock = self._sock
        self._ended.set()
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def connected(self, sock: Any) -> None:
        with self._lock:
            self._sock, self.sent = sock, False
            self._check()

    def sending(self, sock: Any) -> None:
        with self._lock:
            self._check()
            self._sock, self.sent = sock, True

    def _check(self) -> None:
        if self._given_up:
            raise ConnectionAbortedError("given up")

    def _run(self) -> None:
        _this_thread.call = self
        try:
            self._got = self._work()
        except BaseException as error:
            self._error = error
        self._ended.set()


class _Watched(HTTPConnection):
    def connect(self) -> None:
        # What goes to a proxy on the way is not the call yet.
        try:
            super().connect()
        finally:
            _this_thread.call.connected(self.sock)

    def send(self, data: Any) -> None:
        if self.sock is None and self.auto_open:
            self.connect()
        _this_thread.call.sending(self.sock)
        super().send(data)


class _WatchedTls(_Watched, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


_POOLS = {"http": _Pool, "https": _TlsPool}


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
        manager = super().proxy_manager_for(*arguments, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager


class Wire:
    """Connections to one address, kept open between calls. `authorities` is a file of certificates to trust instead."""

    def __init__(self, address: str, authorities: str | None = None) -> None:
        self.session = _Session(authorities)
        self.session.max_redirects = 0
        # A .netrc would replace the key, and REQUESTS_CA_BUNDLE the certificates; only proxies are taken from outside.
        self.session.trust_env = False
        self.session.proxies = get_environ_proxies(address)
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, _Adapter())
        self._lock = threading.Lock()
        self._under_way: set[Call[Any]] = set()
        self._closed = False

    @contextmanager
    def calling(self, work: Callable[[], _Got]) -> Iterator[Call[_Got]]:
        """A call that `close` gives up, should it come meanwhile."""
        call = Call(work)
        with self._lock:
            if self._closed:
                call.give_up()
            self._under_way.add(call)
        try:
            yield call
        finally:
            with self._lock:
                self._under_way.discard(call)

    def close(self) -> None:
        """End what is under way, at once; nothing is sent from here on."""
        with self._lock:
            self._closed = True
            under_way = tuple(self._under_way)
        for call in under_way:
            call.give_up()
        self.session.close()


class _Session(requests.Session):
    def __init__(self, authorities: str | None) -> None:
        super().__init__()
        self._authorities = authorities

    def request(self, *arguments: Any, **options: Any) -> requests.Response:
        if self._authorities is not None:
            options["verify"] = self._authorities
        return super().request(*arguments, **options)
