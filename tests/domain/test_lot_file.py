"""Lot files: both forms read, every fault named by row and column, nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.errors import ImportFaults, ParkDeskError
from parkdesk.domain.file_errors import LotFileEmpty, LotFileNotText, LotFileTooLong, LotFileUnknown
from parkdesk.domain.lot_file import MOST_BAYS, MOST_CAPACITY, read_lots
from parkdesk.domain.plan import BayPlan, LotPlan, language_of
from parkdesk.domain.sheet import MOST_FAULTS, MOST_ROWS

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"

LOTS = """\
name,city,capacity,address,latitude,longitude,timezone,currency
Lindengasse,Dresden,27,"Lindengasse, 01069 Dresden",51.0415005807,13.7417522269,Europe/Berlin,EUR
Wöhrl / Florentinum,Dresden,264,Prager Straße 8 - 10,51.0445161087,13.7379629908,Europe/Berlin,EUR
Broadway,Kochi,1,,,,Asia/Kolkata,inr
"""
BAYS = """\
lot,level,zone,code,row,column,vehicle_types,features,price,closed_reason,timezone,currency,address
Broadway,,Cars,A1,1,1,,accessible|covered,,,Asia/Kolkata,INR,"Broadway, Kochi"
Broadway,,Cars,A2,1,2,sedan | EV,ev,80,,,,
Broadway,,Two-wheelers,T1,3,1,two-wheeler,,15.50,Oil on the floor,,INR,
Broadway,Level 1,,1A1,1,1,van,,0,,,,
Driveway,,,D1,1,1,,,"3,50",,Europe/Berlin,EUR,
"""
CARS = frozenset({"hatchback", "sedan", "suv", "ev"})


def read(text: str | bytes) -> tuple[LotPlan, ...]:
    return read_lots(text.encode() if isinstance(text, str) else text, file="lots.csv")


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(ImportFaults) as refused:
        read(text)
    assert str(refused.value).startswith(f"lots.csv was not imported; faults: {len(refused.value.faults)}")
    return [str(fault) for fault in refused.value.faults]


def lot_row(**cells: str) -> str:
    row = {"name": "A", "capacity": "5", "timezone": "Asia/Kolkata", "currency": "INR"} | cells
    return f"{','.join(row)}\n{','.join(row.values())}\n"


def bay_row(**cells: str) -> str:
    row = {
        "lot": "A",
        "code": "A1",
        "row": "1",
        "column": "1",
        "timezone": "Asia/Kolkata",
        "currency": "INR",
    } | cells
    return f"{','.join(row)}\n{','.join(row.values())}\n"


def test_one_row_a_lot() -> None:
    first, second, third = read(LOTS)
    assert (first.name, first.bays, first.address) == ("Lindengasse", 27, "Lindengasse, 01069 Dresden")
    assert (first.latitude, first.longitude) == (51.0415005807, 13.7417522269)
    assert (first.time_zone, first.currency, first.language) == ("Europe/Berlin", "EUR", "de_DE")
    assert [(level.name, len(level.bays)) for level in second.levels] == [("Ground", 132), ("Level 1", 132)]
    assert second.address == "Prager Straße 8 - 10, Dresden"
    assert (third.address, third.latitude, third.currency, third.language) == ("Kochi", None, "INR", "en_IN")


def test_one_row_a_bay() -> None:
    broadway, driveway = read(BAYS)
    assert (broadway.name, broadway.address, broadway.language) == ("Broadway", "Broadway, Kochi", "en_IN")
    assert [level.name for level in broadway.levels] == ["Ground", "Level 1"]
    assert broadway.levels[0].bays == (
        BayPlan("Ground", "Cars", "A1", 0, 0, CARS, frozenset({"accessible", "covered"})),
        BayPlan("Ground", "Cars", "A2", 0, 1, frozenset({"sedan", "ev"}), frozenset({"ev"}), 8000),
        BayPlan(
            *("Ground", "Two-wheelers", "T1", 2, 0, frozenset({"two-wheeler"}), frozenset(), 1550),
            closed_reason="Oil on the floor",
        ),
    )
    assert broadway.levels[1].bays == (
        BayPlan("Level 1", "", "1A1", 0, 0, frozenset({"van"}), hourly_minor=0),
    )
    assert (driveway.currency, driveway.levels[0].bays[0].hourly_minor) == ("EUR", 350)


@pytest.mark.parametrize("sample", ["lots.csv", "bays.csv"])
def test_the_samples_can_be_read(sample: str) -> None:
    lots = read((SAMPLES / sample).read_bytes())
    assert len(lots) > 1
    assert len({lot.currency for lot in lots}) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + LOTS.encode(),
        LOTS.replace("\n", "\r\n").encode(),
        LOTS.replace("\n", "\n\n").encode(),
        LOTS.replace("\n", ",,\n").encode(),
        LOTS.replace("name,city", " Name , CITY").replace("timezone", "Time zone").encode(),
    ],
    ids=["BOM", "Windows", "empty rows", "empty cells", "names of columns"],
)
def test_how_a_spreadsheet_saved_it_makes_no_difference(data: bytes) -> None:
    assert read(data) == read(LOTS)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_and_decimal_commas(separator: str) -> None:
    text = f"name;capacity;timezone;currency;latitude;longitude\nA;5;Europe/Vienna;EUR;{'48,2'};16,37\n"
    (lot,) = read(text.replace(";", separator))
    assert (lot.latitude, lot.longitude, lot.language) == (48.2, 16.37, "de_AT")


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"name": ""}, "Row 2, column name: This must not be empty."),
        ({"name": "x" * 121}, "Row 2, column name: This text has 121 characters; at most 120 fit."),
        (
            {"capacity": "0"},
            "Row 2, column capacity: A number between 1 and 20000 is needed here; this is 0.",
        ),
        (
            {"capacity": "-1"},
            "Row 2, column capacity: A number between 1 and 20000 is needed here; this is -1.",
        ),
        (
            {"capacity": "1000000000000"},
            "Row 2, column capacity: A number between 1 and 20000 is needed here; this is 1000000000000.",
        ),
        ({"capacity": "1e12"}, "Row 2, column capacity: '1e12' cannot be read as a number; use digits only."),
        ({"capacity": "many"}, "Row 2, column capacity: 'many' cannot be read as a number; use digits only."),
        ({"capacity": "٥"}, "Row 2, column capacity: '٥' cannot be read as a number; use digits only."),
        ({"capacity": ""}, "Row 2, column capacity: This must not be empty."),
        (
            {"timezone": "Europe/Berln"},
            "Row 2, column timezone: 'Europe/Berln' is not a time zone such as Asia/Kolkata.",
        ),
        ({"timezone": ""}, "Row 2, column timezone: This must not be empty."),
        (
            {"currency": "RUPEES"},
            "Row 2, column currency: 'RUPEES' is not a currency code such as INR or EUR.",
        ),
        ({"currency": ""}, "Row 2, column currency: This must not be empty."),
        (
            {"latitude": "91", "longitude": "0"},
            "Row 2, column latitude: A number between -90 and 90 is needed here; this is 91.",
        ),
        (
            {"latitude": "north", "longitude": "0"},
            "Row 2, column latitude: 'north' cannot be read as a number; use digits only.",
        ),
        ({"latitude": "1", "longitude": ""}, "Row 2, column longitude: This must not be empty."),
        ({"language": "German!"}, "Row 2, column language: 'German!' is not a language such as en_IN."),
        (
            {"places": "9"},
            "Row 1, column places: There is no such column; the columns are name, city, capacity, timezone, "
            "currency, address, latitude, longitude, language.",
        ),
    ],
)
def test_a_fault_of_a_lot(cells: dict[str, str], fault: str) -> None:
    assert faults(lot_row(**cells)) == [fault]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"lot": ""}, "Row 2, column lot: This must not be empty."),
        ({"code": ""}, "Row 2, column code: This must not be empty."),
        ({"code": "A" * 13}, "Row 2, column code: This text has 13 characters; at most 12 fit."),
        ({"row": "0"}, "Row 2, column row: A number between 1 and 10000 is needed here; this is 0."),
        ({"column": "x"}, "Row 2, column column: 'x' cannot be read as a number; use digits only."),
        ({"vehicle_types": "sedan|bus"}, "Row 2, column vehicle_types: 'bus' is not a vehicle type here."),
        (
            {"features": "ev pool"},
            "Row 2, column features: 'pool' is not a feature of a bay; the features are ev, accessible, covered, "
            "reserved.",
        ),
        ({"price": "-1"}, "Row 2, column price: An amount lies between 0 and 1000000000.00."),
        ({"price": "1000000000000"}, "Row 2, column price: An amount lies between 0 and 1000000000.00."),
        ({"price": "1e12"}, "Row 2, column price: '1e12' is not an amount of money."),
        (
            {"timezone": "Asia/Kochi"},
            "Row 2, column timezone: 'Asia/Kochi' is not a time zone such as Asia/Kolkata.",
        ),
    ],
)
def test_a_fault_of_a_bay(cells: dict[str, str], fault: str) -> None:
    assert faults(bay_row(**cells)) == [fault]


def test_all_faults_are_named_in_one_go() -> None:
    text = LOTS + "Broadway,,0,,91,,Europe/Berln,EU\nX,,5,,,,Asia/Kolkata,INR,,extra\n"
    assert [fault.partition(":")[0] for fault in faults(text)] == [
        "Row 5, column capacity",
        "Row 5, column name",
        "Row 5, column timezone",
        "Row 5, column currency",
        "Row 5, column latitude",
        "Row 5, column longitude",
        "Row 6, column 9",
    ]


def test_bays_and_lots_that_are_there_twice() -> None:
    twice = (
        BAYS + "Broadway,,,a1,9,9,,,,,,,\nBroadway,,,A9,1,2,,,,,,,\nBroadway,,,A8,8,8,,,,,Europe/Berlin,,\n"
    )
    assert faults(twice) == [
        "Row 7, column code: There is already a bay a1 in this lot.",
        "Row 8, column row: Another bay stands where bay A9 should be on the plan.",
        "Row 9, column timezone: This differs from row 2, which is about the same lot.",
    ]
    assert faults(LOTS + "BROADWAY,,2,,,,Asia/Kolkata,INR\n") == [
        "Row 5, column name: There is already a lot called BROADWAY."
    ]


def test_the_same_code_may_be_in_another_lot() -> None:
    other = BAYS.replace("Driveway,,,D1", "Driveway,,,A1")
    assert [lot.bays for lot in read(other)] == [4, 1]


@pytest.mark.parametrize("column", ["name", "capacity", "timezone", "currency"])
def test_a_missing_column_is_named(column: str) -> None:
    columns = [name for name in ("name", "capacity", "timezone", "currency") if name != column]
    assert faults(",".join(columns) + "\nx,x,x\n") == [f"Row 1, column {column}: This column is missing."]


def test_missing_columns_of_bays_are_named_together() -> None:
    assert faults("lot,code\nA,A1\n") == [
        f"Row 1, column {column}: This column is missing."
        for column in ("row", "column", "timezone", "currency")
    ]


def test_a_column_that_is_there_twice() -> None:
    assert faults("name,capacity,name,timezone,currency\n") == [
        "Row 1, column name: This column is there twice."
    ]


def test_latin_1_is_told_once_and_located() -> None:
    reason = "This holds a letter that is not UTF-8; save the file as 'CSV UTF-8' and import that."
    assert faults(LOTS.encode("latin-1")) == [f"Row 3, column name: {reason}"]
    address = LOTS.replace("Wöhrl", "Woehrl").encode("latin-1")
    assert faults(address) == [f"Row 3, column address: {reason}"]
    assert faults("näme,capacity\n".encode("latin-1")) == [f"Row 1, column 1: {reason}"]


def test_a_broken_quotation_mark_is_located() -> None:
    assert faults(LOTS + '"never closed,1\n')[0] == (
        "Row 5, column 1: A quotation mark is missing or in the wrong place."
    )


def test_a_row_is_what_a_spreadsheet_counts() -> None:
    text = 'name,capacity,timezone,currency\n\n"A\nB",5,Asia/Kolkata,INR\n,,,\nC,0,Asia/Kolkata,INR\n'
    assert faults(text) == ["Row 5, column capacity: A number between 1 and 20000 is needed here; this is 0."]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", LotFileEmpty, "holds no lots"),
        (b"\xef\xbb\xbf", LotFileEmpty, "holds no lots"),
        (b"\n\n ,\n", LotFileEmpty, "holds no lots"),
        (b"name,capacity,timezone,currency\n", LotFileEmpty, "holds no lots"),
        (b"a,b\n1,2\n", LotFileUnknown, "columns such as name, capacity, or lot, code"),
        (b"%PDF-1.7 {x}", LotFileUnknown, "not a lot file"),
        (b"name,capacity\0\n", LotFileNotText, "not a text file"),
        (LOTS.encode("utf-16"), LotFileNotText, "CSV UTF-8"),
        (b"lot,code\n" + b"A,A1\n" * 1_000_000, LotFileTooLong, "at most 200000 rows"),
        (b"\r" * (MOST_ROWS + 2), LotFileTooLong, "at most 200000 rows"),
    ],
    ids=["empty", "BOM", "blank", "names", "other", "PDF", "NUL", "UTF-16", "million", "returns"],
)
def test_a_file_as_a_whole_is_refused_in_one_sentence(
    data: bytes, error: type[ParkDeskError], words: str
) -> None:
    with pytest.raises(error, match=words) as refused:
        read(data)
    assert str(refused.value).startswith("lots.csv ")


def test_a_hundred_faults_are_enough() -> None:
    text = "name,capacity,timezone,currency\n" + "A,0,Asia/Kolkata,INR\n" * 5000
    with pytest.raises(ImportFaults, match=r"faults: 100\+") as refused:
        read(text)
    assert len(refused.value.faults) == MOST_FAULTS


def test_capacities_together_have_a_bound() -> None:
    count = MOST_BAYS // MOST_CAPACITY + 1
    rows = "".join(f"L{number},{MOST_CAPACITY},Asia/Kolkata,INR\n" for number in range(count))
    assert faults("name,capacity,timezone,currency\n" + rows) == [
        f"Row {count + 1}, column capacity: The file would lay out more than {MOST_BAYS} bays."
    ]


def test_a_desk_s_own_vehicle_types_count() -> None:
    text = bay_row(vehicle_types="tractor").encode()
    (lot,) = read_lots(text, file="lots.csv", vehicle_types=("tractor",))
    assert lot.levels[0].bays[0].vehicle_types == {"tractor"}


@pytest.mark.parametrize(
    ("time_zone", "currency", "language"),
    [
        ("Europe/Berlin", "EUR", "de_DE"),
        ("Asia/Kolkata", "INR", "en_IN"),
        ("Europe/London", "GBP", "en_GB"),
        ("America/Chicago", "USD", "en_US"),
        ("Asia/Dubai", "INR", "en_IN"),
        ("Asia/Dubai", "AED", "en"),
    ],
)
def test_the_language_is_guessed_from_time_zone_and_currency(
    time_zone: str, currency: str, language: str
) -> None:
    assert language_of(time_zone, currency) == language


cells = st.sampled_from(
    ["", "A", "5", "0", "-1", "1e12", "Asia/Kolkata", "INR", "€", '"', "sedan", "91", "Straße", "\r"]
)
rows = st.lists(cells, max_size=9).map(",".join)


@given(
    st.sampled_from([LOTS.splitlines()[0], BAYS.splitlines()[0], "name;capacity;timezone;currency"]),
    st.lists(rows, max_size=6),
    st.sampled_from(["utf-8", "latin-1", "utf-8-sig"]),
)
def test_any_rows_are_read_or_refused(header: str, lines: list[str], encoding: str) -> None:
    data = "\n".join((header, *lines)).encode(encoding, "replace")
    try:
        lots = read(data)
    except ParkDeskError:
        return
    assert all(lot.name and lot.bays for lot in lots)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ParkDeskError):
        read(data)
