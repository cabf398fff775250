"""Whether Qt can do here what the window and its papers need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt, QTemporaryFile, QTranslator, qVersion
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QImage, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.health import CheckResult, Unsound
from parkdesk.ui.resources import resource
from parkdesk.ui.theme.fonts import load_fonts
from parkdesk.ui.theme.svg import tinted
from parkdesk.ui.translation import LANGUAGES

_FAMILY = "Inter"
_SIDE = 32


def window_checks() -> tuple[CheckResult, ...]:
    """Every check, whatever the others found. Starts Qt, and so may end the process where there is no screen."""
    application = QApplication.instance() or QApplication(["parkdesk"])
    looks = {
        "qt_platform": _platform,
        "qt_svg": _svg,
        "qt_fonts": _fonts,
        "qt_translations": _translations,
        "qt_pdf": _pdf,
    }
    results = tuple(_checked(name, look) for name, look in looks.items())
    application.processEvents()
    return results


def _checked(name: str, look: Callable[[], str]) -> CheckResult:
    try:
        return CheckResult(name, True, look())
    except ParkDeskError as error:
        return CheckResult(name, False, str(error))
    except Exception as error:
        return CheckResult(name, False, f"{type(error).__name__}: {error}")


def _platform() -> str:
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        raise Unsound(reason="Qt found no screen.")
    size = screen.size()
    return f"Qt {qVersion()} on {QGuiApplication.platformName()}, {size.width()} by {size.height()}."


def _svg() -> str:
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(tinted("car-front", QColor("black")))).render(painter, QRectF(image.rect()))
    painter.end()
    if not any(image.pixelColor(x, y).alpha() for x in range(_SIDE) for y in range(_SIDE)):
        raise Unsound(reason="Icons come out empty: the SVG part of Qt does not work.")
    return "Icons are drawn."


def _fonts() -> str:
    if not load_fonts() or _FAMILY not in QFontDatabase.families():
        raise Unsound(reason=f"The font {_FAMILY} cannot be loaded from {resource('fonts')}.")
    return f"The font {_FAMILY} is loaded."


def _translations() -> str:
    found = []
    for code, name in LANGUAGES.items():
        translator = QTranslator()
        if code != "en" and (
            not translator.load(f"parkdesk_{code}", str(resource("translations"))) or translator.isEmpty()
        ):
            raise Unsound(
                reason=f"The translation into {name} cannot be loaded from {resource('translations')}."
            )
        found.append(name)
    return f"The window speaks {' and '.join(found)}."


def _pdf() -> str:
    file = QTemporaryFile()
    if not file.open():
        raise Unsound(reason="A temporary file cannot be written.")
    painter = QPainter()
    if not painter.begin(writer := QPdfWriter(file)):
        raise Unsound(reason="PDF files cannot be written.")
    painter.drawText(writer.width() // 2, writer.height() // 2, "ParkDesk")
    painter.end()
    file.seek(0)
    if not file.read(4).startsWith(b"%PDF"):
        raise Unsound(reason="PDF files come out damaged.")
    return "PDF files are written."
