"""Any plate is accepted as typed; what makes two the same is letters and digits alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.errors import ParkDeskError, PlateMissing, PlateTooLong, PlateUnreadable
from parkdesk.domain.plate import MOST, Plate, example, key_of, looks_usual, search_key


@pytest.mark.parametrize(
    "typed",
    [
        "KL 08 AZ 1234",
        "kl-08-az-1234",
        "KL08AZ1234",
        " kl  08.az·1234 ",
        "ＫＬ０８ＡＺ１２３４",
        "KL/08_AZ 1234",
    ],
)
def test_case_spaces_and_dashes_make_no_difference(typed: str) -> None:
    assert Plate.read(typed).key == "KL08AZ1234"


def test_a_plate_is_shown_as_typed() -> None:
    plate = Plate.read("  kl-08  AZ 1234 ")
    assert plate.shown == str(plate) == "kl-08 AZ 1234"


@pytest.mark.parametrize("typed", ["DD-ÄÖ 12", "കെഎൽ 08 എ 1234", "دبي ١٢٣٤", "品川 300 あ 12", "A"])
def test_plates_of_any_script_are_accepted(typed: str) -> None:
    assert Plate.read(typed).shown == typed


def test_marks_that_turn_the_direction_of_writing_are_dropped() -> None:
    assert Plate.read("\u202eKL08\u200fAZ1234\u202c") == Plate("KL08AZ1234", "KL08AZ1234")


@pytest.mark.parametrize("typed", ["", "   ", "--", "\u200f", " . "])
def test_an_empty_plate_is_missing(typed: str) -> None:
    with pytest.raises(PlateMissing) as refused:
        Plate.read(typed)
    assert refused.value.field == "plate"


@pytest.mark.parametrize("typed", ["A" * 300, "1" * (MOST + 1), "A" + " -" * 40, "🚗" * 300])
def test_a_plate_that_is_too_long_is_refused(typed: str) -> None:
    with pytest.raises(PlateTooLong, match="at most 16 characters"):
        Plate.read(typed)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("KL08🚗1234", "'🚗'"),
        ("KL08;1234", "';'"),
        ("KL\x0008", r"'U\+0000'"),
        ("KL\ud80008", r"'U\+D800'"),
        ("<b>", "'<'"),
    ],
)
def test_what_is_neither_letter_nor_digit_is_named(typed: str, named: str) -> None:
    with pytest.raises(PlateUnreadable, match=named):
        Plate.read(typed)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)
    assert search_key(search_key(text)) == search_key(text)
    assert search_key(key_of(text)) == search_key(text)


@given(st.text())
def test_any_text_is_read_or_refused_and_what_is_read_reads_again(text: str) -> None:
    try:
        plate = Plate.read(text)
    except ParkDeskError:
        return
    assert 0 < len(plate.key) <= MOST
    assert Plate.read(plate.shown) == plate
    assert Plate.read(plate.key).key == plate.key


@given(st.text("ABCDEFGHKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=12))
def test_searching_folds_the_look_alikes(key: str) -> None:
    mistaken = key.translate(str.maketrans("0O1I8B", "O0I1B8"))
    assert search_key(mistaken.lower()) == search_key(key)


def test_comparing_does_not_fold_them() -> None:
    assert Plate.read("KL08 O1").key != Plate.read("KL08 01").key


@pytest.mark.parametrize(
    ("key", "country", "usual"),
    [
        ("KL08AZ1234", "IN", True),
        ("22BH1234AA", "IN", True),
        ("DL3CAB1234", "IN", True),
        ("XYZ", "IN", False),
        ("DDAB123E", "DE", True),
        ("KL08AZ1234", "DE", False),
        ("AB12CDE", "GB", True),
        ("ANYTHING", "BR", True),
        ("ANYTHING", "", True),
    ],
)
def test_a_country_s_shape_is_a_hint(key: str, country: str, usual: bool) -> None:
    assert looks_usual(key, country) is usual


@pytest.mark.parametrize("country", ["IN", "DE", "AT", "GB", "FR"])
def test_a_country_s_example_has_its_shape(country: str) -> None:
    assert looks_usual(key_of(example(country)), country)
    assert example("BR") == example("IN")
