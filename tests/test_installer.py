"""The files that an installer or a desktop environment reads agree with the program and with each other."""

from __future__ import annotations

import configparser
import re
import struct
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parent.parent
INSTALLER = ROOT / "resources" / "installer"
PROGRAM = next(
    iter(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"])
)
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def desktop_entry() -> configparser.ConfigParser:
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(INSTALLER / "parkdesk.desktop", encoding="utf-8")
    return entry


def test_the_desktop_entry_starts_the_program_and_says_so_in_both_languages() -> None:
    entry = desktop_entry()
    for section in entry.sections():
        assert entry[section]["Exec"].split()[0] == PROGRAM
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            untranslated = section == "Desktop Entry" and key == "Name"  # a proper name
            assert untranslated or (key in entry[section]) == (f"{key}[de]" in entry[section])


def test_the_desktop_entry_is_the_one_that_the_window_names() -> None:
    source = (ROOT / "parkdesk" / "ui" / "application.py").read_text(encoding="utf-8")
    assert re.search(r'setDesktopFileName\("(\w+)"\)', source).group(1) == "parkdesk"


def test_the_software_centre_finds_the_desktop_entry_and_has_every_text_twice() -> None:
    component = ElementTree.parse(INSTALLER / "org.parkdesk.parkdesk.metainfo.xml").getroot()
    assert component.findtext("id") == "org.parkdesk.parkdesk"
    assert component.findtext("launchable") == "parkdesk.desktop"
    assert component.findtext("provides/binary") == PROGRAM
    for path in ("summary", "description/p", "description/ul/li", "releases/release/description/p"):
        languages = [element.get(LANGUAGE, "en") for element in component.findall(path)]
        assert languages.count("en") == languages.count("de") > 0, path


def test_the_windows_installer_packs_what_the_bundle_makes() -> None:
    script = (INSTALLER / "parkdesk.iss").read_text(encoding="utf-8")
    assert r"dist\parkdesk\*" in script
    assert (INSTALLER / re.search(r"SetupIconFile=(\S+)", script).group(1)).is_file()


@pytest.mark.parametrize(("size", "entry"), [(16, 0), (256, -1)])
def test_the_windows_icon_is_sharp_at_every_size(size: int, entry: int) -> None:
    icon = (INSTALLER / "parkdesk.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", icon)
    widths = [struct.unpack_from("<B", icon, 6 + 16 * number)[0] or 256 for number in range(count)]
    assert (kind, widths[entry]) == (1, size)
