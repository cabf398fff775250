"""A paper as a document that Qt lays out once and paints anywhere: on the screen, a printer or into a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from parkdesk.outlets.files import save_whole
from parkdesk.outlets.paper import Paper
from parkdesk.outlets.paper_html import WIDTH, html
from parkdesk.ui.resources import resource

DOTS_AN_INCH = 96
"""What a pixel of the page means, so that its width is 70 mm."""
MARGIN = 19
"""Around the column on a sheet of its own: 5 mm."""
_POINTS_AN_INCH = 72
_FONTS = ("InterTabular-Regular.otf", "InterTabular-Medium.otf", "InterTabular-Bold.otf")
_loaded: list[int] = []
_PDF_DOTS_AN_INCH = 1200
_HAIR = 0.01


def paper_document(paper: Paper, *, width: int = WIDTH) -> QTextDocument:
    """Laid out at its own width, or a narrower roll's. May be made and used on any thread, by one at a time."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(_font())
    document.setHtml(html(paper, width=width))
    document.setTextWidth(width)
    return document


def _font() -> QFont:
    """Inter whose every figure is as wide as the next. Not by a feature of the font, as on the screen: what is copied
    out of a PDF would be other characters then."""
    if not _loaded:
        _loaded.extend(QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FONTS)
    made = QFont("Inter Tabular")
    made.setPixelSize(12)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def paint(document: QTextDocument, painter: QPainter) -> None:
    document.drawContents(painter, QRectF(0, 0, WIDTH, document.size().height()))


def pdf(paper: Paper) -> bytes:
    """A page as wide as a receipt roll and as long as the paper, with text that can be selected."""
    document = paper_document(paper)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DOTS_AN_INCH)
    writer.setTitle(paper.name)
    writer.setCreator("ParkDesk")
    size = QSizeF(WIDTH + 2 * MARGIN, document.size().height() + 2 * MARGIN)
    points = size * _POINTS_AN_INCH / DOTS_AN_INCH
    page = QPageSize(points, QPageSize.Unit.Point, paper.name, QPageSize.SizeMatchPolicy.ExactMatch)
    margins = QMarginsF() + MARGIN * _POINTS_AN_INCH / DOTS_AN_INCH
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Point))
    paint_on(writer, document)
    buffer.close()
    return bytes(buffer.data().data())


def write_pdf(paper: Paper, file: Path) -> None:
    """Raises FileUnwritable or DiskFull."""
    save_whole(file, pdf(paper))


def write_pdf_alone(paper: Paper, file: Path) -> None:
    """As `write_pdf`, where there is no window: fonts need an application."""
    application = QGuiApplication.instance() or QGuiApplication(["parkdesk"])
    write_pdf(paper, file)
    application.processEvents()


def paint_on(device: QPagedPaintDevice, document: QTextDocument) -> bool:
    """At its true size in the middle of what the device prints on, never wider than that; False if it cannot be
    painted on at all. What is longer than a page goes on on the next."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    page = device.pageLayout().paintRectPixels(device.logicalDpiX())
    scale = min(device.logicalDpiX() / DOTS_AN_INCH, page.width() / WIDTH)
    painter.translate(max(0.0, (page.width() - WIDTH * scale) / 2), 0)
    painter.scale(scale, scale)
    top = 0.0
    for end in page_ends(document, page.height() / scale):
        if top and not device.newPage():
            break
        painter.translate(0, -top)
        document.drawContents(painter, QRectF(0, top, WIDTH, end - top))
        painter.translate(0, top)
        top = end
    return painter.end()


def page_ends(document: QTextDocument, sheet: float) -> tuple[float, ...]:
    """Where each page ends, so that no line and no code is cut through; one that is higher than a page has to be."""
    rows, block = [], document.begin()
    while block.isValid():
        place = document.documentLayout().blockBoundingRect(block)
        rows.append((place.top(), place.bottom()))
        block = block.next()
    ends, top, height = [], 0.0, document.size().height()
    # What rounding leaves over is no page.
    while top + sheet + 1 < height:
        end = top + sheet
        while cut := [first for first, last in rows if first < end - _HAIR and last > end + _HAIR]:
            end = min(cut)
        top = end if end > top + _HAIR else top + sheet
        ends.append(top)
    return (*ends, height)
