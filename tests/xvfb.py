"""A private X screen with a window manager, for tests that look at real windows."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

LOOKS = 300
BETWEEN_LOOKS = 0.1


class NoScreen(Exception):
    """Says why no X server can be had on this machine."""


@dataclass(frozen=True)
class Screen:
    display: str

    def window_of(self, program: subprocess.Popen[bytes], name: str) -> str | None:
        """The id of the program's visible window whose title holds `name`; None when it ended without one."""
        for _ in range(LOOKS):
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(timeout=BETWEEN_LOOKS)
                return None
            if found := self.xdotool("search", "--onlyvisible", "--name", name).split():
                return found[0]
        return None

    def close(self, window: str, program: subprocess.Popen[bytes]) -> int | None:
        """Closes the window as a person does; the program's exit code, or None when it stays."""
        for _ in range(LOOKS):
            self.xdotool("windowactivate", window, "key", "--window", window, "alt+F4")
            with contextlib.suppress(subprocess.TimeoutExpired):
                return program.wait(timeout=BETWEEN_LOOKS)
        return None

    def xdotool(self, *arguments: str) -> str:
        environ = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(
            ["xdotool", *arguments], env=environ, capture_output=True, text=True, check=False
        )
        return done.stdout


@contextlib.contextmanager
def running_screen(size: str = "1440x900x24") -> Iterator[Screen]:
    """Starts Xvfb on a free display, and openbox on it. Raises NoScreen."""
    missing = [program for program in ("Xvfb", "openbox", "xdotool") if shutil.which(program) is None]
    if missing:
        raise NoScreen(f"{', '.join(missing)} not installed (Debian: apt-get install xvfb openbox xdotool)")
    reading, writing = os.pipe()
    quiet = subprocess.DEVNULL
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=quiet) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise NoScreen("Xvfb did not start")
        environ = {**os.environ, "DISPLAY": f":{number}"}
        with subprocess.Popen(["openbox"], env=environ, stdout=quiet, stderr=quiet) as manager:
            try:
                yield Screen(f":{number}")
            finally:
                manager.terminate()
                server.terminate()
