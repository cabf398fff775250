"""The documents say what is: every file, test, verb, option, key and deed they name is there, and none is left out."""

from __future__ import annotations

import argparse
import inspect
import re
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

import pytest

from parkdesk.cli import faults
from parkdesk.cli.options import read
from parkdesk.cli.verbs import FAMILIES
from parkdesk.domain.command import parse
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.verbs import ALIASES, METHODS, Verb
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from parkdesk.ui.actions.all import ALL
from parkdesk.ui.actions.window import screen_actions
from parkdesk.ui.screens import SCREENS
from tests.kit import Clock

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FEATURES, GUIDE, COMMAND_LINE, SERVICES = (
    (DOCS / f"{name}.md").read_text("utf-8") for name in ("features", "guide", "command-line", "services")
)
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
LAST_NUMBER, LAST_NEW = 229, 15
BUG = "This is a fault in ParkDesk"


def rows(text: str) -> list[list[str]]:
    """The cells of every table's rows, without their headings."""
    split = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"
    ]
    return [cells for cells in split if not set("".join(cells)) <= set("-")]


def anchors(page: Path) -> set[str]:
    text = page.read_text("utf-8")
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    named = set(re.findall(r'id="([^"]+)"', text))
    return named | {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\[[^\]]+\]\(([^)]+)\)", page.read_text("utf-8")):
        if "://" in target:
            continue
        place, _, anchor = target.partition("#")
        file = (page.parent / place) if place else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def test_every_feature_is_told_once() -> None:
    before, _, after = FEATURES.partition("\n## Where the predecessors")
    broken, _, missing = after.partition("\n## Not yet")
    told = [cells[0] for cells in rows(before) if cells[0] != "#"]
    told += [cells[0] for cells in rows(missing) if cells[0] != "#"]
    for prefix, first, last in re.findall(
        r"\b(N?)(\d+)(?:–N?(\d+))?(?=[,.])", missing.partition("Nothing yet:")[2]
    ):
        told += [f"{prefix}{number}" for number in range(int(first), int(last or first) + 1)]
    wanted = [str(number) for number in range(1, LAST_NUMBER + 1)]
    wanted += [f"N{number}" for number in range(1, LAST_NEW + 1)]
    assert sorted(told) == sorted(wanted)
    assert [cells[0] for cells in rows(broken) if cells[0] != "#"] == [str(n) for n in range(1, 15)]


def test_every_module_and_test_of_a_feature_is_there() -> None:
    for cells in rows(FEATURES):
        for place, test in re.findall(r"`([\w./-]+(?:\.py|\.spec|/))(?:::(\w+))?`", " ".join(cells[2:])):
            files = [folder / place for folder in (ROOT / "tests", ROOT / "parkdesk", ROOT)]
            file = next((file for file in files if file.exists()), None)
            assert file is not None, place
            assert not test or f"def {test}(" in file.read_text("utf-8"), test


def test_every_case_of_the_provider_names_its_tests() -> None:
    cases = [cells for cells in rows(SERVICES) if re.match(r"\d+\. ", cells[0])]
    assert [int(cells[0].partition(".")[0]) for cells in cases] == list(range(1, 11))
    for cells in cases:
        named = re.findall(r"`(\w+\.py)::(\w+)`", cells[1])
        assert named, cells[0]
        for place, test in named:
            file = ROOT / "tests" / "services" / "settling" / place
            assert f"def {test}(" in file.read_text("utf-8"), test


def test_every_verb_and_option_is_explained() -> None:
    top = argparse.ArgumentParser()
    verbs = top.add_subparsers()
    for family in FAMILIES:
        family.add(verbs)
    for name, verb in verbs.choices.items():
        if name == "check-window":
            continue
        assert re.search(rf"^#+ .*\b{name}\b", COMMAND_LINE, flags=re.MULTILINE), name
        options = {option for action in verb._actions for option in action.option_strings}
        assert {option for option in options - {"-h"} if f"{option}" not in COMMAND_LINE} == set()


