"""Icons from SVG files, tinted by the theme at the moment they are painted."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from parkdesk.ui.resources import resource
from parkdesk.ui.theme.svg import tinted
from parkdesk.ui.theme.theme import current


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture of `size` logical pixels; `ratio` is the screen's device pixel ratio."""
    key = f"icon/{name}/{colour.name()}/{size}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    from PySide6.QtSvg import QSvgRenderer  # the first paint shows no icon

    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(tinted(name, colour))).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


class _TintedEngine(QIconEngine):
    """Paints one icon in a token's present colour, so that a change of theme needs no new icon."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def _colour(self, mode: QIcon.Mode) -> QColor:
        tokens = current().tokens
        colour: QColor = getattr(tokens, self._token)
        return tokens.line if mode is QIcon.Mode.Disabled else colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, pixmap(self._name, self._colour(mode), side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._colour(mode), min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        return pixmap(self._name, self._colour(mode), round(min(size.width(), size.height()) / scale), scale)


_engines: list[QIconEngine] = []


@cache
def icon(name: str, token: str = "mute") -> QIcon:
    """An icon in a token's colour (`mute`, `ink`, `accent`, `on_accent` …) that follows the theme."""
    engine = _TintedEngine(name, token)
    _engines.append(engine)
    return QIcon(engine)


def app_icon() -> QIcon:
    """The program's own mark, for the window and the task bar."""
    return QIcon(str(resource("icons", "parkdesk.svg")))
