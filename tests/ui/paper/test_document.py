"""A paper as Qt draws it: figures in line, at its true size, and with text that can be copied out of the PDF."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter, QTextDocument

from parkdesk.domain.system_errors import DiskFull, FileUnwritable
from parkdesk.outlets.paper_html import WIDTH
from parkdesk.outlets.receipt_paper import receipt_paper, ticket_paper
from parkdesk.ui.paper.document import (
    DOTS_AN_INCH,
    MARGIN,
    page_ends,
    paint,
    paint_on,
    paper_document,
    pdf,
    write_pdf,
)
from tests.outlets.papers import GERMAN, INDIAN, NOON, TICKET, UNPAID_TICKET
from tests.outlets.test_files import full_disk

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(document: QTextDocument) -> QImage:
    image = QImage(WIDTH, round(document.size().height()), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint(document, painter)
    painter.end()
    return image


def test_every_amount_ends_at_the_right_edge() -> None:
    image = drawn(paper_document(receipt_paper(INDIAN)))
    inked = [
        max((x for x in range(WIDTH) if image.pixelColor(x, y).value() < 90), default=None)
        for y in range(image.height())
    ]
    rightmost = [x for x in inked if x is not None and x > WIDTH * 0.9]
    assert len(rightmost) > 60
    assert max(rightmost) <= WIDTH - 1


def test_figures_are_all_as_wide() -> None:
    document = paper_document(receipt_paper(GERMAN))
    document.setHtml(document.toHtml())
    widths = set()
    for digit in "0123456789":
        document.setPlainText(digit * 20)
        widths.add(round(document.idealWidth()))
    assert len(widths) == 1


@pytest.mark.parametrize(
    "paper",
    [receipt_paper(INDIAN), receipt_paper(GERMAN, copy=1), ticket_paper(TICKET), ticket_paper(UNPAID_TICKET)],
)
def test_nothing_is_wider_than_the_roll(paper) -> None:
    document = paper_document(paper)
    assert document.size().width() == WIDTH
    assert 250 < document.size().height() < 760


def test_a_qr_code_is_drawn_black_on_white() -> None:
    image = drawn(paper_document(ticket_paper(TICKET)))
    middle = QRectF(WIDTH / 2 - 68, 90, 136, 136)
    dark = sum(
        image.pixelColor(x, y).value() < 60
        for x in range(round(middle.left()), round(middle.right()))
        for y in range(round(middle.top()), round(middle.bottom()))
    )
    assert 0.25 < dark / 136**2 < 0.6


LONG = replace(
    GERMAN,
    stretches=tuple(
        replace(GERMAN.stretches[0], starts_at=NOON + timedelta(hours=n), until=NOON + timedelta(hours=n + 1))
        for n in range(60)
    ),
)


@pytest.mark.parametrize("sheet", [400.0, 433.0, 470.5])
def test_no_line_is_cut_by_the_end_of_a_page(sheet: float) -> None:
    document = paper_document(receipt_paper(LONG))
    ends = page_ends(document, sheet)
    image = drawn(document)
    assert len(ends) > 5
    assert all(0 < end - top <= sheet for top, end in pairwise((0.0, *ends)))
    assert ends[-1] == document.size().height()
    for end in ends[:-1]:
        rows = range(round(end) - 1, round(end) + 1)
        assert all(image.pixelColor(x, y).value() > 200 for x in range(WIDTH) for y in rows)


def test_a_code_stays_on_one_page_and_what_fits_no_page_is_parted() -> None:
    document = paper_document(ticket_paper(TICKET))
    first = page_ends(document, 180.0)[0]
    assert first < 110, "the code, which would not have fitted, begins the next page"
    assert len(page_ends(document, 50.0)) > 5


def test_a_long_paper_takes_as_many_pages_as_it_needs() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    document = paper_document(receipt_paper(LONG))
    assert paint_on(writer, document)
    pages = re.findall(rb"/Count (\d+)", bytes(buffer.data().data()))
    assert int(pages[0]) > 5


def test_the_pdf_says_what_it_is_and_not_whose_car() -> None:
    made = pdf(receipt_paper(INDIAN))
    title = "Receipt 322-000123"
    assert title.encode() in made
    assert INDIAN.plate.encode() not in made
    assert INDIAN.plate.encode("utf-16-be") not in made
    assert set(re.findall(rb"/FontFile\d|/BaseFont /([\w-]+)", made)) - {b""} <= {
        b"InterTabular-Regular",
        b"InterTabular-Medium",
        b"InterTabular-Bold",
    }
    assert made.count(b"/FontFile2") == 3


def test_the_pdf_is_one_page_of_the_papers_size() -> None:
    made = pdf(receipt_paper(INDIAN))
    (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made)
    points = (WIDTH + 2 * MARGIN) * 72 / DOTS_AN_INCH
    assert abs(float(box[0]) - points) <= 1
    assert b"/Count 1" in made
    assert made.startswith(b"%PDF-")


def test_the_pdfs_letters_are_the_ones_that_are_read() -> None:
    """The fonts' own tables must lead from each glyph drawn back to its character."""
    found = set()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf(receipt_paper(INDIAN)), flags=re.DOTALL):
        try:
            text = zlib.decompress(stream)
        except zlib.error:
            text = stream
        if b"beginbfrange" in text or b"beginbfchar" in text:
            found |= {chr(int(code, 16)) for code in re.findall(rb"<([0-9A-Fa-f]{4})>", text)}
    assert set("0123456789₹KLAZ-") <= found


def test_a_full_disk_leaves_the_older_pdf(tmp_path: Path) -> None:
    file = tmp_path / "receipt.pdf"
    write_pdf(receipt_paper(INDIAN), file)
    older = file.read_bytes()
    with full_disk(4096), pytest.raises(DiskFull):
        write_pdf(receipt_paper(GERMAN), file)
    assert file.read_bytes() == older
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    write_pdf(receipt_paper(INDIAN), tmp_path / "receipt.pdf")
    with pytest.raises(FileUnwritable, match=r"receipt.pdf cannot be written: No such file"):
        write_pdf(receipt_paper(INDIAN), tmp_path / "nowhere" / "receipt.pdf")
