"""Says so when a newer program has changed the database under this desk; what it would write is refused then."""

from __future__ import annotations

from PySide6.QtCore import QObject

from parkdesk.domain.system_errors import SchemaNewer
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import Tone, sentence

KEY = "schema"


class SchemaGuard(QObject):
    """One alert, from whatever asked first; only an update of this program ends it."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._told = False
        ui.tasks.reached.connect(self._reached)

    def _reached(self, error: object) -> None:
        if isinstance(error, SchemaNewer) and not self._told:
            self._told = True
            self._ui.messages.alert(KEY, sentence(error), Tone.ERROR)
