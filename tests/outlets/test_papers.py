"""What stands on tickets and receipts, and how a thermal printer and a page draw it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.receipt import Refund
from parkdesk.outlets.escpos import NARROW, WIDE, Dots, escpos, spelled
from parkdesk.outlets.paper import Block, Paper, Role
from parkdesk.outlets.paper_html import html
from parkdesk.outlets.qr import modules
from parkdesk.outlets.receipt_paper import receipt_paper, ticket_paper
from tests.outlets.papers import DST, GERMAN, INDIAN, NOON, PAGE, TICKET, UNPAID_TICKET, as_printed

INDIAN_PRINTED = """\
Riverside Lot
Marine Drive, Kochi
GSTIN 32AABCR1234F1Z5
------------------------------------------------
Receipt                               322-000123
21 Nov 2026 14:32               Desk 1 · Asha M.
------------------------------------------------
Plate                              KL 08 AZ 1234
Bay                                           B7
Ticket                                  7K3-Q9FM
From                           21 Nov 2026 14:13
Until                          21 Nov 2026 15:13
------------------------------------------------
Parking 1 h × Rs 60                     Rs 60.00
GST 18 %                                Rs 10.80
------------------------------------------------
Total           Rs 70.80
------------------------------------------------
Cash                                    Rs 70.80
Given                                  Rs 100.00
Change                                  Rs 29.20
------------------------------------------------
Thank you



<cut>"""
GERMAN_PRINTED = """\
Semperoper
Theaterplatz 2, 01067 Dresden
Parkhäuser Łódź GmbH
--------------------------------
Quittung              322-010412
21. Nov. 2026 10:02
              Kasse 2 · Jonas W.
            Kopie 1
--------------------------------
Kennzeichen           DD AB 1234
Stellplatz                E2-114
Parkschein              M4T-8KXW
Von          21. Nov. 2026 07:02
Bis          21. Nov. 2026 11:02
--------------------------------
07:02 - 09:02
Parken 2 h × 2,50 €       5,00 €
09:02 - 11:02       Verlängerung
Parken 2 h × 2,50 €       5,00 €
Überziehung 1 h × 2,50 €  2,50 €
--------------------------------
Summe    12,50 €
Netto                    10,50 €
darin MwSt. 19 %          2,00 €
--------------------------------
Bar, bezahlt 08:02        5,00 €
Karte                     5,00 €
Noch zu zahlen            2,50 €
--------------------------------
Gute Fahrt



