"""What the desk says in passing: messages that replace themselves, alerts that stay, errors as sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from parkdesk.domain.errors import ParkDeskError


class Tone(StrEnum):
    """How a message means itself; each has its own icon beside its colour."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Choice:
    """One more thing that can be done about a message or an alert."""

    words: str
    act: Callable[[], None]


@dataclass(frozen=True)
class Message:
    """One line of the strip at the bottom. It leaves after `seconds`; 0 keeps it until the next one."""

    words: str
    tone: Tone = Tone.INFO
    action: str = ""
    act: Callable[[], None] | None = None
    seconds: float = 6.0
    more: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Alert:
    """One line of the strip on top. It stays until dismissed, withdrawn or replaced by one of its key."""

    key: str
    words: str
    tone: Tone = Tone.WARNING
    action: str = ""
    act: Callable[[], None] | None = None
    more: tuple[Choice, ...] = ()
    standing: bool = False
    """Told over and over while it holds: once dismissed, it stays away until it says something else."""
    decision: bool = False
    """Nobody but a person can settle it: it stands before all others and is never folded away."""
    since: datetime | None = None
    """When what it tells of began: lines that have this keep that order among themselves, whatever they say."""

    def says(self, other: Alert) -> bool:
        """Whether a person would read the same."""
        return self._read() == other._read()

    def _read(self) -> tuple[object, ...]:
        return self.key, self.words, self.tone, self.action, tuple(choice.words for choice in self.more)


class Messages(QObject):
    """Anyone says; the window shows. Nothing here is ever modal."""

    said = Signal(object)
    alerted = Signal(object)
    withdrawn = Signal(str)

    def say(
        self,
        words: str,
        tone: Tone = Tone.INFO,
        *,
        action: str = "",
        act: Callable[[], None] | None = None,
        more: tuple[Choice, ...] = (),
    ) -> None:
        """Replace the message that shows; with `action` it carries a button, say "Undo"."""
        self.said.emit(Message(words, tone, action, act, 12.0 if act or more else 6.0, more))

    def done(
        self,
        words: str,
        *,
        action: str = "",
        act: Callable[[], None] | None = None,
        more: tuple[Choice, ...] = (),
    ) -> None:
        self.say(words, Tone.GOOD, action=action, act=act, more=more)

    def error(self, error: ParkDeskError) -> None:
        self.said.emit(Message(sentence(error), Tone.ERROR, seconds=12.0))

    def alert(
        self,
        key: str,
        words: str,
        tone: Tone = Tone.WARNING,
        *,
        action: str = "",
        act: Callable[[], None] | None = None,
        more: tuple[Choice, ...] = (),
        standing: bool = False,
        decision: bool = False,
        since: datetime | None = None,
    ) -> None:
        self.alerted.emit(Alert(key, words, tone, action, act, more, standing, decision, since))

    def withdraw(self, key: str) -> None:
        self.withdrawn.emit(key)


def sentence(error: ParkDeskError) -> str:
    """The error's sentence in the person's language."""
    template = QCoreApplication.translate("errors", error.source)
    try:
        return template.format(**{name: _spoken(fact) for name, fact in error.facts.items()})
    except (KeyError, IndexError, ValueError):
        return str(error)


def _spoken(fact: object) -> object:
    """A fact inside a sentence: what the program itself says is translated, what a person typed stands as it is."""
    from parkdesk.domain.booking import Deed, Status
    from parkdesk.ui.vocabulary import deed_words, status_words

    if isinstance(fact, ParkDeskError):
        return sentence(fact)
    if isinstance(fact, Status):
        return status_words(fact)
    if isinstance(fact, Deed):
        return deed_words(fact)
    return QCoreApplication.translate("facts", fact) if isinstance(fact, str) else fact
