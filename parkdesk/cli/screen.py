"""Whether a window can be shown here, found out without Qt, which would end the process where it cannot."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

_SECONDS = 2.0
_X_PORT = 6000


def missing_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Why no window can be shown, or None where one can. Windows and macOS always have a screen."""
    if platform in ("win32", "darwin") or environ.get("QT_QPA_PLATFORM"):
        return None
    display, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    if wayland and _wayland_answers(wayland, environ):
        return None
    if display and _x_answers(display):
        return None
    return f"{display or wayland} does not answer"


def _wayland_answers(name: str, environ: Mapping[str, str]) -> bool:
    return _answers(str(Path(environ.get("XDG_RUNTIME_DIR", "/")) / name))


def _x_answers(display: str) -> bool:
    """A local display listens on a socket file, or on Linux on an abstract name; one elsewhere on TCP."""
    match = re.fullmatch(r"(?:(?P<kind>unix|tcp)/)?(?P<host>[^/]*):(?P<number>\d+)(?:\.\d+)?", display)
    if match is None:
        return Path(display.partition(":")[0]).is_socket() and _answers(display)
    number = int(match["number"])
    if match["host"] not in ("", "unix"):
        return _listens((match["host"].strip("[]"), _X_PORT + number))
    path = f"/tmp/.X11-unix/X{number}"
    return _answers(path) or _answers(f"\0{path}") or _listens(("127.0.0.1", _X_PORT + number))


def _answers(path: str) -> bool:
    import socket  # Windows and macOS start without it

    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_SECONDS)
        try:
            probe.connect(path)
        except OSError:
            return False
    return True


def _listens(address: tuple[str, int]) -> bool:
    import socket

    try:
        socket.create_connection(address, _SECONDS).close()
    except OSError:
        return False
    return True