<cut>"""


def test_a_receipt_on_a_wide_roll() -> None:
    assert as_printed(escpos(receipt_paper(INDIAN))) == INDIAN_PRINTED


def test_a_copy_in_german_on_a_narrow_roll() -> None:
    printed = as_printed(escpos(receipt_paper(GERMAN, copy=1), NARROW))
    assert [line.rstrip() for line in printed.splitlines()] == GERMAN_PRINTED.splitlines()
    assert "            Kopie 1             \n" in printed, "the black bar goes all across"


def test_an_entry_ticket_has_its_code_as_dots_and_in_letters() -> None:
    printed = as_printed(escpos(ticket_paper(TICKET), cut=False))
    assert "Parking ticket\n<216x210>\n7K3-Q9FM\n" in printed
    assert "<cut>" not in printed
    assert "Bay                   B7\nLevel                                     Ground" in printed


@pytest.mark.parametrize("columns", [NARROW, WIDE])
def test_an_unpaid_ticket_has_a_second_code_to_pay_by(columns: int) -> None:
    printed = as_printed(escpos(ticket_paper(UNPAID_TICKET), columns))
    own, pay = re.findall(r"<(\d+)x(\d+)>", printed)
    assert printed.index("7K3-Q9FM") < printed.index("Scan to pay") < printed.index("x".join(pay))
    assert re.search(r"Scan to pay +Rs 70.80\n", printed)
    assert re.search(r"Code good until\s+21 Nov 2026 15:02\n", printed)
    assert int(own[1]) < int(pay[1]) <= int(pay[0]) <= columns * 12
    assert int(pay[1]) // len(modules(PAGE)) == 4, "half a millimetre a dot"
    assert PAGE not in ticket_paper(UNPAID_TICKET).words()


def test_it_says_so_in_the_lot_s_language() -> None:
    words = ticket_paper(replace(UNPAID_TICKET, language="de_DE")).words()
    assert "Scannen und zahlen  70,80\u00a0₹" in words
    assert "Code gültig bis: " in words


@pytest.mark.parametrize("text", ["7K3-Q9FM", PAGE])
def test_the_dots_are_those_of_the_code(text: str) -> None:
    code = modules(text)
    data = escpos(Paper("", "en", (Block(Role.QR, text),)), WIDE)
    start = data.index(b"\x1dv0\x00")
    across = data[start + 4]
    dot = (data[start + 6] + 256 * data[start + 7]) // len(code)
    for number, line in enumerate(code):
        row = start + 8 + number * dot * across
        bits = f"{int.from_bytes(data[row : row + across], 'big'):0{across * 8}b}"
        assert bits[dot // 2 :: dot][: len(line)] == "".join("01"[module] for module in line)


def test_void_and_copy_are_stamped() -> None:
    stamps = [
        block.left for block in receipt_paper(INDIAN, copy=2, void=True).blocks if block.role is Role.STAMP
    ]
    assert stamps == ["Void · Copy 2"]
    assert not [block for block in receipt_paper(INDIAN).blocks if block.role is Role.STAMP]


def test_what_went_back_stands_below_what_came_in() -> None:
    refunded = replace(INDIAN, refunds=(Refund(INDIAN.tenders[0].method, 7080, NOON),))
    words = [(block.left, block.right) for block in receipt_paper(refunded).blocks]
    assert ("Refund Cash", "−₹\u00a070.80") in words
    assert ("Still to pay", "₹\u00a070.80") in words


@pytest.mark.parametrize(
    ("text", "on_paper"),
    [
        ("₹ 60 – “ok”…", 'Rs 60 - "ok"...'),
        ("Łódź Müller €5", "Łódź Müller €5"),
        ("Стоянка Ω", "Стоянка Ω"),
        ("ൽ\x07日", "??"),
        ("ﬁne ½", "fine ½"),
        ("Mu\u0308ller\u200f \u202a1\u202c\ufeff", "Müller 1"),
        ("ẞ-Bahn‑Str. ‚5′„", "SS-Bahn-Str. '5'\""),
        ("₽5 7₺ ₩1,000 ￥9", "RUB\u00a05 7TRY KRW\u00a01,000 ¥9"),
        ("Nguyễn Ş", "Nguyen Ş"),
    ],
)
def test_letters_that_a_printer_lacks_become_their_like(text: str, on_paper: str) -> None:
    assert spelled(text) == on_paper


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from([NARROW, 42, WIDE]), st.sampled_from(Role))
def test_no_text_breaks_a_paper_or_its_columns(left: str, right: str, columns: int, role: Role) -> None:
    if role is Role.QR:
        return
    printed = as_printed(escpos(Paper("", "en", (Block(role, left, right),)), columns))
    assert all(len(line) <= columns for line in printed.splitlines())
    page = _Words()
    page.feed(html(Paper("", "en", (Block(role, left, right),))))
    if role is not Role.RULE:
        assert left in "".join(page.said)


def test_no_sum_and_no_date_is_parted() -> None:
    blocks = (
        Block(Role.LINE, "Parking for the whole day 1\u00a0h × ₹\u00a060.00", "₹\u00a060.00"),
        Block(Role.LINE, "Wilhelm-Conrad-Röntgen-Straße-Gymnasium", "5,00\u00a0€"),
        Block(Role.ABOUT, "Guttenbergsche\u00a0Stiftung\u00a0Hohenstein"),
    )
    assert as_printed(escpos(Paper("", "en", blocks), NARROW, cut=False)).splitlines()[:5] == [
        "Parking for the whole day 1 h ×",
        "Rs 60.00                Rs 60.00",
        "Wilhelm-Conrad-Röntgen-Straße-",
        "Gymnasium                 5,00 €",
        "Guttenbergsche Stiftung",
    ]


def test_what_a_printer_was_set_to_changes_no_letter() -> None:
    data = escpos(Paper("", "de", (Block(Role.ABOUT, "[Süd]"),)))
    assert data.startswith(b"\x1b@\x1c.\x1bR\x00"), "no double bytes, no country's letters for brackets"
    assert b"[S\x1bt\x00\x81d]\n" in data, "the code page is set before the first letter that needs it"


def test_what_no_code_page_has_is_drawn() -> None:
    seen: list[tuple[str, int]] = []

    def draw(block: Block, width: int) -> Dots | None:
        seen.append((block.left, width))
        return Dots(2, (b"\x10\x04", b"\xff\x00")) if block.left == "मार्ग" else None

    blocks = (
        Block(Role.NAME, "Łódź"),
        Block(Role.ABOUT, "मार्ग"),
        Block(Role.ABOUT, "日"),
        Block(Role.QR, "日"),
    )
    data = escpos(Paper("", "en", blocks), NARROW, draw=draw)
    assert seen == [("मार्ग", 384), ("日", 384)]
    assert as_printed(data).startswith("Łódź\n<16x2>\n?\n<")
    assert b"\x10\x04" not in data, "which would ask the printer how it is"


def test_white_around_a_code() -> None:
    data = escpos(ticket_paper(TICKET), WIDE)
    start = data.index(b"\x1dv0")
    side = data[start + 6]
    modules_around = side * 4 // len(modules(TICKET.code))
    feed = bytes([0x1B, ord("J"), modules_around])
    assert data[start - 3 : start] == feed
    assert data[start + 8 + data[start + 4] * side :].startswith(feed)


def test_the_hour_that_comes_twice_says_which_one_it_is() -> None:
    told = [block.right for block in receipt_paper(DST).blocks if block.role is Role.FACT][-2:]
    assert told == ["25. Okt. 2026\u00a002:50\u00a0CEST", "25. Okt. 2026\u00a002:10\u00a0CET"]
    ticket = replace(TICKET, starts_at=DST.starts_at, until=DST.until, time_zone="Europe/Berlin")
    assert "02:50\u00a0CEST\nUntil: 25 Oct 2026\u00a002:10\u00a0CET" in ticket_paper(ticket).words()


def test_a_long_word_is_smaller_on_a_page_and_not_parted() -> None:
    page = html(Paper("", "de", (Block(Role.NAME, "Parkhausbetriebsgesellschaft"), Block(Role.NAME, "Süd"))))
    assert [int(size) for size in re.findall(r"font-size:(\d+)px; font-weight:700", page)] == [15, 19]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_plain_words_for_a_mail_program() -> None:
    words = receipt_paper(INDIAN).words()
    assert words.startswith("Riverside Lot\nMarine Drive, Kochi\n")
    assert "\nTotal: ₹\u00a070.80\n" in words
