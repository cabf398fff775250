"""First start from a source checkout: fills `.venv` from the lock file and starts again inside it."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from subprocess import CompletedProcess

OFFSCREEN = ("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1")
SCREEN = ("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0")
TESTS = ("git", "xvfb", "xauth", "xdotool", "openbox", "postgresql", "binutils")

PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"

PACKAGE_DATABASE = Path("/var/lib/dpkg/status")
OPTIONS_WITH_VALUE = {"--data-dir", "--database", "--lang", "--log-level"}
OPTIONS_WITHOUT_WINDOW = {"-h", "--help", "--version"}
COMPLAINTS = (
    ("No space left on device", "The disk is full: ParkDesk needs about 700 MB for its parts."),
    (
        "DO NOT MATCH THE HASHES",
        "A part differs from the one that requirements.lock names: nothing was installed.",
    ),
    (
        "name resolution|NewConnectionError|Max retries|timed out|ProxyError|No matching distribution",
        "The package index cannot be reached. Check the network or the proxy, then start again.",
    ),
)


class SetUpFailed(Exception):
    """Carries the sentence that the person at the terminal reads."""


def ensure(purpose: str) -> None:
    """Returns once all that `purpose` ("desk" or "tests") needs is there; may start the program again.

    A bundle or an installed package has what it needs: there it does nothing.
    """
    root = Path(__file__).resolve().parent.parent
    if getattr(sys, "frozen", False) or not (root / "requirements.lock").is_file():
        return
    try:
        Checkout(root).make_ready(system_packages(purpose, sys.argv[1:], os.environ))
    except SetUpFailed as failure:
        say(f"{failure}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        say("Set-up was stopped. The next start takes it up again.\n")
        sys.exit(130)


def system_packages(purpose: str, arguments: Sequence[str], environ: Mapping[str, str]) -> tuple[str, ...]:
    """The Debian packages for a purpose; none for a verb that only prints text, and none off Linux."""
    if sys.platform != "linux":
        return ()
    if purpose == "tests":
        # Debian's own Python comes without the library that a bundle needs.
        shared_python = (f"lib{PYTHON}",) if sys.base_prefix == "/usr" else ()
        return OFFSCREEN + SCREEN + TESTS + shared_python
    if not opens_window(arguments):
        return ()
    has_screen = bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
    return OFFSCREEN + SCREEN if has_screen else OFFSCREEN


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether `parkdesk` with these arguments shows a window: no verb, no request for help."""
    remaining = iter(arguments)
    for argument in remaining:
        if argument in OPTIONS_WITHOUT_WINDOW or not argument.startswith("-"):
            return False
        if argument in OPTIONS_WITH_VALUE:
            next(remaining, None)
    return True


class Checkout:
    """A source checkout with its own `.venv` and, in there, notes of what has been made ready."""

    def __init__(self, root: Path) -> None:
        self.lock = root / "requirements.lock"
        self.venv = root / ".venv"
        self.turn = root / ".venv.lock"
        self.python = self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.filled_from = self.venv / "parkdesk-requirements.lock"
        self.unfinished = self.venv / "parkdesk-unfinished"
        self.system = self.venv / "parkdesk-system.txt"

    def make_ready(self, system: tuple[str, ...]) -> None:
        if not self.venv.exists() and locked_versions_installed(self.lock):
            return
        system_known = self.knows(system)
        if not system_known:
            self.complete_system(system)
        if not self.is_filled():
            with self.one_at_a_time():
                if not self.is_filled():
                    self.fill()
        if not system_known:
            self.remember(system)
        if not self.is_running_here():
            if Path(sys.executable) == self.python:
                raise SetUpFailed(
                    f"The environment {self.venv} is damaged. Remove that folder and start again."
                )
            start_again_with(self.python)

    def has_python(self) -> bool:
        return os.path.exists(self.python)  # also False where it leads to a place that may not be entered

    def is_running_here(self) -> bool:
        return Path(sys.prefix).resolve() == self.venv.resolve()

    def is_filled(self) -> bool:
        try:
            return self.filled_from.read_bytes() == self.lock.read_bytes() and self.has_python()
        except OSError:
            return False

    def fill(self) -> None:
        """Installs the locked versions; an environment whose last filling was cut short is made anew."""
        try:
            if self.venv.exists() and (self.unfinished.exists() or not self.has_python()):
                shutil.rmtree(self.venv)
            self.venv.mkdir(exist_ok=True)
            self.unfinished.touch()
        except OSError as fault:
            raise SetUpFailed(f"The folder {self.venv} cannot be written ({fault.strerror}).") from fault
        if not self.has_python():
            make_venv(self.venv)
        if not (self.is_running_here() and locked_versions_installed(self.lock)):
            install_locked(self.python, self.lock)
        shutil.copyfile(self.lock, self.filled_from)
        self.unfinished.unlink()

    def knows(self, system: tuple[str, ...]) -> bool:
        """Whether these packages were there at dpkg's last change, since asking it each time is slow."""
        if not system or package_state() == 0:
            return True
        try:
            state, *packages = self.system.read_text(encoding="ascii").split()
            return state == str(package_state()) and set(system) <= set(packages)
        except (OSError, ValueError):
            return False

    def remember(self, system: tuple[str, ...]) -> None:
        # A checkout that belongs to someone else cannot be written; it works all the same, only slower.
        with suppress(OSError):
            self.system.write_text("\n".join((str(package_state()), *system)), "ascii")

    def complete_system(self, system: tuple[str, ...]) -> None:
        if not self.has_python() and importlib.util.find_spec("ensurepip") is None:
            system += (f"{PYTHON}-venv",)
        missing = missing_system_packages(system)
        if missing and os.geteuid() != 0:
            line = f"sudo apt-get install {' '.join(missing)}"
            raise SetUpFailed(
                f"This machine lacks system packages that ParkDesk needs. Install them with\n  {line}"
            )
        if missing:
            with self.one_at_a_time():
                say(f"Installing system packages: {' '.join(missing)}\n")
                apt_get("update")
                apt_get("install", "--yes", "--no-install-recommends", *missing)

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """Holds a file lock, so that a second start waits for the first one's set-up."""
        try:
            file = self.turn.open("w")
        except OSError as fault:
            raise SetUpFailed(
                f"The folder {self.turn.parent} cannot be written ({fault.strerror})."
            ) from fault
        with file:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            else:
                import fcntl

                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    say("Another start is setting up ParkDesk; waiting for it\n")
                    fcntl.flock(file, fcntl.LOCK_EX)
            yield


