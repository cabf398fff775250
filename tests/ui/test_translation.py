"""Everything on screen has its German words, and English its plurals; the compiled files are up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from parkdesk import wording
from parkdesk.domain.errors import BayTaken, ImportFault, NotAllowed, TimeZoneUnknown
from parkdesk.domain.tariff import LineKind, PriceLine
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Theme
from parkdesk.ui.translation import speak
from tests.texts import Text, Untranslatable, collected, written_in
from tests.translations import LANGUAGES, compiled_file, source_file

ADVICE = "run python -m tests.translations, translate what it lists, and run it again"


@dataclass(frozen=True)
class Entry:
    text: Text
    forms: tuple[str, ...]
    finished: bool


def entries(language: str) -> Iterator[Entry]:
    for context in ElementTree.parse(source_file(language)).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            text = Text(name, message.findtext("source", ""), message.findtext("comment", ""), plural)
            yield Entry(text, tuple(forms), translation.get("type") != "unfinished" and all(forms))


@pytest.fixture(scope="module")
def texts() -> set[Text]:
    return set(collected())


@pytest.fixture
def german(theme: Theme) -> Iterator[None]:
    speak("de")
    yield
    speak("en")


@pytest.mark.parametrize(("language", "plurals_only"), LANGUAGES.items())
def test_every_text_has_its_words(texts: set[Text], language: str, plurals_only: bool):
    wanted = {text for text in texts if text.plural or not plurals_only}
    there = {entry.text for entry in entries(language) if entry.finished}
    assert not sorted(wanted - there), ADVICE


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_kept_that_is_not_on_screen(texts: set[Text], language: str):
    assert not sorted({entry.text for entry in entries(language)} - texts), ADVICE


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_filled_with_the_same_facts(language: str):
    def facts(words: str) -> set[str]:
        return set(re.findall(r"\{+\w*\}+", words))

    for entry in filter(lambda entry: entry.finished, entries(language)):
        for number, form in enumerate(entry.forms):
            assert facts(form) == facts(entry.text.source), (entry.text, form)
            # One of something may be said in words.
            if entry.text.plural and number:
                assert "%n" in form, entry.text
            elif not entry.text.plural:
                assert "%n" not in form, entry.text
            assert form.endswith("…") == entry.text.source.endswith("…"), (entry.text, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_what_its_source_says(language: str):
    translator = QTranslator()
    assert translator.load(str(compiled_file(language)))
    for entry in entries(language):
        context, source, hint = entry.text.context, entry.text.source, entry.text.hint or None
        if entry.text.plural:
            said = tuple(translator.translate(context, source, hint, n) for n in (1, 2))
        else:
            said = (translator.translate(context, source, hint),)
        assert said == entry.forms, ADVICE


def test_a_line_of_a_price_has_german_words():
    for kind in LineKind:
        line = PriceLine(kind, 100)
        assert wording.price_line(line, "EUR", "de_DE", "de") != wording.price_line(
            line, "EUR", "de_DE", "en"
        )


def test_an_error_is_said_in_the_windows_language_with_its_facts(german: None):
    assert sentence(BayTaken(bay="B7")) == (
        "Stellplatz B7 ist in dieser Zeit belegt; bitte einen anderen Stellplatz oder eine andere Zeit wählen."
    )
    assert (
        sentence(NotAllowed(name="Ravi", who="an owner"))
        == "Ravi darf das nicht; bitte einen Inhaber fragen."
    )
    inner = TimeZoneUnknown(time_zone="Mars")
    assert sentence(ImportFault(row=3, column="timezone", reason=inner)) == (
        "Zeile 3, Spalte timezone: „Mars“ ist keine Zeitzone wie Europe/Berlin."
    )


def test_english_can_count(theme: Theme):
    speak("en")
    assert QCoreApplication.translate("LotCard", "%n bays", "", 1) == "1 bay"
    assert QCoreApplication.translate("LotCard", "%n bays", "", 2) == "2 bays"


@pytest.mark.parametrize(
    "source",
    [
        "class Strip:\n def make(self, button): button.tr('Try again')",
        "class Strip:\n def make(self, name): self.tr(f'Hello {name}')",
    ],
)
def test_a_text_that_qt_could_never_translate_is_found(source: str):
    with pytest.raises(Untranslatable):
        list(written_in({"strip": source}))


def test_texts_are_found_wherever_they_are_written():
    sources = {
        "words": (
            "from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication\n"
            "KINDS = {1: QT_TRANSLATE_NOOP('kinds', 'One')}\n"
            "def tr(words): return QCoreApplication.translate('bay', words)\n"
            "WORDS = tr('Plate')\n"
        ),
        "screen": (
            "from words import tr\n"
            "class Outer:\n"
            " class Inner:\n"
            "  def a(self): self.tr('%n bays', '', 3)\n"
            " def b(self, x): return tr('Driver') + self.tr('On' if x else 'Off', 'switch')\n"
        ),
    }
    assert set(written_in(sources)) == {
        Text("kinds", "One"),
        Text("bay", "Plate"),
        Text("bay", "Driver"),
        Text("Inner", "%n bays", "", True),
        Text("Outer", "On", "switch"),
        Text("Outer", "Off", "switch"),
    }
