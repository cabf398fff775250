"""The window's language: which one, and the translators that put it there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from parkdesk.ui.resources import resource

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Each by its own name, as a person looks for it in a list."""

_installed: list[QTranslator] = []


def fitting(*wanted: str | None) -> str:
    """The first of the wanted languages that exists, else the system's, else English."""
    for name in (*wanted, QLocale.system().name()):
        code = (name or "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def speak(language: str) -> None:
    """Install the translators of a language in place of those before; open windows hear a LanguageChange."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("a language needs an application to speak it")
    while _installed:
        application.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale(language))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("parkdesk", str(resource("translations")))):
        translator = QTranslator(application)
        if translator.load(f"{name}_{language}", folder):
            application.installTranslator(translator)
            _installed.append(translator)