def test_the_options_of_every_start_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read(["--help"], opens_window=False)
    said = capsys.readouterr().out
    words = set(re.findall(r"--[a-z-]+", said.partition("verbs:")[0])) | set(
        re.findall(r"PARKDESK_\w+", said)
    )
    assert {word for word in words if f"`{word}" not in COMMAND_LINE} == set()


def test_every_variable_that_the_program_reads_is_explained() -> None:
    modules = (ROOT / "parkdesk").rglob("*.py")
    read = {name for file in modules for name in re.findall(r'"(PARKDESK_\w+)"', file.read_text("utf-8"))}
    assert len(read) > 5
    assert {name for name in read if f"`{name}`" not in COMMAND_LINE} == set()


def test_every_key_stands_in_the_guide_with_its_words() -> None:
    table = [cells[:2] for cells in rows(GUIDE.partition("\n## Keys")[2].partition("\n## ")[0])]
    told = {key: words.removesuffix(" (Reports)") for key, words in table if key != "key"}
    actions = (*screen_actions(SCREENS), *ALL)
    assert told == {key: action.words for action in actions for key in action.keys}


def test_every_line_for_the_command_bar_can_be_typed() -> None:
    table = rows(GUIDE.partition("\n## Command bar")[2].partition("\n## ")[0])[1:]
    verbs = []
    for english, german, _ in table:
        read_in_english, read_in_german = parse(english.strip("`")), parse(german.strip("`"))
        assert read_in_english.verb is read_in_german.verb
        verbs.append(read_in_english.verb)
    assert verbs == list(Verb)
    words = {word for group in ALIASES.values() for names in group.values() for word in names}
    words |= {word for group in METHODS.values() for word in group.values()}
    assert {word for word in words if not re.search(rf"`{word}[ `]", GUIDE)} == set()


def test_every_sentence_in_the_guide_is_one_the_program_says() -> None:
    source = ElementTree.parse(ROOT / "resources" / "translations" / "parkdesk_de.ts")
    said = {text for tag in ("source", "translation") for item in source.iter(tag) if (text := item.text)}
    said |= {
        kind.sentence
        for _, kind in inspect.getmembers(faults, inspect.isclass)
        if issubclass(kind, ParkDeskError)
    }
    told = " ".join(GUIDE.partition("\n## Troubleshooting")[2].partition("**")[2].split())
    bullets = [item.partition("*: ")[0] for item in re.split(r" - (?=\*)", told)[1:]]
    assert len(bullets) > 20
    for sentence in (one.strip("* ") for bullet in bullets for one in bullet.split("* / *")):
        like = ".*".join(re.escape(part) for part in sentence.split("…"))
        assert BUG in sentence or any(re.fullmatch(like, known) for known in said), sentence


def test_every_deed_of_the_services_is_listed(tmp_path: Path) -> None:
    services = Services.of(Desk(Database(f"sqlite:///{tmp_path / 'parkdesk.db'}"), Clock(), new_id()))
    names = [name for name, found in vars(Services).items() if isinstance(found, cached_property)]
    assert len(names) > 10
    for name in names:
        assert f"`services.{name}`" in SERVICES
        for method in vars(type(getattr(services, name))):
            if not method.startswith("_"):
                assert re.search(rf"`({name}\.)?{method}[(`]", SERVICES), f"{name}.{method}"


def test_every_service_raises_what_is_said() -> None:
    from parkdesk.domain import errors, file_errors, paper_errors, payment_errors, system_errors, vehicle

    modules = (errors, file_errors, paper_errors, payment_errors, system_errors, vehicle)
    known = {name for module in modules for name, _ in inspect.getmembers(module, inspect.isclass)}
    for cells in rows(SERVICES):
        if len(cells) == 4:
            assert set(re.findall(r"`([A-Z]\w+)`", cells[3])) <= known