def locked_versions(lock: Path) -> dict[str, str]:
    """Name and version of every package that the lock names for all platforms and Python versions."""
    pinned = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*\\?$", re.MULTILINE)
    return dict(pinned.findall(lock.read_text(encoding="utf-8")))


def locked_versions_installed(lock: Path) -> bool:
    """Whether the running interpreter has all of it, as in an environment prepared by hand."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return all(version(name) == wanted for name, wanted in locked_versions(lock).items())
    except PackageNotFoundError:
        return False


def start_again_with(python: Path) -> NoReturn:
    command = [str(python), *sys.orig_argv[1:]]
    sys.stdout.flush()
    if sys.platform == "win32":
        sys.exit(run(command, capture_output=False).returncode)
    os.execv(python, command)


def make_venv(folder: Path) -> None:
    say("Setting up ParkDesk, this happens once\n")
    base = getattr(sys, "_base_executable", sys.executable)
    made = run([base, "-m", "venv", str(folder)])
    if made.returncode != 0:
        raise SetUpFailed(f"Python's environment could not be made.\n{ending(made.stdout + made.stderr)}")


def install_locked(python: Path, lock: Path) -> None:
    total = len(locked_versions(lock))
    say(f"Installing {total} parts from {lock.name}\n")
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    command += ["--require-hashes", "--no-deps", "--progress-bar=off", f"--requirement={lock}"]
    environ = {**os.environ, "PIP_USER": "0", "PYTHONUNBUFFERED": "1"}
    from subprocess import PIPE, STDOUT, Popen

    with Popen(command, stdout=PIPE, stderr=STDOUT, text=True, errors="replace", env=environ) as pip:
        lines = deque[str](maxlen=400)
        told = 0
        for line in pip.stdout or ():
            if not line.startswith("Ignoring "):
                lines.append(line.rstrip())
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                told += 1
                say(f"{min(told, total)} of {total}: {line.split('==')[0].split()[-1]}")
            elif line.startswith("Installing collected packages"):
                say("Unpacking")
    if pip.returncode != 0:
        raise SetUpFailed(explain("\n".join(lines)))
    say("ParkDesk is set up.\n")


def explain(output: str) -> str:
    """One sentence for pip's likely complaints, above the last lines of what it said."""
    for complaint, sentence in COMPLAINTS:
        if re.search(complaint, output):
            return f"{sentence}\n{ending(output)}"
    return f"The parts of ParkDesk could not be installed.\n{ending(output)}"


def ending(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.rstrip().splitlines()[-6:])


def package_state() -> int:
    """Changes whenever a Debian package comes or goes; 0 where there is no dpkg."""
    try:
        return PACKAGE_DATABASE.stat().st_mtime_ns
    except OSError:
        return 0


def missing_system_packages(wanted: Sequence[str]) -> list[str]:
    form = "${db:Status-Status} ${Package}, ${Provides}\n"
    listing = run(["dpkg-query", "-W", "-f", form], check=True)
    installed = installed_names(listing.stdout)
    return [name for name in wanted if name not in installed]


def installed_names(listing: str) -> set[str]:
    """Names that dpkg has installed, with those that a renamed or versioned package stands for."""
    names = set[str]()
    for line in listing.splitlines():
        status, _, rest = line.partition(" ")
        if status == "installed":
            names.update(entry.split()[0] for entry in rest.split(",") if entry.strip())
    if any(re.fullmatch(r"postgresql-\d+", name) for name in names):
        names.add("postgresql")
    return names


def apt_get(*arguments: str) -> None:
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *arguments]
    done = run(command, input="", env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if done.returncode != 0:
        raise SetUpFailed(f"`apt-get {' '.join(arguments)}` failed.\n{ending(done.stdout + done.stderr)}")


def run(command: Sequence[str], **more: Any) -> CompletedProcess[str]:
    from subprocess import run  # a start with nothing to set up does without

    return run(command, **{"capture_output": True, "text": True, "check": False, **more})


def say(text: str) -> None:
    """Writes to standard error; text without a closing newline is progress, for a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
    elif text.endswith("\n"):
        sys.stderr.write(text)
    sys.stderr.flush()
