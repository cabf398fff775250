"""`python -m tests.bundle`: builds the folder that is shipped, reports what is in it, and works with it."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.loopback import AUTHORITY, serving
from tests.stripe_double import StripeDouble
from tests.xvfb import running_screen

ROOT = Path(__file__).parent.parent
NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"
# What every desktop has, or what must match its graphics driver; all else has to be inside.
FROM_THE_SYSTEM = re.compile(
    r"ld-linux|linux-vdso|lib(c|m|dl|rt|util|pthread|resolv)\.so|lib(GL|EGL|GLX|GLdispatch|OpenGL)\.|"
    r"libxcb\.so|libX(au|dmcp)\.|lib(bsd|md)\.|libcups\.|libcap\.|libwayland-"
)
UNWANTED = re.compile(
    r"readline|libhistory|libgdbm|libgtk|libgdk|Qt6?(Charts|Pdf|Quick|Qml|WebEngine|VirtualKeyboard)"
)
PATIENCE = 600
LARGEST_RATIO = 0.65


class Bundle:
    """A built folder; every look at it adds to the problems, so that one run names them all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = folder / "parkdesk"
        self.inside = folder / "_internal"
        self.problems: list[str] = []

    def files(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink()]

    def libraries(self) -> list[Path]:
        return [path for path in self.files() if ".so" in path.name]

    def report_size(self) -> None:
        print(f"size      {size_of(self.folder) / 2**20:.0f} MiB in {len(self.files())} files")
        for path in sorted(self.files(), key=lambda path: path.stat().st_size, reverse=True)[:5]:
            print(f"          {path.stat().st_size / 2**20:5.1f}  {path.relative_to(self.folder)}")

    def report_plugins(self) -> None:
        plugins = sorted(path for path in self.libraries() if "plugins" in path.parts)
        print(f"plugins   {', '.join(f'{path.parent.name}/{path.stem}' for path in plugins)}")

    def look_for_strays(self) -> None:
        """Nothing unwanted, no link into nowhere, and a line in the notices for whoever made a part."""
        self.problems += [f"unwanted: {path.name}" for path in self.libraries() if UNWANTED.search(path.name)]
        self.problems += [
            f"link into nowhere: {path.name}" for path in self.folder.rglob("*") if not path.exists()
        ]
        made_by = sorted(path.stem for path in (self.inside / "licenses" / "debian").glob("*.txt"))
        made_by += sorted(path.name for path in (self.inside / "licenses" / "python").iterdir())
        notices = NOTICES.read_text(encoding="utf-8").lower()
        unnamed = [name for name in made_by if f"`{name.lower().removesuffix('t64')}`" not in notices]
        self.problems += [f"{NOTICES.name} does not name {name}" for name in unnamed]
        print(f"licences  {len(made_by)} makers of parts, {len(unnamed)} of them not in {NOTICES.name}")

    def compare_with_a_plain_one(self, plain: Bundle) -> None:
        ratio = size_of(self.folder) / size_of(plain.folder)
        print(f"ratio     {ratio:.2f} of an untrimmed bundle, at most {LARGEST_RATIO} wanted")
        if ratio > LARGEST_RATIO:
            self.problems.append(f"it has {ratio:.2f} of an untrimmed bundle's size")

    def look_for_missing_libraries(self) -> None:
        outside = set[str]()
        for library in [self.program, *self.libraries()]:
            # The program's own loader looks inside first, too.
            environ = {"LD_LIBRARY_PATH": str(self.inside), "PATH": os.environ["PATH"]}
            needed = linked(library, environ)
            # CUPS is a machine's own, and so is what it needs in turn.
            cups = linked(needed["libcups.so.2"], environ) if "libcups.so.2" in needed else {}
            for name, place in needed.items():
                if FROM_THE_SYSTEM.match(name) or name in cups:
                    continue
                if place == "not found":
                    self.problems.append(f"{library.name} lacks {name}")
                elif not Path(place).resolve().is_relative_to(self.folder.resolve()):
                    outside.add(name)
        self.problems += [f"{name} would come from the machine" for name in sorted(outside)]
        print(f"libraries {len(self.libraries())}, {len(outside)} taken from this machine")

    def work_with(self) -> None:
        with tempfile.TemporaryDirectory(prefix="parkdesk-bundle-") as home:
            self.migrate_a_new_file(Path(home))
            self.check_itself(Path(home))
            self.ask_the_provider(Path(home))
            self.print_a_receipt(Path(home))
            self.open_its_window(Path(home))

    def migrate_a_new_file(self, home: Path) -> None:
        done = self.run(home, "migrate")
        if done.returncode != 0:
            self.problems.append(
                f"`parkdesk migrate` ended with {done.returncode}: {done.stdout}{done.stderr}"
            )
            return
        with contextlib.closing(sqlite3.connect(home / "data" / "parkdesk.db")) as database:
            (version,) = database.execute("SELECT version_num FROM alembic_version").fetchone()
        print(f"migrate   a new file is at {version}")

    def check_itself(self, home: Path) -> None:
        """The program's own check of its parts and of the database that it just made."""
        done = self.run(home, "check", "--json")
        answer = json.loads(done.stdout or "{}")
        failed = [
            f"{check['name']}: {check['words']}" for check in answer.get("checks", []) if not check["ok"]
        ]
        if done.returncode != 0:
            said = "; ".join(failed) or done.stderr
            self.problems.append(f"`parkdesk check` ended with {done.returncode}: {said}")
        print(f"check     exit code {done.returncode}, {len(answer.get('checks', []))} parts looked at")

    def ask_the_provider(self, home: Path) -> None:
        """Over https: a server on loopback answers whoever trusts its authority, and nobody else talks to it."""
        with StripeDouble(tls=serving()) as stripe:
            place = {"PARKDESK_STRIPE_KEY": "rk_test_bundle", "PARKDESK_STRIPE_ADDRESS": stripe.address}
            strange = self.run(home, "sync", "--once", "--json", **place)
            told_strangers = len(stripe.calls)
            trusting = {**place, "PARKDESK_STRIPE_AUTHORITIES": str(AUTHORITY)}
            done = self.run(home, "sync", "--once", "--json", **trusting)
            answered = len(stripe.calls)
        answer = json.loads(done.stdout or "{}")
        works = (done.returncode, answer.get("mode"), answer.get("fault")) == (0, "test", None)
        if not works or not answered:
            self.problems.append(f"https: exit code {done.returncode}, {done.stdout}{done.stderr}")
        if told_strangers or strange.returncode == 0 or "certificate" not in strange.stdout:
            self.problems.append(f"https without the authority: {strange.stdout}{strange.stderr}")
        print(f"https     {answered} calls answered, {told_strangers} without the authority")

    def print_a_receipt(self, home: Path) -> None:
        """Of the demo's paid stay: as a PDF, for which Qt embeds fonts, and as a thermal printer's bytes."""
        papers = {"--pdf": (b"%PDF-", b"%%EOF"), "--escpos": (b"\x1b@", b"\x1dV\x42\x00")}
        for option, (begins, ends) in papers.items():
            file = home / f"receipt{option}"
            done = self.run(home / "demo", "--demo", "receipt", "B7", "--lot", "Riverside", option, str(file))
            content = file.read_bytes() if file.exists() else b""
            if done.returncode or not (
                content.startswith(begins) and content.rstrip().endswith(ends.rstrip())
            ):
                self.problems.append(f"receipt {option}: {len(content)} bytes, {done.stdout}{done.stderr}")
            print(f"receipt   {option}, {len(content)} bytes")

    def open_its_window(self, home: Path) -> None:
        """Opens on a real screen, ends well when its window is closed, and complains about nothing."""
        with running_screen() as screen, (home / "said").open("w+b") as said:
            environ = {"HOME": str(home), "DISPLAY": screen.display, "LANG": "C.UTF-8"}
            command = [self.program, "--data-dir", str(home / "shown")]
            program = subprocess.Popen(
                command, env=environ, stdin=subprocess.DEVNULL, stdout=said, stderr=said
            )
            window = screen.window_of(program, "ParkDesk")
            ended = screen.close(window, program) if window else program.poll()
            program.kill()
            program.wait()
            said.seek(0)
            complaints = said.read().decode(errors="replace")
        if window is None or ended != 0 or complaints:
            self.problems.append(f"window: {window}, exit code {ended}, said {complaints or 'nothing'}")
        print(
            f"window    {'opened' if window else 'did not open'} with an empty environment, exit code {ended}"
        )

    def run(self, home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [self.program, "--data-dir", str(home / "data"), *arguments]
        environ = {"HOME": str(home), **environment}
        return subprocess.run(
            command, env=environ, capture_output=True, text=True, check=False, timeout=PATIENCE
        )


def linked(library: Path | str, environ: dict[str, str]) -> dict[str, str]:
    """The libraries that one needs, directly or not, and where they are."""
    told = subprocess.run(["ldd", library], env=environ, capture_output=True, text=True, check=False).stdout
    return dict(re.findall(r"^\s+(\S+) => (not found|\S+)", told, flags=re.MULTILINE))


def size_of(folder: Path) -> int:
    """Bytes on disk, links not followed."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def build(folder: Path, *what: str) -> None:
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    command += [f"--distpath={folder}", f"--workpath={folder / 'work'}", *what]
    subprocess.run(command, cwd=ROOT, check=True)


def build_trimmed(folder: Path) -> Bundle:
    build(folder, "parkdesk.spec")
    return Bundle(folder / "parkdesk")


def build_plain(folder: Path) -> Bundle:
    """The same program as PyInstaller packs it when nobody trims, to compare with."""
    data = [f"--add-data={ROOT / name}:{name}" for name in ("migrations", "resources")]
    data += ["--collect-data=stripe", "--collect-data=tzdata", "--collect-submodules=parkdesk"]
    build(folder, "--windowed", "--name=plain", f"--specpath={folder}", *data, "parkdesk/__main__.py")
    return Bundle(folder / "plain")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.bundle", description=__doc__)
    options.add_argument("--ratio", action="store_true", help="also build it untrimmed and compare the sizes")
    options.add_argument("--folder", type=Path, default=ROOT / "dist", help="where the build goes (dist)")
    arguments = options.parse_args()
    bundle = build_trimmed(arguments.folder.resolve())
    bundle.report_size()
    bundle.report_plugins()
    bundle.look_for_strays()
    bundle.look_for_missing_libraries()
    bundle.work_with()
    if arguments.ratio:
        bundle.compare_with_a_plain_one(build_plain(arguments.folder.resolve()))
    for problem in bundle.problems:
        print(f"PROBLEM   {problem}")
    return 1 if bundle.problems else 0


if __name__ == "__main__":
    sys.exit(main())
