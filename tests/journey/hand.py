"""The attendant's hand and eye: xdotool for mouse and keys, the probe for where things are and how they look."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds until something that should appear counts as missing."""
BETWEEN_LOOKS = 0.05


class Missing(AssertionError):
    """What should be on the screen is not."""


def environment(display: str, home: Path, **more: str) -> dict[str, str]:
    """The program's surroundings: this screen, and nothing of whoever sits before another one."""
    settled = {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_CURRENT_DESKTOP": "",
        "XDG_CONFIG_HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    strange = ("PARKDESK_", "QT_", "WAYLAND_")
    return (
        {name: value for name, value in os.environ.items() if not name.startswith(strange)} | settled | more
    )


class Hand:
    """The program starts in `folder`; its screens are kept in `pictures`."""

    def __init__(
        self, environ: Mapping[str, str], folder: Path, arguments: list[str], pictures: Path
    ) -> None:
        self.environ = environ
        self._folder = folder
        self._arguments = arguments
        self._pictures = pictures
        self._taken = 0
        self._starts = 0
        self._process: subprocess.Popen[bytes] | None = None

    # The program

    def start(self) -> None:
        self._starts += 1
        self._socket = str(self._folder / f"probe-{self._starts}")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journey.probe", self._socket, *self._arguments],
            env=self.environ,
            cwd=self._folder,
        )
        self.wait_for(lambda: Path(self._socket).exists(), "the program to start")

    def kill(self) -> None:
        """A power cut."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def ended(self) -> int:
        """The exit code of the program that was asked to leave."""
        assert self._process is not None
        return self._process.wait(timeout=PATIENCE)

    # The eye

    def ask(self, what: str, **more: str) -> Any:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            line.connect(self._socket)
            line.sendall(json.dumps({"ask": what, **more}).encode() + b"\n")
            answer = b""
            while not answer.endswith(b"\n"):
                part = line.recv(65536)
                if not part:
                    raise ConnectionError("the program is gone")
                answer += part
        return json.loads(answer)

    def sees(self, words: str) -> str:
        """Wait until something on the screen says so; returns all it says."""

        def look() -> str | None:
            return next((str(said) for said in self.ask("words") if words in said), None)

        return self.wait_for(look, f"'{words}'")

    def misses(self, words: str) -> None:
        """Wait until nothing on the screen says so any more."""
        self.wait_for(lambda: all(words not in said for said in self.ask("words")), f"the end of '{words}'")

    def cell(self, words: str, more: str = "") -> str:
        """Wait until a table's cell begins with `words` and holds `more`; returns all it says."""

        def look() -> str | None:
            found = self.ask("cells", words=words)
            return next((str(told) for told, _ in found if more in told), None)

        return self.wait_for(look, f"a cell '{words} … {more}'")

    def focused(self, words: str) -> None:
        """Wait until the keys go to the widget of this class, name or text."""
        self.wait_for(lambda: words in self.ask("focus"), f"the keys at '{words}'")

    def picture(self, name: str) -> Path:
        self._taken += 1
        file = self._pictures / f"{self._taken:02d}-{name}.png"
        self.ask("picture", file=str(file))
        return file

    def wait_for(self, look: Callable[[], T | None], what: str) -> T:
        """Look until there is something to see."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self._process is None or self._process.poll() is None, f"ended while waiting for {what}"
            try:
                seen = look()
            except OSError:
                seen = None  # it has not begun to listen
            if seen:
                return seen
            time.sleep(BETWEEN_LOOKS)  # the screen of another process tells nobody when it changes
        self.picture("missing")
        raise Missing(f"{what}; the screen says: {' | '.join(self.ask('words'))}; keys: {self.ask('focus')}")

    # The hand

    def click(self, words: str, among: str = "", *, double: bool = False) -> None:
        place = self._settled(lambda: self.ask("place", words=words, among=among), f"'{words}'")
        self._press(place, double=double)

    def click_cell(self, words: str, *, double: bool = False) -> None:
        self._press(self._settled(lambda: self.ask("cell", words=words), f"a cell '{words}'"), double=double)

    def key(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "20", *keys)

    def type(self, words: str, *keys: str) -> None:
        """These words, and then the keys."""
        self._xdotool("type", "--delay", "8", "--args", "1", words, *(["key", *keys] if keys else []))

    def scan(self, code: str) -> None:
        """As a scanner does: key after key wherever the focus is, faster than anybody types, and Enter."""
        self._xdotool("type", "--delay", "2", "--args", "1", code, "key", "Return")

    def _settled(self, look: Callable[[], list[int] | None], what: str) -> list[int]:
        """Where something is once it stays there: a window that opens is moved and laid out first."""
        before: list[list[int] | None] = [None]

        def look_twice() -> list[int] | None:
            found = look()
            stays, before[0] = found == before[0], found
            return found if stays else None

        return self.wait_for(look_twice, what)

    def _press(self, place: list[int], *, double: bool) -> None:
        self._xdotool("mousemove", str(place[0]), str(place[1]))
        self._xdotool("click", "--repeat", "2" if double else "1", "--delay", "40", "1")

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environ, check=True)
