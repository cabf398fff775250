"""Whether a window can be shown is known before Qt is asked."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from parkdesk.cli.screen import missing_screen


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_mac_always_have_a_screen(platform: str) -> None:
    assert missing_screen({}, platform) is None


def test_who_names_a_platform_for_qt_is_believed() -> None:
    assert missing_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None


def test_nothing_said_is_no_screen() -> None:
    assert missing_screen({}, "linux") == "neither DISPLAY nor WAYLAND_DISPLAY is set"


@pytest.mark.parametrize("display", [":4077", "localhost:4077.0", "unix:4077", "nonsense"])
def test_a_display_that_is_gone_is_no_screen(display: str) -> None:
    assert missing_screen({"DISPLAY": display}, "linux") == f"{display} does not answer"


def test_a_compositor_that_answers_is_a_screen(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert missing_screen(environ, "linux") == "wayland-7 does not answer"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-7"))
        listening.listen()
        assert missing_screen(environ, "linux") is None


def test_a_display_reached_over_the_network_is_a_screen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        number = listening.getsockname()[1] - 6000
        if number < 0:
            pytest.fail("the system gave a port below X's own")
        assert missing_screen({"DISPLAY": f"127.0.0.1:{number}"}, "linux") is None
