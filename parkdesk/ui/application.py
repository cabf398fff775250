"""The desk with a window: paint first, then open the database on its own thread, then sign in."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from parkdesk.config import Config
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.system_errors import DatabaseUrlUnreadable, SchemaNewer
from parkdesk.ui.clock import Clock
from parkdesk.ui.context import Leaving, UiContext
from parkdesk.ui.crash import CrashReporter
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.messages import Messages, sentence
from parkdesk.ui.preferences import Preferences
from parkdesk.ui.shell.opening import Opening
from parkdesk.ui.single_instance import SingleInstance
from parkdesk.ui.tasks import Tasks
from parkdesk.ui.theme import Theme
from parkdesk.ui.translation import fitting, speak

if TYPE_CHECKING:
    from uuid import UUID

    from parkdesk.domain.lot import Lot
    from parkdesk.domain.people import Person
    from parkdesk.services.bundle import Services
    from parkdesk.services.desk import Desk
    from parkdesk.ui.live import Live

USAGE, UNREACHABLE, NEWER_SCHEMA, ALREADY_RUNNING = 2, 4, 5, 6
"""Exit codes, as the command line has them."""
UNPAINTED_MS = 1000
"""How long a window that is not painted at all, say a minimised one, holds up the opening."""
_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")


def run(config: Config, open_services: Callable[[], Services]) -> int:
    """Open the window and stay until it closes. Returns the process's exit code.

    `open_services` runs on the database thread after the first paint; its imports cost the window nothing.
    """
    config.data_dir.mkdir(parents=True, exist_ok=True)
    single = SingleInstance(config.lock_file)
    if not single.acquire():
        single.raise_first()
        return ALREADY_RUNNING
    application = QApplication(sys.argv[:1])
    qInstallMessageHandler(_log_qt)
    application.setApplicationName("ParkDesk")
    application.setDesktopFileName("parkdesk")
    desk = DeskApplication(application, config, open_services)
    desk.crashes.install()
    single.raised.connect(desk.window.come_to_front)
    desk.window.show()
    desk.painted.connect(single.listen)
    desk.start()
    try:
        return application.exec() or desk.exit_code
    finally:
        desk.close()
        single.release()


def _log_qt(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """What Qt complains about belongs in the log: a windowed program has no terminal."""
    level = logging.WARNING if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) else logging.INFO
    _qt_log.log(level, "%s", words)


class DeskApplication(QObject):
    """What lives as long as the window: it leads from the first paint to the desk and back to signing in."""

    painted = Signal()
    """Once, after the first picture is on the screen."""

    def __init__(
        self, application: QApplication, config: Config, open_services: Callable[[], Services]
    ) -> None:
        super().__init__()
        self._config = config
        self._open_services = open_services
        self.exit_code = 0
        self._services: Services | None = None
        self._live: Live | None = None
        self._last: Person | None = None
        self._newcomer: Person | None = None
        self._waiting = False
        preferences = Preferences(config.settings_file)
        theme = Theme(self)
        if not config.safe_mode:
            theme.choose(
                mode=preferences.mode,
                density=preferences.density,
                reduced_motion=preferences.reduced_motion,
            )
        theme.apply(application)
        language = fitting(config.language, preferences.language)
        speak(language)
        self.crashes = CrashReporter(self)
        self.ui = UiContext(
            tasks=Tasks(self),
            clock=Clock(lambda: datetime.now(UTC), self),
            theme=theme,
            preferences=preferences,
            messages=Messages(self),
            language=language,
            demo=config.demo,
        )
        self.ui.tasks.failed.connect(self.ui.messages.error)
        self.ui.tasks.broken.connect(self.crashes.report)
        self.window = MainWindow(self.ui)
        self.crashes.window = self.window
        self.window.left.connect(self.leave)
        self.ui.session_changed.connect(self._session_changed)
        self.ui.language_changed.connect(self._language_changed)

    def start(self) -> None:
        """Open the services once the first picture is on the screen."""
        self.ui.clock.start()
        self._waiting = True
        self._opening().painted.connect(self._painted)
        QTimer.singleShot(UNPAINTED_MS, self._painted)

    def close(self) -> None:
        """Finish what was promised, then let the database go; never hangs."""
        self.ui.clock.stop()
        if self._live is not None:
            self._live.stop()
        finished = self.ui.tasks.close()
        if finished and self._services is not None:
            self._services.close()
        elif not finished:
            _log.warning("left while work was still under way")

    def leave(self, how: Leaving) -> None:
        """Back to signing in; the screens keep what they show. A lock remembers who was here."""
        who = self.ui.person
        if who is None:
            return
        self._last = who if how is Leaving.LOCK else None
        if how is Leaving.SIGN_OUT:
            services = self.ui.services
            self.ui.tasks.command(lambda: services.people.sign_out(who), owner=self)
        self.ui.sign_out()

    def _painted(self) -> None:
        if self._waiting:
            self._waiting = False
            QTimer.singleShot(0, self._open)
            QTimer.singleShot(0, self.painted.emit)

    def _open(self) -> None:
        opening = self._opening()
        first_demo = self._config.demo and not any(self._config.data_dir.glob("*.db"))
        opening.say(self.tr("Building the demo lots…") if first_demo else self.tr("Opening the desk…"))
        self.ui.tasks.query(self._open_services, self._opened, self._not_opened, owner=self)

    def _not_opened(self, error: ParkDeskError) -> None:
        told = {SchemaNewer: NEWER_SCHEMA, DatabaseUrlUnreadable: USAGE}
        self.exit_code = told.get(type(error), UNREACHABLE)
        self._opening().fail(self.tr("The desk could not be opened"), sentence(error), self._open)

    def _opening(self) -> Opening:
        page = self.window.page
        if not isinstance(page, Opening):
            page = Opening()
            self.window.show_page(page)
        return page

    def _opened(self, services: Services) -> None:
        self.exit_code = 0
        self._services = services
        self.ui.open_with(services)
        self._name_database(services.desk)
        self.ui.clock.follow(services.clock)
        from parkdesk.ui.idle import IdleWatch

        self._idle = IdleWatch(self.ui.clock, timedelta(0), self)
        self._idle.idle.connect(lambda: self.leave(Leaving.LOCK))
        self.ui.preferences_changed.connect(self._follow_preferences)
        self._follow_preferences()
        self._look_around()

    def _follow_preferences(self) -> None:
        self._idle.after = timedelta(minutes=self.ui.preferences.lock_after_minutes)

    def _name_database(self, desk: Desk) -> None:
        database = desk.database
        kind = "SQLite" if database.is_sqlite else "Postgres"
        self.window.desk.status.name_database(f"{kind} · {desk.name}", database.place)

    def _look_around(self) -> None:
        services = self.ui.services
        self.ui.tasks.query(
            lambda: (services.people.has_owner(), tuple(summary.lot for summary in services.lots.all())),
            self._looked_around,
            owner=self,
        )

    def _looked_around(self, found: tuple[bool, tuple[Lot, ...]]) -> None:
        has_owner, lots = found
        if not has_owner or not lots:
            self._first_start()
            return
        remembered = self.ui.preferences.lot_id
        self.ui.set_lots(lots)
        if self._live is None:
            from parkdesk.ui.live import Live

            self._live = Live(self.ui, self)
            self._live.start()
            if self._config.demo:
                self._enter_demo(lots, remembered)
                return
        newcomer, self._newcomer = self._newcomer, None
        if newcomer is not None:
            self.ui.sign_in(newcomer)
        else:
            self._sign_in()

    def _enter_demo(self, lots: tuple[Lot, ...], remembered: UUID | None) -> None:
        """Straight to the desk, for nobody knows the demo's people yet; the first time to the city lot."""
        from parkdesk.services.demo.people import demo_person
        from parkdesk.services.demo.places import RIVERSIDE

        for lot in lots:
            if lot.name == RIVERSIDE and remembered not in {known.id for known in lots}:
                self.ui.choose_lot(lot.id)
        services = self.ui.services
        self.ui.tasks.query(
            lambda: demo_person(services), self.ui.sign_in, lambda _refused: self._sign_in(), owner=self
        )

    def _first_start(self) -> None:
        from parkdesk.ui.first_start import FirstStart

        page = FirstStart(self.ui)
        page.finished.connect(self._settled)
        self.window.show_page(page)

    def _settled(self, owner: Person) -> None:
        """Whoever has just made the account need not prove it once more."""
        self._newcomer = owner
        self._look_around()

    def _sign_in(self) -> None:
        from parkdesk.ui.sign_in import SignInScreen

        self.window.show_page(SignInScreen(self.ui, last=self._last))

    def _session_changed(self) -> None:
        if self.ui.person is None:
            self._sign_in()
            return
        self._idle.touched()
        self._enter()

    def _language_changed(self) -> None:
        self.window.rebuild_desk()
        if self.ui.person is not None:
            self._enter()

    def _enter(self) -> None:
        if self.window.desk.command_bar is None:
            from parkdesk.ui.command_bar import CommandBar

            self.window.desk.set_command_bar(CommandBar(self.ui))
        self.window.show_desk()
