"""The repository as a whole: one version everywhere, a lock that names no host, no trace of any one machine."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import parkdesk

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home)/\w")
INDEX_HOST = re.compile(r"pypi\.org|pythonhosted\.|extra[-]index", re.IGNORECASE)


def tracked_texts() -> dict[str, str]:
    # Whoever runs the tests need not own the checkout.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    texts = {}
    for name in listing.stdout.split("\0"):
        path = ROOT / name
        if name and path.is_file() and b"\0" not in (content := path.read_bytes()):
            texts[name] = content.decode("utf-8", errors="replace")
    return texts


@pytest.mark.parametrize("trace", [MACHINE_PATH, INDEX_HOST])
def test_no_file_names_a_machine_or_a_package_index(trace: re.Pattern[str]) -> None:
    found = {name: match.group() for name, text in tracked_texts().items() if (match := trace.search(text))}
    assert found == {}


def test_the_lock_names_no_host_and_pins_every_part_by_hash() -> None:
    parts = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert "://" not in LOCK
    assert all(re.match(r"[A-Za-z0-9._-]+==\S+", part) and "--hash=sha256:" in part for part in parts)


def test_the_lock_has_every_part_that_the_project_names() -> None:
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    names = {re.split(r"[\[<>=!~ ;]", requirement)[0] for requirement in wanted}
    locked = set(re.findall(r"^([A-Za-z0-9._-]+)==", LOCK, flags=re.MULTILINE))
    assert names - locked == set()


def test_the_notices_name_every_part_that_the_program_needs() -> None:
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8").lower().replace("_", "-")
    names = {re.split(r"[\[<>=!~ ;]", requirement)[0] for requirement in PROJECT["project"]["dependencies"]}
    assert {name for name in names if f"`{name}`" not in notices} == set()


def test_the_release_of_qt_that_aborts_the_interpreter_is_refused() -> None:
    assert "pyside6-essentials>=6.11.3,!=6.12.0" in PROJECT["project"]["dependencies"]
    assert "pyside6-essentials==6.12.0 " not in LOCK


def test_every_place_names_the_same_version() -> None:
    version = PROJECT["project"]["version"]
    assert parkdesk.__version__ == version
    installer = ROOT / "resources" / "installer"
    assert f'#define Version "{version}"' in (installer / "parkdesk.iss").read_text(encoding="utf-8")
    metainfo = (installer / "org.parkdesk.parkdesk.metainfo.xml").read_text(encoding="utf-8")
    assert re.search(r'<release version="([^"]+)"', metainfo).group(1) == version
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changelog, flags=re.MULTILINE).group(1) == version


def test_the_arrow_covers_every_room() -> None:
    layers = next(c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    named = set(re.findall(r"\w+", " ".join(layers["layers"])))
    rooms = {path.stem for path in (ROOT / "parkdesk").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert layers["exhaustive"]
    assert rooms - named - {"__init__", "__pycache__"} == set()
