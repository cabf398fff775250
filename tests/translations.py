"""`python -m tests.translations`: brings the translation files up to date and says what still lacks words.

Texts are collected from the syntax of every module and from what is declared as data (actions, screens, errors), handed
to lupdate as one list, and compiled by lrelease. Translations are written into `resources/translations/*.ts`, by hand
or with Linguist; the compiled files are committed beside them, so that a checkout needs no build.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from tests.texts import Text, collected

FOLDER = Path(__file__).parent.parent / "resources" / "translations"
LANGUAGES = {"de": False, "en": True}
"""Whether a language only needs its plurals: English sources cannot say `1 bay` and `2 bays` by themselves."""


def main() -> int:
    texts = collected()
    missing = 0
    for language in LANGUAGES:
        update(language, texts)
        release(language)
        for context, source in unfinished(language):
            print(f"{language}  {context}: {source}")
            missing += 1
    print(f"{len(texts)} texts, {missing} without a translation")
    return 1 if missing else 0


def source_file(language: str) -> Path:
    return FOLDER / f"parkdesk_{language}.ts"


def compiled_file(language: str) -> Path:
    return FOLDER / f"parkdesk_{language}.qm"


def update(language: str, texts: list[Text]) -> None:
    """Add new texts to a language's file and drop those that are gone."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "texts.py"
        listing.write_text("\n".join(map(_call, texts)), "utf-8")
        options = [
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            language,
        ]
        if LANGUAGES[language]:
            options.append("-pluralonly")
        _run("pyside6-lupdate", str(listing), *options, "-ts", str(source_file(language)))


def release(language: str) -> None:
    _run("pyside6-lrelease", str(source_file(language)), "-qm", str(compiled_file(language)))


def unfinished(language: str) -> list[tuple[str, str]]:
    """Context and source of each text that has no translation yet."""
    found = []
    for context in ElementTree.parse(source_file(language)).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else list(translation.iter("numerusform")) or [translation]
            open_ = translation is None or translation.get("type") == "unfinished"
            if open_ or not all(form.text for form in forms):
                found.append((context.findtext("name", ""), message.findtext("source", "")))
    return found


def _call(text: Text) -> str:
    arguments = [json.dumps(part, ensure_ascii=False) for part in (text.context, text.source, text.hint)]
    if text.plural:
        arguments.append("1")
    return f"QCoreApplication.translate({', '.join(arguments)})"


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
